import {
  accessLabels,
  isRequestable,
  personalDataLabels,
  sensitivityLabels,
  type Contact,
  type Dataset,
  type DatasetContent,
  type Sensitivity,
  type StoredFile,
} from '#catalogue/domain';
import { fewIds, type Queries } from '#platform/database';

/** A dataset as other features need it: what it is, whose, and what can be asked for. */
export interface SharedDataset {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string };
  readonly unit?: string;
  readonly owners: readonly string[];
  readonly access: { readonly code: string; readonly label: string };
  readonly personalData: { readonly code: Dataset['personalData']; readonly label: string };
  readonly subjectAreas: readonly string[];
  readonly requestable: boolean;
  readonly columns: readonly SharedColumn[];
  /** Whom to ask about it. */
  readonly contact?: Contact;
  /** The first of its files that is CSV and stored here: what deliveries are made from. */
  readonly csv?: StoredFile;
}

export interface SharedColumn {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  /** A type of Table Schema: string, number, date … */
  readonly type: string;
  readonly description?: string;
  readonly sensitivity: { readonly code: Sensitivity; readonly label: string };
}

interface Row {
  readonly id: string;
  readonly state: Dataset;
  readonly content: DatasetContent;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  readonly standing: string;
}

/**
 * Datasets by id, whoever asks: who may see them is the caller's to check.
 * @param readers keys of `audience`: only what one of them may see; all where left out
 */
export async function sharedDatasets(
  queries: Queries,
  ids: readonly string[],
  readers?: readonly string[],
): Promise<ReadonlyMap<string, SharedDataset>> {
  if (ids.length === 0) return new Map();
  const wanted = fewIds(ids, 1, 4);
  const narrowed =
    readers === undefined
      ? ''
      : `and exists (select from audience where audience.kind = 'dataset' and audience.id = dataset.id
       and audience.reader = any($${wanted.values.length + 1}::text[]))`;
  const rows = await queries.rows<Row>(
    `select dataset.id, dataset.state, dataset.content, organisation.slug as organisation_slug,
       organisation.name as organisation_name, organisation.standing
     from dataset join organisation on organisation.id = dataset.organisation
     where dataset.id = any(${wanted.sql}) ${narrowed}`,
    readers === undefined ? wanted.values : [...wanted.values, readers],
    wanted.few ? `shared-datasets${readers === undefined ? '' : '-seen'}` : undefined,
  );
  return new Map(rows.map((row) => [row.id, sharedOf(row)]));
}

function sharedOf({ id, state, content, ...row }: Row): SharedDataset {
  const csv = state.distributions.find(({ file }) => file?.mediaType === 'text/csv')?.file;
  const facts = new Map(state.columns.map((column) => [column.id, column.sensitivity]));
  return {
    id,
    slug: state.slug,
    title: content.title,
    organisation: { id: state.organisation, slug: row.organisation_slug, name: row.organisation_name },
    ...(state.unit === undefined ? {} : { unit: state.unit }),
    owners: state.owners,
    access: { code: state.access, label: accessLabels[state.access] },
    personalData: { code: state.personalData, label: personalDataLabels[state.personalData] },
    subjectAreas: state.subjectAreas,
    requestable: isRequestable(state, { claimed: row.standing !== 'unclaimed' }),
    ...(content.contact === undefined ? {} : { contact: content.contact }),
    ...(csv === undefined ? {} : { csv }),
    columns: (content.columns ?? []).map(({ id: column, name, title, type, description }) => {
      const sensitivity = facts.get(column) ?? 'not-stated';
      return {
        id: column,
        name,
        type,
        ...(title === undefined ? {} : { title }),
        ...(description === undefined ? {} : { description }),
        sensitivity: { code: sensitivity, label: sensitivityLabels[sensitivity] },
      };
    }),
  };
}
