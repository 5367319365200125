import { streamsBy, tellerOf, type HistoryTeller } from '#ledger/server';
import {
  agreementEvents,
  caseEvents,
  caseMessageEvents,
  permissionEvents,
  questionEvents,
  questionSetEvents,
  requestEvents,
  standingAdviceEvents,
} from '#sharing/contracts';
import {
  adviceLabelWords,
  stageLabels,
  verdictLabels,
  type AgreementEvent,
  type CaseEvent,
  type CaseMessageEvent,
  type PermissionEvent,
  type QuestionEvent,
  type QuestionSetEvent,
  type RequestEvent,
  type StandingAdviceEvent,
} from '#sharing/domain';
import { describeAgreementEvent, insideOfProvider } from '../agreements/queries/describe-agreement.ts';
import { describePermissionEvent } from '../agreements/queries/describe-permission.ts';
import { describeCaseEvent, describeRequestEvent } from '../queries/describe-event.ts';

const requests = tellerOf<RequestEvent>({
  kind: 'request',
  label: 'Requests',
  events: requestEvents,
  tell: describeRequestEvent,
  streams: streamsBy(
    'select id, title, reference from sharing_request where id = any($1::uuid[])',
    'history-of-requests',
  ),
});

/** What only prepares the next is no moment of a timeline, but it is one of the history. */
function prepared(event: CaseEvent): string | undefined {
  if (event.type === 'case-tasks-set') return `Next step: ${stageLabels[event.facts.stage].toLowerCase()}`;
  return event.type === 'case-asker-changed' ? 'Another member of the organisation answers for it now' : undefined;
}

const cases = tellerOf<CaseEvent>({
  kind: 'case',
  ofDatasets: true,
  label: 'Decisions and what leads to them',
  events: caseEvents,
  tell: (event, inside) =>
    describeCaseEvent(event, inside ? 'board' : 'requester') ?? (inside ? prepared(event) : undefined),
  streams: streamsBy(
    `select one.id, request.title, one.state->>'reference' as reference,
       '/requests/' || one.request || '/cases/' || one.id as path
     from sharing_case one join sharing_request request on request.id = one.request where one.id = any($1::uuid[])`,
    'history-of-cases',
  ),
});

const agreements = tellerOf<AgreementEvent>({
  kind: 'agreement',
  ofDatasets: true,
  label: 'Agreements',
  events: agreementEvents,
  tell: (event, inside) => (inside || !insideOfProvider.has(event.type) ? describeAgreementEvent(event) : undefined),
  streams: streamsBy(
    `select id, content->>'title' as title, reference, '/agreements/' || id as path from agreement
     where id = any($1::uuid[])`,
    'history-of-agreements',
  ),
});

const permissions = tellerOf<PermissionEvent>({
  kind: 'permission',
  ofDatasets: true,
  label: 'Permissions and deliveries',
  events: permissionEvents,
  tell: describePermissionEvent,
  streams: streamsBy(
    `select permission.id, coalesce(dataset.content->>'title', agreement.content->>'title') as title, agreement.reference,
       '/agreements/' || agreement.id as path
     from permission join agreement on agreement.id = permission.agreement
     left join dataset on dataset.id = permission.dataset where permission.id = any($1::uuid[])`,
    'history-of-permissions',
  ),
});

const messages = tellerOf<CaseMessageEvent>({
  kind: 'message',
  label: 'Messages',
  events: caseMessageEvents,
  tell: ({ type }, inside) =>
    type === 'message-posted' ? 'A message was written' : inside ? 'A note was written' : undefined,
  streams: streamsBy(
    `select message.id, request.title, request.reference
     from case_message message join sharing_request request on request.id = message.request
     where message.id = any($1::uuid[])`,
    'history-of-messages',
  ),
});

function describeQuestionEvent(event: QuestionEvent): string {
  switch (event.type) {
    case 'question-asked':
      return 'A question was asked';
    case 'question-answered':
      return event.facts.published ? 'A question was answered for everybody' : 'A question was answered';
    case 'question-passed-on':
      return 'A question was passed on';
    case 'question-closed':
      return event.facts.takenBack ? 'A question was taken back' : 'A question was closed';
    case 'question-publication-withdrawn':
      return 'An answer is no longer shown to everybody';
  }
}

const questions = tellerOf<QuestionEvent>({
  kind: 'question',
  ofDatasets: true,
  label: 'Questions about datasets',
  events: questionEvents,
  tell: describeQuestionEvent,
  streams: streamsBy(
    `select question.id, dataset.content->>'title' as title, '/datasets/' || dataset.slug as path
     from question join dataset on dataset.id = question.dataset where question.id = any($1::uuid[])`,
    'history-of-questions',
  ),
});

const questionSets = tellerOf<QuestionSetEvent>({
  kind: 'question-set',
  label: 'Own questions',
  events: questionSetEvents,
  tell: ({ facts }) => `Own questions published, version ${facts.version}`,
  streams: streamsBy(
    `select question_set.id, organisation.name as title, '/organisations/' || organisation.slug as path
     from question_set join organisation on organisation.id = question_set.organisation
     where question_set.id = any($1::uuid[])`,
    'history-of-question-sets',
  ),
});

const standingAdvice = tellerOf<StandingAdviceEvent>({
  kind: 'standing-advice',
  ofDatasets: true,
  label: 'Standing advice',
  events: standingAdviceEvents,
  tell: (event) =>
    event.type === 'standing-advice-given'
      ? `Standing advice on ${adviceLabelWords[event.facts.label]}: ${verdictLabels[event.facts.verdict].toLowerCase()}`
      : 'Standing advice ended',
  streams: streamsBy(
    `select advice.id, organisation.name as title, '/organisations/' || organisation.slug as path
     from standing_advice advice join organisation on organisation.id = advice.organisation
     where advice.id = any($1::uuid[])`,
    'history-of-standing-advice',
  ),
});

/** How the history of sharing is told. */
export const sharingTellers: readonly HistoryTeller[] = [
  requests,
  cases,
  agreements,
  permissions,
  messages,
  questions,
  questionSets,
  standingAdvice,
];
