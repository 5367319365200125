import { rebuildWords } from './catalogue/rebuild-search-words.ts';
import { forgetReceiptsAndClaims } from './ledger/forget-receipts.ts';
import { forgetOldNotices } from './notices/forget-old-notices.ts';
import { forgetMails } from './notices/forget-old-mails.ts';
import { sendMail } from './notices/send-mail.ts';
import { writeDailyMails } from './notices/write-digests.ts';
import { forgetEndedSessions } from './organisations/forget-ended-sessions.ts';
import type { Schedule } from './schedule.ts';
import { forgetUntouchedDrafts } from './sharing/forget-old-drafts.ts';
import { makeFiles } from './sharing/make-files.ts';
import { keepClocksOfAgreements } from './sharing/keep-agreement-clocks.ts';
import { keepClocksOfCases } from './sharing/keep-case-clocks.ts';
import { removeOrphanedFiles } from './storage/remove-orphaned-files.ts';

/** Everything that comes round by itself, one file each. */
export const schedules: readonly Schedule[] = [
  forgetReceiptsAndClaims,
  forgetEndedSessions,
  forgetOldNotices,
  forgetMails,
  sendMail,
  writeDailyMails,
  forgetUntouchedDrafts,
  keepClocksOfCases,
  keepClocksOfAgreements,
  makeFiles,
  rebuildWords,
  removeOrphanedFiles,
];
