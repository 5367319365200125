export { repairLabels, type Repair, type RepairKind } from './findings.ts';
export {
  identifierOfRecord,
  normaliseRecord,
  type NormalisedRecord,
  type SourceDescription,
  type SourceRecord,
} from './normalise-record.ts';
export { isObject, lastPart, nodeOf, readNode, referenceOf, textsOf } from './node.ts';
export type { SourceDistribution } from './distributions.ts';
export type { FeedReading } from './reading.ts';
export { decideImport, decideVanished } from './decide-import.ts';
