import * as z from 'zod';
import { caseStates, columnForms, outcomes, verdicts } from '#sharing/domain';
import {
  askedDataset,
  clocksView,
  coded,
  laneView,
  namedOrganisation,
  namedPerson,
  refusedCommand,
  timelineEntry,
} from './shared-parts.ts';

/** What a decision says; shown to both sides, its record to the owner's. */
export const decisionView = z
  .object({
    outcome: z.object({ code: z.enum(outcomes), label: z.string(), conditional: z.boolean() }),
    on: z.string(),
    /** Of each owner who decided, or one for the whole. */
    parts: z.array(
      z.object({
        task: z.string().optional(),
        /** Name for the owner's own side, the organisation for the other. */
        by: z.string(),
        reasons: z.string(),
        conditions: z.array(z.string()),
        ground: coded.optional(),
        objectionReason: z.string().optional(),
        datasets: z.array(
          z.object({
            id: z.uuid(),
            title: z.string(),
            outcome: z.enum(['approved', 'refused']),
            columns: z.array(
              z.object({
                id: z.uuid(),
                name: z.string(),
                form: z.object({ code: z.enum(columnForms), label: z.string() }),
              }),
            ),
            /** Asked for, and not given. */
            withheld: z.array(z.string()),
          }),
        ),
        /** The decision record (ICO data sharing code, annex B): for the owner's side and boards. */
        record: z.array(z.object({ label: z.string(), value: z.string() })),
        precedents: z.array(z.object({ case: z.uuid(), request: z.uuid(), reference: z.string(), title: z.string() })),
      }),
    ),
    /** For one passed on: where to. */
    redirect: z
      .object({
        kind: coded,
        address: z.string().optional(),
        organisation: namedOrganisation.optional(),
        datasets: z.array(z.object({ id: z.uuid(), slug: z.string(), title: z.string() })),
        followed: z.boolean(),
      })
      .optional(),
    /** How to ask for a review, and to whom to complain: always said where not all was given. */
    reviewRoute: z.string().optional(),
    /** Whether columns come in a coarser form and the requester has not answered. */
    awaitsForms: z.boolean(),
  })
  .meta({ id: 'Decision' });
export type DecisionView = z.infer<typeof decisionView>;

/** The part of a request that one organisation decides, as both sides see it in the request. */
export const caseSummary = z
  .object({
    id: z.uuid(),
    revision: z.number().int(),
    organisation: namedOrganisation,
    state: z.object({ code: z.enum(caseStates), label: z.string() }),
    /** What people read of an open case: received, being checked, in review, being decided. */
    stage: coded.optional(),
    /** One sentence: where it is and what happens next. */
    status: z.string(),
    submission: z.number().int(),
    lane: laneView,
    clocks: clocksView.optional(),
    datasets: z.array(z.object({ id: z.uuid(), slug: z.string(), title: z.string() })),
    /** While returned: what is needed, question by question ("" for the whole), and until when. */
    returned: z
      .object({
        on: z.string(),
        lapsesOn: z.string(),
        cannotIdentify: z.boolean(),
        comments: z.array(z.object({ question: z.string(), label: z.string(), text: z.string() })),
      })
      .optional(),
    held: z.object({ waitingFor: coded, until: z.string(), reason: z.string() }).optional(),
    decision: decisionView.optional(),
    /** The agreement that the decision led to. */
    agreement: z.object({ id: z.uuid(), state: coded }).optional(),
    allowedCommands: z.array(z.string()),
    refusedCommands: z.array(refusedCommand),
  })
  .meta({ id: 'CaseSummary' });
export type CaseSummary = z.infer<typeof caseSummary>;

