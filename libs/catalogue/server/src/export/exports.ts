import { createHash } from 'node:crypto';
import {
  describeCatalogue,
  describeDataset,
  Graph,
  isListed,
  jsonLdOf,
  maySeeDataset,
  turtleOf,
  type ExportAddresses,
} from '#catalogue/domain';
import { anyone, type Actor } from '#kernel';
import type { Database } from '#platform/database';
import { datasetRow, type DatasetRow } from '../queries/dataset-row.ts';
import { audienceCodes } from '../search/search-row.ts';
import { exportedOf, type ExportRow } from './exported-row.ts';

export const exportForms = ['jsonld', 'ttl'] as const;
export type ExportForm = (typeof exportForms)[number];

/** An export, ready to be sent. */
export interface ExportedDocument {
  readonly form: ExportForm;
  readonly body: string;
  /** Changes with every byte of the body and with nothing else (RFC 9110, section 8.8.3). */
  readonly etag: string;
}

/** What stands at a dataset's address for everyone: a description, or why there is none any more. */
export type DatasetExport =
  | { readonly kind: 'described'; readonly slug: string; readonly document: ExportedDocument }
  | { readonly kind: 'withdrawn'; readonly reason: string };

/** Datasets on one page of the catalogue. */
export const cataloguePageSize = 100;

const documentOf = (graph: Graph, form: ExportForm): ExportedDocument => {
  const body = form === 'ttl' ? turtleOf(graph.nodes) : jsonLdOf(graph.nodes);
  return { form, body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
};

/** Descriptions in RDF of what everyone may see, as DCAT-AP 3.0.1 has it. */
export class Exports {
  constructor(
    private readonly database: Database,
    private readonly addresses: ExportAddresses,
  ) {}

  /** One dataset, by its id or its slug; undefined where there is none that everyone may see. */
  async dataset(idOrSlug: string, form: ExportForm): Promise<DatasetExport | undefined> {
    const row = await this.seen(anyone, idOrSlug);
    if (!row) return undefined;
    const { state, content } = row;
    if (!isListed(state)) return { kind: 'withdrawn', reason: content.withdrawalReason ?? 'No reason was given.' };
    const graph = new Graph();
    describeDataset(graph, exportedOf(row), this.addresses);
    return { kind: 'described', slug: state.slug, document: documentOf(graph, form) };
  }

  /** The address of a dataset's page, for a reader who may see it. */
  async pageAddress(reader: Actor, idOrSlug: string): Promise<string | undefined> {
    const row = await this.seen(reader, idOrSlug);
    return row && `${this.addresses.publicUrl}/datasets/${row.state.slug}`;
  }

  async organisationPageAddress(id: string): Promise<string | undefined> {
    const [row] = await this.database.rows<{ slug: string }>('select slug from organisation where id = $1', [id]);
    return row && `${this.addresses.publicUrl}/organisations/${row.slug}`;
  }

  /** One page of the catalogue; undefined beyond the last. The first is there also where nothing is published. */
  async catalogue(page: number, form: ExportForm): Promise<ExportedDocument | undefined> {
    const [counted] = await this.database.rows<{ total: number }>(
      `select count(*)::integer as total from dataset_search where audience = ${audienceCodes.public}`,
    );
    const total = counted?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / cataloguePageSize));
    if (page > pages) return undefined;
    const rows = await this.database.rows<ExportRow>(
      `select dataset.state, dataset.content, organisation.name as organisation_name
       from (select dataset as id from dataset_search where audience = ${audienceCodes.public}
         order by dataset limit ${cataloguePageSize} offset $1) as page
       join dataset on dataset.id = page.id join organisation on organisation.id = dataset.organisation
       order by dataset.id`,
      [(page - 1) * cataloguePageSize],
    );
    const graph = new Graph();
    const addressOf = (number: number): string => `${this.addresses.publicUrl}/catalog.${form}?page=${number}`;
    describeCatalogue(graph, { datasets: rows.map(exportedOf), total, page, pages, addressOf }, this.addresses);
    return documentOf(graph, form);
  }

  private async seen(reader: Actor, idOrSlug: string): Promise<DatasetRow | undefined> {
    const row = await datasetRow(this.database, idOrSlug);
    return row && maySeeDataset(reader, row.state) ? row : undefined;
  }
}
