import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { membershipIn, type Actor, type PersonActor } from '#kernel';
import {
  adviser,
  asker,
  column,
  council,
  dataset,
  distance,
  drafted,
  facts,
  frozen,
  hash,
  inForce,
  kerbs,
  lawyer,
  machine,
  offered,
  owner,
  person,
  signatory,
  signedOnce,
  type Story,
  theirs,
  today,
} from '#testing/agreements';
import { agreementPossibilities } from './allowed.ts';
import { agreementStates } from './agreement.ts';
import type { AgreementCommand } from './commands.ts';
import { agreementRight, agreementStandingsOf } from './rights.ts';

describe('terms', () => {
  test('given a draft, when its owner writes a clause anew, then it says so at once', () => {
    const { content } = drafted.then(owner, { type: 'propose-clause', clause: 'audit', text: 'Never.' });
    expect(content['clause:audit']).toEqual({ heading: 'Audit', text: 'Never.' });
  });

  test('given a draft, when the recipient proposes or signs, then it is not theirs yet', () => {
    expect(drafted.then(asker, { type: 'propose-clause', clause: 'audit', text: 'x', reason: 'y' }).refused).toBe(
      'sharing.terms-not-offered',
    );
    expect(drafted.then(theirs, { type: 'sign-agreement', hash }).refused).toBe('ledger.not-allowed');
  });

  test.each([
    ['no reason', { clause: 'audit', text: 'Never.' }, 'sharing.reasons-missing'],
    ['the same words', { clause: 'audit', text: ' Once a year. ', reason: 'r' }, 'sharing.clause-same'],
    ['an unknown clause', { clause: 'toast', text: 'Toast.', reason: 'r' }, 'sharing.clause-unknown'],
    ['nothing in place of the parties', { clause: 'parties', reason: 'r' }, 'sharing.clause-needed'],
    ['no words', { clause: 'audit', text: '  ', reason: 'r' }, 'sharing.reasons-missing'],
  ])('given offered terms, when a change has %s, then it is refused', (_, change, code) => {
    expect(offered.then(asker, { type: 'propose-clause', ...change }).refused).toBe(code);
  });

  test('given a proposed change, when the other side declines it with a reason, then the clause stays', () => {
    const proposed = offered.then(asker, { type: 'propose-clause', clause: 'audit', reason: 'We are three.' });
    expect(proposed.agreement.proposals).toEqual([{ clause: 'audit', by: 'recipient', strikes: true }]);
    expect(proposed.then(owner, { type: 'answer-proposal', clause: 'audit', accept: false }).refused).toBe(
      'sharing.reasons-missing',
    );
    const declined = proposed.then(owner, { type: 'answer-proposal', clause: 'audit', accept: false, reason: 'No.' });
    expect(declined.agreement).toMatchObject({ proposals: [], clauses: ['parties', 'data', 'audit', 'term'] });
    expect(declined.content['declined:audit']).toEqual({ reason: 'No.' });
  });

  test('given a proposed change, when its own side takes it back, then nothing waits', () => {
    const proposed = offered.then(owner, { type: 'propose-clause', clause: 'audit', text: 'Weekly.', reason: 'r' });
    expect(proposed.then(asker, { type: 'withdraw-proposal', clause: 'audit' }).refused).toBe(
      'sharing.nothing-proposed',
    );
    expect(proposed.then(signatory, { type: 'withdraw-proposal', clause: 'audit' }).agreement.proposals).toEqual([]);
  });
});

