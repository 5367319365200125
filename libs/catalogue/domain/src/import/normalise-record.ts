import { accepted, refusal, refused, type Outcome } from '#kernel';
import type { AccessLevel } from '../access.ts';
import type { Description } from '../description.ts';
import { accessLevelOf, accessSaid, type SaidAccess } from './access-words.ts';
import { webAddress } from './addresses.ts';
import { contactOf } from './contacts.ts';
import { spatialOf, temporalOf } from './coverage.ts';
import { dateOf, frequencyOfRepeat } from './dates.ts';
import { distributionsOf, type SourceDistribution } from './distributions.ts';
import { Findings } from './findings.ts';
import { frequencyOf } from './frequency-words.ts';
import { isPlainLanguage, languageOf } from './languages.ts';
import { licenceOfRecord, type RecordLicence } from './licence-of-record.ts';
import { isObject, readNode, referenceOf } from './node.ts';
import { NodeReader, type FeedReading } from './reading.ts';
import { subjectsOf } from './subjects.ts';
import { cut, plainWord } from './words.ts';

/** A description as an import makes it: distributions have no ids yet. */
export type SourceDescription = Omit<Description, 'distributions' | 'title' | 'columns'> & {
  readonly title: string;
  readonly distributions: readonly SourceDistribution[];
};

/** A record of a remote catalogue, repaired. */
export interface SourceRecord {
  /** As the source gives it: unique within one source. */
  readonly identifier: string;
  readonly access: AccessLevel;
  readonly description: SourceDescription;
  /** What the UK model asks for and the record does not say: listed, never invented. */
  readonly lacks: readonly string[];
}

export interface NormalisedRecord {
  readonly outcome: Outcome<SourceRecord>;
  /** Also where the record is skipped: it stands in its source all the same. */
  readonly identifier?: string;
  /** For the report, also where the record is skipped. */
  readonly title?: string;
  readonly findings: Findings;
}

const longestIdentifier = 1000;

/** Repairs one record of DCAT-AP JSON-LD or DCAT-US `data.json`. Never throws on any value that JSON can hold. */
export function normaliseRecord(value: unknown, reading: FeedReading): NormalisedRecord {
  const findings = new Findings();
  if (!isObject(value)) {
    return {
      outcome: refused(
        refusal('catalogue.import-no-record', 'This is not a record: an object with fields was expected.'),
      ),
      findings,
    };
  }
  const record = new NodeReader(readNode(value), reading, findings);
  const title = record.line('title', 300, 'title', 'name');
  const identifier = identifierOf(record);
  if (identifier === undefined) {
    return {
      outcome: refused(
        refusal(
          'catalogue.import-no-identifier',
          'The record has no identifier, so it could not be recognised the next time.',
          'identifier',
        ),
      ),
      title,
      findings,
    };
  }
  if (title === undefined) {
    const outcome = refused(refusal('catalogue.import-no-title', 'The record has no title.', 'title'));
    return { outcome, identifier, findings };
  }
  return { outcome: accepted(described(record, identifier, title)), identifier, title, findings };
}

/** Only who a record is, for one that cannot be repaired. */
export const identifierOfRecord = (value: unknown, reading: FeedReading): string | undefined =>
  isObject(value) ? identifierOf(new NodeReader(readNode(value), reading, new Findings())) : undefined;

function identifierOf(record: NodeReader): string | undefined {
  const clean = (text: string): string | undefined =>
    text
      .replace(/[\p{Cc}\p{Cs}]/gu, '')
      .trim()
      .slice(0, longestIdentifier)
      .replace(/\p{Cs}$/u, '') || undefined;
  for (const value of record.values('identifier')) {
    const node = isObject(value) ? readNode(value) : undefined;
    const notation = node?.terms.get('notation')?.values.map(referenceOf)[0];
    const found = notation ?? referenceOf(value) ?? (typeof value === 'number' ? String(value) : undefined);
    const identifier = found === undefined ? undefined : clean(found);
    if (identifier !== undefined) return identifier;
  }
  const own = record.node.id === undefined ? undefined : clean(record.node.id);
  if (own !== undefined) record.findings.repaired('identifier-from-address', 'identifier', undefined, own);
  return own;
}

function described(record: NodeReader, identifier: string, title: string): SourceRecord {
  const { findings } = record;
  const { found: distributions, readers } = distributionsOf(record);
  const licence = licenceOfRecord(record, readers);
  const access = accessLevelOf(saidOf(record), licence, distributions.length > 0);
  const dates = datesOf(record);
  const contact = contactOf(record.values('contactpoint'), {
    findings,
    plainText: record.reading.plainText,
    resolve: record.reading.resolve,
  });
  const description = {
    title,
    ...wordsOf(record, licence),
    ...subjectsOf(record),
    ...dates,
    contact,
    creator: creatorOf(record),
    landingPage: addressOf(record, 'landingPage', 'landingpage'),
    languages: languagesOf(record),
    spatial: spatialOf(record),
    temporal: temporalOf(record),
    conformsTo: standardsOf(record),
    licence: licence.code,
    licenceAddress: licence.address,
    identifier,
    distributions,
  };
  for (const name of record.unread()) findings.leftUnread(name);
  const said = Object.fromEntries(
    Object.entries(description).filter(([, one]) => one !== undefined),
  ) as unknown as SourceDescription;
  return { identifier, access, description: said, lacks: lacksOf(said) };
}

