import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser?.close());

test('a real browser draws, runs scripts and finds what people read', async () => {
  const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
  await page.setContent('<h1 style="color:rgb(11,107,79)">Wayleave</h1><script>document.title = 6 * 7</script>');
  expect(await page.title()).toBe('42');
  expect(await page.getByRole('heading', { name: 'Wayleave' }).isVisible()).toBe(true);
  const picture = await page.screenshot();
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  await page.close();
});
