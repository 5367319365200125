/**
 * What the doctor found out about one thing.
 * @typedef {{ about: string, state: 'good' | 'wrong' | 'unknown', says: string, remedy?: string }} Finding
 */

/** @returns {Finding} */
export const good = (about, says) => ({ about, state: 'good', says });

/** @returns {Finding} */
export const wrong = (about, says, remedy) => ({ about, state: 'wrong', says, remedy });

/** Could not be looked at, for a reason that is itself no fault (or is named elsewhere). @returns {Finding} */
export const unknown = (about, says) => ({ about, state: 'unknown', says });
