import * as z from 'zod';
import { datasetSummary } from './search.ts';

/** `GET /api/v1/datasets/{id}/preview`: the first rows of a stored file, for readers who may download. */
export const previewView = z
  .object({
    distribution: z.uuid(),
    title: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    /** Rows in the whole file, where it was counted. */
    total: z.number().int().optional(),
  })
  .meta({ id: 'Preview' });
export type PreviewView = z.infer<typeof previewView>;

/** `GET /api/v1/datasets/{id}/revisions`: newest first. */
export const revisionView = z
  .object({
    revision: z.number().int(),
    at: z.string(),
    /** A sentence: "Described by its steward". Names of persons only for readers of the same organisation. */
    summary: z.string(),
    by: z.string(),
    changes: z.array(
      z.object({ field: z.string(), label: z.string(), before: z.string().optional(), after: z.string().optional() }),
    ),
  })
  .meta({ id: 'Revision' });
export const revisionList = z
  .object({ items: z.array(revisionView), next: z.number().int().optional() })
  .meta({ id: 'Revisions' });
export type RevisionList = z.infer<typeof revisionList>;

/** `GET /api/v1/catalogue`: what the home page shows. */
export const frontPage = z
  .object({
    datasets: z.number().int(),
    organisations: z.number().int(),
    themes: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
    access: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
    newest: z.array(datasetSummary),
  })
  .meta({ id: 'FrontPage' });
export type FrontPage = z.infer<typeof frontPage>;

/** `GET /api/v1/vocabularies`: the reference lists that forms offer. */
const term = z.object({ code: z.string(), label: z.string() });
export const vocabularies = z
  .object({
    themes: z.array(term),
    subjectAreas: z.array(term),
    licences: z.array(term.extend({ address: z.string().optional(), open: z.boolean() })),
    frequencies: z.array(term),
    formats: z.array(term),
    access: z.array(term),
    visibilities: z.array(term),
    personalData: z.array(term),
    sensitivities: z.array(term),
  })
  .meta({ id: 'Vocabularies' });
export type Vocabularies = z.infer<typeof vocabularies>;
