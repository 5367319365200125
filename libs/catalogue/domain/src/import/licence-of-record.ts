import { licences } from '../reference.ts';
import { licenceFromAddress, licenceFromWords, type LicenceRead } from './licence-names.ts';
import { lastPart, nodeOf, referenceOf, textsOf } from './node.ts';
import type { NodeReader } from './reading.ts';
import { webAddress } from './addresses.ts';
import { isPlaceholder, paragraphs } from './words.ts';

export interface RecordLicence {
  readonly code: string;
  readonly address?: string;
  /** Words of the publisher's own terms, for the field of rights. */
  readonly terms?: string;
  readonly open: boolean;
  readonly stated: boolean;
}

const notStated: RecordLicence = { code: 'not-stated', open: false, stated: false };
const isOpen = (code: string): boolean => licences.some((licence) => licence.code === code && licence.open);

/** The licence of a record: its own, else the one that all its distributions share. */
export function licenceOfRecord(record: NodeReader, distributions: readonly NodeReader[]): RecordLicence {
  const own = statedBy(record);
  if (own) return own;
  const theirs = distributions.map((reader) => statedBy(reader)).filter((licence) => licence !== undefined);
  const [first] = theirs;
  if (!first) return notStated;
  if (theirs.some((licence) => licence.code !== first.code || licence.address !== first.address)) {
    record.findings.repaired(
      'licences-differ',
      'distribution[*].license',
      [...new Set(theirs.map(({ code }) => code))].join(', '),
    );
    return notStated;
  }
  record.findings.repaired('licence-from-distributions', 'license', first.address ?? first.code, first.code);
  return first;
}

function statedBy(reader: NodeReader): RecordLicence | undefined {
  for (const value of reader.values('license', 'licence')) {
    const raw = wordsOf(reader, value);
    if (raw === undefined || isPlaceholder(raw)) continue;
    const read = readLicence(raw);
    if (!read) {
      reader.findings.repaired('licence-says-nothing', reader.path('license'), raw);
      continue;
    }
    if (!read.plain && read.code !== 'own-terms')
      reader.findings.repaired('licence-read', reader.path('license'), raw, read.code);
    return kept(read, reader);
  }
  return undefined;
}

const readLicence = (raw: string): LicenceRead | undefined =>
  /^(https?:\/\/|www\.)\S+$/i.test(raw)
    ? licenceFromAddress(raw)
    : /^[a-z][\w.+-]*:[^\s/]+$/i.test(raw)
      ? (licenceFromWords(lastPart(raw)) ?? undefined)
      : licenceFromWords(raw);

/** The address of a licence, or else its words; a document node may bear either. */
function wordsOf(reader: NodeReader, value: unknown): string | undefined {
  const reference = referenceOf(value);
  if (reference !== undefined && /^https?:\/\/\S+$/i.test(reference)) return reference;
  const node = typeof value === 'string' ? undefined : nodeOf(value, reader.reading.resolve);
  const [text] = node
    ? textsOf([...node.terms.values()].flatMap((term) => (term.name.startsWith('@') ? [] : term.values)))
    : textsOf([value]);
  const words = text ?? reference;
  return words === undefined ? undefined : paragraphs(words, reader.options('license', 20_000));
}

function kept(read: LicenceRead, reader: NodeReader): RecordLicence {
  const { code, terms } = read;
  const address =
    read.address === undefined ? undefined : webAddress(read.address, reader.path('license'), reader.findings);
  return {
    code,
    ...(address !== undefined && { address }),
    ...(terms !== undefined && { terms }),
    open: isOpen(code),
    stated: true,
  };
}
