import type { SpatialCoverage, TemporalCoverage } from '../dataset.ts';
import { webAddress } from './addresses.ts';
import { dateOf } from './dates.ts';
import { isObject, nodeOf, referenceOf, textsOf } from './node.ts';
import { looksLikeCoordinates, placeBox, type Box } from './places.ts';
import type { NodeReader } from './reading.ts';
import { line } from './words.ts';

const boxTerms = ['bbox', 'geometry', 'centroid', 'box', 'polygon', 'asgeojson', 'aswkt', '@value', 'value'];
const short = (value: unknown): string =>
  typeof value === 'string' ? value : isObject(value) || Array.isArray(value) ? 'a shape' : String(value);

/** Where the data is about: a name, an address, a box; the first of each that the record gives. */
export function spatialOf(record: NodeReader): SpatialCoverage | undefined {
  const { findings, reading } = record;
  const values = record.values('spatial', 'spatialcoverage', 'extent');
  const four = values.length === 4 && values.every((value) => typeof value === 'number') ? [values] : values;
  let [label, address, box]: [string?, string?, Box?] = [];
  for (const value of four) {
    box ??= boxOf(record, value);
    const node = isObject(value) ? nodeOf(value, reading.resolve) : undefined;
    const id = typeof value === 'string' && /^https?:\/\/\S+$/.test(value) ? value : node?.id;
    if (id !== undefined && /^https?:/.test(id)) address ??= webAddress(id, record.path('spatial'), findings);
    const words = isObject(value) ? textsOf([withoutShapes(value)]) : textsOf([value]);
    const name = words.find((text) => !looksLikeCoordinates(text) && !/^https?:\/\/\S+$/.test(text));
    if (name !== undefined) label ??= line(name, record.options('spatial', 300));
  }
  if (label === undefined && address === undefined && box === undefined) return undefined;
  return { ...(label !== undefined && { label }), ...(address !== undefined && { address }), ...(box && { box }) };
}

const withoutShapes = (value: Readonly<Record<string, unknown>>): unknown =>
  typeof value['@value'] === 'string' && looksLikeCoordinates(value['@value']) ? {} : value;

function boxOf(record: NodeReader, value: unknown): Box | undefined {
  const node = isObject(value) ? nodeOf(value, record.reading.resolve) : undefined;
  const shapes = node ? boxTerms.flatMap((key) => node.terms.get(key)?.values ?? []) : [];
  const numbers = shapes.length === 4 && shapes.every((shape) => typeof shape === 'number') ? [shapes] : shapes;
  const candidates = [value, ...numbers.flatMap((shape) => [shape, ...geometryIn(record, shape)])];
  for (const candidate of candidates) {
    const box = placeBox(candidate);
    if (!box) continue;
    const canonical = typeof candidate === 'string' && candidate.split(',').length === 4;
    if (!canonical) record.findings.repaired('place-shape', record.path('spatial'), short(candidate), box.join(','));
    return box;
  }
  const failed = candidates.find((candidate) => typeof candidate === 'string' && looksLikeCoordinates(candidate));
  if (failed !== undefined) record.findings.repaired('place-dropped', record.path('spatial'), short(failed));
  return undefined;
}

/** A geometry that is a node of its own: GeoSPARQL's `asWKT`, `asGeoJSON`. */
function geometryIn(record: NodeReader, shape: unknown): readonly unknown[] {
  if (!isObject(shape)) return [];
  const node = nodeOf(shape, record.reading.resolve);
  return node
    ? boxTerms.flatMap((key) => node.terms.get(key)?.values ?? []).flatMap((one) => [one, referenceOf(one)])
    : [];
}

const starts = ['startdate', 'hasbeginning', 'start', 'begin', 'gte'];
const ends = ['enddate', 'hasend', 'end', 'lte'];

/** The period that the data covers: `from/until` in one text, or a node with two dates; either end may be open. */
export function temporalOf(record: NodeReader): TemporalCoverage | undefined {
  const { findings, reading } = record;
  for (const value of record.values('temporal', 'temporalcoverage')) {
    const node = isObject(value) ? nodeOf(value, reading.resolve) : undefined;
    const [text] = node ? [] : textsOf([value]);
    const literal = text ?? (isObject(value) ? textsOf([value])[0] : undefined);
    const both = node && (starts.some((key) => node.terms.has(key)) || ends.some((key) => node.terms.has(key)));
    const [from, until] = both ? [instantIn(record, value, starts), instantIn(record, value, ends)] : endsOf(literal);
    const found = inOrder(read(from, record), read(until, record));
    const shown = literal ?? [from, until].join('/');
    if (found.from === undefined && found.until === undefined) {
      if (shown.length > 1) findings.repaired('period-dropped', record.path('temporal'), shown);
      continue;
    }
    const kept = {
      ...(found.from !== undefined && { from: found.from }),
      ...(found.until !== undefined && { until: found.until }),
    };
    if ((from ?? '') !== (found.from ?? '') || (until ?? '') !== (found.until ?? '')) {
      findings.repaired('period-shape', record.path('temporal'), shown, `${kept.from ?? '…'}/${kept.until ?? '…'}`);
    }
    return kept;
  }
  return undefined;
}

const inOrder = (from: string | undefined, until: string | undefined): { from?: string; until?: string } =>
  from !== undefined && until !== undefined && from > until ? { from: until, until: from } : { from, until };

const read = (text: string | undefined, record: NodeReader): string | undefined =>
  text === undefined ? undefined : dateOf(text, record.reading.dateOrder);

function endsOf(text: string | undefined): readonly (string | undefined)[] {
  if (text === undefined || text.length > 200) return [];
  const parts = text.split(/\/| to | until | [-–—] |–/);
  if (parts.length > 2 || /^R\d*\//.test(text)) return [];
  const [from = '', until] = parts.map((part) => part.trim());
  // A single date or year is the whole of the period.
  return [from, until ?? from];
}

function instantIn(record: NodeReader, value: unknown, keys: readonly string[]): string | undefined {
  const node = nodeOf(value, record.reading.resolve);
  const found = keys.map((key) => node?.terms.get(key)).find((term) => term !== undefined)?.values[0];
  if (!isObject(found)) return textsOf([found])[0];
  const inner = nodeOf(found, record.reading.resolve);
  const instant = ['inxsddate', 'inxsddatetime', 'inxsddatetimestamp', 'inxsdgyear']
    .map((key) => inner?.terms.get(key))
    .find((term) => term !== undefined);
  return textsOf(instant?.values ?? [found])[0];
}
