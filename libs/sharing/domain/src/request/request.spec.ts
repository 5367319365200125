import { describe, expect, test } from '@jest/globals';
import { anyone, type Actor } from '#kernel';
import { golden } from '#testing/golden';
import {
  asker,
  boardMember,
  givenRequest,
  helper,
  ids,
  knownRequestFacts,
  machine,
  member,
  outsider,
  people,
  personIn,
  refusalsOf,
  resubmitting,
  submission,
  submitted,
  submitting,
  whenRequested,
} from '#testing/sharing';
import type { RequestCommandName } from './commands.ts';
import { decideRequest } from './decide.ts';
import { evolveRequest } from './evolve.ts';
import { submissionKey, type AskedDataset } from './request.ts';
import {
  allowedRequestCommands,
  isMemberOf,
  mayAskWith,
  requestRight,
  requestRights,
  requestRightStates,
  requestStandings,
  requestStandingsOf,
  requestStateOf,
} from './rights.ts';

const commands = Object.keys(requestRights) as RequestCommandName[];
const kerbs: AskedDataset = submission.datasets[0]!;

test('the rights to requests are those of the golden', () => {
  const lines = commands.flatMap((command) =>
    requestRightStates.flatMap((state) =>
      requestStandings.map((standing) => {
        const may = requestRight(command, state, [standing]) !== undefined;
        return `request · ${state} · ${standing} · ${command}: ${may ? 'yes' : 'no'}`;
      }),
    ),
  );
  const text = `${lines.join('\n')}\n`;
  expect(text).toBe(golden('tests/goldens/request-rights.txt', text));
});

describe('submitting', () => {
  test('needs name, address for reply, data and purpose, no more', () => {
    const outcome = whenRequested(submitting());
    expect(outcome).toMatchObject({
      ok: true,
      value: [
        {
          type: 'request-submitted',
          facts: {
            id: ids.request,
            holder: people.ada,
            people: [people.ada, people.amy],
            submission: 1,
            on: '2026-11-23',
          },
          content: { title: 'Dropped kerbs', 'submission:1': submission.words },
        },
      ],
    });
    expect(JSON.stringify(outcome.ok && outcome.value[0]?.facts)).not.toContain('Dropped');
  });

  test.each<[string, Parameters<typeof submitting>[0], Partial<typeof knownRequestFacts>, string, string | undefined]>([
    ['an address that is not confirmed', {}, { addressConfirmed: false }, 'sharing.address-unconfirmed', undefined],
    ['no title', { submission: { ...submission, title: ' ' } }, {}, 'sharing.title-missing', 'answers.title'],
    ['no dataset', { submission: { ...submission, datasets: [] } }, {}, 'sharing.basket-empty', 'basket'],
    [
      'a dataset twice',
      { submission: { ...submission, datasets: [kerbs, kerbs] } },
      {},
      'sharing.dataset-twice',
      `basket.${ids.kerbs}`,
    ],
    [
      'more than 50 datasets',
      { submission: { ...submission, datasets: manyDatasets(51) } },
      {},
      'sharing.basket-too-full',
      'basket',
    ],
    [
      'a dataset of which nothing is asked',
      { submission: { ...submission, datasets: [{ ...kerbs, columns: [] }] } },
      {},
      'sharing.columns-missing',
      `basket.${ids.kerbs}`,
    ],
    ['no declaration', { declared: false }, {}, 'sharing.declaration-missing', 'declaration'],
    [
      'answers at fault',
      {},
      { faultsOfAnswers: [{ code: 'sharing.answer-missing', message: 'Say why.', field: 'answers.aims' }] },
      'sharing.answer-missing',
      'answers.aims',
    ],
  ])('with %s is refused', (_, more, facts, code, field) => {
    expect(refusalsOf(whenRequested(submitting(more), undefined, facts))).toEqual([[code, field]]);
  });

  test('tells every fault at once', () => {
    const bare = submitting({ submission: { ...submission, title: '', datasets: [] }, declared: false });
    expect(refusalsOf(whenRequested(bare, undefined, { addressConfirmed: false }))).toHaveLength(4);
  });

  test('of 50 datasets, in words or as a whole, is taken', () => {
    expect(whenRequested(submitting({ submission: { ...submission, datasets: manyDatasets(50) } })).ok).toBe(true);
    for (const more of [{ described: true }, { whole: true }]) {
      const datasets = [{ ...kerbs, columns: [], ...more }];
      expect(whenRequested(submitting({ submission: { ...submission, datasets } })).ok).toBe(true);
    }
  });
});

function manyDatasets(count: number): AskedDataset[] {
  return Array.from({ length: count }, (_, index) => ({ ...kerbs, dataset: `dataset-${index}` }));
}

