import { lockRows, pageOfRows, type Aggregate } from '#ledger/server';
import { agreementEvents, permissionEvents } from '#sharing/contracts';
import {
  agreementRight,
  agreementRights,
  agreementStandingsOf,
  agreementStateOf,
  decideAgreement,
  decidePermission,
  evolveAgreement,
  evolvePermission,
  maySeeBetween,
  permissionRight,
  permissionRights,
  permissionStandingsOf,
  permissionStateOf,
  type Agreement,
  type AgreementCommand,
  type AgreementContent,
  type AgreementEvent,
  type AgreementFacts,
  type Permission,
  type PermissionCommand,
  type PermissionContent,
  type PermissionEvent,
  type PermissionFacts,
} from '#sharing/domain';
import type { CaseFactSources } from '../cases/case-facts.ts';
import { aboutAgreement, aboutPermission } from '../history/about.ts';
import { agreementFacts } from './agreement-facts.ts';
import { permissionFacts } from './permission-facts.ts';
import { saveAgreements, savePermissions } from './agreement-rows.ts';
import { savePermissionWork, saveTermsWork } from './terms-work-rows.ts';
import { stopMailsOfDeadLinks } from './signing/signing-link.ts';

export type AgreementAggregate = Aggregate<
  Agreement,
  AgreementContent,
  AgreementCommand,
  AgreementEvent,
  AgreementFacts
>;

/** Agreements, as the door handles them. */
export const agreementAggregate = (sources: CaseFactSources): AgreementAggregate => ({
  kind: 'agreement',
  events: agreementEvents,
  load: (transaction, ids) => lockRows(transaction, 'agreement', ids),
  page: (queries, after, size) => pageOfRows(queries, 'agreement', after, size),
  standings: agreementStandingsOf,
  visible: maySeeBetween,
  right: (command, agreement, standings) => agreementRight(command.type, agreementStateOf(agreement), standings),
  everAllowed: ({ type }, standings) => agreementRights[type].standings.some((one) => standings.includes(one)),
  facts: (transaction, _actor, items) => agreementFacts(sources, transaction, items),
  decide: decideAgreement,
  evolve: evolveAgreement,
  about: aboutAgreement,
  save: async (transaction, changes) => {
    await saveAgreements(transaction, changes);
    await stopMailsOfDeadLinks(transaction, changes);
    await saveTermsWork(transaction, changes, await sources.calendars(transaction));
  },
});

export type PermissionAggregate = Aggregate<
  Permission,
  PermissionContent,
  PermissionCommand,
  PermissionEvent,
  PermissionFacts
>;

/** Permissions, as the door handles them. */
export const permissionAggregate = (sources: CaseFactSources): PermissionAggregate => ({
  kind: 'permission',
  events: permissionEvents,
  load: (transaction, ids) => lockRows(transaction, 'permission', ids),
  page: (queries, after, size) => pageOfRows(queries, 'permission', after, size),
  standings: permissionStandingsOf,
  visible: maySeeBetween,
  right: (command, permission, standings) => permissionRight(command.type, permissionStateOf(permission), standings),
  everAllowed: ({ type }, standings) => permissionRights[type].standings.some((one) => standings.includes(one)),
  facts: (transaction, _actor, items) => permissionFacts(sources, transaction, items),
  decide: decidePermission,
  evolve: evolvePermission,
  about: aboutPermission,
  save: async (transaction, changes) => {
    await savePermissions(transaction, changes);
    await savePermissionWork(transaction, changes, await sources.calendars(transaction));
  },
});
