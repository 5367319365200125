import type { DatasetView } from '#catalogue/contracts';
import type { DescribedField } from '#catalogue/domain';

/** Something a source says, in words: texts as they are, lists with commas, parts of an object one after the other. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value === 'object') return Object.values(value).map(inWords).join(', ');
  return String(value);
}

/** Fields that stand here against their source, and what it says of them. */
export const keptOf = (
  sources: DatasetView['fieldSources'],
  labels: Readonly<Record<DescribedField, string>>,
  access: string,
): readonly { readonly label: string; readonly says: string }[] =>
  Object.entries(sources).flatMap(([field, { sourceSays }]) => {
    if (sourceSays === undefined) return [];
    return [{ label: field === 'access' ? access : labels[field as DescribedField], says: inWords(sourceSays) }];
  });
