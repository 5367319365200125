import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { StandingAdviceList, StandingAdviceView } from '#sharing/contracts';
import { organisationExample } from '../../../testing/organisation-example.ts';
import { checkAnswers } from '../../contracts/checked-answers.ts';
import { adviceAnswersIn } from './advice-answers.ts';
import { AdvicePage } from './advice-page.ts';
import { adviceTexts } from './advice-texts.ts';

const id = (last: number): string => `01989c00-0000-7000-8000-${String(last).padStart(12, '0')}`;
const council = organisationExample({ slug: 'exchester', name: 'Exchester' });
const legal = { code: 'legal', label: 'legal' };
const advice: StandingAdviceView = {
  ...{ id: id(20), revision: 3, label: legal, verdict: { code: 'support', label: 'Supports it' } },
  ...{ lane: { code: 'A', label: 'Not about people' }, by: { id: id(9), name: 'Lea' }, from: '2026-11-23' },
  ...{ until: '2027-01-31', text: 'Fine.', state: { code: 'used', label: 'Used now' }, allowedCommands: ['end'] },
};
const list = (given: Partial<StandingAdviceList> = {}): StandingAdviceList => ({
  ...{ items: [], mayGive: [legal], today: '2026-11-23', latest: '2027-11-23' },
  ...{ verdicts: [advice.verdict, { code: 'object', label: 'Objects' }], lanes: [advice.lane] },
  ...{ purposeClasses: [{ code: 'research', label: 'Research' }], datasets: [], ...given },
});

let http: HttpTestingController;
let fixture: ComponentFixture<AdvicePage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const texts = (selector: string): string[] =>
  [...page().querySelectorAll(selector)].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
function one<Control extends Element>(selector: string): Control {
  const found = page().querySelector<Control>(selector);
  if (!found) throw new Error(`${selector} is not there`);
  return found;
}
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

const url = '/api/v1/organisations/exchester/standing-advice';
const giving = `/api/v1/organisations/${council.id}/standing-advice`;

beforeEach(() => {
  // jsdom knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([checkAnswers])), provideHttpClientTesting(), provideRouter([])],
  });
  http = TestBed.inject(HttpTestingController);
});
afterEach(() => http.verify({ ignoreCancelled: true }));

async function shown(view: StandingAdviceList | undefined): Promise<void> {
  fixture = TestBed.createComponent(AdvicePage);
  fixture.componentRef.setInput('slug', 'exchester');
  fixture.detectChanges();
  await answer('/api/v1/organisations/exchester', council);
  await answer(url, view ?? { code: 'http.not-found', title: 'Not found' }, view ? 200 : 404);
  await until(() => texts('h1').length > 0);
  await fixture.whenStable();
}
const send = (): void => void one('form').dispatchEvent(new Event('submit', { cancelable: true }));

test('shows what is used apart from what is used no more', async () => {
  const past: StandingAdviceView = {
    ...{ ...advice, id: id(21), state: { code: 'left', label: 'Not used: its adviser has left' }, allowedCommands: [] },
    ...{
      datasets: [{ id: id(30), slug: 'street-trees', title: 'Street trees' }],
      purposeClasses: [{ code: 'r', label: 'Research' }],
    },
  };
  await shown(list({ items: [advice, past], mayGive: [] }));
  expect(texts('h2')).toEqual(['Used now', 'Used no more']);
  expect(texts('h3')).toEqual(['Legal advice: Supports it', 'Legal advice: Supports it']);
  expect(texts('.moment-line span').filter((_, at) => at % 3 === 1)).toEqual(
    Array(2).fill('23 November 2026 to 31 January 2027'),
  );
  expect(texts('dd')).toEqual([
    ...['Not about people', 'All of this organisation', 'All'],
    ...['Not about people', 'Street trees', 'Research'],
  ]);
  expect(texts('article button')).toEqual(['End it: Legal advice']);
  expect(page().querySelector('form')).toBeNull();
  expect(texts('.secondary')).toContain(adviceTexts.en.whoGives);
});

