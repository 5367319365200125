import type { DemonstrationDataset, Shelf } from '../shape.ts';

const waste = { name: 'Waste and Recycling', email: 'waste@ellermouth.example' };
const protection = { name: 'Environmental Protection', email: 'envprotection@ellermouth.example' };

const wasteData: readonly DemonstrationDataset[] = [
  {
    key: 'bin-collection-rounds',
    unit: 'Environment and Waste',
    access: 'open',
    personalData: 'none',
    title: 'Bin collection rounds',
    summary: 'Which streets are collected on which day, for general waste, recycling, food and garden bins.',
    description: `One row for each street and kind of bin. A long street may belong to two rounds and then stands twice, with the house numbers of each.

Dates move in the weeks of Christmas and Easter; the column of the next collection already takes that into account.`,
    keywords: 'bins, refuse, recycling, collection day, rounds, food waste, garden waste',
    themes: ['ENVI', 'REGI'],
    subjectAreas: ['bins-recycling'],
    licence: 'ogl-3.0',
    frequency: 'WEEKLY',
    contact: waste,
    from: '2018-04-01',
    until: -14,
    issued: '2018-05-14',
    modified: 2,
    version: '2026.4',
    versionNotes: 'Food waste is now collected from flats in Ropewalk and Tannery Row.',
    lineage: 'Exported from the round planner each Friday, after the crews’ changes of the week.',
    qualityNotes: 'Checked against the calendars on the website for fifty addresses a month.',
    forms: ['stored', 'json', 'xlsx'],
    columns: `
      round_id        | string  | Code of the round
      ward            | string  | Ward in which the street lies
      street          | string  | Street as named in the gazetteer
      usrn            | string  | Unique street reference number
      house_numbers   | string  | all, odd, even or a range
      bin             | string  | general, recycling, food or garden
      collection_day  | string  | Day of the week
      every_weeks     | integer weeks | Weeks between two collections
      next_collection | date    | Next day on which the lorry comes
      out_by          | time    | Time by which the bin must be out
      households      | integer | Households on this street in this round
      crew            | string  | Depot and number of the crew`,
  },
  {
    key: 'recycling-tonnages',
    unit: 'Environment and Waste',
    access: 'open',
    personalData: 'none',
    title: 'Waste and recycling tonnages',
    summary: 'Tonnes collected and how they were treated, by month, material and ward group.',
    description:
      'What the weighbridge recorded, by material and treatment, with the rate of rejected loads. The yearly totals are those reported to government.',
    keywords: 'waste, recycling rate, tonnage, landfill, energy from waste, contamination',
    themes: ['ENVI'],
    subjectAreas: ['bins-recycling', 'energy-climate'],
    licence: 'ogl-3.0',
    frequency: 'MONTHLY',
    contact: waste,
    from: '2010-04-01',
    until: 45,
    issued: '2014-06-02',
    modified: 21,
    lineage: 'Weighbridge tickets, summed by month; corrected when the treatment plant sends its return.',
    forms: ['csv', 'xlsx'],
    columns: `
      month          | date    | First day of the month
      ward_group     | string  | centre, north, east or west
      material       | string  | paper, glass, cans and plastics, food, garden, residual …
      collected      | number t| Weight at the weighbridge
      recycled       | number t| Weight sent to be recycled
      composted      | number t| Weight composted or digested
      energy         | number t| Weight burnt with energy recovered
      landfill       | number t| Weight buried
      rejected       | number t| Weight of loads refused
      provisional    | boolean | True until the plant's return has come`,
  },
  {
    key: 'recycling-centre-bookings',
    unit: 'Environment and Waste',
    access: 'group',
    personalData: 'personal',
    title: 'Recycling centre bookings',
    summary: 'Visits booked at the three recycling centres, by slot, postcode sector and kind of waste.',
    description:
      'Shared with the neighbouring councils, whose residents use the same centres, so that each pays its part. The booking name is not included; the registration is replaced by a code that changes each year.',
    keywords: 'household waste recycling centre, tip, bookings, cross-boundary',
    themes: ['ENVI'],
    subjectAreas: ['bins-recycling'],
    licence: 'own-terms',
    frequency: 'MONTHLY',
    contact: waste,
    from: '2021-05-01',
    until: 30,
    issued: '2022-01-10',
    modified: 12,
    purposeOfCollection: 'To keep queues off the road and to share costs between councils.',
    forms: ['csv'],
    columns: `
      booking_id      | string  | Identifier of the booking
      site            | string  | Name of the centre
      slot            | datetime| Start of the half hour booked
      arrived         | boolean | Whether the vehicle came
      postcode_sector | string  | Postcode without its last two letters | indirect
      council         | string  | Council in whose area the sector lies
      vehicle_code    | string  | Code for the registration, new each year | indirect
      vehicle_kind    | string  | car, van or trailer
      main_waste      | string  | Kind of waste named at the booking
      visits_this_year| integer | Visits under the same code so far | indirect`,
  },
  {
    key: 'assisted-bin-collections',
    unit: 'Environment and Waste',
    access: 'closed',
    visibility: 'organisation',
    personalData: 'special-category',
    title: 'Assisted bin collections',
    summary: 'Households whose bins are fetched from the door because nobody there can move them.',
    description: 'Used by the crews alone. The reason given is often a disability or an illness.',
    keywords: 'assisted collection, disability, bins',
    themes: ['ENVI', 'SOCI'],
    subjectAreas: ['bins-recycling', 'adult-social-care'],
    licence: 'own-terms',
    frequency: 'DAILY',
    contact: waste,
    from: '2016-01-01',
    issued: '2024-02-05',
    modified: 1,
    purposeOfCollection: 'To give the service; people were told that it is used for nothing else.',
    rights: 'Held under a promise of confidence. Not shared.',
    forms: ['csv'],
    columns: `
      case_ref      | string  | Reference of the arrangement | personal
      name          | string  | Name of the householder | personal
      uprn          | string  | Unique property reference number | personal
      address       | string  | Address in one line | personal
      telephone     | string  | Number for the crew | personal
      reason        | string  | Reason given by the householder | special-category
      where_kept    | string  | Where the bins stand | personal
      round_id      | string  | Code of the round
      agreed_on     | date    | Start of the arrangement
      review_on     | date    | When it is looked at again`,
  },
];

