import type { Queries } from '#platform/database';

/** The domain of the demonstration's addresses: of those that nobody can have (RFC 2606). */
export const demonstrationDomain = 'demo.example';

/**
 * Whether a database holds the demonstration, whose passwords are public. The people in it say so: settings and folders
 * may be exchanged, they go with the database.
 */
export async function holdsDemonstration(database: Queries): Promise<boolean> {
  const [row] = await database.rows<{ found: boolean }>(
    `select exists (select from person where lower(email) like '%@' || $1) as found`,
    [demonstrationDomain],
  );
  return row?.found === true;
}
