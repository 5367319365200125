import { problemOf, type Problem } from './problem.ts';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

const mostFaults = 50;

/** `columns[2].name` from the segments of a path. */
export const pathText = (segments: Issue['path'] = []): string =>
  segments
    .map((segment) => (typeof segment === 'object' ? segment.key : segment))
    .reduce<string>(
      (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}${path ? '.' : ''}${String(key)}`),
      '',
    );

/** 400 that names every fault of an input by its path; of very many, the first fifty. */
export const invalidInput = (issues: readonly Issue[]): Problem =>
  problemOf(
    issues
      .slice(0, mostFaults)
      .map(({ message, path }) => ({ code: 'http.input-invalid', message, field: pathText(path) })),
  );

/** Whether every text in a JSON value, names included, is whole: no surrogate without its other half. */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([name, part]) => name.isWellFormed() && isWellFormed(part));
}
