import { expect, test } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { Answer, Question } from '#sharing/domain';
import type { AskedBack } from './asked-back.ts';
import { QuestionField } from './question-field.ts';

/** One question on a page that brings each answer back. */
function shown(question: Question, start?: Answer) {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const answer = signal<Answer | undefined>(start);
  const faults = signal<readonly string[]>([]);
  const askedBack = signal<readonly AskedBack[]>([]);
  const given: (Answer | undefined)[] = [];
  const fixture = TestBed.createComponent(QuestionField, {
    bindings: [
      inputBinding('question', () => question),
      inputBinding('request', () => 'r'),
      inputBinding('answer', answer),
      inputBinding('faults', faults),
      inputBinding('askedBack', askedBack),
      outputBinding<Answer | undefined>('answered', (one) => {
        given.push(one);
        answer.set(one);
      }),
    ],
  });
  fixture.detectChanges();
  return { page: fixture.nativeElement as HTMLElement, fixture, answer, faults, askedBack, given };
}

const inputs = (page: HTMLElement, selector: string): HTMLInputElement[] => [
  ...page.querySelectorAll<HTMLInputElement>(selector),
];

async function type(fixture: ComponentFixture<unknown>, field: HTMLInputElement, text: string): Promise<void> {
  field.value = text;
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new Event('change'));
  await fixture.whenStable();
}

const text: Question = { id: 'aims', kind: 'text', label: 'Aims?', hint: 'One to three.', longest: 20 };
const choices = [
  { code: 'a', label: 'First' },
  { code: 'b', label: 'Second', hint: 'More of it' },
];

test('a text has its label, hint, comments and faults tied to it', async () => {
  const { page, fixture, faults, askedBack } = shown(text, 'Shade');
  const [field] = inputs(page, 'textarea');
  expect(page.querySelector('label')?.getAttribute('for')).toBe(field?.id);
  expect([field?.value, field?.getAttribute('aria-describedby')]).toEqual(['Shade', 'q-aims-hint']);
  faults.set(['Shorten this']);
  askedBack.set([{ organisation: 'The council', text: 'Which streets?' }]);
  await fixture.whenStable();
  expect(field?.getAttribute('aria-invalid')).toBe('true');
  expect(field?.getAttribute('aria-describedby')).toBe('q-aims-hint q-aims-error q-aims-asked');
  expect(page.querySelector('#q-aims-asked')?.textContent).toContain('The council asks: Which streets?');
});

test('a text says how much is left only near its end', async () => {
  const { page, fixture } = shown(text);
  const [field] = inputs(page, 'textarea');
  const said = () => page.querySelector('[role=status]')?.textContent?.trim();
  await type(fixture, field!, 'Shade');
  expect(said()).toBeUndefined();
  await type(fixture, field!, 'Shade in all streets');
  expect(said()).toBe('0 characters left');
  await type(fixture, field!, 'Shade in all streets!');
  expect(said()).toBe('1 characters too many');
});

test('what is typed stands as it was typed, whatever answer it makes', async () => {
  const number = shown({ id: 'n', kind: 'number', label: 'How many?' });
  const [field] = inputs(number.page, 'input');
  await type(number.fixture, field!, '1.');
  await type(number.fixture, field!, '1.50');
  expect([field?.value, number.given]).toEqual(['1.50', ['1.', 1.5]]);
  await type(number.fixture, field!, '');
  expect(number.given.at(-1)).toBeUndefined();

  TestBed.resetTestingModule();
  const list = shown({ id: 'l', kind: 'list', label: 'Who?' });
  const [lines] = inputs(list.page, 'textarea');
  await type(list.fixture, lines!, 'North Bank\n');
  expect([lines?.value, list.given]).toEqual(['North Bank\n', [['North Bank']]]);
});

test('an answer that somebody else gave takes the place of what stood there', async () => {
  const { page, fixture, answer } = shown(text, 'Mine');
  answer.set('Theirs');
  await fixture.whenStable();
  expect(inputs(page, 'textarea')[0]?.value).toBe('Theirs');
});

test('one of several is chosen and taken back', async () => {
  const { page, fixture, given } = shown({ id: 'c', kind: 'choice', label: 'Which?', choices });
  inputs(page, 'input[type=radio]')[1]?.click();
  await fixture.whenStable();
  page.querySelector('button')?.click();
  await fixture.whenStable();
  expect(given).toEqual(['b', undefined]);
  expect(inputs(page, 'input[type=radio]').map(({ checked }) => checked)).toEqual([false, false]);
});

test('several are chosen, quicker than the page follows', () => {
  const { page, given } = shown({ id: 'c', kind: 'choices', label: 'Which?', choices });
  for (const box of inputs(page, 'input[type=checkbox]')) box.click();
  expect(given).toEqual([['a'], ['a', 'b']]);
});

test('yes or no, and neither', async () => {
  const { page, fixture, given } = shown({ id: 'y', kind: 'yes-no', label: 'Really?' });
  for (const radio of inputs(page, 'input[type=radio]')) radio.click();
  await fixture.whenStable();
  page.querySelector('button')?.click();
  expect(given).toEqual([true, false, undefined]);
});

test('the days of a period, both at once', () => {
  const { page, given } = shown({ id: 'p', kind: 'period', label: 'When?' });
  for (const [at, field] of inputs(page, 'input[type=date]').entries()) {
    field.value = `2027-01-0${at + 1}`;
    field.dispatchEvent(new Event('change'));
  }
  expect(given).toEqual([{ from: '2027-01-01' }, { from: '2027-01-01', until: '2027-01-02' }]);
});

test('a choice that is taken back and made again has its explanation', async () => {
  const { page, fixture, given } = shown({ id: 'e', kind: 'explained-choices', label: 'Who?', choices });
  const [box] = inputs(page, 'input[type=checkbox]');
  box?.click();
  await fixture.whenStable();
  await type(fixture, inputs(page, 'textarea')[0]!, 'Fewer falls');
  box?.click();
  await fixture.whenStable();
  expect(inputs(page, 'textarea')).toHaveLength(0);
  box?.click();
  await fixture.whenStable();
  expect(inputs(page, 'textarea')[0]?.value).toBe('Fewer falls');
  expect(given).toEqual([{ a: '' }, { a: 'Fewer falls' }, {}, { a: 'Fewer falls' }]);
});

test('files are named with their size and a way to each', () => {
  const file = { id: 'f1', name: 'plan.pdf', bytes: 4200, mediaType: 'application/pdf' };
  const { page } = shown({ id: 'f', kind: 'files', label: 'Add it' }, [file]);
  expect(page.querySelector('.evidence a')?.getAttribute('href')).toBe('/api/v1/requests/r/files/f1');
  expect(page.querySelector('.evidence')?.textContent).toContain('4.2 kB');
});
