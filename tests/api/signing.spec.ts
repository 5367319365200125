import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { uuidv7 } from '#kernel';
import { Door, replay } from '#ledger/server';
import { composeSharing, forgetUnrecordedCopies, signedCopiesInUse } from '#sharing/server';
import { agreedIn } from './agreements-fixture.ts';
import { callOf, type Answer } from './people.ts';
import { town, type Town } from './sharing-fixture.ts';
import { publicUrl } from './whole-app.ts';

/* Bodies of answers have the shape that the spec expects of them. */
/* eslint-disable @typescript-eslint/no-explicit-any */

let place: Town;
let agreement: string;
let count = 0;
/** Each call of the page comes from a network of its own: how often one may come has a test of its own. */
let network = 0;

const officeOf = (who: string) => (who === 'asker' || who === 'colleague' ? 'kerbs' : 'council');

async function view(who: string): Promise<any> {
  return (await place.as(who, 'GET', `/api/v1/agreements/${agreement}`)).body;
}

async function give(who: string, name: string, body: object = {}): Promise<Answer> {
  const { revision } = await view(who);
  const given = { revision, actingFor: place.ids[officeOf(who)], ...body };
  return place.as(who, 'POST', `/api/v1/agreements/${agreement}/commands/${name}`, given);
}

const page = (step: string, body: object, from = `198.51.100.${(network = (network % 250) + 1)}`): Promise<Answer> =>
  callOf(place.app, 'POST', `/api/v1/signing/${step}`, { body, from, headers: { origin: publicUrl } });

const hill = { name: 'Mary Hill', position: 'Director', email: 'mary@kerbs.example' };

/** The token that the newest mail to an address leads to. */
async function mailedTo(address: string): Promise<{ token: string; content: any; state: string }> {
  const [mail] = await place.database.rows<{ content: any; state: string }>(
    'select content, state from mail where address = $1 order by id desc limit 1',
    [address],
  );
  return {
    token: String(mail?.content.action.path).split('token=')[1] ?? '',
    content: mail?.content,
    state: mail?.state ?? '',
  };
}

async function invited(who = 'asker', wishes: object = {}): Promise<string> {
  const words = { ...hill, email: `signer-${(count += 1)}@kerbs.example`, ...wishes };
  const answer = await give(who, 'invite-signatory', words);
  expect([answer.status, answer.body]).toEqual([200, answer.body]);
  return (await mailedTo(words.email)).token;
}

const typed = async (token: string) => ({
  ...{ token, name: 'Mary Hill', position: 'Director', authorised: true },
  hash: (await view('owner')).hash as string,
});

beforeAll(async () => {
  place = await town();
  const id = await place.people.person('signatory@spec.example');
  await place.people.member(id, place.ids['council'] ?? '', 'signatory');
}, 60_000);
afterAll(() => (place as Town | undefined)?.close());

beforeEach(async () => {
  agreement = await agreedIn(place, `Kerbs ${(count += 1)}`);
  await give('owner', 'offer');
  await give('owner', 'ask-signatures');
});

/** What the workers would do of what happened to the agreement. */
async function follow(type: string): Promise<void> {
  const { clock, database } = place;
  const [at, door] = [clock.now(), new Door(place.database, clock, new Set())];
  const rows = await database.rows<{ id: string }>('select id from ledger_entry where stream = $1 and type = $2', [
    ...[agreement, type],
  ]);
  const about = { kind: 'agreement', type, streams: [agreement], entries: rows.map(({ id }) => id) };
  const announcement = { id: uuidv7(at.getTime()), at: at.toISOString(), ...about };
  for (const reaction of composeSharing(clock).reactions.filter(({ hears }) => hears.includes(type))) {
    await database.transaction((transaction) => reaction.react(transaction, announcement as never, { door, at }));
  }
}

const toldTo = async (who: string): Promise<string[]> => {
  const rows = await place.database.rows<{ sentence: string }>(
    'select sentence from notice where person = $1 and subject = $2 order by at, id',
    [place.ids[who], agreement],
  );
  return rows.map(({ sentence }) => sentence);
};

