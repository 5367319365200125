import * as z from 'zod';
import { agreementKinds, agreementStates, columnForms, parties } from '#sharing/domain';
import { coded, laneView, namedOrganisation, refusedCommand, timelineEntry } from '../views/shared-parts.ts';
import { formRule, rowFilter } from './agreed-data.ts';

/** Who receives: an organisation, or an individual by name. */
export const recipientView = z
  .object({ name: z.string(), organisation: namedOrganisation.optional() })
  .meta({ id: 'Recipient' });

export const agreedColumnView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    title: z.string().optional(),
    form: z.object({ code: z.enum(columnForms), label: z.string() }),
    rule: formRule.optional(),
    /** The rule in words, as it stands in the terms. */
    ruleText: z.string().optional(),
  })
  .meta({ id: 'AgreedColumn' });

export const agreedDatasetView = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    whole: z.boolean(),
    columns: z.array(agreedColumnView),
    rows: z.array(rowFilter),
    /** Which rows, in words. */
    rowsText: z.string().optional(),
    /** All columns of the dataset, by any of which rows can be chosen: for those who draft. */
    available: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'AgreedDataset' });

export const clauseView = z
  .object({
    id: z.string(),
    number: z.number().int(),
    heading: z.string(),
    text: z.string(),
    /** Whether it can be taken out. */
    needed: z.boolean(),
    /** A change that waits for the other side's word. */
    proposal: z
      .object({
        by: z.enum(parties),
        mine: z.boolean(),
        /** Absent where the clause is to be taken out. */
        text: z.string().optional(),
        reason: z.string(),
      })
      .optional(),
    /** Why the last proposal to it was declined. */
    declined: z.string().optional(),
  })
  .meta({ id: 'Clause' });

/** A signature, and how it came: by an account, from a page sent by mail, or on a paper whose scan stands beside it. */
export const signatureView = z
  .object({
    party: z.enum(parties),
    by: z.string(),
    /** How, in words; absent for those who signed with their account. */
    note: z.string().optional(),
    at: z.string(),
    hash: z.string(),
    /** The day on which a paper was signed. */
    signedOn: z.string().optional(),
    /** The scan, for both sides. */
    copy: z
      .object({
        name: z.string(),
        href: z.string(),
        bytes: z.number().int(),
        /** Who of the other side has opened it: for the side that put it on record. */
        opened: z.array(z.object({ by: z.string(), last: z.string() })),
      })
      .optional(),
  })
  .meta({ id: 'Signature' });

/** Somebody without an account who is asked to sign; who they are is read by the side that asks. */
export const invitationView = z
  .object({
    party: z.enum(parties),
    until: z.string(),
    /** The link leads nowhere any more. */
    over: z.boolean(),
    asked: z.object({ name: z.string(), position: z.string(), email: z.string(), by: z.string() }).optional(),
  })
  .meta({ id: 'SigningInvitation' });

/** `GET /api/v1/agreements/{id}`: the terms, who waits, and what becomes of them. */
export const agreementView = z
  .object({
    id: z.uuid(),
    revision: z.number().int(),
    reference: z.string(),
    title: z.string(),
    kind: z.object({ code: z.enum(agreementKinds), label: z.string() }),
    state: z.object({ code: z.enum(agreementStates), label: z.string() }),
    version: z.number().int(),
    side: z.enum(['requester', 'owner', 'board']),
    /** One sentence: where it is, and whom it waits for. */
    status: z.string(),
    lane: laneView,
    provider: namedOrganisation,
    recipient: recipientView,
    request: z.object({ id: z.uuid(), reference: z.string() }),
    case: z.uuid(),
    term: z.object({ start: z.string(), end: z.string(), review: z.string() }),
    /** The provider is still drafting, and this reader is the other side: data and clauses are not shown. */
    hidden: z.boolean(),
    datasets: z.array(agreedDatasetView),
    clauses: z.array(clauseView),
    /** SHA-256 of the canonical terms (RFC 8785), once they are frozen. */
    hash: z.string().optional(),
    signatures: z.array(signatureView),
    invitations: z.array(invitationView),
    /** Who was asked last for the reader's side, did not want to sign, and why. */
    unwilling: z.object({ name: z.string(), reason: z.string() }).optional(),
    /** For whom this reader may put a signed copy on record: sides that have not signed. */
    copiesFor: z.array(z.enum(parties)),
    permissions: z.array(z.object({ id: z.uuid(), title: z.string(), status: coded })),
    /** Who loses what when it is suspended or ended, and who is told: read before. */
    reach: z.object({
      permissions: z.number().int(),
      people: z.number().int(),
      downloads: z.number().int(),
      told: z.string(),
    }),
    suspension: z.object({ on: z.string(), reason: z.string() }).optional(),
    ending: z.object({ how: coded.optional(), on: z.string(), reason: z.string().optional() }).optional(),
    disposal: z.object({ dueBy: z.string().optional(), statement: z.string().optional() }).optional(),
    /** The day after which silence abandons terms that nobody signed. */
    abandonedAfter: z.string().optional(),
    timeline: z.array(timelineEntry),
    allowedCommands: z.array(z.string()),
    refusedCommands: z.array(refusedCommand),
  })
  .meta({ id: 'Agreement' });
export type AgreementView = z.infer<typeof agreementView>;

/** `GET /api/v1/agreements`: those of the reader's organisations, the newest first. */
export const agreementList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        reference: z.string(),
        title: z.string(),
        side: z.enum(['requester', 'owner', 'board']),
        state: z.object({ code: z.enum(agreementStates), label: z.string() }),
        provider: namedOrganisation,
        recipient: recipientView,
        datasets: z.array(z.string()),
        term: z.object({ start: z.string(), end: z.string() }),
        /** Whether this reader can do the next step. */
        waitsForYou: z.boolean(),
        status: z.string(),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .meta({ id: 'AgreementList' });
export type AgreementList = z.infer<typeof agreementList>;

export const agreementListQuery = z.object({
  state: z.enum(agreementStates).optional(),
  case: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
export type AgreementListQuery = z.output<typeof agreementListQuery>;
