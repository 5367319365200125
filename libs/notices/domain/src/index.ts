export { isOwnPath, longestHref, longestSentence, noticeKinds, noticeSentence, type NoticeKind } from './notice.ts';
export { superseded, type OpenAsk, type Superseded } from './superseded.ts';
