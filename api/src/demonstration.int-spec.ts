import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#testing';
import { servesDemonstration } from './demonstration.ts';

const enter = (email: string) =>
  `insert into person values (gen_random_uuid(), 1, 'Somebody', '${email}', false, true, false, '{}', '{}', now())`;

const real = { demonstration: false, host: '0.0.0.0' };
const shown = { demonstration: true, host: '127.0.0.1' };

let spec: TestDatabase;
beforeAll(async () => {
  spec = await testDatabase();
});
afterAll(() => spec.close());

describe('the API at its start', () => {
  test('takes a database of real people for what it is, whatever is set', async () => {
    await (await spec.owner()).rows(enter('ada@council.example'));
    expect(await servesDemonstration(spec.database, real)).toBe(false);
    expect(await servesDemonstration(spec.database, shown)).toBe(false);
  });

  test('shows the demonstration to this machine alone, and never as a real installation', async () => {
    await (await spec.owner()).rows(enter('Owner@demo.example'));
    expect(await servesDemonstration(spec.database, shown)).toBe(true);
    await expect(servesDemonstration(spec.database, real)).rejects.toThrow(
      /^WAYLEAVE_DEMONSTRATION is no, but the database holds the demonstration, whose passwords are public/,
    );
    await expect(servesDemonstration(spec.database, { ...shown, host: '0.0.0.0' })).rejects.toThrow(
      'WAYLEAVE_HOST must be 127.0.0.1',
    );
  });
});