const airData: readonly DemonstrationDataset[] = [
  {
    key: 'air-quality-hourly',
    unit: 'Public Health and Protection',
    access: 'open',
    personalData: 'none',
    title: 'Air quality: hourly means',
    summary: 'Nitrogen dioxide and particles at four automatic stations, hour by hour, as they come in.',
    description: `Four stations: a busy road, the harbour front, a school and a park. Values are hourly means in micrograms per cubic metre.

The newest three months are provisional. Afterwards each reading is checked against calibration and marked as ratified, and some change.`,
    keywords: 'air quality, nitrogen dioxide, NO2, PM10, PM2.5, pollution, monitoring',
    themes: ['ENVI', 'HEAL'],
    subjectAreas: ['air-quality', 'public-health'],
    licence: 'ogl-3.0',
    frequency: 'HOURLY',
    contact: protection,
    from: '2009-01-01',
    until: 0,
    issued: '2013-11-04',
    modified: 0,
    lineage: 'Analysers send fifteen-minute values; an hour counts where at least three of its four are valid.',
    purposeOfCollection: 'Local air quality management under Part IV of the Environment Act 1995.',
    qualityNotes: 'Data capture was 94% last year. The harbour station was moved by 40 metres in March 2022.',
    forms: ['stored', 'json', 'api'],
    columns: `
      station_id  | string       | Code of the station
      station     | string       | Name of the station
      hour        | datetime     | Start of the hour, in UTC
      no2         | number µg/m³ | Nitrogen dioxide, hourly mean
      pm10        | number µg/m³ | Particles below 10 micrometres, hourly mean
      pm25        | number µg/m³ | Particles below 2.5 micrometres, hourly mean
      temperature | number °C    | Air temperature at the inlet
      wind_speed  | number m/s   | Mean wind speed
      wind_from   | integer degrees | Direction the wind comes from
      index       | integer      | Daily Air Quality Index band for the hour, 1 to 10
      status      | string       | provisional or ratified`,
  },
  {
    key: 'diffusion-tube-results',
    unit: 'Public Health and Protection',
    access: 'open',
    personalData: 'none',
    title: 'Nitrogen dioxide diffusion tubes: yearly results',
    summary: 'Yearly means at 62 places on lamp columns and house fronts since 2008, with their correction.',
    description:
      'Tubes are changed every month and read in a laboratory. The yearly figure is corrected against the automatic stations; the factor stands beside it.',
    keywords: 'nitrogen dioxide, diffusion tubes, air quality, annual mean',
    themes: ['ENVI', 'HEAL'],
    subjectAreas: ['air-quality'],
    licence: 'ogl-3.0',
    frequency: 'ANNUAL',
    contact: protection,
    from: '2008-01-01',
    until: '2025-12-31',
    issued: '2012-07-01',
    modified: 140,
    forms: ['csv', 'geojson'],
    columns: `
      tube_id      | string  | Code of the place
      place        | string  | Where it hangs
      site_kind    | string  | kerbside, roadside, urban background …
      year         | year    | Year of the result
      raw_mean     | number µg/m³ | Mean of the months before correction
      bias_factor  | number  | Factor from the comparison with a station
      annual_mean  | number µg/m³ | Corrected mean
      months_valid | integer months | Months with a valid tube
      over_limit   | boolean | Whether the mean is above 40 µg/m³
      longitude    | number degrees | WGS 84
      latitude     | number degrees | WGS 84`,
  },
  {
    key: 'noise-complaints',
    unit: 'Public Health and Protection',
    access: 'group',
    visibility: 'members',
    personalData: 'personal',
    title: 'Noise complaints',
    summary: 'Complaints of noise with place, kind, hour and what was done; for the community safety partnership.',
    description:
      'Members of the community safety partnership receive it each month. Names and telephone numbers of those who complain are left out; the place of the noise is not.',
    keywords: 'noise, statutory nuisance, complaints, licensing, neighbours',
    themes: ['ENVI', 'JUST'],
    subjectAreas: ['air-quality', 'community-safety'],
    licence: 'own-terms',
    frequency: 'MONTHLY',
    contact: protection,
    from: '2018-01-01',
    until: 30,
    issued: '2021-09-06',
    modified: 14,
    purposeOfCollection: 'Investigation of statutory nuisance, Environmental Protection Act 1990, Part III.',
    forms: ['csv'],
    columns: `
      complaint_id  | string  | Identifier of the complaint
      received_at   | datetime| When it was received
      kind          | string  | music, dog, alarm, building works, machinery …
      address       | string  | Where the noise comes from | personal
      uprn          | string  | Unique property reference number | personal
      property_kind | string  | home, public house, works, street …
      first_time    | boolean | Whether this place was complained of before
      action        | string  | letter, visit, notice, seizure or none
      notice_served | date    | Day of an abatement notice
      closed_on     | date    | Day on which the case was closed
      officer_team  | string  | Team that dealt with it`,
  },
  {
    key: 'food-hygiene-inspections',
    unit: 'Public Health and Protection',
    access: 'open',
    personalData: 'none',
    title: 'Food hygiene inspections',
    summary: 'Ratings of 1,870 places that sell or serve food, with the scores behind each rating.',
    description:
      'Ratings from 0 to 5 with the three scores from which they are made. Homes from which somebody sells food show the postcode sector only.',
    keywords: 'food hygiene, ratings, restaurants, takeaways, inspections',
    themes: ['HEAL', 'ECON'],
    subjectAreas: ['public-health', 'business-support'],
    licence: 'ogl-3.0',
    frequency: 'WEEKLY',
    contact: { name: 'Food Safety', email: 'foodsafety@ellermouth.example' },
    from: '2012-01-01',
    until: 4,
    issued: '2013-02-18',
    modified: 4,
    forms: ['csv', 'xml'],
    columns: `
      premises_id   | string  | Identifier of the premises
      name          | string  | Trading name
      kind          | string  | restaurant, takeaway, school, shop, maker …
      address       | string  | Address, or postcode sector for a home
      postcode      | string  | Postcode, or sector for a home
      rating        | string  | 0 to 5, exempt or awaiting inspection
      rated_on      | date    | Day of the inspection
      hygiene       | integer | Score for handling of food; lower is better
      structure     | integer | Score for the building; lower is better
      management    | integer | Score for confidence in management; lower is better
      reply         | boolean | Whether the business has published a reply`,
  },
];

