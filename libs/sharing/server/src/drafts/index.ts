export type { Draft } from './draft.ts';
export { titleOf } from './draft.ts';
export { mayWriteDraft, requestState, submittedFiles, writesDraft } from './draft-access.ts';
export { draftById, lockDraft } from './draft-rows.ts';
export { Drafts, stale } from './drafts.ts';
