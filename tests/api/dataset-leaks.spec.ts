import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { datasetView, revisionList } from '#catalogue/contracts';
import type { Description } from '#catalogue/domain';
import { CatalogueFixture, type Imported } from './catalogue-fixture.ts';
import { callOf, cookieOf, password, People, type Answer } from './people.ts';
import { publicUrl, wholeApp, type WholeApp } from './whole-app.ts';

let whole: WholeApp;
let people: People;
let catalogue: CatalogueFixture;
let council: string;
const cookies: Record<string, string> = {};

type Reader = 'visitor' | 'member' | 'colleague' | 'steward' | 'owner';

const see = (who: Reader, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  callOf(whole.app, 'GET', `/api/v1/datasets/${url}`, { cookie: cookies[who], headers });

/** One command after the other, each on the revision that its giver sees. */
async function change(who: Reader, { id }: { id: string }, command: string, body: object = {}): Promise<void> {
  const { revision } = (await see(who, id)).body as { revision: number };
  const answer = await callOf(whole.app, 'POST', `/api/v1/datasets/${id}/commands/${command}`, {
    body: { revision, actingFor: council, ...body },
    cookie: cookies[who],
    headers: { origin: publicUrl },
  });
  expect(answer.status).toBe(200);
}

const describeIt = (it: { id: string }, description: object): Promise<void> =>
  change('steward', it, 'describe', { description });

async function drafted(description: object): Promise<{ id: string }> {
  const complete = {
    description: 'Every tree that stands on land of the council.',
    contact: { name: 'Parks team', email: 'parks@ellermouth.example' },
    ...{ licence: 'ogl-3.0', frequency: 'ANNUAL', modified: '2026-10-01', version: '1.0', personalData: 'none' },
  };
  const made = await callOf(whole.app, 'POST', '/api/v1/datasets', {
    body: { actingFor: council, description: { ...complete, ...description } },
    cookie: cookies['steward'],
    headers: { origin: publicUrl },
  });
  expect(made.status).toBe(201);
  return made.body as { id: string };
}

interface Told {
  readonly revisions: readonly number[];
  readonly text: string;
  readonly items: Answer['body'];
}

async function history(who: Reader, { id }: { id: string }): Promise<Told> {
  const { body } = await see(who, `${id}/revisions`);
  const { items } = revisionList.parse(body);
  return { revisions: items.map(({ revision }) => revision), text: JSON.stringify(body), items };
}

const address = 'https://files.ellermouth.example/not-for-everyone';
const distribution = (more: object = {}) => ({ id: people.newId(), format: 'csv', downloadUrl: address, ...more });

const recordOf = (description: Description & { title: string }, access: 'open' | 'closed' | 'named' = 'open') =>
  catalogue.imported(council, description, access);

beforeAll(async () => {
  whole = await wholeApp();
  people = new People(whole.database, whole.clock);
  catalogue = new CatalogueFixture(people);
  council = await people.organisation('ellermouth');
  const other = await people.organisation('elsewhere');
  for (const [name, organisation, role] of [
    ['member', other, 'owner'],
    ['colleague', council, 'requester'],
    ['steward', council, 'steward'],
    ['owner', council, 'owner'],
  ] as const) {
    const email = `${name}@demo.example`;
    await people.member(await people.person(email), organisation, role);
    cookies[name] = cookieOf(await callOf(whole.app, 'POST', '/api/v1/session', { body: { email, password } }));
  }
}, 60_000);

afterAll(() => whole.close());

describe('the history for readers of other organisations', () => {
  test.each(['named', 'closed'] as const)(
    'of a dataset with access “%s” holds no address of a file',
    async (access) => {
      const it = await recordOf({ title: 'Contracts', distributions: [distribution()] }, access);
      for (const who of ['visitor', 'colleague'] as const) {
        const { items, text } = await history(who, it);
        expect(items[0].changes).toContainEqual({ field: 'distributions', label: 'Where to get it', after: 'CSV' });
        expect(text).not.toContain(address);
      }
    },
  );

  test('begins where it was published: what stood in the draft stays in the house', async () => {
    const it = await drafted({ title: 'Closing the Mill Lane depot' });
    await describeIt(it, { title: 'Depots', summary: 'Before the unions know.' });
    await change('owner', it, 'set-access', { access: 'open' });
    await change('steward', it, 'publish');
    await describeIt(it, { title: 'Depots of the council', summary: 'Where vehicles stand.' });
    const { revisions, text, items } = await history('visitor', it);
    expect(revisions).toEqual([5, 4]);
    expect(text).not.toContain('Mill Lane');
    expect(items[1]).toMatchObject({ summary: 'Published', changes: [] });
    expect(items[0].changes).toContainEqual(expect.objectContaining({ field: 'title', before: 'Depots' }));
    expect((await history('colleague', it)).revisions).toEqual([5, 4, 3, 2, 1]);
  });

  test('begins for each audience where its visibility was widened to it, and leaves out what came between', async () => {
    const it = await recordOf({ title: 'Pumps' });
    await change('owner', it, 'set-visibility', { visibility: 'organisation' });
    await describeIt(it, { title: 'Pumps that fail' });
    await change('owner', it, 'set-visibility', { visibility: 'members' });
    await describeIt(it, { title: 'Pumps under repair' });
    await change('owner', it, 'set-visibility', { visibility: 'everyone' });
    await describeIt(it, { title: 'Pumps, all of them' });
    expect((await history('visitor', it)).revisions).toEqual([7, 6, 1]);
    expect((await history('member', it)).revisions).toEqual([7, 6, 5, 4, 1]);
    expect((await history('colleague', it)).revisions).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect((await history('visitor', it)).text).not.toContain('Pumps that fail');
  });

  test('pages over what the reader sees alone', async () => {
    const it = await recordOf({ title: 'Gullies' });
    await change('owner', it, 'set-visibility', { visibility: 'organisation' });
    await change('owner', it, 'set-visibility', { visibility: 'everyone' });
    const { body } = await see('visitor', `${it.id}/revisions?before=3`);
    expect((body.items as { revision: number }[]).map(({ revision }) => revision)).toEqual([1]);
  });
});

describe('addresses of distributions', () => {
  test('are no next action for a colleague without a right to them', async () => {
    const it = await drafted({ title: 'Lamps', distributions: [{ format: 'csv', accessUrl: address }] });
    await change('owner', it, 'set-access', { access: 'open' });
    expect((await see('colleague', it.id)).body.nextAction).toMatchObject({ kind: 'ask-publisher' });
    expect((await see('steward', it.id)).body.nextAction).toMatchObject({ kind: 'visit', href: address });
  });

  test('are not in what the source says, but for who may have them; that its access differs every colleague reads', async () => {
    const it = await recordOf({ title: 'Leases' }, 'closed');
    await describeIt(it, { distributions: [{ format: 'csv', title: 'Ours', accessUrl: 'https://ours.example/' }] });
    const theirs = [distribution({ title: 'Theirs', accessUrl: `${address}/page`, fileName: 'leases-secret.csv' })];
    await catalogue.imported(council, { title: 'Leases', distributions: theirs }, 'open', it.id);
    const told = async (who: Reader) => datasetView.parse((await see(who, it.id)).body).fieldSources;
    const colleague = await told('colleague');
    expect(colleague.distributions).toMatchObject({
      setBy: 'person',
      sourceSays: [{ title: 'Theirs', format: 'csv' }],
    });
    expect(JSON.stringify(colleague)).not.toMatch(/not-for-everyone|leases-secret/);
    expect(JSON.stringify((await told('steward')).distributions)).toContain(address);
    expect(colleague.access).toEqual({ setBy: 'import', sourceSays: 'Anyone' });
    expect(await told('visitor')).toEqual({});
    await change('owner', it, 'set-access', { access: 'open' });
    expect((await told('colleague')).access).toEqual({ setBy: 'person' });
  });
});

describe('a withdrawn dataset', () => {
  const words = {
    title: 'Wells',
    alternativeTitle: 'Boreholes',
    summary: 'A summary taken back.',
    description: 'A description taken back.',
    contact: { name: 'Taken-back team', email: 'taken@ellermouth.example' },
    keywords: ['taken-back'],
    landingPage: 'https://taken.example/',
    identifier: 'wells-1',
    licence: 'ogl-3.0',
    themes: ['ENVI'],
    creator: 'Taken Ltd',
  };

  async function withdrawn(): Promise<Imported> {
    const it = await recordOf({ ...words, distributions: [distribution({ title: 'Taken file' })] });
    await describeIt(it, { columns: [{ name: 'taken_column' }] });
    await change('owner', it, 'withdraw', { reason: 'It named private wells.' });
    return it;
  }

  test.each(['visitor', 'member'] as const)('tells a %s its name, its publisher and the reason alone', async (who) => {
    const it = await withdrawn();
    const { status, body } = await see(who, it.id);
    expect(status).toBe(200);
    expect(datasetView.parse(body)).toMatchObject({
      id: it.id,
      title: 'Wells',
      sourceIdentifier: 'wells-1',
      publisher: { id: council },
      lifecycle: 'withdrawn',
      withdrawalReason: 'It named private wells.',
      withheld: true,
      ...{ keywords: [], themes: [], columns: [], distributions: [], missing: [], allowedCommands: [] },
      ...{ licence: { code: 'not-stated' }, access: { code: 'not-stated' }, mayDownload: false },
    });
    expect(JSON.stringify(body)).not.toMatch(/taken|boreholes|ENVI|not-for-everyone/i);
    expect(body).not.toHaveProperty('source');
  });

  test('is whole for its own organisation', async () => {
    const { body } = await see('colleague', (await withdrawn()).id);
    expect(body).toMatchObject({
      summary: words.summary,
      keywords: words.keywords,
      columns: [{ name: 'taken_column' }],
    });
    expect(body).not.toHaveProperty('withheld');
  });

  test('has the withdrawal as its history for others, and what was changed meanwhile stays hidden when it is back', async () => {
    const it = await withdrawn();
    await describeIt(it, { summary: 'Written while it was away.' });
    expect(await history('visitor', it)).toMatchObject({
      revisions: [3],
      items: [{ summary: 'Withdrawn', changes: [] }],
    });
    await describeIt(it, { frequency: 'ANNUAL', modified: '2026-10-01', version: '1', personalData: 'none' });
    await change('steward', it, 'publish');
    const { revisions, text } = await history('visitor', it);
    expect(revisions).toEqual([6, 3, 2, 1]);
    expect(text).not.toContain('Written while it was away.');
  });
});

describe('a stored file', () => {
  const fileName = "Wells (‘north’) it's *new*.csv";

  async function withFile(file: { id: string; bytes: number; sha256: string }): Promise<string> {
    const given = { id: people.newId(), format: 'csv', title: 'Rows' };
    const it = await recordOf({ title: 'Rows of wells', distributions: [given] });
    const stored = { ...file, mediaType: 'text/csv' };
    await catalogue.give(it, { type: 'attach-file', distribution: given.id, file: stored, fileName });
    return `${it.id}/distributions/${given.id}/file`;
  }

  async function* rows(): AsyncIterable<Uint8Array> {
    yield Buffer.from('well\nnorth\n');
  }

  test('that the store has lost is said to be missing by the preview as by the download', async () => {
    const url = await withFile({ id: people.newId(), bytes: 9, sha256: 'a'.repeat(64) });
    const missing = { status: 503, body: { code: 'http.file-missing' } };
    expect(await see('visitor', `${url.split('/')[0]}/preview`)).toMatchObject(missing);
    const download = await see('visitor', url);
    expect(download).toMatchObject(missing);
    expect(download.headers).not.toHaveProperty('etag');
  });

  test('is not sent again to a client that has it', async () => {
    const url = await withFile(await whole.platform.storage.write(rows()));
    const first = await see('visitor', url);
    expect(first).toMatchObject({ status: 200, body: 'well\nnorth\n' });
    const etag = String(first.headers['etag']);
    const again = await see('visitor', url, { 'if-none-match': `"x", W/${etag}` });
    expect(again).toMatchObject({ status: 304, body: '', headers: { etag, 'cache-control': 'private, no-cache' } });
    expect((await see('visitor', url, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  test('has its name in the characters of RFC 8187 alone', async () => {
    const url = await withFile(await whole.platform.storage.write(rows()));
    const [, name = ''] = String((await see('visitor', url)).headers['content-disposition']).split("filename*=UTF-8''");
    expect(name).toMatch(/^([A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+$/);
    expect(decodeURIComponent(name)).toBe(fileName);
  });
});
