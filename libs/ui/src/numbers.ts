/** A whole number with separators: 12,345. */
export const formatNumber = (value: number): string => new Intl.NumberFormat('en-GB').format(value);

const steps = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A size in decimal units, as file managers show it: 1.2 MB. */
export function formatBytes(bytes: number): string {
  const power = Math.min(steps.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 }).format(value)} ${steps[power]}`;
}
