import { describe, expect, it } from '@jest/globals';
import { addDays } from '#kernel';
import {
  defaultQuestionSet,
  faultsOfAnswers,
  highestLane,
  missingAnswers,
  screenedLane,
  type Lane,
  type QuestionSet,
} from '#sharing/domain';
import { columnsOf } from '../columns.ts';
import { shelves } from '../datasets/index.ts';
import { organisations } from '../organisations.ts';
import { ellermouthQuestions } from '../own-questions.ts';
import { people } from '../people.ts';
import { stories as told } from './index.ts';
import { wishedColumns, type Story } from './story.ts';

const today = '2026-11-23';
const stories = told((days) => addDays(today, days));
const cases = stories.map((story) => [story.key, story] as const);
const datasets = new Map(
  shelves.flatMap(({ organisation, datasets: shelved }) =>
    shelved.map((dataset) => [dataset.key, { ...dataset, organisation }] as const),
  ),
);
const ownSet: QuestionSet = { id: 'own', version: 1, ...ellermouthQuestions };

const acts = ({ steps }: Story, name: string) =>
  steps.filter(({ act }) => act.does === name || (act.does === 'case-command' && act.command === name));
const is = (story: Story, name: string): boolean => acts(story, name).length > 0;
const owners = ({ basket }: Story): (string | undefined)[] =>
  basket.map(({ dataset }) => datasets.get(dataset)?.organisation);
const setsOf = (story: Story): QuestionSet[] =>
  owners(story).includes('ellermouth') ? [defaultQuestionSet, ownSet] : [defaultQuestionSet];

const laneOfSensitivity: Readonly<Record<string, Lane>> = { personal: 'B', 'special-category': 'C' };
function laneOf({ answers, basket }: Story): Lane {
  const wished = basket.flatMap(({ dataset, columns = '' }) => {
    const known = columnsOf(datasets.get(dataset)?.columns ?? '');
    return wishedColumns(columns).map(([name]) => known.find((column) => column.name === name)?.sensitivity ?? 'none');
  });
  return highestLane(screenedLane(answers), ...wished.map((sensitivity) => laneOfSensitivity[sensitivity] ?? 'A'));
}
/** As they stand after the last submission. */
const answersOf = ({ answers, steps }: Story): Story['answers'] =>
  steps.reduce((all, { act }) => (act.does === 'resubmit' ? { ...all, ...act.answers } : all), answers);
const asked = (story: Story) => ({ answers: answersOf(story), lane: laneOf(story) });

describe('requests of the demonstration', () => {
  it('are thirty or more, each with its own key and title', () => {
    expect(stories.length).toBeGreaterThanOrEqual(30);
    expect(new Set(stories.map(({ key }) => key)).size).toBe(stories.length);
    expect(new Set(stories.map(({ answers }) => answers['title'])).size).toBe(stories.length);
  });

  it.each(cases)('%s is asked by a member, for datasets and columns that are there', (_, story) => {
    const person = people.find(({ key }) => key === story.by);
    expect(person?.organisation).toBe(story.organisation);
    expect(organisations.some(({ key }) => key === story.organisation) || story.organisation === undefined).toBe(true);
    for (const { dataset, columns = '', fields } of story.basket) {
      const known = columnsOf(datasets.get(dataset)?.columns ?? '').map(({ name }) => name);
      const wished = wishedColumns(columns).map(([name]) => name);
      expect(wished.filter((name) => !known.includes(name))).toEqual([]);
      expect(wished.length > 0 || fields !== undefined).toBe(true);
      expect(['named', 'group']).toContain(datasets.get(dataset)?.access);
    }
  });

  it.each(cases)('%s answers in the shape of the questions', (_, story) => {
    expect(faultsOfAnswers(setsOf(story), answersOf(story), asked(story), 'shape')).toEqual([]);
  });

  it.each(cases.filter(([, story]) => !is(story, 'draft')))('%s could be submitted', (_, story) => {
    expect(faultsOfAnswers(setsOf(story), answersOf(story), asked(story), 'complete')).toEqual([]);
  });

  it.each(cases.filter(([, story]) => is(story, 'advise') || is(story, 'decide')))(
    '%s answers all that an approval needs',
    (_, story) => {
      expect(missingAnswers(setsOf(story), asked(story)).map(({ question }) => question)).toEqual([]);
    },
  );

  it('leave unanswered what a return asks for, so that there is something to answer', () => {
    const returned = stories.find(({ key }) => key === 'kerbwise-free-bays');
    const missing = returned && missingAnswers(setsOf(returned), asked(returned)).map(({ question }) => question);
    expect(missing).toEqual(['less-personal', 're-identification-care', 'compatible']);
  });

  it.each(cases)('%s goes on in order, before today', (_, { steps }) => {
    const moments = steps.map(({ moment: { on, at } }) => `${String(1000 - on)} ${at}`);
    expect([...moments].sort()).toEqual(moments);
    expect(steps.filter(({ moment: { on, at } }) => on < 1 || !/^\d\d:\d\d$/.test(at))).toEqual([]);
  });

  it('have files whose lines fit their page', () => {
    const lines = stories.flatMap(({ attachments = [] }) => attachments.flatMap((attachment) => attachment.lines));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => line.length > 92)).toEqual([]);
  });

  it('are written with typographic quotation marks and without double spaces', () => {
    const texts = stories
      .flatMap((story) => Object.values(answersOf(story)))
      .filter((text) => typeof text === 'string');
    expect(texts.filter((text) => /["']|\s{2}|\s$/.test(text))).toEqual([]);
  });
});
