import * as z from 'zod';
import { roles } from '#kernel';
import { actingFor } from './commands.ts';

const email = z
  .string()
  .trim()
  .min(1, 'Enter an e-mail address')
  .max(320)
  .pipe(z.email('Write it as name@example.org'));
const name = z.string().trim().min(1, 'Enter a name').max(200);

/** `POST /api/v1/session/reset`: a one-time link to the address, where it has an account. */
export const resetBody = z.object({ email }).meta({ id: 'ResetPassword' });
export type ResetBody = z.output<typeof resetBody>;

/** `POST /api/v1/accounts`: an account for oneself; the link that confirms the address comes by mail. */
export const signUpBody = z.object({ name, email }).meta({ id: 'SignUp' });
export type SignUpBody = z.output<typeof signUpBody>;

/** What both answer, whether or not there is such an account. */
export const mailPromised = z.object({ sent: z.literal(true) }).meta({ id: 'MailPromised' });
export type MailPromised = z.output<typeof mailPromised>;

/** `POST /api/v1/organisations/{id}/invitations`: a place in the organisation for somebody, with an account where there is none. */
export const invitationBody = z
  .object({
    actingFor,
    name,
    email,
    unit: z.uuid().optional(),
    roles: z.array(z.enum(roles)).max(roles.length),
  })
  .meta({ id: 'Invitation' });
export type InvitationBody = z.output<typeof invitationBody>;
