import { workingDaysBetween } from '#kernel';
import type { ClocksView } from '#sharing/contracts';
import { forecastOf, regimeOn, targetClock, type Case, type CaseFacts } from '#sharing/domain';

const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;

/** What a requester can expect, in a sentence. */
export function forecastWords(taken: readonly number[], used: number, target: number): string {
  const forecast = forecastOf({ taken, used, target });
  return forecast.kind === 'usual'
    ? `Usually decided in ${days(forecast.days)}; now at ${forecast.at}.`
    : `Target ${days(forecast.days)}; too few decisions yet to say what is usual.`;
}

/** Both clocks of a case that is not closed: the owner's promise, and the day by which the law wants an answer. */
export function clocksOf(subject: Case, facts: CaseFacts, taken: readonly number[]): ClocksView {
  const { target, arrivedOn, pauses, regime, legalDeadline, extendedTo } = subject;
  const clock = targetClock({
    workingDays: target,
    startedOn: arrivedOn,
    pauses,
    holidays: facts.holidays,
    today: facts.today,
  });
  const law = regime === undefined ? undefined : regimeOn(regime, arrivedOn);
  const deadline = extendedTo ?? legalDeadline;
  return {
    target: { workingDays: target, ...clock },
    ...(law && {
      legal: {
        regime: { code: law.code, label: law.label },
        law: law.law,
        ...(deadline === undefined
          ? {}
          : { deadline, left: workingDaysBetween(facts.today, deadline, facts.calendars[law.calendar]) }),
        extended: extendedTo !== undefined,
      },
    }),
    forecast: forecastWords(taken, clock.used, target),
  };
}
