import type { Announcement, Reaction } from '#ledger/server';
import { settleNotices, writeNotices, type NewNotice } from '#notices/server';
import type { Transaction } from '#platform/database';
import { endingLabels, type AgreementEvent, type Party } from '#sharing/domain';
import { agreementPath } from '../addresses.ts';
import { announcedAgreements, askedForAnswer, missingSignatures, type AnnouncedAgreement } from './agreement-people.ts';

interface Told {
  readonly persons: readonly string[];
  readonly kind: NewNotice['kind'];
  readonly topic: string;
  readonly sentence: string;
}

const drafters = ['owner', 'steward'] as const;

const ask = (topic: string, persons: readonly string[], sentence: string): Told => ({
  kind: 'asks',
  ...{ topic, persons, sentence },
});

function whileNegotiating(about: AnnouncedAgreement): readonly Told[] {
  const { state, title, names } = about;
  const parties = askedForAnswer(state);
  if (parties.length === 0) {
    return [
      ask(
        'agreement-needs-freezing',
        about.withRoles('provider', drafters),
        `The terms of “${title}” lie before ${names.recipient}. Ask for signatures once both sides are content.`,
      ),
    ];
  }
  return parties.map((party) =>
    ask(
      'agreement-needs-answer',
      party === 'recipient' ? about.recipients : about.withRoles('provider', drafters),
      `A change to the terms of “${title}” is proposed: accept it or decline it.`,
    ),
  );
}

/** Signatories sign; where a side has none, its people are asked to see to a signature in another way. */
function askToSign(about: AnnouncedAgreement, party: Party): Told {
  const { title, names } = about;
  const signatories = about.withRoles(party, ['signatory']);
  if (signatories.length > 0) {
    return ask(
      'agreement-needs-signature',
      signatories,
      `The agreement on “${title}” waits for your signature for ${names[party]}.`,
    );
  }
  return ask(
    'agreement-needs-signature',
    party === 'recipient' ? about.recipients : about.withRoles('provider', drafters),
    `The agreement on “${title}” waits for a signature for ${names[party]}, where nobody is a signatory: ask somebody by mail, or put a signed copy on record.`,
  );
}

/** Whose step it is now: asked until it is done. */
function asks(about: AnnouncedAgreement): readonly Told[] {
  const { state, title, names } = about;
  switch (state.state) {
    case 'drafting':
      return [
        ask(
          'agreement-needs-offer',
          about.withRoles('provider', drafters),
          `The terms of “${title}” are drafted: look at them, and send them to ${names.recipient}.`,
        ),
      ];
    case 'negotiating':
      return whileNegotiating(about);
    case 'awaiting-signatures':
      return missingSignatures(state).map((party) => askToSign(about, party));
    case 'disposal-due':
      return [
        ask(
          'agreement-needs-disposal',
          about.recipients,
          `The agreement on “${title}” has ended: confirm that the data is deleted.`,
        ),
      ];
    default:
      return [];
  }
}

/** What both sides are told, by what happened. */
function tellings(type: AgreementEvent['type'], { state, title, names }: AnnouncedAgreement): string | undefined {
  switch (type) {
    case 'agreement-offered':
      return `${names.provider} has sent you the terms of “${title}”. Read them, and propose changes where you need any.`;
    case 'agreement-in-force':
      return `The agreement on “${title}” is in force.`;
    case 'agreement-suspended':
      return `${names.provider} has suspended the agreement on “${title}”: nothing can be downloaded meanwhile.`;
    case 'agreement-resumed':
      return `The agreement on “${title}” is in force again.`;
    case 'agreement-ended':
      return `The agreement on “${title}” has come to its end: ${endingLabels[state.ended?.how ?? 'terminated'].toLowerCase()}.`;
    case 'agreement-abandoned':
      return `The terms of “${title}” were abandoned before anybody was bound.`;
    case 'agreement-disposal-confirmed':
      return `${names.recipient} has confirmed that the data of “${title}” is deleted.`;
    default:
      return undefined;
  }
}

function tells(type: AgreementEvent['type'], about: AnnouncedAgreement): readonly Told[] {
  const sentence = tellings(type, about);
  if (sentence === undefined) return [];
  const inside = type === 'agreement-offered' ? [] : about.withRoles('provider', ['owner', 'steward', 'signatory']);
  const persons = [...about.recipients, ...inside];
  return [{ kind: 'tells', topic: type, persons, sentence }];
}

async function tellOf(
  transaction: Transaction,
  about: AnnouncedAgreement,
  { type }: Announcement,
  at: Date,
): Promise<void> {
  const told = [...asks(about), ...tells(type as AgreementEvent['type'], about)];
  await settleNotices(transaction, { subject: about.id }, at);
  await writeNotices(
    transaction,
    told.flatMap(({ persons, ...rest }) =>
      [...new Set(persons)].map((person) => ({
        ...rest,
        person,
        subjectKind: 'agreement',
        subject: about.id,
        href: agreementPath(about.id),
        source: about.source,
        at,
      })),
    ),
  );
}

/** When an agreement moves, those whose step it is are asked, and both sides are told what binds them. */
export const whenAgreementMovesTellItsParties: Reaction = {
  name: 'when-agreement-moves-tell-its-parties',
  hears: [
    'agreement-drafted',
    'agreement-offered',
    'agreement-taken-back',
    'agreement-clause-changed',
    'agreement-clause-proposed',
    'agreement-proposal-closed',
    'agreement-signatures-asked',
    'agreement-signed',
    'agreement-signed-by-mail',
    'agreement-signed-on-paper',
    'agreement-in-force',
    'agreement-suspended',
    'agreement-resumed',
    'agreement-ended',
    'agreement-abandoned',
    'agreement-disposal-confirmed',
    'agreement-closed-unconfirmed',
  ],
  react: async (transaction, announcement, { at }) => {
    for (const about of await announcedAgreements(transaction, announcement, at)) {
      await tellOf(transaction, about, announcement, at);
    }
  },
};
