import type { DomainEvent } from '#ledger/domain';
import type { CaseMessage, CaseMessageContent } from './message.ts';

type Written = Omit<CaseMessage, 'kind'>;

export type MessagePosted = DomainEvent<'message-posted', Written, CaseMessageContent>;

/** A type of its own, so that nobody who hears of messages is ever told of a note. */
export type NotePosted = DomainEvent<'note-posted', Written, CaseMessageContent>;

export type CaseMessageEvent = MessagePosted | NotePosted;

/** Folds the one event of a message into what the rules know. */
export const evolveCaseMessage = (before: CaseMessage | undefined, { type, facts }: CaseMessageEvent): CaseMessage => {
  if (before) throw new Error(`${type} comes after the end of the history of a message`);
  return { ...facts, kind: type === 'message-posted' ? 'message' : 'note' };
};
