import { cityCentre } from '../places.ts';
import type { DemonstrationDataset, Shelf } from '../shape.ts';

const parking = { name: 'Parking Services', email: 'parking@ellermouth.example' };
const highways = { name: 'Highways Asset Team', email: 'highways@ellermouth.example' };
const unit = 'Highways and Parking';

const parkingData: readonly DemonstrationDataset[] = [
  {
    key: 'car-park-occupancy',
    unit,
    access: 'open',
    personalData: 'none',
    title: 'Car park occupancy',
    summary: 'Spaces taken and free in the nine council car parks, every half hour, from the barrier counters.',
    description: `Each row is one reading of one car park. The counters add cars in and take away cars out, so the figure drifts during the day; it is put right each night at 03:00, when the attendants count.

Use it to see when the city is full, or to guide drivers. It does not say who parked or for how long.`,
    keywords: 'car parks, parking, occupancy, spaces, half-hourly, city centre',
    themes: ['TRAN'],
    subjectAreas: ['parking', 'roads-traffic'],
    licence: 'ogl-3.0',
    frequency: 'HOURLY',
    contact: parking,
    place: cityCentre,
    from: '2021-06-01',
    until: 0,
    issued: '2021-07-12',
    modified: 0,
    lineage:
      'Barrier controllers report to the parking system, which writes a file each half hour. Readings lost while a controller restarts are left out, not guessed.',
    qualityNotes: 'Over 98% of readings arrive. Windlass Road was without a counter for most of 2023.',
    forms: ['stored', 'json', 'api'],
    columns: `
      car_park_id  | string        | Permanent code of the car park
      car_park     | string        | Name on the sign
      read_at      | datetime      | When the counter was read, in UTC
      capacity     | integer spaces| Spaces open to the public at that time
      occupied     | integer spaces| Spaces taken; never more than the capacity
      free         | integer spaces| Capacity less spaces taken
      per_cent_full| number %      | Spaces taken as a share of the capacity
      status       | string        | open, full or closed
      tariff_zone  | string        | Zone that sets the price: A in the centre, B, or C at the edge
      longitude    | number degrees| Middle of the entrance, WGS 84
      latitude     | number degrees| Middle of the entrance, WGS 84`,
  },
  {
    key: 'parking-penalty-notices',
    unit,
    access: 'public-with-terms',
    personalData: 'personal',
    title: 'Parking penalty charge notices',
    summary:
      'Every penalty charge notice issued since April 2020: street, contravention, outcome. No registration numbers.',
    description: `One row for each notice. The registration is replaced by the kind of vehicle; the time is rounded to the quarter hour. A street with few notices could still point to a person who knows the area, so you accept terms first: no attempt to name anyone, and no joining with number-plate data.`,
    keywords: 'parking, penalty charge notice, PCN, fines, enforcement, contravention',
    themes: ['TRAN', 'JUST'],
    subjectAreas: ['parking'],
    licence: 'own-terms',
    frequency: 'MONTHLY',
    contact: parking,
    from: '2020-04-01',
    until: 30,
    issued: '2022-02-01',
    modified: 9,
    rights: 'Accept the terms of use for street-level enforcement data before the first download.',
    lineage:
      'Taken from the notice processing system on the first Monday of the month; appeals change the outcome of earlier months.',
    purposeOfCollection: 'Enforcement of parking under the Traffic Management Act 2004.',
    qualityNotes: 'Coordinates stand for the street, not the place of the vehicle.',
    forms: ['csv', 'xlsx'],
    columns: `
      notice_id         | string   | Number made for this file; not the number on the notice
      issued_quarter_hour | datetime | When it was issued, rounded to the quarter hour | indirect
      street            | string   | Street as named in the gazetteer | indirect
      usrn              | string   | Unique street reference number
      contravention_code| string   | National code, such as 01 or 12r
      contravention     | string   | The code in words
      vehicle_kind      | string   | car, van, lorry, motorcycle or other
      level             | string   | higher or lower
      charge            | number £ | Amount due before discount
      paid              | number £ | Amount paid so far
      outcome           | string   | paid, cancelled, appealed, written off or open
      appeal_stage      | string   | none, informal, formal or tribunal`,
  },
  {
    key: 'kerbside-sensor-events',
    unit,
    access: 'named',
    personalData: 'personal',
    title: 'Kerbside bay sensor events',
    summary: 'Arrivals and departures at 412 loading, disabled and taxi bays with sensors in the road.',
    description: `Each event says that a bay became taken or free. There is no picture and no registration, but the pattern of one disabled bay in front of one house can tell when somebody is at home. The data owner therefore looks at each use.

Researchers and makers of route guidance have been given a coarser form before: fifteen-minute shares for each street.`,
    keywords: 'kerb, loading bay, disabled bay, taxi rank, sensors, blue badge, accessibility',
    themes: ['TRAN'],
    subjectAreas: ['parking', 'roads-traffic', 'walking-cycling'],
    licence: 'own-terms',
    frequency: 'UPDATE_CONT',
    contact: parking,
    place: cityCentre,
    from: '2023-09-01',
    until: 0,
    issued: '2024-01-15',
    modified: 0,
    lineage:
      'Magnetic sensors report by radio to the supplier, who sends events on within a minute. Events of a bay under works are marked, not removed.',
    purposeOfCollection:
      'To place loading and disabled bays where they are needed, and to check that works end on time.',
    qualityNotes: 'A sensor misses about one arrival in sixty when a lorry stands across two bays.',
    charge: 'None for research and public benefit; cost of extraction otherwise (usually £180).',
    forms: ['stored', 'api'],
    columns: `
      event_id     | string   | Identifier of the event
      bay_id       | string   | Code painted on the kerb
      bay_kind     | string   | loading, disabled, taxi, car club or coach
      street       | string   | Street as named in the gazetteer
      usrn         | string   | Unique street reference number
      changed_at   | datetime | When the bay became taken or free, to the second | indirect
      taken        | boolean  | True where a vehicle arrived
      minutes_since_change | integer min | Time in the state before | indirect
      restricted_now | boolean | Whether a restriction was in force at that time
      under_works  | boolean  | Whether a roadworks permit covered the bay
      battery      | number V | Voltage of the sensor's battery
      longitude    | number degrees | Middle of the bay, WGS 84 | indirect
      latitude     | number degrees | Middle of the bay, WGS 84 | indirect`,
  },
  {
    key: 'kerb-restrictions',
    unit,
    access: 'open',
    personalData: 'none',
    title: 'Kerb restrictions and parking bays',
    alternativeTitle: 'Traffic regulation orders: parking and waiting',
    summary: 'Where you may stop, wait, load or park, and when: every restriction on the city’s streets.',
    description:
      'Lines follow the kerb. Each carries its order, its times and who is exempt. It is what the orders say; signs that have been taken away or turned are in the fault list of the Highways Asset Team.',
    keywords: 'traffic regulation orders, TRO, yellow lines, loading, disabled bays, residents',
    themes: ['TRAN', 'REGI'],
    subjectAreas: ['parking', 'roads-traffic'],
    licence: 'ogl-3.0',
    frequency: 'MONTHLY',
    contact: parking,
    until: 18,
    from: '2019-01-01',
    issued: '2022-05-03',
    modified: 18,
    lineage: 'Drawn from the sealed orders by two technicians in 2021 and kept up with each new order.',
    qualityNotes: 'Positions within half a metre in the centre, two metres elsewhere.',
    forms: ['geojson', 'gpkg', 'wfs'],
    columns: `
      restriction_id | string  | Permanent identifier
      kind           | string  | no waiting, no loading, bay for residents, disabled bay …
      order_ref      | string  | Title and year of the order
      street         | string  | Street as named in the gazetteer
      usrn           | string  | Unique street reference number
      side           | string  | north, south, east or west side
      days           | string  | Days on which it applies
      from_time      | time    | Start of the period
      until_time     | time    | End of the period
      exempt         | string  | Who is exempt, such as permit holders of a zone
      maximum_stay   | integer min | Longest stay, where there is one
      length         | number m| Length along the kerb
      in_force_from  | date    | Day on which the order came into force`,
  },
];

