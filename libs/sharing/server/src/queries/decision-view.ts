import type { DecisionView } from '#sharing/contracts';
import {
  awaitsForms,
  columnFormLabels,
  dpiaOutcomes,
  dpiaScreenings,
  lawfulBases,
  outcomeLabels,
  refusalGrounds,
  specialConditions,
  type CaseContent,
  type RecordCodes,
  type RecordWords,
  type ReferenceTerm,
  type Side,
  type TaskDecision,
} from '#sharing/domain';
import type { CaseReading, StoredCase } from './case-reading.ts';

interface DecisionWords {
  readonly reasons: string;
  readonly conditions: readonly string[];
  readonly objectionReason?: string;
  readonly words?: RecordWords;
}

interface OutcomeWords {
  readonly reasons?: string;
  readonly address?: string;
}

/** What the ledger holds of a decision beside the case: its codes and the precedents that it names. */
export interface DecisionFacts {
  readonly task: string;
  readonly codes: RecordCodes;
  readonly precedents: DecisionView['parts'][number]['precedents'];
}

const partOf = <Part>(content: CaseContent, key: string): Part | undefined => content[key] as Part | undefined;

const labelled = (terms: readonly ReferenceTerm[], code: string | undefined) => {
  const term = terms.find((one) => one.code === code);
  return term === undefined ? undefined : { code: term.code, label: term.label };
};

export const reviewRoute =
  'You can ask for a review on this page: somebody who did not decide will look at it. If the data is about you, or you are still not content, you can complain to the Information Commissioner’s Office (ico.org.uk); in Scotland about access to information to the Scottish Information Commissioner.';

const redirectLabels = {
  'open-already': 'It is open already',
  'not-held': 'Held by somebody else',
  'information-rights': 'Passed to the information-rights team',
} as const;

/** What a decision is read with, and from which side. */
interface Reading {
  readonly reading: CaseReading;
  readonly side: Side;
  readonly facts: readonly DecisionFacts[];
}

/** A decision as one side reads it; undefined while there is none. */
export function decisionViewOf(
  stored: StoredCase,
  reading: CaseReading,
  side: Side,
  facts: readonly DecisionFacts[] = [],
): DecisionView | undefined {
  const { state, content } = stored;
  const { outcome, decidedOn } = state;
  if (!outcome || !decidedOn) return undefined;
  const whole = partOf<OutcomeWords>(content, 'outcome');
  const parts = state.decisions.map((decision) => partView(stored, decision, { reading, side, facts }));
  const given = state.decisions.length > 0 ? parts : [wholePart(stored, whole, reading)];
  const needsRoute = outcome.code !== 'approved' || outcome.conditional;
  return {
    outcome: { code: outcome.code, label: labelOfOutcome(outcome), conditional: outcome.conditional },
    on: decidedOn,
    parts: given,
    ...redirectOf(stored, whole, reading),
    ...(needsRoute ? { reviewRoute } : {}),
    awaitsForms: awaitsForms(state),
  };
}

export const labelOfOutcome = ({
  code,
  conditional,
}: {
  code: keyof typeof outcomeLabels;
  conditional: boolean;
}): string => (conditional ? `${outcomeLabels[code]}, with conditions` : outcomeLabels[code]);

function partView(
  { state, content }: StoredCase,
  decision: TaskDecision,
  { reading, side, facts }: Reading,
): DecisionView['parts'][number] {
  const said = partOf<DecisionWords>(content, `decision:${decision.task}`);
  const known = facts.find(({ task }) => task === decision.task);
  const ground = labelled(refusalGrounds, decision.ground);
  const inside = side !== 'requester';
  return {
    task: decision.task,
    by: inside ? reading.names.person(decision.by) : reading.names.organisation(state.organisation).name,
    reasons: said?.reasons ?? '',
    conditions: [...(said?.conditions ?? [])],
    ...(ground ? { ground } : {}),
    ...(inside && said?.objectionReason !== undefined ? { objectionReason: said.objectionReason } : {}),
    datasets: decision.datasets.map((one) => datasetPart(one, state, reading)),
    record: inside ? recordOf(known?.codes ?? {}, said?.words ?? {}) : [],
    precedents: inside ? (known?.precedents ?? []) : [],
  };
}

