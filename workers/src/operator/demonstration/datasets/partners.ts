import { ellermouth, region } from '../places.ts';
import type { Shelf } from '../shape.ts';

export const kerbwiseShelf: Shelf = {
  organisation: 'kerbwise',
  owner: 'w.dunnock',
  steward: 'w.dunnock',
  datasets: [
    {
      key: 'kerb-obstruction-reports',
      access: 'named',
      personalData: 'none',
      title: 'Kerb obstruction reports',
      summary: 'What users of step-free guidance met on the way: bins, parked cars, missing dropped kerbs.',
      description:
        'Offered to councils that mend what is reported. Routes of users are never part of it; reports are moved to the nearest crossing.',
      keywords: 'dropped kerbs, obstructions, wheelchair, step-free, pavements, accessibility',
      themes: ['TRAN', 'SOCI'],
      subjectAreas: ['walking-cycling', 'roads-traffic'],
      licence: 'own-terms',
      frequency: 'WEEKLY',
      from: '2024-01-08',
      until: 7,
      issued: '2024-11-11',
      modified: 7,
      lineage: 'Reports from the application, checked by two people or one picture.',
      charge: 'None for councils that answer reports within 20 working days.',
      forms: ['geojson'],
      columns: `
        report_id    | string  | Identifier of the report
        reported_on  | date    | Day
        kind         | string  | bin, car, works, kerb, surface …
        severity     | integer | 1 can pass to 4 must turn back
        crossing_id  | string  | Nearest crossing
        street       | string  | Street
        confirmed_by | integer | People who saw the same
        cleared_on   | date    | Day on which it was gone
        longitude    | number degrees | Of the crossing, WGS 84
        latitude     | number degrees | Of the crossing, WGS 84`,
    },
  ],
};

export const lanternfishShelf: Shelf = {
  organisation: 'lanternfish',
  owner: 't.lindqvist-moor',
  steward: 't.lindqvist-moor',
  datasets: [
    {
      key: 'shop-vacancy-estimates',
      access: 'public-with-terms',
      personalData: 'none',
      title: 'Shop vacancy estimates',
      summary: 'Estimated share of empty shops for 64 shopping streets, each month.',
      description:
        'Made from walking surveys and from what councils publish of business rates. Free for councils and charities; others buy a licence.',
      keywords: 'shops, vacancy, high street, retail',
      themes: ['ECON'],
      subjectAreas: ['business-support', 'business-rates'],
      licence: 'own-terms',
      frequency: 'MONTHLY',
      from: '2023-01-01',
      until: 30,
      issued: '2023-03-13',
      modified: 18,
      charge: '£400 a year for companies; free for councils and charities.',
      rights: 'Terms on the product page.',
      forms: ['csv', 'api'],
      columns: `
        street_id    | string  | Identifier of the shopping street
        street       | string  | Name
        town         | string  | City or town
        month        | date    | First day of the month
        units        | integer | Shops and other units
        vacant       | integer | Units thought to be empty
        rate         | number %| Share empty
        margin       | number %| Margin of error, 90%
        surveyed     | boolean | Whether somebody walked the street that month`,
    },
  ],
};

