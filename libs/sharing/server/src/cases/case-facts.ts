import { sharedDatasets, type SharedDataset } from '#catalogue/server';
import { localDate } from '#kernel';
import type { Loaded } from '#ledger/server';
import { peopleOfOrganisations, type PersonWithRoles } from '#organisations/server';
import type { Queries, Transaction } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { Calendars, Case, CaseCommand, CaseContent, CaseFacts, Officer, StandingAdvice } from '#sharing/domain';
import { caseOrganisations } from './case-organisations.ts';
import { todayOfDataset } from './datasets-today.ts';

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
  /** Absent for a case that is about to be opened. */
  readonly id?: string;
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
    ...(stored ? { id: stored.state.id } : {}),
    request: subject.request,
    organisation: subject.organisation,
    ...(subject.asker.organisation === undefined ? {} : { asker: subject.asker.organisation }),
    submission: 'submission' in command ? command.submission : subject.submission,
    datasets: [...subject.datasets, ...asked].map(({ dataset }) => dataset),
    elsewhere: command.type === 'redirect-case' ? (command.datasets ?? []) : [],
  };
}

/** Bodies bound by public law, which act by a legal power. */
const publicKinds = new Set(['council', 'combined-authority', 'transport-body', 'public-body', 'university']);

/** What the answers that a case judges say of the rules' own questions. */
interface Told {
  readonly request: string;
  readonly submission: number;
  readonly purpose: string | null;
  readonly risk: string | null;
}

/** What submissions tell, by request and number. */
async function toldIn(queries: Queries, named: readonly Subject[]): Promise<ReadonlyMap<string, Told>> {
  const [one] = named.length === 1 ? named : [];
  const asked = one ? '(values ($1::uuid, $2::integer))' : 'unnest($1::uuid[], $2::integer[])';
  const rows = await queries.rows<Told>(
    `select asked.request, asked.submission, told.answers->>'purpose-class' as purpose,
       case when told.answers->>'dpia' = 'done' then told.answers->>'dpia-outcome' end as risk
     from ${asked} as asked (request, submission) join sharing_request request on request.id = asked.request
     cross join lateral (select request.content->('submission:' || asked.submission)->'answers' as answers offset 0) told`,
    one
      ? [one.request, one.submission]
      : [named.map(({ request }) => request), named.map(({ submission }) => submission)],
    one ? 'case-answers' : undefined,
  );
  return new Map(rows.map((row) => [submissionOf(row), row]));
}

/** Cases whose agreement is or was in force: their decision is not taken back any more. */
async function agreedAndInForce(queries: Queries, cases: readonly string[]): Promise<ReadonlySet<string>> {
  if (cases.length === 0) return new Set();
  const rows = await queries.rows<{ id: string }>(
    `select case_id as id from agreement where case_id = any($1::uuid[])
       and status not in ('drafting', 'negotiating', 'awaiting-signatures', 'abandoned')`,
    [cases],
    'agreements-in-force',
  );
  return new Set(rows.map(({ id }) => id));
}

const submissionOf = ({ request, submission }: Pick<Subject, 'request' | 'submission'>): string =>
  `${request} ${submission}`;

/** Other rows that decisions and views of cases need. */
export interface CaseSurroundings {
  readonly facts: readonly CaseFacts[];
  readonly people: ReadonlyMap<string, readonly PersonWithRoles[]>;
  readonly datasets: ReadonlyMap<string, SharedDataset>;
}

/**
 * Reads what decisions about these cases must know of other rows.
 * @param more ids of further datasets to read with them
 */
export async function surroundingsOf(
  sources: CaseFactSources,
  queries: Queries,
  items: readonly Pick<LoadedCase, 'stored' | 'command'>[],
  more: readonly string[] = [],
): Promise<CaseSurroundings> {
  const subjects = items.map(subjectOf);
  if (!subjects.every((subject) => subject !== undefined)) {
    throw new Error('A decision was asked for about a case that is not there');
  }
  const today = localDate(sources.clock.now().toISOString());
  const offices = [...new Set(subjects.map(({ organisation }) => organisation))];
  const parties = [...new Set([...offices, ...subjects.flatMap(({ asker }) => asker ?? [])])];
  const asked = [...new Set([...subjects.flatMap((one) => [...one.datasets, ...one.elsewhere]), ...more])];
  const decided = items.flatMap(({ stored }) => (stored?.state.state === 'decided' ? [stored.state.id] : []));
  const [people, organisations, datasets, advice, told, calendars, inForce] = await Promise.all([
    peopleOfOrganisations(queries, parties, today),
    caseOrganisations(queries, parties),
    sharedDatasets(queries, asked),
    sources.standingAdvice(queries, offices, today),
    toldIn(queries, subjects),
    sources.calendars(queries),
    agreedAndInForce(queries, decided),
  ]);
  const todays = [...datasets.values()].map(todayOfDataset);
  const factsOf = (subject: Subject): CaseFacts => {
    const office = organisations.get(subject.organisation);
    const { purpose, risk } = told.get(submissionOf(subject)) ?? { purpose: null, risk: null };
    return {
      today,
      calendars,
      holidays: calendars[office?.nation ?? 'england'],
      officers: officersOf(subject, people),
      datasets: todays.filter(({ dataset }) => subject.datasets.includes(dataset)),
      redirectable: todays.filter(({ dataset }) => subject.elsewhere.includes(dataset)),
      boards: office?.boards ?? [],
      standingAdvice: advice.get(subject.organisation) ?? [],
      ...(subject.id !== undefined && inForce.has(subject.id) ? { agreementInForce: true } : {}),
      ...(purpose === null ? {} : { purposeClass: purpose }),
      ...(risk === null ? {} : { remainingRisk: risk }),
      ownerIsPublic: publicKinds.has(office?.kind ?? ''),
      requesterIsPublic: publicKinds.has(organisations.get(subject.asker ?? '')?.kind ?? ''),
    };
  };
  return { facts: subjects.map(factsOf), people, datasets };
}

/** The members of the organisation that decides, with who of them belongs to the one that asks as well. */
function officersOf(
  { organisation, asker }: Subject,
  people: ReadonlyMap<string, readonly PersonWithRoles[]>,
): readonly Officer[] {
  const officers = people.get(organisation) ?? [];
  if (asker === undefined || asker === organisation) return officers;
  const asking = new Set(people.get(asker)?.map(({ person }) => person));
  return officers.map((officer) => (asking.has(officer.person) ? { ...officer, asks: true } : officer));
}

/** What decisions about these cases must know of other rows. */
export const caseFacts = async (
  sources: CaseFactSources,
  transaction: Transaction,
  items: readonly Pick<LoadedCase, 'stored' | 'command'>[],
): Promise<readonly CaseFacts[]> => (await surroundingsOf(sources, transaction, items)).facts;
