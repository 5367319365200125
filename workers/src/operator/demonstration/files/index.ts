import { stringify } from 'csv-stringify/sync';
import { chanceOf } from '../random.ts';
import { kerbsideSensorEvents } from './kerb.ts';
import { airQualityHourly, binCollectionRounds, floodGauges, treeInventory } from './environment.ts';
import { cityFootfall, harnwickPlanning, planningApplications } from './places.ts';
import { businessRatesAccounts, harnwickBusinessRates } from './rates.ts';
import { busStopFacilities, cycleCounters, libraryLoans } from './services.ts';
import { carParkOccupancy, evChargePoints, streetLights } from './streets.ts';
import type { MakeRows, Row } from './row.ts';

/** The files that the demonstration holds itself, by the key of their dataset. */
export const files: Readonly<Record<string, MakeRows>> = {
  'car-park-occupancy': carParkOccupancy,
  'street-lights': streetLights,
  'kerbside-sensor-events': kerbsideSensorEvents,
  'ev-charge-points': evChargePoints,
  'bin-collection-rounds': binCollectionRounds,
  'air-quality-hourly': airQualityHourly,
  'tree-inventory': treeInventory,
  'flood-gauges': floodGauges,
  'planning-applications': planningApplications,
  'harnwick-planning-applications': harnwickPlanning,
  'city-footfall': cityFootfall,
  'business-rates-accounts': businessRatesAccounts,
  'harnwick-business-rates-accounts': harnwickBusinessRates,
  'library-loans': libraryLoans,
  'bus-stop-facilities': busStopFacilities,
  'cycle-counters': cycleCounters,
};

/** @param today the day to which the rows lead up, as 2026-11-23 */
export function rowsOf(key: string, today: string): readonly Row[] {
  const make = files[key];
  if (make === undefined) throw new Error(`No file is made for ${key}`);
  return make(chanceOf(key), today);
}

/** The rows as CSV (RFC 4180): a heading, UTF-8, `true` and `false` in words. */
export const csvOf = (rows: readonly Row[]): string =>
  stringify([...rows], {
    header: true,
    columns: Object.keys(rows[0] ?? {}),
    record_delimiter: 'windows',
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });
