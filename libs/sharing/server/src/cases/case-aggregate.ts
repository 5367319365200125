import { lockRows, pageOfRows, type Aggregate } from '#ledger/server';
import { caseEvents } from '#sharing/contracts';
import {
  caseRight,
  caseRights,
  caseStandingsOf,
  decideCase,
  evolveCase,
  maySeeCase,
  rightStateOf,
  type Case,
  type CaseCommand,
  type CaseContent,
  type CaseEvent,
  type CaseFacts,
} from '#sharing/domain';
import { aboutCase } from '../history/about.ts';
import { caseFacts, type CaseFactSources } from './case-facts.ts';
import { saveCases } from './case-rows.ts';

export type CaseAggregate = Aggregate<Case, CaseContent, CaseCommand, CaseEvent, CaseFacts>;

/** Cases, as the door handles them. */
export const caseAggregate = (sources: CaseFactSources): CaseAggregate => ({
  kind: 'case',
  table: 'sharing_case',
  events: caseEvents,
  load: (transaction, ids) => lockRows(transaction, 'sharing_case', ids),
  page: (queries, after, size) => pageOfRows(queries, 'sharing_case', after, size),
  standings: caseStandingsOf,
  visible: maySeeCase,
  right: (command, subject, standings) => caseRight(command.type, rightStateOf(subject), standings),
  everAllowed: ({ type }, standings) => caseRights[type].standings.some((standing) => standings.includes(standing)),
  facts: (transaction, _actor, items) => caseFacts(sources, transaction, items),
  decide: decideCase,
  evolve: evolveCase,
  about: aboutCase,
  save: async (transaction, changes) => saveCases(transaction, changes, await sources.calendars(transaction)),
});
