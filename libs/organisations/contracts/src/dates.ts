import * as z from 'zod';

/** A day that people could mean, YYYY-MM-DD. */
export const day = z.iso
  .date({ error: 'Give a day, month and year' })
  .refine((date) => date >= '1900-01-01' && date < '2200-01-01', { error: 'Give a year between 1900 and 2199' });