export const taskView = z
  .object({
    id: z.string(),
    kind: coded,
    /** For advice: whose. */
    label: coded.optional(),
    state: coded,
    due: z.string(),
    /** Working days left; negative when overdue. */
    left: z.number().int(),
    overdue: z.boolean(),
    /** Whose it is, in words: "Data owner", "SIRO, since nobody else holds it". */
    holder: z.string(),
    assignee: namedPerson.optional(),
    /** Nobody can do it: an administrator assigns it. */
    gap: z.boolean(),
    datasets: z.array(z.uuid()),
    /** Whether this reader may do it now. */
    mine: z.boolean(),
    question: z.string().optional(),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof taskView>;

export const adviceView = z
  .object({
    task: z.string(),
    label: coded,
    verdict: z.object({ code: z.enum(verdicts), label: z.string() }),
    text: z.string(),
    by: z.string(),
    standing: z.boolean(),
  })
  .meta({ id: 'Advice' });
export type AdviceView = z.infer<typeof adviceView>;

export const answeredQuestion = z.object({
  id: z.string(),
  label: z.string(),
  /** Plain text of the answer; absent where nothing was said. */
  answer: z.string().optional(),
  files: z.array(z.object({ id: z.uuid(), name: z.string(), bytes: z.number().int(), href: z.string() })),
  required: z.enum(['to-submit', 'to-approve']).optional(),
});

export const answeredSection = z.object({ id: z.string(), title: z.string(), questions: z.array(answeredQuestion) });

/**
 * `GET /api/v1/requests/{id}/cases/{case}`: the review screen. For the side of the organisation that decides; boards get it
 * without answers, evidence and notes.
 */
export const caseView = caseSummary
  .extend({
    request: z.object({ id: z.uuid(), reference: z.string(), title: z.string(), submittedAt: z.string() }),
    side: z.enum(['owner', 'board']),
    requester: z.object({
      person: z.object({ name: z.string(), email: z.string().optional() }),
      organisation: namedOrganisation.extend({ kind: coded, verified: z.boolean() }).optional(),
      /** Filled once by the organisation: names and values, with expiries past said so. */
      profile: z.array(z.object({ label: z.string(), value: z.string(), expired: z.boolean() })),
    }),
    /** Empty for boards, unless they opened them as a sample. */
    sections: z.array(answeredSection),
    /** The sample that this reader has open: for which board, and until when. */
    sample: z.object({ board: namedOrganisation, until: z.string() }).optional(),
    asked: z.array(askedDataset),
    flags: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        severity: z.enum(['attention', 'information']),
        question: z.string().optional(),
      }),
    ),
    tasks: z.array(taskView),
    advice: z.array(adviceView),
    acceptance: z.object({ by: z.string(), reason: z.string() }).optional(),
    /** Since the submission that this case judged before. */
    differences: z.array(
      z.object({
        question: z.string(),
        label: z.string(),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
    /** Decided cases of the same datasets or the same class of purpose, newest first. */
    precedents: z.array(
      z.object({
        case: z.uuid(),
        request: z.uuid(),
        reference: z.string(),
        title: z.string(),
        requester: z.string(),
        outcome: coded,
        on: z.string(),
        why: z.string(),
        reasons: z.string(),
      }),
    ),
    timeline: z.array(timelineEntry),
    /** Members of this organisation, for assigning. */
    colleagues: z.array(namedPerson.extend({ roles: z.array(z.string()) })),
    /** Which law is proposed for the choice at validation. */
    proposedRegime: z.string(),
    /** What the record begins with, taken from the answers. */
    proposedRecord: z.object({ codes: z.record(z.string(), z.string()), words: z.record(z.string(), z.string()) }),
    /** Other organisations here whose data could be asked for instead, for passing on. */
    elsewhere: z.array(
      z.object({ organisation: namedOrganisation, datasets: z.array(z.object({ id: z.uuid(), title: z.string() })) }),
    ),
    latestSubmission: z.number().int(),
  })
  .meta({ id: 'Case' });
export type CaseView = z.infer<typeof caseView>;

/** `GET /api/v1/sharing/reference`: the lists that decisions choose from. */
const term = coded.extend({ source: z.string().optional() });
export const sharingReference = z
  .object({
    asOf: z.string(),
    regimes: z.array(coded.extend({ law: z.string(), extendable: z.boolean(), notice: z.string().optional() })),
    lanes: z.array(coded),
    lawfulBases: z.array(term),
    specialConditions: z.array(term),
    refusalGrounds: z.array(term),
    dpiaScreenings: z.array(term),
    dpiaOutcomes: z.array(term),
    columnForms: z.array(coded),
    verdicts: z.array(coded),
    adviceLabels: z.array(coded),
  })
  .meta({ id: 'SharingReference' });
export type SharingReference = z.infer<typeof sharingReference>;
