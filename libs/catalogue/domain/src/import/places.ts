import { isObject, listOf } from './node.ts';

export type Box = readonly [number, number, number, number];

const mostPoints = 20_000;
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** West, south, east, north in degrees; undefined where the numbers are none (grid references in metres, for instance). */
function boxOf(west: number, south: number, east: number, north: number): Box | undefined {
  const [low, high] = south <= north ? [south, north] : [north, south];
  if (![west, low, east, high].every(Number.isFinite)) return undefined;
  if (Math.abs(west) > 180 || Math.abs(east) > 180 || low < -90 || high > 90) return undefined;
  return [round(west), round(low), round(east), round(high)];
}

function boxAround(points: readonly (readonly [number, number])[]): Box | undefined {
  if (points.length === 0) return undefined;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return boxOf(west, south, east, north);
}

/** Every pair of numbers in nested arrays, without recursion: coordinates come from strangers. */
function pairsIn(coordinates: unknown): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const rest: unknown[] = [coordinates];
  while (rest.length > 0 && pairs.length < mostPoints) {
    const next = rest.pop();
    if (!Array.isArray(next)) continue;
    const [x, y] = next as unknown[];
    if (typeof x === 'number' && typeof y === 'number') pairs.push([x, y]);
    else for (const part of next as unknown[]) rest.push(part);
  }
  return pairs;
}

const number = '[-+]?\\d{1,9}(?:\\.\\d{1,20})?';
const four = new RegExp(`^(${number})[,;\\s]\\s*(${number})[,;\\s]\\s*(${number})[,;\\s]\\s*(${number})$`);
const envelope = new RegExp(`^(?:SRID=\\d+;\\s*)?(ENVELOPE|BBOX|BOX2D|BOX)\\s*\\((.{1,300})\\)$`, 'i');

function fromText(text: string): Box | undefined {
  const plain = text
    .replace(/^(bbox|bounding box|extent)\s*[:=]\s*/i, '')
    .replace(/^\[(.*)\]$/s, '$1')
    .trim();
  const numbers = four.exec(plain)?.slice(1).map(Number);
  if (numbers) return boxOf(numbers[0] ?? NaN, numbers[1] ?? NaN, numbers[2] ?? NaN, numbers[3] ?? NaN);
  const [, kind = '', inside = ''] = envelope.exec(plain) ?? [];
  const [a = NaN, b = NaN, c = NaN, d = NaN] = inside.split(/[,\s]+/).map(Number);
  // OGC's ENVELOPE gives west, east, north, south.
  if (kind !== '') return kind.toUpperCase() === 'ENVELOPE' ? boxOf(a, d, b, c) : boxOf(a, b, c, d);
  return fromWellKnownText(plain);
}

/** Well-known text: POINT, POLYGON, MULTIPOLYGON, with or without the address of a reference system before it. */
function fromWellKnownText(text: string): Box | undefined {
  const shape = /^(?:<[^>]{1,200}>\s*|SRID=\d+;\s*)?(?:MULTI)?(?:POLYGON|POINT|LINESTRING)\s*Z?\s*\(/i.exec(text);
  if (!shape) return undefined;
  const points = text
    .slice(shape[0].length)
    .split(/[(),]+/, mostPoints)
    .map((pair) => pair.trim().split(/\s+/).map(Number))
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y) && y !== undefined)
    .map(([x = NaN, y = NaN]) => [x, y] as const);
  return boxAround(points);
}

function parsed(text: string): unknown {
  if (!/^\s*[{[]/.test(text) || text.length > 1_000_000) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * A box in any shape that feeds use: "west,south,east,north", an array of four, GeoJSON or an ArcGIS envelope (object or
 * text), well-known text, OGC's ENVELOPE. Undefined where the value holds none, or none in degrees.
 */
export function placeBox(value: unknown): Box | undefined {
  if (typeof value === 'string') {
    const inside = parsed(value);
    return inside === undefined ? fromText(value.trim()) : placeBox(inside);
  }
  if (Array.isArray(value)) {
    if (
      value.length === 4 &&
      value.every((one) => typeof one === 'number' || (typeof one === 'string' && one.trim() !== ''))
    ) {
      const [a, b, c, d] = value.map(Number);
      return boxOf(a ?? NaN, b ?? NaN, c ?? NaN, d ?? NaN);
    }
    return boxAround(pairsIn(value));
  }
  if (!isObject(value)) return undefined;
  if (value['coordinates'] !== undefined) return boxAround(pairsIn(value['coordinates']));
  if (value['geometry'] !== undefined && isObject(value['geometry']))
    return boxAround(pairsIn(value['geometry']['coordinates']));
  if (value['xmin'] !== undefined)
    return boxOf(
      ...(['xmin', 'ymin', 'xmax', 'ymax'].map((key) => Number(value[key])) as [number, number, number, number]),
    );
  if (value['west'] !== undefined)
    return boxOf(
      ...(['west', 'south', 'east', 'north'].map((key) => Number(value[key])) as [number, number, number, number]),
    );
  if (value['@value'] !== undefined) return listOf(value['@value']).map(placeBox)[0];
  return undefined;
}

/** Whether a text was meant as coordinates, so that it is no name of a place. */
export const looksLikeCoordinates = (text: string): boolean =>
  /^[\s[\]{(]*[-+]?\d/.test(text)
    ? !/[a-z]{3}/i.test(text)
    : /^\s*([{[]|(MULTI)?(POLYGON|POINT)|ENVELOPE|BBOX|<http|SRID)/i.test(text);
