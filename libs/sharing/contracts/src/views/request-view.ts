import * as z from 'zod';
import { requestStates } from '#sharing/domain';
import { answeredSection, caseSummary } from './case-view.ts';
import {
  askedDataset,
  coded,
  laneView,
  namedOrganisation,
  namedPerson,
  refusedCommand,
  timelineEntry,
} from './shared-parts.ts';

const stateView = z.object({ code: z.enum(requestStates), label: z.string() });

/** A section of the form with how far it is. */
export const sectionProgress = z
  .object({
    id: z.string(),
    title: z.string(),
    state: coded,
    answered: z.number().int(),
    asked: z.number().int(),
    /** Missing to submit. */
    missing: z.number().int(),
    /** Missing for an approval: may be submitted without. */
    missingToApprove: z.number().int(),
  })
  .meta({ id: 'SectionProgress' });

const fault = z.object({ field: z.string(), code: z.string(), message: z.string() });

/** What is being written: a draft, or new answers for cases that were returned. */
export const draftView = z
  .object({
    revision: z.number().int(),
    title: z.string(),
    savedAt: z.string(),
    savedBy: namedPerson.optional(),
    basket: z.array(askedDataset),
    /** By question id, as typed; `questionSets` say which questions there are. */
    answers: z.record(z.string(), z.unknown()),
    questionSets: z.array(z.object({ id: z.string(), version: z.number().int(), title: z.string() })),
    sections: z.array(sectionProgress),
    lane: laneView,
    /** What keeps it from being submitted now. */
    toSubmit: z.array(fault),
    /** What an owner will need before approving. */
    toApprove: z.array(fault),
    people: z.array(namedPerson.extend({ email: z.string().optional(), author: z.boolean() })),
    /** Cases that wait for an answer: the new answers can be for some or all of them. */
    returnedCases: z.array(z.object({ id: z.uuid(), organisation: namedOrganisation })),
    /** Owners to whom a submission goes, with their promise. */
    owners: z.array(
      z.object({
        organisation: namedOrganisation,
        target: z.number().int(),
        forecast: z.string(),
        datasets: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Draft' });
export type DraftView = z.infer<typeof draftView>;

/** `GET /api/v1/requests/{id}`: the same place for all sides, each sees their part. */
export const requestView = z
  .object({
    id: z.uuid(),
    /** Revision of the request in the ledger; 0 while it is a draft. */
    revision: z.number().int(),
    reference: z.string().optional(),
    title: z.string(),
    state: stateView,
    side: z.enum(['requester', 'owner', 'board']),
    requester: z.object({
      person: z.object({ id: z.uuid().optional(), name: z.string() }),
      organisation: namedOrganisation.optional(),
    }),
    /** For the requester's side while something can be written. */
    draft: draftView.optional(),
    /** The newest submission that this reader may see. */
    submission: z
      .object({
        number: z.number().int(),
        at: z.string(),
        sections: z.array(answeredSection),
        asked: z.array(askedDataset),
      })
      .optional(),
    /** All for the requester; for an owner's side its own. */
    cases: z.array(caseSummary),
    timeline: z.array(timelineEntry),
    /** Which organisations have read the answers, or were given a file of evidence: for those who wrote them. */
    reads: z.array(
      z.object({
        organisation: namedOrganisation,
        people: z.number().int(),
        last: z.string(),
        file: z.string().optional(),
      }),
    ),
    /** What waits for this reader, said first. */
    asks: z.array(z.object({ sentence: z.string(), href: z.string() })),
    allowedCommands: z.array(z.string()),
    refusedCommands: z.array(refusedCommand),
  })
  .meta({ id: 'Request' });
export type RequestView = z.infer<typeof requestView>;

/** `GET /api/v1/requests?state=&page=`: what I ask, and what my organisation asks. */
export const requestListQuery = z.object({
  state: z.enum(requestStates).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
export type RequestListQuery = z.output<typeof requestListQuery>;

export const requestSummary = z
  .object({
    id: z.uuid(),
    reference: z.string().optional(),
    title: z.string(),
    state: stateView,
    organisation: namedOrganisation.optional(),
    by: z.string(),
    changedAt: z.string(),
    datasets: z.number().int(),
    /** One sentence on where it is. */
    status: z.string(),
    /** Whether something waits for the requester. */
    waitsForYou: z.boolean(),
    cases: z.array(
      z.object({
        id: z.uuid(),
        organisation: namedOrganisation,
        state: coded,
        stage: coded.optional(),
        outcome: coded.optional(),
        due: z.string().optional(),
        left: z.number().int().optional(),
      }),
    ),
  })
  .meta({ id: 'RequestSummary' });
export type RequestSummary = z.infer<typeof requestSummary>;

export const requestList = z
  .object({
    items: z.array(requestSummary),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    counts: z.object({ draft: z.number(), submitted: z.number(), settled: z.number(), withdrawn: z.number() }),
  })
  .meta({ id: 'Requests' });
export type RequestList = z.infer<typeof requestList>;
