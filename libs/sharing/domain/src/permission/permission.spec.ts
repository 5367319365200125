import { describe, expect, test } from '@jest/globals';
import type { Actor } from '#kernel';
import { asker, council, hash, owner, person, signatory, today } from '#testing/agreements';
import { permissionPossibilities } from './allowed.ts';
import type { GivePermission, PermissionCommand } from './commands.ts';
import { decidePermission } from './decide.ts';
import { evolvePermission } from './evolve.ts';
import {
  currentDelivery,
  deliveriesInUse,
  liveKeys,
  mostKeys,
  openNotices,
  servedDelivery,
  type Permission,
} from './permission.ts';
import { permissionRight, permissionStandingsOf, permissionStateOf } from './rights.ts';

const kerbs = 'kerbs';
const steward = person('steward', council, 'steward');
const machine: Actor = { kind: 'machine', name: 'delivery' };

const giving: GivePermission = {
  type: 'give-permission',
  id: 'permission',
  agreement: 'agreement',
  reference: 'WL-2026-0001/1',
  provider: council,
  recipient: { person: 'asker', people: ['asker'], organisation: kerbs },
  boards: [],
  dataset: 'dataset',
  columns: [],
  whole: true,
  rows: [],
  start: today,
  end: '2027-11-25',
  stored: true,
  delivery: 'first',
};

/** Gives commands one after the other, each as the door does: rights, then the decision, then its events. */
class Given {
  state: Permission | undefined;

  by(actor: Actor, command: PermissionCommand, on = today): string {
    const standings = permissionStandingsOf(actor, this.state, command);
    const standing = permissionRight(command.type, permissionStateOf(this.state), standings);
    if (standing === undefined) return 'not allowed';
    const circumstances = {
      ...{ actor, standing, at: `${on}T10:00:00.000Z` },
      facts: { today: on, holidays: new Set<string>() },
    };
    const outcome = decidePermission(command, this.state, circumstances);
    if (!outcome.ok) return outcome.refusals[0]?.code ?? '';
    for (const event of outcome.value) this.state = evolvePermission(this.state, event);
    return outcome.value.map(({ type }) => type).join(' ');
  }

  get now(): Permission {
    if (!this.state) throw new Error('Nothing was given');
    return this.state;
  }
}

const file = (id: string) => ({ id, bytes: 10, sha256: hash, rows: 1 });

function given(more: Partial<GivePermission> = {}): Given {
  const permission = new Given();
  expect(permission.by(signatory, { ...giving, ...more })).toBe('permission-given delivery-begun');
  return permission;
}

/** With a file, and terms that the asker accepted. */
function ready(more: Partial<GivePermission> = {}): Given {
  const permission = given(more);
  permission.by(machine, { type: 'record-file', delivery: 'first', file: file('f1') });
  permission.by(asker, { type: 'accept-terms' });
  return permission;
}

const download = (delivery: string, key?: string): PermissionCommand => ({
  type: 'download-file',
  delivery,
  ...(key === undefined ? {} : { key }),
});
const makeKey = (key: string): PermissionCommand => ({ type: 'make-key', key, hash });

