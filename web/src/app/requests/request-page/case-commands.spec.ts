import { expect, test } from '@jest/globals';
import type { DecisionView } from '#sharing/contracts';
import { caseExample, exampleId, requestExample } from '../../../testing/request-example.ts';
import { commandsOf } from './case-commands.ts';

const submission = (number: number) => ({ number, at: '2026-11-23T09:00:00Z', sections: [], asked: [] });
const request = requestExample({ state: { code: 'submitted', label: 'Submitted' }, submission: submission(1) });
const passedOn = (followed: boolean): DecisionView => ({
  outcome: { code: 'redirected', label: 'Passed on', conditional: false },
  on: '2026-11-24',
  parts: [],
  redirect: {
    kind: { code: 'not-held', label: 'Held by somebody else' },
    organisation: { id: exampleId(3), slug: 'eller-water', name: 'Eller Water' },
    datasets: [],
    followed,
  },
  awaitsForms: false,
});

test('offers what the service allows, in one order', () => {
  const allowedCommands = ['withdraw', 'ask-review', 'accept-forms', 'decline-forms', 'validate'];
  expect(commandsOf(request, caseExample({ allowedCommands }))).toEqual([
    'accept-forms',
    'decline-forms',
    'ask-review',
    'withdraw',
  ]);
});

test('nothing of the requester’s to the other side', () =>
  expect(commandsOf({ ...request, side: 'owner' }, caseExample({ allowedCommands: ['withdraw'] }))).toEqual([]));

test('handing over only where there are newer answers', () => {
  const one = caseExample({ allowedCommands: ['hand-over-submission'], submission: 1 });
  expect(commandsOf(request, one)).toEqual([]);
  expect(commandsOf({ ...request, submission: submission(2) }, one)).toEqual(['hand-over-submission']);
});

test('following where it was passed on to somebody here, once', () => {
  const decided = { allowedCommands: [], state: { code: 'decided', label: 'Decided' } as const };
  expect(commandsOf(request, caseExample({ ...decided, decision: passedOn(false) }))).toEqual(['follow-redirect']);
  expect(commandsOf(request, caseExample({ ...decided, decision: passedOn(true) }))).toEqual([]);
});
