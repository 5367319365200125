/** Numbers that look like chance and are the same at every run: a seed, then Mulberry32's mixing steps. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, until: number): number;
  /** Bell-shaped, by the sum of six. */
  about(middle: number, spread: number): number;
  happens(probability: number): boolean;
  pick<Value>(from: readonly Value[]): Value;
  /** The first value is the likeliest: each next one half as likely as the one before. */
  pickEarly<Value>(from: readonly Value[]): Value;
}

const seedOf = (text: string): number => {
  let seed = 0x811c9dc5;
  for (const character of text) seed = Math.imul(seed ^ character.charCodeAt(0), 0x01000193);
  return seed >>> 0;
};

/** @param seed any word: one word, one sequence */
export function chanceOf(seed: string): Chance {
  let state = seedOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const whole = (from: number, until: number): number => from + Math.floor(next() * (until - from + 1));
  const at = <Value>(from: readonly Value[], index: number): Value => {
    const value = from[index];
    if (value === undefined) throw new RangeError('Nothing to pick from');
    return value;
  };
  return {
    next,
    whole,
    about: (middle, spread) => middle + (next() + next() + next() + next() + next() + next() - 3) * spread,
    happens: (probability) => next() < probability,
    pick: (from) => at(from, whole(0, from.length - 1)),
    pickEarly: (from) => {
      let index = 0;
      while (index < from.length - 1 && next() < 0.5) index += 1;
      return at(from, index);
    },
  };
}
