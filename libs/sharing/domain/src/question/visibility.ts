import type { Actor, Role } from '#kernel';
import { caseRoles } from '../case/visibility.ts';
import type { DatasetQuestion } from './question.ts';
import { questionStandingsOf } from './rights.ts';

/** Whether the actor may know who asked: those who answer, and the asker. A published question names nobody. */
export const maySeeAsker = (actor: Actor, question: DatasetQuestion): boolean =>
  actor.kind === 'machine' || questionStandingsOf(actor, question).length > 0;

/**
 * Whether the actor, who sees the dataset, reads the question: its asker and those who answer or answered always, everybody
 * else once it is published with its answer. Machines load and check, and see all.
 */
export const maySeeQuestion = (actor: Actor, question: DatasetQuestion): boolean =>
  question.published || maySeeAsker(actor, question);

/** A reader of a question, of those who see the dataset: everybody, all with a role in an organisation, or one person. */
export type QuestionReader =
  | { readonly everybody: true; readonly standing: 'public' }
  | { readonly organisation: string; readonly role: Role; readonly standing: 'office' }
  | { readonly person: string; readonly standing: 'asker' };

/** Everybody who reads the question, in the terms in which lists are joined; the same set as `maySeeQuestion`. */
export const audienceOfQuestion = ({
  organisation,
  passedBy,
  asker,
  published,
}: DatasetQuestion): readonly QuestionReader[] => [
  ...(published ? [{ everybody: true, standing: 'public' } as const] : []),
  { person: asker.person, standing: 'asker' },
  ...[...new Set([organisation, ...passedBy])].flatMap((one) =>
    caseRoles.map((role): QuestionReader => ({ organisation: one, role, standing: 'office' })),
  ),
];
