import type { NoticeKind } from './notice.ts';

/** How somebody is told by mail: each notice at once, once a day what is still unread, or not at all. */
export const mailWays = ['at-once', 'daily', 'off'] as const;
export type MailWay = (typeof mailWays)[number];

/** What people get who chose nothing: what they must do comes at once, and so does what they wait for. */
export const usualWay: Readonly<Record<NoticeKind, MailWay>> = { asks: 'at-once', tells: 'at-once' };

/** The hour of the day, in the United Kingdom, from which the daily mail goes out. */
export const digestHour = 7;
