import { localDate } from '#kernel';
import type { Loaded } from '#ledger/server';
import { peopleOfOrganisations } from '#organisations/server';
import type { Queries, Transaction } from '#platform/database';
import type { Clock } from '#platform/observability';
import {
  type Calendars,
  type Case,
  type CaseCommand,
  type CaseContent,
  type CaseFacts,
  type StandingAdvice,
} from '#sharing/domain';
import { datasetsToday } from './datasets-today.ts';

/** Where decisions about cases get what they must know of time, and of advice that stands. */
export interface CaseFactSources {
  readonly clock: Clock;
  calendars(queries: Queries): Promise<Calendars>;
  /** Advice that stands on this day, by organisation; none for one that has none. */
  standingAdvice(
    queries: Queries,
    organisations: readonly string[],
    today: string,
  ): Promise<ReadonlyMap<string, readonly StandingAdvice[]>>;
}

export type LoadedCase = Loaded<Case, CaseContent, CaseCommand>;

/** What a case is about, whether it is there or about to be opened. */
interface Subject {
  readonly request: string;
  readonly organisation: string;
  readonly asker?: string;
  readonly submission: number;
  readonly datasets: readonly string[];
  /** Datasets of others, to which a case may be passed on. */
  readonly elsewhere: readonly string[];
}

function subjectOf({ stored, command }: Pick<LoadedCase, 'stored' | 'command'>): Subject | undefined {
  const subject = stored?.state ?? (command.type === 'open-case' ? command : undefined);
  if (!subject) return undefined;
  const asked = 'datasets' in command && command.type === 'answer-case' ? command.datasets : [];
  return {
    request: subject.request,
    organisation: subject.organisation,
    ...(subject.asker.organisation === undefined ? {} : { asker: subject.asker.organisation }),
    submission: 'submission' in command ? command.submission : subject.submission,
    datasets: [...subject.datasets, ...asked].map(({ dataset }) => dataset),
    elsewhere: command.type === 'redirect-case' ? (command.datasets ?? []) : [],
  };
}

interface OrganisationRow {
  readonly id: string;
  readonly kind: string;
  readonly nation: keyof Calendars | null;
  readonly boards: string[] | null;
}

/** Bodies bound by public law, which act by a legal power. */
const publicKinds = new Set(['council', 'combined-authority', 'transport-body', 'public-body', 'university']);

async function organisationsOf(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationRow>> {
  const rows = await queries.rows<OrganisationRow>(
    `select id, kind, state->>'nation' as nation, state->'boards' as boards from organisation where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Classes of purpose that submissions name, by request and number; absent where one names none. */
async function purposeClassesOf(queries: Queries, named: readonly Subject[]): Promise<ReadonlyMap<string, string>> {
  const rows = await queries.rows<{ request: string; submission: number; purpose: string | null }>(
    `select asked.request, asked.submission,
       request.content->('submission:' || asked.submission)->'answers'->>'purpose-class' as purpose
     from unnest($1::uuid[], $2::integer[]) as asked (request, submission)
     join sharing_request request on request.id = asked.request`,
    [named.map(({ request }) => request), named.map(({ submission }) => submission)],
  );
  return new Map(rows.flatMap((row) => (row.purpose === null ? [] : [[submissionOf(row), row.purpose]])));
}

const submissionOf = ({ request, submission }: Pick<Subject, 'request' | 'submission'>): string =>
  `${request} ${submission}`;

/** What decisions about these cases must know of other rows. */
export async function caseFacts(
  sources: CaseFactSources,
  queries: Transaction | Queries,
  items: readonly Pick<LoadedCase, 'stored' | 'command'>[],
): Promise<CaseFacts[]> {
  const subjects = items.map(subjectOf);
  const named = subjects.filter((subject) => subject !== undefined);
  const today = localDate(sources.clock.now().toISOString());
  const offices = [...new Set(named.map(({ organisation }) => organisation))];
  const parties = [...new Set([...offices, ...named.flatMap(({ asker }) => asker ?? [])])];
  // One after another: inside a transaction there is one connection, and it does one thing at a time.
  const people = await peopleOfOrganisations(queries, offices, today);
  const organisations = await organisationsOf(queries, parties);
  const datasets = await datasetsToday(queries, [
    ...new Set(named.flatMap((one) => [...one.datasets, ...one.elsewhere])),
  ]);
  const advice = await sources.standingAdvice(queries, offices, today);
  const purposeClasses = await purposeClassesOf(queries, named);
  const calendars = await sources.calendars(queries);
  return subjects.map((subject): CaseFacts => {
    if (!subject) throw new Error('A decision was asked for about a case that is not there');
    const office = organisations.get(subject.organisation);
    const purposeClass = purposeClasses.get(submissionOf(subject));
    return {
      today,
      calendars,
      holidays: calendars[office?.nation ?? 'england'],
      officers: people.get(subject.organisation) ?? [],
      datasets: datasets.filter(({ dataset }) => subject.datasets.includes(dataset)),
      redirectable: datasets.filter(({ dataset }) => subject.elsewhere.includes(dataset)),
      boards: office?.boards ?? [],
      standingAdvice: advice.get(subject.organisation) ?? [],
      ...(purposeClass === undefined ? {} : { purposeClass }),
      ownerIsPublic: publicKinds.has(office?.kind ?? ''),
      requesterIsPublic: publicKinds.has(organisations.get(subject.asker ?? '')?.kind ?? ''),
    };
  });
}
