import { daysBefore } from '../days.ts';
import { ellermouthWards, harnwickWards, streetsOf } from '../places.ts';
import type { Ward } from '../places.ts';
import type { Chance } from '../random.ts';
import { numbered, postcodeOf, rounded, times, uprnOf } from './row.ts';
import type { MakeRows } from './row.ts';

const uses = [
  { use: 'Shop and premises', from: 2400, until: 38_000 },
  { use: 'Office and premises', from: 1800, until: 64_000 },
  { use: 'Workshop and premises', from: 1500, until: 26_000 },
  { use: 'Café and premises', from: 3200, until: 24_000 },
  { use: 'Warehouse and premises', from: 9000, until: 210_000 },
  { use: 'Public house and premises', from: 6000, until: 58_000 },
  { use: 'Beach hut', from: 250, until: 700 },
] as const;

const firstWords = [
  'Sandpiper',
  'Harbour',
  'Gullwing',
  'Old Mill',
  'Estuary',
  'Copperline',
  'Bluebell',
  'Northgate',
  'Fenwright',
  'Keelson',
];
const lastWords = [
  'Trading',
  'Foods',
  'Interiors',
  'Logistics',
  'Print',
  'Bakery',
  'Cycles',
  'Fabrication',
  'Cleaning',
  'Books',
];
const givenNames = ['Amy', 'Brendan', 'Chidi', 'Dilys', 'Ewan', 'Farida', 'Gareth', 'Hattie', 'Imran', 'Joyce'];
const familyNames = [
  'Aldwick',
  'Burnhope',
  'Cawdron',
  'Dunsby',
  'Elstob',
  'Fothersby',
  'Garnsworth',
  'Hebblewick',
  'Inglethorpe',
  'Jessamy',
];

/** Sole traders and others, in the shares of a small city. */
function payerOf(chance: Chance): { payer: string; kind: string } {
  const kind = chance.happens(0.34)
    ? 'sole trader'
    : chance.pickEarly(['company', 'company', 'company', 'charity', 'public body']);
  if (kind === 'sole trader') return { kind, payer: `${chance.pick(givenNames)} ${chance.pick(familyNames)}` };
  if (kind === 'charity') return { kind, payer: `${chance.pick(firstWords)} Community Association` };
  if (kind === 'public body') return { kind, payer: 'Ellermouth City Council' };
  return { kind, payer: `${chance.pick(firstWords)} ${chance.pick(lastWords)} Limited` };
}

/** The multipliers and reliefs are round figures of the demonstration, not those of a real year. */
function billOf(chance: Chance, value: number, kind: string, occupied: boolean) {
  const gross = value * (value < 51_000 ? 0.5 : 0.55);
  if (kind === 'charity') return { relief: 'charitable', amount: gross * 0.8, gross };
  if (!occupied) return { relief: 'empty property', amount: gross, gross };
  if (value <= 12_000) return { relief: 'small business', amount: gross, gross };
  if (value <= 15_000) return { relief: 'small business', amount: gross * ((15_000 - value) / 3000), gross };
  return chance.happens(0.2)
    ? { relief: 'retail, hospitality and leisure', amount: gross * 0.4, gross }
    : { relief: '', amount: 0, gross };
}

function propertyIn(chance: Chance, wards: readonly Ward[]) {
  const ward = chance.pick(wards);
  const { use, from, until } = chance.pickEarly(uses);
  const value = Math.round((from + (until - from) * chance.next() ** 3) / 50) * 50;
  const { payer, kind } = payerOf(chance);
  const occupied = chance.happens(0.88);
  const address = `${chance.whole(1, 160)} ${chance.pick(streetsOf(ward))}, ${ward.name}`;
  return { ward, use, value, payer, kind, occupied, address, bill: billOf(chance, value, kind, occupied) };
}

export const businessRatesAccounts: MakeRows = (chance, today) =>
  times(480, (index) => {
    const property = propertyIn(chance, ellermouthWards);
    const { bill, ward } = property;
    return {
      account_ref: numbered('BR', 400_100 + index * 13, 6),
      property_ref: numbered('EM', 10_000 + index * 11, 8),
      uprn: uprnOf(chance),
      payer: property.payer,
      payer_kind: property.kind,
      address: `${property.address}, Ellermouth`,
      postcode: postcodeOf(chance, ward),
      ward: ward.name,
      use: property.use,
      rateable_value: property.value,
      relief: bill.relief,
      relief_amount: rounded(bill.amount, 2),
      charge: rounded(bill.gross - bill.amount, 2),
      occupied: property.occupied,
      vacant_since: property.occupied ? '' : daysBefore(today, chance.whole(20, 900)),
      liable_from: daysBefore(today, chance.whole(901, 6000)),
    };
  });

const reliefCodes: Readonly<Record<string, string>> = {
  charitable: 'CHAR',
  'small business': 'SBRR',
  'empty property': 'EMPT',
  'retail, hospitality and leisure': 'RHLR',
};

export const harnwickBusinessRates: MakeRows = (chance, today) =>
  times(260, (index) => {
    const { bill, ...property } = propertyIn(chance, harnwickWards);
    return {
      ACCOUNT: numbered('', 7_100_000 + index * 7, 7),
      RATEPAYER: property.kind === 'public body' ? 'Harnwick Borough Council' : property.payer,
      PROPERTY: property.address,
      POSTCODE: postcodeOf(chance, property.ward),
      DESCRIPTION: property.use.toUpperCase(),
      RV_2026: property.value,
      RELIEF_CODE: reliefCodes[bill.relief] ?? '',
      NET_CHARGE: rounded(bill.gross - bill.amount, 2),
      EMPTY_FROM: property.occupied ? '' : daysBefore(today, chance.whole(20, 700)),
      ACCOUNT_START: daysBefore(today, chance.whole(701, 5000)),
    };
  });
