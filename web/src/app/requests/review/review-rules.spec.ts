import { describe, expect, test } from '@jest/globals';
import { caseCommandBodies } from '#sharing/contracts';
import { caseExample, exampleId } from '../../../testing/case-example.ts';
import { answeredParts } from './answered-parts.ts';
import { commentsOn, emptyReturn, returnBody, withComment } from './comments.ts';
import { daysLook, daysTexts, daysWords } from './days-left.ts';
import { addedTo, mostTexts, ownTextsIn, withoutText, withText, type OwnText } from './own-texts.ts';
import { partsOf } from './parts-of.ts';
import { changesBetween } from './stale-changes.ts';
import { typedIn } from './typing.ts';

describe('comments to the requester', () => {
  const { sections } = caseExample();
  const typed = {
    ...emptyReturn,
    comments: { storage: ' In which country? ', gone: 'Still?', title: 'Shorter', aims: '  ' },
  };

  test('come in the order of the answers, with the words of their questions; blank ones fall out', () => {
    expect(commentsOn(typed, sections)).toEqual([
      { question: 'title', label: 'Title', text: 'Shorter' },
      { question: 'storage', label: 'Where it is kept', text: 'In which country?' },
      { question: 'gone', label: '', text: 'Still?' },
    ]);
  });

  test('are sent with the one on the whole first, under no question', () => {
    const body = returnBody({ ...typed, whole: ' Say more. ', cannotIdentify: true }, sections);
    const parsed = caseCommandBodies.return.parse({ revision: 1, ...body });
    expect(parsed).toMatchObject({ cannotIdentify: true });
    expect(parsed.comments.map(({ question }) => question)).toEqual(['', 'title', 'storage', 'gone']);
    expect(parsed.comments[0]?.text).toBe('Say more.');
  });

  test('are set and taken away one by one', () => {
    const one = withComment(withComment(emptyReturn, 'title', 'a'), 'aims', 'b');
    expect(withComment(one, 'title', undefined).comments).toEqual({ aims: 'b' });
    expect(withComment(one, 'title', 'c').comments).toEqual({ title: 'c', aims: 'b' });
  });
});

test('what was not answered stands apart, and how much of it is needed', () => {
  const file = { id: exampleId(70), name: 'dpia.pdf', bytes: 10, href: '/files/70' };
  const questions = [
    { id: 'a', label: 'A', answer: 'Yes', files: [] },
    { id: 'b', label: 'B', files: [file] },
    { id: 'c', label: 'C', files: [], required: 'to-approve' as const },
    { id: 'd', label: 'D', answer: '', files: [] },
  ];
  const parts = answeredParts({ id: 'law', title: 'Law', questions });
  expect([parts.answered, parts.open].map((some) => some.map(({ id }) => id))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(parts.needed).toBe(1);
});

describe('what somebody else did meanwhile', () => {
  const before = caseExample();
  const event = {
    at: '2026-11-24T10:00:00.000Z',
    sentence: 'Legal advice was given.',
    by: 'Lee',
    kind: 'event',
  } as const;
  const later = { ...event, at: '2026-11-24T11:00:00.000Z', sentence: 'The case was put on hold.' };

  test('is what the timeline has now and had not, the state, and new answers', () => {
    const now = caseExample({
      timeline: [later, event, ...before.timeline],
      state: { code: 'on-hold', label: 'On hold' },
      stage: undefined,
      submission: 2,
    });
    const changes = changesBetween(before, now);
    expect(changes.events.map(({ sentence }) => sentence)).toEqual([event.sentence, later.sentence]);
    expect(changes).toMatchObject({ state: 'On hold', answers: true });
  });

  test('may be nothing that shows', () => {
    expect(changesBetween(before, caseExample({ revision: 8 }))).toEqual({
      events: [],
      state: undefined,
      answers: false,
    });
  });
});

describe('texts of one’s own', () => {
  const reason = (text: string): OwnText => ({ kind: 'reason', text });
  test('stand the newest first, each once and trimmed', () => {
    const texts = withText(withText(withText([], reason('a')), reason('b')), reason(' a '));
    expect(texts.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(withText(texts, reason('  '))).toBe(texts);
    expect(withText(texts, { kind: 'condition', text: 'a' })).toHaveLength(3);
    expect(withoutText(texts, reason('b'))).toEqual([reason('a')]);
  });
  test('are not more than help', () => {
    const many = Array.from({ length: mostTexts }, (_, at) => reason(`t${at}`));
    expect(withText(many, reason('new'))).toHaveLength(mostTexts);
  });
  test.each([
    [null],
    ['x'],
    [[1, null, { kind: 'other', text: 'a' }, { kind: 'reason', text: '' }]],
    [{ kind: 'reason' }],
  ])('read from %j are none', (kept) => expect(ownTextsIn(kept)).toEqual([]));
  test('are put behind what stands there', () => {
    expect(addedTo('', 'a')).toBe('a');
    expect(addedTo('before \n', 'a')).toBe('before\n\na');
  });
});

describe('what was typed before', () => {
  const kept = { shape: 1, at: '2026-11-24T10:00:00.000Z', forms: { return: { whole: 'x' }, bad: 'y' } };
  test('is taken form by form', () => {
    expect(typedIn(kept)).toEqual({ ...kept, forms: { return: { whole: 'x' } } });
  });
  test.each([
    [undefined],
    [null],
    ['x'],
    [[]],
    [{ ...kept, shape: 2 }],
    [{ ...kept, forms: {} }],
    [{ ...kept, at: 1 }],
  ])('%j is nothing of ours', (other) => expect(typedIn(other)).toBeUndefined());
});

describe('time left', () => {
  test.each([
    [-3, '3 working days late', 'attention'],
    [-1, '1 working day late', 'attention'],
    [0, 'Due today', 'pending'],
    [1, '1 working day left', 'pending'],
    [9, '9 working days left', 'open'],
  ])('of %d says “%s” and has its shape', (left, words, icon) => {
    expect(daysWords(daysTexts.en, left)).toBe(words);
    expect(daysLook(left).icon).toBe(icon);
  });
});

test('a board has no step, notes or messages', () => {
  const board = partsOf(caseExample({ side: 'board' }));
  expect(board).toEqual(expect.not.arrayContaining(['step', 'notes', 'messages', 'differences', 'decision']));
  const differences = [{ question: 'aims', label: 'Aims', before: 'a', after: 'b' }];
  expect(partsOf(caseExample({ differences }))).toContain('differences');
  expect(exampleId(1)).toHaveLength(36);
});
