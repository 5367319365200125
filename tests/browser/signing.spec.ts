import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { awake, beginVisit, open, signIn, violations, type Visit } from './visit.ts';

const title = 'Breakfast clubs where they are needed';

let visit: Visit;
beforeAll(async () => {
  visit = await beginVisit();
}, 120_000);
afterAll(() => (visit as Visit | undefined)?.end());

async function as(who: string): Promise<Page> {
  const { page } = await visit.visitor({ viewport: { width: 390, height: 844 } });
  await signIn(page, visit.product.accounts[who]);
  return page;
}

/** What axe finds in both themes. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await violations(page)));
  }
  return found;
}

test('somebody without an account signs from a mail, and the agreement is in force', async () => {
  const steward = await as('steward');
  await open(steward, '/agreements');
  await steward.getByRole('link', { name: title }).click();
  await steward.getByText('Ask somebody without an account to sign').click();
  await steward.locator('#invite-name').fill('Mary Hill');
  await steward.locator('#invite-position').fill('Chief executive');
  await steward.locator('#invite-email').fill('mary.hill@ellermouth.example');
  expect(await faults(steward)).toEqual([]);
  await steward.getByRole('button', { name: 'Send the link' }).click();
  await steward.getByText('Mary Hill, Chief executive, is asked to sign').waitFor();

  const operator = await as('operator');
  await open(operator, '/operator/mail');
  const mail = (await operator.locator('details', { hasText: '/agreements/sign' }).textContent()) ?? '';
  const path = /\/agreements\/sign\?token=\S+/.exec(mail)?.[0] ?? '';

  const { page, complaints } = await visit.visitor({ viewport: { width: 390, height: 844 } });
  await open(page, path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(await faults(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'The terms as PDF' }).click(),
  ]);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: 'Sign the agreement' }).click();
  await page.getByText('Write your full name.').waitFor();
  await page.getByLabel(/^I am authorised to sign/).check();
  await page.getByLabel('Your full name').fill('Mary Hill');
  await page.getByRole('button', { name: 'Sign the agreement' }).click();
  await page.getByRole('heading', { level: 1, name: 'You have signed' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.reload();
  await awake(page);
  await page.getByText('Signed on').waitFor();
  expect(complaints).toEqual([]);

  await steward.reload();
  await steward.getByText('Chief executive, without an account, invited by Daniel Osgathorpe').first().waitFor();
  await steward.getByText('In force').first().waitFor();
}, 180_000);

test('a link that leads nowhere says what to do', async () => {
  const { page } = await visit.visitor();
  await open(page, '/agreements/sign?token=none');
  await page.getByRole('heading', { level: 1, name: 'This link leads nowhere any more' }).waitFor();
  expect(await faults(page)).toEqual([]);
}, 60_000);
