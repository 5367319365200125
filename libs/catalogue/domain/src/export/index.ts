export { describeCatalogue, type CataloguePage } from './catalogue-graph.ts';
export {
  datasetAddress,
  describeDataset,
  noDescription,
  organisationAddress,
  type ExportAddresses,
  type ExportedDataset,
} from './dataset-graph.ts';
export { Graph, type GraphNode } from './graph.ts';
export { jsonLdOf } from './json-ld.ts';
export { turtleOf } from './turtle.ts';
