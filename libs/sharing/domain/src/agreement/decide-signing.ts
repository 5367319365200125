import type {
  AgreementCommand,
  DeclineInvitation,
  InviteSignatory,
  RecordSignedCopy,
  SignAgreement,
  SignByInvitation,
  WithdrawInvitation,
} from './commands.ts';
import type { AgreementDecision, AgreementDeciding } from './deciding.ts';
import { declineInvitation, inviteSignatory, signByInvitation, withdrawInvitation } from './invitations.ts';
import { recordSignedCopy, sign } from './signing.ts';

type SigningCommand =
  SignAgreement | InviteSignatory | WithdrawInvitation | SignByInvitation | DeclineInvitation | RecordSignedCopy;

const names: Readonly<Record<SigningCommand['type'], true>> = {
  'sign-agreement': true,
  'invite-signatory': true,
  'withdraw-invitation': true,
  'sign-by-invitation': true,
  'decline-invitation': true,
  'record-signed-copy': true,
};

/** Whether a command is about who signs, and how. */
export const isOfSigning = (command: AgreementCommand): command is SigningCommand => command.type in names;

export function decideSigning(deciding: AgreementDeciding<SigningCommand>): AgreementDecision {
  const { command } = deciding;
  switch (command.type) {
    case 'sign-agreement':
      return sign({ ...deciding, command });
    case 'invite-signatory':
      return inviteSignatory({ ...deciding, command });
    case 'withdraw-invitation':
      return withdrawInvitation({ ...deciding, command });
    case 'sign-by-invitation':
      return signByInvitation({ ...deciding, command });
    case 'decline-invitation':
      return declineInvitation({ ...deciding, command });
    case 'record-signed-copy':
      return recordSignedCopy({ ...deciding, command });
  }
}
