import { dateInWords, roleLabels, type Role } from '#kernel';
import { streamsBy, tellerOf, type HistoryTeller } from '#ledger/server';
import { membershipEvents, organisationEvents, personEvents, standInEvents } from '#organisations/contracts';
import type { MembershipEvent, OrganisationEvent, PersonEvent, StandInEvent } from '#organisations/domain';

const said: Readonly<Record<OrganisationEvent['type'], string>> = {
  'organisation-registered': 'Entered here',
  'organisation-described': 'What it says of itself was changed',
  'organisation-claimed': 'Claimed by those whose organisation it is',
  'organisation-verified': 'Verified',
  'organisation-verification-withdrawn': 'Verification withdrawn',
  'organisation-unit-added': 'A unit was added',
  'organisation-unit-renamed': 'A unit was renamed',
  'organisation-unit-closed': 'A unit was closed',
  'organisation-profile-filled': 'Its profile was changed',
  'organisation-board-joined': 'Joined a board',
  'organisation-board-left': 'Left a board',
};

const organisations = tellerOf<OrganisationEvent>({
  kind: 'organisation',
  label: 'Organisations',
  events: organisationEvents,
  tell: ({ type }) => said[type],
  streams: streamsBy(
    `select id, name as title, '/organisations/' || slug as path from organisation where id = any($1::uuid[])`,
    'history-of-organisations',
  ),
});

const inWords = (roles: readonly Role[]): string =>
  roles
    .filter((role) => role !== 'requester' || roles.length === 1)
    .map((role) => roleLabels[role])
    .join(', ');

function describeMembershipEvent(event: MembershipEvent): string {
  if (event.type === 'membership-granted') return `Joined: ${inWords(event.facts.roles)}`;
  return event.type === 'membership-roles-set' ? `Roles set: ${inWords(event.facts.roles)}` : 'Left';
}

const memberships = tellerOf<MembershipEvent>({
  kind: 'membership',
  label: 'People and roles',
  events: membershipEvents,
  tell: describeMembershipEvent,
  streams: streamsBy(
    `select membership.id, coalesce(nullif(person.name, ''), 'somebody whose name was erased')
         || ' at ' || organisation.name as title, '/organisations/' || organisation.slug as path
     from membership join person on person.id = membership.person
     join organisation on organisation.id = membership.organisation where membership.id = any($1::uuid[])`,
    'history-of-memberships',
  ),
});

const standIns = tellerOf<StandInEvent>({
  kind: 'stand-in',
  label: 'Cover',
  events: standInEvents,
  tell: (event) =>
    event.type === 'stand-in-named'
      ? `Cover named from ${dateInWords(event.facts.from)} until ${dateInWords(event.facts.until)}: ${inWords(event.facts.roles)}`
      : 'Cover ended',
  streams: streamsBy(
    `select cover.id, coalesce(nullif(deputy.name, ''), 'somebody') || ' for '
         || coalesce(nullif(away.name, ''), 'somebody') as title, '/organisations/' || organisation.slug as path
     from stand_in cover join person away on away.id = cover.person join person deputy on deputy.id = cover.stand_in
     join organisation on organisation.id = cover.organisation where cover.id = any($1::uuid[])`,
    'history-of-cover',
  ),
});

const accounts: Readonly<Record<PersonEvent['type'], string>> = {
  'person-registered': 'Account made',
  'person-address-confirmed': 'Address confirmed',
  'person-renamed': 'Name changed',
  'person-address-changed': 'Address changed',
  'person-appointed-operator': 'Made an operator',
  'person-dismissed-as-operator': 'No longer an operator',
  'person-account-closed': 'Account closed',
  'person-account-reopened': 'Account opened again',
};

const persons = tellerOf<PersonEvent>({
  kind: 'person',
  label: 'Accounts',
  events: personEvents,
  tell: ({ type }) => accounts[type],
  streams: streamsBy(
    `select id, coalesce(nullif(name, ''), 'somebody whose name was erased') as title from person
     where id = any($1::uuid[])`,
    'history-of-accounts',
  ),
});

/** How the history of organisations and their people is told. */
export const organisationTellers: readonly HistoryTeller[] = [organisations, memberships, standIns, persons];
