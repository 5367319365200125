import * as z from 'zod';
import { columnForms, leastMeasure, mostMeasure } from '#sharing/domain';

const measure = z.number().min(leastMeasure).max(mostMeasure);

/** How a coarser form is made. */
export const formRule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('band'), width: measure }),
    z.strictObject({ kind: z.literal('round'), to: measure }),
    z.strictObject({ kind: z.literal('characters'), keep: z.number().int().min(1).max(1000) }),
    z.strictObject({ kind: z.literal('period'), to: z.enum(['hour', 'day', 'month', 'year']) }),
    z.strictObject({ kind: z.literal('total'), of: z.enum(['sum', 'average', 'lowest', 'highest']) }),
    z.strictObject({ kind: z.literal('sample'), percent: z.number().min(0.01).max(99) }),
  ])
  .meta({ id: 'FormRule' });

const value = z.string().max(1000);

/** Rows that have one of some values in a column, or one between two. */
export const rowFilter = z
  .union([
    z.strictObject({ column: z.uuid(), is: z.array(value).max(1000) }),
    z.strictObject({ column: z.uuid(), from: value.optional(), until: value.optional() }),
  ])
  .meta({ id: 'RowFilter' });

export const agreedColumn = z.strictObject({ column: z.uuid(), form: z.enum(columnForms), rule: formRule.optional() });

export const agreedDataset = z.strictObject({
  dataset: z.uuid(),
  columns: z.array(agreedColumn),
  whole: z.boolean(),
  rows: z.array(rowFilter),
});
