import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { golden } from '#testing/golden';
import { describeApi } from '../../api/src/http/openapi/openapi.ts';
import { wholeApp, type WholeApp } from './whole-app.ts';

let whole: WholeApp;
beforeAll(async () => {
  whole = await wholeApp();
}, 60_000);
afterAll(() => whole.close());

const described = () => JSON.parse(JSON.stringify(describeApi(whole.app))) as Description;

interface Description {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { readonly responses: object; readonly requestBody?: object }>>;
  readonly components: { readonly schemas: Record<string, object> };
}

/** Keys in order, so that the order in which modules are put together is no change. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}

describe('the description of the HTTP surface', () => {
  test('is the one that was read and committed (UPDATE_GOLDENS=1 approves what it is now)', () => {
    const text = `${JSON.stringify(ordered(described()), null, 2)}\n`;
    expect(text).toBe(golden('api/openapi.json', text));
  });

  test('names the routes that others rely on', () => {
    const { paths } = described();
    for (const [path, ...methods] of [
      ['/api/v1/session', 'get', 'post', 'delete'],
      ['/api/v1/organisations', 'get'],
      ['/api/v1/datasets', 'get', 'post'],
      ['/api/v1/datasets/{id}', 'get'],
      ['/api/v1/requests', 'get', 'post'],
      ['/api/v1/requests/{id}', 'get', 'patch'],
      ['/api/v1/requests/{id}/commands/submit', 'post'],
      ['/api/v1/requests/{id}/cases/{case}/commands/decide', 'post'],
      ['/api/v1/inbox', 'get'],
      ['/api/v1/question-sets/{id}', 'get'],
      ['/api/v1/notices', 'get'],
    ] as const)
      expect({ path, methods: Object.keys(paths[path] ?? {}) }).toEqual({
        path,
        methods: expect.arrayContaining([...methods]),
      });
  });

  test('every reference leads to a schema that stands there', () => {
    const whole = described();
    const names = [...JSON.stringify(whole).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !(name in whole.components.schemas))).toEqual([]);
  });

  test('every change that takes a body describes it', () => {
    const without = Object.entries(described().paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method, { requestBody }]) => method === 'post' && requestBody === undefined)
        .map(() => path),
    );
    expect(without).toEqual([]);
  });

  test('is what the running service gives', async () => {
    const answer = await whole.app.inject({ method: 'GET', url: '/api/openapi.json' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(described());
  });
});
