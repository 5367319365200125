import type { Case } from '../case/case.ts';

interface Posted {
  readonly id: string;
  /** The case as it was when the call came: who may write follows from it. */
  readonly subject: Case;
  readonly text: string;
}

/** Writes to the other side of a case. */
export interface PostMessage extends Posted {
  readonly type: 'post-message';
}

/** Writes down what only the office of the organisation that decides reads. */
export interface PostNote extends Posted {
  readonly type: 'post-note';
}

export type CaseMessageCommand = PostMessage | PostNote;
export type CaseMessageCommandName = CaseMessageCommand['type'];
