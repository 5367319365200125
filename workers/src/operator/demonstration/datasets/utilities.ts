import type { Shelf } from '../shape.ts';

export const waterShelf: Shelf = {
  organisation: 'eller-wold-water',
  owner: 'n.farrowell',
  steward: 'n.farrowell',
  datasets: [
    {
      key: 'flood-gauges',
      unit: 'Networks',
      access: 'open',
      personalData: 'none',
      title: 'River, tide and sewer level gauges',
      summary: 'Levels at 26 gauges every fifteen minutes, with the level at which each place begins to flood.',
      description: `Gauges of the water company, of two councils and of the drainage board, brought together after the floods of 2019. Each keeps its own zero; the column of the local datum ties them together.

Do not rely on it for warnings: a gauge can stop when it matters most.`,
      keywords: 'flood, river level, tide, sewer level, gauges, telemetry',
      themes: ['ENVI'],
      subjectAreas: ['flooding-drainage', 'utilities'],
      licence: 'ogl-3.0',
      frequency: 'HOURLY',
      from: '2020-02-01',
      until: 0,
      issued: '2020-10-19',
      modified: 0,
      lineage: 'Telemetry, taken every quarter of an hour; a value that jumps by more than a metre is marked and kept.',
      qualityNotes: 'Harbour gauges drift by up to two centimetres between services.',
      forms: ['stored', 'api'],
      columns: `
        gauge_id    | string   | Code of the gauge
        gauge       | string   | Name of the gauge
        water       | string   | river, tide, drain or sewer
        read_at     | datetime | When it was read, in UTC
        level       | number m | Level above the gauge's own zero
        datum       | number m | Height of that zero above Ordnance Datum
        trend       | string   | rising, falling or steady
        flood_level | number m | Level at which the place begins to flood
        rain        | number mm | Rain in the fifteen minutes at the nearest gauge
        quality     | string   | good, suspect or missing`,
    },
    {
      key: 'storm-overflow-spills',
      unit: 'Networks',
      access: 'open',
      personalData: 'none',
      title: 'Storm overflow spills',
      summary: 'Start and end of each spill at 88 overflows, with the water it went to.',
      description:
        'From the monitors at each overflow. A spill within twelve hours of another counts as one in the yearly figure.',
      keywords: 'storm overflows, spills, sewage, event duration monitoring, bathing water',
      themes: ['ENVI', 'HEAL'],
      subjectAreas: ['flooding-drainage', 'utilities', 'public-health'],
      licence: 'cc-by-4.0',
      frequency: 'DAILY',
      from: '2021-01-01',
      until: 1,
      issued: '2021-04-12',
      modified: 1,
      forms: ['csv', 'geojson'],
      columns: `
        spill_id     | string   | Identifier of the spill
        overflow_id  | string   | Code of the overflow
        overflow     | string   | Name of the overflow
        water_body   | string   | Water into which it goes
        started_at   | datetime | Start
        ended_at     | datetime | End; empty while it goes on
        minutes      | integer min | Length
        counted      | boolean  | Whether it counts as a spill of its own
        monitor_working | number % | Share of the month that the monitor worked
        longitude    | number degrees | WGS 84
        latitude     | number degrees | WGS 84`,
    },
    {
      key: 'smart-meter-water-use',
      unit: 'Customer Services',
      access: 'named',
      personalData: 'personal',
      title: 'Household water use from smart meters',
      summary: 'Hourly water use of 61,000 homes by property.',
      description:
        'Hourly use tells when a home is empty. For most purposes the company offers sums for streets of twenty homes or more.',
      keywords: 'water use, smart meters, consumption, leakage, per head consumption',
      themes: ['ENVI', 'SOCI'],
      subjectAreas: ['utilities', 'energy-climate'],
      licence: 'own-terms',
      frequency: 'DAILY',
      from: '2023-01-01',
      until: 1,
      issued: '2024-04-22',
      modified: 1,
      purposeOfCollection: 'Billing and finding of leaks.',
      forms: ['parquet'],
      columns: `
        meter_id     | string   | Number of the meter | personal
        uprn         | string   | Unique property reference number | personal
        hour         | datetime | Start of the hour | personal
        litres       | integer l| Use in the hour | personal
        leak_alarm   | boolean  | Whether water ran without a pause for a day | indirect
        occupants    | integer people | People in the home, where told | personal
        tariff       | string   | Tariff | personal
        zone         | string   | Supply zone`,
    },
    {
      key: 'burst-mains',
      unit: 'Networks',
      access: 'group',
      personalData: 'none',
      title: 'Burst mains',
      summary: 'Bursts with pipe, pressure, repair and roads closed; for highway authorities and emergency planners.',
      description: 'Given to the members of the street works group to plan digging together.',
      keywords: 'burst mains, pipes, leaks, street works',
      themes: ['ENVI', 'TRAN'],
      subjectAreas: ['utilities', 'roads-traffic'],
      licence: 'own-terms',
      frequency: 'WEEKLY',
      from: '2015-01-01',
      until: 6,
      issued: '2022-05-30',
      modified: 6,
      forms: ['csv'],
      columns: `
        burst_id    | string  | Identifier of the burst
        reported_at | datetime| First report
        street      | string  | Street
        usrn        | string  | Unique street reference number
        material    | string  | cast iron, asbestos cement, plastic …
        diameter    | integer mm | Inner diameter
        laid        | year    | Year in which the pipe was laid
        pressure    | number bar | Pressure before the burst
        properties  | integer | Properties without water
        repaired_at | datetime| End of the repair
        road_closed | boolean | Whether the road was closed`,
    },
    {
      key: 'priority-services-water',
      unit: 'Customer Services',
      access: 'group',
      visibility: 'members',
      personalData: 'special-category',
      title: 'Priority services register: water',
      summary: 'Households that need help when the water fails, with the reason.',
      description:
        'Matched with the register of the electricity network, so that people ask once. Members of the resilience forum receive it in an emergency alone.',
      keywords: 'priority services register, vulnerable customers, resilience, emergency',
      themes: ['HEAL', 'SOCI'],
      subjectAreas: ['utilities', 'adult-social-care'],
      licence: 'own-terms',
      frequency: 'DAILY',
      from: '2019-01-01',
      issued: '2023-12-04',
      modified: 1,
      purposeOfCollection: 'To bring water and help to those who cannot do without.',
      forms: ['csv'],
      columns: `
        register_no  | string  | Number in the register | personal
        name         | string  | Name | personal
        uprn         | string  | Unique property reference number | personal
        telephone    | string  | Number for emergencies | personal
        need_codes   | string  | Codes of the needs | special-category
        water_needed | boolean | Whether water is needed for treatment | special-category
        consent_share| boolean | Whether the person agreed to be passed on
        confirmed_on | date    | Last confirmed`,
    },
  ],
};

