/** Words that generated datasets are put together from: invented places, the everyday matters of councils. */
const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*|\s*\n\s*/);

export const places = list(`
Aldermere, Ashcombe, Barrowdene, Beckhollow, Birchester, Blackwater, Bramford, Brindlewick, Brookhaven, Cairnmuir, Calderby,
Carrowick, Castlebeck, Chalford Regis, Coldharbour, Copperbridge, Cranleigh Moor, Crowhurst Vale, Dalesworth, Deepwell,
Drumcairn, Dunmarrow, Eastmarsh, Elderfield, Fallowmere, Fernhollow, Foxdale, Gallowgate, Glenorchar, Granthorpe, Greyport,
Hallowbridge, Harrowmouth, Hazelwick, Heatherley, Highcombe, Inverlaith, Ironbeck, Kestrelford, Kilbrannock, Kingsmarsh,
Kirkhollow, Langmere, Larkfield, Linwood Bay, Lowmoor, Maplestead, Marlow Fell, Marshgate, Millhaven, Moorcaster, Netherby,
Northwold, Oakhampton Dene, Oldbridge, Ottermouth, Pennerley, Portlaw, Quarrybank, Ravensholme, Redmarsh, Ridgeway,
Rookhope, Saltmarsh, Sandwell Quay, Selmere, Shawbridge, Silverdale, Southmoor, Stonebeck, Strathlorne, Swanholme, Tarnwick,
Thistledown, Thornbury Vale, Tidewell, Underbank, Vale of Merrow, Wendlecombe, Westerholm, Whitfield, Willowby, Winterbourne,
Wolds End, Wyverly, Yarrowdale`);

export interface Subject {
  readonly noun: string;
  readonly theme: string;
  readonly area: string;
  readonly words: readonly string[];
}

const subject = (noun: string, theme: string, area: string, words: string): Subject => ({
  noun,
  theme,
  area,
  words: list(words),
});

