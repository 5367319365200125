import { sharedDatasets, type SharedDataset } from '#catalogue/server';
import { addDays, localDate, type LocalDate } from '#kernel';
import type { Queries } from '#platform/database';
import {
  answerText,
  draftClauses,
  answerTo,
  lawfulBases,
  laneAtLeast,
  namedData,
  submissionKey,
  usualRule,
  type AgreedDataset,
  type Answers,
  type Case,
  type CaseContent,
  type DraftAgreement,
  type DraftingWords,
  type QuestionSet,
  type RecordCodes,
  type RecordWords,
  type RequestContent,
  type SharingRequest,
  type TaskDecision,
  type Term,
} from '#sharing/domain';
import { namedColumns, recipientName } from './agreement-facts.ts';
import { Names } from '../queries/names.ts';
import type { SharingSources } from '../queries/sharing-sources.ts';

/** A decided case with its request: all that terms are drafted from. */
export interface DecidedCase {
  readonly id: string;
  readonly state: Case;
  readonly content: CaseContent;
  readonly request: SharingRequest;
  readonly words: RequestContent;
  /** Codes of each decision, by task: the case keeps its words, the ledger its codes. */
  readonly codes: readonly RecordCodes[];
}

const approvedIn = ({ decisions }: Case) =>
  decisions.flatMap(({ datasets }) => datasets.filter(({ outcome }) => outcome === 'approved'));

/** The approved data, each coarser column with the usual measure until the provider says how exactly. */
function agreedDatasets(state: Case, shared: ReadonlyMap<string, SharedDataset>): AgreedDataset[] {
  return approvedIn(state).map(({ dataset, columns }) => {
    const types = new Map(shared.get(dataset)?.columns.map(({ id, type }) => [id, type]));
    return {
      dataset,
      whole: columns.length === 0,
      columns: columns.map(({ column, form }) => {
        const rule = usualRule(form, types.get(column));
        return { column, form, ...(rule === undefined ? {} : { rule }) };
      }),
      rows: [],
    };
  });
}

/** A year from today, reviewed in its last quarter; the provider sets other days before the terms are offered. */
function usualTerm(today: LocalDate): Term {
  const end = addDays(today, 364);
  return { start: today, end, review: addDays(end, -90) };
}

interface DecisionWords {
  readonly conditions?: readonly string[];
  readonly words?: RecordWords;
}

const saidIn = (content: CaseContent, { task }: TaskDecision): DecisionWords =>
  (content[`decision:${task}`] ?? {}) as DecisionWords;

/** The first of several owners' records that says something of a part. */
const firstOf = <Words extends object, Part extends keyof Words>(
  all: readonly Words[],
  part: Part,
): Words[Part] | undefined => all.map((one) => one[part]).find((value) => value !== undefined && value !== '');

const basisLabel = (code: string | undefined): string | undefined => {
  const basis = lawfulBases.find((term) => term.code === code);
  return basis && `${basis.label} (${basis.source})`;
};

/** What the request says, question by question, as plain text. */
function teller(sets: readonly QuestionSet[], answers: Answers) {
  const questions = new Map(
    sets.flatMap(({ sections }) => sections.flatMap((section) => section.questions.map((one) => [one.id, one]))),
  );
  return (id: string): string | undefined => {
    const question = questions.get(id);
    const text = question ? answerText(question, answerTo(answers, id)).trim() : '';
    return text === '' ? undefined : text.replaceAll('\n', '; ');
  };
}

type Optional<Words> = { [Part in keyof Words]?: Words[Part] | undefined };

/** Leaves out what nobody said. */
const spoken = <Words extends object>(words: Optional<Words>): Partial<Words> =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Partial<Words>;

function fromRecord({ state, content, codes }: DecidedCase): Partial<DraftingWords> {
  const records = state.decisions.map((decision) => saidIn(content, decision).words ?? {});
  return spoken<DraftingWords>({
    lawfulBasisProvider: basisLabel(firstOf(codes, 'lawfulBasisOwner')),
    lawfulBasisRecipient: basisLabel(firstOf(codes, 'lawfulBasisRequester')),
    powerProvider: firstOf(records, 'legalPowerOwner'),
    powerRecipient: firstOf(records, 'legalPowerRequester'),
    controllers: firstOf(records, 'controllerRelationship'),
    confidentiality: firstOf(records, 'confidentiality'),
    security: firstOf(records, 'security'),
    retention: firstOf(records, 'retention'),
    rights: firstOf(records, 'individualsRights'),
    frequency: firstOf(records, 'interval'),
  });
}

