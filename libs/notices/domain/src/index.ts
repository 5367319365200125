export { isOwnPath, longestHref, longestSentence, noticeKinds, noticeSentence, type NoticeKind } from './notice.ts';
export { digestHour, mailWays, usualWay, type MailWay } from './ways.ts';
export { superseded, type OpenAsk, type Superseded } from './superseded.ts';
