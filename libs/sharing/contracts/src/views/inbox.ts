import * as z from 'zod';
import { termsWorkKinds } from '#sharing/domain';
import { coded, laneView, namedOrganisation, namedPerson } from './shared-parts.ts';

export const inboxKinds = [
  'validate',
  'advise',
  'accept',
  'decide',
  'review',
  'answer',
  'forms',
  ...termsWorkKinds,
  'hand-over',
  'confirm-notice',
] as const;

const many = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .union([z.enum(values), z.array(z.enum(values)).max(20)])
    .optional()
    .transform((value): Value[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]));

/**
 * `GET /api/v1/inbox`: what waits for me, worst first (fewest working days left). `whose`: `mine` is what I may do by my own
 * role or because it was assigned to me, `standing-in` what I may do for somebody who is away, `team` open work of my
 * organisations that others hold.
 */
export const inboxQuery = z.object({
  whose: z.enum(['mine', 'standing-in', 'team']).default('mine'),
  kind: many(inboxKinds),
  organisation: z.uuid().optional(),
  overdue: z.stringbool().optional(),
  q: z.string().trim().max(200).default(''),
  after: z.string().max(200).optional(),
  size: z.coerce.number().int().min(1).max(500).default(50),
});
export type InboxQuery = z.output<typeof inboxQuery>;

export const inboxItem = z
  .object({
    /** Of the request; with `case` and `task` it names the piece of work. */
    request: z.uuid(),
    case: z.uuid(),
    /** Where the work is on terms or what follows from them. */
    agreement: z.uuid().optional(),
    revision: z.number().int(),
    task: z.string(),
    kind: z.object({ code: z.enum(inboxKinds), label: z.string() }),
    /** For advice: whose. */
    label: coded.optional(),
    reference: z.string(),
    title: z.string(),
    /** Who asks, in words. */
    from: z.string(),
    organisation: namedOrganisation,
    lane: laneView,
    due: z.string(),
    /** Working days; negative when overdue. */
    left: z.number().int(),
    assignee: namedPerson.optional(),
    escalated: z.boolean(),
    gap: z.boolean(),
    href: z.string(),
  })
  .meta({ id: 'InboxItem' });
export type InboxItem = z.infer<typeof inboxItem>;

export const inbox = z
  .object({
    items: z.array(inboxItem),
    next: z.string().optional(),
    counts: z.object({
      mine: z.number().int(),
      standingIn: z.number().int(),
      team: z.number().int(),
      overdue: z.number().int(),
    }),
    /** Organisations in which the reader has work to do, for the filter. */
    organisations: z.array(namedOrganisation),
  })
  .meta({ id: 'Inbox' });
export type Inbox = z.infer<typeof inbox>;
