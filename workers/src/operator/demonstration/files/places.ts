import { daysBefore, hoursBefore, weekdayOf } from '../days.ts';
import { ellermouthWards, harnwickWards, streetsOf } from '../places.ts';
import type { Chance } from '../random.ts';
import { instantOf, numbered, pointIn, times, uprnOf } from './row.ts';
import type { MakeRows } from './row.ts';

const proposals = [
  { kind: 'householder', text: 'Single-storey rear extension', dwellings: 0, floor: 18 },
  { kind: 'householder', text: 'Dormer to the rear and two roof lights', dwellings: 0, floor: 22 },
  { kind: 'full', text: 'Change of use from shop to café with outside seating', dwellings: 0, floor: 0 },
  { kind: 'full', text: 'Conversion of first floor offices to three flats', dwellings: 3, floor: -160 },
  { kind: 'advertisement', text: 'Illuminated fascia sign', dwellings: 0, floor: 0 },
  { kind: 'listed building', text: 'Repair of sash windows and lime render', dwellings: 0, floor: 0 },
  { kind: 'full', text: 'Four houses on the site of former garages', dwellings: 4, floor: 372 },
  { kind: 'householder', text: 'Air source heat pump in the side passage', dwellings: 0, floor: 0 },
  { kind: 'outline', text: 'Up to 46 homes with access from the ring road', dwellings: 46, floor: 4100 },
  { kind: 'full', text: 'Extension of warehouse with solar panels on the roof', dwellings: 0, floor: 2150 },
] as const;

/** How far a case has come after so many days, and how it was decided. */
function progressOf(chance: Chance, age: number) {
  if (age < 12) return { status: 'registered', decision: '', after: 0 };
  if (age < 60) return { status: 'in consultation', decision: '', after: 0 };
  const ended = chance.pickEarly(['decided', 'decided', 'decided', 'withdrawn', 'appealed']);
  if (ended === 'withdrawn') return { status: ended, decision: '', after: 0 };
  const decision = ended === 'appealed' || chance.happens(0.14) ? 'refused' : 'granted';
  return { status: ended, decision, after: chance.whole(38, Math.min(age, 112)) };
}

export const planningApplications: MakeRows = (chance, today) =>
  times(420, (index) => {
    const ward = chance.pick(ellermouthWards);
    const proposal = chance.pick(proposals);
    const age = 1 + Math.floor((index * 728) / 420);
    const received = daysBefore(today, age);
    const { status, decision, after } = progressOf(chance, age);
    return {
      reference: `${received.slice(2, 4)}/${numbered('', 2000 - index * 2, 5)}/${proposal.kind.slice(0, 3).toUpperCase()}`,
      kind: proposal.kind,
      description: proposal.text,
      address: `${chance.whole(1, 140)} ${chance.pick(streetsOf(ward))}, ${ward.name}, Ellermouth`,
      ward: ward.name,
      uprn: uprnOf(chance),
      received_on: received,
      valid_from: age > 4 ? daysBefore(today, age - chance.whole(1, 4)) : '',
      status,
      decision,
      decided_on: decision === '' ? '' : daysBefore(today, age - after),
      decided_by: decision === '' ? '' : proposal.dwellings > 9 || chance.happens(0.08) ? 'committee' : 'officers',
      dwellings: proposal.dwellings,
      floor_space: proposal.floor,
      ...pointIn(chance, ward),
    };
  });

const harnwickTypes: Readonly<Record<string, string>> = {
  householder: 'HOU',
  full: 'FUL',
  advertisement: 'ADV',
  'listed building': 'LBC',
  outline: 'OUT',
};

const harnwickDecisions: Readonly<Record<string, string>> = { granted: 'APPROVE', refused: 'REFUSE' };

export const harnwickPlanning: MakeRows = (chance, today) =>
  times(300, (index) => {
    const ward = chance.pick(harnwickWards);
    const proposal = chance.pick(proposals);
    const age = 5 + Math.floor((index * 1200) / 300);
    const valid = daysBefore(today, age);
    const { status, decision, after } = progressOf(chance, age);
    return {
      case_no: `H/${valid.slice(0, 4)}/${numbered('', 900 - index * 3, 4)}`,
      application_type: harnwickTypes[proposal.kind] ?? 'OTH',
      proposal: proposal.text,
      location: `${chance.whole(1, 90)} ${chance.pick(streetsOf(ward))}, ${ward.name}`,
      parish: ward.name,
      date_valid: valid,
      case_officer: chance.pick(['North team', 'South team', 'Majors team']),
      target_date: daysBefore(today, age - (proposal.dwellings > 9 ? 91 : 56)),
      decision: status === 'withdrawn' ? 'WITHDRAWN' : (harnwickDecisions[decision] ?? ''),
      decision_date: decision === '' ? '' : daysBefore(today, age - after),
      level: decision === '' ? '' : chance.happens(0.1) ? 'COMMITTEE' : 'DELEGATED',
    };
  });

const counters = [
  { id: 'FC1', place: 'Market Cross', busy: 1450 },
  { id: 'FC2', place: 'Tallow Street, south end', busy: 980 },
  { id: 'FC3', place: 'Staithe steps', busy: 620 },
] as const;

const walkersAt = (hour: number): number =>
  0.02 + Math.exp(-((hour - 13) ** 2) / 14) + 0.16 * Math.exp(-((hour - 20) ** 2) / 5);
const dayKindOf = (weekday: number): string => (weekday === 0 ? 'Sunday' : weekday === 6 ? 'Saturday' : 'weekday');

export const cityFootfall: MakeRows = (chance, today) =>
  times(168, (index) => hoursBefore(today, 168 - index)).flatMap((at) => {
    const weekday = weekdayOf(instantOf(at).slice(0, 10));
    const weather = chance.pickEarly(['dry', 'dry', 'rain', 'wind']);
    const event = weekday === 6 && at.getUTCHours() >= 10 && at.getUTCHours() < 16 ? 'Saturday market' : '';
    return counters.map((counter) => {
      const pull = (weekday === 6 ? 1.4 : weekday === 0 ? 0.7 : 1) * (weather === 'rain' ? 0.75 : 1);
      const total = Math.max(
        0,
        Math.round(chance.about(counter.busy * walkersAt(at.getUTCHours()) * pull, counter.busy * 0.015)),
      );
      const towards = Math.round(total * Math.min(0.8, Math.max(0.2, chance.about(0.5, 0.04))));
      const fault = chance.happens(0.008);
      return {
        counter_id: counter.id,
        place: counter.place,
        hour: instantOf(at).slice(0, 16),
        day_kind: dayKindOf(weekday),
        towards: fault ? '' : towards,
        away: fault ? '' : total - towards,
        total: fault ? '' : total,
        weather,
        event,
        status: fault ? 'fault' : 'counted',
      };
    });
  });
