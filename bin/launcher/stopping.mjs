const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Asked to stop, by a person or the system: no fault. */
export class Stopped extends Error {}

/**
 * One place where the end of everything is asked for: by a signal, by a closed channel to the process that started us,
 * or by a part that cannot go on.
 * @param {{ hurry: () => void }} given called at each further request: the person does not want to wait
 */
export function stopping({ hurry }) {
  const controller = new AbortController();
  const request = (reason) => (controller.signal.aborted ? hurry() : controller.abort(reason));
  const bySignal = () => request(new Stopped());
  const byParent = () => controller.abort(new Stopped());
  for (const name of names) process.on(name, bySignal);
  process.on('disconnect', byParent);
  process.channel?.unref();
  const asked = new Promise((_, reject) =>
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason)),
  );
  asked.catch(() => undefined);
  return {
    signal: controller.signal,
    /** Stops everything because of a fault. */
    because: (fault) => controller.abort(fault),
    /** The work's result, unless the end is asked for first. */
    unless: (work) => Promise.race([work, asked]),
    asked,
    forget() {
      for (const name of names) process.off(name, bySignal);
      process.off('disconnect', byParent);
    },
  };
}
