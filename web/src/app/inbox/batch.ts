import type { InboxItem } from '#sharing/contracts';
import type { Problem } from '../shell/problem.ts';

/** What may be done to several at once: nothing that decides anything. */
export type BatchAction =
  | { readonly command: 'assign'; readonly person: string }
  | { readonly command: 'ask-advice'; readonly label: string; readonly question: string };

/** A row is a piece of work: its case and its task. */
export const rowKey = ({ case: one, task }: Pick<InboxItem, 'case' | 'task'>): string => `${one}/${task}`;

/** Work on our side of a case: what a requester is asked for, and terms, are answered on their own pages. */
export const canBeChosen = ({ kind, agreement }: Pick<InboxItem, 'kind' | 'agreement'>): boolean =>
  agreement === undefined && kind.code !== 'answer' && kind.code !== 'forms';

/** The rows that an action is for: advice is asked once for a case, however many of its tasks are chosen. */
export function rowsFor(action: BatchAction['command'], chosen: readonly InboxItem[]): readonly InboxItem[] {
  if (action === 'assign') return chosen;
  return chosen.filter((item, at) => chosen.findIndex((other) => other.case === item.case) === at);
}

/** The one organisation of all that is chosen, for choosing among its people; undefined where there are several. */
export function oneOrganisation(chosen: readonly InboxItem[]): InboxItem['organisation'] | undefined {
  const [first] = chosen;
  return first && chosen.every(({ organisation }) => organisation.id === first.organisation.id)
    ? first.organisation
    : undefined;
}

/** What the command carries. @param revision of the case, as the last command to it left it */
export function batchBody(action: BatchAction, item: InboxItem, revision: number): object {
  const envelope = { revision, actingFor: item.organisation.id };
  if (action.command === 'assign') return { ...envelope, task: item.task, person: action.person };
  const question = action.question.trim();
  return { ...envelope, label: action.label, ...(question === '' ? {} : { question }) };
}

export interface BatchResult {
  readonly item: InboxItem;
  readonly problem?: Problem;
}

export interface BatchCall {
  readonly item: InboxItem;
  readonly body: object;
}

type Give = (
  call: BatchCall,
) => Promise<{ readonly done: { readonly revision: number } } | { readonly problem: Problem }>;

/** Gives one command for each row, one after the other; one that fails stops none of the rest. */
export async function runBatch(
  action: BatchAction,
  chosen: readonly InboxItem[],
  give: Give,
): Promise<readonly BatchResult[]> {
  const revisions = new Map<string, number>();
  const results: BatchResult[] = [];
  for (const item of rowsFor(action.command, chosen)) {
    const body = batchBody(action, item, revisions.get(item.case) ?? item.revision);
    const answer = await give({ item, body });
    if ('done' in answer) revisions.set(item.case, answer.done.revision);
    results.push('done' in answer ? { item } : { item, problem: answer.problem });
  }
  return results;
}
