import type { LocalDate } from '#kernel';
import type { RegisterRow } from '#sharing/contracts';
import {
  agreementKindLabels,
  answerText,
  answerTo,
  clauseOf,
  endingLabels,
  handedOverDeliveries,
  laneLabels,
  purposeClasses,
  registerStatus,
  registerStatusLabels,
  ruleInWords,
  submissionKey,
  withholdQuestion,
  type Answers,
  type Lane,
} from '#sharing/domain';
import type { Registered, RegisterReading } from './register-sources.ts';

/** What people can do about data that may be about them, by the care it needs. */
const aboutYou: Record<Lane, string> = {
  A: 'This data is not about people.',
  B: 'This data is about people, so some of it may be about you. Ask the organisation that gives it: it tells you what it holds about you, and you can object.',
  C: 'This is sensitive data about people, so some of it may be about you. Ask the organisation that gives it: it tells you what it holds about you, and you can object. Its data protection officer answers.',
};

interface Said {
  /** Plain text of an answer, unless it is to be left out. */
  tell(question: string): string | undefined;
  readonly withheld: RegisterRow['withheld'];
  readonly answers: Answers;
}

/** What the request says in public: what its asker wants left out is named with the reason, and not shown. */
function saidIn({ request, words, submission }: Registered, reading: RegisterReading): Said {
  const answers = (words[submissionKey(submission)]?.answers ?? {}) as Answers;
  const questions = new Map(
    reading
      .questionSets(request)
      .flatMap(({ sections }) => sections.flatMap((section) => section.questions.map((one) => [one.id, one] as const))),
  );
  const left = answerTo(answers, withholdQuestion);
  const reasons = typeof left === 'object' && left !== null && !Array.isArray(left) ? Object.entries(left) : [];
  const hidden = new Set(reasons.map(([question]) => question));
  return {
    answers,
    tell: (id) => {
      const question = hidden.has(id) ? undefined : questions.get(id);
      const text = question ? answerText(question, answerTo(answers, id)).trim() : '';
      return text === '' ? undefined : text;
    },
    withheld: reasons.map(([id, reason]) => ({ field: questions.get(id)?.label ?? id, reason: String(reason) })),
  };
}

const optional = <Key extends string, Value>(
  key: Key,
  value: Value | undefined | null,
): { readonly [Name in Key]?: Value } =>
  (value === undefined || value === null ? {} : { [key]: value }) as { readonly [Name in Key]?: Value };

function datasetsOf({ state }: Registered, { datasets, listed }: RegisterReading): RegisterRow['datasets'] {
  return state.datasets.map(({ dataset, columns }) => {
    const shared = listed.has(dataset) ? datasets.get(dataset) : undefined;
    const nameOf = (id: string): string =>
      shared?.columns.find((column) => column.id === id)?.name ?? 'a column that is gone';
    return {
      ...optional('slug', shared?.slug),
      title: shared?.title ?? 'A dataset that is not listed for everybody',
      disclosed: shared
        ? columns.map(({ column, rule }) => (rule ? `${nameOf(column)} (${ruleInWords(rule)})` : nameOf(column)))
        : [],
    };
  });
}

/** First and last hand-over, and the rows of the newest files. */
function deliveriesOf({ permissions }: Registered) {
  const delivered = (permissions ?? []).flatMap(handedOverDeliveries);
  const days = delivered.map(({ on }) => on).sort();
  const rows = delivered.flatMap(({ file }) => (file ? [file.rows] : []));
  return {
    ...optional('firstDelivery', days[0]),
    ...optional('lastDelivery', days.at(-1)),
    ...optional('rows', rows.length === 0 ? undefined : rows.reduce((sum, one) => sum + one, 0)),
  };
}

/** Teams answer in public; an address of a person is none of theirs. */
const contactOf = (registered: Registered, { datasets, listed }: RegisterReading): string | undefined =>
  registered.state.datasets
    .flatMap(({ dataset }) => (listed.has(dataset) ? (datasets.get(dataset)?.contact?.name ?? []) : []))
    .at(0);

function howItIsGiven({ state, content }: Registered, said: Said) {
  const clause = (id: string): string | undefined =>
    state.clauses.includes(id) ? clauseOf(content, id)?.text : undefined;
  return {
    ...optional('legalPower', state.lane === 'A' ? clause('powers') : undefined),
    ...optional('lawfulBasis', state.lane === 'A' ? undefined : clause('powers')),
    kind: { code: state.kind, label: agreementKindLabels[state.kind] },
    charge: clause('charge') ?? 'Not agreed.',
    exclusivity: clause('exclusivity') ?? 'Not agreed.',
    commercialUse: said.answers['commercial'] === true,
    ...optional('linkage', said.tell('linkage-with')),
    method: 'A file downloaded from Wayleave, or handed over by the provider; each is recorded.',
    ...optional('frequency', said.tell('frequency')),
    ...optional('protections', said.tell('protection')),
    ...optional('territory', said.tell('storage-countries')),
    ...optional('retention', clause('disposal')),
  };
}

/** The kind of an organisation in words: `combined-authority` is read as it is written. */
const sectorOf = (kind: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')}`;

/** One row of the register, as everybody reads it on a day. */
export function registerRowOf(registered: Registered, reading: RegisterReading, today: LocalDate): RegisterRow {
  const { id, state, content, recipient_kind: kind } = registered;
  const said = saidIn(registered, reading);
  const status = registerStatus(state, today) ?? 'ended';
  const purpose = purposeClasses.find(({ code }) => code === said.answers['purpose-class']);
  const recipient = state.recipient.organisation;
  return {
    id,
    reference: state.reference,
    version: state.version,
    title: content.title,
    ...optional('summary', said.tell('summary')),
    ...optional('purposeClass', purpose && { code: purpose.code, label: purpose.label }),
    ...optional('publicBenefit', said.tell('benefits')),
    provider: reading.names.organisation(state.provider),
    recipient:
      recipient === undefined
        ? { name: 'An individual', sector: 'Individual' }
        : {
            name: reading.names.organisation(recipient).name,
            sector: kind === null ? 'Organisation' : sectorOf(kind),
            organisation: reading.names.organisation(recipient),
          },
    datasets: datasetsOf(registered, reading),
    lane: { code: state.lane, label: laneLabels[state.lane] },
    ...howItIsGiven(registered, said),
    requestedOn: registered.requested_on,
    ...optional('decidedOn', registered.decided_on),
    ...optional('workingDays', registered.days_taken),
    inForceOn: state.inForceOn ?? '',
    ...state.term,
    status: { code: status, label: registerStatusLabels[status] },
    ...optional('endedOn', state.ended?.on),
    ...optional('endedHow', state.ended && { code: state.ended.how, label: endingLabels[state.ended.how] }),
    ...deliveriesOf(registered),
    ...optional('contact', contactOf(registered, reading)),
    aboutYou: aboutYou[state.lane],
    withheld: said.withheld,
    updated: registered.changed_at.toISOString(),
  };
}
