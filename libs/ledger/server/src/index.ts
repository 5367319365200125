export type { Aggregate, AnyAggregate, Change, Done, Item, ItemOutcome, Loaded, Stored } from './aggregate.ts';
export { writeAudience } from './audience.ts';
export { NoCanonicalForm } from './canonical-json.ts';
export { canonicalBytes, leafHash, privateHash, type EntryHead } from './commitment.ts';
export { Door, notAllowed, unseen } from './door.ts';
export { streamsBy, tellerOf, type HistoryTeller, type StoredEvent, type ToldStream } from './history-teller.ts';
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
export { fillHistories } from './replay-about.ts';
export { replay, type ReplayReport } from './replay.ts';
export type { ReplayFinding } from './replay-finding.ts';
export { lockRows, pageOfRows, type StateRow } from './stored-rows.ts';
export { Ledger001 } from './persistence/migrations/ledger-001.ts';
export { Ledger002 } from './persistence/migrations/ledger-002.ts';
export { aboutInside, aboutOutside, evolveContent, type About } from '#ledger/domain';
