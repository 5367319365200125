import { NoCanonicalForm } from '#ledger/server';
import { sqlState } from '#platform/database';
import * as z from 'zod';

/**
 * Whether an error lies in what a record says, so that leaving the record out cures it: faults of data (SQLSTATE class
 * 22), constraints (23) and limits (54) of PostgreSQL, and our own checks. Everything else is an outage: records that are
 * sound would be lost to it, so the run ends and can be taken up.
 */
export function isOfContent(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return /^(22|23|54)/.test(state);
  return error instanceof z.core.$ZodError || error instanceof RangeError || error instanceof NoCanonicalForm;
}
