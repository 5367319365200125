import { expect, test } from '@jest/globals';
import { Reactions, type Reaction } from './reaction.ts';

const known = new Set(['parcel-registered', 'parcel-painted']);
const reaction = (name: string, ...hears: string[]): Reaction => ({ name, hears, react: () => Promise.resolve() });

test('a reaction to what nothing writes refuses to start', () => {
  const deaf = reaction('when-parcel-sold-tell-owner', 'parcel-sold');
  expect(() => new Reactions([deaf], known)).toThrow('when-parcel-sold-tell-owner hears parcel-sold');
});

test('two reactions of one name refuse to start, and so does one that hears nothing', () => {
  const twice = reaction('when-parcel-painted-tell-owner', 'parcel-painted');
  expect(() => new Reactions([twice, twice], known)).toThrow('Two reactions');
  expect(() => new Reactions([reaction('when-never')], known)).toThrow('hears nothing');
});

test('a reaction is found by its name and by each event that it hears', () => {
  const both = reaction('when-parcel-changes-count', 'parcel-registered', 'parcel-painted');
  const one = reaction('when-parcel-painted-tell-owner', 'parcel-painted');
  const reactions = new Reactions([both, one], known);
  expect(reactions.listeningTo('parcel-painted')).toEqual([both, one]);
  expect(reactions.listeningTo('parcel-registered')).toEqual([both]);
  expect(reactions.listeningTo('parcel-sold')).toEqual([]);
  expect(reactions.named('when-parcel-painted-tell-owner')).toBe(one);
  expect(reactions.named('when-parcel-sold-tell-owner')).toBeUndefined();
  expect([...reactions.heard].sort()).toEqual(['parcel-painted', 'parcel-registered']);
});
