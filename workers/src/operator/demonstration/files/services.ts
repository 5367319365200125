import { daysBefore, weekdayOf } from '../days.ts';
import { ellermouthWards, harnwickWards, streetsOf } from '../places.ts';
import { numbered, pointIn, rounded, times } from './row.ts';
import type { MakeRows } from './row.ts';

const branches = ['Old Staithe', 'Kiln Bank', 'Sallow Park', 'Eastmere', 'Holm Reach', 'Beaconsett'] as const;

/** Titles and authors that no bookshop has. */
const works = [
  ['The Keeper of Holm Sands', 'Marjory Pell', 'book', 'adult', 'crime'],
  ['A Short History of Mud', 'Ansel Thripp', 'book', 'adult', 'history'],
  ['Otter Counts to Ten', 'Bea Windermole', 'book', 'children', 'picture books'],
  ['Soup for Forty', 'Dorrit Hazelmoor', 'book', 'adult', 'cookery'],
  ['The Lighthouse Accountant', 'Piers Oddington', 'large print', 'adult', 'general fiction'],
  ['Seven Winters in Skarn', 'Inga Halvorsby', 'audio', 'adult', 'travel'],
  ['Code for Kittens', 'R. T. Pimlow', 'book', 'children', 'computing'],
  ['The Ferry Does Not Wait', 'Marjory Pell', 'e-book', 'adult', 'crime'],
  ['Everything About Bogs', 'Ansel Thripp', 'book', 'teenage', 'nature'],
  ['My Grandmother’s Tractor', 'Lowri Cadmoor', 'book', 'children', 'stories'],
  ['Bread, Slowly', 'Dorrit Hazelmoor', 'book', 'adult', 'cookery'],
  ['Nobody at Number Nine', 'Piers Oddington', 'audio', 'adult', 'crime'],
] as const;

const firstOfMonth = (today: string, back: number): string => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
};

export const libraryLoans: MakeRows = (chance, today) =>
  times(6, (index) => firstOfMonth(today, 6 - index)).flatMap((month) =>
    branches.flatMap((branch, place) =>
      works.map(([title, author, form, audience, subject]) => {
        const loans = Math.max(5, Math.round(chance.about(26 - place * 2, 5)));
        return {
          month,
          branch: `${branch} Library`,
          ward: branch,
          title,
          author,
          form,
          audience,
          subject,
          loans,
          renewals: Math.round(loans * chance.next() * 0.6),
          waiting: chance.happens(0.3) ? chance.whole(1, 14) : 0,
          copies: chance.whole(1, 6),
        };
      }),
    ),
  );

const routes = ['1', '2', '3A', '7', '12', '15', '21', '44', 'X5', 'N1'] as const;
const stopWards = [...ellermouthWards, ...harnwickWards];

export const busStopFacilities: MakeRows = (chance, today) =>
  times(460, (index) => {
    const ward = chance.pick(stopWards);
    const street = chance.pick(streetsOf(ward));
    const shelter = chance.happens(0.56);
    const kerb = chance.happens(0.62) ? chance.whole(14, 18) : chance.whole(4, 13);
    const calling = routes.filter(() => chance.happens(0.22));
    return {
      stop_code: numbered('ELW', 2001 + index, 5),
      name: `${street}, ${chance.pick(['Church', 'School', 'Post Office', 'Shops', 'Green', 'Bridge', 'Surgery'])}`,
      direction: chance.pick(['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW']),
      street,
      ward: ward.name,
      council: ward.code.startsWith('EM') ? 'Ellermouth City Council' : 'Harnwick Borough Council',
      shelter,
      seats: shelter ? chance.whole(0, 4) : 0,
      lit: chance.happens(0.7),
      kerb,
      step_free: kerb >= 12 && chance.happens(0.92),
      screen: shelter && chance.happens(0.4),
      timetable: chance.happens(0.94),
      routes: (calling.length > 0 ? calling : [chance.pick(routes)]).join(' '),
      surveyed_on: daysBefore(today, chance.whole(8, 740)),
      ...pointIn(chance, ward),
    };
  });

const cyclePlaces = [
  { id: 'CC01', place: 'Quay path at the Staithe', route: 'Estuary Way', busy: 640 },
  { id: 'CC02', place: 'Priory Green underpass', route: 'Eller Link', busy: 410 },
  { id: 'CC03', place: 'University bridge', route: 'Eller Link', busy: 720 },
  { id: 'CC04', place: 'Gorseby old railway', route: 'Harnwick Line', busy: 180 },
] as const;

export const cycleCounters: MakeRows = (chance, today) =>
  times(120, (index) => daysBefore(today, 120 - index)).flatMap((day) => {
    const rain = chance.happens(0.42) ? chance.next() ** 2 * 14 : 0;
    const maximum = chance.about(14, 2.5);
    const weekend = [0, 6].includes(weekdayOf(day));
    return cyclePlaces.map((counter) => {
      const pull = (weekend ? 0.7 : 1) * (1 - Math.min(0.55, rain / 20)) * (0.6 + Math.max(0, maximum) / 35);
      const total = Math.max(8, Math.round(chance.about(counter.busy * pull, counter.busy * 0.04)));
      const inward = Math.round(total * Math.min(0.6, Math.max(0.4, chance.about(0.5, 0.02))));
      const hours = chance.happens(0.03) ? chance.whole(6, 19) : 24;
      return {
        counter_id: counter.id,
        place: counter.place,
        route: counter.route,
        counted_on: day,
        in_bound: inward,
        out_bound: total - inward,
        total,
        valid_hours: hours,
        rain: rounded(rain, 1),
        maximum: rounded(maximum, 1),
        complete: hours >= 20,
      };
    });
  });
