import { StringDecoder } from 'node:string_decoder';

const longest = 16_000;

/** Hands a stream on line by line; a line without an end is cut, so that it cannot grow for ever. */
export function eachLine(stream, onLine) {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop();
    lines.forEach(onLine);
    if (rest.length > longest) {
      onLine(rest);
      rest = '';
    }
  });
  stream.on('end', () => rest && onLine(rest));
  stream.on('error', () => undefined);
}

/**
 * The sentence of a log line that a person at the terminal should see: an error of a structured log (pino: level ≥ 50),
 * the first line of an error of PostgreSQL, or a plain line on the error output that is no part of a stack trace.
 * @returns {string | undefined}
 */
export function important(line, fromErrors) {
  if (line.startsWith('{')) {
    try {
      const entry = JSON.parse(line);
      if (typeof entry.level === 'number')
        return entry.level >= 50 ? String(entry.msg ?? entry.err?.message ?? line) : undefined;
    } catch {
      // a plain line after all
    }
  }
  if (!fromErrors || line.trim() === '' || /^\s|^\}|^Node\.js v/.test(line)) return undefined;
  return line;
}

/** Lets at most so many calls through in a stretch of time; tells how many it held back. */
export function throttled(show, { most = 5, milliseconds = 10_000 } = {}) {
  let since = -Infinity;
  let shown = 0;
  let heldBack = 0;
  return (text) => {
    const now = performance.now();
    if (now - since > milliseconds) {
      if (heldBack > 0) show(`(${heldBack} more like these; they are in the log)`);
      [since, shown, heldBack] = [now, 0, 0];
    }
    shown += 1;
    if (shown <= most) show(text);
    else heldBack += 1;
  };
}
