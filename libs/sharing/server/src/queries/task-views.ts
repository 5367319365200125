import { workingDaysBetween, type Actor, type Role } from '#kernel';
import type { AdviceView, TaskView } from '#sharing/contracts';
import {
  adviceLabelWords,
  taskGuard,
  verdictLabels,
  type Case,
  type CaseContent,
  type CaseFacts,
  type Task,
} from '#sharing/domain';
import type { CaseReading, StoredCase } from './case-reading.ts';

export const kindLabels: Record<Task['kind'], string> = {
  validate: 'Check it is complete',
  advise: 'Give advice',
  accept: 'Accept the risk',
  decide: 'Decide',
  review: 'Review the decision',
};

const stateLabels: Record<Task['state'], string> = {
  open: 'Open',
  done: 'Done',
  'not-applicable': 'Not applicable: nobody here has this post',
  'passed-over': 'Went on without it',
  'not-needed': 'Not needed',
};

/** Words for a role, as pages read them. */
export function roleWords(role: string): string {
  const label = role.startsWith('adviser:')
    ? adviceLabelWords[role.slice(8) as keyof typeof adviceLabelWords]
    : undefined;
  if (label) return `${capital(label)} adviser`;
  return (
    { owner: 'Data owner', siro: 'SIRO', steward: 'Steward', administrator: 'Administrator', signatory: 'Signatory' }[
      role
    ] ?? role
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const meant: Partial<Record<Task['kind'], Role>> = {
  validate: 'steward',
  accept: 'siro',
  decide: 'owner',
  review: 'siro',
};

/** Whose a task is, in words: with the names of owners, and of those who stand in. */
function holderWords(task: Task, subject: Case, facts: CaseFacts, reading: CaseReading): string {
  if (task.gap && task.assignee === undefined) return 'Nobody can do it now: an administrator assigns it';
  const role = task.roles[0] ?? '';
  const instead =
    meant[task.kind] !== undefined && meant[task.kind] !== role
      ? `, since no ${roleWords(meant[task.kind] ?? '').toLowerCase()} can`
      : '';
  const owners = new Set(
    subject.datasets.filter(({ dataset }) => task.datasets?.includes(dataset)).flatMap((dataset) => dataset.owners),
  );
  const named =
    role === 'owner' && task.kind === 'decide' ? [...owners].map((owner) => nameWithCover(owner, facts, reading)) : [];
  return `${roleWords(role)}${named.length > 0 ? `: ${named.join(', ')}` : ''}${instead}`;
}

function nameWithCover(person: string, { officers }: CaseFacts, reading: CaseReading): string {
  const cover = officers.find(({ standsInFor }) => standsInFor?.some((one) => one.person === person));
  const name = reading.names.person(person);
  return cover ? `${name} (away: ${reading.names.person(cover.person)} stands in)` : name;
}

/** The work of a case, open and done, as those on the owner's side see it. */
export function taskViewsOf(stored: StoredCase, reading: CaseReading, actor: Actor): TaskView[] {
  const { state, content } = stored;
  const facts = reading.factsOf(stored.id);
  return state.tasks
    .filter((task) => task.state !== 'not-needed')
    .map((task) => {
      const left = workingDaysBetween(facts.today, task.due, facts.holidays);
      const asked = content[`advice-question:${task.id}`] as { text?: string } | undefined;
      return {
        id: task.id,
        kind: { code: task.kind, label: kindLabels[task.kind] },
        ...(task.label ? { label: { code: task.label, label: capital(adviceLabelWords[task.label]) } } : {}),
        state: { code: task.state, label: stateLabels[task.state] },
        due: task.due,
        left,
        overdue: task.state === 'open' && task.due < facts.today,
        holder: holderWords(task, state, facts, reading),
        ...(task.assignee ? { assignee: { id: task.assignee, name: reading.names.person(task.assignee) } } : {}),
        gap: task.gap ?? false,
        datasets: [...(task.datasets ?? [])],
        mine: isMine(task, state, { actor, facts }),
        ...(asked?.text ? { question: asked.text } : {}),
      };
    });
}

const isMine = (task: Task, subject: Case, seen: { readonly actor: Actor; readonly facts: CaseFacts }): boolean => {
  if (subject.state !== (task.kind === 'review' ? 'under-review' : 'open')) return false;
  if (task.kind === 'decide' && subject.stage !== 'decide') return false;
  return taskGuard(task, subject, seen) === undefined;
};

/** Advice given so far, by label. */
export const adviceViewsOf = (
  { state, content }: { state: Case; content: CaseContent },
  reading: CaseReading,
): AdviceView[] =>
  state.advice.map(({ task, label, verdict, by, standing }) => {
    const said = content[`advice:${task}`] as { text?: string } | undefined;
    return {
      task,
      label: { code: label, label: capital(adviceLabelWords[label]) },
      verdict: { code: verdict, label: verdictLabels[verdict] },
      text: said?.text ?? '',
      by: reading.names.person(by),
      standing: standing !== undefined,
    };
  });
