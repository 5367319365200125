import { expect, test } from '@jest/globals';
import { askedExample, draftExample } from '../../../testing/request-example.ts';
import { requestPageTexts } from './command-texts.ts';
import { tasksOf } from './tasks-of.ts';

const t = requestPageTexts.en;
const section = (id: string, code: string, missing = 0, missingToApprove = 0) => ({
  ...{ id, title: id, state: { code, label: code }, answered: 1, asked: 3 },
  ...{ missing, missingToApprove },
});

test('lists the parts in order, without sections that are not needed', () => {
  const sections = [
    section('purpose', 'in-progress', 1, 2),
    section('law', 'not-needed'),
    section('safety', 'complete'),
  ];
  const tasks = tasksOf(t, draftExample({ sections }));
  expect(tasks.map(({ path }) => path)).toEqual(['data', 'sections/purpose', 'sections/safety', 'people', 'check']);
  expect(tasks[1]?.note).toBe('1 answer needed to submit, 2 answers an owner will need');
  expect(tasks[2]?.note).toBeUndefined();
});

test.each([
  ['nothing in it', [], 'not-started'],
  ['all said', [askedExample()], 'complete'],
  ['no column chosen', [askedExample(), askedExample({ columns: [] })], 'in-progress'],
  ['one that cannot be asked for', [askedExample({ requestable: false })], 'in-progress'],
])('data with %s', (_, basket, state) => expect(tasksOf(t, draftExample({ basket }))[0]?.state.code).toBe(state));

test('the check says how much is missing, and whom it is for', () => {
  const toSubmit = [{ field: 'answers.title', code: 'x', message: 'Answer this' }];
  expect(tasksOf(t, draftExample({ toSubmit })).at(-1)?.state.label).toBe('1 thing is missing');
  const returnedCases = [{ id: 'c', organisation: draftExample().owners[0]!.organisation }];
  expect(tasksOf(t, draftExample({ returnedCases })).at(-1)).toMatchObject({
    title: t.checkAgain,
    state: { code: 'complete', label: 'Ready' },
  });
});