function fromAnswers(tell: (id: string) => string | undefined): Partial<DraftingWords> {
  return spoken<DraftingWords>({
    purpose: tell('summary'),
    frequency: tell('frequency'),
    security: tell('protection'),
    retention: tell('keep-reason'),
    others: tell('other-recipient-names'),
    territory: tell('storage-countries'),
  });
}

const contactOf = (shared: ReadonlyMap<string, SharedDataset>): string | undefined => {
  const contacts = [...shared.values()].flatMap(({ contact }) => {
    const parts = [contact?.name, contact?.email].filter((part) => part !== undefined);
    return parts.length === 0 ? [] : [parts.join(', ')];
  });
  return contacts.length === 0 ? undefined : [...new Set(contacts)].join('; ');
};

interface Known {
  readonly sets: readonly QuestionSet[];
  readonly shared: ReadonlyMap<string, SharedDataset>;
  readonly term: Term;
}

/** What request and decision say; of what both say, the decision's word counts. */
function said(
  decided: DecidedCase,
  { sets, shared, term }: Known,
): Omit<DraftingWords, 'kind' | 'provider' | 'recipient' | 'datasets'> {
  const { state, content, words } = decided;
  const answers = (words[submissionKey(state.submission)]?.answers ?? {}) as Answers;
  const contact = contactOf(shared);
  return {
    ...fromAnswers(teller(sets, answers)),
    ...fromRecord(decided),
    title: words.title,
    term,
    conditions: state.decisions.flatMap((decision) => saidIn(content, decision).conditions ?? []),
    commercial: answers['commercial'] === true,
    training: answers['ai-training'] === true,
    ...(contact === undefined ? {} : { contact }),
  };
}

/** Whether the request asks for the data more than once, as its newest answers say. */
function isAskedAgain({ state, words }: DecidedCase): boolean {
  const answers = (words[submissionKey(state.submission)]?.answers ?? {}) as Answers;
  return answers['frequency'] === 'refreshed' || answers['frequency'] === 'live';
}

/** The command that begins the terms of a decision, with every clause written. @param id of the agreement to be */
export async function draftFromDecision(
  queries: Queries,
  sources: SharingSources,
  decided: DecidedCase,
  id: string,
): Promise<DraftAgreement> {
  const { state, request, words } = decided;
  const approved = approvedIn(state).map(({ dataset }) => dataset);
  const parties = [state.organisation, state.asker.organisation];
  const [shared, names, sets] = await Promise.all([
    sharedDatasets(queries, approved),
    Names.of(queries, [state.asker.person], parties),
    sources.questionSets(queries, request.questionSets),
  ]);
  const datasets = agreedDatasets(state, shared);
  const term = usualTerm(localDate(sources.clock.now().toISOString()));
  const kind = laneAtLeast(state.lane, 'B') ? 'data-sharing-agreement' : 'bespoke-licence';
  const clauses = draftClauses({
    ...said(decided, { sets, shared, term }),
    kind,
    provider: names.organisation(state.organisation).name,
    recipient: recipientName(names, state.asker),
    datasets: namedData(datasets, namedColumns(shared)),
  });
  const place = request.cases.findIndex((one) => one.case === decided.id) + 1;
  return {
    type: 'draft-agreement',
    id,
    case: decided.id,
    request: state.request,
    reference: `${state.reference}/${Math.max(1, place)}`,
    kind,
    lane: state.lane,
    provider: state.organisation,
    recipient: state.asker,
    boards: state.boards,
    owners: [...new Set(state.datasets.flatMap(({ dataset, owners }) => (approved.includes(dataset) ? owners : [])))],
    datasets,
    term,
    ...(isAskedAgain(decided) ? { refreshed: true as const } : {}),
    title: words.title,
    clauses,
  };
}
