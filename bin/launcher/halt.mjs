/** Something a person must put right: shown as one line, without a stack trace. */
export class Halt extends Error {
  /** @param {string} message what is wrong and what to do, in one sentence or two */
  constructor(message) {
    super(message);
    this.name = 'Halt';
  }
}
