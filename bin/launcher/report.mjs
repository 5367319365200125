const soon = 2_000;
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
    // Where there is no terminal, whoever waits long should know for what.
    const patience = stream.isTTY ? undefined : setTimeout(() => stream.write(`${title} …\n`), soon);
    const end = (onTerminal, plain) => {
      clearTimeout(patience);
      clear();
      running = '';
      stream.write(stream.isTTY ? `  ${onTerminal}\n` : `${plain}\n`);
    };
    try {
      const result = await work();
      end(`✓ ${title.padEnd(44)} ${seconds(since)}`, `${title}: ${seconds(since)}`);
      return result;
    } catch (error) {
      end(`✗ ${title}`, `${title}: failed after ${seconds(since)}`);
      throw error;
    }
  };
  return { line, step };
}
