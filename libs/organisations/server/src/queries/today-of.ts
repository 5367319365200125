import { dayOf } from '#organisations/domain';
import type { Clock } from '#platform/observability';

/** Today's date in the United Kingdom by the platform's clock, YYYY-MM-DD: what stand-ins and expiries are judged by. */
export const todayOf = (clock: Clock): string => dayOf(clock.now().toISOString());
