import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginVisit, open, type Visit } from './visit.ts';

const built = fileURLToPath(new URL('../../dist/web/browser', import.meta.url));
const mostScript = 130_000;
const publicPages = [
  '/',
  '/datasets',
  '/datasets/air-quality-hourly-means',
  '/organisations/ellermouth-city-council',
  '/organisations/ellermouth-harbour-conservancy',
  '/register',
  '/map',
  '/help',
];

let visit: Visit;
beforeAll(async () => {
  visit = await beginVisit();
}, 120_000);
afterAll(() => (visit as Visit | undefined)?.end());

test.each(publicPages)('%s needs at most 130 kB of script, compressed, and brings none in the page', async (path) => {
  const { context, page, complaints } = await visit.visitor();
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.add(new URL(response.url()).pathname);
  });
  await open(page, path);
  await page.waitForLoadState('networkidle');
  const bytes = [...scripts].map((script) => gzipSync(readFileSync(join(built, script)), { level: 9 }).length);
  expect(scripts.size).toBeGreaterThan(0);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(mostScript);
  // Inline code and inline styles would break the content security policy.
  const inline =
    'script:not([src]):not([type="application/json"]):not([type="application/ld+json"]), style, [style], [onclick]';
  expect(await page.locator(inline).count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test.each(publicPages)('%s is painted within a second and nothing moves afterwards', async (path) => {
  const { context, page } = await visit.visitor({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => {
    const seen = { shift: 0, paint: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.paint = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await open(page, path); // the first time compiles; the second is what is measured
  await open(page, path);
  await page.waitForLoadState('networkidle');
  const { shift, paint } = await page.evaluate(
    () => (globalThis as unknown as { seen: { shift: number; paint: number } }).seen,
  );
  expect(shift).toBeLessThan(0.005);
  expect(paint).toBeGreaterThan(0);
  expect(paint).toBeLessThan(1000);
  await context.close();
});
