/**
 * Decides how long to wait before a dead child is started again: a quarter of a second, then twice as long each time
 * within a minute; after five restarts within a minute the answer is to give up.
 * @param {{ most?: number, within?: number, first?: number, now?: () => number }} [limits] times in milliseconds
 * @returns {() => number | undefined} called at each death: milliseconds to wait, undefined to give up
 */
export function restartPolicy({ most = 5, within = 60_000, first = 250, now = () => performance.now() } = {}) {
  let deaths = [];
  return () => {
    const moment = now();
    deaths = [...deaths.filter((death) => moment - death < within), moment];
    return deaths.length > most ? undefined : first * 2 ** (deaths.length - 1);
  };
}
