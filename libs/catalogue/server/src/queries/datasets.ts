import type { DatasetView, PreviewView, RevisionList } from '#catalogue/contracts';
import { isGivenForTerms, mayDownload, maySeeDataset, type Dataset, type StoredFile } from '#catalogue/domain';
import { membershipIn, type Actor } from '#kernel';
import { peopleById } from '#organisations/server';
import type { Database } from '#platform/database';
import type { Storage } from '#platform/storage';
import { isPreviewable, previewOf } from '../files/index.ts';
import { hashOfTerms, hasAcceptedTerms } from '../terms/terms-aggregate.ts';
import { datasetRow, type DatasetRow } from './dataset-row.ts';
import { datasetViewOf, type Addresses, type Responsible } from './dataset-view.ts';
import { listRevisions } from './list-revisions.ts';

/** A stored file that the reader may have, with the name to give it. */
export interface Download {
  readonly file: StoredFile;
  readonly fileName: string;
}

/** What pages ask of one dataset. Undefined: there is nothing that this reader may see. */
export class Datasets {
  constructor(
    private readonly database: Database,
    readonly storage: Storage,
    private readonly addresses: Addresses,
  ) {}

  async view(actor: Actor, idOrSlug: string): Promise<DatasetView | undefined> {
    const row = await this.seen(actor, idOrSlug);
    return row && datasetViewOf(row, actor, this.addresses, await this.responsible(actor, row.state));
  }

  async revisions(actor: Actor, idOrSlug: string, before?: number): Promise<RevisionList | undefined> {
    const row = await this.seen(actor, idOrSlug);
    return row && listRevisions({ queries: this.database, dataset: row.state, actor }, before);
  }

  /** The first rows of a stored file; undefined also where the reader may not have the rows. */
  async preview(actor: Actor, idOrSlug: string, distribution?: string): Promise<PreviewView | undefined> {
    const row = await this.seen(actor, idOrSlug);
    if (!row || !mayDownload(actor, row.state, row.termsAccepted)) return undefined;
    const stored = row.state.distributions.find(
      ({ id, file }) => file && isPreviewable(file) && (distribution === undefined || id === distribution),
    );
    if (!stored?.file) return undefined;
    const title = row.content.distributions?.find(({ id }) => id === stored.id)?.title ?? row.content.title;
    return previewOf(this.storage, { distribution: stored.id, title, file: stored.file });
  }

  async download(actor: Actor, idOrSlug: string, distribution: string): Promise<Download | undefined> {
    const row = await this.seen(actor, idOrSlug);
    if (!row || !mayDownload(actor, row.state, row.termsAccepted)) return undefined;
    const file = row.state.distributions.find(({ id }) => id === distribution)?.file;
    const words = row.content.distributions?.find(({ id }) => id === distribution);
    return file && { file, fileName: words?.fileName ?? row.state.slug };
  }

  private async seen(actor: Actor, idOrSlug: string): Promise<DatasetRow | undefined> {
    const row = await datasetRow(this.database, idOrSlug);
    if (!row || !maySeeDataset(actor, row.state)) return undefined;
    if (!isGivenForTerms(row.state) || actor.kind !== 'person') return row;
    const terms = hashOfTerms(row.state, row.content);
    return { ...row, termsAccepted: await hasAcceptedTerms(this.database, actor.person, row.id, terms) };
  }

  private async responsible(actor: Actor, { organisation, owners, steward }: Dataset): Promise<Responsible> {
    const ids = steward === undefined ? owners : [...owners, steward];
    if (ids.length === 0 || !membershipIn(actor, organisation)) return { owners: [] };
    const people = await peopleById(this.database, ids);
    const named = (id: string) => {
      const person = people.get(id);
      return person ? [{ person: id, name: person.name }] : [];
    };
    const [stewardNamed] = steward === undefined ? [] : named(steward);
    return { owners: owners.flatMap(named), ...(stewardNamed && { steward: stewardNamed }) };
  }
}