test('is given for chosen datasets, which typing finds, and chosen purposes', async () => {
  const datasets = Array.from({ length: 40 }, (_, at) => ({ id: id(100 + at), title: `Dataset ${at}` }));
  await shown(list({ datasets }));
  expect(texts('option')).toEqual(['Legal advice']);
  send();
  await until(() => texts('.error-summary li').length > 0);
  expect(texts('.error-summary li')).toEqual([
    ...[
      adviceTexts.en.verdictMissing,
      adviceTexts.en.laneMissing,
      adviceTexts.en.untilMissing,
      adviceTexts.en.textMissing,
    ],
  ]);
  one<HTMLInputElement>('[value=object]').checked = true;
  one<HTMLInputElement>('[name=lane]').checked = true;
  one<HTMLInputElement>('[name=which-datasets][value=some]').click();
  one<HTMLInputElement>('[name=which-purposes][value=some]').click();
  await until(() => page().querySelector('#advice-find') !== null);
  expect(texts('[role=status]')).toEqual(['The first 30 of 40 are shown: type to find others.']);
  const find = one<HTMLInputElement>('#advice-find');
  find.value = 'set 39';
  find.dispatchEvent(new Event('input'));
  await until(() => page().querySelectorAll('[name=datasets]').length === 1);
  one<HTMLInputElement>('[name=datasets]').click();
  find.value = 'set 38';
  find.dispatchEvent(new Event('input'));
  await until(() => page().querySelectorAll('[name=datasets]').length === 2);
  expect([...page().querySelectorAll<HTMLInputElement>('[name=datasets]')].map(({ checked }) => checked)).toEqual([
    true,
    false,
  ]);
  one<HTMLInputElement>('[name=purposeClasses]').checked = true;
  one<HTMLInputElement>('[name=until]').value = '2027-01-31';
  one<HTMLTextAreaElement>('[name=text]').value = ' Not in my name. ';
  send();
  expect(await answer(giving, { id: id(20), revision: 1 }, 201)).toEqual({
    ...{ actingFor: council.id, label: 'legal', verdict: 'object', lane: 'A', until: '2027-01-31' },
    ...{ text: 'Not in my name.', datasets: [id(139)], purposeClasses: ['research'] },
  });
  await answer(url, list({ items: [advice] }));
  await until(() => texts('article').length === 1);
  expect(texts('wl-notice p')).toEqual([adviceTexts.en.done]);
});

test('for all says nothing of datasets and purposes; a refusal stands beside its field', async () => {
  await shown(list());
  const form = one<HTMLFormElement>('form');
  expect(adviceAnswersIn(new FormData(form), new Set([id(1)]))).toEqual({
    ...{ label: 'legal', verdict: '', lane: '', until: '', text: '' },
  });
  one<HTMLInputElement>('[value=support]').checked = true;
  one<HTMLInputElement>('[name=lane]').checked = true;
  one<HTMLInputElement>('[name=until]').value = '2029-01-31';
  one<HTMLTextAreaElement>('[name=text]').value = 'Fine.';
  send();
  const message = 'Standing advice holds for 12 months at most, then it is given anew: choose an earlier day.';
  await answer(giving, { code: 'x', title: 'Refused', faults: [{ path: 'until', message }] }, 422);
  await until(() => texts('#advice-until-error').length > 0);
  expect(texts('#advice-until-error')).toEqual([message]);
  expect(one<HTMLTextAreaElement>('[name=text]').value).toBe('Fine.');
});

test('is ended after a question', async () => {
  await shown(list({ items: [advice] }));
  one<HTMLButtonElement>('article button').click();
  await until(() => texts('dialog h2').length > 0);
  one<HTMLButtonElement>('dialog .button-warning').click();
  const end = `/api/v1/standing-advice/${advice.id}/commands/end`;
  expect(await answer(end, { code: 'ledger.stale', title: 'It changed' }, 409)).toEqual({
    revision: 3,
    actingFor: council.id,
  });
  await answer(url, list({ items: [{ ...advice, revision: 4 }] }));
  await until(() => texts('.error-summary li').length > 0);
  expect(texts('.error-summary li')).toEqual([adviceTexts.en.stale]);
  await fixture.whenStable();
  one<HTMLButtonElement>('article button').click();
  await until(() => texts('dialog h2').length > 0);
  one<HTMLButtonElement>('dialog .button-warning').click();
  expect(await answer(end, { id: advice.id, revision: 5 })).toEqual({ revision: 4, actingFor: council.id });
  await answer(url, list());
  await until(() => texts('section p')[0] === adviceTexts.en.none);
});

test('others than members find nothing here', async () => {
  await shown(undefined);
  expect(texts('h2')).toEqual([]);
  expect(page().querySelector('.empty')).not.toBeNull();
});
