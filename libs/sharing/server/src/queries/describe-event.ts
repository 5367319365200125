import { adviceLabelWords, laneLabels, type CaseEvent, type RequestEvent, type Side } from '#sharing/domain';

/** What one event says in a timeline; undefined for what this side does not read, or what only prepares the next. */
export function describeCaseEvent(event: CaseEvent, side: Side): string | undefined {
  return side === 'requester' ? describedToRequester(event) : (describedToRequester(event) ?? describedInside(event));
}

/** What both sides read. */
function describedToRequester(event: CaseEvent): string | undefined {
  switch (event.type) {
    case 'case-opened':
      return 'Received';
    case 'case-validated':
      return 'Checked: it is complete';
    case 'case-returned':
      return 'Returned: more information is needed';
    case 'case-answered':
      return 'Answered with new information';
    case 'case-submission-handed-over':
      return 'Goes on with the newest answers';
    case 'case-held':
      return event.facts.waitingFor === 'regulator'
        ? 'On hold: the regulator is asked'
        : 'On hold: somebody outside is asked';
    case 'case-resumed':
      return 'Taken up again';
    case 'case-withdrawn':
      return 'Withdrawn';
    case 'case-lapsed':
      return 'Closed, since there was no answer';
    case 'case-reopened':
      return 'Reopened';
    case 'case-deadline-extended':
      return 'The time for an answer was extended';
    case 'case-decided':
      return decidedWords[event.facts.outcome.code];
    case 'case-decision-rescinded':
      return 'The decision was taken back';
    case 'case-review-asked':
      return 'A review was asked for';
    case 'case-review-concluded':
      return event.facts.result === 'confirmed'
        ? 'Reviewed: the decision stands'
        : 'Reviewed: it is decided again by somebody else';
    case 'case-redirect-followed':
      return 'Asked for where the data is held';
    case 'case-requester-reminded':
      return 'Reminded that an answer is needed';
    case 'case-forms-accepted':
      return 'The coarser form was accepted';
    case 'case-not-taken-up':
      return 'Not taken up: its agreement was abandoned';
    case 'case-forms-declined':
      return 'The coarser form was declined';
    default:
      return undefined;
  }
}

const decidedWords = {
  approved: 'Approved',
  'partly-approved': 'Approved in part',
  refused: 'Refused',
  redirected: 'Passed on',
} as const;

/** What is read by those who work on the case, and by boards. */
function describedInside(event: CaseEvent): string | undefined {
  switch (event.type) {
    case 'case-lane-set':
      return `${event.facts.lowered ? 'Lowered' : 'Raised'} to: ${laneLabels[event.facts.lane].toLowerCase()}`;
    case 'case-advice-asked':
      return 'More advice was asked for';
    case 'case-advice-given': {
      const { label, verdict, standing } = event.facts.advice;
      const said = { support: 'supports it', 'support-if': 'supports it on conditions', object: 'objects' }[verdict];
      return `Advice on ${adviceLabelWords[label]}: ${said}${standing === undefined ? '' : ' (standing advice)'}`;
    }
    case 'case-went-on-without-advice':
      return 'Went on without advice that was late';
    case 'case-risk-accepted':
      return 'The risk that remains was accepted';
    case 'case-task-decided':
      return event.facts.againstObjection ? 'An owner decided, against an objection' : 'An owner decided';
    case 'case-task-assigned':
      return 'A piece of work was assigned';
    case 'case-conflict-declared':
      return 'A conflict of interest was declared';
    case 'case-sample-opened':
      return 'A board opened answers and evidence as a sample';
    case 'case-owners-changed':
      return 'The datasets have other owners now';
    case 'case-tasks-escalated':
      return 'Targets have passed: the stand-ins were told';
    default:
      return undefined;
  }
}

export function describeRequestEvent(event: RequestEvent): string {
  switch (event.type) {
    case 'request-submitted':
      return 'Submitted';
    case 'request-resubmitted':
      return `Submitted again, number ${event.facts.submission}`;
    case 'request-withdrawn':
      return 'Withdrawn as a whole';
    case 'request-taken-over':
      return 'Another member of the organisation answers for it now';
    case 'request-case-added':
      return 'Another organisation decides a part of it';
  }
}
