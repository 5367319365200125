export type { Aggregate, AnyAggregate, Change, Done, Item, ItemOutcome, Loaded, Stored } from './aggregate.ts';
export { writeAudience } from './audience.ts';
export { canonicalBytes, leafHash, privateHash, type EntryHead } from './commitment.ts';
export { Door, notAllowed, unseen } from './door.ts';
export { outboxChannel, type Announcement } from './outbox.ts';
export {
  forgetReactionClaims,
  reactionQueue,
  Reactions,
  runReaction,
  type Reaction,
  type ReactionContext,
  type ReactionJob,
  type ReactionResult,
} from './reaction.ts';
export { membersReader, publicReader, readersOf, type AudienceRow } from './readers.ts';
export { forgetReceipts, type IdempotentCall } from './receipts.ts';
export { fullBatch, reactionJobId, relayOnce, type JobSink } from './relay.ts';
export { replay, type ReplayFinding, type ReplayReport } from './replay.ts';
export { lockRows, pageOfRows, type StateRow } from './stored-rows.ts';
export { Ledger001 } from './persistence/migrations/ledger-001.ts';
export { evolveContent } from '#ledger/domain';
