import { membershipIn, refusal, type Actor, type PersonActor } from '#kernel';
import { problemOf } from '../problems/index.ts';

export const notSignedIn = refusal(
  'organisations.not-signed-in',
  'Sign in first. What you typed is still on the page.',
);

const notActingFor = refusal(
  'organisations.not-acting-for',
  'You do not belong to the organisation that this is for. Choose one of yours.',
  'actingFor',
);

/** The same person, acting for an organisation that they belong to; ends the call where they do not. */
export function actingFor(actor: Actor, organisation: string): PersonActor {
  if (actor.kind !== 'person') throw problemOf([notSignedIn]);
  const id = organisation.toLowerCase();
  if (!membershipIn(actor, id)) throw problemOf([notActingFor]);
  return { ...actor, actingFor: id };
}
