export { forgetOldNotices } from './forget-old-notices.ts';
export { markRead } from './mark-read.ts';
export { Notices001 } from './persistence/migrations/notices-001.ts';
export { countNotices } from './queries/count-notices.ts';
export { listNotices } from './queries/list-notices.ts';
export { settleNotices, type Settling } from './settle-notices.ts';
export { writeNotices, type NewNotice } from './write-notices.ts';
