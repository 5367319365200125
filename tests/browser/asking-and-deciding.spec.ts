import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { awake, beginVisit, open, signIn, signInByLink, type Visit, type Visitor } from './visit.ts';

const title = 'Where vans wait in the evening';
const council = 'Ellermouth City Council';

let visit: Visit;
const visitors: Visitor[] = [];

beforeAll(async () => {
  visit = await beginVisit();
}, 120_000);
afterAll(() => (visit as Visit | undefined)?.end());

/** Somebody with a browser of their own. */
async function browserOf(who: string): Promise<Page> {
  const visitor = await visit.visitor({ viewport: { width: 1280, height: 900 } });
  visitors.push(visitor);
  if (who in visit.product.accounts) await signIn(visitor.page, visit.product.accounts[who]);
  else await signInByLink(visit, visitor.page, `${who}@demo.example`);
  return visitor.page;
}

const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

/** Goes on from a part of the form by its button, which waits until what was typed is saved. */
async function saveAndLeave(page: Page): Promise<void> {
  const here = new URL(page.url()).pathname;
  await page.getByRole('button', { name: /^Save and/ }).click();
  await page.waitForURL((url) => url.pathname !== here);
}

const yesOrNo = (page: Page, question: RegExp, answer: 'Yes' | 'No'): Promise<void> =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

/** The piece of work in the inbox, opened. */
async function openFromInbox(page: Page, whose = 'mine'): Promise<void> {
  await open(page, `/inbox?whose=${whose}`);
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
  await awake(page);
}

/** The panel with the form of one's own step. */
const step = (page: Page): Locator => page.locator('#part-step');

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

const done = (page: Page, words: string): Promise<void> => page.getByText(words).first().waitFor();

async function ask(page: Page): Promise<void> {
  await open(page, '/datasets/kerbside-bay-sensor-events');
  await page.getByRole('link', { name: 'Request access' }).click();
  await page.getByText('is in your basket.').waitFor();
  await open(page, '/datasets/smartcard-journeys');
  await page.getByRole('link', { name: 'Request access' }).click();
  await page.getByText('2 organisations will each decide').waitFor();
  await page.getByRole('link', { name: 'Sign in and begin' }).click();
  await page.getByLabel('E-mail address').fill(visit.product.accounts['requester']?.email ?? '');
  await page.getByLabel('Password').fill(visit.product.accounts['requester']?.password ?? '');
  await press(page, 'Sign in');
  await page.getByRole('button', { name: /Begin (the|a new) request/ }).click();
  await page.waitForURL(/\/requests\/[0-9a-f-]+$/);
}

async function write(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'The data you want' }).click();
  await heading(page, 'The data you want');
  for (const dataset of await page.locator('.dataset-choice').all()) {
    const boxes = dataset.locator('.column-box');
    const sensors = (await dataset.textContent())?.includes('minutes_since_change');
    await boxes.nth(sensors ? 1 : 0).check();
    await boxes.nth(sensors ? 7 : 1).check();
  }
  const request = new URL(page.url()).pathname.replace(/\/data$/, '');
  await saveAndLeave(page);
  await open(page, `${request}/sections/purpose`);
  await page.getByLabel('Give your request a short title').fill(title);
  await page
    .getByLabel('In plain words, what will you do with the data?')
    .fill('Find where vans wait, and offer bays.');
  await saveAndLeave(page);
  await open(page, `${request}/sections/data`);
  await heading(page, 'What is in the data');
  await yesOrNo(page, /living people/, 'Yes');
  await yesOrNo(page, /very private/, 'Yes');
  await yesOrNo(page, /about crimes/, 'No');
  await yesOrNo(page, /under 18/, 'No');
  await yesOrNo(page, /social care or health care/, 'No');
  await saveAndLeave(page);
  await open(page, `${request}/sections/declaration`);
  await yesOrNo(page, /summary is published/, 'Yes');
  await yesOrNo(page, /all that you wrote true/, 'Yes');
  await saveAndLeave(page);
  await open(page, `${request}/check`);
  await heading(page, 'Check your answers');
  await page.getByLabel(/What I say here is true/).check();
  await press(page, 'Submit the request');
  await page.waitForURL(/submitted$/);
  await page
    .getByText(/WL-\d{4}-\d{4}/)
    .first()
    .waitFor();
}

async function returnToRequester(page: Page): Promise<void> {
  await openFromInbox(page);
  await page.locator('summary', { hasText: 'More actions' }).click();
  await press(page, 'Ask for more information');
  await page.getByLabel('About the request as a whole').fill('For which months do you need it?');
  await press(page, 'Send back to the requester');
  await done(page, 'The request is back with the requester.');
}

