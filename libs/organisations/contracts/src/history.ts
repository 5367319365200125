import * as z from 'zod';

/** One entry of the ledger as a sentence: when, what, about which thing, by whom, for which organisation. */
export const historyItem = z
  .object({
    /** Of the entry. */
    id: z.uuid(),
    at: z.iso.datetime(),
    kind: z.object({ code: z.string(), label: z.string() }),
    sentence: z.string(),
    about: z.object({ title: z.string(), reference: z.string().optional(), path: z.string().optional() }),
    by: z.object({
      /** A person's name with the role used; of another organisation the role alone; “Wayleave” for a machine. */
      name: z.string(),
      /** Absent for people whose names this reader does not read. */
      person: z.uuid().optional(),
      role: z.string().optional(),
      organisation: z.object({ slug: z.string(), name: z.string() }).optional(),
    }),
  })
  .meta({ id: 'HistoryItem' });
export type HistoryItem = z.infer<typeof historyItem>;

/** `GET /api/v1/history`: the newest first. */
export const historyPage = z
  .object({
    items: z.array(historyItem),
    /** What `before` is for the page after this one; absent where this is the last. */
    next: z.uuid().optional(),
    /** Organisations whose history this reader reads. */
    organisations: z.array(z.object({ slug: z.string(), name: z.string() })),
    kinds: z.array(z.object({ code: z.string(), label: z.string() })),
    subjectAreas: z.array(z.object({ code: z.string(), label: z.string() })),
    /** What the page was narrowed to, in words. */
    narrowed: z.object({ dataset: z.string().optional(), person: z.string().optional() }),
  })
  .meta({ id: 'HistoryPage' });
export type HistoryPage = z.infer<typeof historyPage>;

const slug = z.string().max(80);

/** What the history is narrowed to; days are those of the United Kingdom, both inside. */
export const historyFilter = z.object({
  organisation: slug.optional(),
  dataset: slug.optional(),
  subjectArea: slug.optional(),
  person: z.uuid().optional(),
  kind: z.string().max(40).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export type HistoryFilter = z.output<typeof historyFilter>;

export const historyQuery = historyFilter.extend({
  before: z.uuid().optional(),
  size: z.coerce.number().int().min(1).max(500).default(50),
});
export type HistoryQuery = z.output<typeof historyQuery>;
