import type { CaseCommandAddress, CaseView, SharingReference, TaskView } from '#sharing/contracts';
import type { Fault } from '../../../shell/problem.ts';
import type { commandTexts } from './command-texts.ts';
import { lanesBelow, lanesFrom } from './lane-order.ts';

/** Commands whose form is a list of fields; those that weigh more have forms of their own. */
export const plainCommands = [
  'advise',
  'accept',
  'conclude-review',
  'refuse',
  'redirect',
  'hold',
  'resume',
  'rescind',
  'extend-deadline',
  'assign',
  'ask-advice',
  'go-on-without-advice',
  'raise-lane',
  'lower-lane',
  'declare-conflict',
] as const satisfies readonly CaseCommandAddress[];
export type PlainCommand = (typeof plainCommands)[number];

export const isPlain = (command: string): command is PlainCommand =>
  (plainCommands as readonly string[]).includes(command);

export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
}

/** `reasons` is a text to which own texts can be added; `checks` are several choices, kept as their codes with spaces between. */
export type FieldKind = 'reasons' | 'words' | 'address' | 'date' | 'radio' | 'select' | 'checks';

export interface PlannedField {
  /** The name in the command's body, and the place that faults name. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string;
  readonly choices?: readonly Choice[];
  /** Left out of the command where nothing was given. */
  readonly optional?: boolean;
}

/** What was typed, by the field's name. */
export type Values = Readonly<Record<string, string>>;

export interface Planning {
  readonly view: CaseView;
  /** Absent until it has come. */
  readonly reference: SharingReference | undefined;
  readonly values: Values;
  readonly t: typeof commandTexts.en;
}

type Plan = (planning: Planning) => readonly PlannedField[];

const openTasks = ({ tasks }: CaseView): readonly TaskView[] => tasks.filter(({ state }) => state.code === 'open');

/** A task in words: its kind, and for advice whose. */
export const taskWords = ({ kind, label }: Pick<TaskView, 'kind' | 'label'>): string =>
  label ? `${kind.label}: ${label.label}` : kind.label;

const reason = (label: string, hint: string): PlannedField => ({ name: 'reason', kind: 'words', label, hint });
const reasons = (label: string, hint: string): PlannedField => ({ name: 'reasons', kind: 'reasons', label, hint });

const lanesIn = ({ reference }: Planning, codes: readonly string[]): readonly Choice[] =>
  (reference?.lanes ?? []).filter(({ code }) => codes.includes(code));

const extensionHint = ({ view, reference }: Planning): string =>
  reference?.regimes.find(({ code }) => code === view.clocks?.legal?.regime.code)?.notice ?? '';

/** Passing on asks for what its kind needs: an address, or who holds the data. */
function redirectFields({ view, values, t }: Planning): readonly PlannedField[] {
  const kinds = Object.entries(t.redirectKinds).map(([code, { label, hint }]) => ({ code, label, hint }));
  const held = view.elsewhere.find(({ organisation }) => organisation.id === values['organisation']);
  const offered = (held?.datasets ?? []).map(({ id, title }) => ({ code: id, label: title }));
  const organisations = view.elsewhere.map(({ organisation }) => ({ code: organisation.id, label: organisation.name }));
  const where: readonly PlannedField[] = [
    {
      name: 'organisation',
      kind: 'select',
      label: t.redirectOrganisation,
      hint: t.redirectOrganisationHint,
      choices: organisations,
      optional: true,
    },
    ...(offered.length > 0
      ? [{ name: 'datasets', kind: 'checks' as const, label: t.redirectDatasets, choices: offered, optional: true }]
      : []),
  ];
  return [
    { name: 'kind', kind: 'radio', label: t.redirectKind, choices: kinds },
    ...(values['kind'] === 'open-already'
      ? [{ name: 'address', kind: 'address' as const, label: t.redirectAddress, hint: t.redirectAddressHint }]
      : []),
    ...(values['kind'] === 'not-held' ? where : []),
    reasons(t.reasons, t.requesterReads),
  ];
}

