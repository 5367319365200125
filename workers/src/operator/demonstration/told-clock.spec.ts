import { expect, it } from '@jest/globals';
import { ToldClock } from './told-clock.ts';

const real = { now: () => new Date('2026-11-23T09:30:00.000Z') };

it('stands where the story is, and goes on a little each time that it is looked at', () => {
  const clock = new ToldClock(real);
  clock.set('2026-10-01T10:00:00.000Z');
  expect([clock.now(), clock.now()].map((at) => at.toISOString())).toEqual([
    '2026-10-01T10:00:00.000Z',
    '2026-10-01T10:00:00.001Z',
  ]);
});

it('never passes the real one', () => {
  const clock = new ToldClock(real);
  clock.set('2026-11-23T09:29:59.999Z');
  const looked = [clock.now(), clock.now(), clock.now()].map((at) => at.getTime());
  expect(Math.max(...looked)).toBe(real.now().getTime());
  clock.set('2026-01-05T10:00:00.000Z');
  clock.catchUp();
  expect(clock.now()).toEqual(real.now());
});
