import { typed, type Value } from './graph.ts';

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 && leap(year) ? 29 : (monthLengths[month - 1] ?? 0));
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/**
 * A date as the type of XML Schema that its precision has: xsd:gYear, gYearMonth, date or dateTime (DCAT-AP 3.0.1 allows
 * these four). What is no date of the calendar is not exported as one.
 */
export function dateValue(given: string | undefined): Value | undefined {
  const parts = given === undefined ? null : shape.exec(given);
  if (!parts) return undefined;
  const [whole, year = '', month, day, hour, minute, second = '00', zone = ''] = parts;
  if (year === '0000' || !isDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return undefined;
  if (month === undefined) return typed(whole, 'xsd:gYear');
  if (day === undefined) return typed(whole, 'xsd:gYearMonth');
  if (hour === undefined) return typed(whole, 'xsd:date');
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 60 || Number(zone.slice(1, 3)) > 13)
    return undefined;
  return typed(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`, 'xsd:dateTime');
}

/** Characters that an IRI may not hold as they are (RFC 3987, section 2.2; Turtle, IRIREF). */
const forbidden = /[\u0000-\u0020<>"{}|\\^`\u007f]/g;

/** An address as it may stand in RDF; undefined for what is no web address. */
export function webIri(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\/[^/?#\s]/i.test(address)) return undefined;
  const whole = address.replace(forbidden, (character) => encodeURIComponent(character));
  return isWellFormed(whole) ? whole : undefined;
}

/** Whether the text can be written as UTF-8: no half of a surrogate pair stands alone. */
const isWellFormed = (given: string): boolean => !/[\ud800-\udfff]/u.test(given);

export function mailIri(address: string | undefined): string | undefined {
  if (address === undefined || !/^[^\s@<>"]+@[^\s@<>"]+$/.test(address)) return undefined;
  return `mailto:${encodeURIComponent(address).replace(/%40/g, '@').replace(/%2B/g, '+')}`;
}

const coordinate = (degrees: number): string => String(Number(degrees.toFixed(6)));

/** A box as GeoSPARQL text, from its south-west corner round (WGS 84, longitude first). */
export function boxValue([west, south, east, north]: readonly [number, number, number, number]): Value {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const ring = corners.map((corner) => corner.map(coordinate).join(' ')).join(', ');
  return typed(`POLYGON((${ring}))`, 'geo:wktLiteral');
}
