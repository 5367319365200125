import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { awake, beginVisit, expectSoon, open, signIn, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await beginVisit();
}, 120_000);
afterAll(() => (visit as Visit | undefined)?.end());

const slug = 'car-park-occupancy';
const form = (name: string): string => `/datasets/${name}/edit?for=ellermouth-city-council`;

async function steward(next = '/') {
  const visitor = await visit.visitor();
  await signIn(visitor.page, visit.product.accounts['steward'], next);
  return visitor;
}

async function openForm(page: Page, name: string): Promise<void> {
  await open(page, form(name));
  await page.getByRole('heading', { level: 1, name: 'Edit the description' }).waitFor();
}

const save = (page: Page) => page.getByRole('button', { name: 'Save changes' });

test('a wrong password says no more than that, and takes the focus to what is wrong', async () => {
  const { context, page } = await visit.visitor();
  await open(page, '/sign-in');
  await page.getByLabel('E-mail address').fill('steward@demo.example');
  await page.getByLabel('Password').fill('not this');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The e-mail address or the password is not right').waitFor();
  await page.waitForFunction(() => document.activeElement?.classList.contains('error-summary'));
  await context.close();
});

test('signing in never leads to another site', async () => {
  const { context, page } = await visit.visitor();
  await open(page, '/sign-in?next=//example.org/');
  await page.getByLabel('E-mail address').fill('steward@demo.example');
  await page.getByLabel('Password').fill(visit.product.accounts['steward']?.password ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${visit.product.address}/`);
  await context.close();
});

test('a steward edits a dataset and sees the change in its history', async () => {
  const { context, page, complaints } = await steward(`/datasets/${slug}`);
  await awake(page);
  await page.getByRole('link', { name: 'Edit the description' }).click();
  await page.getByLabel('Summary', { exact: true }).fill('Spaces free in nine car parks, every half hour.');
  await page.getByRole('button', { name: 'Add a column' }).click();
  await page.getByLabel('Name in the file').last().fill('height_limit');
  await page.getByLabel('Unit').last().fill('m');
  await save(page).click();
  await page.getByText('The changes are saved.').waitFor();
  await page.getByText('Spaces free in nine car parks, every half hour.').waitFor();
  await page
    .getByRole('cell', { name: 'height_limit' })
    .or(page.getByRole('rowheader', { name: 'height_limit' }))
    .waitFor();
  await page.getByRole('link', { name: 'History' }).click();
  await page.getByRole('cell', { name: 'Spaces free in nine car parks, every half hour.' }).first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('a fault is shown beside its field and in a summary that takes the focus and leads to it', async () => {
  const { context, page } = await steward();
  await openForm(page, slug);
  await page.getByLabel('Title', { exact: true }).first().fill('');
  await page.getByLabel('E-mail address').fill('not an address');
  await save(page).click();
  await page.waitForFunction(() => document.activeElement?.classList.contains('error-summary'));
  const link = page.getByRole('alert').getByRole('link', { name: /Contact/ });
  await link.click();
  await expectSoon(() => page.evaluate(() => document.activeElement?.id), 'contact-email');
  expect(await page.locator('#contact-email').getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('#title-error').textContent()).toContain('title');
  await page.getByRole('button', { name: 'Discard my changes' }).click();
  await page.getByText('Nothing changed yet').waitFor();
  await context.close();
}, 60_000);

test('somebody saved first: what was typed stays, theirs is shown beside it, and both can be kept', async () => {
  const [one, other] = [await steward(), await steward()];
  await openForm(one.page, 'roadworks-permits');
  await openForm(other.page, 'roadworks-permits');
  await other.page.getByLabel('Summary', { exact: true }).fill('Theirs: works on the streets.');
  await other.page.getByLabel('Charge').fill('Free');
  await save(other.page).click();
  await other.page.getByText('The changes are saved.').waitFor();

  await one.page.getByLabel('Summary', { exact: true }).fill('Mine: works in the city.');
  await save(one.page).click();
  await one.page.getByText('Somebody saved this dataset while you were typing').waitFor();
  await expectSoon(() => one.page.getByLabel('Summary', { exact: true }).inputValue(), 'Mine: works in the city.');
  await expectSoon(() => one.page.getByLabel('Charge').inputValue(), 'Free');
  await one.page.getByRole('cell', { name: /Theirs: works on the streets\./ }).waitFor();
  await save(one.page).click();
  await one.page.getByText('The changes are saved.').waitFor();
  await one.page.getByText('Mine: works in the city.').waitFor();
  await one.page.getByText('Free', { exact: true }).waitFor();
  await Promise.all([one.context.close(), other.context.close()]);
}, 60_000);

test('what was typed outlives a closed window, and leaving asks first', async () => {
  const { context, page } = await steward();
  await openForm(page, 'street-lights');
  await page.getByLabel('Summary', { exact: true }).fill('Typed and not saved');
  await page.getByText('Kept in this browser until you save.').waitFor();
  await page.getByRole('link', { name: 'Organisations' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
  await expectSoon(() => page.getByLabel('Summary', { exact: true }).inputValue(), 'Typed and not saved');
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await openForm(again, 'street-lights');
  await again.getByRole('button', { name: 'Bring it back' }).click();
  await again.getByText('One field changed, not saved yet').waitFor();
  await expectSoon(() => again.getByLabel('Summary', { exact: true }).inputValue(), 'Typed and not saved');
  await again.getByRole('button', { name: 'Discard my changes' }).click();
  await openForm(again, 'street-lights');
  expect(await again.getByRole('button', { name: 'Bring it back' }).count()).toBe(0);
  await context.close();
}, 60_000);

test('a session that ended is begun again over the page, and nothing typed is lost', async () => {
  const { context, page } = await steward();
  await openForm(page, 'bin-collection-rounds');
  await page.getByLabel('Summary', { exact: true }).fill('Typed before the session ended');
  await context.clearCookies();
  await save(page).click();
  const over = page.getByRole('dialog');
  await over.getByText('Your session has ended').waitFor();
  await over.getByLabel('E-mail address').fill('steward@demo.example');
  await over.getByLabel('Password').fill(visit.product.accounts['steward']?.password ?? '');
  await over.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The changes are saved.').waitFor();
  await page.getByText('Typed before the session ended').waitFor();
  await context.close();
}, 60_000);

test('a new dataset is a draft, is published after a question, and withdrawn with a reason that everybody reads', async () => {
  const { context, page } = await steward();
  await open(page, '/datasets/new?for=ellermouth-city-council');
  await page.getByRole('button', { name: 'Add it as a draft' }).click();
  await page.waitForFunction(() => document.activeElement?.classList.contains('error-summary'));
  await page.getByLabel('Title').fill('Public drinking fountains');
  await page.getByLabel('Summary').fill('Where people can fill a bottle.');
  await page.getByRole('button', { name: 'Add it as a draft' }).click();
  await page.getByText('The draft is there.').waitFor();
  await page.getByLabel('Description', { exact: true }).first().fill('Each row is one fountain.');
  await page.getByLabel('Team or post').fill('Parks team');
  await page.getByLabel('E-mail address').fill('parks@ellermouth.example');
  await page.getByLabel('Licence', { exact: true }).selectOption('ogl-3.0');
  await page.getByLabel('How often it is updated').selectOption('ANNUAL');
  await page.getByLabel('Keywords').fill('water, fountains');
  await page.getByLabel('Last updated').fill('2026-11-01');
  await page.getByLabel('First published').fill('2026-11-01');
  await page.getByLabel('Languages').fill('en');
  await page.getByLabel('Version', { exact: true }).fill('2026');
  await page.getByLabel('Data about people', { exact: true }).selectOption('none');
  await page.getByLabel('Environment').check();
  await page.getByRole('button', { name: 'Add a file or service' }).click();
  await page.locator('#distributions-0-title').fill('Fountains');
  await page.locator('#distributions-0-accessUrl').fill('https://data.ellermouth.example/fountains');
  await save(page).click();
  await page.getByText('The changes are saved.').waitFor();
  const address = new URL(page.url()).pathname;

  const outsider = await visit.visitor();
  expect((await outsider.page.goto(address))?.status()).toBe(404);
  // Who may have it is for the data owner to set; until then it cannot be published, and the steward is told so.
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  const owner = await visit.visitor();
  await signIn(owner.page, visit.product.accounts['owner'], address);
  await awake(owner.page);
  await owner.page.getByRole('button', { name: 'Change who may have it' }).click();
  await owner.page.getByRole('dialog').getByLabel('Anyone', { exact: false }).first().check();
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Set who may have it' }).click();
  await owner.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await owner.context.close();

  await open(page, address);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Withdraw' }).waitFor();
  expect((await outsider.page.goto(address))?.status()).toBe(200);

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Say why: people who follow its address will read it').waitFor();
  await page.getByRole('dialog').getByLabel('Reason').fill('Counted again next year.');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('heading', { name: 'This dataset was withdrawn' }).waitFor();
  await outsider.page.goto(address);
  await outsider.page.getByText('Counted again next year.').waitFor();
  await Promise.all([context.close(), outsider.context.close()]);
}, 120_000);

test('whoever may not edit is told who may', async () => {
  const { context, page } = await visit.visitor();
  await signIn(page, visit.product.accounts['dpo']);
  await open(page, form(slug));
  await page.getByRole('heading', { level: 1, name: 'You cannot edit this dataset' }).waitFor();
  await page.getByText('Editing is for a steward or a data owner of this organisation.').waitFor();
  await context.close();
});

test('the keyboard alone moves a column and saves', async () => {
  const { context, page } = await steward();
  await openForm(page, 'street-lights');
  const names = () => page.locator('wl-column-editor summary code').allTextContents();
  const before = await names();
  await page.locator('#columns-0-down').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'columns-1-down');
  await expectSoon(names, [before[1] ?? '', before[0] ?? '', ...before.slice(2)]);
  await save(page).focus();
  await page.keyboard.press('Enter');
  await page.getByText('The changes are saved.').waitFor();
  await context.close();
}, 60_000);
