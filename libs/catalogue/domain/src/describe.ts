import { refusal, type Refusal } from '#kernel';
import type { ColumnFacts, Dataset, DatasetContent, DescribedField, DistributionFacts } from './dataset.ts';
import type { Description } from './description.ts';
import type { ContentPatch, DescribedFacts } from './events.ts';
import { formats, frequencies, licences, subjectAreas, themes, type Term } from './reference.ts';

/** What a description changes, taken apart: codes for the facts, words for the content. */
export interface DescribedPatch {
  /** Names of the fields that differ from what stood before, in alphabetical order. */
  readonly fields: readonly DescribedField[];
  readonly facts: Omit<DescribedFacts, 'fields' | 'by'>;
  readonly content: ContentPatch;
}

const same = (left: unknown, right: unknown): boolean => {
  if (right === undefined || right === null) return left === undefined || left === null;
  return ordered(left) === ordered(right);
};

/** JSON with the keys in order, for comparing values that came by different ways. */
function ordered(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

const codeFields = ['themes', 'subjectAreas', 'licence', 'personalData'] as const;

function columnsPatch(description: Description, dataset?: Dataset, content?: DatasetContent) {
  if (description.columns === undefined) return undefined;
  const facts: ColumnFacts[] = description.columns.map(({ id, sensitivity }) => ({ id, sensitivity }));
  const words = description.columns.map(({ sensitivity: _sensitivity, ...column }) => column);
  const unchanged = same(facts, dataset?.columns ?? []) && same(words, content?.columns ?? []);
  return unchanged ? undefined : { facts, words };
}

/** A stored file stays with its distribution, whatever the description says of it. */
function distributionsPatch(description: Description, dataset?: Dataset, content?: DatasetContent) {
  if (description.distributions === undefined) return undefined;
  const stored = new Map(dataset?.distributions.map((distribution) => [distribution.id, distribution.file]));
  const names = new Map(content?.distributions?.map((distribution) => [distribution.id, distribution.fileName]));
  const facts: DistributionFacts[] = description.distributions.map(({ id, format }) => {
    const file = stored.get(id);
    return file ? { id, format, file } : { id, format };
  });
  const words = description.distributions.map(({ format: _format, ...distribution }) => {
    const fileName = names.get(distribution.id);
    return fileName === undefined ? distribution : { ...distribution, fileName };
  });
  const unchanged = same(facts, dataset?.distributions ?? []) && same(words, content?.distributions ?? []);
  return unchanged ? undefined : { facts, words };
}

/**
 * Takes a description apart and leaves out what it does not change. A field that a person sets again to what it was
 * counts as unchanged.
 */
export function describedPatch(description: Description, dataset?: Dataset, content?: DatasetContent): DescribedPatch {
  const facts: Record<string, unknown> = {};
  const words: Record<string, unknown> = {};
  const fields: DescribedField[] = [];
  const { columns: _columns, distributions: _distributions, ...plain } = description;
  for (const [name, value] of Object.entries(plain)) {
    const field = name as DescribedField;
    if (value === undefined) continue;
    const isCode = (codeFields as readonly string[]).includes(field);
    const before = isCode ? dataset?.[field as keyof Dataset] : content?.[field as keyof DatasetContent];
    if (same(value, before)) continue;
    if (isCode) facts[field] = value;
    else words[field] = value;
    fields.push(field);
  }
  const columns = columnsPatch(description, dataset, content);
  const distributions = distributionsPatch(description, dataset, content);
  for (const [field, patch] of [['columns', columns] as const, ['distributions', distributions] as const]) {
    if (!patch) continue;
    facts[field] = patch.facts;
    words[field] = patch.words;
    fields.push(field);
  }
  return { fields: fields.sort(), facts, content: words };
}

const knows = (terms: readonly Term[], code: string): boolean => terms.some((term) => term.code === code);

function unknownCodes(field: string, codes: readonly string[], terms: readonly Term[]): Refusal[] {
  return codes.flatMap((code, index) =>
    knows(terms, code)
      ? []
      : [refusal('catalogue.code-unknown', `“${code.slice(0, 60)}” is not in the list.`, `${field}[${index}]`)],
  );
}

function repeated(field: string, values: readonly string[], what: string): Refusal[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [refusal('catalogue.repeated', `${what} stands here twice.`, `${field}[${index}]`)],
  );
}

/** Whether a date lies before another, as far as both are given: the year 2026 does not end before May 2026. */
const endsBefore = (until: string, from: string): boolean => {
  const shared = Math.min(until.length, from.length);
  return until.slice(0, shared) < from.slice(0, shared);
};

/** What a contract cannot see: codes that are in no list, and parts that contradict each other. */
export function faultsOfDescription(description: Description): Refusal[] {
  const { columns = [], distributions = [], licence, frequency } = description;
  const faults: Refusal[] = [
    ...unknownCodes('themes', description.themes ?? [], themes),
    ...unknownCodes('subjectAreas', description.subjectAreas ?? [], subjectAreas),
    ...repeated(
      'columns',
      columns.map(({ name }) => name),
      'This column name',
    ),
    ...repeated(
      'columns',
      columns.map(({ id }) => id),
      'This column',
    ),
    ...repeated(
      'distributions',
      distributions.map(({ id }) => id),
      'This distribution',
    ),
  ];
  if (licence !== undefined && !knows(licences, licence)) {
    faults.push(refusal('catalogue.code-unknown', 'This licence is not in the list.', 'licence'));
  }
  if (typeof frequency === 'string' && !knows(frequencies, frequency)) {
    faults.push(refusal('catalogue.code-unknown', 'This frequency is not in the list.', 'frequency'));
  }
  for (const [index, { format }] of distributions.entries()) {
    if (knows(formats, format)) continue;
    faults.push(refusal('catalogue.code-unknown', 'This format is not in the list.', `distributions[${index}].format`));
  }
  const { from, until } = description.temporal ?? {};
  if (typeof from === 'string' && typeof until === 'string' && endsBefore(until, from)) {
    faults.push(refusal('catalogue.period-reversed', 'The period ends before it begins.', 'temporal.until'));
  }
  return faults;
}