export const plugfieldShelf: Shelf = {
  organisation: 'plugfield',
  owner: 'b.achterby',
  steward: 'b.achterby',
  datasets: [
    {
      key: 'ev-charge-points',
      access: 'open',
      personalData: 'none',
      title: 'Electric vehicle charge points',
      summary: 'Every public charge point of the network: place, plugs, power, price and whether it works.',
      description:
        'What the Public Charge Point Regulations 2023 ask an operator to publish, once a day as a file and at any time from the service.',
      keywords: 'electric vehicles, EV, charging, charge points, connectors, tariffs',
      themes: ['ENER', 'TRAN'],
      subjectAreas: ['energy-climate', 'parking', 'roads-traffic'],
      licence: 'cc-by-4.0',
      frequency: 'DAILY',
      place: region,
      from: '2022-11-01',
      until: 0,
      issued: '2024-11-25',
      modified: 0,
      lineage: 'From the management system of the network, at two in the morning.',
      qualityNotes: 'A point that has not reported for six hours shows as not known.',
      forms: ['stored', 'json', 'api'],
      columns: `
        point_id     | string  | Identifier on the label
        site         | string  | Name of the site
        street       | string  | Street
        council      | string  | Council area
        setting      | string  | car park, kerbside, shop or depot
        connector    | string  | Type 2, CCS or CHAdeMO
        kw           | integer kW | Greatest power
        price        | number p/kWh | Price by day
        night_price  | number p/kWh | Price from midnight to seven
        card_reader  | boolean | Whether a bank card can be used
        step_free    | boolean | Whether it can be used from a wheelchair
        open_hours   | string  | When it can be reached
        status       | string  | working, in use, faulty or not known
        installed    | date    | Day of installation
        longitude    | number degrees | WGS 84
        latitude     | number degrees | WGS 84`,
    },
    {
      key: 'charging-sessions',
      access: 'named',
      personalData: 'personal',
      title: 'Charging sessions',
      summary: 'Start, end, energy and price of each session, with a code for the driver.',
      description:
        'The code changes each quarter. Sessions at kerbside points tell when a neighbour comes home, so rows are given for research and network planning under an agreement alone.',
      keywords: 'charging sessions, EV, energy, demand',
      themes: ['ENER', 'TRAN'],
      subjectAreas: ['energy-climate'],
      licence: 'own-terms',
      frequency: 'WEEKLY',
      from: '2023-01-01',
      until: 7,
      issued: '2024-12-02',
      modified: 7,
      purposeOfCollection: 'Billing of drivers and running of the network.',
      forms: ['csv'],
      columns: `
        session_id  | string   | Identifier of the session
        point_id    | string   | Charge point
        driver_code | string   | Code of the driver, new each quarter | indirect
        started_at  | datetime | Plugged in | indirect
        ended_at    | datetime | Unplugged | indirect
        energy      | number kWh | Energy taken
        peak_power  | number kW | Greatest power
        price       | number £ | Price paid
        paid_by     | string   | application, card or roaming
        stopped_why | string   | driver, full, fault or time`,
    },
  ],
};

export const universityShelf: Shelf = {
  organisation: 'university-of-ellermouth',
  owner: 'e.sandholme',
  steward: 'e.sandholme',
  datasets: [
    {
      key: 'urban-heat-sensors',
      unit: 'Institute for Coastal Cities',
      access: 'open',
      personalData: 'none',
      title: 'Urban heat sensor network',
      summary: 'Temperature and humidity every ten minutes at 55 lamp columns and school yards.',
      description:
        'A study of how hot the city gets and where. Sensors hang at three metres in shade shields; calibration is in the notes.',
      keywords: 'temperature, heat, urban climate, sensors, humidity',
      themes: ['ENVI', 'TECH'],
      subjectAreas: ['energy-climate', 'public-health'],
      licence: 'cc-by-4.0',
      frequency: 'DAILY',
      place: ellermouth,
      from: '2023-05-01',
      until: 1,
      issued: '2023-06-19',
      modified: 1,
      version: '2.1',
      versionNotes: 'Values before August 2023 are corrected for a bias of 0.3 °C.',
      forms: ['csv', 'api'],
      columns: `
        sensor_id   | string  | Number of the sensor
        place       | string  | Where it hangs
        read_at     | datetime| Time of the reading
        temperature | number °C | Air temperature
        humidity    | number %| Relative humidity
        sky_view    | number  | Share of sky seen, from 0 to 1
        surface     | string  | grass, paving, asphalt or water
        flag        | string  | good, suspect or calibrating
        longitude   | number degrees | WGS 84
        latitude    | number degrees | WGS 84`,
    },
    {
      key: 'coastal-erosion-survey',
      unit: 'Institute for Coastal Cities',
      access: 'open',
      personalData: 'none',
      title: 'Coastal erosion survey',
      summary: 'The cliff line measured from the air each spring and autumn, and how far it went back.',
      description: 'Lines and profiles every fifty metres along 31 kilometres of soft cliff.',
      keywords: 'erosion, cliffs, coast, lidar, shoreline',
      themes: ['ENVI', 'TECH'],
      subjectAreas: ['flooding-drainage', 'planning-building'],
      licence: 'odc-by-1.0',
      frequency: 'ANNUAL_2',
      from: '2014-04-01',
      until: 45,
      issued: '2016-01-18',
      modified: 40,
      forms: ['gpkg', 'tiff', 'zip'],
      columns: `
        profile_id  | string  | Number of the profile
        surveyed_on | date    | Day of the flight
        cliff_top   | number m | Distance of the cliff top from the fixed post
        retreat     | number m | Retreat since the survey before
        rate        | number m/year | Mean rate of ten years
        height      | number m | Height of the cliff
        volume_lost | number m³| Volume lost for each metre of coast
        defended    | boolean | Whether there are defences
        error       | number m| Standard error`,
    },
    {
      key: 'warm-homes-panel',
      unit: 'School of Health Sciences',
      access: 'named',
      personalData: 'special-category',
      title: 'Warm homes panel study',
      summary: 'Health, heating and bills of 640 households over four winters.',
      description:
        'Answers and indoor temperatures of people who agreed to research for the public good. Researchers work in the university’s safe room; commercial use was excluded.',
      keywords: 'fuel poverty, health, heating, cold homes, panel study',
      themes: ['HEAL', 'ENER'],
      subjectAreas: ['public-health', 'housing', 'energy-climate'],
      licence: 'own-terms',
      frequency: 'ANNUAL',
      from: '2022-10-01',
      until: '2026-04-30',
      issued: '2024-09-30',
      modified: 120,
      purposeOfCollection: 'Research with consent; ethics approval of the School of Health Sciences.',
      forms: ['other'],
      columns: `
        household_code | string  | Code of the household | indirect
        winter         | string  | Winter of the answer
        age_eldest     | string  | Age band of the eldest | indirect
        children       | integer | Children under five | indirect
        breathing      | string  | Illness of the lungs reported | special-category
        mental_health  | integer | Score of a short questionnaire | special-category
        indoor_mean    | number °C | Mean temperature of the living room | indirect
        hours_below_18 | integer h | Hours below 18 °C | indirect
        bill           | number £| Winter bill | personal
        rationed       | boolean | Whether heating was done without | personal`,
    },
  ],
};

