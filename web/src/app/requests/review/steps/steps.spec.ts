import { describe, expect, test } from '@jest/globals';
import { caseCommandBodies, caseView, sharingReference, type CaseView } from '#sharing/contracts';
import {
  askedExample,
  caseExample,
  exampleId,
  referenceExample,
  taskExample,
} from '../../../../testing/case-example.ts';
import {
  bodyOf,
  fieldsOf,
  plainCommands,
  unchosenFaults,
  withCode,
  type PlainCommand,
  type Values,
} from './command-plan.ts';
import { commandTexts } from './command-texts.ts';
import {
  answersObjection,
  approvedAsAsked,
  datasetsOfTask,
  decideBody,
  decideStart,
  undecidedFaults,
  withColumn,
  type DecideModel,
} from './decide-model.ts';
import { decisionSummary } from './decide-summary.ts';
import { decideTexts } from './decide-texts.ts';
import { lanesBelow, lanesFrom } from './lane-order.ts';
import { needOfCode, needOfWords } from './record-fields.ts';
import { stepsOf } from './step-of-task.ts';
import { validateBody, validateStart, wantsColumns, withChosen } from './validate-model.ts';

const envelope = { revision: 7, actingFor: exampleId(2) };
const [stop, boardings] = [exampleId(11), exampleId(12)];

test('the examples of the specs are what the contracts allow', () => {
  expect(() => caseView.parse(caseExample())).not.toThrow();
  expect(() => sharingReference.parse(referenceExample)).not.toThrow();
});

const shelters = askedExample({ id: exampleId(30), title: 'Shelters', columns: [], available: [], whole: true });
const view = caseExample({ asked: [askedExample(), shelters] });
const task = taskExample({ datasets: [exampleId(10), exampleId(30)] });
const model = (changes: Partial<DecideModel> = {}): DecideModel => ({ ...decideStart(view), ...changes });
const decided = (changes: Partial<DecideModel>, of: CaseView = view) =>
  caseCommandBodies.decide.parse({ ...envelope, ...decideBody(of, task, model(changes)) });

