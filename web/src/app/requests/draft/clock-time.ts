const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** The time of day of an instant in the United Kingdom: 14:02. */
export const clockTime = (iso: string): string => {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : clock.format(at);
};
