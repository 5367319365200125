import { themeTaxonomy } from './authorities.ts';
import { describeDataset, type ExportAddresses, type ExportedDataset } from './dataset-graph.ts';
import { iri, text, typed, type Graph } from './graph.ts';

/** One page of the catalogue, as it is exported. */
export interface CataloguePage {
  readonly datasets: readonly ExportedDataset[];
  /** Datasets on all pages. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** The address of a page in the form that is being written. */
  addressOf(page: number): string;
}

const description =
  'Datasets that organisations of this region hold, who publishes them, and whether and how they can be had.';

/** Says of the catalogue what DCAT-AP 3.0.1 requires, which datasets are on this page, and where the other pages are. */
export function describeCatalogue(graph: Graph, page: CataloguePage, addresses: ExportAddresses): void {
  const { publicUrl } = addresses;
  const catalogue = graph.node(`${publicUrl}/catalog`, 'dcat:Catalog', 'hydra:Collection');
  const operator = graph.node(`${publicUrl}/#operator`, 'foaf:Agent');
  const { host } = hostOf(publicUrl);
  graph.add(catalogue, 'dct:title', text(`Data catalogue at ${host}`, 'en'));
  graph.add(catalogue, 'dct:description', text(description, 'en'));
  graph.add(catalogue, 'dct:publisher', iri(operator));
  graph.add(operator, 'foaf:name', text(`Operator of ${host}`, 'en'));
  graph.add(catalogue, 'foaf:homepage', iri(graph.node(`${publicUrl}/`, 'foaf:Document')));
  graph.add(catalogue, 'dcat:themeTaxonomy', iri(graph.node(themeTaxonomy, 'skos:ConceptScheme')));
  graph.add(themeTaxonomy, 'dct:title', text('Data theme', 'en'));
  describePaging(graph, catalogue, page);
  for (const exported of page.datasets) {
    graph.add(catalogue, 'dcat:dataset', iri(describeDataset(graph, exported, addresses)));
  }
}

const hostOf = (publicUrl: string): { host: string } => ({ host: publicUrl.replace(/^https?:\/\//, '') });

function describePaging(graph: Graph, catalogue: string, { total, page, pages, addressOf }: CataloguePage): void {
  const view = graph.node(addressOf(page), 'hydra:PartialCollectionView');
  graph.add(catalogue, 'hydra:totalItems', typed(String(total), 'xsd:integer'));
  graph.add(catalogue, 'hydra:view', iri(view));
  graph.add(view, 'hydra:first', iri(addressOf(1)));
  if (page > 1) graph.add(view, 'hydra:previous', iri(addressOf(page - 1)));
  if (page < pages) graph.add(view, 'hydra:next', iri(addressOf(page + 1)));
  graph.add(view, 'hydra:last', iri(addressOf(pages)));
}