describe('a decision', () => {
  test('all as asked gives every column as it is, and what lists none as a whole', () => {
    const asked = approvedAsAsked(model(), datasetsOfTask(view, task));
    expect(decided({ ...asked, reasons: ' Useful. ' })).toMatchObject({
      task: 'decide:1',
      reasons: 'Useful.',
      datasets: [
        {
          dataset: exampleId(10),
          outcome: 'approved',
          columns: [
            { column: stop, form: 'as-is' },
            { column: boardings, form: 'as-is' },
          ],
        },
        { dataset: exampleId(30), outcome: 'approved', columns: [] },
      ],
    });
  });

  test('gives only the columns that are ticked, in their order, and none of what is refused', () => {
    const changes = withColumn(withColumn(model(), boardings, 'banded'), stop, undefined);
    const outcomes = { [exampleId(10)]: 'approved', [exampleId(30)]: 'refused' } as const;
    expect(decided({ ...changes, outcomes, ground: 'security' })).toMatchObject({
      ground: 'security',
      datasets: [
        { outcome: 'approved', columns: [{ column: boardings, form: 'banded' }] },
        { outcome: 'refused', columns: [] },
      ],
    });
    const allRefused = { [exampleId(10)]: 'refused', [exampleId(30)]: 'refused' } as const;
    expect(decided({ ...changes, outcomes: allRefused }).datasets.flatMap(({ columns }) => columns)).toEqual([]);
  });

  test('leaves out a ground where nothing is refused, blank conditions and blank fields of the record', () => {
    const body = decided({
      outcomes: { [exampleId(10)]: 'approved' },
      ground: 'security',
      conditions: [
        { key: 'a', text: ' ' },
        { key: 'b', text: ' Delete after a year ' },
      ],
      codes: { lawfulBasisOwner: '', dpiaScreening: 'needed' },
      words: { necessity: '  ', security: 'Locked' },
    });
    expect(body.ground).toBeUndefined();
    expect(body.conditions).toEqual(['Delete after a year']);
    expect(body.codes).toEqual({ dpiaScreening: 'needed' });
    expect(body.words).toEqual({ security: 'Locked' });
  });

  test('begins with the record that the answers propose', () => {
    const proposedRecord = {
      codes: { lawfulBasisRequester: 'public-task', lawEnforcement: 'true' },
      words: { retention: 'A year' },
    };
    const start = decideStart({ proposedRecord });
    expect(start).toMatchObject({ lawEnforcement: true, words: { retention: 'A year' } });
    const people = caseExample({ asked: view.asked, lane: { code: 'B', label: 'About people' } });
    expect(decided(start, people).codes).toEqual({ lawfulBasisRequester: 'public-task', lawEnforcement: true });
  });

  test('says why an objection is not followed only where one stands and something is given', () => {
    const objecting = caseExample({
      asked: view.asked,
      advice: [
        {
          task: 'advise:legal',
          label: { code: 'legal', label: 'legal' },
          verdict: { code: 'object', label: 'Objects' },
          text: 'No.',
          by: 'Lee',
          standing: false,
        },
      ],
    });
    const outcomes = { [exampleId(10)]: 'approved' } as const;
    expect(decided({ outcomes, objectionReason: 'Weighed' }, objecting).objectionReason).toBe('Weighed');
    expect(decided({ outcomes, objectionReason: 'Weighed' }).objectionReason).toBeUndefined();
    const refusing = model({ outcomes: { [exampleId(10)]: 'refused' } });
    expect(answersObjection(objecting, refusing, view.asked)).toBe(false);
  });

  test('names each dataset that is not decided', () => {
    const faults = undecidedFaults(model({ outcomes: { [exampleId(10)]: 'refused' } }), view.asked, (title) => title);
    expect(faults).toEqual([{ path: `datasets.${exampleId(30)}`, message: 'Shelters' }]);
  });

  test('is about the datasets of its task alone', () => {
    expect(datasetsOfTask(view, taskExample()).map(({ title }) => title)).toEqual(['Bus stops']);
  });
});

describe('what a decision does, in words', () => {
  const said = (changes: Partial<DecideModel>, of = view) =>
    decisionSummary(decideTexts.en, of, task, model(changes)).join(' ');

  test('nothing yet', () => expect(said({})).toBe('Nothing is decided yet.'));
  test('all as asked', () => {
    expect(said(approvedAsAsked(model(), view.asked))).toBe(
      'It gives 2 columns of Bus stops, all that was asked for; gives Shelters as a whole. The case is decided by it, and the requester is told.',
    );
  });
  test('in part, coarser, under conditions, while others decide too', () => {
    const others = caseExample({ asked: view.asked, tasks: [task, taskExample({ id: 'decide:2', mine: false })] });
    const changes = {
      outcomes: { [exampleId(10)]: 'approved', [exampleId(30)]: 'refused' },
      columns: { [boardings]: 'banded' },
      conditions: [{ key: 'a', text: 'Delete it' }],
    } as const;
    expect(said(changes, others)).toBe(
      'It gives 1 of 2 columns of Bus stops, 1 in a coarser form; refuses Shelters. Under 1 condition. The requester must accept the coarser form. Others decide the rest; the case is decided when they have. The requester is told how to ask for a review and to whom to complain.',
    );
  });
  test('what is forgotten stands out', () => {
    expect(said({ outcomes: { [exampleId(10)]: 'approved' } })).toContain(
      'approves Bus stops, but with no column chosen; leaves Shelters undecided',
    );
  });
});

