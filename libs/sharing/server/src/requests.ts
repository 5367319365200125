import { OfferedDatasets } from '#catalogue/server';
import { type Actor, type PersonActor } from '#kernel';
import type { Database } from '#platform/database';
import type { CaseView, Inbox, InboxQuery, RequestList, RequestListQuery, RequestView } from '#sharing/contracts';
import type { Reader } from './queries/case-reading.ts';
import { viewCase } from './queries/case-view.ts';
import { readInbox } from './queries/inbox.ts';
import { listRequests } from './queries/list-requests.ts';
import { recordCaseRead } from './queries/reads-of.ts';
import { viewRequest } from './queries/request-view.ts';
import type { SharingSources } from './queries/sharing-sources.ts';

/** What pages ask about requests and cases. Undefined: there is nothing that this reader may see. */
export class Requests {
  private readonly offered: OfferedDatasets;

  constructor(
    private readonly database: Database,
    private readonly sources: SharingSources,
  ) {
    this.offered = new OfferedDatasets(database);
  }

  list(actor: PersonActor, query: RequestListQuery): Promise<RequestList> {
    return listRequests(this.database, this.sources, actor, query);
  }

  /** What people call a request by, for those who may name it. */
  async referenceOf(id: string): Promise<string | undefined> {
    const [row] = await this.database.rows<{ reference: string }>(
      'select reference from sharing_request where id = $1',
      [id],
      'request-reference',
    );
    return row?.reference;
  }

  view(actor: Actor, id: string): Promise<RequestView | undefined> {
    return viewRequest(this.reader(actor), id);
  }

  /** The review screen. That somebody reads another's answers is written down before they are given. */
  async viewCase(actor: Actor, request: string, id: string): Promise<CaseView | undefined> {
    const view = await viewCase(this.reader(actor), { request, case: id });
    if (view && (view.side === 'owner' || view.sample) && actor.kind === 'person') {
      const at = this.sources.clock.now();
      const organisation = view.sample?.board ?? view.organisation;
      await recordCaseRead(this.database, {
        case: id,
        request,
        person: actor.person,
        organisation: organisation.id,
        at,
      });
    }
    return view;
  }

  inbox(actor: PersonActor, query: InboxQuery): Promise<Inbox> {
    return readInbox(this.database, this.sources, actor, query);
  }

  private reader(actor: Actor): Reader {
    return { queries: this.database, sources: this.sources, offered: this.offered, actor };
  }
}
