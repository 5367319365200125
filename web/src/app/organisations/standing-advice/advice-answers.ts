import type { GiveStandingAdviceBody } from '#sharing/contracts';
import type { Fault } from '../../shell/problem.ts';
import type { adviceTexts } from './advice-texts.ts';

/** What the form says, as typed. */
export interface AdviceAnswers {
  readonly label: string;
  readonly verdict: string;
  readonly lane: string;
  /** Undefined for all of the organisation. */
  readonly datasets?: readonly string[];
  /** Undefined for all. */
  readonly purposeClasses?: readonly string[];
  readonly until: string;
  readonly text: string;
}

/** @param chosen ids of the datasets that are ticked, those included that the list does not show just now */
export function adviceAnswersIn(form: FormData, chosen: ReadonlySet<string>): AdviceAnswers {
  const one = (name: string): string => String(form.get(name) ?? '').trim();
  return {
    ...{ label: one('label'), verdict: one('verdict'), lane: one('lane'), until: one('until'), text: one('text') },
    ...(one('which-datasets') === 'some' ? { datasets: [...chosen] } : {}),
    ...(one('which-purposes') === 'some' ? { purposeClasses: form.getAll('purposeClasses').map(String) } : {}),
  };
}

/** What is missing, before anything is sent. */
export function adviceFaults(t: typeof adviceTexts.en, answers: AdviceAnswers): readonly Fault[] {
  const missing = (path: string, is: boolean, message: string): readonly Fault[] => (is ? [{ path, message }] : []);
  return [
    ...missing('verdict', answers.verdict === '', t.verdictMissing),
    ...missing('lane', answers.lane === '', t.laneMissing),
    ...missing('datasets', answers.datasets?.length === 0, t.datasetsMissing),
    ...missing('purposeClasses', answers.purposeClasses?.length === 0, t.purposesMissing),
    ...missing('until', answers.until === '', t.untilMissing),
    ...missing('text', answers.text === '', t.textMissing),
  ];
}

/** What is sent; the service checks it again. */
export const adviceBody = (organisation: string, answers: AdviceAnswers): GiveStandingAdviceBody =>
  ({ actingFor: organisation, ...answers }) as GiveStandingAdviceBody;