describe('the record', () => {
  const lane = (code: 'A' | 'B' | 'C') => caseExample({ lane: { code, label: code } });
  const codes = { codes: {} };
  test('of data that is not about people needs nothing', () => {
    expect(needOfCode('lawfulBasisOwner', lane('A'), codes)).toBe('welcome');
    expect(needOfWords('legalPowerOwner', lane('A'))).toBe('welcome');
  });
  test('of data about people needs its bases, and the outcome of a DPIA that is needed', () => {
    expect(needOfCode('lawfulBasisOwner', lane('B'), codes)).toBe('needed');
    expect(needOfCode('specialCondition', lane('B'), codes)).toBe('welcome');
    expect(needOfCode('dpiaOutcome', lane('B'), codes)).toBe('fitting');
    expect(needOfCode('dpiaOutcome', lane('B'), { codes: { dpiaScreening: 'needed' } })).toBe('needed');
    expect(needOfWords('confidentiality', lane('B'))).toBe('welcome');
  });
  test('of sensitive data needs its condition and the duty of confidence too', () => {
    expect(needOfCode('specialCondition', lane('C'), codes)).toBe('needed');
    expect(needOfCode('dpiaOutcome', lane('C'), codes)).toBe('needed');
    expect(needOfWords('confidentiality', lane('C'))).toBe('needed');
  });
});

describe('the first check', () => {
  const described = askedExample({ fields: 'How full each bus is', columns: [], id: exampleId(40) });
  const listless = askedExample({ fields: 'All of it', columns: [], available: [], id: exampleId(41) });
  const checked = caseExample({ asked: [askedExample(), described, listless] });

  test('asks for columns where fields are in words or nothing is named', () => {
    expect(checked.asked.map(wantsColumns)).toEqual([false, true, true]);
    expect(wantsColumns(askedExample({ columns: [], whole: true }))).toBe(false);
    expect(wantsColumns(askedExample({ columns: [] }))).toBe(true);
    expect(wantsColumns(askedExample({ fields: 'And more' }))).toBe(true);
  });

  test('sends the columns that are chosen, what is taken whole, and a lane only when it is raised', () => {
    const chosen = withChosen(validateStart(checked), exampleId(40), boardings, true);
    const typed = { ...chosen, whole: [exampleId(41), exampleId(40)], note: ' Fine ' };
    const body = caseCommandBodies.validate.parse({ ...envelope, ...validateBody(checked, typed) });
    expect(body).toEqual({
      ...envelope,
      regime: 're-use',
      columns: [{ dataset: exampleId(40), columns: [boardings] }],
      whole: [exampleId(41)],
      note: 'Fine',
    });
    expect(validateBody(checked, { ...typed, lane: 'C' })).toMatchObject({ lane: 'C' });
    const raised = { ...checked, lane: { code: 'B', label: '' } } as const;
    expect(validateBody(raised, { ...typed, lane: 'A' })).not.toHaveProperty('lane');
  });

  test('forgets choices that are not there any more', () => {
    const typed = withChosen(validateStart(checked), exampleId(10), exampleId(99), true);
    expect(validateBody(checked, typed)).not.toHaveProperty('columns');
    expect(withChosen(typed, exampleId(10), exampleId(99), false).columns).toEqual({ [exampleId(10)]: [] });
  });
});

test('lanes are raised and lowered from where the case is', () => {
  expect([lanesFrom('A'), lanesFrom('B'), lanesFrom('C')]).toEqual([['A', 'B', 'C'], ['B', 'C'], ['C']]);
  expect([lanesBelow('A'), lanesBelow('C')]).toEqual([[], ['A', 'B']]);
});