const greenData: readonly DemonstrationDataset[] = [
  {
    key: 'tree-inventory',
    unit: 'Parks and Green Spaces',
    access: 'open',
    personalData: 'none',
    title: 'Council tree inventory',
    summary: 'Trees in streets, parks and cemeteries that the council looks after: species, size and condition.',
    description: `Each tree carries a small numbered tag. Species follow the Latin name; the common name is beside it. Height and spread are estimated by eye from the ground.

Woodland is not counted tree by tree: it is in the open space survey.`,
    keywords: 'trees, street trees, species, urban forest, parks, canopy',
    themes: ['ENVI'],
    subjectAreas: ['parks-open-space', 'energy-climate'],
    licence: 'ogl-3.0',
    frequency: 'QUARTERLY',
    contact: { name: 'Arboricultural Officers', email: 'trees@ellermouth.example' },
    from: '2011-01-01',
    until: 25,
    issued: '2017-03-21',
    modified: 25,
    lineage: 'Surveyed over four years; every tree is looked at again at least every third winter.',
    qualityNotes: 'Positions by hand-held receiver, within three metres under leaves.',
    forms: ['stored', 'geojson', 'shp'],
    columns: `
      tag          | string   | Number on the tag
      species      | string   | Latin name
      common_name  | string   | English name
      ward         | string   | Ward in which it stands
      place        | string   | Street, park or cemetery
      setting      | string   | street, park, cemetery, school or housing
      planted      | year     | Year of planting, where known
      height       | number m | Estimated height
      spread       | number m | Estimated width of the crown
      trunk        | integer cm | Diameter at 1.5 metres
      condition    | string   | good, fair, poor or dead
      surveyed_on  | date     | Last inspection
      longitude    | number degrees | WGS 84
      latitude     | number degrees | WGS 84`,
  },
  {
    key: 'allotment-waiting-list',
    unit: 'Parks and Green Spaces',
    state: 'draft',
    access: 'closed',
    visibility: 'organisation',
    personalData: 'personal',
    title: 'Allotment waiting list',
    summary: 'People who wait for a plot on one of the 19 sites.',
    keywords: 'allotments, waiting list',
    themes: ['ENVI'],
    subjectAreas: ['parks-open-space'],
    frequency: 'MONTHLY',
    forms: ['xlsx'],
    columns: `
      applicant_id | string  | Identifier of the applicant | personal
      name         | string  | Name | personal
      email        | string  | Address for offers | personal
      postcode     | string  | Home postcode | personal
      site         | string  | Site asked for
      plot_size    | string  | full, half or any
      asked_on     | date    | Day of the application
      place_in_list| integer | Place in the list of the site`,
  },
  {
    key: 'open-space-survey',
    unit: 'Parks and Green Spaces',
    access: 'open',
    personalData: 'none',
    title: 'Open space and play area survey',
    summary: 'Parks, greens, woods and play areas with their size, equipment and quality score.',
    description: 'The survey behind the open space strategy: 412 sites, each visited and scored for quality and value.',
    keywords: 'parks, open space, play areas, playgrounds, green flag',
    themes: ['ENVI', 'EDUC'],
    subjectAreas: ['parks-open-space', 'sport-leisure', 'planning-building'],
    licence: 'ogl-3.0',
    frequency: 'BIENNIAL',
    from: '2023-03-01',
    until: '2025-09-30',
    issued: '2024-01-22',
    modified: 260,
    version: '3',
    forms: ['gpkg', 'pdf'],
    columns: `
      site_id       | string   | Identifier of the site
      name          | string   | Name of the site
      kind          | string   | park, green, wood, play area, cemetery …
      ward          | string   | Ward
      area          | number ha| Area
      owner_kind    | string   | council, school, church or private
      open_to_all   | boolean  | Whether anyone may enter
      equipment     | integer  | Pieces of play equipment
      step_free     | boolean  | Whether one entrance has no step
      quality_score | integer %| Score of the visit for quality
      value_score   | integer %| Score of the visit for value to people nearby`,
  },
];

export const ellermouthEnvironment: Shelf = {
  organisation: 'ellermouth',
  owner: 'h.castledine',
  steward: 'steward',
  datasets: [...wasteData, ...airData, ...greenData],
};
