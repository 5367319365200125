import type { CaseSummary } from '#sharing/contracts';
import {
  agreementStateLabels,
  caseStateLabels,
  isClosed,
  laneLabels,
  lapseOn,
  possibilitiesOf,
  stageLabels,
  type Case,
  type Possibilities,
  type Side,
} from '#sharing/domain';
import { addressOfCommand } from '../cases/case-commands.ts';
import type { AgreementOfCase, CaseReading, StoredCase } from './case-reading.ts';
import { clocksOf } from './clocks-of.ts';
import { decisionViewOf, labelOfOutcome } from './decision-view.ts';

/** The words of questions, by id: a comment stands beside the question that it is about. */
export type QuestionLabels = ReadonlyMap<string, string>;

interface ReturnWords {
  readonly comments: readonly { readonly question: string; readonly text: string }[];
}

const waitingLabels = { regulator: 'The regulator', 'third-party': 'Somebody outside' } as const;

/** Commands under their addresses; those of the rules that have none are given by other means. */
export function addressed({ allowed, refused }: Possibilities) {
  return {
    allowedCommands: allowed.flatMap((command) => addressOfCommand(command) ?? []),
    refusedCommands: refused.flatMap(({ command, code, message }) => {
      const address = addressOfCommand(command);
      return address === undefined ? [] : [{ command: address, code, message }];
    }),
  };
}

/** One sentence for both sides: where the case is, and what happens next. */
export function statusOf(subject: Case, name: string): string {
  switch (subject.state) {
    case 'open':
      return openStatus[subject.stage](name);
    case 'returned':
      return `${name} needs more information before it can go on.`;
    case 'on-hold':
      return `${name} waits for somebody outside.`;
    case 'decided':
      return subject.outcome ? `${name}: ${labelOfOutcome(subject.outcome).toLowerCase()}.` : `${name} has decided.`;
    case 'under-review':
      return `Somebody at ${name} who did not decide looks at it again.`;
    case 'withdrawn':
      return `Withdrawn from ${name}.`;
    case 'lapsed':
      return `Closed at ${name}, since there was no answer.`;
    case 'not-taken-up':
      return `Approved by ${name}, and not taken up.`;
  }
}

const openStatus: Record<Case['stage'], (name: string) => string> = {
  validate: (name) => `${name} checks whether it is complete.`,
  advise: (name) => `Advisers at ${name} look at it.`,
  accept: (name) => `${name} weighs the risk to people.`,
  decide: (name) => `The data owner at ${name} decides.`,
};

function returnedOf({ state, content }: StoredCase, reading: CaseReading, id: string, labels: QuestionLabels) {
  if (state.state !== 'returned' || !state.returned) return {};
  const said = content['return'] as ReturnWords | undefined;
  const { on, cannotIdentify } = state.returned;
  return {
    returned: {
      on,
      lapsesOn: lapseOn(on, reading.factsOf(id).holidays),
      cannotIdentify,
      comments: (said?.comments ?? []).map(({ question, text }) => ({
        question,
        label: labels.get(question) ?? 'The request as a whole',
        text,
      })),
    },
  };
}

function heldOf({ state, content }: StoredCase) {
  if (state.state !== 'on-hold') return {};
  const hold = content['hold'] as { reason?: string } | undefined;
  const waitingFor = state.heldFor ?? 'third-party';
  return {
    held: {
      waitingFor: { code: waitingFor, label: waitingLabels[waitingFor] },
      until: state.heldUntil ?? '',
      reason: hold?.reason ?? '',
    },
  };
}

const agreementOf = (agreement: AgreementOfCase | undefined) =>
  agreement === undefined
    ? {}
    : {
        agreement: {
          id: agreement.id,
          state: { code: agreement.status, label: agreementStateLabels[agreement.status] },
        },
      };

/** What both sides see of a case in its request. */
export function caseSummaryOf(
  stored: StoredCase,
  reading: CaseReading,
  side: Side,
  labels: QuestionLabels = new Map(),
): CaseSummary {
  const { id, revision, state } = stored;
  const facts = reading.factsOf(id);
  const organisation = reading.names.organisation(state.organisation);
  const decision = decisionViewOf(stored, reading, side);
  const open = state.state === 'open';
  return {
    id,
    revision,
    organisation,
    state: { code: state.state, label: caseStateLabels[state.state] },
    ...(open ? { stage: { code: state.stage, label: stageLabels[state.stage] } } : {}),
    status: statusOf(state, organisation.name),
    submission: state.submission,
    lane: { code: state.lane, label: laneLabels[state.lane] },
    ...(isClosed(state) ? {} : { clocks: clocksOf(state, facts, reading.daysTaken(state.organisation)) }),
    datasets: state.datasets.map(({ dataset }) => {
      const shared = reading.datasets.get(dataset);
      return { id: dataset, slug: shared?.slug ?? '', title: shared?.title ?? 'A dataset that is gone' };
    }),
    ...returnedOf(stored, reading, id, labels),
    ...heldOf(stored),
    ...(decision ? { decision } : {}),
    ...agreementOf(reading.agreementOf(id)),
    ...addressed(possibilitiesOf(state, { actor: reading.actor, facts })),
  };
}
