import * as z from 'zod';
import {
  accessLevels,
  describedFields,
  lifecycles,
  personalDataKinds,
  sensitivities,
  visibilities,
} from '#catalogue/domain';

const instant = z.string();
const term = z.object({ code: z.string(), label: z.string() });

export const publisherView = z.object({ id: z.uuid(), slug: z.string(), name: z.string() }).meta({ id: 'Publisher' });

export const columnView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    title: z.string().optional(),
    type: z.string(),
    description: z.string().optional(),
    unit: z.string().optional(),
    concept: z.string().optional(),
    sensitivity: z.enum(sensitivities),
  })
  .meta({ id: 'Column' });

export const distributionView = z
  .object({
    id: z.uuid(),
    title: z.string().optional(),
    description: z.string().optional(),
    format: term,
    mediaType: z.string().optional(),
    bytes: z.number().int().optional(),
    /** Given only to readers who may download. */
    accessUrl: z.string().optional(),
    downloadUrl: z.string().optional(),
    issued: z.string().optional(),
    modified: z.string().optional(),
    /** Whether this installation holds the file. */
    stored: z.boolean(),
  })
  .meta({ id: 'Distribution' });

/** The one next action on a dataset, for this reader. */
export const nextActions = [
  'download',
  'visit',
  'accept-terms',
  'request',
  'ask-publisher',
  'not-shared',
  'sign-in',
] as const;

export const nextAction = z
  .object({ kind: z.enum(nextActions), label: z.string(), explanation: z.string(), href: z.string().optional() })
  .meta({ id: 'NextAction' });

/** What one field says elsewhere, or who set it. */
export const fieldSource = z.object({
  setBy: z.enum(['person', 'import']),
  /** Where the source differs from what a person set here. */
  sourceSays: z.unknown().optional(),
});

export const datasetView = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    revision: z.number().int(),
    /** `<public address>/id/dataset/<uuid>`: never changes. */
    identifier: z.string(),
    publisher: publisherView,
    lifecycle: z.enum(lifecycles),
    access: z.object({ code: z.enum(accessLevels), label: z.string() }),
    visibility: z.enum(visibilities),
    personalData: z.enum(personalDataKinds),
    title: z.string(),
    alternativeTitle: z.string().optional(),
    summary: z.string().optional(),
    description: z.string().optional(),
    keywords: z.array(z.string()),
    themes: z.array(term),
    subjectAreas: z.array(term),
    licence: term.extend({ address: z.string().optional(), open: z.boolean() }),
    contact: z
      .object({ name: z.string().optional(), email: z.string().optional(), address: z.string().optional() })
      .optional(),
    creator: z.string().optional(),
    landingPage: z.string().optional(),
    languages: z.array(z.string()),
    spatial: z
      .object({
        label: z.string().optional(),
        address: z.string().optional(),
        box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
      })
      .optional(),
    temporal: z.object({ from: z.string().optional(), until: z.string().optional() }).optional(),
    frequency: term.optional(),
    issued: z.string().optional(),
    modified: z.string().optional(),
    version: z.string().optional(),
    versionNotes: z.string().optional(),
    lineage: z.string().optional(),
    purposeOfCollection: z.string().optional(),
    qualityNotes: z.string().optional(),
    conformsTo: z.array(z.string()),
    rights: z.string().optional(),
    charge: z.string().optional(),
    sourceIdentifier: z.string().optional(),
    withdrawalReason: z.string().optional(),
    /** Withdrawn, and the reader is of another organisation: what describes it is not given, and empty here. */
    withheld: z.boolean().optional(),
    columns: z.array(columnView),
    distributions: z.array(distributionView),
    /** Whether this reader may have the rows: preview and file addresses follow it. */
    mayDownload: z.boolean(),
    nextAction,
    /** Where the rows are given to whoever accepts these terms. */
    terms: z.object({ hash: z.string(), lines: z.array(z.string()), accepted: z.boolean() }).optional(),
    /** Present for imported records. */
    source: z
      .object({ title: z.string(), address: z.string().optional(), lastRead: instant.optional(), present: z.boolean() })
      .optional(),
    /** Who is responsible; names only for readers of the same organisation. */
    owners: z.array(z.object({ person: z.uuid(), name: z.string() })),
    steward: z.object({ person: z.uuid(), name: z.string() }).optional(),
    /** What the UK model asks for and the record lacks: listed, never invented. */
    missing: z.array(z.object({ field: z.string(), label: z.string(), why: z.string() })),
    fieldSources: z.partialRecord(z.enum([...describedFields, 'access']), fieldSource),
    registeredAt: instant,
    changedAt: instant,
    allowedCommands: z.array(z.string()),
  })
  .meta({ id: 'Dataset' });

export type DatasetView = z.infer<typeof datasetView>;
export type ColumnView = z.infer<typeof columnView>;
export type DistributionView = z.infer<typeof distributionView>;
export type NextAction = z.infer<typeof nextAction>;
