import * as z from 'zod';
import type { EventContract, EventContracts } from '#ledger/contracts';
import {
  adviceLabels,
  columnForms,
  lanes,
  outcomes,
  regimeCodes,
  taskKinds,
  verdicts,
  type CaseEvent,
} from '#sharing/domain';

const day = z.iso.date();
const lane = z.enum(lanes);
const nothing = z.strictObject({});
const route = z.strictObject({ id: z.string(), version: z.number().int() });
const asker = z.strictObject({
  person: z.uuid(),
  people: z.array(z.uuid()),
  organisation: z.uuid().optional(),
  unit: z.uuid().optional(),
});
const asked = z.strictObject({
  dataset: z.uuid(),
  columns: z.array(z.uuid()),
  described: z.boolean(),
  whole: z.boolean(),
});
const place = { owners: z.array(z.uuid()), unit: z.uuid().optional() };
const task = z.strictObject({
  id: z.string(),
  kind: z.enum([...taskKinds, 'review']),
  label: z.enum(adviceLabels).optional(),
  asked: z.literal(true).optional(),
  roles: z.array(z.string()),
  datasets: z.array(z.uuid()).optional(),
  assignee: z.uuid().optional(),
  state: z.enum(['open', 'done', 'not-applicable', 'passed-over', 'not-needed']),
  due: day,
  gap: z.literal(true).optional(),
  escalated: z.literal(true).optional(),
});
const judged = {
  submission: z.number().int().min(1),
  lane,
  care: z.boolean(),
  datasets: z.array(asked.extend(place)),
};
const people = z.array(z.uuid()).optional();
const redirect = z.strictObject({
  kind: z.enum(['open-already', 'not-held', 'information-rights']),
  organisation: z.uuid().optional(),
  datasets: z.array(z.uuid()),
  followed: z.boolean(),
});
const code = z.string().optional();

/** Words by part of the case: `advice:<task>`, `decision:<task>`, `return` … */
const words = z.record(z.string(), z.unknown());

const one = '019ab0c2-0000-7000-8000-000000000001';
const two = '019ab0c2-0000-7000-8000-000000000002';
const three = '019ab0c2-0000-7000-8000-000000000003';
const four = '019ab0c2-0000-7000-8000-000000000004';
const askedExample = { dataset: two, columns: [three], described: false, whole: false };
const taskExample = { id: 'validate', kind: 'validate', roles: ['steward'], state: 'open', due: '2026-11-25' };
const on = '2026-11-23';

/** An event of version 1 with one example. */
const first = (facts: z.ZodType, example: object, content?: object): EventContract => ({
  version: 1,
  facts,
  ...(content ? { content: words } : {}),
  examples: { 1: { facts: example, ...(content ? { content } : {}) } },
});

const reasons = (part: string) => ({ [part]: { reasons: 'The new schema came too late for this decision.' } });

