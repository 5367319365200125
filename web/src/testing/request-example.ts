import type { AskedDatasetView, CaseSummary, DraftView, RequestView } from '#sharing/contracts';

export const exampleId = (last: number): string => `01989d00-0000-7000-8000-${String(last).padStart(12, '0')}`;

const owner = { id: exampleId(2), slug: 'ellermouth-city-council', name: 'Ellermouth City Council' };
const column = (last: number, name: string) => ({
  id: exampleId(last),
  name,
  sensitivity: { code: 'none', label: 'Not about a person' },
});

/** A dataset asked for, of which one column is chosen. */
export const askedExample = (given: Partial<AskedDatasetView> = {}): AskedDatasetView => ({
  id: exampleId(10),
  slug: 'street-lights',
  title: 'Street lights',
  publisher: owner,
  access: { code: 'named', label: 'Organisations the owner approves' },
  personalData: { code: 'none', label: 'No' },
  columns: [{ ...column(11, 'height'), justification: 'To see which need a ladder' }],
  whole: false,
  available: [column(11, 'height'), column(12, 'lamp_type')],
  requestable: true,
  ...given,
});

export const draftExample = (given: Partial<DraftView> = {}): DraftView => ({
  revision: 3,
  title: 'Light and shade',
  savedAt: '2026-11-23T14:02:00.000Z',
  basket: [askedExample()],
  answers: { title: 'Light and shade', personal: false },
  questionSets: [{ id: 'default', version: 1, title: 'Request for data' }],
  sections: [],
  lane: { code: 'A', label: 'Not about people' },
  toSubmit: [],
  toApprove: [],
  people: [{ id: exampleId(1), name: 'Ada', email: 'ada@exchester.example', author: true }],
  returnedCases: [],
  owners: [{ organisation: owner, target: 20, forecast: 'target 20 working days', datasets: ['Street lights'] }],
  ...given,
});

/** A request as its requester sees it while it is a draft; only what a spec is about is given. */
export const requestExample = (given: Partial<RequestView> = {}): RequestView => ({
  id: exampleId(100),
  revision: 0,
  title: 'Light and shade',
  state: { code: 'draft', label: 'Draft' },
  side: 'requester',
  requester: { person: { id: exampleId(1), name: 'Ada' } },
  draft: draftExample(),
  cases: [],
  timeline: [],
  asks: [],
  reads: [],
  allowedCommands: ['submit', 'delete', 'copy', 'invite', 'uninvite'],
  refusedCommands: [],
  ...given,
});

/** An open case, as the requester sees it. */
export const caseExample = (given: Partial<CaseSummary> = {}): CaseSummary => ({
  id: exampleId(200),
  revision: 4,
  organisation: owner,
  state: { code: 'open', label: 'Open' },
  stage: { code: 'advise', label: 'In review' },
  status: 'It is in review. A decision is expected by 14 December 2026.',
  submission: 1,
  lane: { code: 'A', label: 'Not about people' },
  clocks: {
    target: { workingDays: 20, due: '2026-12-14', used: 4, left: 16, paused: false },
    forecast: 'usually decided in 9 working days; now at 4',
  },
  datasets: [{ id: exampleId(10), slug: 'street-lights', title: 'Street lights' }],
  allowedCommands: ['withdraw'],
  refusedCommands: [{ command: 'ask-review', code: 'sharing.nothing-to-review', message: 'Not decided yet.' }],
  ...given,
});
