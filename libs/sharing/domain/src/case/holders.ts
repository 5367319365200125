import { membershipIn, type Membership, type PersonActor, type Role } from '#kernel';
import { decidedBy, type Case, type CaseDataset, type Task } from './case.ts';
import type { Officer } from './facts.ts';
import { holdersInOrder } from './route.ts';

/** A person's place in the organisation that decides. */
export type Place = Pick<Membership, 'roles' | 'standsInFor' | 'unit'> & {
  readonly person: string;
  /** Also a member of the organisation that asks, where that is another one. */
  readonly asks?: boolean;
};

/** What a task is, as far as it matters who does it. */
export type Work = Pick<Task, 'kind' | 'label' | 'datasets'>;

/** The actor's place there; undefined for somebody who is none of its members. */
export function placeOf(actor: PersonActor, { organisation, asker }: Pick<Case, 'organisation' | 'asker'>) {
  const membership = membershipIn(actor, organisation);
  if (!membership) return undefined;
  const asks =
    asker.organisation !== undefined &&
    asker.organisation !== organisation &&
    membershipIn(actor, asker.organisation) !== undefined;
  return { ...membership, person: actor.person, asks } satisfies Place;
}

/** Whether this person holds the role, or stands in today for one who does. */
export const holdsRole = ({ roles, standsInFor = [] }: Place, role: Role): boolean =>
  roles.includes(role) || standsInFor.some((cover) => cover.roles.includes(role));

/** A data owner is named on the dataset, or holds the role where nobody is named; or stands in for such a one. */
export function owns(place: Place, { owners }: Pick<CaseDataset, 'owners'>): boolean {
  if (owners.length === 0) return holdsRole(place, 'owner');
  const named = place.roles.includes('owner') && owners.includes(place.person);
  return (
    named || (place.standsInFor ?? []).some(({ person, roles }) => owners.includes(person) && roles.includes('owner'))
  );
}

/** The datasets that a task is about: its own, or all of the case. */
const datasetsOf = (subject: Case, { datasets }: Work): readonly CaseDataset[] =>
  datasets === undefined ? subject.datasets : subject.datasets.filter(({ dataset }) => datasets.includes(dataset));

/** Whether this person holds the role as far as it counts for a piece of work. */
export function holdsFor(place: Place, role: Role, work: Work, subject: Case): boolean {
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
export type Bar =
  'asked' | 'conflict' | 'requesting-organisation' | 'own-unit' | 'advised' | 'decided' | 'decided-before';

/** Fewer than three active people: one may advise and decide, and review; the record says *sole officer*. */
export const isSoleOffice = (officers: readonly Officer[]): boolean => officers.length < 3;

/** Whether this person gave advice on this very case; advice that stands for a class of cases is none. */
export const advisedOn = (subject: Case, person: string): boolean =>
  subject.advice.some((advice) => advice.by === person && advice.standing === undefined);

/** Whether this person decided it as it stands, or before a review sent it back. */
export const everDecided = (subject: Case, person: string): boolean =>
  subject.deciders.includes(person) || decidedBy(subject).includes(person);

/**
 * What keeps a person from work of this kind, or undefined. Asking and deciding never meet in one person, one unit, or one
 * who belongs to both organisations; advising and deciding meet only in an office of fewer than three (domain, Roles).
 */
export function barOf(
  { person, unit, asks }: Pick<Place, 'person' | 'unit' | 'asks'>,
  kind: Work['kind'],
  subject: Case,
  officers: readonly Officer[],
): Bar | undefined {
  if (subject.asker.people.includes(person)) return 'asked';
  if (subject.conflicts.includes(person)) return 'conflict';
  if (kind === 'validate') return undefined;
  const sole = isSoleOffice(officers);
  if (kind === 'advise') return !sole && everDecided(subject, person) ? 'decided' : undefined;
  if (asks) return 'requesting-organisation';
  if (subject.asker.organisation === subject.organisation && subject.asker.unit === unit) return 'own-unit';
  if (sole || kind === 'accept') return undefined;
  if (kind === 'decide' && advisedOn(subject, person)) return 'advised';
  const before = kind === 'review' ? everDecided(subject, person) : subject.deciders.includes(person);
  return before ? 'decided-before' : undefined;
}

const orderOf = ({ kind, label }: Work): readonly Role[] => {
  if (kind !== 'advise') return holdersInOrder[kind];
  return label ? [`adviser:${label}`] : [];
};

/** Whether anybody holds the post that the work is meant for, barred from it or not. */
export const hasPost = (work: Work, officers: readonly Officer[]): boolean =>
  orderOf(work).some((role) => officers.some((officer) => holdsRole(officer, role)));

/** Whose a task becomes: the first role in its order that somebody holds whom nothing bars. */
export function rolesFor(
  work: Work,
  subject: Case,
  officers: readonly Officer[],
): { readonly roles: readonly Role[]; readonly gap: boolean } {
  const free = officers.filter((officer) => barOf(officer, work.kind, subject, officers) === undefined);
  const order = orderOf(work);
  const role = order.find((candidate) => free.some((officer) => holdsFor(officer, candidate, work, subject)));
  return role === undefined ? { roles: order.slice(0, 1), gap: true } : { roles: [role], gap: false };
}
