import type { Answers, DecideCase } from '#sharing/domain';
import type { Moment } from '../loading.ts';
import type { Act, Step } from './step.ts';

/** So many working days before today, at a time of that day. */
export const on = (days: number, at: string): Moment => ({ on: days, at });

type CaseCommand = Extract<Act, { does: 'case-command' }>;
type Body = CaseCommand['body'];

interface Doing {
  readonly moment: Moment;
  readonly by?: string;
  /** Key of the organisation that decides; the first of the request where absent. */
  readonly owner?: string;
}

const given = ({ owner, ...doing }: Doing, command: CaseCommand['command'], body: Body = () => ({})): Step => ({
  ...doing,
  act: { does: 'case-command', command, body, ...(owner === undefined ? {} : { owner }) },
});

// ---- Those who ask ---------------------------------------------------------------------------------------------------

export const drafted = (moment: Moment): Step => ({ moment, act: { does: 'draft' } });
export const submitted = (moment: Moment): Step => ({ moment, act: { does: 'submit' } });
export const withdrawn = (moment: Moment): Step => ({ moment, act: { does: 'withdraw' } });
export const resubmitted = (moment: Moment, answers: Answers): Step => ({ moment, act: { does: 'resubmit', answers } });
export const formsAccepted = (moment: Moment): Step => given({ moment }, 'accept-forms');
export const formsDeclined = (moment: Moment): Step => given({ moment }, 'decline-forms');
export const reviewAsked = (moment: Moment, reasons: string): Step =>
  given({ moment }, 'ask-review', () => ({ reasons }));

// ---- Those who work on it --------------------------------------------------------------------------------------------

interface Check {
  readonly regime: 're-use' | 'foi' | 'eir' | 'none';
  readonly note?: string;
  readonly owner?: string;
}

/** The steward finds it complete. */
export const checked = (moment: Moment, by: string, { owner, ...body }: Check): Step =>
  given({ moment, by, ...(owner === undefined ? {} : { owner }) }, 'validate', () => body);

/** Sent back, with a comment on each question that needs more; an empty id is the request as a whole. */
export const returned = (moment: Moment, by: string, comments: Readonly<Record<string, string>>): Step =>
  given({ moment, by }, 'return', () => ({
    comments: Object.entries(comments).map(([question, text]) => ({ question, text })),
  }));

interface Advising {
  readonly label: 'data-protection' | 'legal' | 'caldicott';
  readonly verdict: 'support' | 'support-if' | 'object';
  readonly text: string;
}

export const advised = (moment: Moment, by: string, { label, verdict, text }: Advising): Step =>
  given({ moment, by }, 'advise', () => ({ task: `advise:${label}`, verdict, text }));

export const wentOn = (moment: Moment, by: string, reason: string): Step =>
  given({ moment, by }, 'go-on-without-advice', () => ({ reason }));

export const riskAccepted = (moment: Moment, by: string, reason: string): Step =>
  given({ moment, by }, 'accept', () => ({ reason }));

export const conflictDeclared = (moment: Moment, by: string, reason: string): Step =>
  given({ moment, by }, 'declare-conflict', () => ({ reason }));

interface Holding {
  readonly waitingFor: 'regulator' | 'third-party';
  readonly until: string;
  readonly reason: string;
}

export const held = (moment: Moment, by: string, holding: Holding): Step =>
  given({ moment, by }, 'hold', () => ({ ...holding }));

type Form = DecideCase['datasets'][number]['columns'][number]['form'];

interface Deciding extends Pick<DecideCase, 'reasons' | 'conditions' | 'ground' | 'objectionReason'> {
  readonly dataset: string;
  /** What is given: columns by name, each with its form; a name alone is a column as it is. */
  readonly gives: readonly (string | readonly [name: string, form: Form])[];
  /** Keys of stories of the same owner. */
  readonly precedents?: readonly string[];
  readonly codes?: DecideCase['codes'];
  readonly words?: DecideCase['words'];
}

/** The data owner approves, in whole or in part. */
export const decided = (moment: Moment, by: string, decision: Deciding): Step =>
  given({ moment, by }, 'decide', (directory) => {
    const { dataset, gives, precedents = [], codes = {}, words = {}, ...rest } = decision;
    return {
      ...rest,
      task: 'decide:1',
      datasets: [
        {
          dataset: directory.dataset(dataset),
          outcome: 'approved',
          columns: gives.map((one) => {
            const [name, form] = typeof one === 'string' ? ([one, 'as-is'] as const) : one;
            return { column: directory.column(dataset, name), form };
          }),
        },
      ],
      precedents: precedents.map((story) => directory.case(story, directory.publisher(dataset)).id),
      codes,
      words,
    };
  });

export const refused = (moment: Moment, by: string, refusal: { readonly ground: string; readonly reasons: string }) =>
  given({ moment, by }, 'refuse', () => ({ ...refusal }));

interface Redirecting {
  readonly kind: 'open-already' | 'not-held' | 'information-rights';
  readonly reasons: string;
  readonly address?: string;
  /** Key of the dataset that is asked for elsewhere. */
  readonly dataset?: string;
}

export const redirected = (moment: Moment, by: string, { dataset, ...redirect }: Redirecting): Step =>
  given({ moment, by }, 'redirect', (directory) => ({
    ...redirect,
    ...(dataset === undefined
      ? {}
      : { organisation: directory.organisation(directory.publisher(dataset)), datasets: [directory.dataset(dataset)] }),
  }));

// ---- What is said ----------------------------------------------------------------------------------------------------

/** A message to the other side. */
export const wrote = (moment: Moment, by: string, text: string): Step => ({
  moment,
  by,
  act: { does: 'post', kind: 'message', text },
});

/** A note that the office alone reads. */
export const noted = (moment: Moment, by: string, text: string): Step => ({
  moment,
  by,
  act: { does: 'post', kind: 'note', text },
});