export const powerShelf: Shelf = {
  organisation: 'holm-power',
  owner: 'g.hexby',
  steward: 'g.hexby',
  datasets: [
    {
      key: 'substation-headroom',
      access: 'open',
      personalData: 'none',
      title: 'Substation headroom',
      summary: 'How much more load and generation each primary and secondary substation can take.',
      description:
        'An indication, not an offer to connect. It is worked out twice a year from the peak of the winter and the trough of the summer.',
      keywords: 'substations, capacity, headroom, connections, heat pumps, electric vehicles',
      themes: ['ENER'],
      subjectAreas: ['utilities', 'energy-climate', 'planning-building'],
      licence: 'cc-by-4.0',
      frequency: 'ANNUAL_2',
      from: '2022-04-01',
      until: 54,
      issued: '2022-05-09',
      modified: 54,
      forms: ['csv', 'geojson', 'esri-rest'],
      columns: `
        substation_id | string  | Number of the substation
        name          | string  | Name
        level         | string  | primary or secondary
        rating        | integer kVA | Firm capacity
        peak          | integer kVA | Highest load of the winter
        demand_headroom | integer kVA | Load that can be added
        generation_headroom | integer kVA | Generation that can be added
        constraint    | string  | What limits it
        customers     | integer | Customers fed; below ten shown as ten
        longitude     | number degrees | WGS 84
        latitude      | number degrees | WGS 84`,
    },
    {
      key: 'feeder-half-hourly',
      access: 'public-with-terms',
      personalData: 'none',
      title: 'Half-hourly load of low-voltage feeders',
      summary: 'Sums of smart meters for each feeder with five homes or more.',
      description: 'Sums of at least five meters, as the regulator’s rule asks. No single home can be seen.',
      keywords: 'smart meters, low voltage, feeders, load, half-hourly',
      themes: ['ENER'],
      subjectAreas: ['utilities', 'energy-climate'],
      licence: 'cc-by-4.0',
      frequency: 'DAILY',
      from: '2024-02-01',
      until: 2,
      issued: '2024-02-26',
      modified: 2,
      rights: 'You accept not to try to find the use of a single home.',
      forms: ['parquet', 'api'],
      columns: `
        feeder_id     | string   | Number of the feeder
        substation_id | string   | Number of the substation
        half_hour     | datetime | Start of the half hour, in UTC
        meters        | integer  | Meters in the sum
        active        | number kWh | Energy drawn
        reactive      | number kvarh | Reactive energy
        exported      | number kWh | Energy fed in
        estimated     | number % | Share of meters estimated`,
    },
    {
      key: 'priority-services-electricity',
      access: 'group',
      visibility: 'members',
      personalData: 'special-category',
      title: 'Priority services register: electricity',
      summary: 'Households that need help when the power fails, with the reason.',
      description: 'For the resilience forum in an emergency. In quiet times members see counts by ward.',
      keywords: 'priority services register, vulnerable customers, power cut, medical equipment',
      themes: ['HEAL', 'ENER'],
      subjectAreas: ['utilities', 'adult-social-care', 'community-safety'],
      licence: 'own-terms',
      frequency: 'DAILY',
      from: '2017-01-01',
      issued: '2023-12-04',
      modified: 1,
      purposeOfCollection: 'Duty under the distribution licence.',
      forms: ['csv'],
      columns: `
        register_no    | string  | Number in the register | personal
        name           | string  | Name | personal
        uprn           | string  | Unique property reference number | personal
        telephone      | string  | Number for emergencies | personal
        equipment      | string  | Medical equipment that needs power | special-category
        need_codes     | string  | Codes of the needs | special-category
        hours_without  | integer h | Hours that can be borne without power | special-category
        consent_share  | boolean | Whether the person agreed to be passed on
        confirmed_on   | date    | Last confirmed`,
    },
  ],
};
