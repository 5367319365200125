import type { ColumnContent, ColumnFacts, DatasetContent, DistributionContent, DistributionFacts } from './dataset.ts';
import type { PersonalData } from './access.ts';

/**
 * A description of a dataset as a person's form or an import gives it: every field of `describedFields`, rules' codes and
 * people's words together. `null` empties a field; an absent field is left as it is.
 */
export type Description = {
  readonly [
    Field in Exclude<keyof DatasetContent, 'sourceSays' | 'withdrawalReason' | 'columns' | 'distributions' | 'title'>
  ]?: DatasetContent[Field] | null;
} & {
  readonly title?: string;
  readonly themes?: readonly string[];
  readonly subjectAreas?: readonly string[];
  readonly licence?: string;
  readonly personalData?: PersonalData;
  readonly columns?: readonly (ColumnContent & Pick<ColumnFacts, 'sensitivity'>)[];
  readonly distributions?: readonly (DistributionContent & Pick<DistributionFacts, 'format'>)[];
};