describe('what becomes of a request', () => {
  const request = givenRequest(submitted);

  test('begins with its first submission, once', () => {
    expect(request).toMatchObject({
      ...{ submissions: 1, holder: people.ada, people: [people.ada, people.amy], withdrawn: false },
      submittedOn: '2026-11-23',
    });
    expect(() => evolveRequest(undefined, { type: 'request-withdrawn', facts: {} })).toThrow('cannot begin');
    expect(() => evolveRequest(request, submitted)).toThrow('once');
    expect(() => decideRequest({ type: 'withdraw-request' }, undefined, circumstances)).toThrow('not there');
  });

  test('new answers get the next number, for cases that wait for them; whoever helped took part in asking', () => {
    const outcome = whenRequested(resubmitting({ people: [people.ben] }), request);
    expect(outcome).toMatchObject({
      ok: true,
      value: [
        { type: 'request-resubmitted', facts: { submission: 2 }, content: { [submissionKey(2)]: submission.words } },
      ],
    });
    const after = givenRequest(submitted, ...(outcome.ok ? outcome.value : []));
    expect(after).toMatchObject({ submissions: 2, people: [people.ada, people.amy, people.ben] });
  });

  test.each([
    ['for nobody', { cases: [] }, [['sharing.case-missing', 'cases']]],
    ['for a case that waits for nothing', { cases: [ids.otherCase] }, [['sharing.case-not-returned', 'cases']]],
    ['without a declaration', { declared: false }, [['sharing.declaration-missing', 'declaration']]],
  ])('new answers %s are refused', (_, more, expected) => {
    expect(refusalsOf(whenRequested(resubmitting(more), request))).toEqual(expected);
  });

  test('another member takes it over, and whoever asked once stays one who asked', () => {
    const outcome = whenRequested(
      { type: 'take-over-request' },
      request,
      {},
      personIn(people.ben, member(ids.firm, [])),
    );
    const after = givenRequest(submitted, ...(outcome.ok ? outcome.value : []));
    expect(after).toMatchObject({ holder: people.ben, people: [people.ada, people.amy, people.ben] });
    expect(whenRequested({ type: 'take-over-request' }, request)).toEqual({ ok: true, value: [] });
  });

  test('is withdrawn, or gets one case more', () => {
    const added = { case: ids.otherCase, organisation: ids.grid };
    const more = whenRequested({ type: 'add-case', case: added }, request);
    expect(givenRequest(submitted, ...(more.ok ? more.value : [])).cases).toEqual([...request.cases, added]);
    const gone = whenRequested({ type: 'withdraw-request' }, request);
    const withdrawn = givenRequest(submitted, ...(gone.ok ? gone.value : []));
    expect(requestStateOf(withdrawn)).toBe('withdrawn');
    expect(allowedRequestCommands(asker, withdrawn)).toEqual([]);
  });
});

const circumstances = { actor: asker, standing: 'requester', at: '2026-11-23T09:00:00.000Z', facts: knownRequestFacts };

describe('standings', () => {
  const request = givenRequest(submitted);

  test.each<[string, Actor, string[]]>([
    ['a visitor', anyone, []],
    ['a machine', machine, ['machine']],
    ['whoever submitted', asker, ['requester']],
    ['any colleague', personIn(people.ben, member(ids.firm, [])), ['requester']],
    ['a member who acts elsewhere', { ...asker, actingFor: ids.grid }, []],
    ['a stranger', outsider, []],
    ['a board member', boardMember, []],
  ])('of %s', (_, actor, expected) => {
    expect(requestStandingsOf(actor, request)).toEqual(expected);
    expect(mayAskWith(actor, request)).toBe(expected.length > 0);
  });

  test('to a request that would begin are those of its people alone', () => {
    expect(requestStandingsOf(asker, undefined, submitting())).toEqual(['requester']);
    expect(requestStandingsOf(helper, undefined, submitting({ people: [people.ada] }))).toEqual([]);
    expect(requestStandingsOf(asker, undefined, { type: 'withdraw-request' })).toEqual([]);
    expect(requestStandingsOf(outsider, undefined, submitting({ people: [people.out] }))).toEqual([]);
  });

  test('an individual’s request is that of its people', () => {
    const { organisation: _, ...facts } = submitted.facts;
    const alone = givenRequest({ ...submitted, facts: { ...facts, people: [people.ada] } });
    expect(requestStandingsOf(personIn(people.ada), alone)).toEqual(['requester']);
    expect(requestStandingsOf(asker, alone)).toEqual([]);
    expect(requestStandingsOf(personIn(people.amy), alone)).toEqual([]);
  });

  test('a page offers what the door would let through, and no taking over of what one answers for', () => {
    expect(allowedRequestCommands(asker, request)).toEqual(['resubmit-request', 'withdraw-request', 'add-case']);
    expect(allowedRequestCommands(helper, request)).toContain('take-over-request');
    expect(allowedRequestCommands(outsider, request)).toEqual([]);
    expect([isMemberOf(asker, ids.firm), isMemberOf(asker, ids.grid)]).toEqual([true, false]);
  });
});
