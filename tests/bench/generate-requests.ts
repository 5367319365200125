import type { Role } from '#kernel';
import {
  askedSections,
  defaultQuestionSet,
  lawfulBases,
  longestOf,
  refusalGrounds,
  screenedLane,
  specialConditions,
  type Answer,
  type Answers,
  type BasketItem,
  type Case,
  type CaseCommand,
  type DatasetDecision,
  type DecideCase,
  type Lane,
  type Question,
} from '#sharing/domain';
import { pick, pickCommon, random } from './generate.ts';
import { subjects } from './vocabulary.ts';

/** The twelve people of an organisation that decides, by their roles. */
export const officeRoles: readonly (readonly Role[])[] = [
  ['administrator'],
  ['steward'],
  ['steward'],
  ['owner'],
  ['owner'],
  ['owner'],
  ['owner'],
  ['siro'],
  ['adviser:data-protection'],
  ['adviser:legal'],
  ['adviser:security'],
  ['signatory'],
];

/** What can be asked for, as a basket names it. */
export interface Offered {
  readonly dataset: string;
  readonly organisation: string;
  readonly columns: readonly string[];
}

/** Where a case stays, if anywhere, before it is decided. */
export type Halt = 'validate' | 'advise' | 'accept' | 'decide' | 'returned' | 'withdrawn';

export interface GeneratedRequest {
  readonly title: string;
  readonly answers: Answers;
  readonly lane: Lane;
  readonly basket: readonly BasketItem[];
}

const purposes = [
  'Route planning for people who use wheelchairs',
  'A map of places that flood first',
  'Where to plant street trees',
  'Charging points that drivers can rely on',
  'How far people travel to a library',
  'Repairs before a road fails',
  'Which homes lose most heat',
  'Quieter streets around schools',
  'Cleaner air on the way to work',
  'Empty shops and what could open in them',
];

const phrases = [
  'We compare the records of one year with those of the next, and publish what has changed, ward by ward.',
  'Two analysts work with the data; both have signed the rules of the office and are trained each year.',
  'Residents told us in three workshops that they cannot find this out by themselves, and that it matters to them.',
  'Open figures exist, but they are totals for whole districts, which hide the differences that we look for.',
  'The result is a short report and a table of averages; no line of it is about one household.',
  'The copy is kept on a server in the United Kingdom, encrypted, and is deleted when the report is out.',
  'If it is refused we would have to send people out to count, which takes half a year and costs more than the work is worth.',
  'Nobody outside the team sees the data, and it is joined with nothing but the boundaries of wards.',
];

function words(next: () => number, longest: number): string {
  let text = pick(next, phrases);
  const wanted = Math.min(longest, 120 + Math.floor(next() * 700));
  for (let more = pick(next, phrases); text.length + more.length + 1 <= wanted; more = pick(next, phrases)) {
    text += ` ${more}`;
  }
  return text.slice(0, longest);
}

const codesOf = ({ choices = [] }: Question): readonly string[] => choices.map(({ code }) => code);

const answering: Record<Question['kind'], (next: () => number, question: Question) => Answer | undefined> = {
  line: (next) => pick(next, phrases).slice(0, 80),
  text: (next, question) => words(next, longestOf(question)),
  choice: (next, question) => pick(next, codesOf(question)),
  choices: (next, question) => codesOf(question).slice(0, 1 + Math.floor(next() * 2)),
  'explained-choices': (next, question) =>
    Object.fromEntries(
      codesOf(question)
        .slice(0, 3)
        .map((code) => [code, words(next, 400)]),
    ),
  'yes-no': (next) => next() < 0.3,
  date: () => '2027-03-31',
  period: () => ({ from: '2024-04-01', until: '2027-03-31' }),
  number: (next) => 100 + Math.floor(next() * 5000),
  list: (next) => [pick(next, phrases).slice(0, 60), pick(next, phrases).slice(0, 60)],
  // Files lie in the storage, not in the tables that are measured.
  files: () => undefined,
};

/** A high risk that remains would be the regulator's to weigh, and nobody's to decide. */
const aboutPeople: Answers = { personal: true, criminal: false, children: false, care: false, 'dpia-outcome': 'low' };

/** What keeps a request from being about people, or makes it so. */
const screening: Record<Lane, Answers> = {
  A: { personal: false },
  B: { ...aboutPeople, 'special-category': false },
  C: { ...aboutPeople, 'special-category': true },
};

/** Answers to every question that is asked of a request in this lane. */
function answersOf(next: () => number, title: string, lane: Lane): Answers {
  const answers: Record<string, Answer> = {
    ...screening[lane],
    title,
    truthful: true,
    'publication-understood': true,
  };
  const skipped = new Set<string>(['withhold']);
  for (;;) {
    const open = askedSections([defaultQuestionSet], { answers, lane })
      .flatMap(({ questions }) => questions)
      .filter(({ id }) => answers[id] === undefined && !skipped.has(id));
    if (open.length === 0) return answers;
    for (const question of open) {
      const answer = answering[question.kind](next, question);
      if (answer === undefined) skipped.add(question.id);
      else answers[question.id] = answer;
    }
  }
}

