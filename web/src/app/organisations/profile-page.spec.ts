import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OrganisationView } from '#organisations/contracts';
import { memberExample, organisationExample } from '../../testing/organisation-example.ts';
import { checkAnswers } from '../contracts/checked-answers.ts';
import { ProfilePage } from './profile-page.ts';
import { ProfileSection } from './profile-section.ts';

@Component({ template: '<h1>The organisation</h1>' })
class Organisation {}

const ada = memberExample(1, { name: 'Ada', roles: ['requester', 'administrator'] });
const company = organisationExample({
  people: [ada],
  allowedCommands: ['fill-profile'],
  profile: {
    icoNumber: 'ZA000000',
    insurance: { insurer: 'Example Mutual', expires: '2026-11-22', past: true },
    certificates: [{ name: 'Cyber Essentials', number: '7', past: false }],
    signatories: [{ name: 'Ada', position: 'Director' }],
  },
});

let http: HttpTestingController;
let harness: RouterTestingHarness;
const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
const texts = (selector: string): string[] =>
  [...page().querySelectorAll(selector)].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
const control = (id: string): HTMLInputElement => {
  const found = page().querySelector<HTMLInputElement>(`#${id}`);
  if (!found) throw new Error(`${id} is not there`);
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

beforeEach(async () => {
  // jsdom knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([checkAnswers])),
      provideHttpClientTesting(),
      provideRouter(
        [
          {
            path: 'organisations/:slug/profile',
            component: ProfilePage,
            canDeactivate: [(one: ProfilePage) => one.mayLeave()],
          },
          { path: 'organisations/:slug', component: Organisation },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  harness = await RouterTestingHarness.create();
});
afterEach(() => http.verify({ ignoreCancelled: true }));

async function opened(organisation: OrganisationView): Promise<void> {
  const arriving = harness.navigateByUrl('/organisations/eller-water/profile');
  await answer('/api/v1/organisations/eller-water', organisation);
  await arriving;
  await until(() => texts('h1').length > 0);
}

const type = async (id: string, value: string): Promise<void> => {
  control(id).value = value;
  control(id).dispatchEvent(new Event('input'));
  await harness.fixture.whenStable();
};
const save = (): void => {
  page()
    .querySelector('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
};
const filling = `/api/v1/organisations/${company.id}/commands/fill-profile`;

test('shows what is filled and sends the fields that changed', async () => {
  await opened(company);
  expect(control('insurance-expires').value).toBe('2026-11-22');
  expect(control('certificates-0-number').value).toBe('7');
  await type('insurance-expires', '2027-11-22');
  await type('address', '1 High Street');
  save();
  expect(await answer(filling, { id: company.id, revision: 8 })).toEqual({
    ...{ revision: 7, actingFor: company.id },
    profile: { address: '1 High Street', insurance: { insurer: 'Example Mutual', expires: '2027-11-22' } },
  });
  await until(() => texts('h1').includes('The organisation'));
});

test('rows are added and removed; one in which nothing was typed is not sent', async () => {
  await opened(company);
  const press = async (words: string) => {
    const found = [...page().querySelectorAll('button')].find((button) => button.textContent?.includes(words));
    found?.click();
    await harness.fixture.whenStable();
  };
  await press('Add a certificate');
  await press('Add a signatory');
  await press('Remove: Signatory 1');
  await type('signatories-0-name', 'Bob');
  await type('signatories-0-position', 'Chair');
  save();
  expect(await answer(filling, { id: company.id, revision: 8 })).toMatchObject({
    profile: { signatories: [{ name: 'Bob', position: 'Chair' }] },
  });
  await until(() => texts('h1').includes('The organisation'));
});

test('a refusal stands beside its field, and what was typed stays', async () => {
  await opened(company);
  await type('signatories-0-email', 'ada');
  save();
  const message = 'Give an e-mail address as name@example.org';
  const faults = [{ path: 'profile.signatories[0].email', message }];
  await answer(filling, { code: 'http.input-invalid', title: 'Not understood', faults }, 400);
  await until(() => texts('.error-summary li').length > 0);
  expect(texts('#signatories-0-email-error')).toEqual([message]);
  expect(control('signatories-0-email').value).toBe('ada');
  expect(control('signatories-0-email').getAttribute('aria-invalid')).toBe('true');
});

test('what was typed outlives what another saved first, and goes with the next save', async () => {
  await opened(company);
  await type('icoNumber', 'ZA111111');
  save();
  const profile = { ...company.profile!, icoNumber: 'ZA222222', address: 'Theirs' };
  const current = { ...company, revision: 9, profile };
  await answer(filling, { code: 'ledger.stale', title: 'It changed meanwhile', current }, 409);
  await until(() => texts('[role=alert] h2').length > 0);
  expect(texts('[role=alert] p')[1]).toContain('ICO number');
  expect([control('icoNumber').value, control('address').value]).toEqual(['ZA111111', 'Theirs']);
  save();
  expect(await answer(filling, { id: company.id, revision: 10 })).toEqual({
    ...{ revision: 9, actingFor: company.id, profile: { icoNumber: 'ZA111111' } },
  });
  await until(() => texts('h1').includes('The organisation'));
});

test('leaving with changes asks first', async () => {
  await opened(company);
  await type('icoNumber', 'ZA111111');
  page().querySelector<HTMLElement>('.save-bar a')?.click();
  await until(() => texts('dialog h2').length > 0);
  page().querySelector<HTMLElement>('dialog .button-primary')?.click();
  await until(() => texts('dialog h2').length === 0);
  expect(control('icoNumber').value).toBe('ZA111111');
  page().querySelector<HTMLElement>('.save-bar a')?.click();
  await until(() => texts('dialog h2').length > 0);
  page().querySelector<HTMLElement>('dialog .button-warning')?.click();
  await until(() => texts('h1').includes('The organisation'));
});

test.each<[string, Partial<OrganisationView>, string]>([
  ['a member without the right', { allowedCommands: [] }, 'An administrator of this organisation fills it: Ada.'],
  [
    'somebody who does not read the profile',
    { people: undefined, profile: undefined },
    'An administrator of this organisation fills it.',
  ],
])('%s reads who fills it', async (_, change, words) => {
  await opened({ ...company, ...change });
  expect(page().querySelector('form')).toBeNull();
  expect(texts('p')[0]).toBe(words);
});

test('the section on the organisation’s page tells what has expired by a word', () => {
  const fixture = TestBed.createComponent(ProfileSection);
  fixture.componentRef.setInput('organisation', company);
  fixture.detectChanges();
  const facts = [...(fixture.nativeElement as HTMLElement).querySelectorAll('dd')].map((one) =>
    (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
  expect(facts).toEqual([
    'ZA000000',
    'Example Mutual, until 22 November 2026 Expired',
    'Cyber Essentials, number 7',
    'Ada, Director',
  ]);
});