describe('data that is given again and again', () => {
  test('is made anew when the dataset’s file changes, and the earlier one is there until then', () => {
    const permission = ready({ refreshed: true });
    expect(permission.by(machine, { type: 'refresh-file', next: 'second' })).toBe('delivery-begun');
    expect(currentDelivery(permission.now)).toMatchObject({ id: 'second', state: 'pending' });
    expect(permission.by(asker, download('first'))).toBe('delivery-downloaded');
    permission.by(machine, { type: 'record-file', delivery: 'second', file: file('f2') });
    expect(servedDelivery(permission.now)).toMatchObject({ id: 'second', file: { id: 'f2' } });
    expect(permission.by(asker, download('first'))).toBe('sharing.delivery-unknown');
    expect(permission.by(asker, download('second'))).toBe('delivery-downloaded');
  });

  test('a change that comes while the file is made takes the place of what was never made', () => {
    const permission = ready({ refreshed: true });
    permission.by(machine, { type: 'refresh-file', next: 'second' });
    permission.by(machine, { type: 'refresh-file', next: 'third' });
    const late = { type: 'record-file', delivery: 'second', file: file('f2') } as const;
    expect(permission.by(machine, late)).toBe('sharing.delivery-unknown');
    expect(permission.now.deliveries.map(({ id }) => id)).toEqual(['first', 'third']);
  });

  test('what fails leaves the earlier version to be had', () => {
    const permission = ready({ refreshed: true });
    permission.by(machine, { type: 'refresh-file', next: 'second' });
    permission.by(machine, { type: 'record-failure', delivery: 'second', code: 'x', message: 'y' });
    expect(permission.by(asker, download('first'))).toBe('delivery-downloaded');
  });

  test('nothing is made anew of what is given once', () => {
    const permission = ready();
    expect(permission.by(machine, { type: 'refresh-file', next: 'second' })).toBe('');
    expect(permission.by(asker, makeKey('k'))).toBe('sharing.given-once');
  });
});

describe('a key', () => {
  test('is for whoever has accepted the terms, and no more than a few work at once', () => {
    const permission = given({ refreshed: true });
    expect(permission.by(asker, makeKey('k1'))).toBe('sharing.terms-not-accepted');
    permission.by(asker, { type: 'accept-terms' });
    expect(permission.by(owner, makeKey('k1'))).toBe('not allowed');
    for (let n = 1; n <= mostKeys; n += 1) expect(permission.by(asker, makeKey(`k${n}`))).toBe('permission-key-made');
    expect(permission.by(asker, makeKey('more'))).toBe('sharing.keys-too-many');
    expect(permission.by(steward, { type: 'revoke-key', key: 'k1' })).toBe('permission-key-revoked');
    expect(permission.by(asker, { type: 'revoke-key', key: 'k1' })).toBe('sharing.key-unknown');
    expect(permission.by(asker, makeKey('more'))).toBe('permission-key-made');
    expect(liveKeys(permission.now)).toHaveLength(mostKeys);
  });

  test('its use is counted with the day', () => {
    const permission = ready({ refreshed: true });
    permission.by(asker, makeKey('k'));
    permission.by(asker, download('first', 'k'), '2026-12-01');
    expect(permission.now.keys).toMatchObject([{ id: 'k', used: '2026-12-01' }]);
    expect(permission.now.deliveries).toMatchObject([{ downloads: 1 }]);
  });

  test('none is made before the first day', () => {
    const permission = given({ refreshed: true, start: '2027-01-01' });
    permission.by(asker, { type: 'accept-terms' });
    expect(permission.by(asker, makeKey('k'))).toBe('sharing.permission-scheduled');
  });
});

const notice = (id: string): PermissionCommand => ({
  type: 'send-notice',
  notice: id,
  kind: 'correct',
  text: 'Halve it.',
});
const recall: PermissionCommand = { type: 'recall-deliveries', notice: 'n', text: 'Delete it.' };
const confirm: PermissionCommand = { type: 'confirm-notice', notice: 'n', statement: 'Deleted.' };

describe('a notice to whoever received the data', () => {
  test('needs something received, words, and somebody who gives', () => {
    expect(given().by(owner, notice('n'))).toBe('sharing.nothing-received');
    const permission = ready();
    expect(permission.by(asker, notice('n'))).toBe('not allowed');
    const silent = { type: 'send-notice', notice: 'n', kind: 'stop', text: ' ' } as const;
    expect(permission.by(steward, silent)).toBe('sharing.reasons-missing');
    expect(permission.by(steward, notice('n'))).toBe('recipient-notice-sent');
    expect(openNotices(permission.now)).toMatchObject([{ id: 'n', kind: 'correct', answerBy: '2026-12-10' }]);
  });

  test('is answered once, with words, by those who received it', () => {
    const permission = ready();
    permission.by(steward, notice('n'));
    expect(permission.by(owner, confirm)).toBe('not allowed');
    expect(permission.by(asker, { type: 'confirm-notice', notice: 'n', statement: '' })).toBe(
      'sharing.reasons-missing',
    );
    expect(permission.by(asker, { ...confirm, notice: 'other' } as PermissionCommand)).toBe(
      'sharing.recipient-notice-unknown',
    );
    expect(permission.by(asker, confirm)).toBe('recipient-notice-confirmed');
    expect(permission.by(asker, confirm)).toBe('sharing.recipient-notice-unknown');
    expect(permission.by(asker, download('first'))).toBe('delivery-downloaded');
  });

  test('comes when the permission has ended, too', () => {
    const permission = ready();
    permission.by(asker, { type: 'give-up-permission' });
    expect(permission.by(owner, recall)).toBe('recipient-notice-sent');
    expect(permission.by(asker, confirm)).toBe('recipient-notice-confirmed');
  });
});

