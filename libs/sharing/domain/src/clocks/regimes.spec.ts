import { describe, expect, test } from '@jest/globals';
import { calendarsOf } from './calendars.ts';
import { extensionNoticeBy, legalDeadline } from './legal-deadline.ts';
import { mayExtend, regimeCodes, regimeOn, regimes, type Regime } from './regimes.ts';

const everywhere = ['2026-01-01', '2026-04-03', '2026-05-04', '2026-05-25', '2026-12-25', '2026-12-28'];
const english = [...everywhere, '2026-04-06', '2026-08-31'];
const calendars = calendarsOf({
  england: new Set(english),
  wales: new Set(english),
  scotland: new Set([
    ...everywhere,
    '2026-01-02',
    '2026-06-15',
    '2026-08-03',
    '2026-11-30',
    '2027-01-01',
    '2027-01-04',
  ]),
  'northern-ireland': new Set([...english, '2026-03-17', '2026-07-13']),
});

test('the calendar of the whole country rests on every day on which a nation does', () => {
  expect(calendars['uk-any'].size).toBe(16);
  for (const date of ['2026-04-06', '2026-11-30', '2026-07-13']) expect(calendars['uk-any'].has(date)).toBe(true);
  expect(calendars.scotland.has('2026-04-06')).toBe(false);
});

describe('regimes are dated reference data', () => {
  test('each code has one that stands today, with its law and its label', () => {
    for (const code of regimeCodes) {
      expect(regimeOn(code, '2026-06-01')).toMatchObject({ code, label: expect.any(String), law: expect.any(String) });
    }
    expect(regimes.map(({ code }) => code).sort()).toEqual([...regimeCodes].sort());
  });

  test('before its own first day it does not stand', () => {
    expect(regimeOn('re-use', '2015-07-17')).toBeUndefined();
    expect(regimeOn('re-use', '2015-07-18')?.code).toBe('re-use');
  });

  const shorter: Regime = { ...(regimeOn('foi') as Regime), workingDays: 15, extension: undefined, from: '2026-03-01' };
  const changed: readonly Regime[] = [shorter, ...regimes];

  test('what an officer changed stands from its date on, wherever it stands in the list', () => {
    expect(regimeOn('foi', '2026-02-28', changed)?.workingDays).toBe(20);
    expect(regimeOn('foi', '2026-03-01', changed)?.workingDays).toBe(15);
    expect(regimeOn('foi', undefined, changed)?.workingDays).toBe(15);
    expect(mayExtend('foi', '2026-02-28', changed)).toBe(true);
    expect(mayExtend('foi', '2026-03-01', changed)).toBe(false);
    const arrival = { regime: 'foi', calendars, reference: changed } as const;
    expect(legalDeadline({ ...arrival, arrivedOn: '2026-09-01' })).toBe('2026-09-22');
    expect(legalDeadline({ ...arrival, arrivedOn: '2026-02-27' })).toBe('2026-03-30');
  });

  test.each([
    ['re-use', true],
    ['foi', true],
    ['foi-scotland', false],
    ['eir', true],
    ['eir-scotland', true],
    ['none', false],
  ] as const)('%s may be extended: %s', (code, expected) => {
    expect(mayExtend(code)).toBe(expected);
  });
});

describe('the legal deadline', () => {
  test.each([
    ['re-use', '2026-03-12', '2026-04-14'],
    ['foi', '2026-03-12', '2026-04-14'],
    ['eir', '2026-03-12', '2026-04-14'],
    ['foi-scotland', '2026-03-12', '2026-04-10'],
    ['eir-scotland', '2026-03-12', '2026-04-10'],
    ['none', '2026-03-12', undefined],
    ['re-use', '2015-03-12', undefined],
    // A Saturday: the Monday after is day 1.
    ['foi', '2026-09-05', '2026-10-02'],
    // 30 November, a Scottish holiday, counts under neither; 2 January, moved to the 4th, likewise.
    ['foi', '2026-11-23', '2026-12-22'],
    ['foi-scotland', '2026-11-23', '2026-12-22'],
    ['foi', '2026-12-18', '2027-01-21'],
  ] as const)('under %s, arrived on %s, is %s', (regime, arrivedOn, expected) => {
    expect(legalDeadline({ regime, arrivedOn, calendars })).toBe(expected);
  });

  test.each([
    ['eir', 10, '2026-09-28'],
    ['eir', 20, '2026-10-12'],
    ['eir', 60, '2026-10-12'],
    ['eir-scotland', 20, '2026-10-09'],
    ['foi', 40, '2026-11-09'],
    ['re-use', 5, '2026-09-21'],
    ['foi-scotland', 20, '2026-09-11'],
    ['none', 20, undefined],
  ] as const)('under %s, extended by %i, arrived on 14 August 2026, is %s', (regime, extendedBy, expected) => {
    expect(legalDeadline({ regime, arrivedOn: '2026-08-14', extendedBy, calendars })).toBe(expected);
  });

  test.each([
    ['eir', '2026-09-14'],
    ['eir-scotland', '2026-09-11'],
    ['foi-scotland', undefined],
    ['none', undefined],
  ] as const)('under %s the notice of an extension is due on %s', (regime, expected) => {
    expect(extensionNoticeBy({ regime, arrivedOn: '2026-08-14', calendars })).toBe(expected);
  });
});
