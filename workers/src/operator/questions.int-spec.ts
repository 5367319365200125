import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemClock } from '#platform/observability';
import { QuestionSets } from '#sharing/server';
import { testDatabase, type TestDatabase } from '#testing';
import { compose } from '../composition.ts';
import type { OperatorCommand, OperatorContext } from './context.ts';
import { organisation } from './organisation.ts';
import { questions } from './questions.ts';
import { verify } from './verify.ts';

const example = resolve(import.meta.dirname, '../../../docs/examples/own-questions.json');

let spec: TestDatabase;
let folder: string;
let context: OperatorContext;
let said: string[] = [];
let complained: string[] = [];

beforeAll(async () => {
  spec = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'wayleave-questions-'));
  context = {
    database: spec.database,
    door: compose(spec.database, systemClock).door,
    clock: systemClock,
    print: (line: string) => void said.push(line),
    complain: (line: string) => void complained.push(line),
  } as unknown as OperatorContext;
  expect(await run(organisation, 'create', '--name', 'Exchester City Council', '--kind', 'council')).toBe(0);
});
afterAll(async () => {
  await spec.close();
  await rm(folder, { recursive: true });
});

async function run(command: OperatorCommand, ...words: readonly string[]): Promise<number> {
  [said, complained] = [[], []];
  return command(words, context);
}

const council = ['--organisation', 'exchester-city-council'];
async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}
const inDatabase = () => new QuestionSets(spec.database).find('exchester-city-council');

describe('what is wrong is said, and nothing is kept', () => {
  test('of the file, by its path', async () => {
    const slip = (await readFile(example, 'utf8'))
      .replace('"own-credit"', '"title"')
      .replace('"has": "everybody"', '"has": "all"');
    const path = await file('slip.json', slip);
    for (const call of [
      ['check', path],
      ['publish', path, ...council],
    ]) {
      expect(await run(questions, ...call)).toBe(1);
      expect(complained).toEqual([
        'sections[0].questions[1].id: Begin this id with own-.',
        'sections[0].questions[1].id: Another question has the id title: choose another.',
        'sections[0].questions[1].when.any[1]: No answer to own-audience (choices) can be that.',
        '3 faults: this cannot be published.',
      ]);
    }
    expect(await inDatabase()).toBeUndefined();
  });

  test('of the call', async () => {
    expect(await run(questions)).toBe(2);
    expect(await run(questions, 'check')).toBe(2);
    expect(await run(questions, 'publish', example)).toBe(2);
    expect(await run(questions, 'publish', example, '--owner', 'x')).toBe(2);
    expect(await run(questions, 'check', join(folder, 'none.json'))).toBe(1);
    expect(complained[0]).toMatch(/^There is no file /);
    expect(await run(questions, 'check', await file('broken.json', '{'))).toBe(1);
    expect(complained[0]).toMatch(/^This is no JSON: /);
    expect(await run(questions, 'publish', example, '--organisation', 'nobody')).toBe(1);
    expect(complained).toEqual(['There is no organisation nobody. “organisation list” shows them all.']);
  });
});

test('the example is checked, published, and published once more without a new version', async () => {
  expect(await run(questions, 'check', example)).toBe(0);
  expect(said).toEqual(['Questions of the council: 6 questions in 2 sections. They can be published.']);
  expect(await inDatabase()).toBeUndefined();
  expect(await run(questions, 'publish', example, ...council)).toBe(0);
  expect(said).toEqual(['Exchester City Council asks 6 questions in 2 sections from now on: version 1.']);
  const { title, sections } = JSON.parse(await readFile(example, 'utf8')) as { title: string; sections: object[] };
  expect(await inDatabase()).toMatchObject({ version: 1, title, sections });
  expect(await run(questions, 'publish', example, ...council)).toBe(0);
  expect(said).toEqual(['Exchester City Council asks just this already: version 1 stays.']);
  const changed = (await readFile(example, 'utf8')).replace('Insurance', 'Being insured');
  expect(await run(questions, 'publish', await file('changed.json', changed), ...council)).toBe(0);
  expect((await inDatabase())?.version).toBe(2);
  expect(await run(verify)).toBe(0);
});