const lanes: readonly Lane[] = ['A', 'A', 'A', 'A', 'A', 'A', 'A', 'B', 'B', 'C'];

/** Two datasets at most of each of the offices chosen: large ones are asked far more often than small ones. */
function basketOf(next: () => number, offers: readonly (readonly Offered[])[]): BasketItem[] {
  const wanted = next() < 0.6 ? 1 : next() < 0.75 ? 2 : 3;
  const chosen = new Set<readonly Offered[]>();
  while (chosen.size < wanted) chosen.add(pickCommon(next, offers));
  const asked = [...chosen].flatMap((office) => [...new Set([pick(next, office), pick(next, office)])]);
  return asked.map(({ dataset, columns }) => ({
    dataset,
    columns: columns.map((column) => ({ column, justification: pick(next, phrases) })),
  }));
}

/** The n-th generated request, for data that these offices offer. */
export function generateRequest(number: number, offers: readonly (readonly Offered[])[]): GeneratedRequest {
  const next = random(number * 104_729 + 31);
  const lane = pick(next, lanes);
  const title = `${pick(next, purposes)}: ${pickCommon(next, subjects).noun.toLowerCase()} ${number}`;
  const answers = answersOf(next, title, lane);
  return { title, answers, lane: screenedLane(answers), basket: basketOf(next, offers) };
}

const halts: readonly Halt[] = [
  ...Array<Halt>(25).fill('validate'),
  ...Array<Halt>(20).fill('advise'),
  ...Array<Halt>(5).fill('accept'),
  ...Array<Halt>(40).fill('decide'),
  ...Array<Halt>(7).fill('returned'),
  ...Array<Halt>(3).fill('withdrawn'),
];

/** Where the n-th case waits; the older ones are decided, but for the few that were withdrawn. */
export function haltOf(number: number, isRecent: boolean): Halt | undefined {
  const next = random(number * 15_485_863 + 7);
  if (!isRecent) return next() < 0.03 ? 'withdrawn' : undefined;
  return pick(next, halts);
}

const given = (
  { dataset, columns }: Case['datasets'][number],
  outcome: DatasetDecision['outcome'],
): DatasetDecision => ({
  dataset,
  outcome,
  columns: outcome === 'approved' ? columns.map((column) => ({ column, form: 'as-is' as const })) : [],
});

/** What a data owner decides on one task of the n-th case: a yes, a yes on conditions, or a no, with all that is put on record. */
export function generateDecision(number: number, subject: Case, task: string): DecideCase {
  const next = random(number * 32_452_843 + 3);
  const outcome = next() < 0.75 ? 'approved' : 'refused';
  const wanted = subject.tasks.find(({ id }) => id === task)?.datasets ?? [];
  const personal = subject.lane !== 'A';
  return {
    type: 'decide-case',
    task,
    datasets: subject.datasets.filter(({ dataset }) => wanted.includes(dataset)).map((one) => given(one, outcome)),
    reasons: `${words(next, 900)} ${words(next, 900)}`,
    conditions: outcome === 'approved' && next() < 0.4 ? [words(next, 200), words(next, 200)] : [],
    ...(outcome === 'refused' ? { ground: pick(next, refusalGrounds).code } : {}),
    codes: personal
      ? {
          lawfulBasisOwner: pick(next, lawfulBases).code,
          lawfulBasisRequester: pick(next, lawfulBases).code,
          dpiaScreening: 'needed',
          dpiaOutcome: 'low',
          ...(subject.lane === 'C' ? { specialCondition: pick(next, specialConditions).code } : {}),
        }
      : {},
    words: {
      necessity: words(next, 500),
      retention: words(next, 300),
      security: words(next, 500),
      optionsWeighed: words(next, 500),
      ...(personal ? { legalPowerOwner: words(next, 200), legalPowerRequester: words(next, 200) } : {}),
      ...(subject.lane === 'C' ? { confidentiality: words(next, 300) } : {}),
    },
  };
}

/** A step of the n-th case, by the role that takes it; undefined where nothing is left to do. */
export function nextStep(
  number: number,
  subject: Case,
): { readonly role: Role; readonly command: CaseCommand } | undefined {
  const next = random(number * 49_979_687 + subject.tasks.length);
  const task = subject.tasks.find(({ state, kind }) => state === 'open' && kind === subject.stage);
  if (subject.state !== 'open' || !task) return undefined;
  switch (task.kind) {
    case 'validate':
      return { role: 'steward', command: { type: 'validate-case', regime: 're-use' } };
    case 'advise':
      return {
        role: `adviser:${task.label ?? 'legal'}` as Role,
        command: { type: 'give-advice', task: task.id, verdict: 'support', text: words(next, 600) },
      };
    case 'accept':
      return { role: 'siro', command: { type: 'accept-risk', reason: words(next, 300) } };
    default:
      return { role: 'owner', command: generateDecision(number, subject, task.id) };
  }
}
