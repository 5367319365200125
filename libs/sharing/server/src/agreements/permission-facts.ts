import { localDate } from '#kernel';
import type { Loaded } from '#ledger/server';
import type { Queries } from '#platform/database';
import type { Permission, PermissionCommand, PermissionContent, PermissionFacts } from '#sharing/domain';
import type { CaseFactSources } from '../cases/case-facts.ts';
import { caseOrganisations } from '../cases/case-organisations.ts';

/** Steps that set a date by working days; the others need no calendar, and downloads are many. */
const setsDate: ReadonlySet<PermissionCommand['type']> = new Set(['send-notice', 'recall-deliveries']);

/** What decisions about these permissions must know of other rows. */
export async function permissionFacts(
  sources: CaseFactSources,
  queries: Queries,
  items: readonly Loaded<Permission, PermissionContent, PermissionCommand>[],
): Promise<readonly PermissionFacts[]> {
  const today = localDate(sources.clock.now().toISOString());
  const providers = items.flatMap(({ stored, command }) =>
    stored && setsDate.has(command.type) ? [stored.state.provider] : [],
  );
  if (providers.length === 0) return items.map(() => ({ today, holidays: new Set() }));
  const [calendars, offices] = await Promise.all([
    sources.calendars(queries),
    caseOrganisations(queries, [...new Set(providers)]),
  ]);
  return items.map(({ stored }) => ({
    today,
    holidays: calendars[offices.get(stored?.state.provider ?? '')?.nation ?? 'england'],
  }));
}
