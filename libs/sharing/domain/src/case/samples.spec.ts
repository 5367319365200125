import { expect, test } from '@jest/globals';
import { anyone } from '#kernel';
import { boardMember, CaseStory, ids, member, office, outsider, people, personIn, validate } from '#testing/sharing';
import { possibilitiesOf } from './allowed.ts';
import { sampleOf } from './case.ts';

const opening = { type: 'open-sample', reason: 'One in twenty is looked at.' } as const;
const another = personIn(people.out, member(ids.board, ['board-chair']));

test('a board opens answers of one case with a reason, for itself alone and for two weeks', () => {
  const story = CaseStory.opened().then(boardMember, opening);
  expect(story.last).toMatchObject([
    {
      type: 'case-sample-opened',
      facts: { sample: { person: people.bea, board: ids.board, on: '2026-11-23', until: '2026-12-07' } },
      content: { sample: { reason: 'One in twenty is looked at.' } },
    },
  ]);
  expect(sampleOf(story.subject, people.bea, '2026-12-07')).toBeDefined();
  expect(sampleOf(story.subject, people.bea, '2026-12-08')).toBeUndefined();
  expect(sampleOf(story.subject, people.out, '2026-11-23')).toBeUndefined();
  expect(story.no(boardMember, opening)).toEqual([['sharing.sample-open-already', undefined]]);
  expect(story.no(another, opening)).toEqual([]);
  expect(story.on('2026-12-08').no(boardMember, opening)).toEqual([]);
});

test('not without a reason, and not by anybody else', () => {
  const story = CaseStory.opened();
  expect(story.no(boardMember, { ...opening, reason: ' ' })).toEqual([['sharing.reason-missing', 'reason']]);
  for (const who of [office.owner, office.steward, office.siro, outsider, anyone])
    expect(story.when(who, opening).ok).toBe(false);
});

test('it changes nothing of the case, whatever its state, and is offered to boards alone', () => {
  const story = CaseStory.opened().then(office.steward, validate());
  const { samples: _, ...rest } = story.then(boardMember, opening).subject;
  expect(rest).toEqual(story.subject);
  const offered = (actor: typeof boardMember) => possibilitiesOf(story.subject, { actor, facts: story.facts }).allowed;
  expect(offered(boardMember)).toEqual(['open-sample']);
  expect(offered(personIn(people.max, member(ids.council, ['steward'])))).not.toContain('open-sample');
});
