import { daysBefore, hoursBefore, weekdayOf } from '../days.ts';
import { ellermouthWards, streetsOf } from '../places.ts';
import { instantOf, numbered, pointIn, rounded, times, usrnOf } from './row.ts';
import type { MakeRows } from './row.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const bins = [
  { bin: 'general', weeks: 2, rest: 0 },
  { bin: 'recycling', weeks: 2, rest: 7 },
  { bin: 'food', weeks: 1, rest: 0 },
  { bin: 'garden', weeks: 2, rest: 7 },
] as const;

/** The next day with that number (1 is Monday), at the earliest tomorrow. */
const nextOn = (today: string, weekday: number): string =>
  daysBefore(today, -(((weekday - weekdayOf(today) + 6) % 7) + 1));

export const binCollectionRounds: MakeRows = (chance, today) =>
  ellermouthWards.flatMap((ward, place) =>
    streetsOf(ward).flatMap((street) => {
      const weekday = place % 5;
      const households = chance.whole(14, 164);
      const numbers = chance.pickEarly(['all', 'all', '1 to 61', 'odd', 'even']);
      return bins
        .filter((kind) => kind.bin !== 'garden' || chance.happens(0.7))
        .map((kind) => ({
          round_id: `${kind.bin.charAt(0).toUpperCase()}${weekday + 1}-${ward.code}`,
          ward: ward.name,
          street,
          usrn: usrnOf(street, ward),
          house_numbers: numbers,
          bin: kind.bin,
          collection_day: weekdays[weekday] ?? '',
          every_weeks: kind.weeks,
          next_collection: daysBefore(nextOn(today, weekday + 1), -kind.rest),
          out_by: '06:30',
          households: kind.bin === 'garden' ? Math.round(households * 0.4) : households,
          crew: `${place < 6 ? 'Saltpans' : 'Fennel Hill'} depot, crew ${(place % 4) + 1}`,
        }));
    }),
  );

const stations = [
  { id: 'EMA1', name: 'Tallow Street roadside', no2: 38, pm: 17 },
  { id: 'EMA2', name: 'Harbour front', no2: 24, pm: 19 },
  { id: 'EMA3', name: 'Northgate Rise School', no2: 17, pm: 12 },
  { id: 'EMA4', name: 'Sallow Park', no2: 11, pm: 10 },
] as const;

/** Two rush hours on top of a quiet level. */
const trafficAt = (hour: number): number =>
  0.55 + 0.6 * Math.exp(-((hour - 8) ** 2) / 3) + 0.5 * Math.exp(-((hour - 17.5) ** 2) / 4);

const bands = [67, 134, 200, 267, 334, 400, 467, 534, 600] as const;
const indexOf = (no2: number): number => 1 + bands.filter((edge) => no2 > edge).length;

export const airQualityHourly: MakeRows = (chance, today) =>
  times(144, (index) => hoursBefore(today, 144 - index)).flatMap((at) => {
    const temperature = chance.about(7.5 + 3 * Math.sin(((at.getUTCHours() - 9) / 24) * 2 * Math.PI), 0.5);
    const wind = Math.max(0.4, chance.about(4.6, 1.1));
    return stations.map((station) => {
      const no2 = Math.max(1, chance.about((station.no2 * trafficAt(at.getUTCHours()) * 4.6) / (wind + 2), 2));
      const pm10 = Math.max(2, chance.about(station.pm, 2));
      return {
        station_id: station.id,
        station: station.name,
        hour: instantOf(at),
        no2: rounded(no2, 1),
        pm10: rounded(pm10, 1),
        pm25: rounded(pm10 * chance.about(0.58, 0.04), 1),
        temperature: rounded(temperature, 1),
        wind_speed: rounded(wind, 1),
        wind_from: chance.whole(20, 34) * 10,
        index: indexOf(no2),
        status: 'provisional',
      };
    });
  });

