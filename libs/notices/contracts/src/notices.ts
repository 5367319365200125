import * as z from 'zod';
import { mailWays, noticeKinds } from '#notices/domain';

const mostIds = 200;

/** One message to the person who asks. */
export const noticeView = z
  .object({
    id: z.uuid(),
    /** `asks`: something waits for the person until it is `settled`. `tells`: what they wait for moved on. */
    kind: z.enum(noticeKinds),
    /** What happened, for programs: `case-needs-validation`. */
    topic: z.string(),
    sentence: z.string(),
    /** A path of this installation. */
    href: z.string().startsWith('/'),
    /** ISO 8601. */
    at: z.string(),
    read: z.boolean(),
    /** Nobody has to act on it any longer. */
    settled: z.boolean(),
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.infer<typeof noticeView>;

/** `GET /api/v1/notices`: the address of a part of one's notices. */
export const noticesQuery = z.object({
  /** `next` of the answer before: the list goes on with older ones. */
  before: z.uuid().optional(),
  size: z.coerce.number().int().min(1).max(100).default(50),
  /** `waiting`: what asks and is not settled. `happened`: all else. Both where it is left out. */
  only: z.enum(['waiting', 'happened']).optional(),
});
export type NoticesQuery = z.output<typeof noticesQuery>;

/** `GET /api/v1/notices`: newest first. */
export const noticeList = z
  .object({
    items: z.array(noticeView),
    /** Of all notices of the person, whatever the list holds. */
    unread: z.number().int(),
    /** To be given as `before` for older ones; absent at the end. */
    next: z.uuid().optional(),
  })
  .meta({ id: 'Notices' });
export type NoticeList = z.infer<typeof noticeList>;

/** `GET /api/v1/notices/count` */
export const noticeCount = z
  .object({
    /** Neither read nor settled. */
    unread: z.number().int(),
    /** Those that ask and are not settled, read or not. */
    asking: z.number().int(),
  })
  .meta({ id: 'NoticeCount' });
export type NoticeCount = z.infer<typeof noticeCount>;

/** `POST /api/v1/notices/commands/read`: answered by what is left to read. */
export const readNoticesBody = z
  .object({
    ids: z.array(z.uuid()).max(mostIds, `Name at most ${mostIds} notices at once`).optional(),
    /** A notice of one's own: it and all that are older. */
    upTo: z.uuid().optional(),
  })
  .refine(({ ids, upTo }) => ids !== undefined || upTo !== undefined, {
    message: 'Name the notices that were read: some by their ids, or all up to one',
    path: ['ids'],
  })
  .meta({ id: 'ReadNotices' });
export type ReadNoticesBody = z.output<typeof readNoticesBody>;

/** `GET` and `PUT /api/v1/notices/preferences`: how somebody is told by mail, by kind. */
export const mailPreferences = z
  .object({ asks: z.enum(mailWays), tells: z.enum(mailWays) })
  .meta({ id: 'MailPreferences' });
export type MailPreferences = z.output<typeof mailPreferences>;
