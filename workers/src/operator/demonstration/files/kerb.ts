import { hoursBefore } from '../days.ts';
import { ellermouthWards, streetsOf } from '../places.ts';
import { instantOf, numbered, pointIn, rounded, times, usrnOf, type MakeRows } from './row.ts';

const kinds = ['loading', 'disabled', 'taxi', 'car club', 'coach'] as const;

/** A day of arrivals and departures at forty bays, the newest last. */
export const kerbsideSensorEvents: MakeRows = (chance, today) => {
  const bays = times(40, (index) => {
    const ward = chance.pick(ellermouthWards.slice(0, 3));
    const street = chance.pick(streetsOf(ward));
    const id = numbered('KB-', index + 1);
    return { id, kind: chance.pickEarly(kinds), street, usrn: usrnOf(street, ward), ...pointIn(chance, ward) };
  });
  return times(480, (index) => {
    const bay = chance.pick(bays);
    const at = hoursBefore(today, 24 - index / 20);
    return {
      event_id: numbered('EV', index + 1, 6),
      bay_id: bay.id,
      bay_kind: bay.kind,
      street: bay.street,
      usrn: bay.usrn,
      changed_at: instantOf(new Date(at.getTime() + chance.whole(0, 179) * 1000)),
      taken: chance.happens(0.5),
      minutes_since_change: chance.whole(1, 240),
      restricted_now: chance.happens(0.7),
      under_works: chance.happens(0.04),
      battery: rounded(chance.about(3.3, 0.1), 2),
      longitude: bay.longitude,
      latitude: bay.latitude,
    };
  });
};
