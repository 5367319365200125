import * as z from 'zod';

export const mailView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    address: z.string(),
    subject: z.string().optional(),
    state: z.enum(['to-send', 'sent', 'stopped', 'failed']),
    attempts: z.number().int(),
    fault: z.string().optional(),
    madeAt: z.iso.datetime(),
    nextAt: z.iso.datetime(),
    /** What it says, where no mail server is set and somebody must pass it on. */
    text: z.string().optional(),
  })
  .meta({ id: 'Mail' });
export type MailView = z.infer<typeof mailView>;

/** `GET /api/v1/mail`: for the operator, the newest first. */
export const mailList = z
  .object({
    items: z.array(mailView),
    counts: z.object({ toSend: z.number().int(), failed: z.number().int(), sent: z.number().int() }),
    /** Whether a mail server is set: where none is, mails are kept here. */
    server: z.boolean(),
  })
  .meta({ id: 'Mails' });
export type MailList = z.infer<typeof mailList>;

/** `POST /api/v1/mail/{id}/commands/{retry|discard}`: nothing more need be said. */
export const mailCommandBody = z.object({}).meta({ id: 'MailCommand' });
export type MailCommandBody = z.output<typeof mailCommandBody>;

export const mailQuery = z.object({ state: z.enum(['to-send', 'sent', 'stopped', 'failed']).optional() });
export type MailQuery = z.output<typeof mailQuery>;
