import type { DescribedField } from '#catalogue/domain';
import type { ColumnModel, DistributionModel, EditModel } from './edit-model.ts';

/** What is typed, before the contract has judged it. */
export type RawDescription = Readonly<Record<string, unknown>>;

const entered = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** Entries of a list, parted by commas or lines. */
export const entries = (text: string, parting: RegExp = /[,\n]/): readonly string[] =>
  text
    .split(parting)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Only what was entered; undefined where nothing was. */
function part(values: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const filled = Object.entries(values).filter(([, value]) => value !== undefined);
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

/** A number as typed; a text that is none stays a text, so that the contract names the fault. */
const numberOf = (text: string): number | string =>
  text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);

const boxOf = ({ west, south, east, north }: EditModel['spatial']): readonly unknown[] | undefined => {
  const edges = [west, south, east, north];
  return edges.every((edge) => edge.trim() === '') ? undefined : edges.map(numberOf);
};

const column = (one: ColumnModel) =>
  part({
    id: entered(one.id),
    name: one.name.trim(),
    title: entered(one.title),
    type: entered(one.type),
    description: entered(one.description),
    unit: entered(one.unit),
    concept: entered(one.concept),
    sensitivity: one.sensitivity,
  });

const distribution = (one: DistributionModel) =>
  part({
    id: entered(one.id),
    title: entered(one.title),
    description: entered(one.description),
    accessUrl: entered(one.accessUrl),
    downloadUrl: entered(one.downloadUrl),
    format: one.format,
    mediaType: entered(one.mediaType),
    bytes: entered(one.bytes) === undefined ? undefined : numberOf(one.bytes),
    issued: entered(one.issued),
    modified: entered(one.modified),
  });

/** Fields that cannot be emptied: they stay texts and codes, and the contract asks for them. */
const never: readonly DescribedField[] = ['title', 'licence', 'personalData'];

function valueOf(model: EditModel, field: DescribedField): unknown {
  switch (field) {
    case 'keywords':
    case 'languages':
      return entries(model[field]);
    case 'conformsTo':
      return entries(model.conformsTo, /\n/);
    case 'contact':
    case 'temporal':
      return part(Object.fromEntries(Object.entries(model[field]).map(([name, text]) => [name, entered(text)])));
    case 'spatial':
      return part({
        label: entered(model.spatial.label),
        address: entered(model.spatial.address),
        box: boxOf(model.spatial),
      });
    case 'themes':
    case 'subjectAreas':
      return model[field];
    case 'columns':
      return model.columns.map(column);
    case 'distributions':
      return model.distributions.map(distribution);
    default:
      return never.includes(field) ? model[field].trim() : entered(model[field]);
  }
}

/**
 * The description to send: only the fields named, so that a field nobody touched stays with whoever set it; an emptied one
 * is `null`.
 */
export const descriptionFrom = (model: EditModel, fields: readonly DescribedField[]): RawDescription =>
  Object.fromEntries(fields.map((field) => [field, valueOf(model, field) ?? null]));
