import * as z from 'zod';
import { roles } from '#kernel';

/** At least twelve characters, no rules of composition (NCSC, password guidance; OWASP ASVS 5, 6.2). */
export const newPassword = z
  .string()
  .min(12, 'Use at least 12 characters: three random words make a good password')
  .max(1000, 'Use at most 1000 characters');

/** `POST /api/v1/session` */
export const signInBody = z
  .object({
    email: z.string().trim().min(1, 'Enter your e-mail address').max(320),
    password: z.string().min(1, 'Enter your password').max(1000),
  })
  .meta({ id: 'SignIn' });
export type SignInBody = z.infer<typeof signInBody>;

/** `POST /api/v1/session/link`: the one-time sign-in link that setup and the operator's command line make. */
export const signInLinkBody = z
  .object({ token: z.string().min(1).max(500), password: newPassword.optional() })
  .meta({ id: 'SignInLink' });
export type SignInLinkBody = z.infer<typeof signInLinkBody>;

/** `POST /api/v1/session/password`: ends every other session of the person. */
export const changePasswordBody = z
  .object({ current: z.string().min(1, 'Enter your present password').max(1000), password: newPassword })
  .meta({ id: 'ChangePassword' });
export type ChangePasswordBody = z.infer<typeof changePasswordBody>;

/** `GET /api/v1/session`: who is signed in; 200 with `person: null` for nobody, so that a page asks without an error. */
export const sessionView = z
  .object({
    person: z.object({ id: z.uuid(), name: z.string(), email: z.string(), operator: z.boolean() }).nullable(),
    memberships: z.array(
      z.object({
        id: z.uuid(),
        organisation: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
        unit: z.object({ id: z.uuid(), name: z.string() }).optional(),
        roles: z.array(z.enum(roles)),
      }),
    ),
    /** Whether there is a history that this person reads: of their organisation, or of those on their board. */
    readsHistory: z.boolean().optional(),
    /** When the session ends if nothing is done; ISO 8601. */
    expiresAt: z.string().optional(),
    /** Whether this installation holds the demonstration: every page says so. */
    demonstration: z.boolean(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof sessionView>;