const plans: Readonly<Record<PlainCommand, Plan>> = {
  advise: ({ reference, t }) => [
    { name: 'verdict', kind: 'radio', label: t.verdict, choices: reference?.verdicts ?? [] },
    { name: 'text', kind: 'reasons', label: t.adviceText, hint: t.adviceTextHint },
  ],
  accept: ({ t }) => [reason(t.acceptReason, t.acceptReasonHint)],
  'conclude-review': ({ t }) => [
    {
      name: 'result',
      kind: 'radio',
      label: t.reviewResult,
      choices: Object.entries(t.reviewResults).map(([code, { label, hint }]) => ({ code, label, hint })),
    },
    reasons(t.reasons, t.requesterReads),
  ],
  refuse: ({ reference, t }) => [
    { name: 'ground', kind: 'select', label: t.ground, hint: t.groundHint, choices: reference?.refusalGrounds ?? [] },
    reasons(t.reasons, t.requesterReads),
  ],
  redirect: redirectFields,
  hold: ({ t }) => [
    {
      name: 'waitingFor',
      kind: 'radio',
      label: t.waitingFor,
      choices: Object.entries(t.waitingForChoices).map(([code, label]) => ({ code, label })),
    },
    { name: 'until', kind: 'date', label: t.holdUntil, hint: t.holdUntilHint },
    reason(t.holdReason, t.requesterReads),
  ],
  resume: () => [],
  rescind: ({ t }) => [reasons(t.rescindReasons, t.requesterReads)],
  'extend-deadline': (planning) => [
    { name: 'until', kind: 'date', label: planning.t.extendUntil, hint: extensionHint(planning) },
    reason(planning.t.extendReason, planning.t.extendReasonHint),
  ],
  assign: ({ view, t }) => [
    {
      name: 'task',
      kind: 'select',
      label: t.assignTask,
      choices: openTasks(view).map((task) => ({ code: task.id, label: taskWords(task) })),
    },
    {
      name: 'person',
      kind: 'select',
      label: t.assignPerson,
      hint: t.assignPersonHint,
      choices: view.colleagues.map(({ id, name, roles }) => ({ code: id, label: t.colleague(name, roles) })),
    },
  ],
  'ask-advice': ({ reference, t }) => [
    { name: 'label', kind: 'select', label: t.adviser, choices: reference?.adviceLabels ?? [] },
    { name: 'question', kind: 'words', label: t.adviceQuestion, hint: t.adviceQuestionHint, optional: true },
  ],
  'go-on-without-advice': ({ t }) => [reason(t.goOnReason, t.goOnReasonHint)],
  'raise-lane': (planning) => [
    {
      name: 'lane',
      kind: 'radio',
      label: planning.t.lane,
      choices: lanesIn(planning, lanesFrom(planning.view.lane.code).slice(1)),
    },
    reason(planning.t.laneReason, planning.t.keptWithCase),
  ],
  'lower-lane': (planning) => [
    {
      name: 'lane',
      kind: 'radio',
      label: planning.t.lane,
      choices: lanesIn(planning, lanesBelow(planning.view.lane.code)),
    },
    reason(planning.t.laneReason, planning.t.keptWithCase),
  ],
  'declare-conflict': ({ t }) => [reason(t.conflictReason, t.keptWithCase)],
};

export const fieldsOf = (command: PlainCommand, planning: Planning): readonly PlannedField[] =>
  plans[command](planning);

const codesIn = (value: string): readonly string[] => value.split(' ').filter((code) => code !== '');

export const hasCode = (value: string | undefined, code: string): boolean => codesIn(value ?? '').includes(code);

/** The value of several choices with one more, or one less. */
export const withCode = (value: string | undefined, code: string, chosen: boolean): string =>
  [...codesIn(value ?? '').filter((one) => one !== code), ...(chosen ? [code] : [])].join(' ');

const chooses = ({ kind }: PlannedField): boolean => kind === 'radio' || kind === 'select';

/** A choice that is not offered any more counts as not made. */
function valueOf(field: PlannedField, values: Values): string {
  const value = (values[field.name] ?? '').trim();
  const offered = (code: string): boolean => (field.choices ?? []).some((choice) => choice.code === code);
  if (chooses(field)) return offered(value) ? value : '';
  return field.kind === 'checks' ? codesIn(value).filter(offered).join(' ') : value;
}

/** What the command carries beside its envelope. @param task the piece of work that it does, where it does one */
export function bodyOf(fields: readonly PlannedField[], values: Values, task: string | undefined): object {
  const given = fields.flatMap((field): readonly (readonly [string, unknown])[] => {
    const value = valueOf(field, values);
    if (value === '' && (field.optional ?? false)) return [];
    return [[field.name, field.kind === 'checks' ? codesIn(value) : value]];
  });
  return { ...(task === undefined ? {} : { task }), ...Object.fromEntries(given) };
}

/** Choices and dates that were not made, as faults; what is said in words the service judges. */
export const unchosenFaults = (
  fields: readonly PlannedField[],
  values: Values,
  words: { readonly choose: string; readonly date: string },
): readonly Fault[] =>
  fields
    .filter((field) => (chooses(field) || field.kind === 'date') && !(field.optional ?? false))
    .filter((field) => valueOf(field, values) === '')
    .map(({ name, kind }) => ({ path: name, message: kind === 'date' ? words.date : words.choose }));
