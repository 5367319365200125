export * from './commands.ts';
export * from './events/membership-events.ts';
export * from './events/organisation-events.ts';
export * from './events/person-events.ts';
export * from './events/stand-in-events.ts';
export { organisationProfileView, type OrganisationProfileView } from './organisation-profile.ts';
export * from './history.ts';
export * from './organisation-view.ts';
export * from './session.ts';
