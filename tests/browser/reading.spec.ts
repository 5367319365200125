import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { beginVisit, expectSoon, open, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await beginVisit();
}, 120_000);
afterAll(() => (visit as Visit | undefined)?.end());

const dataset = '/datasets/air-quality-hourly-means';

test('somebody finds a dataset, reads it, goes back, narrows the list and takes the choice away again', async () => {
  const { context, page, complaints } = await visit.visitor();
  await open(page, '/');
  await page.getByRole('main').getByRole('searchbox').fill('air quality');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**/datasets?q=air%20quality');
  await page.getByRole('link', { name: 'Air quality: hourly means' }).click();
  await page.getByRole('heading', { level: 1, name: 'Air quality: hourly means' }).waitFor();
  expect(await page.getByRole('link', { name: 'Download CSV' }).first().getAttribute('href')).toContain('/file');
  await expectSoon(() => page.title(), 'Air quality: hourly means – Wayleave');

  await page.goBack();
  await page.getByLabel('GeoJSON').check();
  await page.waitForURL('**/datasets?q=air%20quality&format=geojson');
  const chip = page.getByRole('link', { name: /Remove\s*Format: GeoJSON/ });
  await chip.waitFor();
  await page
    .getByRole('status')
    .getByText(/datasets?$/)
    .first()
    .waitFor({ state: 'attached' });
  await chip.click();
  await page.waitForURL('**/datasets?q=air%20quality');
  await page.locator('input[name=format][value=geojson]:not(:checked)').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('results follow while one types, and the letters stay', async () => {
  const { context, page } = await visit.visitor();
  await open(page, '/datasets');
  const field = page.getByLabel('Search datasets');
  await field.pressSequentially('bus stops', { delay: 40 });
  await page.waitForURL('**/datasets?q=bus%20stops');
  await page.getByRole('link', { name: 'Bus stops and their facilities' }).waitFor();
  await expectSoon(() => field.inputValue(), 'bus stops');
  await page.goBack();
  expect(new URL(page.url()).pathname).not.toBe('/datasets?q=bus');
  await context.close();
});

test('a slip of the pen is put right, and nothing found leads on', async () => {
  const { context, page } = await visit.visitor();
  // The words to correct by are gathered by a reaction, soon after the datasets are there.
  await expectSoon(async () => {
    const answer = await context.request.get('/api/v1/datasets?q=qualty');
    return ((await answer.json()) as { didYouMean?: string }).didYouMean;
  }, 'quality');
  await open(page, '/datasets?q=qualty');
  const better = page.getByText('Did you mean').getByRole('link');
  await better.click();
  await page.waitForURL('**/datasets?q=quality');
  await open(page, '/datasets?q=zzzznothing&format=csv');
  await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
  await page.getByRole('link', { name: 'Look without the filters' }).click();
  await page.waitForURL('**/datasets?q=zzzznothing');
  await context.close();
}, 60_000);

test('the keyboard alone leads past the navigation, through search and into a dataset', async () => {
  const { context, page } = await visit.visitor();
  await open(page, '/datasets');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to the content');
  await page.keyboard.press('Enter');
  await expectSoon(() => page.evaluate(() => document.activeElement?.id), 'main');
  await page.keyboard.press('Tab');
  await expectSoon(() => page.evaluate(() => document.activeElement?.id), 'search-words');
  await page.keyboard.type('car park');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/datasets?q=car%20park');
  await page.getByRole('link', { name: 'Car park occupancy' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Car park occupancy' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'main');
  await context.close();
});

test('light and dark are kept, and painted by the server without a script', async () => {
  const { context, page } = await visit.visitor({ colorScheme: 'light' });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await open(page, '/');
  const light = await paper();
  await page.getByLabel('Dark').check();
  await expectSoon(async () => (await paper()) !== light, true);
  const html = await (await context.request.get('/')).text();
  expect(html).toMatch(/<html[^>]* data-theme="dark"/);
  await page.getByLabel('As your device').check();
  await expectSoon(paper, light);
  expect((await context.cookies()).filter((cookie) => cookie.name === 'theme')).toEqual([]);
  await context.close();
});

describe('without JavaScript', () => {
  test('home, search, dataset and organisation are read, and search works as a form', async () => {
    const { context, page } = await visit.visitor({ javaScriptEnabled: false });
    await page.goto('/');
    await page.getByRole('main').getByRole('searchbox').fill('air quality');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/datasets?q=air+quality');
    await page.getByLabel('CSV').first().check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL('**format=csv**');
    await page.getByRole('link', { name: 'Air quality: hourly means' }).click();
    await page.getByRole('heading', { level: 1, name: 'Air quality: hourly means' }).waitFor();
    expect(await page.getByRole('heading', { name: 'First rows' }).count()).toBe(1);
    expect(await page.locator('table tbody tr').count()).toBeGreaterThan(15);
    await page.getByRole('link', { name: 'Ellermouth City Council' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Ellermouth City Council' }).waitFor();
    await page.goto('/sign-in');
    await page.getByText('Signing in needs JavaScript').waitFor();
    await context.close();
  }, 60_000);
});

describe('what programs read', () => {
  test('a dataset names its one address, a description and itself as schema.org', async () => {
    const { context, page } = await visit.visitor();
    await open(page, `${dataset}?theme=none`);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(visit.product.address + dataset);
    expect(await page.locator('meta[name=description]').getAttribute('content')).toContain('Nitrogen dioxide');
    const structured = JSON.parse(
      (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
    ) as Record<string, unknown>;
    expect(structured).toMatchObject({
      '@type': 'Dataset',
      name: 'Air quality: hourly means',
      isAccessibleForFree: true,
    });
    expect(structured['distribution']).toHaveLength(3);
    await context.close();
  });

  test('what is not there is 404, and leads on', async () => {
    const { context, page } = await visit.visitor();
    for (const path of ['/no-such-page', '/datasets/no-such-dataset', '/organisations/no-such-organisation']) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 404]);
      await page.getByRole('main').getByRole('link').nth(1).waitFor();
    }
    await context.close();
  });

  test('a lost connection is told as such, and the page can be had again', async () => {
    const { context, page } = await visit.visitor();
    await open(page, '/');
    await page.getByRole('link', { name: 'Organisations' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Organisations' }).waitFor();
    await page.route('**/api/v1/datasets?*', (route) => route.abort());
    await page.route('**/api/v1/datasets', (route) => route.abort());
    await page.getByRole('link', { name: 'Datasets' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'No connection' }).waitFor();
    await page.unroute('**/api/v1/datasets?*');
    await page.unroute('**/api/v1/datasets');
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Datasets' }).waitFor();
    await context.close();
  });
});
