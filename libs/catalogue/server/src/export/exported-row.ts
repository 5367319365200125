import { maySeeAddresses, type Dataset, type DatasetContent, type ExportedDataset } from '#catalogue/domain';
import { anyone } from '#kernel';

/** A dataset as read for an export. */
export interface ExportRow {
  readonly state: Dataset;
  readonly content: DatasetContent;
  readonly organisation_name: string;
}

/** Exports are for everyone, whoever asks: what they hold depends on no reader. */
export const exportedOf = ({ state, content, organisation_name: name }: ExportRow): ExportedDataset => ({
  dataset: state,
  content,
  publisher: { id: state.organisation, name },
  addressesShown: maySeeAddresses(anyone, state),
});