const sound = async () =>
  expect((await replay(place.database, composeSharing(place.clock).aggregates)).findings).toEqual([]);

describe('by mail, without an account', () => {
  test('a link leads to the frozen terms; reading signs nothing; a button does, and the last signature puts it in force', async () => {
    const token = await invited();
    expect((await give('signatory', 'sign', { hash: (await view('owner')).hash })).status).toBe(200);
    const read = await page('read', { token });
    expect(read.headers['cache-control']).toBe('no-store');
    expect(read.body).toMatchObject({ party: 'recipient', name: 'Mary Hill', invitedBy: 'asker', signatures: [{}] });
    const { hash, clauses } = await view('owner');
    expect(read.body.hash).toBe(hash);
    expect(read.body.clauses.map(({ text }: any) => text)).toEqual(clauses.map(({ text }: any) => text));
    expect((await view('owner')).signatures).toHaveLength(1);
    const pdf = await page('pdf', { token });
    expect([pdf.status, String(pdf.body).slice(0, 5), pdf.headers['cache-control']]).toEqual([
      200,
      '%PDF-',
      'private, no-store',
    ]);
    const both = await Promise.all([
      page('commands/sign', await typed(token)),
      page('commands/sign', await typed(token)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    expect((await page('commands/sign', await typed(token))).status).toBe(200);
    const after = await view('asker');
    expect(after).toMatchObject({ state: { code: 'in-force' }, invitations: [], permissions: [{}] });
    expect(after.signatures[1]).toMatchObject({
      ...{ party: 'recipient', by: 'Mary Hill', note: 'Director, without an account, invited by asker' },
    });
    expect(after.timeline.map(({ sentence }: any) => sentence)).toContain(
      'Signed for the recipient by Mary Hill, Director, without an account, invited by asker',
    );
    expect((await page('read', { token })).body.signed).toMatchObject({ by: 'Mary Hill' });
    await sound();
  });

  test('the mail says who asks and for whom, its subject nothing; the record knows the hash of the token alone', async () => {
    const token = await invited('owner', { email: 'chief@council.example' });
    const { content } = await mailedTo('chief@council.example');
    expect(content.subject).toBe('Wayleave: an agreement to sign');
    expect(JSON.stringify(content)).not.toContain('Dropped kerbs');
    const [{ found } = { found: 1 }] = await place.database.rows<{ found: number }>(
      `select count(*)::integer as found from ledger_entry left join ledger_private on entry = id
       where facts::text || coalesce(body::text, '') like $1`,
      [`%${token}%`],
    );
    expect(found).toBe(0);
    expect((await view('asker')).invitations).toEqual([{ party: 'provider', until: expect.any(String), over: false }]);
    expect((await view('owner')).invitations[0].asked).toMatchObject({ email: 'chief@council.example', by: 'owner' });
  });

  test.each([
    ['it is withdrawn', async () => void (await give('asker', 'withdraw-invitation'))],
    ['another replaces it', async () => void (await invited())],
    ['the terms change', async () => void (await give('owner', 'propose', { clause: 'audit', reason: 'We cannot.' }))],
    ['it is declined', async (token: string) => void (await page('commands/decline', { token, reason: 'I left.' }))],
    ['the terms are abandoned', async () => void (await give('asker', 'abandon', { reason: 'Too late.' }))],
  ])(
    'a link is dead once %s, and its mail is stopped where it still waits',
    async (_, end: (token: string) => Promise<void>) => {
      const token = await invited();
      const body = await typed(token);
      const { rows } = {
        rows: () =>
          place.database.rows<{ state: string }>(`select state from mail where content->'action'->>'path' like $1`, [
            `%${token}`,
          ]),
      };
      await end(token);
      expect((await page('read', { token })).status).toBe(410);
      expect((await page('pdf', { token })).status).toBe(410);
      expect((await page('commands/sign', body)).body.code).toBe('sharing.signing-link-dead');
      expect(await rows()).toEqual([{ state: 'stopped' }]);
      await sound();
    },
  );

  test.each([
    ['another text was read', { hash: 'e'.repeat(64) }, 'sharing.terms-changed'],
    ['the box is not ticked', { authorised: false }, 'sharing.not-authorised'],
    ['no name is typed', { name: ' ' }, 'sharing.signer-missing'],
  ])('nothing is signed where %s', async (_, more, code) => {
    const token = await invited();
    const answer = await page('commands/sign', { ...(await typed(token)), ...more });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect((await view('owner')).signatures).toEqual([]);
  });

  test('whoever does not want to says why, and the side that asked reads it', async () => {
    const token = await invited();
    expect((await page('commands/decline', { token, reason: ' ' })).body.code).toBe('sharing.reasons-missing');
    expect((await page('commands/decline', { token, reason: 'I left in May.' })).status).toBe(200);
    expect((await view('asker')).unwilling).toEqual({ name: 'Mary Hill', reason: 'I left in May.' });
    expect((await view('owner')).unwilling).toBeUndefined();
  });

  test('a guessed token, nonsense and too many tries come to nothing', async () => {
    expect((await page('read', { token: 'A'.repeat(43) })).status).toBe(410);
    expect((await page('read', { token: '"]}' })).status).toBe(410);
    expect((await page('read', {})).status).toBe(400);
    const many = [];
    for (let at = 0; at < 102; at += 1) many.push((await page('read', { token: 'x' }, '203.0.113.9')).status);
    expect(many.at(-1)).toBe(429);
  });

  test('an address is written to three times an hour at most, and has to be one', async () => {
    expect((await give('asker', 'invite-signatory', { ...hill, email: 'mary' })).status).toBe(400);
    for (let at = 0; at < 3; at += 1) expect((await give('asker', 'invite-signatory', hill)).status).toBe(200);
    const answer = await give('asker', 'invite-signatory', hill);
    expect([answer.status, answer.body.code]).toEqual([422, 'sharing.invited-too-often']);
    expect((await view('asker')).invitations).toHaveLength(1);
  });
});

describe('who is told', () => {
  test('where a side has no signatory its people are asked to see to a signature, and find it in their inbox', async () => {
    await follow('agreement-signatures-asked');
    expect((await toldTo('asker')).at(-1)).toMatch(
      /waits for a signature for .*, where nobody is a signatory: ask somebody/,
    );
    const [work] = await place.database.rows<{ holders: string[] }>(
      `select holders from case_work join agreement using (case_id) where agreement.id = $1 and task = 'terms:sign:recipient'`,
      [agreement],
    );
    expect(work?.holders).toContain(place.ids['kerbs']);
    const { body } = await place.as('asker', 'GET', '/api/v1/inbox');
    expect(JSON.stringify(body)).toContain(agreement);
  });

  test('whoever asked hears that it is signed, or that it will not be', async () => {
    await page('commands/decline', { token: await invited(), reason: 'I left in May.' });
    await follow('agreement-invitation-closed');
    expect((await toldTo('asker')).at(-1)).toMatch(/^Whoever you asked to sign .* does not want to: read why/);
    await page('commands/sign', await typed(await invited()));
    await follow('agreement-signed-by-mail');
    expect((await view('asker')).unwilling).toBeUndefined();
    expect(await toldTo('asker')).toContainEqual(
      expect.stringMatching(/is signed for .* by the person whom you asked/),
    );
  });

  test('of two answers to one link at once the first counts', async () => {
    const token = await invited();
    const both = await Promise.all([
      page('commands/sign', await typed(token)),
      page('commands/decline', { token, reason: 'I left in May.' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    const { signatures, unwilling } = await view('asker');
    expect(signatures.length + (unwilling ? 1 : 0)).toBe(1);
  });
});

describe('by a signed copy', () => {
  const pdf = '%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';
  const send = (who: string, content = pdf, name = 'signed.pdf') => {
    const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--b--\r\n')]);
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    return place.as(who, 'POST', `/api/v1/agreements/${agreement}/signed-copies`, body, headers);
  };
  const record = async (who: string, file: string, wishes: object = {}) => {
    const { hash } = await view('owner');
    const signedOn = place.clock.now().toISOString().slice(0, 10);
    const words = { party: 'recipient', file, name: 'Mary Hill', position: 'Director', signedOn };
    return give(who, 'record-signed-copy', { ...words, fingerprint: hash.slice(0, 8), ...wishes });
  };

  test('stands with its signature, opens for both sides and nobody else, and who opened it is shown', async () => {
    const sent = await send('steward');
    expect([sent.status, sent.body]).toMatchObject([201, { name: 'signed.pdf', mediaType: 'application/pdf' }]);
    expect((await record('steward', sent.body.id)).status).toBe(200);
    await follow('agreement-signed-on-paper');
    expect((await toldTo('asker')).at(-1)).toMatch(/has put a signed copy .* on record/);
    const [signature] = (await view('asker')).signatures;
    expect(signature).toMatchObject({
      by: 'Mary Hill',
      note: expect.stringMatching(/^Director, on paper on .* recorded by steward$/),
    });
    const read = await place.as('asker', 'GET', signature.copy.href);
    expect([read.status, read.body, read.headers['content-disposition']]).toEqual([
      200,
      pdf,
      expect.stringContaining('attachment'),
    ]);
    expect((await place.as('outsider', 'GET', signature.copy.href)).status).toBe(404);
    expect((await callOf(place.app, 'GET', signature.copy.href)).status).toBe(401);
    expect((await view('owner')).signatures[0].copy.opened).toMatchObject([{ by: 'asker' }]);
    expect((await view('asker')).signatures[0].copy.opened).toEqual([]);
    expect((await give('signatory', 'sign', { hash: (await view('owner')).hash })).status).toBe(200);
    expect(await view('owner')).toMatchObject({ state: { code: 'in-force' } });
    await sound();
  });

  test.each([
    ['is a text', 'plain words', 'signed.txt', 'sharing.file-kind-refused'],
    ['is a text called PDF', 'plain words', 'signed.pdf', 'sharing.file-not-as-named'],
    ['is empty', '', 'signed.pdf', 'sharing.file-empty'],
  ])('a scan that %s is refused and leaves nothing behind', async (_, content, name, code) => {
    const answer = await send('owner', content, name);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(await place.database.rows('select id from signed_copy where agreement = $1', [agreement])).toEqual([]);
  });

  test('the fingerprint, the day and the side are checked; the scan waits to be put on record meanwhile', async () => {
    const { body } = await send('asker');
    const code = async (wishes: object) => (await record('asker', body.id, wishes)).body.code;
    expect(await code({ fingerprint: '00000000' })).toBe('sharing.fingerprint-wrong');
    expect(await code({ signedOn: '2099-01-01' })).toBe('sharing.signed-in-future');
    expect(await code({ signedOn: '2020-01-01' })).toBe('sharing.signed-before-asked');
    expect(await code({ party: 'provider' })).toBe('sharing.copy-of-other-side');
    expect(await code({ file: agreement })).toBe('sharing.copy-missing');
    expect((await record('owner', body.id)).body.code).toBe('sharing.copy-missing');
    expect((await record('asker', body.id)).status).toBe(200);
    expect((await record('asker', body.id)).status).toBe(422);
  });

  test('nobody else may send one in; one that is not put on record goes after a day, one that is stays', async () => {
    expect((await send('outsider')).status).toBe(404);
    const left = (await send('owner')).body.id as string;
    const kept = (await send('asker')).body.id as string;
    expect((await record('asker', kept)).status).toBe(200);
    expect((await send('asker')).body.code).toBe('sharing.signed-already');
    expect(await signedCopiesInUse(place.database, [left, kept])).toEqual(new Set([left, kept]));
    await forgetUnrecordedCopies(place.database, new Date(place.clock.now().getTime() + 25 * 3_600_000));
    expect(await signedCopiesInUse(place.database, [left, kept])).toEqual(new Set([kept]));
  });
});
