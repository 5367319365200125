// A formatter takes longer to make than a page's worth of numbers to write: each is made once.
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A whole number with separators: 12,345. */
export const formatNumber = (value: number): string => whole.format(value);

const steps = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A size in decimal units, as file managers show it: 1.2 MB. */
export function formatBytes(bytes: number): string {
  const power = Math.min(steps.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${(value < 10 && power > 0 ? tenths : whole).format(value)} ${steps[power]}`;
}
