import { expect, test } from '@jest/globals';
import { drawn, linesOf } from './drawing.ts';

const agreement = { id: '019ab0c2-0000-7000-8000-000000000001', title: 'Kerbs', datasets: [] };
const places = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `The ${id} organisation` }));

test('a name stands in one line, in two, or is cut', () => {
  expect(linesOf('Ellerway')).toEqual(['Ellerway']);
  const long = 'The Combined Authority of the Estuary and of the Wolds behind it';
  expect(linesOf(long)).toEqual(['The Combined Authority of the', 'Estuary and of the Wolds behind it']);
  expect(linesOf(`${long} and of the sea`)[1]).toMatch(/…$/);
});

test('each organisation has a post on each side on which it stands, and each flow its way', () => {
  const flows = [
    { from: 'a', to: 'b', agreements: [agreement] },
    { from: 'b', to: 'a', agreements: [agreement, agreement] },
  ];
  const { posts, ways } = drawn({ places, flows });
  expect(posts.map(({ id, side }) => `${id} ${side}`)).toEqual(['a gives', 'b gives', 'b receives', 'a receives']);
  expect(ways.map(({ from, to, agreements }) => [from, to, agreements])).toEqual([
    ['The a organisation', 'The b organisation', 1],
    ['The b organisation', 'The a organisation', 2],
  ]);
  expect(ways[1]?.width).toBeGreaterThan(ways[0]?.width ?? 0);
});

test('those who receive stand beside those who give to them', () => {
  const flows = [
    { from: 'a', to: 'd', agreements: [agreement] },
    { from: 'b', to: 'c', agreements: [agreement] },
  ];
  const receivers = drawn({ places, flows }).posts.filter(({ side }) => side === 'receives');
  expect(receivers.map(({ id }) => id)).toEqual(['d', 'c']);
});

test('nothing is drawn of nothing', () => {
  expect(drawn({ places: [], flows: [] })).toMatchObject({ posts: [], ways: [] });
});
