export { organisationTellers } from './history/organisation-tellers.ts';
export { History, type HistoryOffice } from './history/history.ts';
export type { HistorySearch } from './history/found-entries.ts';
export { historyCells, historyColumns } from './history/history-csv.ts';
export { Accounts } from './accounts/accounts.ts';
export { membershipAggregate } from './commands/membership-aggregate.ts';
export { organisationAggregate } from './commands/organisation-aggregate.ts';
export type { Giver } from './commands/giver.ts';
export { freeSlug, OrganisationCommands } from './commands/organisation-commands.ts';
export { personAggregate } from './commands/person-aggregate.ts';
export { standInAggregate } from './commands/stand-in-aggregate.ts';
export { StandInCommands } from './commands/stand-in-commands.ts';
export { Organisations001 } from './persistence/migrations/organisations-001.ts';
export { Organisations002 } from './persistence/migrations/organisations-002.ts';
export { actorOfPerson, type NamedMembership } from './queries/actor-of-person.ts';
export { demonstrationDomain, holdsDemonstration } from './queries/holds-demonstration.ts';
export { listOrganisations, type CountDatasets } from './queries/list-organisations.ts';
export { findOrganisation, type NamedOrganisation } from './queries/find-organisation.ts';
export { todayOf } from './queries/today-of.ts';
export { peopleById, type NamedPerson } from './queries/people-by-id.ts';
export { boardPeopleOf, type BoardPeople } from './queries/board-people.ts';
export { peopleOfOrganisations, peopleWithRoles, type PersonWithRoles } from './queries/people-with-roles.ts';
export { profileOf } from './queries/profile-of.ts';
export { sessionViewOf } from './queries/session-view.ts';
export type { Reader } from './queries/stand-ins-of.ts';
export { viewOrganisation } from './queries/view-organisation.ts';
export { setPassword } from './sessions/credential.ts';
export {
  recordSecurityEvent,
  securityEventKinds,
  type SecurityEvent,
  type SecurityEventKind,
} from './sessions/security-event.ts';
export {
  Sessions,
  sessionPolicy,
  type Client,
  type CurrentSession,
  type OpenSession,
  type SessionPolicy,
} from './sessions/sessions.ts';
export { SignIn, signInFailed, type SignInOutcome } from './sessions/sign-in.ts';
export { makeSignInLink } from './sessions/sign-in-link.ts';
export { newToken, tokenHash } from './sessions/token.ts';
export { networkOf, Throttle, throttleLimits } from './sessions/throttle.ts';
export { forgetEndedSessions } from './sessions/forget-ended-sessions.ts';
