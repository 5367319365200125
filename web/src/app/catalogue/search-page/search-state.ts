import type { FacetName, Sort } from '#catalogue/contracts';

/** Facets in the order in which they are shown; the same as the contract's, which the browser fetches only when needed. */
export const facetOrder = [
  'publisher',
  'theme',
  'access',
  'licence',
  'format',
  'personalData',
] as const satisfies readonly FacetName[];
export const sortOrder = ['relevance', 'newest', 'title'] as const satisfies readonly Sort[];

/** All that a search is; the address bar holds it whole. */
export interface SearchState {
  readonly q: string;
  readonly chosen: Readonly<Record<FacetName, readonly string[]>>;
  readonly sort: Sort;
  readonly page: number;
}

/** One parameter of an address as the router gives it. */
export type Parameter = string | readonly string[] | undefined;

const list = (value: Parameter): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
const first = (value: Parameter): string => list(value)[0] ?? '';

/** Reads an address; what makes no sense in it is left out, so that a mistyped address still finds something. */
export function stateOf(parameters: Readonly<Record<string, Parameter>>): SearchState {
  const chosen = Object.fromEntries(
    facetOrder.map((name) => [
      name,
      [...new Set(list(parameters[name]).filter((value) => value !== '' && value.length <= 200))].slice(0, 50),
    ]),
  ) as Record<FacetName, string[]>;
  const page = Number(first(parameters['page']));
  return {
    q: first(parameters['q']).slice(0, 300),
    chosen,
    sort: sortOrder.find((sort) => sort === first(parameters['sort'])) ?? 'relevance',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The shortest parameters that say the state; what is as usual is left out. */
export function parametersOf(state: SearchState): Record<string, string | string[]> {
  const parameters: Record<string, string | string[]> = {};
  if (state.q.trim() !== '') parameters['q'] = state.q;
  for (const name of facetOrder) if (state.chosen[name].length > 0) parameters[name] = [...state.chosen[name]];
  if (state.sort !== 'relevance') parameters['sort'] = state.sort;
  if (state.page > 1) parameters['page'] = String(state.page);
  return parameters;
}

/** The same as a query string, without the `?`. */
export function queryOf(state: SearchState): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parametersOf(state)))
    for (const one of list(value)) query.append(name, one);
  return query.toString();
}

/** The state with one value of a facet chosen or, where it was, no longer chosen. The pages begin anew. */
export function toggled(state: SearchState, name: FacetName, value: string): SearchState {
  const chosen = state.chosen[name];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...state, page: 1, chosen: { ...state.chosen, [name]: next } };
}

export const chosenCount = (state: SearchState): number =>
  facetOrder.reduce((sum, name) => sum + state.chosen[name].length, 0);

export const withoutChoices = (state: SearchState): SearchState => ({ ...stateOf({ q: state.q }), sort: state.sort });
