import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uuidv7 } from '#kernel';
import { organisationAggregate } from '#organisations/server';
import { questionSet } from '#sharing/contracts';
import { defaultQuestionSet, type OwnQuestions } from '#sharing/domain';
import { publishQuestionSet, QuestionSets } from '#sharing/server';
import { testDatabase, type TestDatabase } from '#testing';
import { QuestionSetsController } from '../../api/src/features/sharing/question-sets.controller.ts';
import { AuthenticationModule } from '../../api/src/http/authentication/index.ts';
import { callOf, People, StandingClock } from './people.ts';
import { smallApp } from './small-app.ts';

@Module({})
class QuestionsOnly {}

const operator = { kind: 'machine', name: 'operator-command-line' } as const;
const asking = (label: string): OwnQuestions => ({
  title: 'Our questions',
  sections: [{ id: 'own-a', title: 'A', questions: [{ id: 'own-q', kind: 'text', label }] }],
});

let files: TestDatabase;
let app: NestFastifyApplication;
let council: string;

beforeAll(async () => {
  files = await testDatabase();
  const clock = new StandingClock();
  const { door } = new People(files.database, clock);
  const parts = { database: files.database, door, clock };
  app = await smallApp([
    AuthenticationModule.with({ ...parts, publicUrl: 'http://127.0.0.1:8080' }),
    {
      module: QuestionsOnly,
      controllers: [QuestionSetsController],
      providers: [{ provide: QuestionSets, useValue: new QuestionSets(files.database) }],
    },
  ]);
  council = uuidv7(clock.now().getTime());
  const profile = { name: 'Exchester City Council' };
  const register = { type: 'register-organisation', id: council, slug: 'exchester', kind: 'council', profile };
  await door.execute(organisationAggregate, operator, { id: council, command: { ...register, standing: 'member' } });
  for (const label of ['First?', 'Second?']) {
    await publishQuestionSet(parts, operator, { organisation: council, definition: asking(label) });
  }
});
afterAll(async () => {
  await app.close();
  await files.close();
});

const read = (path: string) => callOf(app, 'GET', `/api/v1/question-sets/${path}`);

describe('anyone reads', () => {
  test('the default set', async () => {
    const answer = await read('default');
    expect(answer.status).toBe(200);
    expect(questionSet.parse(answer.body)).toEqual(defaultQuestionSet);
  });

  test('an organisation’s own, by id or slug, each version', async () => {
    for (const [path, version, label] of [
      [council, 2, 'Second?'],
      ['exchester', 2, 'Second?'],
      ['exchester?version=1', 1, 'First?'],
      [`${council}?version=2`, 2, 'Second?'],
    ] as const) {
      const set = questionSet.parse((await read(path)).body);
      expect(set).toEqual({ id: council, version, ...asking(label) });
    }
  });

  test.each(['nobody', 'exchester?version=3', 'default?version=2', uuidv7(0)])('nothing at %s', async (path) => {
    expect((await read(path)).status).toBe(404);
  });

  test.each(['one', '0', '1.5', '99999999999'])('no version %s', async (version) => {
    expect((await read(`exchester?version=${version}`)).status).toBe(400);
  });
});
