const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Tells a person what is being done: steps with their times. On a terminal the running step stands on the last line
 * until it is done; elsewhere (a file, a service log) there are plain lines alone.
 * @param {{ write(text: string): unknown, isTTY?: boolean }} stream
 */
export function reporter(stream = process.stdout) {
  let running = '';
  const clear = () => running && stream.isTTY && stream.write('\r\x1b[2K');
  const show = () => running && stream.isTTY && stream.write(running);
  const line = (text = '') => {
    clear();
    stream.write(`${text}\n`);
    show();
  };
  /** Runs one step and reports it with its time; a step that fails says so and throws on. */
  const step = async (title, work) => {
    const since = performance.now();
    running = `  … ${title}`;
    show();
    const end = (mark) => {
      clear();
      running = '';
      stream.write(
        stream.isTTY ? `  ${mark} ${title.padEnd(44)} ${seconds(since)}\n` : `${title}: ${seconds(since)}\n`,
      );
    };
    try {
      const result = await work();
      end('✓');
      return result;
    } catch (error) {
      clear();
      running = '';
      stream.write(stream.isTTY ? `  ✗ ${title}\n` : `${title}: failed after ${seconds(since)}\n`);
      throw error;
    }
  };
  return { line, step };
}
