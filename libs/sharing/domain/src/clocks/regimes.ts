import type { LocalDate } from '#kernel';
import type { CalendarCode } from './calendars.ts';

/** Under which law a request is answered: proposed to the steward at validation, and chosen by a person. */
export const regimeCodes = ['re-use', 'foi', 'foi-scotland', 'eir', 'eir-scotland', 'none'] as const;
export type RegimeCode = (typeof regimeCodes)[number];

export interface Extension {
  /** Working days at most beyond the first period; absent: for as long as is reasonable. */
  readonly workingDays?: number;
  /** Working days after arrival within which the applicant must have been told. */
  readonly noticeWithin: number;
  /** When it may be had, and what the notice says. */
  readonly notice: string;
}

/** One regime as it stands from a date on; a later entry of the same code takes its place from its own date. */
export interface Regime {
  readonly code: RegimeCode;
  readonly label: string;
  /** The act or regulations and their clause. */
  readonly law: string;
  /** Working days from the day after arrival within which the answer is due; absent: no date is due by law. */
  readonly workingDays?: number;
  readonly calendar: CalendarCode;
  readonly extension?: Extension;
  readonly from: LocalDate;
}

/**
 * Reference data, dated: what an information-rights officer changes when the law does. A working aid to those who answer
 * for the answer, and no legal advice.
 */
export const regimes: readonly Regime[] = [
  {
    code: 're-use',
    label: 'Re-use of public sector information',
    law: 'Re-use of Public Sector Information Regulations 2015 (SI 2015/1415), regulation 8',
    workingDays: 20,
    calendar: 'uk-any',
    extension: {
      noticeWithin: 20,
      notice:
        'Where the documents asked for are extensive or the request is complex: for as long as is reasonable. The notice is in writing, says that nothing is decided yet and names the day by which an answer is expected.',
    },
    from: '2015-07-18',
  },
  {
    code: 'foi',
    label: 'Freedom of information',
    law: 'Freedom of Information Act 2000, section 10; working days: section 10(6)',
    workingDays: 20,
    calendar: 'uk-any',
    extension: {
      noticeWithin: 20,
      notice:
        'Only to weigh the public interest in a qualified exemption (sections 10(3) and 17(2)): for as long as is reasonable. The notice names the exemption and the day by which a decision is expected.',
    },
    from: '2005-01-01',
  },
  {
    code: 'foi-scotland',
    label: 'Freedom of information (Scotland)',
    law: 'Freedom of Information (Scotland) Act 2002, section 10; working days: section 73',
    workingDays: 20,
    calendar: 'scotland',
    from: '2005-01-01',
  },
  {
    code: 'eir',
    label: 'Environmental information',
    law: 'Environmental Information Regulations 2004 (SI 2004/3391), regulations 5(2) and 7',
    workingDays: 20,
    calendar: 'uk-any',
    extension: {
      workingDays: 20,
      noticeWithin: 20,
      notice:
        'Where the request is complex and voluminous: 40 working days in all. The notice is given within the first 20.',
    },
    from: '2005-01-01',
  },
  {
    code: 'eir-scotland',
    label: 'Environmental information (Scotland)',
    law: 'Environmental Information (Scotland) Regulations 2004 (SSI 2004/520), regulations 5(2) and 7',
    workingDays: 20,
    calendar: 'scotland',
    extension: {
      workingDays: 20,
      noticeWithin: 20,
      notice:
        'Where the request is complex and voluminous: 20 further working days. The notice gives the reasons, within the first 20, and tells of the right to a review.',
    },
    from: '2005-01-01',
  },
  { code: 'none', label: 'None of these', law: 'No time limit set by law', calendar: 'uk-any', from: '2005-01-01' },
];

/**
 * The regime of this code as it stands on a day.
 * @param on without it, as it stands last
 * @returns undefined where it was not yet in force
 */
export function regimeOn(code: RegimeCode, on?: LocalDate, reference = regimes): Regime | undefined {
  return reference
    .filter((regime) => regime.code === code && (on === undefined || regime.from <= on))
    .reduce<Regime | undefined>(
      (last, next) => (last === undefined || next.from >= last.from ? next : last),
      undefined,
    );
}

/** Whether the answer to a request may be put off, with notice. @param arrivedOn the day that tells which law stands */
export const mayExtend = (code: RegimeCode, arrivedOn?: LocalDate, reference = regimes): boolean =>
  regimeOn(code, arrivedOn, reference)?.extension !== undefined;
