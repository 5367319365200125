import type { AnyAggregate, Reaction } from '#ledger/server';
import type { Clock } from '#platform/observability';
import {
  agreementAggregate,
  permissionAggregate,
  type AgreementAggregate,
  type PermissionAggregate,
} from './agreements/agreement-aggregate.ts';
import { HolidayCalendars } from './calendars/index.ts';
import { caseAggregate, type CaseAggregate } from './cases/case-aggregate.ts';
import { questionSetAggregate, questionSetAt, questionSetsFor } from './question-sets/index.ts';
import type { SharingSources } from './queries/sharing-sources.ts';
import { eventsKnownToSharing, sharingReactions } from './reactions/index.ts';
import { requestAggregate, type RequestAggregate } from './requests/request-aggregate.ts';
import { messagesOf, standingAdviceOf, talkAggregates } from './talk/index.ts';

/** All that a process needs of sharing, put together once. */
export interface Sharing {
  readonly sources: SharingSources;
  readonly requests: RequestAggregate;
  readonly cases: CaseAggregate;
  readonly agreements: AgreementAggregate;
  readonly permissions: PermissionAggregate;
  /** Every kind of aggregate, for replay. */
  readonly aggregates: readonly AnyAggregate[];
  readonly reactions: readonly Reaction[];
  /** Types of events that its reactions may hear. */
  readonly known: ReadonlySet<string>;
}

/** What requests and cases are decided and shown by. */
function sharingSources(clock: Clock): SharingSources {
  const calendars = new HolidayCalendars(clock);
  return {
    clock,
    calendars: (queries) => calendars.current(queries),
    standingAdvice: standingAdviceOf,
    questionSetsFor,
    questionSets: async (queries, named) => {
      const sets = [];
      for (const { id, version } of named) {
        const set = await questionSetAt(queries, id, version);
        if (set) sets.push(set);
      }
      return sets;
    },
    messagesOf,
  };
}

export function composeSharing(clock: Clock): Sharing {
  const sources = sharingSources(clock);
  const requests = requestAggregate(sources);
  const cases = caseAggregate(sources);
  const agreements = agreementAggregate(sources);
  const permissions = permissionAggregate(sources);
  return {
    sources,
    requests,
    cases,
    agreements,
    permissions,
    aggregates: [requests, cases, agreements, permissions, questionSetAggregate, ...talkAggregates],
    reactions: sharingReactions({ cases, agreements, permissions, sources }),
    known: eventsKnownToSharing,
  };
}
