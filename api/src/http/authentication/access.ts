import { SetMetadata } from '@nestjs/common';

/**
 * Who may call a route at all: `public` (what they then see is decided by object), `signed-in`, whoever shows a key instead
 * (`signed-in-or-key`; the route itself asks whose it is), or the `operator`. Rights
 * to one object are decided behind it, by the door and by the audience.
 */
export type AccessDeclaration = 'public' | 'signed-in' | 'signed-in-or-key' | 'operator';

export const accessKey = 'wayleave:access';

/** Declares who may call a route, or every route of a controller. A route without it does not start. */
export const Access = (access: AccessDeclaration) => SetMetadata(accessKey, access);
