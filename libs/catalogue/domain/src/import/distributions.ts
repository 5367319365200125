import type { Description } from '../description.ts';
import { webAddress } from './addresses.ts';
import { dateOf } from './dates.ts';
import { formatFromAddress, formatFromMedia, formatFromWord, isPlainFormat, mediaTypeOf } from './file-formats.ts';
import { nodeOf, referenceOf } from './node.ts';
import { NodeReader } from './reading.ts';

type WithId = NonNullable<Description['distributions']>[number];
/** A distribution before it has an id here; `identity` is what stays the same from one reading to the next. */
export type SourceDistribution = Omit<WithId, 'id'> & { readonly identity: string };

const mostDistributions = 500;

/** The distributions of a record: at least one address each, none twice. */
export function distributionsOf(record: NodeReader): { found: SourceDistribution[]; readers: NodeReader[] } {
  const { findings, reading } = record;
  const found: SourceDistribution[] = [];
  const readers: NodeReader[] = [];
  const seen = new Set<string>();
  const values = record.values('distribution');
  for (const [index, value] of values.entries()) {
    if (found.length >= mostDistributions) {
      findings.repaired(
        'too-many',
        'distribution',
        `${values.length} distributions`,
        `${mostDistributions} distributions`,
      );
      break;
    }
    const node = nodeOf(typeof value === 'string' ? { '@id': value } : value, reading.resolve);
    if (!node) continue;
    const reader = new NodeReader(node, reading, findings, `distribution[${index}].`);
    readers.push(reader);
    const distribution = distributionOf(reader);
    if (!distribution) continue;
    if (seen.has(distribution.identity))
      findings.repaired('distribution-twice', `distribution[${index}]`, distribution.identity);
    else found.push({ ...distribution, identity: ownIdentity(node.id, distribution.identity, seen) });
    seen.add(distribution.identity);
  }
  return { found, readers };
}

/** A distribution's own address is its identity, so that it stays itself when its download moves; unless others bear it too. */
function ownIdentity(id: string | undefined, composed: string, seen: Set<string>): string {
  const own = id === undefined ? undefined : `@id ${id}`;
  if (own === undefined || seen.has(own)) return composed;
  seen.add(own);
  return own;
}

function distributionOf(reader: NodeReader): SourceDistribution | undefined {
  const { findings } = reader;
  reader.checkName('accessurl', 'accessURL');
  reader.checkName('downloadurl', 'downloadURL');
  const accessUrl = address(reader, 'accessURL', 'accessurl') ?? address(reader, 'accessService', 'accessservice');
  const downloadUrl = address(reader, 'downloadURL', 'downloadurl');
  const title = reader.line('title', 300, 'title');
  const described = reader.text('description', 5000, 'description');
  const first = accessUrl ?? downloadUrl;
  if (first === undefined) {
    findings.repaired('distribution-without-address', reader.prefix.slice(0, -1), title ?? described ?? 'no title');
    return undefined;
  }
  const mediaType = reader
    .references('mediatype')
    .map(mediaTypeOf)
    .find((type) => type !== undefined);
  const format = formatOf(reader, [downloadUrl, accessUrl], mediaType, title);
  const bytes = Number(reader.texts('bytesize')[0] ?? NaN);
  const order = reader.reading.dateOrder;
  const issued = reader.texts('issued', 'created').map((text) => dateOf(text, order))[0];
  const modified = reader.texts('modified').map((text) => dateOf(text, order))[0];
  return {
    identity: [accessUrl ?? '', downloadUrl ?? '', format, title ?? ''].join(' '),
    ...(title !== undefined && { title }),
    ...(described !== undefined && described !== title && { description: described }),
    ...(accessUrl !== undefined && { accessUrl }),
    ...(downloadUrl !== undefined && { downloadUrl }),
    format,
    ...(mediaType !== undefined && { mediaType }),
    ...(Number.isSafeInteger(bytes) && bytes >= 0 && { bytes }),
    ...(issued !== undefined && { issued }),
    ...(modified !== undefined && { modified }),
  };
}

function address(reader: NodeReader, name: string, key: string): string | undefined {
  for (const value of reader.values(key)) {
    const reference = referenceOf(value);
    const node = reference === undefined || key === 'accessservice' ? nodeOf(value, reader.reading.resolve) : undefined;
    const raw = node?.terms.get('endpointurl')?.values.map(referenceOf)[0] ?? reference;
    const found = raw === undefined ? undefined : webAddress(raw, reader.path(name), reader.findings);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The vague words that a closer look at the address or the title makes exact. */
const vague = new Set(['json', 'zip', 'api', 'other', 'html']);

function formatOf(
  reader: NodeReader,
  addresses: readonly (string | undefined)[],
  mediaType: string | undefined,
  title: string | undefined,
): string {
  const { findings } = reader;
  const path = reader.path('format');
  const said = [...reader.references('format'), ...reader.texts('format')];
  const word = said.find((text) => formatFromWord(text) !== undefined);
  const listed = said[0] === undefined || word !== undefined ? undefined : firstOfSeveral(said[0]);
  const stated =
    (word === undefined ? listed : formatFromWord(word)) ??
    (mediaType === undefined ? undefined : formatFromMedia(mediaType));
  const told = addresses
    .flatMap((one) => (one === undefined ? [] : [formatFromAddress(one)]))
    .find((code) => code !== undefined);
  if (stated !== undefined && !vague.has(stated)) {
    if (word !== undefined && !isPlainFormat(word, stated)) findings.repaired('format-read', path, word, stated);
    else if (word === undefined && listed !== undefined) findings.repaired('format-read', path, said[0], stated);
    return stated;
  }
  const exact = exactOf(stated, told, [reader.texts('description')[0], title]);
  if (exact !== undefined && exact !== stated) {
    findings.repaired('format-from-address', path, said[0] ?? 'none', exact);
    return exact;
  }
  if (stated === undefined && said[0] !== undefined) findings.repaired('format-unknown', path, said[0], 'other');
  if (word !== undefined && stated !== undefined && stated !== 'other' && !isPlainFormat(word, stated))
    findings.repaired('format-read', path, word, stated);
  return stated ?? 'other';
}

/** "CSV, JSON": the first that is known. */
const firstOfSeveral = (text: string): string | undefined =>
  text.length > 200
    ? undefined
    : text
        .split(/[,;/|+]| and | or /)
        .map((part) => formatFromWord(part))
        .find((code) => code !== undefined && code !== 'other');

/** What an address or the words beside it make of a vague or missing format; a web page stays a web page. */
function exactOf(
  stated: string | undefined,
  told: string | undefined,
  words: readonly (string | undefined)[],
): string | undefined {
  if (stated === 'html') return undefined;
  const beside = words
    .map((text) => (text === undefined || text.length > 40 ? undefined : formatFromWord(text)))
    .find((code) => code !== undefined && code !== 'other');
  const candidates = [told, beside];
  if (stated === 'json') return candidates.find((code) => code === 'geojson' || code === 'esri-rest');
  if (stated === 'zip') return candidates.find((code) => code === 'shp' || code === 'gtfs');
  if (stated === 'api') return candidates.find((code) => code === 'esri-rest' || code === 'wms' || code === 'wfs');
  return candidates.find((code) => code !== undefined);
}