/** Common ones first: the generator draws them by Zipf's law. */
export const subjects: readonly Subject[] = [
  subject('Car parks', 'TRAN', 'parking', 'spaces, charges, occupancy, machines, permits, bays, tariff, multi-storey'),
  subject(
    'Planning applications',
    'REGI',
    'planning-building',
    'decision, applicant, ward, appeal, consent, dwelling, extension',
  ),
  subject(
    'Bin collections',
    'ENVI',
    'bins-recycling',
    'recycling, refuse, round, missed, garden waste, contamination, tonnage',
  ),
  subject(
    'Spending over £500',
    'ECON',
    'council-budget',
    'supplier, invoice, payment, cost centre, expenditure, procurement',
  ),
  subject('School places', 'EDUC', 'schools', 'pupils, admissions, catchment, capacity, offers, primary, secondary'),
  subject('Road works', 'TRAN', 'roads-traffic', 'closure, diversion, permit, carriageway, resurfacing, utility works'),
  subject('Street lighting', 'TRAN', 'roads-traffic', 'columns, lamps, faults, LED, energy use, dimming, inspection'),
  subject(
    'Air quality monitoring',
    'ENVI',
    'air-quality',
    'nitrogen dioxide, particulates, PM2.5, diffusion tubes, exceedance, sensor',
  ),
  subject('Council tax bands', 'ECON', 'council-tax', 'valuation, households, exemption, discount, arrears, band D'),
  subject(
    'Business rates',
    'ECON',
    'business-rates',
    'rateable value, hereditament, relief, vacancy, occupier, premises',
  ),
  subject('Libraries', 'EDUC', 'libraries', 'loans, members, visits, opening hours, reservations, computers, branch'),
  subject(
    'Parks and green spaces',
    'ENVI',
    'parks-open-space',
    'playground, trees, biodiversity, allotments, access points, habitat',
  ),
  subject(
    'Bus stops',
    'TRAN',
    'public-transport',
    'shelters, timetable, route, patronage, real-time display, interchange',
  ),
  subject('Cycle counts', 'TRAN', 'walking-cycling', 'counter, cyclists, lane, route, direction, hourly flow, weather'),
  subject('Housing register', 'SOCI', 'housing', 'waiting list, lettings, bids, priority, tenancy, bedrooms, void'),
  subject(
    'Food hygiene ratings',
    'HEAL',
    'business-support',
    'inspection, establishment, score, takeaway, re-rating, premises',
  ),
  subject('Licensed premises', 'JUST', 'business-support', 'alcohol, hours, conditions, taxi, street trading, review'),
  subject(
    'Flood risk areas',
    'ENVI',
    'flooding-drainage',
    'surface water, culvert, river level, return period, gullies, defence',
  ),
  subject(
    'Councillors and wards',
    'GOVE',
    'elections',
    'turnout, candidate, boundary, polling station, committee, attendance',
  ),
  subject('Carbon emissions', 'ENER', 'energy-climate', 'scope, electricity, gas, buildings, fleet, baseline, target'),
  subject(
    'Care home placements',
    'HEAL',
    'adult-social-care',
    'provider, vacancy, assessment, weekly cost, reablement, carers',
  ),
  subject(
    'Anti-social behaviour reports',
    'JUST',
    'community-safety',
    'incident, hotspot, noise, vandalism, patrol, outcome',
  ),
  subject(
    'Electric vehicle charge points',
    'ENER',
    'energy-climate',
    'connector, kilowatt, session, availability, operator, tariff',
  ),
  subject(
    'Water quality samples',
    'ENVI',
    'utilities',
    'reservoir, chlorine, lead, turbidity, supply zone, compliance',
  ),
  subject('Tree inventory', 'ENVI', 'parks-open-space', 'species, canopy, girth, preservation order, planting, survey'),
  subject('Public toilets', 'HEAL', 'public-health', 'accessible, changing place, opening hours, baby change, charge'),
  subject('Allotments', 'ENVI', 'parks-open-space', 'plots, waiting list, tenants, rent, association, size'),
  subject('Apprenticeships', 'EDUC', 'skills-employment', 'starts, completions, sector, levy, employer, wage'),
  subject('Listed buildings', 'EDUC', 'planning-building', 'grade, heritage, conservation area, at risk, monument'),
  subject(
    'Births and deaths',
    'SOCI',
    'births-deaths-marriages',
    'registration, district, cause, age, marriage, ceremony',
  ),
  subject('Leisure centre visits', 'EDUC', 'sport-leisure', 'swimming, gym, membership, class, attendance, concession'),
  subject('Early years settings', 'EDUC', 'children-families', 'nursery, childminder, funded hours, ratio, inspection'),
];

export const shapes =
  list(`locations, by ward, monthly figures, annual summary, register, survey, inspections, boundaries, performance,
requests, historic record, live feed, open data, statistics, usage, forecast`);

export const organisationKinds = list('City Council, Borough Council, District Council, County Council, Council');

export const sentences: readonly string[] = [
  'This dataset is published by the council so that residents and businesses can see how the service is run.',
  'Figures for {place} cover {words} and are checked by the service before they are released.',
  'Each row describes one record with its {words}; addresses are given by ward only.',
  'The data is extracted from the {system} every month and reconciled against the previous return.',
  'Please read the notes on {words} before comparing one year with another.',
  'Records before 2015 were kept on paper and may be incomplete for {place}.',
  'Coordinates are eastings and northings on the British National Grid.',
  'Values for {words} that could identify a person have been removed.',
  'The team that looks after {noun} welcomes corrections from the public.',
  'An earlier extract is kept for reference, with the {words} as they stood at the end of the financial year.',
];

export const systems = list(
  'case management system, asset register, finance ledger, mapping server, booking platform, sensor network',
);
export const columnNames =
  list(`reference, ward, postcode_sector, latitude, longitude, easting, northing, start_date, endDate, status, category,
amount, total, supplierName, description, site_name, capacity, last_inspected, uprn_count, reading, unit, notes, officer_team, outcome`);