const highwayData: readonly DemonstrationDataset[] = [
  {
    key: 'street-lights',
    unit,
    access: 'open',
    personalData: 'none',
    title: 'Street lights',
    summary: 'Every lamp column and wall bracket that the council looks after, with its lamp, dimming and last repair.',
    description: `The city has 23,410 lights. This is the asset register: what stands where, what lamp it has, and when somebody last worked on it. Lights of private landlords and of the harbour are not in it.

Faults can be reported by the number on the column, which is the first column here.`,
    keywords: 'street lighting, lamp columns, LED, assets, dimming, energy',
    themes: ['TRAN', 'ENER'],
    subjectAreas: ['roads-traffic', 'energy-climate'],
    licence: 'ogl-3.0',
    frequency: 'WEEKLY',
    contact: highways,
    from: '2012-04-01',
    until: 3,
    issued: '2019-10-07',
    modified: 3,
    version: '14',
    versionNotes: 'Dimming profiles added after the change to LED in the eastern wards.',
    lineage: 'Surveyed on foot in 2012 and 2018; since then each repair updates its row from the crew’s tablet.',
    qualityNotes: 'About 2% of wattages are those of the design rather than of the lamp found.',
    forms: ['stored', 'geojson', 'wfs'],
    columns: `
      column_no      | string   | Number on the column
      ward           | string   | Ward in which it stands
      street         | string   | Street as named in the gazetteer
      usrn           | string   | Unique street reference number
      mounting       | string   | column, wall bracket, sign light or subway
      height         | number m | Height of the lamp above the ground
      lamp           | string   | LED, high-pressure sodium or other
      watts          | integer W| Rated power of the lamp
      dimming        | string   | Profile: none, midnight to five, or sensor
      installed      | date     | When the column was put up
      last_repaired  | date     | Last work on it; empty where none is recorded
      in_light       | boolean  | Whether it worked at the last night inspection
      longitude      | number degrees | WGS 84
      latitude       | number degrees | WGS 84`,
  },
  {
    key: 'pothole-reports',
    unit,
    access: 'public-with-terms',
    personalData: 'none',
    title: 'Pothole and road defect reports',
    summary: 'Defects reported by the public and found by inspectors, with depth, response time and repair.',
    description:
      'One row for each defect, whoever reported it and however often. The words of the report are left out, since people write their names and telephone numbers in them.',
    keywords: 'potholes, road defects, highway maintenance, repairs, inspections',
    themes: ['TRAN'],
    subjectAreas: ['roads-traffic'],
    licence: 'ogl-3.0',
    frequency: 'DAILY',
    contact: highways,
    from: '2017-01-01',
    until: 1,
    issued: '2020-03-16',
    modified: 1,
    rights: 'You accept not to use the file to canvass for claims.',
    lineage:
      'Joined each night from the report form and the inspectors’ tablets; duplicates within ten metres are merged by an inspector.',
    forms: ['csv', 'geojson'],
    columns: `
      defect_id      | string   | Identifier of the defect
      reported_on    | date     | First report or inspection
      source         | string   | public, inspector, councillor or utility
      street         | string   | Street as named in the gazetteer
      usrn           | string   | Unique street reference number
      road_class     | string   | A, B, C or unclassified
      depth          | integer mm | Depth when measured
      area           | number m²| Area when measured
      category       | string   | 1 same day, 2 five working days, 3 programme
      repaired_on    | date     | Day of the repair; empty while open
      repair_kind    | string   | temporary, patch or resurfacing
      longitude      | number degrees | WGS 84
      latitude       | number degrees | WGS 84`,
  },
  {
    key: 'roadworks-permits',
    unit,
    access: 'open',
    personalData: 'none',
    title: 'Roadworks permits',
    summary: 'Works planned, under way and ended on the city’s streets, with their traffic control.',
    description:
      'Permits asked for and granted under the permit scheme: who digs, where, from when until when, and with what traffic control. Works of utilities and of the council alike.',
    keywords: 'roadworks, street works, permits, utilities, diversions',
    themes: ['TRAN'],
    subjectAreas: ['roads-traffic', 'utilities'],
    licence: 'ogl-3.0',
    frequency: 'DAILY',
    contact: highways,
    from: '2020-07-01',
    until: -90,
    issued: '2020-09-01',
    modified: 0,
    lineage: 'A nightly extract of the permit system.',
    forms: ['csv', 'json'],
    columns: `
      permit_ref     | string  | Reference of the permit
      promoter       | string  | Body that does the works
      street         | string  | Street as named in the gazetteer
      usrn           | string  | Unique street reference number
      works_category | string  | major, standard, minor or immediate
      traffic_control| string  | signals, stop and go, lane closure, road closure or none
      proposed_start | date    | Start as granted
      proposed_end   | date    | End as granted
      actual_start   | date    | Start as reported
      actual_end     | date    | End as reported
      footway_closed | boolean | Whether the footway is closed
      status         | string  | granted, in progress, ended or refused`,
  },
  {
    key: 'winter-gritting-routes',
    unit,
    access: 'open',
    personalData: 'none',
    title: 'Winter gritting routes and grit bins',
    summary: 'Roads treated before frost, in three priorities, and the 318 bins that residents may use.',
    description:
      'Lines of the routes with their priority and depot, and points for grit bins. Routes are agreed each September and hold until April.',
    keywords: 'gritting, winter, salt, grit bins, ice, snow',
    themes: ['TRAN'],
    subjectAreas: ['roads-traffic'],
    licence: 'ogl-3.0',
    frequency: 'ANNUAL',
    contact: highways,
    from: '2015-10-01',
    until: -150,
    issued: '2016-10-10',
    modified: 66,
    forms: ['geojson', 'kml', 'pdf'],
    columns: `
      feature_id   | string  | Identifier of the route section or bin
      kind         | string  | route or bin
      route        | string  | Name of the route; empty for a bin
      priority     | integer | 1 always, 2 in hard frost, 3 when time allows
      street       | string  | Street as named in the gazetteer
      usrn         | string  | Unique street reference number
      length       | number m| Length of the section
      depot        | string  | Depot from which it is treated
      bin_filled_on| date    | Last filling of the bin
      season       | string  | Winter for which it holds, such as 2026–27`,
  },
  {
    key: 'cctv-camera-locations',
    unit,
    access: 'named',
    visibility: 'members',
    personalData: 'none',
    title: 'Traffic and public-space camera locations',
    summary: 'Position, field of view and purpose of the council’s 164 cameras.',
    description:
      'Held back from the public in this detail because it tells where the cameras do not look. A list of streets with cameras is on the council’s website.',
    keywords: 'CCTV, cameras, traffic, community safety',
    themes: ['JUST', 'TRAN'],
    subjectAreas: ['community-safety', 'roads-traffic'],
    licence: 'own-terms',
    frequency: 'ANNUAL_2',
    contact: { name: 'Control Room', email: 'controlroom@ellermouth.example' },
    from: '2018-01-01',
    issued: '2023-03-20',
    modified: 71,
    purposeOfCollection: 'To run and account for cameras under the Surveillance Camera Code of Practice.',
    forms: ['geojson'],
    columns: `
      camera_id    | string  | Number on the pole
      purpose      | string  | traffic, enforcement or public space
      kind         | string  | fixed, pan and tilt, or number plate
      bearing      | integer degrees | Direction in which it looks at rest
      field_of_view| integer degrees | Angle that it sees
      height       | number m| Height above the ground
      retention    | integer days | How long pictures are kept
      assessed_on  | date    | Last impact assessment
      longitude    | number degrees | WGS 84
      latitude     | number degrees | WGS 84`,
  },
];

export const ellermouthStreets: Shelf = {
  organisation: 'ellermouth',
  owner: 'owner',
  steward: 'steward',
  datasets: [...parkingData, ...highwayData],
};