function datasetPart(
  { dataset, outcome, columns }: TaskDecision['datasets'][number],
  { datasets }: StoredCase['state'],
  reading: CaseReading,
): DecisionView['parts'][number]['datasets'][number] {
  const shared = reading.datasets.get(dataset);
  const nameOf = (id: string): string =>
    shared?.columns.find((column) => column.id === id)?.name ?? 'a column that is gone';
  const given = new Set(columns.map(({ column }) => column));
  const asked = datasets.find((one) => one.dataset === dataset)?.columns ?? [];
  return {
    id: dataset,
    title: shared?.title ?? 'A dataset that is gone',
    outcome,
    columns: columns.map(({ column, form }) => ({
      id: column,
      name: nameOf(column),
      form: { code: form, label: columnFormLabels[form] },
    })),
    withheld: asked.filter((column) => !given.has(column)).map(nameOf),
  };
}

/** A case closed as a whole: refused at any stage, or passed on. */
const wholePart = ({ state }: StoredCase, said: OutcomeWords | undefined, reading: CaseReading) => ({
  by: reading.names.organisation(state.organisation).name,
  reasons: said?.reasons ?? '',
  conditions: [],
  datasets: state.datasets.map(({ dataset, columns }) =>
    datasetPart(
      { dataset, outcome: 'refused', columns: [] },
      { ...state, datasets: [{ ...emptyDataset, dataset, columns }] },
      reading,
    ),
  ),
  record: [],
  precedents: [],
});

const emptyDataset = { owners: [], described: false, whole: false };

function redirectOf({ state }: StoredCase, said: OutcomeWords | undefined, reading: CaseReading) {
  const { redirect } = state;
  if (!redirect) return {};
  const { kind, organisation, datasets, followed } = redirect;
  return {
    redirect: {
      kind: { code: kind, label: redirectLabels[kind] },
      ...(said?.address === undefined ? {} : { address: said.address }),
      ...(organisation === undefined ? {} : { organisation: reading.names.organisation(organisation) }),
      datasets: datasets.map((id) => {
        const shared = reading.datasets.get(id);
        return { id, slug: shared?.slug ?? '', title: shared?.title ?? 'A dataset that is gone' };
      }),
      followed,
    },
  };
}

const wordsOfRecord: Readonly<Record<keyof RecordWords, string>> = {
  legalPowerOwner: 'Legal power of the owner',
  legalPowerRequester: 'Legal power of the requester',
  controllerRelationship: 'Relationship of the controllers',
  necessity: 'Why sharing is necessary',
  confidentiality: 'Duty of confidence and how it is met',
  retention: 'Retention and deletion',
  security: 'Security',
  individualsRights: 'Rights of the people in the data',
  interval: 'Dates or interval',
  optionsWeighed: 'Options weighed, not sharing among them',
};

/** The decision record as lines of name and value (ICO data sharing code, annex B). */
function recordOf(codes: RecordCodes, words: RecordWords): { label: string; value: string }[] {
  const chosen: readonly [string, string | undefined][] = [
    ['Lawful basis of the owner', labelled(lawfulBases, codes.lawfulBasisOwner)?.label],
    ['Lawful basis of the requester', labelled(lawfulBases, codes.lawfulBasisRequester)?.label],
    ['Condition for sensitive data', labelled(specialConditions, codes.specialCondition)?.label],
    ['DPIA screening', labelled(dpiaScreenings, codes.dpiaScreening)?.label],
    ['DPIA outcome', labelled(dpiaOutcomes, codes.dpiaOutcome)?.label],
    ['Law enforcement processing (DPA 2018, part 3)', lawEnforcement(codes.lawEnforcement)],
  ];
  const said = (Object.keys(wordsOfRecord) as (keyof RecordWords)[]).map(
    (key) => [wordsOfRecord[key], words[key]] as const,
  );
  return [...chosen, ...said].flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [{ label, value }],
  );
}

const lawEnforcement = (applies: boolean | undefined): string | undefined => {
  if (applies === undefined) return undefined;
  return applies ? 'Yes' : 'No';
};
