import { daysBefore, hoursBefore } from '../days.ts';
import { ellermouthWards, streetsOf } from '../places.ts';
import { instantOf, numbered, pointIn, rounded, times, usrnOf } from './row.ts';
import type { MakeRows } from './row.ts';

const carParks = [
  { id: 'CP01', name: 'Staithe Square', capacity: 412, zone: 'A', longitude: -0.1192, latitude: 53.7118, ease: 0.86 },
  {
    id: 'CP02',
    name: 'Tallow Street Multi-storey',
    capacity: 638,
    zone: 'A',
    longitude: -0.1294,
    latitude: 53.7151,
    ease: 0.74,
  },
  { id: 'CP03', name: 'Priory Gate', capacity: 96, zone: 'A', longitude: -0.1247, latitude: 53.7133, ease: 0.95 },
  { id: 'CP04', name: 'Ropewalk East', capacity: 180, zone: 'B', longitude: -0.1322, latitude: 53.7171, ease: 0.68 },
  { id: 'CP05', name: 'Windlass Road', capacity: 240, zone: 'B', longitude: -0.1388, latitude: 53.7204, ease: 0.52 },
  { id: 'CP06', name: 'Station Approach', capacity: 310, zone: 'B', longitude: -0.1359, latitude: 53.7096, ease: 0.9 },
  { id: 'CP07', name: 'Tannery Row', capacity: 124, zone: 'B', longitude: -0.1391, latitude: 53.7049, ease: 0.6 },
  { id: 'CP08', name: 'Saltpans Beach', capacity: 520, zone: 'C', longitude: -0.0802, latitude: 53.6935, ease: 0.3 },
  {
    id: 'CP09',
    name: 'Fennel Hill Park and Ride',
    capacity: 700,
    zone: 'C',
    longitude: -0.1911,
    latitude: 53.7188,
    ease: 0.45,
  },
] as const;

/** How full a car park is at an hour of the day: a morning and a lunch-time hill. */
const demandAt = (hour: number): number =>
  0.08 + 0.7 * Math.exp(-((hour - 11.5) ** 2) / 9) + 0.32 * Math.exp(-((hour - 15.5) ** 2) / 6);

export const carParkOccupancy: MakeRows = (chance, today) =>
  times(48, (index) => hoursBefore(today, 24 - index / 2)).flatMap((at) =>
    carParks.map((park) => {
      const hour = at.getUTCHours() + at.getUTCMinutes() / 60;
      const closed = park.id === 'CP03' && (hour < 7 || hour >= 20);
      const share = closed ? 0 : Math.min(1, Math.max(0, chance.about(demandAt(hour) * park.ease * 1.15, 0.03)));
      const occupied = Math.round(share * park.capacity);
      return {
        car_park_id: park.id,
        car_park: park.name,
        read_at: instantOf(at),
        capacity: park.capacity,
        occupied,
        free: park.capacity - occupied,
        per_cent_full: rounded((100 * occupied) / park.capacity, 1),
        status: closed ? 'closed' : occupied >= park.capacity * 0.98 ? 'full' : 'open',
        tariff_zone: park.zone,
        longitude: park.longitude,
        latitude: park.latitude,
      };
    }),
  );

const lamps = [
  { lamp: 'LED', watts: [14, 19, 27, 36, 52] },
  { lamp: 'high-pressure sodium', watts: [70, 100, 150] },
  { lamp: 'other', watts: [35, 45, 60] },
] as const;

export const streetLights: MakeRows = (chance, today) =>
  times(540, (index) => {
    const ward = chance.pick(ellermouthWards);
    const street = chance.pick(streetsOf(ward));
    const { lamp, watts } = chance.happens(0.82) ? lamps[0] : chance.pickEarly([lamps[1], lamps[2]]);
    const age = chance.whole(400, 9000);
    const mounting = chance.pickEarly(['column', 'column', 'wall bracket', 'sign light', 'subway']);
    return {
      column_no: `${ward.code}-${String(index + 1).padStart(4, '0')}`,
      ward: ward.name,
      street,
      usrn: usrnOf(street, ward),
      mounting,
      height: mounting === 'column' ? chance.pick([5, 6, 8, 10]) : 4,
      lamp,
      watts: chance.pick(watts),
      dimming: lamp === 'LED' ? chance.pickEarly(['midnight to five', 'none', 'sensor']) : 'none',
      installed: daysBefore(today, age),
      last_repaired: chance.happens(0.6) ? daysBefore(today, chance.whole(3, Math.min(age, 1500))) : '',
      in_light: chance.happens(0.978),
      ...pointIn(chance, ward),
    };
  });

const chargers = [
  { connector: 'Type 2', kw: [7, 22], price: 52, setting: ['kerbside', 'car park'] },
  { connector: 'CCS', kw: [50, 75, 150], price: 74, setting: ['car park', 'shop'] },
  { connector: 'CHAdeMO', kw: [50], price: 74, setting: ['car park', 'depot'] },
] as const;

export const evChargePoints: MakeRows = (chance, today) =>
  times(260, (index) => {
    const ward = chance.pick(ellermouthWards);
    const street = chance.pick(streetsOf(ward));
    const kind = chance.pickEarly(chargers);
    const setting = chance.pickEarly<string>(kind.setting);
    const kw = chance.pick<number>(kind.kw);
    return {
      point_id: numbered('PF-', 1001 + index),
      site:
        setting === 'kerbside'
          ? `${street}, ${ward.name}`
          : `${ward.name} ${setting === 'shop' ? 'Shops' : 'Car Park'}`,
      street,
      council: 'Ellermouth City Council',
      setting,
      connector: kind.connector,
      kw,
      price: kind.price + (kw >= 75 ? 5 : 0),
      night_price: setting === 'kerbside' ? kind.price - 18 : kind.price,
      card_reader: kw >= 50 || chance.happens(0.3),
      step_free: chance.happens(0.64),
      open_hours: setting === 'shop' ? '07:00 to 22:00' : 'at all times',
      status: chance.pickEarly(['working', 'working', 'in use', 'faulty', 'not known']),
      installed: daysBefore(today, chance.whole(20, 1450)),
      ...pointIn(chance, ward),
    };
  });
