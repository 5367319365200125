import { accepted, localDate, refusal, refused, type LocalDate, type Outcome, type Refusal } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import { blank } from '../wording.ts';
import type { GiveStandingAdvice, StandingAdviceCommand } from './commands.ts';
import type { StandingAdviceEvent } from './events.ts';
import { longestStandingAdvice, purposeClasses, type StandingAdviceRecord } from './standing-advice.ts';

/** What the door looks up before a decision about standing advice. */
export interface StandingAdviceFacts {
  /** Those of the datasets named that are the organisation's. */
  readonly ownDatasets: readonly string[];
}

type Decision = Outcome<readonly StandingAdviceEvent[]>;

/** The same day a year later, or the last of February where that year has no such day. */
export function yearAfter(day: LocalDate): LocalDate {
  const year = String(Number(day.slice(0, 4)) + 1).padStart(4, '0');
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

function faultOfText(text: string): readonly Refusal[] {
  if (blank(text)) return [refusal('sharing.advice-missing', 'Say what you advise, and why.', 'text')];
  if (text.length <= longestStandingAdvice) return [];
  const words = `Shorten this to ${longestStandingAdvice.toLocaleString('en-GB')} characters.`;
  return [refusal('sharing.text-too-long', words, 'text')];
}

function faultOfDays(until: LocalDate, today: LocalDate): readonly Refusal[] {
  if (until < today) {
    return [refusal('sharing.standing-advice-over', 'The last day lies in the past: choose a later one.', 'until')];
  }
  return until <= yearAfter(today)
    ? []
    : [
        refusal(
          'sharing.standing-advice-too-long',
          'Standing advice holds for 12 months at most, then it is given anew: choose an earlier day.',
          'until',
        ),
      ];
}

function faultsOfClass(command: GiveStandingAdvice, facts: StandingAdviceFacts): readonly Refusal[] {
  const { datasets, purposeClasses: classes } = command;
  const nothing = (field: string, what: string) =>
    refusal('sharing.standing-advice-for-nothing', `Choose at least one ${what}, or say that it is for all.`, field);
  return [
    ...(datasets?.length === 0 ? [nothing('datasets', 'dataset')] : []),
    ...(datasets?.every((dataset) => facts.ownDatasets.includes(dataset)) === false
      ? [refusal('sharing.dataset-of-others', 'Choose datasets of your own organisation alone.', 'datasets')]
      : []),
    ...(classes?.length === 0 ? [nothing('purposeClasses', 'purpose')] : []),
    ...(classes?.every((one) => purposeClasses.some(({ code }) => code === one)) === false
      ? [refusal('sharing.purpose-unknown', 'Choose purposes from the list.', 'purposeClasses')]
      : []),
  ];
}

function give(command: GiveStandingAdvice, by: string, today: LocalDate, facts: StandingAdviceFacts): Decision {
  const { id, organisation, label, verdict, lane, datasets, purposeClasses: classes, until, text } = command;
  const faults = [...faultsOfClass(command, facts), ...faultOfDays(until, today), ...faultOfText(text)];
  if (faults.length > 0) return refused(...faults);
  return accepted([
    {
      type: 'standing-advice-given',
      facts: {
        ...{ id, organisation, label, verdict, lane, by, from: today, until },
        ...(datasets === undefined ? {} : { datasets: [...new Set(datasets)] }),
        ...(classes === undefined ? {} : { purposeClasses: [...new Set(classes)] }),
      },
      content: { text: text.trim() },
    },
  ]);
}

/** Decides about standing advice; states and standings have been checked against `standingAdviceRights` before. */
export function decideStandingAdvice(
  command: StandingAdviceCommand,
  advice: StandingAdviceRecord | undefined,
  { actor, at, facts }: Pick<Circumstances<StandingAdviceFacts>, 'actor' | 'at' | 'facts'>,
): Decision {
  const today = localDate(at);
  if (command.type === 'give-standing-advice') {
    return give(command, actor.kind === 'person' ? actor.person : '', today, facts);
  }
  if (!advice) return refused(refusal('ledger.unseen', 'There is nothing here that you may see.'));
  return advice.until < today
    ? refused(refusal('sharing.standing-advice-past', 'This advice has ended by itself: its last day is past.'))
    : accepted([{ type: 'standing-advice-ended', facts: {} }]);
}