describe('data', () => {
  const columns = [
    { column, form: 'as-is' as const },
    { column: distance, form: 'banded' as const, rule: { kind: 'band' as const, width: 50 } },
  ];

  test('given a draft, when its owner says how exactly, then the clause says so too', () => {
    const rows = [{ column: 'ward', is: ['North'] }];
    const { agreement, content } = drafted.then(owner, { type: 'set-data', dataset, columns, rows });
    expect(agreement.datasets[0]).toMatchObject({ columns, rows });
    expect(content['clause:data']).toMatchObject({
      text: 'Kerbs of the city: the columns kerb, distance (in bands of 50). No other column is given. Only the rows where ward is “North”.',
    });
  });

  test.each([
    ['a column less', { columns: columns.slice(1), rows: [] }, 'sharing.columns-not-approved'],
    [
      'a column more',
      { columns: [...columns, { column: 'ward', form: 'as-is' as const }], rows: [] },
      'sharing.columns-not-approved',
    ],
    [
      'a finer form',
      { columns: [columns[0] as never, { column: distance, form: 'as-is' as const }], rows: [] },
      'sharing.form-not-approved',
    ],
    [
      'a rule of another form',
      {
        columns: [
          columns[0] as never,
          { column: distance, form: 'banded' as const, rule: { kind: 'characters' as const, keep: 9 } },
        ],
        rows: [],
      },
      'sharing.form-rule-unfit',
    ],
    [
      'no width',
      {
        columns: [
          columns[0] as never,
          { column: distance, form: 'banded' as const, rule: { kind: 'band' as const, width: 0 } },
        ],
        rows: [],
      },
      'sharing.form-measure',
    ],
    ['an unknown filter', { columns, rows: [{ column: 'gone', is: ['x'] }] }, 'sharing.filter-column-unknown'],
    ['an empty filter', { columns, rows: [{ column: 'ward', is: [] }] }, 'sharing.filter-empty'],
  ])('given a draft, when what is given has %s, then it is refused', (_, given, code) => {
    expect(drafted.then(owner, { type: 'set-data', dataset, ...given }).refused).toBe(code);
  });

  test('no rule, however it is made up, gives a column that was not approved in that form', () => {
    const form = fc.constantFrom('as-is', 'banded', 'rounded', 'generalised', 'aggregated', 'sampled');
    const rule = fc.constantFrom(
      undefined,
      { kind: 'band', width: 5 },
      { kind: 'round', to: 5 },
      { kind: 'characters', keep: 2 },
      { kind: 'period', to: 'year' },
      { kind: 'total', of: 'sum' },
      { kind: 'sample', percent: 5 },
    );
    const made = fc.array(fc.record({ column: fc.constantFrom(column, distance, 'ward'), form, rule }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(made, (list) => {
        const command = { type: 'set-data', dataset, columns: list, rows: [] } as unknown as AgreementCommand;
        const { agreement } = drafted.then(owner, command);
        const forms = agreement.datasets[0]?.columns.map((one) => [one.column, one.form, one.rule?.kind]).sort();
        expect(forms).toEqual(
          [
            [column, 'as-is', undefined],
            [distance, 'banded', 'band'],
          ].sort(),
        );
      }),
    );
  });
});

describe('signatures', () => {
  test('given both, then it is in force; given one, it is not', () => {
    expect(signedOnce.agreement.state).toBe('awaiting-signatures');
    expect(inForce.agreement).toMatchObject({ state: 'in-force', inForceOn: today });
  });

  test.each([
    [
      'another text was read',
      frozen.then(signatory, { type: 'sign-agreement', hash: 'b'.repeat(64) }),
      'sharing.terms-changed',
    ],
    ['the side has signed', signedOnce.then(signatory, { type: 'sign-agreement', hash }), 'sharing.signed-already'],
    [
      'the decision is reviewed',
      frozen.then(signatory, { type: 'sign-agreement', hash }, { decisionStands: false }),
      'sharing.decision-open',
    ],
    [
      'the term is over',
      frozen.then(signatory, { type: 'sign-agreement', hash }, { today: '2028-01-01' }),
      'sharing.term-over',
    ],
    ['the owner is no signatory', frozen.then(owner, { type: 'sign-agreement', hash }), 'ledger.not-allowed'],
  ])('when %s, then nobody signs', (_, story, code) => {
    expect(story.refused).toBe(code);
  });

  test('when one person is signatory of both sides, then they sign for one alone', () => {
    const both: PersonActor = { ...signatory, memberships: [...signatory.memberships, ...theirs.memberships] };
    const once = frozen.then(both, { type: 'sign-agreement', hash });
    const again = { ...both, actingFor: kerbs };
    expect(once.agreement.signatures).toHaveLength(1);
    expect(once.then(again, { type: 'sign-agreement', hash }).refused).toBe('sharing.signs-for-both');
  });

  test('when a change is proposed to frozen terms, then what was signed is void', () => {
    const reopened = signedOnce.then(asker, { type: 'propose-clause', clause: 'audit', reason: 'r' });
    expect(reopened.agreement).toMatchObject({ state: 'negotiating', signatures: [] });
    expect(reopened.agreement.hash).toBeUndefined();
    expect(reopened.then(owner, { type: 'ask-signatures' }).refused).toBe('sharing.proposals-open');
  });
});

describe('the end', () => {
  test('given nothing delivered, then it closes at once; given a delivery, then disposal is due', () => {
    const reason = 'The terms were broken.';
    expect(inForce.then(owner, { type: 'revoke-agreement', reason }).agreement).toMatchObject({
      state: 'closed',
      ended: { how: 'revoked', on: today },
    });
    const delivered = inForce.then(machine, { type: 'note-delivery' });
    const due = delivered.then(theirs, { type: 'terminate-agreement', reason });
    expect(due.agreement).toMatchObject({ state: 'disposal-due', ended: { how: 'terminated' } });
    expect(due.then(asker, { type: 'confirm-disposal', statement: ' ' }).refused).toBe('sharing.reasons-missing');
    expect(due.then(asker, { type: 'confirm-disposal', statement: 'Gone.' }).agreement.state).toBe('closed');
    expect(due.then(machine, { type: 'close-unconfirmed' }).refused).toBe('sharing.disposal-not-overdue');
    expect(due.then(machine, { type: 'close-unconfirmed' }, { today: '2027-02-01' }).agreement.state).toBe(
      'closed-unconfirmed',
    );
  });

  test('given its last day, then the schedule ends it the day after', () => {
    expect(inForce.then(machine, { type: 'expire-agreement' }, { today: '2027-11-25' }).refused).toBe(
      'sharing.not-yet-over',
    );
    expect(inForce.then(machine, { type: 'expire-agreement' }, { today: '2027-11-26' }).agreement.ended?.how).toBe(
      'expired',
    );
  });

  test('the data protection adviser suspends; another adviser does not', () => {
    const reason = 'A leak.';
    expect(inForce.then(lawyer, { type: 'suspend-agreement', reason }).refused).toBe(
      'sharing.suspension-needs-data-protection',
    );
    const suspended = inForce.then(adviser, { type: 'suspend-agreement', reason });
    expect(suspended.agreement.state).toBe('suspended');
    expect(suspended.then(owner, { type: 'resume-agreement' }).agreement.state).toBe('in-force');
  });

  test('a decision that fell takes its terms with it; silence does after 60 working days', () => {
    expect(offered.then(machine, { type: 'abandon-agreement' }).refused).toBe('sharing.steps-not-overdue');
    expect(offered.then(machine, { type: 'abandon-agreement' }, { decisionFell: true }).agreement.state).toBe(
      'abandoned',
    );
    expect(offered.then(machine, { type: 'abandon-agreement' }, { today: '2027-02-18' }).refused).toBe(
      'sharing.steps-not-overdue',
    );
    expect(offered.then(machine, { type: 'abandon-agreement' }, { today: '2027-02-19' }).agreement.state).toBe(
      'abandoned',
    );
  });
});

describe('no dead end', () => {
  const final = new Set(['closed', 'closed-unconfirmed', 'abandoned']);
  const reason = 'r';
  const reached: Record<string, Story> = {
    drafting: drafted,
    negotiating: offered,
    'awaiting-signatures': frozen,
    'in-force': inForce,
    suspended: inForce.then(owner, { type: 'suspend-agreement', reason }),
    'disposal-due': inForce.then(machine, { type: 'note-delivery' }).then(owner, { type: 'revoke-agreement', reason }),
    closed: inForce.then(owner, { type: 'revoke-agreement', reason }),
    'closed-unconfirmed': inForce
      .then(machine, { type: 'note-delivery' })
      .then(owner, { type: 'revoke-agreement', reason })
      .then(machine, { type: 'close-unconfirmed' }, { today: '2027-02-01' }),
    abandoned: offered.then(asker, { type: 'abandon-agreement', reason }),
  };

  test.each(agreementStates.filter((state) => !final.has(state)))('in %s somebody of each side has a step', (state) => {
    const story = reached[state];
    expect(story?.agreement.state).toBe(state);
    const allowed = (actor: Actor) => agreementPossibilities((story as Story).agreement, { actor, facts }).allowed;
    const sides = [
      [owner, signatory].flatMap(allowed).length,
      [asker, theirs].flatMap(allowed).length,
      agreementRight('close-unconfirmed', (story as Story).agreement.state, ['machine']) === undefined ? 0 : 1,
    ];
    expect(Math.max(sides[0] ?? 0, sides[2] ?? 0)).toBeGreaterThan(0);
    expect(sides[1]).toBeGreaterThan(0);
  });

  test.each([...final])('%s is the end for everybody', (state) => {
    const story = reached[state];
    expect(story?.agreement.state).toBe(state);
    for (const actor of [owner, signatory, asker, theirs]) {
      expect(agreementPossibilities((story as Story).agreement, { actor, facts }).allowed).toEqual([]);
    }
  });

  test('whoever belongs to neither side has no standing', () => {
    expect(agreementStandingsOf(person('stranger', 'elsewhere', 'owner', 'signatory'), inForce.agreement)).toEqual([]);
    expect(membershipIn(owner, council)).toBeDefined();
  });
});
