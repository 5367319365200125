import { refusal, type Actor, type Refusal } from '#kernel';
import { agreementStateLabels, type Agreement } from './agreement.ts';
import type { AgreementCommandName } from './commands.ts';
import { againstAgreementStep, type SeenAgreement } from './guards.ts';
import { agreementRight, agreementRights, agreementStandingsOf, agreementStateOf } from './rights.ts';
import { partyOf, type AgreementStanding } from './standings.ts';

export interface AgreementPossibilities {
  readonly allowed: readonly AgreementCommandName[];
  readonly refused: readonly (Refusal & { readonly command: AgreementCommandName })[];
}

const asksToSign = 'a data owner, a steward, an administrator or a signatory of the provider, or the recipient';

/** Who gives a command, in words: for those who may not. */
const whoGives: Partial<Record<AgreementCommandName, string>> = {
  'set-data': 'a data owner or a steward of the provider',
  'set-term': 'a data owner or a steward of the provider',
  'offer-terms': 'a data owner, a steward or a signatory of the provider',
  'take-back-terms': 'a data owner, a steward or a signatory of the provider',
  'ask-signatures': 'a data owner, a steward or a signatory of the provider',
  'sign-agreement': 'a signatory of your organisation',
  'invite-signatory': asksToSign,
  'withdraw-invitation': asksToSign,
  'record-signed-copy': asksToSign,
  'suspend-agreement': 'a data owner, the SIRO or the data protection adviser of the provider',
  'resume-agreement': 'a data owner or the SIRO of the provider',
  'revoke-agreement': 'a data owner or the SIRO of the provider',
  'terminate-agreement': 'a signatory of either side',
  'abandon-agreement': 'a data owner or the SIRO of the provider, or the recipient',
};

interface Looking {
  readonly actor: Actor;
  readonly facts: SeenAgreement['facts'];
}

function against(
  command: AgreementCommandName,
  agreement: Agreement,
  { actor, facts }: Looking,
  standings: readonly AgreementStanding[],
): Refusal | undefined {
  if (!standings.some((standing) => agreementRights[command].standings.includes(standing))) {
    return refusal('ledger.not-allowed', `This is for ${whoGives[command] ?? 'the other side'}.`);
  }
  const standing = agreementRight(command, agreementStateOf(agreement), standings);
  if (standing === undefined) {
    const state = agreementStateLabels[agreement.state].toLowerCase();
    return refusal('sharing.not-in-this-state', `Not while the agreement is: ${state}.`);
  }
  return againstAgreementStep(command, agreement, { actor, standing, facts });
}

/** What a person may do to an agreement now, and why not the rest; by the table and guards that the door asks. */
export function agreementPossibilities(agreement: Agreement, looking: Looking): AgreementPossibilities {
  const standings = agreementStandingsOf(looking.actor, agreement);
  const sides = new Set(standings.map(partyOf));
  const ofSide = (command: AgreementCommandName): boolean =>
    agreementRights[command].standings.some((standing) => {
      const party = partyOf(standing);
      return party !== undefined && sides.has(party);
    });
  const judged = (Object.keys(agreementRights) as AgreementCommandName[])
    .filter(ofSide)
    .map((command) => ({ command, no: against(command, agreement, looking, standings) }));
  return {
    allowed: judged.filter(({ no }) => no === undefined).map(({ command }) => command),
    refused: judged.flatMap(({ command, no }) => (no === undefined ? [] : [{ command, ...no }])),
  };
}
