import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { awake, beginVisit, open, signIn, violations, type Visit } from './visit.ts';

const dataset = '/datasets/air-quality-hourly-means';
const publicPages = [
  '/',
  '/datasets?q=air&access=open&sort=title',
  '/datasets?q=zzzznothing',
  dataset,
  `${dataset}/history`,
  // Public with terms: they stand on the page, with the way to accept them.
  '/datasets/city-centre-footfall',
  '/organisations',
  '/organisations/ellermouth-city-council',
  '/organisations/ellermouth-harbour-conservancy',
  '/register',
  '/register?status=suspended',
  '/map',
  '/map?organisation=harnwick-borough-council',
  '/sign-in',
  '/sign-in/link?token=none',
  '/sign-in/reset',
  '/sign-up',
  '/basket',
  '/basket?add=kerbside-bay-sensor-events',
  `${dataset}/questions`,
  // All six pages about the service are one component with other words.
  '/contact',
  '/help',
  '/no-such-page',
];
const stewardPages = [
  dataset,
  `${dataset}/edit?for=ellermouth-city-council`,
  '/datasets/new',
  '/organisations/ellermouth-city-council',
  '/notices',
];

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 390].map((width) => ({ colorScheme, width })),
);

/** Long pages of many parts are looked at in the two looks that differ most: both widths and both themes are seen. */
const opposite = looks.filter(({ colorScheme, width }) => (colorScheme === 'light') === (width === 1280));

let visit: Visit;
beforeAll(async () => {
  visit = await beginVisit();
}, 120_000);
afterAll(() => (visit as Visit | undefined)?.end());

/** Opens a page once and looks at it in every way; each fault names the page and the look. */
async function faultsOf(page: Page, path: string, seen = looks): Promise<string[]> {
  await open(page, path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const faults: string[] = [];
  for (const { colorScheme, width } of seen) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const found = [...(await violations(page)), ...(wide > 0 ? [`wider than the window by ${wide} px`] : [])];
    faults.push(...found.map((fault) => `${path} ${colorScheme} ${width}: ${fault}`));
  }
  return faults;
}

test.each(publicPages)(
  'axe finds nothing on %s, light and dark, at 1280 and 390 px',
  async (path) => {
    const { context, page } = await visit.visitor();
    const faults = await faultsOf(page, path);
    await context.close();
    expect(faults).toEqual([]);
  },
  120_000,
);

test('nor on the pages of a steward', async () => {
  const { context, page } = await visit.visitor();
  await signIn(page, visit.product.accounts['steward']);
  const faults: string[] = [];
  for (const path of stewardPages) faults.push(...(await faultsOf(page, path)));
  await context.close();
  expect(faults).toEqual([]);
}, 300_000);

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly state: { readonly code: string };
    readonly waitsForYou: boolean;
  }[];
}

/** What the signed-in person is given at an address of the API. */
const read = async <Answer>(page: Page, address: string): Promise<Answer> =>
  (await (await page.request.get(`${visit.product.address}${address}`)).json()) as Answer;

test('nor on the pages of one who asks', async () => {
  const { context, page } = await visit.visitor();
  await signIn(page, visit.product.accounts['requester']);
  const { items } = await read<Listed>(page, '/api/v1/requests');
  const draft = items.find(({ state }) => state.code === 'draft')?.id;
  const returned = items.find(({ state, waitsForYou }) => state.code === 'submitted' && waitsForYou)?.id;
  const settled = items.find(({ state }) => state.code === 'settled')?.id;
  const parts = ['', '/data', '/sections/purpose', '/people', '/check'];
  const paths = [
    '/requests',
    '/basket',
    ...parts.map((part) => `/requests/${draft}${part}`),
    `/requests/${returned}`,
    `/requests/${settled}`,
  ];
  const faults: string[] = [];
  for (const path of paths) faults.push(...(await faultsOf(page, path, opposite)));
  await context.close();
  expect([draft, returned, settled].map((id) => typeof id)).toEqual(['string', 'string', 'string']);
  expect(faults).toEqual([]);
}, 600_000);

test('nor on the pages of agreements and permissions, for both sides', async () => {
  const faults: string[] = [];
  for (const [who, states] of [
    ['requester', ['in-force']],
    ['steward', ['drafting', 'negotiating', 'awaiting-signatures', 'disposal-due']],
  ] as const) {
    const { context, page } = await visit.visitor();
    await signIn(page, visit.product.accounts[who]);
    const { items } = await read<{ items: readonly { id: string; state: { code: string } }[] }>(
      page,
      '/api/v1/agreements',
    );
    const found = states.map((state) => items.find((one) => one.state.code === state)?.id);
    expect(found.map((id) => typeof id)).toEqual(states.map(() => 'string'));
    const given = who === 'steward' ? ['/agreements/recipients/school-admission-preferences-and-offers'] : [];
    const paths = [
      ...['/agreements', '/permissions', '/permissions?side=given', ...given],
      ...found.map((id) => `/agreements/${id}`),
    ];
    for (const path of paths) faults.push(...(await faultsOf(page, path, opposite)));
    await context.close();
  }
  expect(faults).toEqual([]);
}, 300_000);

test('nor on the mail of the installation', async () => {
  const { context, page } = await visit.visitor();
  await signIn(page, visit.product.accounts['operator']);
  const faults = await faultsOf(page, '/operator/mail', opposite);
  await context.close();
  expect(faults).toEqual([]);
}, 120_000);

test('nor on the history, as a board reads it', async () => {
  const { context, page } = await visit.visitor();
  await signIn(page, visit.product.accounts['board']);
  const faults: string[] = [];
  for (const query of ['', '?dataset=kerbside-bay-sensor-events', '?until=2001-01-01'])
    faults.push(...(await faultsOf(page, `/governance${query}`, opposite)));
  await context.close();
  expect(faults).toEqual([]);
}, 200_000);

test.each(['owner', 'steward'])(
  'nor in the inbox and on the review page of the %s',
  async (who) => {
    const { context, page } = await visit.visitor();
    await signIn(page, visit.product.accounts[who]);
    const { items } = await read<{ items: readonly { href: string }[] }>(page, '/api/v1/inbox');
    const [first] = items;
    const faults = [
      ...(await faultsOf(page, '/inbox', opposite)),
      ...(await faultsOf(page, first?.href ?? '/missing', opposite)),
    ];
    await context.close();
    expect(items.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  },
  120_000,
);

test('axe finds nothing while errors, a question and the account menu are shown', async () => {
  const { context, page } = await visit.visitor({ viewport: { width: 390, height: 900 } });
  await open(page, '/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  const faults = await violations(page);
  await signIn(page, visit.product.accounts['steward'], dataset);
  await awake(page);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog').waitFor();
  faults.push(...(await violations(page)));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('summary.account-button').click();
  faults.push(...(await violations(page)));
  await context.close();
  expect(faults).toEqual([]);
}, 60_000);

test('at 320 px and at four times the text nothing is cut off', async () => {
  const { context, page } = await visit.visitor({ viewport: { width: 320, height: 800 } });
  const wide: string[] = [];
  for (const path of ['/', '/datasets', dataset, '/organisations', '/sign-in']) {
    await open(page, path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) wide.push(`${path} by ${over} px`);
  }
  await context.close();
  expect(wide).toEqual([]);
}, 60_000);
