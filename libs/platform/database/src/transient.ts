/** SQLSTATE of failures that a second try may cure: serialization_failure, deadlock_detected (PostgreSQL, appendix A). */
const transientStates = new Set(['40001', '40P01']);

/** SQLSTATE of the outermost database error in a chain of causes; undefined where the error is no database's. */
export function sqlState(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

export const isTransient = (error: unknown): boolean => transientStates.has(sqlState(error) ?? '');

/** Name of the unique constraint that was violated (SQLSTATE 23505), if that is what happened. */
export function violatedConstraint(error: unknown): string | undefined {
  if (sqlState(error) !== '23505') return undefined;
  for (let current = error; current instanceof Error; current = current.cause) {
    const constraint = (current as { constraint?: unknown }).constraint;
    if (typeof constraint === 'string') return constraint;
  }
  return undefined;
}
