import { describe, expect, test } from '@jest/globals';
import {
  asker,
  council,
  facts,
  frozen,
  hash,
  inForce,
  machine,
  owner,
  person,
  signatory,
  signedOnce,
  theirs,
  today,
  type Story,
} from '#testing/agreements';
import { agreementPossibilities } from './allowed.ts';
import type { InviteSignatory, RecordSignedCopy, SignByInvitation } from './commands.ts';
import { termsWork } from './terms-work.ts';

const tokenHash = 'b'.repeat(64);
const invite: InviteSignatory = {
  type: 'invite-signatory',
  invitation: 'invitation',
  tokenHash,
  name: ' Mary Hill ',
  position: 'Director',
  email: 'mary@kerbs.example',
};
const signs: SignByInvitation = {
  type: 'sign-by-invitation',
  tokenHash,
  hash,
  name: 'Mary Hill',
  position: 'Director',
  authorised: true,
};
const paper: RecordSignedCopy = {
  type: 'record-signed-copy',
  party: 'recipient',
  copy: { id: 'scan', bytes: 40_960, sha256: 'c'.repeat(64), mediaType: 'application/pdf' },
  name: 'Mary Hill',
  position: 'Director',
  signedOn: today,
  fingerprint: 'AAAA aaaa',
};

const invited = frozen.then(asker, invite);

describe('an invitation to sign without an account', () => {
  test('is open for thirty days, with its words beside it and no name in its facts', () => {
    expect(invited.agreement.invitations).toEqual([
      { id: 'invitation', party: 'recipient', tokenHash, invitedBy: 'asker', until: '2026-12-26' },
    ]);
    expect(invited.content['invited:recipient']).toEqual({
      name: 'Mary Hill',
      position: 'Director',
      email: 'mary@kerbs.example',
    });
  });

  test.each([
    ['has no name', frozen.then(asker, { ...invite, name: ' ' }), 'sharing.signer-missing'],
    ['has no position', frozen.then(asker, { ...invite, position: '' }), 'sharing.signer-missing'],
    ['goes to oneself', frozen.then(asker, { ...invite, email: 'Asker@exchester.example' }), 'sharing.invites-oneself'],
    ['is for a side that has signed', signedOnce.then(owner, invite), 'sharing.signed-already'],
    [
      'comes while the decision is reviewed',
      frozen.then(asker, invite, { decisionStands: false }),
      'sharing.decision-open',
    ],
    ['comes after the last day', frozen.then(asker, invite, { today: '2028-01-01' }), 'sharing.term-over'],
    [
      'goes to whoever signs for the other side',
      invited.then(owner, { ...invite, email: 'MARY@kerbs.example' }),
      'sharing.signs-for-both',
    ],
    ['comes from the SIRO', frozen.then(person('siro', council, 'siro'), invite), 'ledger.not-allowed'],
    ['comes when it is in force', inForce.then(asker, invite), 'ledger.not-allowed'],
  ])('is refused where it %s', (_, story, code) => {
    expect(story.refused).toBe(code);
  });

  test('one side has one at most: another replaces it, and its link is dead', () => {
    const again = invited.then(asker, { ...invite, invitation: 'second', tokenHash: 'd'.repeat(64) });
    expect(again.agreement.invitations).toMatchObject([{ id: 'second' }]);
    expect(again.then(machine, signs).refused).toBe('sharing.signing-link-dead');
    const both = again.then(owner, { ...invite, invitation: 'ours', email: 'chief@exchester.example' });
    expect(both.agreement.invitations).toHaveLength(2);
  });

  test('is withdrawn by its own side', () => {
    expect(invited.then(owner, { type: 'withdraw-invitation' }).refused).toBe('sharing.nobody-invited');
    const withdrawn = invited.then(theirs, { type: 'withdraw-invitation' });
    expect(withdrawn.agreement.invitations).toEqual([]);
    expect(withdrawn.content['invited:recipient']).toBeUndefined();
    expect(withdrawn.then(machine, signs).refused).toBe('sharing.signing-link-dead');
  });

  const dead: Record<string, Story> = {
    'the terms change': invited.then(owner, { type: 'propose-clause', clause: 'audit', reason: 'r' }),
    'the terms are taken back': invited.then(owner, { type: 'take-back-terms' }),
    'the terms are abandoned': invited.then(asker, { type: 'abandon-agreement', reason: 'r' }),
    'the side signs with an account': invited.then(theirs, { type: 'sign-agreement', hash }),
    'the side signs on paper': invited.then(owner, paper),
  };
  test.each(Object.entries(dead))('ends when %s', (_, story) => {
    expect(story.refused).toBeUndefined();
    expect(story.agreement.invitations).toEqual([]);
    expect(story.content['invited:recipient']).toBeUndefined();
    expect(['sharing.signing-link-dead', 'ledger.not-allowed']).toContain(story.then(machine, signs).refused);
  });
});