export const saltingsShelf: Shelf = {
  organisation: 'saltings-trust',
  owner: 'k.pennywell',
  steward: 'k.pennywell',
  datasets: [
    {
      key: 'food-larder-visits',
      access: 'open',
      personalData: 'none',
      title: 'Food larder visits',
      summary: 'Visits to nine larders by week and postcode district, with the number of adults and children fed.',
      description: 'Counts by week. Districts with fewer than five visits are put together.',
      keywords: 'food banks, food insecurity, poverty, community larder',
      themes: ['SOCI', 'HEAL'],
      subjectAreas: ['community-safety', 'public-health'],
      licence: 'cc-by-sa-4.0',
      frequency: 'WEEKLY',
      from: '2021-01-04',
      until: 7,
      issued: '2022-01-31',
      modified: 5,
      qualityNotes: 'Entered by volunteers; a larder that forgot is shown as not counted.',
      forms: ['csv'],
      columns: `
        week         | date    | Monday of the week
        larder       | string  | Larder
        district     | string  | Postcode district
        visits       | integer | Visits
        adults       | integer people | Adults fed
        children     | integer people | Children fed
        first_visits | integer | Households that came for the first time
        weight       | number kg | Food given
        counted      | boolean | Whether the larder sent its count`,
    },
    {
      key: 'debt-advice-cases',
      access: 'named',
      visibility: 'members',
      personalData: 'special-category',
      title: 'Debt advice cases',
      summary: 'Cases of the advice line: debts, household, and what helped.',
      description:
        'People spoke in confidence. The trust shares counts with anyone, and rows without identity with researchers whom its trustees approve.',
      keywords: 'debt advice, money, arrears, cost of living',
      themes: ['SOCI', 'ECON'],
      subjectAreas: ['council-tax', 'housing'],
      licence: 'own-terms',
      frequency: 'MONTHLY',
      from: '2019-06-01',
      until: 30,
      issued: '2024-07-15',
      modified: 22,
      forms: ['csv'],
      columns: `
        case_code     | string  | Code of the case | indirect
        opened_on     | date    | Day of the first call | indirect
        age_band      | string  | Age in bands | indirect
        household     | string  | Kind of household | indirect
        debt_total    | number £| Debts at the start | personal
        council_tax_arrears | number £ | Of them council tax | personal
        rent_arrears  | number £| Of them rent | personal
        health_factor | boolean | Whether illness played a part | special-category
        result        | string  | plan, relief order, grant, referred or left | personal
        closed_on     | date    | Day of closing | indirect`,
    },
  ],
};
