import type { InboxItem, InboxQuery } from '#sharing/contracts';

export type Whose = InboxQuery['whose'];
export type Kind = InboxItem['kind']['code'];

/** Whose work is shown, and the kinds of it; the same as the contract's, which the browser fetches only when needed. */
export const whoseOrder = ['mine', 'standing-in', 'team'] as const satisfies readonly Whose[];
export const kindOrder = [
  'validate',
  'advise',
  'accept',
  'decide',
  'review',
  'answer',
  'forms',
  'offer',
  'answer-terms',
  'freeze',
  'sign',
  'dispose',
  'hand-over',
  'confirm-notice',
] as const satisfies readonly Kind[];

/** All that the list is; the address bar holds it whole. */
export interface InboxState {
  readonly whose: Whose;
  readonly kinds: readonly Kind[];
  /** Id of one; empty for all. */
  readonly organisation: string;
  readonly overdue: boolean;
  readonly q: string;
}

/** One parameter of an address as the router gives it. */
export type Parameter = string | readonly string[] | undefined;
type Parameters = Readonly<Record<string, Parameter>>;

const list = (value: Parameter): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
const first = (value: Parameter): string => list(value)[0] ?? '';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads an address; what makes no sense in it is left out, so that a mistyped address still shows something. */
export function inboxStateOf(parameters: Parameters): InboxState {
  const organisation = first(parameters['organisation']);
  return {
    whose: whoseOrder.find((whose) => whose === first(parameters['whose'])) ?? 'mine',
    kinds: kindOrder.filter((kind) => list(parameters['kind']).includes(kind)),
    organisation: uuid.test(organisation) ? organisation : '',
    overdue: first(parameters['overdue']) === 'true',
    q: first(parameters['q']).slice(0, 200),
  };
}

/** The shortest parameters that say the state; what is as usual is left out. */
export function parametersOf(state: InboxState): Record<string, string | string[]> {
  return {
    ...(state.whose === 'mine' ? {} : { whose: state.whose }),
    ...(state.kinds.length > 0 ? { kind: [...state.kinds] } : {}),
    ...(state.organisation === '' ? {} : { organisation: state.organisation }),
    ...(state.overdue ? { overdue: 'true' } : {}),
    ...(state.q.trim() === '' ? {} : { q: state.q }),
  };
}

/** The same as a query string, without the `?`. */
export function queryOf(state: InboxState): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parametersOf(state)))
    for (const one of list(value)) query.append(name, one);
  return query.toString();
}

/** Whether anything narrows the list, whosever work it is. */
export const isFiltered = (state: InboxState): boolean => queryOf({ ...state, whose: 'mine' }) !== '';

export const withoutFilters = ({ whose }: InboxState): InboxState => inboxStateOf({ whose });

export const withKind = (state: InboxState, kind: Kind, chosen: boolean): InboxState => ({
  ...state,
  kinds: kindOrder.filter((one) => (one === kind ? chosen : state.kinds.includes(one))),
});

/** Reads filters that were kept as a query string; undefined where they are none. */
export function keptFilters(kept: unknown): InboxState | undefined {
  if (typeof kept !== 'string' || kept === '') return undefined;
  const query = new URLSearchParams(kept);
  const names = ['whose', 'kind', 'organisation', 'overdue', 'q'];
  const state = inboxStateOf(Object.fromEntries(names.map((name) => [name, query.getAll(name)])));
  return queryOf(state) === '' ? undefined : state;
}
