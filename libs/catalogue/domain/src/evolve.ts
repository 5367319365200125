import type { Dataset, DescribedField } from './dataset.ts';
import type { DatasetEvent, DescribedFacts } from './events.ts';

const merged = (fields: readonly DescribedField[], more: readonly DescribedField[]): DescribedField[] =>
  [...new Set([...fields, ...more])].sort();

/** The codes that a description brings, over those that stood before. */
function described(dataset: Dataset, facts: DescribedFacts): Dataset {
  return {
    ...dataset,
    themes: facts.themes ?? dataset.themes,
    subjectAreas: facts.subjectAreas ?? dataset.subjectAreas,
    licence: facts.licence ?? dataset.licence,
    personalData: facts.personalData ?? dataset.personalData,
    columns: facts.columns ?? dataset.columns,
    distributions: facts.distributions ?? dataset.distributions,
    setHere: facts.by === 'person' ? merged(dataset.setHere, facts.fields) : dataset.setHere,
  };
}

const nothingYet = {
  visibility: 'everyone',
  personalData: 'not-stated',
  owners: [],
  themes: [],
  subjectAreas: [],
  licence: 'not-stated',
  columns: [],
  distributions: [],
  setHere: [],
  withdrawnByPerson: false,
} as const satisfies Partial<Dataset>;

function begun(event: DatasetEvent): Dataset {
  if (event.type === 'dataset-registered') {
    const { id, organisation, unit, slug } = event.facts;
    const dataset: Dataset = { ...nothingYet, id, organisation, unit, slug, lifecycle: 'draft', access: 'not-stated' };
    return described(dataset, event.facts);
  }
  if (event.type === 'dataset-imported') {
    const { id, organisation, slug, access, source } = event.facts;
    const dataset: Dataset = { ...nothingYet, id, organisation, slug, lifecycle: 'published', access, source };
    return described(dataset, event.facts);
  }
  throw new Error(`A dataset cannot begin with ${event.type}`);
}

/** Folds one event into the state of a dataset; reads facts alone. */
export function evolveDataset(dataset: Dataset | undefined, event: DatasetEvent): Dataset {
  if (!dataset) return begun(event);
  switch (event.type) {
    case 'dataset-described':
      return described(dataset, event.facts);
    case 'dataset-updated-from-source': {
      const source = dataset.source && { ...dataset.source, recordHash: event.facts.recordHash, present: true };
      return { ...described(dataset, event.facts), source, access: event.facts.access ?? dataset.access };
    }
    case 'dataset-vanished-from-source':
      return { ...dataset, source: dataset.source && { ...dataset.source, present: false } };
    case 'dataset-access-set':
      return { ...dataset, access: event.facts.access, accessSetHere: true };
    case 'dataset-visibility-set':
      return { ...dataset, visibility: event.facts.visibility };
    case 'dataset-responsibility-assigned':
      return { ...dataset, owners: event.facts.owners, steward: event.facts.steward };
    case 'dataset-published':
      return { ...dataset, lifecycle: 'published', withdrawnByPerson: false };
    case 'dataset-withdrawn':
      return { ...dataset, lifecycle: 'withdrawn', withdrawnByPerson: true };
    case 'dataset-file-attached':
      return {
        ...dataset,
        distributions: dataset.distributions.map((distribution) =>
          distribution.id === event.facts.distribution ? { ...distribution, file: event.facts.file } : distribution,
        ),
      };
    case 'dataset-registered':
    case 'dataset-imported':
      throw new Error(`${event.type} begins a dataset and comes once`);
  }
}
