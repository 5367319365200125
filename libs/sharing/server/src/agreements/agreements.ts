import type { Actor, PersonActor } from '#kernel';
import type { Database } from '#platform/database';
import type { Document } from '#platform/documents';
import type {
  AgreementList,
  AgreementListQuery,
  AgreementView,
  DatasetRecipients,
  DeliveryList,
  PermissionList,
  PermissionListQuery,
  PermissionView,
} from '#sharing/contracts';
import type { CaseFactSources } from '../cases/case-facts.ts';
import { agreementDocument } from './queries/agreement-document.ts';
import { viewAgreement } from './queries/agreement-view.ts';
import { viewDatasetRecipients } from './queries/dataset-recipients.ts';
import { listAgreements } from './queries/list-agreements.ts';
import { listDeliveries, listPermissions, viewPermission } from './queries/permission-views.ts';

export interface NamedDocument {
  readonly document: Document;
  readonly fileName: string;
}

/** What pages ask about agreements and permissions. Undefined: there is nothing that this reader may see. */
export class Agreements {
  constructor(
    private readonly database: Database,
    private readonly sources: CaseFactSources,
  ) {}

  list(actor: PersonActor, query: AgreementListQuery): Promise<AgreementList> {
    return listAgreements({ ...this.reader(actor), actor }, query);
  }

  view(actor: Actor, id: string): Promise<AgreementView | undefined> {
    return viewAgreement(this.reader(actor), id);
  }

  /** The agreement for paper; undefined also for the other side while the provider is still drafting. */
  async document(actor: Actor, id: string): Promise<NamedDocument | undefined> {
    const view = await this.view(actor, id);
    if (!view || view.hidden) return undefined;
    return { document: agreementDocument(view), fileName: `${view.reference.replace('/', '-')} ${view.title}.pdf` };
  }

  permissions(actor: PersonActor, query: PermissionListQuery): Promise<PermissionList> {
    return listPermissions({ ...this.reader(actor), actor }, query);
  }

  permission(actor: Actor, id: string): Promise<PermissionView | undefined> {
    return viewPermission(this.reader(actor), id);
  }

  deliveries(actor: Actor, id: string): Promise<DeliveryList | undefined> {
    return listDeliveries(this.reader(actor), id);
  }

  /** Who received a dataset, and what they were told afterwards. */
  recipients(actor: PersonActor, dataset: string): Promise<DatasetRecipients | undefined> {
    return viewDatasetRecipients({ ...this.reader(actor), actor }, dataset);
  }

  private reader(actor: Actor) {
    return { queries: this.database, sources: this.sources, actor };
  }
}
