/** West, south, east, north in degrees. The region is invented; it lies where the North Sea coast leaves room for it. */
export type Box = readonly [number, number, number, number];

export interface Place {
  readonly label: string;
  readonly box: Box;
}

export const region: Place = { label: 'Eller Estuary city region', box: [-0.62, 53.56, 0.12, 53.96] };
export const ellermouth: Place = { label: 'Ellermouth', box: [-0.24, 53.65, -0.02, 53.78] };
export const harnwick: Place = { label: 'Harnwick', box: [-0.45, 53.58, -0.24, 53.75] };
export const thaxbyWolds: Place = { label: 'Thaxby Wolds', box: [-0.6, 53.74, -0.1, 53.95] };
export const harbour: Place = { label: 'Ellermouth Harbour and approaches', box: [-0.06, 53.66, 0.1, 53.74] };
export const cityCentre: Place = { label: 'Ellermouth city centre', box: [-0.15, 53.7, -0.11, 53.725] };

/** A ward with the middle of it. */
export interface Ward {
  readonly name: string;
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
}

const ward = (name: string, code: string, longitude: number, latitude: number): Ward => ({
  name,
  code,
  longitude,
  latitude,
});

export const ellermouthWards: readonly Ward[] = [
  ward('Old Staithe', 'EM01', -0.118, 53.711),
  ward('Ropewalk', 'EM02', -0.131, 53.716),
  ward('Kiln Bank', 'EM03', -0.152, 53.722),
  ward('Northgate Rise', 'EM04', -0.141, 53.741),
  ward('Sallow Park', 'EM05', -0.168, 53.735),
  ward('Eastmere', 'EM06', -0.072, 53.718),
  ward('Tannery Row', 'EM07', -0.139, 53.704),
  ward('Fennel Hill', 'EM08', -0.19, 53.719),
  ward('Priory Green', 'EM09', -0.161, 53.698),
  ward('Saltpans', 'EM10', -0.081, 53.694),
  ward('Beaconsett', 'EM11', -0.112, 53.752),
  ward('Holm Reach', 'EM12', -0.204, 53.682),
];

export const harnwickWards: readonly Ward[] = [
  ward('Harnwick Castle', 'HW01', -0.352, 53.671),
  ward('Harnwick Market', 'HW02', -0.341, 53.664),
  ward('Gorseby', 'HW03', -0.393, 53.69),
  ward('Milldyke', 'HW04', -0.318, 53.645),
  ward('Dunsett', 'HW05', -0.286, 53.702),
  ward('Cold Thrapley', 'HW06', -0.412, 53.62),
];

const streetNames = [
  'Cooper Lane',
  'Tallow Street',
  'Staithe Road',
  'Priory Gate',
  'Sailmaker Row',
  'Heron Avenue',
  'Whinfield Drive',
  'Larkrise Close',
  'Beck Terrace',
  'Samphire Way',
  'Turnstone Crescent',
  'Chandler Street',
  'Glebe Walk',
  'Netherfield Road',
  'Mercer Court',
  'Osier Lane',
  'Plover Garth',
  'Ferryman Street',
  'Quarryside',
  'Damson Grove',
  'Ladysmock Lane',
  'Harbinger Street',
  'Marram Close',
  'Windlass Road',
];

/** Streets of a ward: a part of the list that differs from ward to ward and stays the same. */
export const streetsOf = (place: Ward): readonly string[] => {
  const start = (Number(place.code.slice(2)) * 5) % streetNames.length;
  return [...streetNames, ...streetNames].slice(start, start + 8);
};
