import type { CaseCommandAddress } from '#sharing/contracts';
import type { Answers } from '#sharing/domain';
import type { Directory } from '../directory.ts';
import type { Moment } from '../loading.ts';

/** What is done in one step. `owner` names the organisation that decides, where a request has more than one. */
export type Act =
  | { readonly does: 'draft' }
  | { readonly does: 'submit' }
  | { readonly does: 'withdraw' }
  | { readonly does: 'resubmit'; readonly answers: Answers }
  | { readonly does: 'post'; readonly kind: 'message' | 'note'; readonly text: string; readonly owner?: string }
  | {
      readonly does: 'case-command';
      readonly command: CaseCommandAddress;
      readonly body: (directory: Directory) => object;
      readonly owner?: string;
    };

/** One thing that somebody does. */
export interface Step {
  readonly moment: Moment;
  /** Key of the person; whoever asks where absent. */
  readonly by?: string;
  readonly act: Act;
}
