import { addWorkingDays, type Actor, type LocalDate, type Refusal } from '#kernel';
import { hasSigned, invitationFor, type Agreement } from './agreement.ts';
import type { AgreementCommandName } from './commands.ts';
import * as no from './refusals.ts';
import { advisesOnDataProtection, partyOf } from './standings.ts';

export interface SeenAgreement {
  readonly actor: Actor;
  readonly standing: string;
  readonly facts: {
    readonly today: LocalDate;
    readonly holidays: ReadonlySet<LocalDate>;
    readonly decisionStands: boolean;
    readonly decisionFell: boolean;
  };
}

/** Working days of silence after which terms that nobody signed are abandoned. */
export const daysToAbandon = 60;
/** Working days after the end within which the recipient confirms that the data is gone. */
export const daysToDispose = 40;

/** The last day on which a step keeps terms that nobody signed alive. */
export const abandonedAfter = (
  { steppedOn }: Pick<Agreement, 'steppedOn'>,
  holidays: ReadonlySet<LocalDate>,
): LocalDate => addWorkingDays(steppedOn, daysToAbandon, holidays);

/** The last day to confirm the disposal in time. */
export const disposalDueBy = (endedOn: LocalDate, holidays: ReadonlySet<LocalDate>): LocalDate =>
  addWorkingDays(endedOn, daysToDispose, holidays);

const personIn = (actor: Actor): string | undefined => (actor.kind === 'person' ? actor.person : undefined);

function againstSigning(agreement: Agreement, seen: SeenAgreement): Refusal | undefined {
  const { actor, standing } = seen;
  const party = partyOf(standing);
  if (party && hasSigned(agreement, party)) return no.signedAlready;
  if (agreement.signatures.some((one) => one.how === undefined && one.person === personIn(actor))) {
    return no.signsForBoth;
  }
  return againstAnySignature(agreement, seen);
}

/** Whoever signs, and however: the decision stands, and the days are not over. */
function againstAnySignature(agreement: Agreement, { facts }: SeenAgreement): Refusal | undefined {
  if (!facts.decisionStands) return no.decisionOpen;
  return agreement.term.end < facts.today ? no.termOver : undefined;
}

function againstAnswering(agreement: Agreement, standing: string, own: boolean): Refusal | undefined {
  const party = partyOf(standing);
  return agreement.proposals.some(({ by }) => (by === party) === own) ? undefined : no.nothingProposed;
}

const against: Partial<
  Record<AgreementCommandName, (agreement: Agreement, seen: SeenAgreement) => Refusal | undefined>
> = {
  'propose-clause': ({ state }, { standing }) =>
    state === 'drafting' && partyOf(standing) === 'recipient' ? no.termsNotOffered : undefined,
  'ask-signatures': ({ proposals, term }, { facts }) => {
    if (proposals.length > 0) return no.proposalsOpen;
    if (!facts.decisionStands) return no.decisionOpen;
    return term.end < facts.today ? no.termOver : undefined;
  },
  'sign-agreement': againstSigning,
  'invite-signatory': (agreement, seen) => {
    const party = partyOf(seen.standing);
    return party && hasSigned(agreement, party) ? no.signedAlready : againstAnySignature(agreement, seen);
  },
  'withdraw-invitation': (agreement, { standing }) => {
    const party = partyOf(standing);
    return party && invitationFor(agreement, party) ? undefined : no.nobodyInvited;
  },
  'sign-by-invitation': againstAnySignature,
  // The provider records the copies of both sides, the recipient those of its own.
  'record-signed-copy': (agreement, seen) =>
    partyOf(seen.standing) === 'recipient' && hasSigned(agreement, 'recipient')
      ? no.signedAlready
      : againstAnySignature(agreement, seen),
  'answer-proposal': (agreement, { standing }) => againstAnswering(agreement, standing, false),
  'withdraw-proposal': (agreement, { standing }) => againstAnswering(agreement, standing, true),
  'suspend-agreement': ({ provider }, { actor, standing }) =>
    standing === 'adviser' && !advisesOnDataProtection(actor, provider) ? no.dataProtectionAlone : undefined,
  'expire-agreement': ({ term }, { facts }) => (facts.today > term.end ? undefined : no.notYetOver),
  'abandon-agreement': (agreement, { actor, facts }) =>
    actor.kind !== 'machine' || facts.decisionFell || facts.today > abandonedAfter(agreement, facts.holidays)
      ? undefined
      : no.stepsNotOverdue,
  'close-unconfirmed': ({ ended }, { facts }) =>
    ended && facts.today > disposalDueBy(ended.on, facts.holidays) ? undefined : no.disposalNotOverdue,
};

/** What speaks against a step that needs no input to be seen; the same for the door and for the list of what is allowed. */
export const againstAgreementStep = (
  command: AgreementCommandName,
  agreement: Agreement,
  seen: SeenAgreement,
): Refusal | undefined => against[command]?.(agreement, seen);
