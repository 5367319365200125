/** What a history can be narrowed to, in the order of its address. */
const names = ['organisation', 'dataset', 'subjectArea', 'person', 'kind', 'from', 'until'] as const;

export type Narrowing = { readonly [Name in (typeof names)[number]]?: string };

/** What is chosen of it; what is empty narrows nothing. */
export const narrowedBy = (given: Readonly<Record<string, string | undefined>>): Narrowing =>
  Object.fromEntries(names.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));

export const without = (narrowing: Narrowing, name: keyof Narrowing): Narrowing =>
  Object.fromEntries(Object.entries(narrowing).filter(([other]) => other !== name));
