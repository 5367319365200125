const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * A date as people here write it: 23 November 2026. Takes ISO 8601: a year, a month, a date, or an instant, which is shown as
 * the date it has in the United Kingdom. Anything else comes back as it is.
 */
export function formatDate(iso: string): string {
  if (iso.includes('T')) return instant(iso, dayFormat);
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso) ?? [];
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (year === undefined || (month !== undefined && name === undefined)) return iso;
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

const zone = { timeZone: 'Europe/London' } as const;
const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;

// A formatter takes longer to make than a page's worth of dates to write: each is made once.
const dayFormat = new Intl.DateTimeFormat('en-GB', { ...zone, ...day });
const instantFormat = new Intl.DateTimeFormat('en-GB', {
  ...{ ...zone, ...day },
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** Date and time of an instant in the United Kingdom: 23 November 2026 at 15:04. */
export const formatInstant = (iso: string): string => instant(iso, instantFormat);

function instant(iso: string, format: Intl.DateTimeFormat): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : format.format(at);
}