describe('a signature from the page', () => {
  test('says how it came, and the last one puts the agreement in force', () => {
    const signed = invited.then(machine, signs);
    expect(signed.agreement).toMatchObject({
      state: 'awaiting-signatures',
      invitations: [],
      signatures: [{ party: 'recipient', how: 'by-mail', hash, invitation: 'invitation', invitedBy: 'asker' }],
    });
    expect(signed.content['signer:recipient']).toEqual({
      name: 'Mary Hill',
      position: 'Director',
      email: 'mary@kerbs.example',
    });
    expect(termsWork(signed.agreement, new Set()).map(({ party }) => party)).toEqual(['provider']);
    expect(signed.then(signatory, { type: 'sign-agreement', hash }).agreement.state).toBe('in-force');
  });

  test.each([
    ['another text was read', { ...signs, hash: 'e'.repeat(64) }, {}, 'sharing.terms-changed'],
    ['the token is another', { ...signs, tokenHash: 'e'.repeat(64) }, {}, 'sharing.signing-link-dead'],
    ['thirty days are over', signs, { today: '2026-12-27' }, 'sharing.signing-link-dead'],
    ['nobody says that they may', { ...signs, authorised: false }, {}, 'sharing.not-authorised'],
    ['no name is written', { ...signs, name: '  ' }, {}, 'sharing.signer-missing'],
    ['the decision is reviewed', signs, { decisionStands: false }, 'sharing.decision-open'],
  ])('is refused where %s', (_, command, known, code) => {
    expect(invited.then(machine, command, known).refused).toBe(code);
  });

  test('is the page’s alone to give, and comes once', () => {
    expect(invited.then(asker, signs).refused).toBe('ledger.not-allowed');
    expect(invited.then(machine, signs).then(machine, signs).refused).toBe('sharing.signing-link-dead');
  });

  test('is void with the terms, and leaves no name behind', () => {
    const reopened = invited
      .then(machine, signs)
      .then(owner, { type: 'propose-clause', clause: 'audit', reason: 'We cannot.' });
    expect(reopened.agreement).toMatchObject({ state: 'negotiating', signatures: [] });
    expect(reopened.content['signer:recipient']).toBeUndefined();
  });

  test('whoever does not want to says why, and the link is dead', () => {
    const decline = { type: 'decline-invitation', tokenHash, reason: 'I left in May.' } as const;
    expect(invited.then(machine, { ...decline, reason: ' ' }).refused).toBe('sharing.reasons-missing');
    const declined = invited.then(machine, decline);
    expect(declined.content['unwilling:recipient']).toEqual({ name: 'Mary Hill', reason: 'I left in May.' });
    expect(declined.then(machine, signs).refused).toBe('sharing.signing-link-dead');
    expect(declined.then(asker, invite).content['unwilling:recipient']).toBeUndefined();
  });
});

describe('a signed copy', () => {
  test('counts as the signature of its side, with the scan and whoever recorded it', () => {
    const recorded = frozen.then(owner, paper);
    expect(recorded.agreement.signatures).toMatchObject([
      { party: 'recipient', how: 'on-paper', hash, recordedBy: 'owner', recordedFor: 'provider', copy: { id: 'scan' } },
    ]);
    expect(recorded.content['signer:recipient']).toEqual({ name: 'Mary Hill', position: 'Director' });
    expect(recorded.then(owner, { ...paper, party: 'provider' }).agreement.state).toBe('in-force');
    expect(signedOnce.then(asker, paper).agreement.state).toBe('in-force');
  });

  const { copy: _, ...withoutCopy } = paper;
  test.each([
    ['it has no scan', frozen.then(owner, withoutCopy), 'sharing.copy-missing'],
    [
      'the fingerprint is another',
      frozen.then(owner, { ...paper, fingerprint: 'aaaabbbb' }),
      'sharing.fingerprint-wrong',
    ],
    [
      'the fingerprint is not whole',
      frozen.then(owner, { ...paper, fingerprint: 'aaaa' }),
      'sharing.fingerprint-wrong',
    ],
    ['nobody is named', frozen.then(owner, { ...paper, name: '' }), 'sharing.signer-missing'],
    ['its day is to come', frozen.then(owner, { ...paper, signedOn: '2026-11-27' }), 'sharing.signed-in-future'],
    [
      'its day lies before the terms were frozen',
      frozen.then(owner, { ...paper, signedOn: '2026-11-20' }, { askedOn: '2026-11-24' }),
      'sharing.signed-before-asked',
    ],
    [
      'the recipient records the provider’s',
      frozen.then(asker, { ...paper, party: 'provider' }),
      'sharing.copy-of-other-side',
    ],
    ['the side has signed', signedOnce.then(owner, { ...paper, party: 'provider' }), 'sharing.side-signed'],
    ['the decision is reviewed', frozen.then(owner, paper, { decisionStands: false }), 'sharing.decision-open'],
    ['it is in force', inForce.then(owner, paper), 'ledger.not-allowed'],
  ])('is refused where %s', (_case, story, code) => {
    expect(story.refused).toBe(code);
  });
});

test('people of both sides are told what they may, by the same rules', () => {
  const allowed = (story: Story, actor: typeof owner) =>
    agreementPossibilities(story.agreement, { actor, facts }).allowed;
  expect(allowed(frozen, asker)).toEqual(expect.arrayContaining(['invite-signatory', 'record-signed-copy']));
  expect(allowed(frozen, asker)).not.toContain('withdraw-invitation');
  expect(allowed(invited, asker)).toContain('withdraw-invitation');
  expect(allowed(invited, person('clerk', council, 'administrator'))).toContain('invite-signatory');
  expect(allowed(invited.then(machine, signs), asker)).not.toContain('record-signed-copy');
  expect(allowed(invited, person('stranger', 'elsewhere', 'signatory'))).toEqual([]);
});
