import type { Shelf } from '../shape.ts';

export const thaxbyWoldsShelf: Shelf = {
  organisation: 'thaxby-wolds',
  owner: 'j.wetherlam',
  steward: 'j.wetherlam',
  datasets: [
    {
      key: 'thaxby-rights-of-way',
      unit: 'Countryside and Leisure',
      access: 'open',
      personalData: 'none',
      title: 'Public rights of way',
      summary: 'Footpaths, bridleways and byways of the district with their gates, stiles and bridges.',
      description: 'Drawn from the definitive map; where this file and the map differ, the map is right.',
      keywords: 'footpaths, bridleways, rights of way, walking, stiles, definitive map',
      themes: ['EDUC', 'ENVI'],
      subjectAreas: ['walking-cycling', 'parks-open-space'],
      licence: 'ogl-3.0',
      frequency: 'ANNUAL',
      from: '1956-01-01',
      issued: '2018-09-17',
      modified: 160,
      forms: ['geojson', 'kml'],
      columns: `
        path_no     | string  | Parish and number of the path
        status      | string  | footpath, bridleway, restricted byway or byway
        parish      | string  | Parish
        length      | number m| Length
        surface     | string  | grass, earth, gravel or sealed
        stiles      | integer | Stiles on the path
        step_free   | boolean | Whether it can be used without steps or stiles
        obstruction | string  | Obstruction reported; empty where none
        inspected_on| date    | Last inspection`,
    },
    {
      key: 'thaxby-brownfield-register',
      unit: 'Planning and Housing',
      access: 'open',
      personalData: 'none',
      title: 'Brownfield land register',
      summary: 'Sites built on before that are suitable for homes.',
      description: 'Part 1 of the register, in the national columns.',
      keywords: 'brownfield, housing land, planning',
      themes: ['REGI'],
      subjectAreas: ['planning-building', 'land-property'],
      licence: 'ogl-3.0',
      frequency: 'ANNUAL',
      from: '2017-12-31',
      until: '2025-12-31',
      issued: '2017-12-29',
      modified: 325,
      forms: ['csv'],
      columns: `
        site_reference    | string  | Reference of the site
        site_name         | string  | Name and address
        hectares          | number ha | Area
        ownership         | string  | public, private or mixed
        deliverable       | boolean | Whether homes are likely within five years
        permission_status | string  | none, pending or granted
        permission_date   | date    | Day of permission
        min_dwellings     | integer | Fewest homes
        max_dwellings     | integer | Most homes
        longitude         | number degrees | WGS 84
        latitude          | number degrees | WGS 84`,
    },
    {
      key: 'thaxby-second-homes',
      unit: 'Planning and Housing',
      access: 'public-with-terms',
      personalData: 'none',
      title: 'Second homes and holiday lets by parish',
      summary: 'Homes that nobody lives in all year, for each parish with fifty homes or more.',
      description: 'Counted from council tax and business rates on 1 October each year.',
      keywords: 'second homes, holiday lets, council tax, villages',
      themes: ['SOCI', 'ECON'],
      subjectAreas: ['housing', 'council-tax'],
      licence: 'ogl-3.0',
      frequency: 'ANNUAL',
      from: '2019-10-01',
      until: 53,
      issued: '2020-12-01',
      modified: 31,
      rights: 'Please accept not to use the counts to look for single homes.',
      forms: ['csv'],
      columns: `
        parish        | string  | Parish
        counted_on    | date    | Day of the count
        homes         | integer | Homes in the parish
        second_homes  | integer | Second homes in council tax
        holiday_lets  | integer | Holiday lets in business rates
        long_empty    | integer | Homes empty for six months or more
        share         | number %| Second homes and lets as a share of all homes
        change        | number %| Change on the year before`,
    },
    {
      key: 'thaxby-leisure-visits',
      unit: 'Countryside and Leisure',
      access: 'group',
      personalData: 'personal',
      title: 'Leisure centre visits and memberships',
      summary: 'Visits at Thaxby pool and the Wold sports hall by member, activity and hour.',
      description:
        'Shared with the public health teams of the three councils to see whether referred people keep coming.',
      keywords: 'leisure, swimming, gym, exercise referral, memberships',
      themes: ['HEAL', 'EDUC'],
      subjectAreas: ['sport-leisure', 'public-health'],
      licence: 'own-terms',
      frequency: 'MONTHLY',
      from: '2022-01-01',
      until: 30,
      issued: '2023-05-15',
      modified: 20,
      purposeOfCollection: 'To run the centres and the exercise referral scheme.',
      forms: ['csv'],
      columns: `
        member_code | string  | Code in place of the member's number | indirect
        age_band    | string  | Age in bands of ten years | indirect
        parish      | string  | Parish of the home | indirect
        centre      | string  | Centre
        activity    | string  | swim, gym, class, hall …
        hour        | datetime| Start of the hour | indirect
        referred    | boolean | Whether the member was referred by a doctor | personal
        concession  | boolean | Whether a lower price was paid | indirect`,
    },
    {
      key: 'thaxby-sandbag-requests',
      state: 'draft',
      unit: 'Countryside and Leisure',
      access: 'named',
      visibility: 'organisation',
      personalData: 'personal',
      title: 'Sandbag requests',
      summary: 'Requests for sandbags in the floods of last winter. To be checked before it is listed.',
      keywords: 'floods, sandbags, emergency',
      themes: ['ENVI'],
      subjectAreas: ['flooding-drainage'],
      forms: ['xlsx'],
      columns: `
        request_no   | string   | Number of the request
        requested_at | datetime | When somebody rang
        name         | string   | Name of the caller | personal
        telephone    | string   | Number of the caller | personal
        address      | string   | Where the bags went | personal
        bags         | integer  | Bags delivered
        vulnerable   | boolean  | Whether somebody there needs help | special-category
        delivered_at | datetime | When they were delivered`,
    },
    {
      key: 'thaxby-broadband-gaps',
      unit: 'Planning and Housing',
      access: 'open',
      personalData: 'none',
      title: 'Broadband gaps',
      summary: 'Postcodes of the Wolds where no line or mast gives ten megabits a second.',
      description: 'Measured by parish volunteers with a small program, three times at each place.',
      keywords: 'broadband, digital, not-spots, rural',
      themes: ['TECH', 'REGI'],
      subjectAreas: ['business-support'],
      licence: 'cc-by-4.0',
      frequency: 'NEVER',
      from: '2024-03-01',
      until: '2024-10-31',
      issued: '2024-12-09',
      modified: '2025-01-20',
      lineage: 'Forty volunteers, 1,912 measurements; the median of three counts.',
      forms: ['csv'],
      columns: `
        postcode     | string      | Postcode
        parish       | string      | Parish
        measured_on  | date        | Day of the measurement
        down         | number Mbit/s | Median speed down
        up           | number Mbit/s | Median speed up
        delay        | integer ms  | Median delay
        by           | string      | line, mast or satellite
        fibre_planned| boolean     | Whether the programme reaches it by 2028`,
    },
  ],
};
