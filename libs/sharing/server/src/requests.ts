import { type Actor, type PersonActor } from '#kernel';
import type { Database } from '#platform/database';
import type { CaseView, Inbox, InboxQuery, RequestList, RequestListQuery, RequestView } from '#sharing/contracts';
import type { Reader } from './queries/case-reading.ts';
import { viewCase } from './queries/case-view.ts';
import { readInbox } from './queries/inbox.ts';
import { listRequests } from './queries/list-requests.ts';
import { viewRequest } from './queries/request-view.ts';
import type { SharingSources } from './queries/sharing-sources.ts';

/** What pages ask about requests and cases. Undefined: there is nothing that this reader may see. */
export class Requests {
  constructor(
    private readonly database: Database,
    private readonly sources: SharingSources,
  ) {}

  list(actor: PersonActor, query: RequestListQuery): Promise<RequestList> {
    return listRequests(this.database, this.sources, actor, query);
  }

  view(actor: Actor, id: string): Promise<RequestView | undefined> {
    return viewRequest(this.reader(actor), id);
  }

  viewCase(actor: Actor, request: string, id: string): Promise<CaseView | undefined> {
    return viewCase(this.reader(actor), { request, case: id });
  }

  inbox(actor: PersonActor, query: InboxQuery): Promise<Inbox> {
    return readInbox(this.database, this.sources, actor, query);
  }

  private reader(actor: Actor): Reader {
    return { queries: this.database, sources: this.sources, actor };
  }
}
