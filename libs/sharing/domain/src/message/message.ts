/** A `message` is read by both sides; a `note` is for the office of the organisation that decides alone. */
export const messageKinds = ['message', 'note'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** From which side of a case it was written. */
export const messageSides = ['requester', 'owner'] as const;
export type MessageSide = (typeof messageSides)[number];

/** Characters in one message or note. */
export const longestMessage = 20_000;

/** What the rules know of a message: folded from the facts of its one event. */
export interface CaseMessage {
  readonly id: string;
  readonly request: string;
  readonly case: string;
  /** The organisation that decides the case. */
  readonly organisation: string;
  readonly side: MessageSide;
  readonly kind: MessageKind;
  /** Who wrote it. */
  readonly person: string;
  /** The organisation that they wrote for; absent where an individual asks. */
  readonly writesFor?: string;
}

export interface CaseMessageContent {
  readonly text: string;
}
