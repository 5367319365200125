import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { RequestView } from '#sharing/contracts';
import { beginVisit, expectSoon, open, signIn, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await beginVisit();
}, 120_000);
afterAll(() => (visit as Visit | undefined)?.end());

const at = (address: string): string => `${visit.product.address}${address}`;

/** Gives a command as the signed-in person, from beside the page. */
async function give(page: Page, address: string, data: object): Promise<{ readonly id: string }> {
  const headers = { 'Idempotency-Key': randomUUID(), origin: visit.product.address };
  const answer = await page.request.post(at(address), { data, headers });
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}

async function requestOf(page: Page, id: string): Promise<RequestView> {
  const answer = await page.request.get(at(`/api/v1/requests/${id}`));
  return (await answer.json()) as RequestView;
}

/** Waits until the service has an answer. */
async function hasAnswer(page: Page, id: string, question: string, answer: string): Promise<void> {
  while ((await requestOf(page, id)).draft?.answers[question] !== answer) await page.waitForTimeout(50);
}

/** A requester in a browser of their own. */
async function requester() {
  const visitor = await visit.visitor({ viewport: { width: 1280, height: 900 } });
  await signIn(visitor.page, visit.product.accounts['requester']);
  return visitor;
}

/** A draft that asks for the events of kerbside sensors, in its first section. */
async function begun(page: Page): Promise<string> {
  const dataset = await page.request.get(at('/api/v1/datasets/kerbside-bay-sensor-events'));
  const { id } = (await dataset.json()) as { id: string };
  return (await give(page, '/api/v1/requests', { datasets: [id] })).id;
}

const purpose = (id: string): string => `/requests/${id}/sections/purpose`;
const title = (page: Page) => page.getByLabel('Give your request a short title');
const tried = (page: Page) => page.getByLabel('What else have you tried?');

