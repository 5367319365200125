import * as z from 'zod';
import { accessLevels, lifecycles, personalDataKinds } from '#catalogue/domain';
import { publisherView } from './dataset-view.ts';

export const sorts = ['relevance', 'newest', 'title'] as const;
export type Sort = (typeof sorts)[number];

/** Facets, in the order in which they are shown. Each may be given several times: values of one facet are alternatives. */
export const facetNames = ['publisher', 'theme', 'access', 'licence', 'format', 'personalData'] as const;
export type FacetName = (typeof facetNames)[number];

const many = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(50)])
  .optional()
  .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]));

/** The address of a search; the page and the API read the same. */
export const searchQuery = z.object({
  q: z.string().max(300).default(''),
  publisher: many,
  theme: many,
  access: many,
  licence: many,
  format: many,
  personalData: many,
  sort: z.enum(sorts).default('relevance'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
export type SearchQuery = z.output<typeof searchQuery>;

export const datasetSummary = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    /** Where in the title and the sentence the match stands: pieces of text, marked or not. */
    titleParts: z.array(z.object({ text: z.string(), match: z.boolean() })),
    sentence: z.array(z.object({ text: z.string(), match: z.boolean() })),
    publisher: publisherView,
    access: z.object({ code: z.enum(accessLevels), label: z.string() }),
    personalData: z.enum(personalDataKinds),
    licence: z.object({ code: z.string(), label: z.string() }),
    formats: z.array(z.object({ code: z.string(), label: z.string() })),
    modified: z.string().optional(),
    changedAt: z.string(),
    /** Given where it is not published: its own organisation finds its drafts and withdrawn ones too. */
    lifecycle: z.enum(lifecycles).optional(),
  })
  .meta({ id: 'DatasetSummary' });
export type DatasetSummary = z.infer<typeof datasetSummary>;

export const facet = z.object({
  name: z.enum(facetNames),
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int(), chosen: z.boolean() })),
});

export const searchResult = z
  .object({
    items: z.array(datasetSummary),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    facets: z.array(facet),
    /** The query with its misspelt words put right, where that would find something. */
    didYouMean: z.string().optional(),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof searchResult>;
