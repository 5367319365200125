import type { AgreementCommandAddress, CaseCommandAddress, PermissionCommandAddress } from '#sharing/contracts';
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
    }
  /** What follows from a decision, on the day on which it is told. */
  | { readonly does: 'draft-terms' }
  | {
      readonly does: 'agreement-command';
      readonly command: AgreementCommandAddress;
      readonly side: 'provider' | 'recipient';
      readonly body: (seen: { readonly hash: string }) => object;
    }
  | {
      readonly does: 'permission-command';
      readonly command: PermissionCommandAddress;
      readonly side: 'provider' | 'recipient';
      readonly body: (seen: { readonly delivery: string }) => object;
    };

/** One thing that somebody does. */
export interface Step {
  readonly moment: Moment;
  /** Key of the person; whoever asks where absent. */
  readonly by?: string;
  readonly act: Act;
}