test('questions come and go by the answers, and what was typed is there again', async () => {
  const { context, page, complaints } = await requester();
  const id = await begun(page);
  await open(page, purpose(id));
  const money = page.getByRole('group', { name: /Will anybody make money/ });
  const detail = page.getByLabel('How will it make money, and for whom?');
  expect(await detail.count()).toBe(0);
  await money.getByLabel('Yes').check();
  await detail.fill('By selling an app');
  await money.getByLabel('No').check();
  await detail.waitFor({ state: 'detached' });
  await money.getByLabel('Yes').check();
  await expectSoon(() => detail.inputValue(), 'By selling an app');
  await page.getByRole('checkbox', { name: 'Safety' }).check();
  await page.getByLabel('Safety: say more').fill('Fewer vans in the road');
  await page.getByRole('link', { name: 'All parts of the request' }).click();
  await page.getByRole('link', { name: 'Your purpose' }).click();
  await expectSoon(() => page.getByLabel('Safety: say more').inputValue(), 'Fewer vans in the road');
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('faults stand beside their fields and in a summary that takes the focus, and keep nobody', async () => {
  const { context, page } = await requester();
  await open(page, purpose(await begun(page)));
  await page.getByLabel('First day').first().fill('2027-01-31');
  await page.getByLabel('Last day').first().fill('2027-01-01');
  await page.getByRole('button', { name: /Save and go on/ }).click();
  await page.waitForFunction(() => document.activeElement?.classList.contains('error-summary'));
  await page
    .getByRole('alert')
    .getByRole('link', { name: /short title/ })
    .click();
  await expectSoon(() => page.evaluate(() => document.activeElement?.id), 'q-title');
  expect(await title(page).getAttribute('aria-invalid')).toBe('true');
  await page.getByText('The last day lies before the first').first().waitFor();
  await page.getByRole('button', { name: 'Go on all the same' }).click();
  await page.getByRole('heading', { level: 1, name: 'What is in the data' }).waitFor();
  await context.close();
}, 60_000);

test('two write at once: both are there, and what both changed waits for a choice', async () => {
  const [one, other] = [await requester(), await requester()];
  const id = await begun(one.page);
  await Promise.all([open(one.page, purpose(id)), open(other.page, purpose(id))]);
  await title(other.page).fill('Theirs');
  await other.page.getByLabel('In plain words, what will you do with the data?').fill('Their words');
  await hasAnswer(other.page, id, 'title', 'Theirs');
  await other.page.getByRole('button', { name: /Save and go on/ }).click();
  await hasAnswer(other.page, id, 'summary', 'Their words');

  await title(one.page).fill('Mine');
  await tried(one.page).fill('Counting by hand');
  await one.page.getByText('Somebody changed the same thing while you were typing').waitFor();
  await hasAnswer(one.page, id, 'alternatives', 'Counting by hand');
  await expectSoon(() => title(one.page).inputValue(), 'Mine');
  const summary = one.page.getByLabel('In plain words, what will you do with the data?');
  await expectSoon(() => summary.inputValue(), 'Their words');
  expect((await requestOf(one.page, id)).draft?.answers['title']).toBe('Theirs');
  await one.page.getByRole('button', { name: 'Keep mine' }).click();
  await hasAnswer(one.page, id, 'title', 'Mine');
  await Promise.all([one.context.close(), other.context.close()]);
}, 60_000);

test('without a connection what is typed is kept, and sent when it is back', async () => {
  const { context, page } = await requester();
  const id = await begun(page);
  await open(page, purpose(id));
  await tried(page).waitFor();
  await context.setOffline(true);
  await tried(page).fill('Typed on a train');
  await page.getByText('there was no answer from the service').first().waitFor();
  await context.setOffline(false);
  await hasAnswer(page, id, 'alternatives', 'Typed on a train');
  await context.close();
}, 60_000);

test('a window that was closed without a connection offers what it kept', async () => {
  const { context, page } = await requester();
  const id = await begun(page);
  await open(page, purpose(id));
  await tried(page).waitFor();
  // This window alone has no connection: one that comes back as it closes would still save what was typed.
  await page.route('**/api/v1/requests/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort('internetdisconnected') : route.continue(),
  );
  await tried(page).fill('Typed in a tunnel');
  await page.getByText('What you typed is kept in this browser').first().waitFor();
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await open(again, purpose(id));
  await again.getByRole('button', { name: 'Bring it back' }).click();
  await expectSoon(() => tried(again).inputValue(), 'Typed in a tunnel');
  await hasAnswer(again, id, 'alternatives', 'Typed in a tunnel');
  await context.close();
}, 60_000);

test('a session that ends is begun again over the page, and nothing typed is lost', async () => {
  const { context, page } = await requester();
  const id = await begun(page);
  await open(page, purpose(id));
  await context.clearCookies();
  await tried(page).fill('Typed after an hour');
  const over = page.getByRole('dialog');
  await over.getByText('Your session has ended').waitFor();
  await over.getByLabel('E-mail address').fill(visit.product.accounts['requester']?.email ?? '');
  await over.getByLabel('Password').fill(visit.product.accounts['requester']?.password ?? '');
  await over.getByRole('button', { name: 'Sign in' }).click();
  await over.waitFor({ state: 'hidden' });
  await hasAnswer(page, id, 'alternatives', 'Typed after an hour');
  await context.close();
}, 60_000);

test('columns are chosen with a reason for several at once, and a dataset taken out can be put back', async () => {
  const { context, page } = await requester();
  const id = await begun(page);
  await open(page, `/requests/${id}/data`);
  await page.getByLabel('Find columns').fill('bay');
  await page.getByRole('button', { name: /^Choose these/ }).click();
  await page.getByText('One reason for several columns').first().click();
  await page.getByRole('textbox', { name: 'One reason for several columns' }).fill('To count free bays');
  await page.getByRole('button', { name: /^Use for all/ }).click();
  const reasons = await page.locator('.reason textarea').all();
  expect(reasons.length).toBeGreaterThan(1);
  for (const reason of reasons) await expectSoon(() => reason.inputValue(), 'To count free bays');
  await page.getByRole('button', { name: /^Take this dataset out/ }).click();
  await page.getByText('Nothing can be submitted without one').waitFor();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await page.getByRole('button', { name: /^Save and go on/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Your purpose' }).waitFor();
  const [asked] = (await requestOf(page, id)).draft?.basket ?? [];
  expect(asked?.columns.map(({ justification }) => justification)).toEqual(reasons.map(() => 'To count free bays'));
  await context.close();
}, 60_000);

test('evidence is added to its question, read again and removed', async () => {
  const { context, page } = await requester();
  const id = await begun(page);
  await open(page, `/requests/${id}/sections/safety`);
  await page.getByRole('checkbox', { name: 'Cyber Essentials', exact: true }).check();
  const certificate = { name: 'certificate.txt', mimeType: 'text/plain', buffer: Buffer.from('We have it.') };
  const program = { name: 'certificate.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ') };
  await page.locator('input[type=file]').setInputFiles([certificate, program]);
  await page.getByText('certificate.exe was not added').waitFor();
  const added = page.getByRole('link', { name: 'certificate.txt' });
  await added.waitFor();
  await open(page, `/requests/${id}/check`);
  const file = await page.request.get(at((await added.getAttribute('href')) ?? ''));
  expect(await file.text()).toBe('We have it.');
  await open(page, `/requests/${id}/sections/safety`);
  await page.getByRole('button', { name: /certificate\.txt/ }).click();
  await added.waitFor({ state: 'detached' });
  while ((await page.request.get(file.url())).ok()) await page.waitForTimeout(50);
  await context.close();
}, 60_000);

test('a colleague is invited by address and removed, and one unknown is refused in words', async () => {
  const { context, page } = await requester();
  const organisation = await page.request.get(at('/api/v1/session'));
  const { memberships } = (await organisation.json()) as { memberships: { organisation: { id: string } }[] };
  const { id } = await give(page, '/api/v1/requests', { datasets: [], actingFor: memberships[0]?.organisation.id });
  await open(page, `/requests/${id}/people`);
  const address = page.getByLabel('E-mail address');
  await address.fill('nobody@demo.example');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('alert').filter({ hasText: 'Nobody here has this address' }).waitFor();
  await address.fill('w.dunnock@demo.example');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('button', { name: /Remove.*Wanda Dunnock/ }).click();
  await page.getByText('Wanda Dunnock', { exact: true }).waitFor({ state: 'detached' });
  await context.close();
}, 60_000);

test('a draft is deleted after a question, and the list says so', async () => {
  const { context, page } = await requester();
  const id = await begun(page);
  await open(page, `/requests/${id}`);
  await page.getByRole('button', { name: 'Delete this draft' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete this draft' }).click();
  await page.waitForURL((url) => url.pathname === '/requests');
  await page.getByText('The draft is deleted.').first().waitFor();
  expect((await page.request.get(at(`/api/v1/requests/${id}`))).status()).toBe(404);
  await context.close();
}, 60_000);

test('a basket is kept without an account, and joins a draft that is there already', async () => {
  const { context, page } = await visit.visitor();
  await open(page, '/datasets/kerbside-bay-sensor-events');
  await page.getByRole('link', { name: 'Request access' }).click();
  await page.getByText('is in your basket.').waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Kerbside bay sensor events' }).waitFor();
  await signIn(page, visit.product.accounts['requester'], '/basket');
  const { id } = await give(page, '/api/v1/requests', { datasets: [], title: 'A draft with room' });
  await open(page, '/basket');
  await page.getByLabel(/A draft with room/).check();
  await page.getByRole('button', { name: 'Add to this draft' }).click();
  await page.waitForURL((url) => url.pathname === `/requests/${id}`);
  expect((await requestOf(page, id)).draft?.basket.map(({ slug }) => slug)).toEqual(['kerbside-bay-sensor-events']);
  await page.getByRole('link', { name: /^Basket/ }).waitFor({ state: 'detached' });
  await context.close();
}, 60_000);
