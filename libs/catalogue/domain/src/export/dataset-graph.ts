import type { DistributionContent, DistributionFacts, Dataset, DatasetContent } from '../dataset.ts';
import { formats, licences, themes } from '../reference.ts';
import {
  accessRightAddress,
  columnDatatype,
  fileTypeAddress,
  frequencyAddress,
  languageAddress,
  mediaTypeAddress,
  themeAddress,
} from './authorities.ts';
import { iri, named, text, typed, type Graph, type Name, type Value } from './graph.ts';
import { boxValue, dateValue, mailIri, webIri } from './values.ts';

/** A dataset that everyone may see, with what is exported of its organisation. */
export interface ExportedDataset {
  readonly dataset: Dataset;
  readonly content: DatasetContent;
  readonly publisher: { readonly id: string; readonly name: string };
  /** Whether the addresses of its files may be given to everyone. */
  readonly addressesShown: boolean;
}

/** Where the installation is reached: the origin of every address of ours, without a slash at its end. */
export interface ExportAddresses {
  readonly publicUrl: string;
}

export const datasetAddress = ({ publicUrl }: ExportAddresses, id: string): string => `${publicUrl}/id/dataset/${id}`;
export const organisationAddress = ({ publicUrl }: ExportAddresses, id: string): string =>
  `${publicUrl}/id/organisation/${id}`;

/** What is said where a record has no description: DCAT-AP requires one, and this is true of it. */
export const noDescription = 'Its publisher has given no description of this dataset.';

/** Everything that the parts of one dataset's description need to know. */
interface Scope {
  readonly graph: Graph;
  readonly id: string;
  readonly page: string;
  readonly publicUrl: string;
  readonly exported: ExportedDataset;
  /** The language of the record's texts, if it has just one. */
  readonly language: string | undefined;
}

const filled = (words: string | undefined): words is string => words !== undefined && words.trim() !== '';

/**
 * Says of one dataset what DCAT 3 and DCAT-AP 3.0.1 have terms for. Nothing is made up: a part that the record lacks is
 * left out, and where the profile requires one, that it is lacking is said.
 */
export function describeDataset(graph: Graph, exported: ExportedDataset, addresses: ExportAddresses): string {
  const { dataset, content } = exported;
  const id = datasetAddress(addresses, dataset.id);
  const [language, ...others] = content.languages ?? [];
  const scope: Scope = {
    graph,
    id,
    page: `${addresses.publicUrl}/datasets/${dataset.slug}`,
    publicUrl: addresses.publicUrl,
    exported,
    language: others.length === 0 ? language : undefined,
  };
  graph.node(id, 'dcat:Dataset');
  describeWords(scope);
  describeRights(scope);
  describePeople(scope, addresses);
  describeCoverage(scope);
  describeColumns(scope);
  for (const facts of dataset.distributions) describeDistribution(scope, facts);
  return id;
}

/** Says that a dataset has a part, of a type that the profile wants to be told. */
function relate({ graph, id }: Scope, property: Name, address: string | undefined, type: Name): void {
  if (address === undefined) return;
  graph.add(id, property, iri(graph.node(address, type)));
}

function describeWords(scope: Scope): void {
  const { graph, id, language, exported } = scope;
  const { content } = exported;
  const said = [content.summary, content.description].filter(filled);
  const words = (value: string | undefined): Value | undefined => (filled(value) ? text(value, language) : undefined);
  graph.add(id, 'dct:title', words(content.title));
  graph.add(id, 'dct:alternative', words(content.alternativeTitle));
  if (said.length === 0) graph.add(id, 'dct:description', text(noDescription, 'en'));
  // The description proper comes last and is the longer one; both are descriptions of it.
  graph.add(id, 'dct:description', ...said.map(words));
  graph.add(id, 'dcat:keyword', ...(content.keywords ?? []).map(words));
  graph.add(id, 'dct:identifier', text(id));
  if (filled(content.identifier)) {
    const identifier = graph.node(`${id}#source-identifier`, 'adms:Identifier');
    graph.add(identifier, 'skos:notation', text(content.identifier));
    graph.add(id, 'adms:identifier', iri(identifier));
  }
  graph.add(id, 'dct:issued', dateValue(content.issued));
  graph.add(id, 'dct:modified', dateValue(content.modified));
  graph.add(id, 'dcat:version', filled(content.version) ? text(content.version) : undefined);
  graph.add(id, 'adms:versionNotes', words(content.versionNotes));
  if (filled(content.lineage)) {
    const lineage = graph.node(`${id}#lineage`, 'dct:ProvenanceStatement');
    graph.add(lineage, 'rdfs:label', words(content.lineage));
    graph.add(id, 'dct:provenance', iri(lineage));
  }
}

