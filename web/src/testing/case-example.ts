import type { AskedDatasetView, CaseView, InboxItem, SharingReference, TaskView } from '#sharing/contracts';

export const exampleId = (last: number): string => `0198b000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const id = exampleId;
const council = { id: id(2), slug: 'ellermouth-city-council', name: 'Ellermouth City Council' };
const plain = { code: 'none', label: 'Not about people' };

/** A dataset asked for with two columns of three, for specs; only what a spec is about is given. */
export const askedExample = (given: Partial<AskedDatasetView> = {}): AskedDatasetView => ({
  id: id(10),
  slug: 'bus-stops',
  title: 'Bus stops',
  publisher: council,
  access: { code: 'named', label: 'Organisations the owner approves' },
  personalData: plain,
  columns: [
    { id: id(11), name: 'stop', sensitivity: plain, justification: 'To find it' },
    { id: id(12), name: 'boardings', sensitivity: plain, justification: '' },
  ],
  whole: false,
  available: [
    { id: id(11), name: 'stop', sensitivity: plain },
    { id: id(12), name: 'boardings', sensitivity: plain },
    { id: id(13), name: 'shelter', sensitivity: plain },
  ],
  requestable: true,
  ...given,
});

export const taskExample = (given: Partial<TaskView> = {}): TaskView => ({
  id: 'decide:1',
  kind: { code: 'decide', label: 'Decide' },
  state: { code: 'open', label: 'Open' },
  due: '2026-11-27',
  left: 3,
  overdue: false,
  holder: 'Data owner',
  gap: false,
  datasets: [id(10)],
  mine: true,
  ...given,
});

const sections: CaseView['sections'] = [
  {
    id: 'purpose',
    title: 'Purpose',
    questions: [
      { id: 'title', label: 'Title', answer: 'Where buses fill', files: [] },
      { id: 'aims', label: 'Aims', answer: 'Fewer full buses', files: [] },
    ],
  },
  { id: 'safety', title: 'Safety', questions: [{ id: 'storage', label: 'Where it is kept', files: [] }] },
];

/** A case as its owner's side sees it, at the decision. */
export const caseExample = (given: Partial<CaseView> = {}): CaseView => ({
  id: id(1),
  revision: 7,
  organisation: council,
  state: { code: 'open', label: 'Open' },
  stage: { code: 'decide', label: 'Being decided' },
  status: 'It is being decided.',
  submission: 1,
  latestSubmission: 1,
  lane: { code: 'A', label: 'Not about people' },
  clocks: {
    target: { workingDays: 20, due: '2026-12-01', used: 12, left: 5, paused: false },
    legal: {
      regime: { code: 'foi', label: 'Freedom of information' },
      law: 'FOIA 2000, section 10',
      deadline: '2026-12-08',
      extended: false,
      left: 10,
    },
    forecast: 'target 20 working days; too few decisions yet',
  },
  datasets: [{ id: id(10), slug: 'bus-stops', title: 'Bus stops' }],
  allowedCommands: ['decide', 'return', 'refuse', 'assign'],
  refusedCommands: [{ command: 'lower-lane', code: 'ledger.not-allowed', message: 'This is for the DPO.' }],
  request: { id: id(3), reference: 'WL-2026-0042', title: 'Where buses fill', submittedAt: '2026-11-10T09:00:00.000Z' },
  side: 'owner',
  requester: { person: { name: 'Ada Ford' }, profile: [] },
  sections,
  asked: [askedExample()],
  flags: [{ code: 'abroad', label: 'Leaves the UK', severity: 'attention', question: 'storage' }],
  tasks: [taskExample()],
  advice: [],
  differences: [],
  precedents: [],
  timeline: [{ at: '2026-11-10T09:00:00.000Z', sentence: 'The request was sent.', by: 'Ada Ford', kind: 'event' }],
  colleagues: [{ id: id(20), name: 'Gwen Oldacre', roles: ['data owner'] }],
  proposedRegime: 're-use',
  proposedRecord: { codes: {}, words: {} },
  elsewhere: [],
  ...given,
});

const listed = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([code, label]) => ({ code, label }));

export const referenceExample: SharingReference = {
  asOf: '2026-02-05',
  regimes: [
    { code: 're-use', label: 'Re-use', law: 'SI 2015/1415', extendable: true, notice: 'Extensive or complex.' },
    { code: 'foi', label: 'Freedom of information', law: 'FOIA 2000', extendable: true, notice: 'Public interest.' },
  ],
  lanes: listed(['A', 'Not about people'], ['B', 'About people'], ['C', 'Sensitive, about people']),
  lawfulBases: listed(['public-task', 'Public task']),
  specialConditions: listed(['research', 'Research']),
  refusalGrounds: listed(['security', 'Security'], ['other', 'Another ground']),
  dpiaScreenings: listed(['not-needed', 'Not needed'], ['needed', 'Needed']),
  dpiaOutcomes: listed(['low', 'Low'], ['high', 'High']),
  columnForms: listed(['as-is', 'As it is'], ['banded', 'In bands']),
  verdicts: listed(['support', 'Supports it'], ['object', 'Objects']),
  adviceLabels: listed(['legal', 'legal'], ['security', 'security']),
};

export const inboxItemExample = (given: Partial<InboxItem> = {}): InboxItem => ({
  request: id(3),
  case: id(1),
  revision: 7,
  task: 'decide:1',
  kind: { code: 'decide', label: 'Decide' },
  reference: 'WL-2026-0042',
  title: 'Where buses fill',
  from: 'Eller Buses',
  organisation: council,
  lane: { code: 'A', label: 'Not about people' },
  due: '2026-11-27',
  left: 3,
  escalated: false,
  gap: false,
  href: `/requests/${id(3)}/cases/${id(1)}`,
  ...given,
});
