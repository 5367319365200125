import { membershipIn, type Actor, type PersonActor, type Role } from '#kernel';
import type { Rights } from '#ledger/domain';
import { rolesHeld } from '../case/standings.ts';
import { caseRoles } from '../case/visibility.ts';
import type { QuestionCommandName } from './commands.ts';
import type { DatasetQuestion, QuestionState } from './question.ts';

/** `none` is the state of a question that nobody has asked. */
export const questionRightStates = ['none', 'asked', 'answered', 'closed'] as const;
export type QuestionRightState = 'none' | QuestionState;

/**
 * What somebody is to a question: `owner` and `steward` of the organisation that answers, `publisher` for those of the one
 * that publishes the dataset and passed it on, `office` for all others with a role in either, `reader` for anybody signed in.
 */
export const questionStandings = ['owner', 'steward', 'publisher', 'asker', 'office', 'reader'] as const;
export type QuestionStanding = (typeof questionStandings)[number];

/** Who may do what to a question. Everybody who sees a dataset may ask about it. */
export const questionRights: Rights<QuestionCommandName, QuestionRightState, QuestionStanding> = {
  'ask-question': { states: ['none'], standings: ['reader'] },
  'answer-question': { states: ['asked', 'answered'], standings: ['owner', 'steward'] },
  'pass-on-question': { states: ['asked'], standings: ['owner', 'steward'] },
  'close-question': { states: ['asked'], standings: ['owner', 'steward', 'asker'] },
  'withdraw-publication': { states: ['answered'], standings: ['owner', 'steward', 'publisher'] },
};

/** Roles that the actor holds in the organisation, where they act for it or have not said for whom. */
function rolesIn(actor: PersonActor, organisation: string): ReadonlySet<Role> {
  const acts = actor.actingFor === undefined || actor.actingFor === organisation;
  const membership = acts ? membershipIn(actor, organisation) : undefined;
  return membership ? rolesHeld(membership) : new Set();
}

const isOffice = (roles: ReadonlySet<Role>): boolean => caseRoles.some((role) => roles.has(role));

/** What the actor is to this question, strongest first; empty for those who may at most read it where it is published. */
export function questionStandingsOf(actor: Actor, question: DatasetQuestion | undefined): readonly QuestionStanding[] {
  if (actor.kind !== 'person') return [];
  if (!question) return ['reader'];
  const { organisation, publisher, passedBy, asker } = question;
  const answers = rolesIn(actor, organisation);
  const publishes = organisation === publisher ? new Set<Role>() : rolesIn(actor, publisher);
  const office = [organisation, ...passedBy].some((one) => isOffice(rolesIn(actor, one)));
  return [
    ...(answers.has('owner') ? (['owner'] as const) : []),
    ...(answers.has('steward') ? (['steward'] as const) : []),
    ...(publishes.has('owner') || publishes.has('steward') ? (['publisher'] as const) : []),
    ...(asker.person === actor.person ? (['asker'] as const) : []),
    ...(office ? (['office'] as const) : []),
  ];
}

/** Which standing gives the right to a command in this state; undefined where none does. */
export function questionRight(
  command: QuestionCommandName,
  question: DatasetQuestion | undefined,
  standings: readonly string[],
): QuestionStanding | undefined {
  const right = questionRights[command];
  if (!right.states.includes(question?.state ?? 'none')) return undefined;
  return right.standings.find((standing) => standings.includes(standing));
}

/** What the actor may do to the question now; it travels with the view, and the browser derives none itself. */
export function allowedQuestionCommands(actor: Actor, question: DatasetQuestion): QuestionCommandName[] {
  const standings = questionStandingsOf(actor, question);
  return (Object.keys(questionRights) as QuestionCommandName[]).filter((command) => {
    if (command === 'withdraw-publication' && !question.published) return false;
    return questionRight(command, question, standings) !== undefined;
  });
}
