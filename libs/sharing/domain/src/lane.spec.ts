import { expect, test } from '@jest/globals';
import { highestLane, laneAtLeast, lanes } from './lane.ts';

test('lanes rise from A to C', () => {
  const reached = lanes.map((lane) => lanes.filter((other) => laneAtLeast(lane, other)));
  expect(reached).toEqual([['A'], ['A', 'B'], ['A', 'B', 'C']]);
});

test('the highest of several counts; of none it is A', () => {
  expect(highestLane('A', 'C', 'B')).toBe('C');
  expect(highestLane('B', 'A')).toBe('B');
  expect(highestLane()).toBe('A');
});