function describeRights(scope: Scope): void {
  const { dataset, content } = scope.exported;
  for (const code of dataset.themes) {
    const theme = themes.find((term) => term.code === code);
    if (!theme) continue;
    relate(scope, 'dcat:theme', themeAddress(code), 'skos:Concept');
    scope.graph.add(themeAddress(code), 'skos:prefLabel', text(theme.label, 'en'));
  }
  relate(scope, 'dct:accessRights', accessRightAddress(dataset.access), 'dct:RightsStatement');
  relate(scope, 'dct:license', licenceAddress(scope.exported), 'dct:LicenseDocument');
  if (content.frequency !== undefined && /^[A-Z0-9_]+$/.test(content.frequency)) {
    relate(scope, 'dct:accrualPeriodicity', frequencyAddress(content.frequency), 'dct:Frequency');
  }
  for (const tag of content.languages ?? [])
    relate(scope, 'dct:language', languageAddress(tag), 'dct:LinguisticSystem');
  for (const standard of content.conformsTo ?? []) relate(scope, 'dct:conformsTo', webIri(standard), 'dct:Standard');
  relate(scope, 'dcat:landingPage', webIri(content.landingPage), 'foaf:Document');
  relate(scope, 'foaf:page', webIri(scope.page), 'foaf:Document');
}

const licenceAddress = ({ dataset, content }: ExportedDataset): string | undefined =>
  licences.find(({ code }) => code === dataset.licence)?.address ?? webIri(content.licenceAddress);

function describePeople(scope: Scope, addresses: ExportAddresses): void {
  const { graph, id, exported, language } = scope;
  const { contact, creator } = exported.content;
  const publisher = organisationAddress(addresses, exported.publisher.id);
  relate(scope, 'dct:publisher', publisher, 'foaf:Agent');
  graph.add(publisher, 'foaf:name', text(exported.publisher.name));
  if (filled(creator)) {
    relate(scope, 'dct:creator', `${id}#creator`, 'foaf:Agent');
    graph.add(`${id}#creator`, 'foaf:name', text(creator, language));
  }
  const [mail, page] = [mailIri(contact?.email), webIri(contact?.address)];
  if (!filled(contact?.name) && mail === undefined && page === undefined) return;
  const card = `${id}#contact`;
  relate(scope, 'dcat:contactPoint', card, 'vcard:Kind');
  graph.add(card, 'vcard:fn', filled(contact?.name) ? text(contact.name, language) : undefined);
  graph.add(card, 'vcard:hasEmail', mail === undefined ? undefined : iri(mail));
  graph.add(card, 'vcard:hasURL', page === undefined ? undefined : iri(page));
}

function describeCoverage(scope: Scope): void {
  const { graph, id, exported, language } = scope;
  const { spatial, temporal } = exported.content;
  relate(scope, 'dct:spatial', webIri(spatial?.address), 'dct:Location');
  if (filled(spatial?.label) || spatial?.box) {
    relate(scope, 'dct:spatial', `${id}#place`, 'dct:Location');
    graph.add(`${id}#place`, 'skos:prefLabel', filled(spatial.label) ? text(spatial.label, language) : undefined);
    graph.add(`${id}#place`, 'dcat:bbox', spatial.box && boxValue(spatial.box));
  }
  const [from, until] = [dateValue(temporal?.from), dateValue(temporal?.until)];
  if (from === undefined && until === undefined) return;
  relate(scope, 'dct:temporal', `${id}#period`, 'dct:PeriodOfTime');
  graph.add(`${id}#period`, 'dcat:startDate', from);
  graph.add(`${id}#period`, 'dcat:endDate', until);
}