/** Every event in the history of a case. */
export const caseEvents: EventContracts<CaseEvent['type']> = {
  'case-opened': first(
    z.strictObject({
      id: z.uuid(),
      request: z.uuid(),
      reference: z.string(),
      organisation: z.uuid(),
      boards: z.array(z.uuid()),
      asker,
      ...judged,
      route,
      target: z.number().int(),
      arrivedOn: day,
      legalFrom: day.optional(),
    }),
    {
      id: one,
      request: two,
      reference: 'WL-2026-0001',
      organisation: three,
      boards: [],
      asker: { person: four, people: [four], organisation: two },
      datasets: [{ ...askedExample, owners: [four] }],
      submission: 1,
      lane: 'A',
      care: false,
      route: { id: 'default', version: 1 },
      target: 20,
      arrivedOn: on,
    },
  ),
  'case-tasks-set': first(z.strictObject({ stage: z.enum(taskKinds), tasks: z.array(task) }), {
    stage: 'validate',
    tasks: [taskExample],
  }),
  'case-validated': first(
    z.strictObject({
      task: z.string(),
      regime: z.enum(regimeCodes),
      legalDeadline: day.optional(),
      datasets: z.array(asked),
    }),
    { task: 'validate', regime: 're-use', legalDeadline: '2026-12-21', datasets: [askedExample] },
    { validation: { note: 'Complete.' } },
  ),
  'case-lane-set': first(
    z.strictObject({ lane, lowered: z.boolean() }),
    { lane: 'B', lowered: false },
    { lane: { reason: 'Small areas could tell who somebody is.' } },
  ),
  'case-advice-asked': first(
    z.strictObject({ task: z.string() }),
    { task: 'advise:security' },
    { 'advice-question:advise:security': { text: 'Is the cloud region acceptable?' } },
  ),
  'case-advice-given': first(
    z.strictObject({
      advice: z.strictObject({
        task: z.string(),
        label: z.enum(adviceLabels),
        verdict: z.enum(verdicts),
        by: z.uuid(),
        standing: z.uuid().optional(),
      }),
    }),
    { advice: { task: 'advise:legal', label: 'legal', verdict: 'object', by: four } },
    { 'advice:advise:legal': { text: 'No power covers the second purpose.' } },
  ),
  'case-went-on-without-advice': first(
    z.strictObject({ tasks: z.array(z.string()) }),
    { tasks: ['advise:legal'] },
    { wentOn: { reason: 'The adviser is away until January.' } },
  ),
  'case-risk-accepted': first(
    z.strictObject({ task: z.string(), by: z.uuid() }),
    { task: 'accept', by: four },
    { acceptance: { reason: 'Low once the postcodes are generalised.' } },
  ),
  'case-task-decided': first(
    z.strictObject({
      decision: z.strictObject({
        task: z.string(),
        by: z.uuid(),
        datasets: z.array(
          z.strictObject({
            dataset: z.uuid(),
            outcome: z.enum(['approved', 'refused']),
            columns: z.array(z.strictObject({ column: z.uuid(), form: z.enum(columnForms) })),
          }),
        ),
        conditional: z.boolean(),
        ground: code,
      }),
      codes: z.strictObject({
        lawfulBasisOwner: code,
        lawfulBasisRequester: code,
        specialCondition: code,
        dpiaScreening: code,
        dpiaOutcome: code,
        lawEnforcement: z.boolean().optional(),
      }),
      precedents: z.array(z.uuid()),
      againstObjection: z.boolean(),
      soleOfficer: z.boolean(),
    }),
    {
      decision: {
        task: 'decide:1',
        by: four,
        datasets: [{ dataset: two, outcome: 'approved', columns: [{ column: three, form: 'banded' }] }],
        conditional: true,
      },
      codes: {},
      precedents: [],
      againstObjection: false,
      soleOfficer: false,
    },
    { 'decision:decide:1': { reasons: 'It serves the purpose.', conditions: ['Publish the method.'], words: {} } },
  ),
  'case-decided': first(
    z.strictObject({
      outcome: z.strictObject({ code: z.enum(outcomes), conditional: z.boolean() }),
      on: day,
      by: z.uuid().optional(),
      ground: code,
      redirect: redirect.optional(),
    }),
    { outcome: { code: 'refused', conditional: false }, on, by: four, ground: 'confidentiality' },
    reasons('outcome'),
  ),
  'case-redirect-followed': first(z.strictObject({ case: z.uuid() }), { case: two }),
  'case-returned': first(
    z.strictObject({ on: day, cannotIdentify: z.boolean(), questions: z.array(z.string()) }),
    { on, cannotIdentify: false, questions: ['aims'] },
    { return: { comments: [{ question: 'aims', text: 'For which months?' }] } },
  ),
  'case-answered': first(
    z.strictObject({ ...judged, people, on: day, legalFrom: day.optional(), legalDeadline: day.optional() }),
    {
      submission: 2,
      lane: 'A',
      care: false,
      datasets: [{ ...askedExample, owners: [four] }],
      people: [four],
      on,
      legalFrom: on,
      legalDeadline: '2026-12-21',
    },
  ),
  'case-submission-handed-over': first(z.strictObject({ ...judged, people }), {
    submission: 2,
    lane: 'A',
    care: false,
    datasets: [{ ...askedExample, owners: [four] }],
    people: [four],
  }),
  'case-held': first(
    z.strictObject({ waitingFor: z.enum(['regulator', 'third-party']), on: day, until: day }),
    { waitingFor: 'regulator', on, until: '2027-01-15' },
    { hold: { reason: 'The ICO was asked (art. 36).' } },
  ),
  'case-resumed': first(z.strictObject({ on: day }), { on }),
  'case-withdrawn': first(z.strictObject({ on: day }), { on }),
  'case-lapsed': first(z.strictObject({ on: day }), { on }),
  'case-reopened': first(z.strictObject({ on: day }), { on }),
  'case-deadline-extended': first(
    z.strictObject({ until: day }),
    { until: '2027-01-22' },
    { extension: { reason: 'The documents are extensive.' } },
  ),
  'case-task-assigned': first(z.strictObject({ task: z.string(), person: z.uuid() }), {
    task: 'validate',
    person: four,
  }),
  'case-conflict-declared': first(
    z.strictObject({ person: z.uuid() }),
    { person: four },
    { [`conflict:${four}`]: { reason: 'My partner works there.' } },
  ),
  'case-sample-opened': first(
    z.strictObject({ sample: z.strictObject({ person: z.uuid(), board: z.uuid(), on: day, until: day }) }),
    { sample: { person: four, board: four, on, until: on } },
    { sample: { reason: 'One in twenty is looked at.' } },
  ),
  'case-decision-rescinded': first(z.strictObject({ on: day }), { on }, reasons('rescinded')),
  'case-review-asked': first(
    z.strictObject({ on: day, from: z.enum(['decided', 'open']) }),
    { on, from: 'decided' },
    { review: { asked: 'The ground does not fit the data.' } },
  ),
  'case-review-concluded': first(
    z.strictObject({ result: z.enum(['confirmed', 'changed']), on: day, soleOfficer: z.boolean() }),
    { result: 'confirmed', on, soleOfficer: false },
    reasons('reviewed'),
  ),
  'case-asker-changed': first(z.strictObject({ person: z.uuid() }), { person: four }),
  'case-owners-changed': first(z.strictObject({ datasets: z.array(z.strictObject({ dataset: z.uuid(), ...place })) }), {
    datasets: [{ dataset: two, owners: [four] }],
  }),
  'case-requester-reminded': first(z.strictObject({ number: z.number().int().min(1), lapsesOn: day }), {
    number: 1,
    lapsesOn: '2026-12-21',
  }),
  'case-tasks-escalated': first(z.strictObject({ tasks: z.array(z.string()) }), { tasks: ['validate'] }),
  'case-forms-accepted': first(nothing, {}),
  'case-forms-declined': first(nothing, {}),
  'case-not-taken-up': first(z.strictObject({ on: day }), { on }),
};
