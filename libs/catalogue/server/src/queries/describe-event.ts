import { accessLabels, visibilityLabels, type DatasetEvent } from '#catalogue/domain';

/** One sentence per event, for histories. */
export function describeDatasetEvent(event: DatasetEvent): string {
  switch (event.type) {
    case 'dataset-registered':
      return 'Entered in the catalogue';
    case 'dataset-imported':
      return 'Read from another catalogue for the first time';
    case 'dataset-described':
      return 'Description changed';
    case 'dataset-updated-from-source':
      return 'Brought up to date from the other catalogue';
    case 'dataset-vanished-from-source':
      return 'No longer found in the other catalogue';
    case 'dataset-access-set':
      return `Access set to “${accessLabels[event.facts.access]}”`;
    case 'dataset-visibility-set':
      return `Made visible to: ${visibilityLabels[event.facts.visibility].toLowerCase()}`;
    case 'dataset-responsibility-assigned':
      return 'Data owner and steward named';
    case 'dataset-published':
      return 'Published';
    case 'dataset-withdrawn':
      return 'Withdrawn';
    case 'dataset-file-attached':
      return 'File attached';
  }
}