describe('a recall', () => {
  test('is the owner’s, closes the download and is confirmed', () => {
    const permission = ready();
    expect(permission.by(steward, recall)).toBe('not allowed');
    expect(permission.by(owner, recall)).toBe('recipient-notice-sent');
    expect(permission.by(asker, download('first'))).toBe('sharing.delivery-recalled');
    expect(deliveriesInUse(permission.now)).toEqual([]);
    expect(permission.by(owner, { ...recall, notice: 'again' } as PermissionCommand)).toBe('sharing.nothing-received');
    permission.by(asker, confirm);
    expect(currentDelivery(permission.now)?.state).toBe('recall-confirmed');
  });

  test('that nobody answers in time is said so, once, and may still be answered', () => {
    const permission = ready();
    permission.by(owner, recall);
    expect(permission.by(machine, { type: 'note-silence' }, '2026-12-10')).toBe('');
    expect(permission.by(machine, { type: 'note-silence' }, '2026-12-11')).toBe('recipient-notice-unanswered');
    expect(currentDelivery(permission.now)?.state).toBe('recall-unanswered');
    expect(permission.by(machine, { type: 'note-silence' }, '2026-12-12')).toBe('');
    expect(permission.by(asker, confirm, '2026-12-15')).toBe('recipient-notice-confirmed');
    expect(currentDelivery(permission.now)?.state).toBe('recall-confirmed');
  });

  test('is followed by another version, and the one recalled stays in the record', () => {
    const permission = ready();
    permission.by(owner, recall);
    expect(permission.by(steward, { type: 'make-again', delivery: 'first', next: 'second' })).toBe('delivery-begun');
    permission.by(machine, { type: 'record-file', delivery: 'second', file: file('f2') });
    permission.by(asker, confirm);
    expect(permission.now.deliveries.map(({ state }) => state)).toEqual(['recall-confirmed', 'delivered']);
    expect(permission.by(asker, download('second'))).toBe('delivery-downloaded');
  });

  test('of something handed over by hand waits for another hand-over', () => {
    const permission = given({ stored: false });
    permission.by(steward, { type: 'record-hand-over', delivery: 'first', how: 'A disk.' });
    const again = { type: 'make-again', delivery: 'first', next: 'second' } as const;
    expect(permission.by(steward, again)).toBe('sharing.nothing-to-make');
    permission.by(owner, recall);
    expect(permission.by(steward, again)).toBe('delivery-begun');
    expect(currentDelivery(permission.now)).toMatchObject({ id: 'second', state: 'by-hand' });
  });
});

test('what the page offers is what the door takes', () => {
  const permission = ready({ refreshed: true });
  const offered = (actor: Actor) => permissionPossibilities(permission.now, actor, today).allowed;
  expect(offered(asker)).toEqual(expect.arrayContaining(['download-file', 'make-key']));
  expect(offered(asker)).not.toContain('revoke-key');
  expect(offered(owner)).toEqual(expect.arrayContaining(['send-notice', 'recall-deliveries']));
  expect(offered(steward)).not.toContain('recall-deliveries');
  permission.by(owner, recall);
  expect(offered(asker)).toContain('confirm-notice');
  expect(offered(owner)).not.toContain('recall-deliveries');
});
