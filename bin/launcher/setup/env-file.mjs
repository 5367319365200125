import { join } from 'node:path';
import { readText, writePrivate } from '../files.mjs';

/** A value as `.env` has it: quoted where blanks or signs would be misread (with a quote that it does not hold). */
function quoted(value) {
  if (/^[^\s#"'`\\]*$/.test(value)) return value;
  const quote = [`'`, '"', '`'].find((sign) => !value.includes(sign));
  return quote ? `${quote}${value}${quote}` : value;
}

/**
 * The text of `.env` with these settings: lines that set one of them are replaced, all others stay.
 * @param {string} text
 * @param {Record<string, string>} settings
 */
export function withSettings(text, settings) {
  const names = Object.keys(settings);
  const sets = (line) => names.some((name) => new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(line));
  const kept = text.split('\n').filter((line) => !sets(line));
  while (kept.at(-1) === '') kept.pop();
  return [...kept, ...names.map((name) => `${name}=${quoted(settings[name])}`), ''].join('\n');
}

/** Writes settings into the checkout's `.env`, which nobody else may read: there are passwords in it. */
export function writeEnvFile(root, settings) {
  const path = join(root, '.env');
  writePrivate(path, withSettings(readText(path) ?? '# Settings of Wayleave; .env.example explains each.', settings));
  return path;
}