describe('a form that is a list of fields', () => {
  const elsewhere = [
    {
      organisation: { id: exampleId(50), slug: 'eller-buses', name: 'Eller Buses' },
      datasets: [{ id: exampleId(51), title: 'Trips' }],
    },
  ];
  const planned = (command: PlainCommand, values: Values = {}) =>
    fieldsOf(command, { view: caseExample({ elsewhere }), reference: referenceExample, values, t: commandTexts.en });
  const filled: Readonly<Record<PlainCommand, Values>> = {
    advise: { verdict: 'support', text: 'Good.' },
    accept: { reason: 'Small.' },
    'conclude-review': { result: 'confirmed', reasons: 'Right.' },
    refuse: { ground: 'security', reasons: 'Unsafe.' },
    redirect: { kind: 'not-held', organisation: exampleId(50), datasets: exampleId(51), reasons: 'Theirs.' },
    hold: { waitingFor: 'regulator', until: '2026-12-24', reason: 'Asked.' },
    resume: {},
    rescind: { reasons: 'Wrong.' },
    'extend-deadline': { until: '2026-12-24', reason: 'Long.' },
    assign: { task: 'decide:1', person: exampleId(20) },
    'ask-advice': { label: 'legal', question: 'May we?' },
    'go-on-without-advice': { reason: 'Late.' },
    'raise-lane': { lane: 'B', reason: 'Names.' },
    'lower-lane': { lane: 'A', reason: 'No names.' },
    'declare-conflict': { reason: 'My brother.' },
  };

  test.each(plainCommands)('%s sends what its contract wants', (command) => {
    const low = command === 'lower-lane';
    const lane = low ? ({ code: 'B', label: 'About people' } as const) : caseExample().lane;
    const values = filled[command];
    const fields = fieldsOf(command, {
      view: caseExample({ elsewhere, lane }),
      reference: referenceExample,
      values,
      t: commandTexts.en,
    });
    const body = bodyOf(fields, values, command === 'advise' ? 'advise:legal' : undefined);
    const parsed = caseCommandBodies[command].parse({ ...envelope, ...body }) as Record<string, unknown>;
    for (const [name, value] of Object.entries(values))
      expect(parsed[name]).toEqual(name === 'datasets' ? [value] : value);
  });

  test('passing on asks for what its kind needs, and sends nothing else', () => {
    const names = (kind: string, organisation = '') =>
      planned('redirect', { kind, organisation }).map(({ name }) => name);
    expect(names('open-already')).toEqual(['kind', 'address', 'reasons']);
    expect(names('not-held')).toEqual(['kind', 'organisation', 'reasons']);
    expect(names('not-held', exampleId(50))).toEqual(['kind', 'organisation', 'datasets', 'reasons']);
    expect(names('information-rights')).toEqual(['kind', 'reasons']);
    const values = { ...filled.redirect, kind: 'information-rights', address: 'https://data.example/' };
    expect(bodyOf(planned('redirect', values), values, undefined)).toEqual({
      kind: 'information-rights',
      reasons: 'Theirs.',
    });
  });

  test('a choice that is not offered any more counts as not made', () => {
    const words = { choose: 'Choose one', date: 'Give a date' };
    const fields = planned('assign');
    expect(unchosenFaults(fields, { task: 'decide:9', person: exampleId(20) }, words)).toEqual([
      { path: 'task', message: 'Choose one' },
    ]);
    expect(unchosenFaults(planned('hold'), {}, words)).toEqual([
      { path: 'waitingFor', message: 'Choose one' },
      { path: 'until', message: 'Give a date' },
    ]);
    expect(unchosenFaults(planned('ask-advice', {}), { label: 'legal' }, words)).toEqual([]);
  });

  test('an extension says what its law wants the notice to say', () => {
    expect(planned('extend-deadline')[0]?.hint).toBe('Public interest.');
  });

  test('several choices are kept with spaces between', () => {
    expect(withCode(withCode(undefined, 'a', true), 'b', true)).toBe('a b');
    expect(withCode('a b', 'a', false)).toBe('b');
  });

  test('every command that is offered has its words', () => {
    for (const command of [...plainCommands, 'validate', 'decide', 'return'])
      for (const words of [commandTexts.en.names, commandTexts.en.buttons, commandTexts.en.done])
        expect(words[command]).toBeTruthy();
  });
});

test('a step is mine when the work is open and its command is allowed', () => {
  const tasks = [
    taskExample({ id: 'advise:legal', kind: { code: 'advise', label: 'Advise' } }),
    taskExample(),
    taskExample({ id: 'decide:2', mine: false }),
    taskExample({ id: 'decide:3', state: { code: 'done', label: 'Done' } }),
  ];
  const steps = stepsOf({ tasks, allowedCommands: ['decide'] });
  expect(steps.map(({ task: one, command }) => [one.id, command])).toEqual([['decide:1', 'decide']]);
});
