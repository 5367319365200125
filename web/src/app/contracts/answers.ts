import * as z from 'zod';
import {
  commandResult,
  datasetView,
  frontPage,
  previewView,
  revisionList,
  searchResult,
  uploadedFile,
  vocabularies,
} from '#catalogue/contracts';
import { mailList, mailPreferences, noticeCount, noticeList } from '#notices/contracts';
import { historyPage, mailPromised, organisationList, organisationView, sessionView } from '#organisations/contracts';
import {
  agreementList,
  agreementView,
  caseView,
  datasetRecipients,
  datasetQuestions,
  draftSaved,
  evidenceFile,
  evidenceRemoved,
  inbox,
  madeKey,
  permissionList,
  register,
  registerEntry,
  questionSet,
  requestCommandResult,
  requestList,
  requestView,
  sharingMap,
  sharingReference,
  signedCopy,
  signingDone,
  signingView,
  standingAdviceList,
} from '#sharing/contracts';

/** Every answer of the API that a page reads, by the contract that it is checked with. */
export const answers = {
  session: sessionView,
  frontPage,
  search: searchResult,
  dataset: datasetView,
  revisions: revisionList,
  preview: previewView,
  vocabularies,
  organisations: organisationList,
  organisation: organisationView,
  command: commandResult,
  requests: requestList,
  request: requestView,
  case: caseView,
  inbox,
  sharingReference,
  questionSet,
  requestCommand: requestCommandResult,
  draftSaved,
  evidence: evidenceFile,
  evidenceRemoved,
  datasetQuestions,
  standingAdvice: standingAdviceList,
  agreement: agreementView,
  agreements: agreementList,
  madeKey,
  recipients: datasetRecipients,
  signing: signingView,
  signingDone,
  signedCopy,
  permissions: permissionList,
  register,
  registerEntry,
  sharingMap,
  history: historyPage,
  notices: noticeList,
  noticeCount,
  mailPreferences,
  mails: mailList,
  mailPromised,
  uploadedFile,
};

export type AnswerName = keyof typeof answers;
export type Answer<Name extends AnswerName> = z.output<(typeof answers)[Name]>;

/** The content security policy allows no code made from text, which the checks would otherwise try. */
export const checkWithoutEval = (): void => void z.config({ jitless: true });