async function answerAgain(page: Page): Promise<void> {
  await open(page, '/requests');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByText('For which months do you need it?').first().waitFor();
  const request = new URL(page.url()).pathname;
  await open(page, `${request}/sections/purpose`);
  await page
    .getByLabel('In plain words, what will you do with the data?')
    .fill('Find where vans wait from October to March, and offer bays.');
  await saveAndLeave(page);
  await open(page, `${request}/check`);
  await page.getByLabel(/What I say here is true/).check();
  await press(page, 'Send the new answers');
  await page.waitForURL(/submitted$/);
}

async function validate(page: Page): Promise<void> {
  await openFromInbox(page);
  await press(page, 'It is complete');
  await done(page, 'The request is marked as complete.');
}

async function advise(page: Page, verdict: string, words: string): Promise<void> {
  await openFromInbox(page);
  await step(page).getByLabel(verdict, { exact: true }).check();
  await page.getByLabel('Your advice, and why').fill(words);
  await press(page, 'Give this advice');
  await done(page, 'Your advice is given.');
}

async function accept(page: Page): Promise<void> {
  await openFromInbox(page);
  await page.getByLabel('Why can the risk be accepted?').fill('Small once times are in bands.');
  await press(page, 'Accept the risk');
  await done(page, 'The risk is accepted.');
}

/** Chooses in a list by the code of a choice, or by its place. */
const choose = async (page: Page, label: RegExp, choice: string | { index: number }): Promise<void> => {
  await page.getByLabel(label).selectOption(choice);
};

async function decideInPart(page: Page): Promise<void> {
  await openFromInbox(page);
  await step(page).getByLabel('Approve', { exact: true }).check();
  const columns = step(page).locator('.decide-columns input[type=checkbox]');
  await columns.nth(0).check();
  await columns.nth(1).check();
  await step(page).locator('.decide-columns select').nth(1).selectOption({ label: 'In bands' });
  await page.getByLabel('Reasons', { exact: true }).fill('Less traffic, and nobody can be known from bands.');
  await press(page, 'Put the decision on record');
  // What the lane needs is asked for beside its fields, and nothing typed is lost.
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel(/Why you decide otherwise/).fill('The concern is met by the bands.');
  await choose(page, /Lawful basis on which you give it/, 'public-task');
  await choose(page, /Lawful basis on which they use it/, 'legitimate-interests');
  await choose(page, /Condition of article 9/, 'substantial-public-interest');
  await choose(page, /Screening for an impact assessment/, 'needed');
  await choose(page, /Risk that remains/, 'low');
  await page.getByLabel(/Your legal power to share/).fill('Road Traffic Regulation Act 1984, section 122');
  await page.getByLabel(/Duty of confidence/).fill('No duty of confidence attaches to counts in bands.');
  await press(page, 'Put the decision on record');
  await done(page, 'Your decision is on record.');
}

/** An owner refuses at any stage: the work that waits is still the steward's. */
async function refuseWithGround(page: Page): Promise<void> {
  await openFromInbox(page, 'team');
  await page.locator('summary', { hasText: 'More actions' }).click();
  await press(page, 'Refuse the whole request');
  await choose(page, /Ground of the refusal/, { index: 1 });
  await page
    .getByLabel(/^Reasons/)
    .last()
    .fill('Journeys of single cards tell who somebody is.');
  await press(page, 'Refuse the request');
  await done(page, 'The request is refused.');
}

