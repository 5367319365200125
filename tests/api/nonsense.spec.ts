import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { describeApi } from '../../api/src/http/openapi/openapi.ts';
import { callOf, password, People, type Method } from './people.ts';
import { publicUrl, wholeApp, type WholeApp } from './whole-app.ts';

interface Route {
  readonly method: Method;
  readonly path: string;
}

const callsPerRoute = 25;

let whole: WholeApp;
let cookie: string;
let known: string[];
let routes: Route[];

beforeAll(async () => {
  whole = await wholeApp();
  const people = new People(whole.database, whole.clock);
  const council = await people.organisation('ellermouth');
  await people.member(await people.person('steward@demo.example'), council, 'steward', 'owner', 'administrator');
  const body = { email: 'steward@demo.example', password };
  const session = await callOf(whole.app, 'POST', '/api/v1/session', { body });
  cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
  const description = { title: 'Street trees' };
  const made = await callOf(whole.app, 'POST', '/api/v1/datasets', {
    body: { actingFor: council, description },
    cookie,
    headers: { origin: publicUrl },
  });
  known = [council, made.body.id as string, made.body.slug as string, 'ellermouth'];
  const described = Object.entries(describeApi(whole.app).paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase() as Method, path })),
  );
  const others = ['/robots.txt', '/sitemap.xml', '/sitemaps/datasets-{file}.xml', '/api/{rest}', '/{rest}'];
  routes = [...described, ...others.map((path) => ({ method: 'GET' as Method, path }))];
}, 60_000);

afterAll(() => whole.close());

/** Text of the kinds that break things: NUL, lone surrogates, quotes, wildcards, signs of other languages, very long. */
const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    "';drop table dataset;--",
    '%',
    '\\',
    '{}',
    '[]',
    '../../etc/passwd',
    '-1',
    '1e999',
  ),
  fc.constantFrom('9999999999999999999999', 'NaN', 'null', 'true', '__proto__', 'constructor', 'a'.repeat(5000)),
);

const text = (): fc.Arbitrary<string> => fc.oneof({ weight: 2, arbitrary: nastyText }, fc.constantFrom(...known));

const names = [
  'revision',
  'actingFor',
  'description',
  'title',
  'columns',
  'owners',
  'access',
  'email',
  'password',
  'token',
  'reason',
  'roles',
];

function anyJson(depth: number): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(text(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom(...known));
  if (depth === 0) return leaf;
  const inner = anyJson(depth - 1);
  return fc.oneof(
    leaf,
    fc.array(inner, { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), nastyText), inner, { maxKeys: 8 }),
  );
}

/** Bodies that get past the contract often enough to try what lies behind it. */
const nearlyRight = (): fc.Arbitrary<object> =>
  fc.record({
    revision: fc.oneof(fc.constantFrom(0, 1, 2, 2 ** 31, -1), fc.integer()),
    actingFor: fc.constantFrom(known[0]),
    description: fc.record(
      {
        title: text(),
        description: text(),
        keywords: fc.array(text(), { maxLength: 3 }),
        columns: fc.array(fc.record({ name: text(), type: text() }), { maxLength: 3 }),
        bytes: fc.double(),
      },
      { requiredKeys: ['title'] },
    ),
    reason: text(),
    access: fc.constantFrom('open', 'closed', 'nobody'),
    owners: fc.array(fc.constantFrom(...known), { maxLength: 3 }),
    email: text(),
    password: text(),
  });

const encoded = (value: string): string => {
  try {
    return encodeURIComponent(value);
  } catch {
    return '%ED%A0%80';
  }
};

test('whatever a client sends to any route, the answer is never a fault of the server', async () => {
  expect(routes.length).toBeGreaterThan(15);
  for (const { method, path } of routes) {
    const given = fc.record({
      parts: fc.array(text(), { minLength: 4, maxLength: 4 }),
      query: fc.dictionary(
        fc.constantFrom('q', 'page', 'size', 'sort', 'theme', 'before', 'distribution', 'publisher'),
        text(),
      ),
      body: fc.oneof(anyJson(3), nearlyRight()),
      signedIn: fc.boolean(),
      key: fc.option(fc.constantFrom('one', 'two', 'x'.repeat(300)), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ parts, query, body, signedIn, key }) => {
        let next = 0;
        const address = path.replace(/\{[^}]+\}/g, () => encoded(parts[next++] ?? ''));
        const search = Object.entries(query).map(([name, value]) => `${name}=${encoded(value)}`);
        const answer = await callOf(whole.app, method, `${address}?${search.join('&')}`, {
          ...(method === 'GET' ? {} : { body: body as object }),
          ...(signedIn && { cookie }),
          headers: { origin: publicUrl, ...(key === undefined ? {} : { 'idempotency-key': key }) },
        });
        if (answer.status >= 500)
          throw new Error(`${answer.status} for ${method} ${address} with ${JSON.stringify(body)}`);
        expect(JSON.stringify(answer.body ?? '')).not.toMatch(/node_modules|at Object\./);
      }),
      { numRuns: callsPerRoute },
    );
  }
}, 120_000);
