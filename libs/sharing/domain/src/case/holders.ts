import { membershipIn, type Membership, type PersonActor, type Role } from '#kernel';
import type { Case, CaseDataset, Task } from './case.ts';
import type { Officer } from './facts.ts';
import { holdersInOrder } from './route.ts';

/** A person's place in the organisation that decides. */
export type Place = Pick<Membership, 'roles' | 'standsInFor' | 'unit'> & { readonly person: string };

/** What a task is, as far as it matters who does it. */
type Work = Pick<Task, 'kind' | 'label' | 'datasets'>;

/** The actor's place there; undefined for somebody who is none of its members. */
export function placeOf(actor: PersonActor, subject: Pick<Case, 'organisation'>): Place | undefined {
  const membership = membershipIn(actor, subject.organisation);
  return membership && { ...membership, person: actor.person };
}

const holdsRole = ({ roles, standsInFor = [] }: Place, role: Role): boolean =>
  roles.includes(role) || standsInFor.some((cover) => cover.roles.includes(role));

/** A data owner is named on the dataset, or holds the role where nobody is named; or stands in for such a one. */
function owns(place: Place, { owners }: Pick<CaseDataset, 'owners'>): boolean {
  if (owners.length === 0) return holdsRole(place, 'owner');
  const named = place.roles.includes('owner') && owners.includes(place.person);
  return (
    named || (place.standsInFor ?? []).some(({ person, roles }) => owners.includes(person) && roles.includes('owner'))
  );
}

/** The datasets that a task is about: its own, or all of the case. */
const datasetsOf = (subject: Case, { datasets }: Work): readonly CaseDataset[] =>
  datasets === undefined ? subject.datasets : subject.datasets.filter(({ dataset }) => datasets.includes(dataset));

function holdsFor(place: Place, role: Role, work: Work, subject: Case): boolean {
  if (role !== 'owner' || work.kind === 'review') return holdsRole(place, role);
  const datasets = datasetsOf(subject, work);
  // To decide one must be owner of each dataset; to fill in for a post that nobody holds, owner of one is enough.
  return work.kind === 'decide'
    ? datasets.every((dataset) => owns(place, dataset))
    : datasets.some((dataset) => owns(place, dataset));
}

/** Whether this person may do the task as far as roles go: their own, those they stand in for, or by being assigned. */
export const holdsTask = (place: Place, task: Task, subject: Case): boolean =>
  task.assignee === place.person || task.roles.some((role) => holdsFor(place, role, task, subject));

/** Whether this person owns every dataset of the case. */
export const ownsAll = (place: Place, subject: Case): boolean =>
  subject.datasets.every((dataset) => owns(place, dataset));

/** What keeps somebody from a piece of work, whatever their role. */
export type Bar = 'asked' | 'own-unit' | 'conflict' | 'advised' | 'decided-before';

/** Fewer than three active people: one may advise and decide, and review; the record says *sole officer*. */
export const isSoleOffice = (officers: readonly Officer[]): boolean => officers.length < 3;

const deciding = (kind: Work['kind']): boolean => kind === 'decide' || kind === 'accept' || kind === 'review';

const advisedOn = (subject: Case, person: string): boolean =>
  subject.advice.some((advice) => advice.by === person && advice.standing === undefined);

const decidedOn = (subject: Case, person: string, kind: Work['kind']): boolean =>
  subject.deciders.includes(person) || (kind === 'review' && subject.decisions.some(({ by }) => by === person));

/**
 * What keeps a person from work of this kind, or undefined. Asking and deciding never meet in one person or one unit; advising
 * and deciding do only in an office of fewer than three (domain, Roles).
 */
export function barOf(
  { person, unit }: Pick<Place, 'person' | 'unit'>,
  kind: Work['kind'],
  subject: Case,
  officers: readonly Officer[],
): Bar | undefined {
  if (subject.asker.people.includes(person)) return 'asked';
  if (subject.conflicts.includes(person)) return 'conflict';
  if (!deciding(kind)) return undefined;
  if (subject.asker.organisation === subject.organisation && subject.asker.unit === unit) return 'own-unit';
  if (isSoleOffice(officers)) return undefined;
  if (kind === 'decide' && advisedOn(subject, person)) return 'advised';
  return kind !== 'accept' && decidedOn(subject, person, kind) ? 'decided-before' : undefined;
}

/** Whose a task becomes: the first role in its order that somebody holds whom nothing bars. */
export function rolesFor(
  work: Work,
  subject: Case,
  officers: readonly Officer[],
): { readonly roles: readonly Role[]; readonly gap: boolean } {
  const free = officers.filter((officer) => barOf(officer, work.kind, subject, officers) === undefined);
  const order: readonly Role[] =
    work.kind === 'advise' ? (work.label ? [`adviser:${work.label}`] : []) : holdersInOrder[work.kind];
  const role = order.find((candidate) => free.some((officer) => holdsFor(officer, candidate, work, subject)));
  return role === undefined ? { roles: order.slice(0, 1), gap: true } : { roles: [role], gap: false };
}
