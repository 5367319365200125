import { isDeepStrictEqual } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './chromium.ts';
import { startProduct, type Account, type Product } from './product.ts';

/** A browser in front of the running product. */
export interface Visit {
  readonly product: Product;
  readonly browser: Browser;
  /** A new visitor, signed in as nobody; what their pages complain of is collected. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  end(): Promise<void>;
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts and of the content security policy. */
  readonly complaints: readonly string[];
}

export async function beginVisit(): Promise<Visit> {
  const [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  return {
    product,
    browser,
    visitor: async (options = {}) => {
      const context = await browser.newContext({ baseURL: product.address, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      return { context, page, complaints: collectComplaints(page) };
    },
    end: async () => {
      await browser.close();
      await product.stop();
    },
  };
}

function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A page that is not found is logged by the browser itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
}

/** Opens a page and waits until the scripts have taken it over. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await awake(page);
}

/** Whether the application runs: until then a press of a button is the form's own. */
export const awake = (page: Page): Promise<unknown> => page.waitForSelector('html[data-awake]', { state: 'attached' });

/**
 * Reads until what is read is as expected: a page is drawn a moment after what changed it.
 * @throws the difference, when that has not come about within twenty seconds
 */
export async function expectSoon<Read>(read: () => Promise<Read>, expected: Read): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const found = await read();
    if (isDeepStrictEqual(found, expected)) return;
    if (Date.now() > until) return expect(found).toEqual(expected);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function signIn(page: Page, account: Account | undefined, next = '/'): Promise<void> {
  if (!account) throw new Error('The demonstration has no such account');
  await open(page, `/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === next.split('?')[0]);
}

/** What axe finds against WCAG 2.2 AA, one line each; none is what we want. */
export async function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // Our pages have no frames: without the page that axe opens to gather theirs it takes half as long.
  const { violations: found, passes } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  if (passes.length === 0) throw new Error(`axe looked at nothing on ${page.url()}`);
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
  );
}

/** Signs in somebody who has no password yet, by the one-time link that the operator makes. */
export async function signInByLink(visit: Visit, page: Page, email: string): Promise<void> {
  const printed = await visit.product.operate('person', 'sign-in-link', email);
  const link = /https?:\/\/\S+/.exec(printed)?.[0];
  if (!link) throw new Error(`No link in: ${printed}`);
  const { pathname, search } = new URL(link);
  await open(page, pathname + search);
  await page.getByLabel('New password').fill('three random words');
  await page.getByRole('button', { name: 'Set the password and sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}
