import { membershipIn, type Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import type { OwnQuestionSet, QuestionSetCommand } from './own-questions.ts';

/** `absent` is the state before an organisation has published any question. */
export const questionSetStates = ['absent', 'published'] as const;
export type QuestionSetState = (typeof questionSetStates)[number];

export const standingsToQuestionSet = ['operator', 'steward', 'public'] as const;
export type StandingToQuestionSet = (typeof standingsToQuestionSet)[number];

/** Who may publish questions: the owning organisation's steward, and the operator on the command line for it. */
export const questionSetRights: Rights<QuestionSetCommand['type'], QuestionSetState, StandingToQuestionSet> = {
  'publish-question-set': { states: ['absent', 'published'], standings: ['operator', 'steward'] },
};

/** What the actor is to the questions of an organisation, strongest first; everybody may read them. */
export function standingsInQuestionSet(actor: Actor, organisation: string): readonly StandingToQuestionSet[] {
  if (actor.kind === 'machine' && actor.name === 'operator-command-line') return ['operator'];
  const acting = actor.kind === 'person' && actor.actingFor === organisation;
  const steward = acting && membershipIn(actor, organisation)?.roles.includes('steward') === true;
  return steward ? ['steward', 'public'] : ['public'];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function questionSetRight(
  command: QuestionSetCommand['type'],
  state: OwnQuestionSet | undefined,
  standings: readonly string[],
): StandingToQuestionSet | undefined {
  const right = questionSetRights[command];
  if (!right.states.includes(state === undefined ? 'absent' : 'published')) return undefined;
  return right.standings.find((standing) => standings.includes(standing));
}