function wordsOf(record: NodeReader, licence: RecordLicence) {
  return {
    alternativeTitle: record.line('alternative', 300, 'alternative'),
    description: record.text('description', 100_000, 'description', 'notes'),
    lineage: record.text('provenance', 20_000, 'provenance'),
    rights: licence.terms === undefined ? record.text('rights', 5000, 'rights') : cut(licence.terms, 5000),
    version: record.line('version', 100, 'version', 'versioninfo', 'hasversion'),
    versionNotes: record.text('versionNotes', 5000, 'versionnotes'),
  };
}

function saidOf(record: NodeReader): SaidAccess | undefined {
  const raw = [...record.references('accesslevel', 'accessrights'), ...record.texts('accesslevel', 'accessrights')];
  for (const text of raw) {
    const said = accessSaid(text);
    if (said !== undefined) return said;
  }
  if (raw[0] !== undefined) record.findings.repaired('access-unknown', 'accessRights', raw[0], 'not stated');
  return undefined;
}

function creatorOf(record: NodeReader): string | undefined {
  const literal = record
    .values('publisher')
    .some((value) => typeof value === 'string' && !/^https?:\/\/\S+$/.test(value));
  const creator = record.line('creator', 300, 'creator');
  const publisher = record.line('publisher', 300, 'publisher');
  const made = creator ?? publisher;
  if (made === undefined || /^(https?:\/\/|_:)\S+$/.test(made)) return undefined;
  if (plainWord(made) === plainWord(record.reading.organisation)) return undefined;
  if (literal && publisher === made) record.findings.repaired('publisher-literal', 'publisher', publisher, made);
  return made;
}

function addressOf(record: NodeReader, name: string, key: string): string | undefined {
  for (const reference of record.references(key)) {
    const found = webAddress(reference, record.path(name), record.findings);
    if (found !== undefined) return found;
  }
  return undefined;
}

function datesOf(record: NodeReader) {
  const frequencies = [
    ...record.references('accrualperiodicity', 'frequency'),
    ...record.texts('accrualperiodicity', 'frequency'),
  ];
  const repeat = record
    .texts('modified')
    .map(frequencyOfRepeat)
    .find((code) => code !== undefined);
  const stated = frequencies.map(frequencyOf).find((code) => code !== undefined);
  if (repeat !== undefined)
    record.findings.repaired('date-as-frequency', 'modified', record.texts('modified')[0], repeat);
  return {
    issued: dateField(record, 'issued', 'issued', 'created'),
    modified: repeat === undefined ? dateField(record, 'modified', 'modified') : undefined,
    frequency: stated ?? repeat,
  };
}

function dateField(record: NodeReader, name: string, ...keys: readonly string[]): string | undefined {
  for (const text of record.texts(...keys)) {
    if (text.trim() === '') continue;
    const date = dateOf(text, record.reading.dateOrder);
    if (date === undefined) record.findings.repaired('date-dropped', name, text);
    else if (date !== text.trim()) record.findings.repaired('date-shape', name, text, date);
    if (date !== undefined) return date;
  }
  return undefined;
}

function languagesOf(record: NodeReader): string[] | undefined {
  const found = new Set<string>();
  for (const value of record.values('language').slice(0, 50)) {
    const raw = referenceOf(value);
    const tag = raw === undefined ? undefined : languageOf(raw);
    if (raw !== undefined && tag === undefined) record.findings.repaired('language-dropped', 'language', raw);
    else if (raw !== undefined && tag !== undefined && !isPlainLanguage(raw))
      record.findings.repaired('language-read', 'language', raw, tag);
    if (tag !== undefined && found.size < 20) found.add(tag);
  }
  return found.size === 0 ? undefined : [...found];
}

function standardsOf(record: NodeReader): string[] | undefined {
  const found = record
    .references('conformsto')
    .slice(0, 50)
    .map((reference) => webAddress(reference, 'conformsTo', record.findings))
    .filter((address) => address !== undefined);
  return found.length === 0 ? undefined : [...new Set(found)];
}

function lacksOf(said: SourceDescription): string[] {
  const lacks: string[] = [];
  if (said.description === undefined) lacks.push('description');
  if (said.contact === undefined) lacks.push('contact');
  if (said.licence === 'not-stated') lacks.push('licence');
  if (said.modified === undefined && said.issued === undefined) lacks.push('modified');
  if (said.themes === undefined) lacks.push('themes');
  if (said.distributions.length === 0) lacks.push('distributions');
  return lacks;
}