/** Columns as a schema of CSV on the Web, to which the dataset conforms. */
function describeColumns(scope: Scope): void {
  const { graph, id, exported, language } = scope;
  const { columns = [] } = exported.content;
  if (columns.length === 0) return;
  const schema = graph.node(`${id}#schema`, 'csvw:Schema', 'dct:Standard');
  graph.add(id, 'dct:conformsTo', iri(schema));
  graph.add(schema, 'csvw:column', { list: columns.map((column) => `${id}#column-${column.id}`) });
  for (const column of columns) {
    const address = graph.node(`${id}#column-${column.id}`, 'csvw:Column');
    const datatype = columnDatatype(column.type);
    graph.add(address, 'csvw:name', text(column.name));
    graph.add(address, 'csvw:title', filled(column.title) ? text(column.title, language) : undefined);
    graph.add(address, 'dct:description', filled(column.description) ? text(column.description, language) : undefined);
    graph.add(address, 'csvw:datatype', datatype && named(datatype));
  }
}

function describeDistribution(scope: Scope, facts: DistributionFacts): void {
  const { graph, id, exported, language } = scope;
  const { dataset, content } = exported;
  const words = content.distributions?.find((distribution) => distribution.id === facts.id) ?? { id: facts.id };
  const address = graph.node(`${id}#distribution-${facts.id}`, 'dcat:Distribution');
  const inner: Scope = { ...scope, id: address };
  graph.add(id, 'dcat:distribution', iri(address));
  graph.add(address, 'dct:title', filled(words.title) ? text(words.title, language) : undefined);
  graph.add(address, 'dct:description', filled(words.description) ? text(words.description, language) : undefined);
  describeAccess(inner, words, facts);
  describeFormat(inner, words, facts);
  graph.add(address, 'dct:issued', dateValue(words.issued));
  graph.add(address, 'dct:modified', dateValue(words.modified));
  relate(inner, 'dct:license', licenceAddress(exported), 'dct:LicenseDocument');
  if (!filled(content.rights)) return;
  relate(inner, 'dct:rights', `${datasetAddress(scope, dataset.id)}#rights`, 'dct:RightsStatement');
  graph.add(`${datasetAddress(scope, dataset.id)}#rights`, 'rdfs:label', text(content.rights, language));
}

/**
 * Where the data is had. The profile requires an address of access: where the files are not everyone's, or none is known,
 * it is the page that says how to get them.
 */
function describeAccess(scope: Scope, words: DistributionContent, { id, file }: DistributionFacts): void {
  const { graph, exported, page, publicUrl } = scope;
  const shown = exported.addressesShown;
  const stored = `${publicUrl}/api/v1/datasets/${exported.dataset.id}/distributions/${id}/file`;
  const download = shown
    ? file && exported.dataset.access === 'open'
      ? stored
      : webIri(words.downloadUrl)
    : undefined;
  const access = (shown ? webIri(words.accessUrl) : undefined) ?? download ?? webIri(page);
  graph.add(scope.id, 'dcat:accessURL', access === undefined ? undefined : iri(access));
  graph.add(scope.id, 'dcat:downloadURL', download === undefined ? undefined : iri(download));
}

function describeFormat(scope: Scope, words: DistributionContent, facts: DistributionFacts): void {
  const { graph, id } = scope;
  const format = formats.find(({ code }) => code === facts.format);
  if (format?.file !== undefined) relate(scope, 'dct:format', fileTypeAddress(format.file), 'dct:MediaTypeOrExtent');
  const media = facts.file?.mediaType ?? words.mediaType ?? format?.media;
  const type = media?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/.test(type)) {
    relate(scope, 'dcat:mediaType', mediaTypeAddress(type), 'dct:MediaType');
  }
  const bytes = facts.file?.bytes ?? words.bytes;
  if (bytes !== undefined && Number.isSafeInteger(bytes) && bytes >= 0) {
    graph.add(id, 'dcat:byteSize', typed(String(bytes), 'xsd:nonNegativeInteger'));
  }
}
