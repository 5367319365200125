import * as z from 'zod';
import { adviceLabels, columnForms, lanes, regimeCodes, verdicts } from '#sharing/domain';

const text = (longest: number) => z.string().trim().max(longest);
const reasons = text(20_000);
const code = text(60).optional();
const date = z.iso.date('Give a date as 2026-11-23');

/** What a command to a case carries: the revision that was looked at, and the organisation acted for. */
export const caseEnvelope = z.object({ revision: z.number().int().min(0), actingFor: z.uuid().optional() });
export type CaseEnvelope = z.output<typeof caseEnvelope>;

/** `POST /api/v1/requests/{id}/cases/{case}/commands/{name}` by the name in its address. */
export const caseCommandBodies = {
  validate: caseEnvelope
    .extend({
      regime: z.enum(regimeCodes),
      lane: z.enum(lanes).optional(),
      /** Fields described in words, turned into columns. */
      columns: z
        .array(z.object({ dataset: z.uuid(), columns: z.array(z.uuid()).max(2000) }))
        .max(50)
        .optional(),
      /** Datasets that list no columns and are asked for as a whole. */
      whole: z.array(z.uuid()).max(50).optional(),
      note: text(5000).optional(),
    })
    .meta({ id: 'ValidateCase' }),
  'raise-lane': caseEnvelope.extend({ lane: z.enum(lanes), reason: reasons }).meta({ id: 'RaiseLane' }),
  'lower-lane': caseEnvelope.extend({ lane: z.enum(lanes), reason: reasons }).meta({ id: 'LowerLane' }),
  'ask-advice': caseEnvelope
    .extend({ label: z.enum(adviceLabels), question: text(5000).optional() })
    .meta({ id: 'AskAdvice' }),
  advise: caseEnvelope.extend({ task: text(60), verdict: z.enum(verdicts), text: reasons }).meta({ id: 'GiveAdvice' }),
  'go-on-without-advice': caseEnvelope.extend({ reason: reasons }).meta({ id: 'GoOnWithoutAdvice' }),
  accept: caseEnvelope.extend({ reason: reasons }).meta({ id: 'AcceptRisk' }),
  decide: caseEnvelope
    .extend({
      task: text(60),
      datasets: z
        .array(
          z.object({
            dataset: z.uuid(),
            outcome: z.enum(['approved', 'refused']),
            columns: z
              .array(z.object({ column: z.uuid(), form: z.enum(columnForms) }))
              .max(2000)
              .default([]),
          }),
        )
        .max(50),
      reasons,
      conditions: z.array(text(2000).min(1)).max(50).default([]),
      ground: code,
      objectionReason: reasons.optional(),
      precedents: z.array(z.uuid()).max(20).optional(),
      codes: z
        .object({
          lawfulBasisOwner: code,
          lawfulBasisRequester: code,
          specialCondition: code,
          dpiaScreening: code,
          dpiaOutcome: code,
          lawEnforcement: z.boolean().optional(),
        })
        .default({}),
      words: z
        .object({
          legalPowerOwner: text(2000).optional(),
          legalPowerRequester: text(2000).optional(),
          controllerRelationship: text(2000).optional(),
          necessity: text(5000).optional(),
          confidentiality: text(5000).optional(),
          retention: text(2000).optional(),
          security: text(5000).optional(),
          individualsRights: text(5000).optional(),
          interval: text(500).optional(),
          optionsWeighed: text(5000).optional(),
        })
        .default({}),
    })
    .meta({ id: 'DecideCase' }),
  refuse: caseEnvelope.extend({ ground: text(60), reasons }).meta({ id: 'RefuseCase' }),
  redirect: caseEnvelope
    .extend({
      kind: z.enum(['open-already', 'not-held', 'information-rights']),
      reasons,
      address: z
        .url({ protocol: /^https?$/, error: 'Give an address that begins with http:// or https://' })
        .max(2000)
        .optional(),
      organisation: z.uuid().optional(),
      datasets: z.array(z.uuid()).max(50).optional(),
    })
    .meta({ id: 'RedirectCase' }),
  return: caseEnvelope
    .extend({
      comments: z.array(z.object({ question: text(100), text: text(5000) })).max(200),
      cannotIdentify: z.boolean().default(false),
    })
    .meta({ id: 'ReturnCase' }),
  'hand-over-submission': caseEnvelope.meta({ id: 'HandOverSubmission' }),
  hold: caseEnvelope
    .extend({ waitingFor: z.enum(['regulator', 'third-party']), until: date, reason: reasons })
    .meta({ id: 'HoldCase' }),
  resume: caseEnvelope.meta({ id: 'ResumeCase' }),
  withdraw: caseEnvelope.meta({ id: 'WithdrawCase' }),
  reopen: caseEnvelope.meta({ id: 'ReopenCase' }),
  rescind: caseEnvelope.extend({ reasons }).meta({ id: 'RescindDecision' }),
  'extend-deadline': caseEnvelope.extend({ until: date, reason: reasons }).meta({ id: 'ExtendDeadline' }),
  assign: caseEnvelope.extend({ task: text(60), person: z.uuid() }).meta({ id: 'AssignTask' }),
  'declare-conflict': caseEnvelope.extend({ reason: reasons }).meta({ id: 'DeclareConflict' }),
  'open-sample': caseEnvelope.extend({ reason: reasons }).meta({ id: 'OpenSample' }),
  'ask-review': caseEnvelope.extend({ reasons }).meta({ id: 'AskReview' }),
  'conclude-review': caseEnvelope
    .extend({ result: z.enum(['confirmed', 'changed']), reasons })
    .meta({ id: 'ConcludeReview' }),
  'accept-forms': caseEnvelope.meta({ id: 'AcceptForms' }),
  'decline-forms': caseEnvelope.meta({ id: 'DeclineForms' }),
} as const;

/** Names of the commands to a case, as they stand in addresses and in `allowedCommands`. */
export type CaseCommandAddress = keyof typeof caseCommandBodies;
export const caseCommandAddresses = Object.keys(caseCommandBodies) as CaseCommandAddress[];
export type CaseCommandBody<Name extends CaseCommandAddress> = z.output<(typeof caseCommandBodies)[Name]>;