const species = [
  ['Tilia × europaea', 'Common lime'],
  ['Acer pseudoplatanus', 'Sycamore'],
  ['Prunus avium', 'Wild cherry'],
  ['Sorbus aucuparia', 'Rowan'],
  ['Betula pendula', 'Silver birch'],
  ['Platanus × hispanica', 'London plane'],
  ['Quercus robur', 'English oak'],
  ['Fagus sylvatica', 'Beech'],
  ['Crataegus monogyna', 'Hawthorn'],
  ['Pinus nigra', 'Black pine'],
  ['Ulmus ‘New Horizon’', 'Elm New Horizon'],
  ['Carpinus betulus', 'Hornbeam'],
] as const;

export const treeInventory: MakeRows = (chance, today) => {
  const year = Number(today.slice(0, 4));
  return times(560, (index) => {
    const ward = chance.pick(ellermouthWards);
    const [latin, common] = chance.pick(species);
    const setting = chance.pickEarly(['street', 'park', 'school', 'housing', 'cemetery']);
    const age = Math.max(2, Math.round(chance.about(38, 14)));
    const height = Math.max(2, chance.about(2 + age * 0.26, 1.4));
    return {
      tag: numbered('T', 10_001 + index * 7, 5),
      species: latin,
      common_name: common,
      ward: ward.name,
      place:
        setting === 'street' ? chance.pick(streetsOf(ward)) : `${ward.name} ${setting === 'park' ? 'Park' : setting}`,
      setting,
      planted: chance.happens(0.45) ? year - age : '',
      height: rounded(height, 1),
      spread: rounded(Math.max(1, height * chance.about(0.55, 0.08)), 1),
      trunk: Math.max(4, Math.round(chance.about(age * 1.05, 4))),
      condition: chance.pickEarly(['good', 'good', 'fair', 'poor', 'dead']),
      surveyed_on: daysBefore(today, chance.whole(25, 1090)),
      ...pointIn(chance, ward),
    };
  });
};

const gauges = [
  { id: 'EWG01', name: 'Eller at Harnwick Bridge', water: 'river', level: 1.1, datum: 4.62, flood: 2.8 },
  { id: 'EWG02', name: 'Eller at Priory Lock', water: 'river', level: 1.6, datum: 1.94, flood: 3.1 },
  { id: 'EWG03', name: 'Staithe tide gauge', water: 'tide', level: 3.4, datum: -2.87, flood: 6.2 },
  { id: 'EWG04', name: 'Beckside drain', water: 'drain', level: 0.6, datum: 2.05, flood: 1.5 },
  { id: 'EWG05', name: 'Tannery Row sewer', water: 'sewer', level: 0.3, datum: 0.48, flood: 1.2 },
] as const;

const rainOf = (index: number): number => Math.max(0, 1.8 * Math.exp(-((index - 52) ** 2) / 60) - 0.15);

export const floodGauges: MakeRows = (chance, today) =>
  times(96, (index) => index).flatMap((index) =>
    gauges.map((gauge) => {
      const tide = (at: number): number => 1.9 * Math.sin((at / 49.7) * 2 * Math.PI);
      const swell = (at: number): number => 0.8 * gauge.level * Math.exp(-((at - 62) ** 2) / 220);
      const levelAt = (at: number): number => gauge.level + (gauge.water === 'tide' ? tide(at) : swell(at));
      const change = levelAt(index) - levelAt(index - 1);
      const missing = chance.happens(0.006);
      return {
        gauge_id: gauge.id,
        gauge: gauge.name,
        water: gauge.water,
        read_at: instantOf(hoursBefore(today, 24 - index / 4)),
        level: missing ? '' : rounded(chance.about(levelAt(index), 0.006), 3),
        datum: gauge.datum,
        trend: Math.abs(change) < 0.01 ? 'steady' : change > 0 ? 'rising' : 'falling',
        flood_level: gauge.flood,
        rain: rounded(rainOf(index), 1),
        quality: missing ? 'missing' : chance.happens(0.01) ? 'suspect' : 'good',
      };
    }),
  );
