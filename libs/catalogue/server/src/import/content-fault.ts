import { sqlState } from '#platform/database';
import * as z from 'zod';

/** What RFC 8785 has no form for, as the canonical form's writer says it. */
const notCanonical = /^(This value has no canonical JSON|(NaN|Infinity|Lone surrogate) is not allowed)$/;

/**
 * Whether an error lies in what a record says, so that leaving the record out cures it: faults of data (SQLSTATE class
 * 22), constraints (23) and limits (54) of PostgreSQL, and our own checks. Everything else is an outage: records that are
 * sound would be lost to it, so the run ends and can be taken up.
 */
export function isOfContent(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return /^(22|23|54)/.test(state);
  if (error instanceof z.core.$ZodError || error instanceof RangeError) return true;
  return error instanceof Error && notCanonical.test(error.message);
}
