import { datasetEvents } from '#catalogue/contracts';
import type { Reaction } from '#ledger/server';
import { membershipEvents, organisationEvents, standInEvents } from '#organisations/contracts';
import { agreementEvents, caseEvents, permissionEvents, requestEvents } from '#sharing/contracts';
import { talkEventTypes, talkReactions } from '../talk/index.ts';
import type { AgreementAggregate, PermissionAggregate } from '../agreements/agreement-aggregate.ts';
import type { CaseAggregate } from '../cases/case-aggregate.ts';
import type { SharingSources } from '../queries/sharing-sources.ts';
import { whenDeliveryMovesTellItsParties } from './when-delivery-moves-tell-its-parties.reaction.ts';
import { whenAgreementMovesTellItsParties } from './when-agreement-moves-tell-its-parties.reaction.ts';
import { whenCaseGivesDataDraftItsAgreement } from './when-case-gives-data-draft-its-agreement.reaction.ts';
import { whenCaseMovesTellRequester } from './when-case-moves-tell-requester.reaction.ts';
import { whenCaseTasksSetAskTheirHolders } from './when-case-tasks-set-ask-their-holders.reaction.ts';
import { whenCaseTurnsTellItsOffice } from './when-case-turns-tell-its-office.reaction.ts';
import { whenCaseWorkIsDoneSettleWhatAsked } from './when-case-work-is-done-settle-what-asked.reaction.ts';
import { whenDatasetFileChangesMakeFilesAnew } from './when-dataset-file-changes-make-files-anew.reaction.ts';
import { whenRecipientNoticeMovesTellItsParties } from './when-recipient-notice-moves-tell-its-parties.reaction.ts';
import { whenSignatureComesWithoutAccountTellWhoWaits } from './when-signature-comes-without-account-tell-who-waits.reaction.ts';
import { whenEndIsNearTellBothSides } from './when-end-is-near-tell-both-sides.reaction.ts';
import { whenResponsibilityChangesReviewHolders } from './when-responsibility-changes-review-holders.reaction.ts';

/** What reactions of sharing give commands to. */
export interface ReactionParts {
  readonly cases: CaseAggregate;
  readonly agreements: AgreementAggregate;
  readonly permissions: PermissionAggregate;
  readonly sources: SharingSources;
}

/** Every reaction of sharing. */
export const sharingReactions = ({ cases, agreements, permissions, sources }: ReactionParts): readonly Reaction[] => [
  whenCaseTasksSetAskTheirHolders,
  whenCaseWorkIsDoneSettleWhatAsked,
  whenCaseMovesTellRequester,
  whenCaseTurnsTellItsOffice,
  whenResponsibilityChangesReviewHolders(cases),
  whenCaseGivesDataDraftItsAgreement(agreements, sources),
  whenAgreementMovesTellItsParties,
  whenSignatureComesWithoutAccountTellWhoWaits,
  whenDeliveryMovesTellItsParties,
  whenEndIsNearTellBothSides,
  whenDatasetFileChangesMakeFilesAnew(permissions),
  whenRecipientNoticeMovesTellItsParties,
  ...talkReactions,
];

/** Types of events that reactions of sharing may hear: its own, and those of the features before it. */
export const eventsKnownToSharing: ReadonlySet<string> = new Set([
  ...Object.keys(caseEvents),
  ...Object.keys(requestEvents),
  ...Object.keys(agreementEvents),
  ...Object.keys(permissionEvents),
  ...talkEventTypes,
  ...Object.keys(datasetEvents),
  ...Object.keys(organisationEvents),
  ...Object.keys(membershipEvents),
  ...Object.keys(standInEvents),
]);
