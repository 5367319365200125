// A formatter takes longer to make than a date to write. The Swedish way of writing dates is the one of ISO 8601.
const ukDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

/** The date that an instant (ISO 8601) has in the United Kingdom, YYYY-MM-DD: the day by which cover begins and ends. */
export const dayOf = (instant: string): string => ukDay.format(new Date(instant));
