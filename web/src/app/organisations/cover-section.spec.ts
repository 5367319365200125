import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { OrganisationView, StandInView } from '#organisations/contracts';
import { memberExample, organisationExample } from '../../testing/organisation-example.ts';
import { checkAnswers } from '../contracts/checked-answers.ts';
import { coverAnswersIn, coverFaults } from './cover-answers.ts';
import { CoverSection } from './cover-section.ts';
import { coverTexts } from './cover-texts.ts';

const ada = memberExample(1, {
  ...{ name: 'Ada', roles: ['requester', 'owner', 'steward'], coverableRoles: ['owner', 'steward'] },
  allowedCommands: ['name-stand-in'],
});
const bob = memberExample(3, { name: 'Bob', roles: ['requester', 'administrator'] });
const carol = memberExample(4, { name: 'Carol' });
const council = organisationExample({ people: [ada, bob, carol], standIns: [], allowedCommands: ['name-stand-in'] });
const cover: StandInView = {
  ...{ id: '01989c00-0000-7000-8000-000000000050', revision: 1, roles: ['owner'], current: true },
  ...{ person: { id: ada.person, name: 'Ada' }, standIn: { id: carol.person, name: 'Carol' } },
  ...{ from: '2026-11-23', until: '2026-12-04', allowedCommands: ['end'] },
};

let http: HttpTestingController;
let fixture: ComponentFixture<CoverSection>;
let changes: number;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const texts = (selector: string): string[] =>
  [...page().querySelectorAll(selector)].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
const one = <Control extends Element>(selector: string): Control => {
  const found = page().querySelector<Control>(selector);
  if (!found) throw new Error(`${selector} is not there`);
  return found;
};

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
async function until(shown: () => boolean): Promise<void> {
  while (!shown()) await turn();
}

/** Answers a call as soon as it is made. @returns its body */
async function answer(url: string, body: object, status = 200): Promise<unknown> {
  for (;;) {
    const [call] = http.match(url);
    if (call) {
      call.flush(body, { status, statusText: String(status) });
      return call.request.body;
    }
    await turn();
  }
}

beforeEach(() => {
  // jsdom knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([checkAnswers])), provideHttpClientTesting()],
  });
  http = TestBed.inject(HttpTestingController);
});
afterEach(() => http.verify({ ignoreCancelled: true }));

async function shown(organisation: OrganisationView): Promise<void> {
  fixture = TestBed.createComponent(CoverSection);
  fixture.componentRef.setInput('organisation', organisation);
  changes = 0;
  fixture.componentInstance.changed.subscribe(() => (changes += 1));
  const session = { id: ada.person, name: 'Ada', email: 'ada@exchester.example', operator: false };
  fixture.detectChanges();
  await answer('/api/v1/session', { person: session, memberships: [], demonstration: false });
  await until(() => texts('h2').length > 0);
  await fixture.whenStable();
}

const fill = (name: string, value: string): void => {
  const control = one<HTMLInputElement>(`[name=${name}]`);
  control.value = value;
  control.dispatchEvent(new Event('change'));
};
const send = (): void => {
  one('form').dispatchEvent(new Event('submit', { cancelable: true }));
};
const naming = `/api/v1/organisations/${council.id}/stand-ins`;
const ending = `/api/v1/stand-ins/${cover.id}/commands/end`;

test('names who covers for the reader, and asks for the page as it is now', async () => {
  await shown(council);
  expect(texts('#cover-standIn option')).toEqual(['Choose a person', 'Bob', 'Carol']);
  expect(texts('fieldset label')).toEqual(['data owner', 'steward']);
  one<HTMLInputElement>('input[value=owner]').click();
  fill('standIn', carol.person);
  fill('from', '2026-11-23');
  fill('until', '2026-12-04');
  send();
  expect(await answer(naming, { id: cover.id, revision: 1 })).toEqual({
    ...{ actingFor: council.id, person: ada.person, standIn: carol.person, roles: ['owner'] },
    ...{ from: '2026-11-23', until: '2026-12-04' },
  });
  await until(() => changes === 1);
  await fixture.whenStable();
  expect(one<HTMLInputElement>('[name=until]').value).toBe('');
});

test('a refusal stands beside its field, and what was typed stays', async () => {
  await shown(council);
  one<HTMLInputElement>('input[value=owner]').click();
  fill('standIn', carol.person);
  fill('from', '2026-11-23');
  fill('until', '2027-12-04');
  send();
  const message = 'Cover lasts 12 months at most: choose an earlier last day.';
  await answer(naming, { code: 'x', title: 'Refused', faults: [{ path: 'until', message }] }, 422);
  await until(() => texts('.error-summary li').length > 0);
  expect(texts('.error-summary li')).toEqual([message]);
  expect(texts('#cover-until-error')).toEqual([message]);
  expect(one('#cover-until').getAttribute('aria-describedby')).toBe('cover-until-hint cover-until-error');
  expect(coverAnswersIn(new FormData(one<HTMLFormElement>('form')))).toEqual({
    ...{ person: ada.person, standIn: carol.person, roles: ['owner'], from: '2026-11-23', until: '2027-12-04' },
  });
  expect(changes).toBe(0);
});

test('what is missing is said before anything is sent', async () => {
  await shown(council);
  send();
  await until(() => texts('.error-summary li').length > 0);
  expect(texts('.error-summary li')).toEqual([
    'Choose who covers',
    'Choose at least one role to be covered',
    'Give the first day',
    'Give the last day',
  ]);
  const backwards = { person: 'p', standIn: 'q', roles: ['owner' as const], from: '2026-12-04', until: '2026-12-03' };
  expect(coverFaults(coverTexts.en, backwards).map(({ path }) => path)).toEqual(['until']);
});

test('cover is shown with its days and ended after a question', async () => {
  await shown({ ...council, standIns: [cover, { ...cover, id: ada.membership, current: false, allowedCommands: [] }] });
  expect(texts('tbody th, tbody td')).toEqual([
    ...['Ada', 'Carol', 'data owner', '23 November 2026 to 4 December 2026 Holds today', 'End it: Carol covers Ada'],
    ...['Ada', 'Carol', 'data owner', '23 November 2026 to 4 December 2026 To come', ''],
  ]);
  expect(texts('tbody button')).toHaveLength(1);
  one<HTMLButtonElement>('tbody button').click();
  await until(() => texts('dialog h2').length > 0);
  expect(texts('dialog p')).toEqual(['Carol no longer acts for Ada from now on. What Carol did so far stands.']);
  one<HTMLButtonElement>('dialog .button-warning').click();
  expect(await answer(ending, { id: cover.id, revision: 2 })).toEqual({ revision: 1, actingFor: council.id });
  await until(() => changes === 1);
});

test('what changed meanwhile is read again, and said', async () => {
  await shown({ ...council, standIns: [cover] });
  one<HTMLButtonElement>('tbody button').click();
  await until(() => texts('dialog h2').length > 0);
  one<HTMLButtonElement>('dialog .button-warning').click();
  await answer(ending, { code: 'ledger.stale', title: 'It changed meanwhile' }, 409);
  await until(() => changes === 1);
  await until(() => texts('.error-summary li').length > 0);
  expect(texts('.error-summary li')).toEqual([coverTexts.en.stale]);
});

test('who may name nobody reads who may', async () => {
  await shown({ ...council, people: [{ ...ada, allowedCommands: [] }, bob], allowedCommands: [] });
  expect(page().querySelector('form')).toBeNull();
  expect(texts('.secondary')).toEqual([coverTexts.en.whoNames('Bob')]);
});
