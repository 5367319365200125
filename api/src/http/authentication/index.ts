export { Access, type AccessDeclaration } from './access.ts';
export { refuseUndeclaredAccess, routesWithoutAccess } from './access-check.ts';
export { actingFor } from './acting-for.ts';
export { bearerOf } from './actor.guard.ts';
export { AuthenticationModule, type AuthenticationParts } from './authentication.module.ts';
export { CallGiver, callerOf, CurrentActor, CurrentCaller, type Caller } from './caller.ts';
export { answerPreflights, comesFromHere, ownOrigins } from './origin.ts';
export { SessionCookie } from './session-cookie.ts';