async function takeForms(page: Page): Promise<void> {
  await press(page, 'Take the columns in this form');
  await page.getByRole('dialog').getByRole('button', { name: 'Take the columns in this form' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** The agreement on this request, as soon as it is there. */
async function openAgreement(page: Page): Promise<void> {
  const line = page.getByRole('link', { name: title, exact: true });
  for (;;) {
    await open(page, '/agreements');
    await page.locator('.request-list, .empty').first().waitFor();
    if ((await line.count()) > 0) break;
  }
  await line.first().click();
  await heading(page, title);
  await page.locator('.case-timeline').waitFor();
}

/** Takes a step of the agreement: its button, and the same button of the question before it. */
async function take(page: Page, name: string, reason?: string): Promise<void> {
  await press(page, name);
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel('Why', { exact: true }).fill(reason);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function sendTerms(page: Page): Promise<void> {
  await openAgreement(page);
  await press(page, 'Set how exactly');
  await page.getByLabel('Width of a band').fill('30');
  await press(page, 'Set it');
  await page.getByRole('cell', { name: 'In bands: in bands of 30' }).waitFor();
  await take(page, 'Send the terms to the recipient');
  await done(page, 'The terms lie before both sides.');
}

async function proposeChange(page: Page): Promise<void> {
  await openAgreement(page);
  await page.getByRole('button', { name: /Propose a change to clause \d+, Audit/ }).click();
  await page.getByLabel('What the clause is to say').fill('The provider may ask after an incident.');
  await press(page, 'Send the proposal');
  // Without a reason it is refused, and what was typed is still there.
  await done(page, 'Say why: the other side reads it.');
  await page.getByLabel('Why', { exact: true }).fill('We are four people.');
  await press(page, 'Send the proposal');
  await done(page, 'It waits for the other side.');
}

async function acceptAndFreeze(page: Page): Promise<void> {
  await openAgreement(page);
  await page.getByRole('link', { name: /A change is proposed to clause \d+, Audit/ }).click();
  await press(page, 'Accept the change');
  await page.locator('.clause-proposal').waitFor({ state: 'detached' });
  await take(page, 'Ask for signatures');
  await done(page, 'It waits for the signature of');
}

async function sign(page: Page): Promise<void> {
  await openAgreement(page);
  await take(page, 'Sign the agreement');
}

/** What was permitted, as it comes into the hands of whoever asked. */
async function download(page: Page): Promise<{ readonly text: string; readonly href: string }> {
  const card = page.locator('.case-card', { hasText: 'in bands of 30' });
  do await open(page, '/permissions');
  while ((await card.getByText('Ready').count()) === 0);
  await card.getByLabel('I have read the terms and keep to them').check();
  await card.getByRole('button', { name: 'Accept the terms' }).click();
  const link = card.getByRole('link', { name: /^Download the file/ });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { text: Buffer.concat(chunks).toString('utf8'), href: (await link.getAttribute('href')) ?? '' };
}

/** Whether the map has a line for what was agreed. */
async function drawnOnMap(page: Page): Promise<boolean> {
  await open(page, '/map');
  await page.getByRole('heading', { name: 'The same as a table' }).waitFor();
  return (await page.getByRole('link', { name: title, exact: true }).count()) > 0;
}

/** Everybody reads it in the register and on the map; a board reads how it came about. */
async function account(board: Page, anybody: Page): Promise<void> {
  expect(await drawnOnMap(anybody)).toBe(true);
  await open(anybody, '/register');
  await anybody.getByRole('link', { name: title, exact: true }).click();
  await anybody.getByText('Came into force').waitFor();
  await open(board, '/governance?kind=agreement&organisation=ellermouth-city-council');
  const row = board.locator('tr', { hasText: title });
  const told = (await row.locator('strong').allTextContents()).map((text) => text.trim());
  for (const sentence of ['In force', 'Signed for the provider', 'A clause was changed', 'Terms sent to the recipient'])
    expect(told).toContain(sentence);
  await open(board, '/governance?kind=permission');
  await board.locator('tr', { hasText: 'Downloaded' }).first().waitFor();
}

test('find, ask two owners, answer once more, check, advise, accept, decide in part; agree, sign, download, revoke', async () => {
  const asking = await visit.visitor({ viewport: { width: 1280, height: 900 } });
  visitors.push(asking);
  const requester = asking.page;
  await ask(requester);
  await write(requester);
  const steward = await browserOf('steward');
  await returnToRequester(steward);
  await answerAgain(requester);
  await validate(steward);
  await advise(await browserOf('dpo'), 'Supports it on conditions', 'With times in bands.');
  await advise(await browserOf('l.marchbank'), 'Objects', 'The power does not reach so far.');
  await accept(await browserOf('siro'));
  const owner = await browserOf('owner');
  await decideInPart(owner);
  await refuseWithGround(await browserOf('d.sorley'));
  await open(requester, '/requests');
  await requester.getByRole('link', { name: title }).first().click();
  await requester.getByRole('heading', { name: 'Who decides' }).waitFor();
  const cards = await requester.locator('.case-card').allTextContents();
  const card = (name: string): string => cards.find((text) => text.includes(name))?.replace(/\s+/g, ' ') ?? '';
  expect(card(council)).toContain('Approved in part');
  expect(card(council)).toContain('In bands');
  expect(card(council)).not.toContain('The power does not reach so far.');
  expect(card('Ellerway')).toContain('Refused');
  expect(card('Ellerway')).toContain('Journeys of single cards tell who somebody is.');
  expect(card('Ellerway')).toContain('ask for a review');

  await takeForms(requester);
  await sendTerms(owner);
  await proposeChange(requester);
  await acceptAndFreeze(owner);
  await sign(await browserOf('signatory'));
  await sign(requester);
  await done(requester, 'It is in force.');
  const { text, href } = await download(requester);
  const [columns, ...rows] = text.trimEnd().split('\n');
  expect(columns).toBe('bay_id,minutes_since_change');
  expect(rows).toHaveLength(480);
  expect(rows.filter((row) => !/^KB-\d{4},\d+ to under \d+$/.test(row))).toEqual([]);
  await account(await browserOf('board'), requester);
  await openAgreement(owner);
  await take(owner, 'End it for good', 'The terms were broken.');
  await done(owner, 'Ended by the owner.');
  expect((await requester.request.get(`${visit.product.address}${href}`)).status()).toBe(403);
  await open(requester, '/permissions');
  await done(requester, 'Ended by the owner');
  expect(await drawnOnMap(requester)).toBe(false);
  expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const { context } of visitors) await context.close();
  const printed = await visit.product.operate('verify');
  expect(printed).toMatch(/equal|nothing/i);
}, 400_000);
