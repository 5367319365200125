import { accepted, refusal, refused } from '#kernel';
import { lapseOn, remindersOn } from '../clocks/index.ts';
import { blank } from '../wording.ts';
import type { RedirectCase, RescindDecision } from './commands.ts';
import { missing, personOf, type CaseDecision, type Deciding } from './deciding.ts';
import type { CaseEvent } from './events.ts';
import * as no from './refusals.ts';
import { atWorkAgain, withWhatFollows } from './stages.ts';

/** Twenty working days without an answer close a case that was returned; it can be reopened once. */
export function lapse({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { today, holidays } = circumstances.facts;
  const on = subject.returned?.on;
  if (on === undefined || today <= lapseOn(on, holidays)) return refused(no.notYetLapsed);
  return accepted([{ type: 'case-lapsed', facts: { on: today } }]);
}

/** Reminds the requester, twice before the case lapses; once for each day that has come, however late somebody looks. */
export function remind({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { today, holidays } = circumstances.facts;
  const { returned } = subject;
  if (!returned) return accepted([]);
  const due = remindersOn(returned.on, holidays).filter((day) => day <= today).length;
  if (due <= returned.reminders) return accepted([]);
  return accepted([
    { type: 'case-requester-reminded', facts: { number: due, lapsesOn: lapseOn(returned.on, holidays) } },
  ]);
}

export function reopen({ subject, circumstances }: Omit<Deciding, 'command'>): CaseDecision {
  const { facts } = circumstances;
  return accepted(atWorkAgain(subject, [{ type: 'case-reopened', facts: { on: facts.today } }], facts));
}

/** Passed on: open already, held elsewhere, or a matter for the information-rights team. */
export function redirect({ command, subject, circumstances }: Deciding<RedirectCase>): CaseDecision {
  const { facts } = circumstances;
  const datasets = command.datasets ?? [];
  const known = datasets.every((id) =>
    facts.redirectable.some(
      (one) => one.dataset === id && one.organisation === command.organisation && one.requestable,
    ),
  );
  const faults = [
    ...missing('sharing.reasons-missing', 'Say why: the requester reads it.', 'reasons', command.reasons),
    ...(command.kind === 'open-already' && blank(command.address)
      ? [refusal('sharing.address-missing', 'Give the address where it is open.', 'address')]
      : []),
    ...(known
      ? []
      : [refusal('sharing.dataset-not-requestable', 'That organisation offers no such dataset.', 'datasets')]),
    ...(command.organisation === subject.organisation
      ? [refusal('sharing.redirect-to-oneself', 'That is your own organisation.', 'organisation')]
      : []),
  ];
  if (faults.length > 0) return refused(...faults);
  const { kind, organisation, reasons, address } = command;
  return accepted([
    {
      type: 'case-decided',
      facts: {
        outcome: { code: 'redirected', conditional: false },
        on: facts.today,
        by: personOf({ circumstances }),
        redirect: { kind, ...(organisation === undefined ? {} : { organisation }), datasets, followed: false },
      },
      content: { outcome: { reasons, ...(address === undefined ? {} : { address }) } },
    },
  ]);
}

/** A decision is taken back before anything is in force, and taken anew. */
export function rescind({ command, subject, circumstances }: Deciding<RescindDecision>): CaseDecision {
  const faults = missing(
    'sharing.reasons-missing',
    'Say why it is taken back: the requester reads it.',
    'reasons',
    command.reasons,
  );
  if (faults.length > 0) return refused(...faults);
  const { facts } = circumstances;
  const event: CaseEvent = {
    type: 'case-decision-rescinded',
    facts: { on: facts.today },
    content: { rescinded: { reasons: command.reasons } },
  };
  return accepted(withWhatFollows(subject, [event], facts));
}
