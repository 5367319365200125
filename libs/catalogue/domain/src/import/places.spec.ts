import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { looksLikeCoordinates, placeBox } from './places.ts';

const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [-3.4, 55.8],
      [-3.0, 55.8],
      [-3.0, 56.0],
      [-3.4, 56.0],
      [-3.4, 55.8],
    ],
  ],
};

describe('boxes', () => {
  const box = [-3.4, 55.8, -3, 56];
  test.each([
    ['four numbers in a text', '-3.4,55.8,-3.0,56.0'],
    ['with spaces', '-3.4 55.8 -3.0 56.0'],
    ['in brackets', '[-3.4, 55.8, -3.0, 56.0]'],
    ['with its name', 'bbox: -3.4,55.8,-3.0,56.0'],
    ['an array', [-3.4, 55.8, -3, 56]],
    ['an array of texts', ['-3.4', '55.8', '-3', '56']],
    ['GeoJSON', polygon],
    ['GeoJSON as text', JSON.stringify(polygon)],
    ['a feature', { type: 'Feature', geometry: polygon }],
    ['an ArcGIS envelope', { xmin: -3.4, ymin: 55.8, xmax: -3, ymax: 56 }],
    [
      'an envelope of two corners',
      {
        type: 'envelope',
        coordinates: [
          [-3.4, 56],
          [-3, 55.8],
        ],
      },
    ],
    ['well-known text', 'POLYGON ((-3.4 55.8, -3.0 55.8, -3.0 56.0, -3.4 56.0, -3.4 55.8))'],
    [
      'with a reference system',
      '<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON((-3.4 55.8,-3 55.8,-3 56,-3.4 56,-3.4 55.8))',
    ],
    ['OGC, west east north south', 'ENVELOPE(-3.4, -3.0, 56.0, 55.8)'],
    ['south and north exchanged', '-3.4,56.0,-3.0,55.8'],
  ])('%s', (_, value) => expect(placeBox(value)).toEqual(box));

  test('a point is a box without extent', () => {
    expect(placeBox('POINT(-3.2 55.9)')).toEqual([-3.2, 55.9, -3.2, 55.9]);
  });

  test('metres of the national grid are no degrees', () => {
    expect(placeBox('310000,660000,340000,680000')).toBeUndefined();
    expect(placeBox({ type: 'Point', coordinates: [325000, 673000] })).toBeUndefined();
  });

  test.each(['Edinburgh', '', '{broken', '1,2,3', 'POLYGON EMPTY', null, 7])('%j holds none', (value) =>
    expect(placeBox(value)).toBeUndefined(),
  );

  test('never throws, and gives only degrees', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json().map((text) => JSON.parse(text) as unknown),
          fc.string(),
        ),
        (value) => {
          const [west = 0, south = 0, east = 0, north = 0] = placeBox(value) ?? [];
          expect(Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north).toBe(
            true,
          );
        },
      ),
    );
  });
});

test('names of places are told from coordinates', () => {
  expect(looksLikeCoordinates('-3.4,55.8,-3.0,56.0')).toBe(true);
  expect(looksLikeCoordinates('Philadelphia, Pennsylvania')).toBe(false);
  expect(looksLikeCoordinates('1 High Street')).toBe(false);
});
