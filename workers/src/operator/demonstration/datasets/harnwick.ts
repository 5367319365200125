import type { DemonstrationDataset, Shelf } from '../shape.ts';

const housing = { name: 'Housing Options', email: 'housingoptions@harnwick.example' };

const housingData: readonly DemonstrationDataset[] = [
  {
    key: 'harnwick-housing-register',
    unit: 'Housing',
    access: 'closed',
    visibility: 'members',
    personalData: 'special-category',
    title: 'Housing register',
    summary: 'Households that wait for a council or association home, with band and needs.',
    description:
      'Medical and welfare needs decide the band. Counts by band and size of home are published each quarter.',
    keywords: 'housing register, waiting list, social housing, allocations',
    themes: ['SOCI', 'REGI'],
    subjectAreas: ['housing'],
    licence: 'own-terms',
    frequency: 'DAILY',
    contact: housing,
    from: '2014-01-01',
    issued: '2024-03-04',
    modified: 1,
    purposeOfCollection: 'Allocation of homes under Part 6 of the Housing Act 1996.',
    forms: ['csv'],
    columns: `
      application_no | string  | Number of the application | personal
      name           | string  | Name of the main applicant | personal
      date_of_birth  | date    | Date of birth | personal
      household_size | integer people | People in the household | personal
      bedrooms       | integer | Bedrooms needed
      band           | string  | A to D
      medical_need   | string  | Medical reason for the band | special-category
      local_link     | string  | Link with the borough | personal
      current_tenure | string  | How they live now | personal
      postcode       | string  | Present postcode | personal
      applied_on     | date    | Day of the application`,
  },
  {
    key: 'harnwick-homelessness-presentations',
    unit: 'Housing',
    access: 'named',
    personalData: 'special-category',
    title: 'Homelessness presentations',
    summary: 'People who came for help because they had lost or were about to lose their home.',
    description:
      'The return to government, row by row. The combined authority and the university have received counts; a row-level use needs the advice of the data protection adviser and the acceptance of the SIRO.',
    keywords: 'homelessness, rough sleeping, prevention, temporary accommodation',
    themes: ['SOCI'],
    subjectAreas: ['housing', 'adult-social-care'],
    licence: 'own-terms',
    frequency: 'QUARTERLY',
    contact: housing,
    from: '2018-04-01',
    until: 75,
    issued: '2023-01-16',
    modified: 40,
    purposeOfCollection: 'Duties under the Homelessness Reduction Act 2017.',
    qualityNotes: 'Reasons are chosen by the officer; “other” is used for 18% of people.',
    forms: ['csv'],
    columns: `
      case_id         | string  | Identifier of the case | personal
      presented_on    | date    | Day of the first visit | personal
      age_band        | string  | Age in bands of ten years | personal
      sex             | string  | Sex as recorded | personal
      nationality     | string  | Nationality group | special-category
      reason          | string  | Main reason for the loss of the home | special-category
      support_needs   | string  | Needs recorded: health, drugs, abuse … | special-category
      last_home       | string  | Kind of the last settled home | personal
      duty            | string  | Duty owed: prevention, relief or main
      outcome         | string  | How the duty ended | personal
      nights_in_temporary | integer nights | Nights in temporary accommodation | personal
      closed_on       | date    | Day on which the case was closed | personal`,
  },
  {
    key: 'harnwick-empty-council-homes',
    unit: 'Housing',
    access: 'group',
    personalData: 'none',
    title: 'Empty council homes',
    summary: 'Homes between two tenants: size, works, days empty and rent lost.',
    description: 'For the landlords of the region, who compare how long they take. No address: a code for the estate.',
    keywords: 'voids, empty homes, relet, council housing, repairs',
    themes: ['REGI', 'ECON'],
    subjectAreas: ['housing'],
    licence: 'own-terms',
    frequency: 'MONTHLY',
    contact: { name: 'Housing Performance', email: 'housing@harnwick.example' },
    from: '2019-04-01',
    until: 30,
    issued: '2022-09-01',
    modified: 13,
    forms: ['xlsx'],
    columns: `
      void_id       | string  | Identifier of the period
      estate        | string  | Code of the estate
      home_kind     | string  | flat, house, bungalow or sheltered
      bedrooms      | integer | Bedrooms
      empty_from    | date    | Day of the old tenancy's end
      let_on        | date    | Day of the new tenancy
      days_empty    | integer days | Days between
      works_cost    | number £| Cost of works
      rent_lost     | number £| Rent not received
      reason        | string  | Why it took longer than 21 days`,
  },
  {
    key: 'harnwick-council-home-energy',
    unit: 'Housing',
    access: 'named',
    personalData: 'personal',
    title: 'Energy performance of council homes',
    summary: 'Energy rating, heating and insulation of each of 4,900 council homes, by address.',
    description:
      'Row for each home. With the address it says how a family lives and heats, so the owner looks at each use. By postcode sector it is open.',
    keywords: 'EPC, energy efficiency, retrofit, insulation, fuel poverty, council housing',
    themes: ['ENER', 'REGI'],
    subjectAreas: ['housing', 'energy-climate'],
    licence: 'own-terms',
    frequency: 'ANNUAL_2',
    contact: { name: 'Asset Management', email: 'assets@harnwick.example' },
    from: '2012-01-01',
    until: 120,
    issued: '2023-07-10',
    modified: 95,
    purposeOfCollection: 'To plan works on the homes.',
    lineage: 'Certificates where there is one; otherwise modelled from the age and form of the home, and marked so.',
    forms: ['csv'],
    columns: `
      uprn         | string  | Unique property reference number | personal
      postcode     | string  | Postcode | indirect
      built        | string  | Age band of the building
      form         | string  | flat, terrace, semi-detached …
      floor_area   | integer m² | Floor area
      epc_rating   | string  | Band A to G
      epc_points   | integer | Points from 1 to 100
      wall         | string  | Wall and its insulation
      loft         | integer mm | Depth of loft insulation
      heating      | string  | Main heating
      modelled     | boolean | Whether the values are modelled
      works_planned| string  | Works in the programme`,
  },
];

const boroughData: readonly DemonstrationDataset[] = [
  {
    key: 'harnwick-planning-applications',
    unit: 'Planning and Building Control',
    access: 'open',
    personalData: 'none',
    title: 'Planning applications in Harnwick',
    summary: 'Planning cases of the borough since 2020, with their decisions.',
    description: 'Weekly list of the planning cases of the borough, in its own columns.',
    keywords: 'planning, applications, decisions, weekly list',
    themes: ['REGI'],
    subjectAreas: ['planning-building'],
    licence: 'ogl-3.0',
    frequency: 'WEEKLY',
    contact: { name: 'Planning Technicians', email: 'planning@harnwick.example' },
    from: '2020-01-01',
    until: 5,
    issued: '2021-04-26',
    modified: 5,
    forms: ['stored'],
    columns: `
      case_no       | string  | Number of the case
      application_type | string | Type as on the form
      proposal      | string  | What is proposed
      location      | string  | Address of the site
      parish        | string  | Parish or town ward
      date_valid    | date    | Day on which it was complete
      case_officer  | string  | Team that deals with it
      target_date   | date    | Day by which it should be decided
      decision      | string  | APPROVE, REFUSE, WITHDRAWN or empty
      decision_date | date    | Day of the decision
      level         | string  | DELEGATED or COMMITTEE`,
  },
  {
    key: 'harnwick-business-rates-accounts',
    unit: 'Finance and Revenues',
    access: 'named',
    personalData: 'personal',
    title: 'Business rates: properties and payers',
    summary: 'Non-domestic properties of the borough with payer, value, relief and vacancy.',
    description:
      'The same kind of extract as its neighbours have, in the columns of Harnwick’s own system. Sole traders are included.',
    keywords: 'business rates, NNDR, rateable value, empty property',
    themes: ['ECON'],
    subjectAreas: ['business-rates'],
    licence: 'own-terms',
    frequency: 'QUARTERLY',
    contact: { name: 'Revenues', email: 'revenues@harnwick.example' },
    from: '2017-04-01',
    until: 50,
    issued: '2022-08-15',
    modified: 50,
    purposeOfCollection: 'Billing and collection of business rates.',
    charge: 'None',
    forms: ['stored'],
    columns: `
      ACCOUNT        | string  | Account number | indirect
      RATEPAYER      | string  | Name of the payer | personal
      PROPERTY       | string  | Address of the property
      POSTCODE       | string  | Postcode
      DESCRIPTION    | string  | Description in the rating list
      RV_2026        | integer £ | Rateable value in the list of 2026
      RELIEF_CODE    | string  | SBRR, CHAR, EMPT, RURA or empty
      NET_CHARGE     | number £| Amount to pay this year
      EMPTY_FROM     | date    | Day from which it stood empty
      ACCOUNT_START  | date    | Day on which the account began | indirect`,
  },
  {
    key: 'harnwick-taxi-licences',
    unit: 'Environmental Services',
    access: 'open',
    personalData: 'personal',
    title: 'Taxi and private hire licences',
    summary: 'The public register of drivers, vehicles and operators licensed by the borough.',
    description:
      'A register that the law wants open to inspection. Names of drivers are part of it; badges that were suspended are not.',
    keywords: 'taxi, hackney carriage, private hire, licensing, wheelchair accessible vehicles',
    themes: ['TRAN', 'JUST'],
    subjectAreas: ['business-support', 'public-transport'],
    licence: 'ogl-3.0',
    frequency: 'WEEKLY',
    contact: { name: 'Licensing', email: 'licensing@harnwick.example' },
    from: '2016-01-01',
    until: 6,
    issued: '2019-07-22',
    modified: 6,
    forms: ['csv'],
    columns: `
      licence_no   | string  | Number of the licence
      kind         | string  | driver, vehicle or operator
      holder       | string  | Name of the holder | personal
      registration | string  | Registration of the vehicle | indirect
      make         | string  | Make and model
      seats        | integer | Seats for passengers
      wheelchair   | boolean | Whether a wheelchair can stay occupied
      fuel         | string  | diesel, petrol, hybrid or electric
      granted_on   | date    | Day of grant
      expires_on   | date    | Last day`,
  },
  {
    key: 'harnwick-fly-tipping',
    unit: 'Environmental Services',
    access: 'open',
    personalData: 'none',
    title: 'Fly-tipping incidents',
    summary: 'Waste dumped on land and streets: where, what, how much and what was done.',
    description: 'Incidents reported or found by crews, as sent to the national return.',
    keywords: 'fly-tipping, waste crime, street cleaning',
    themes: ['ENVI', 'JUST'],
    subjectAreas: ['bins-recycling', 'community-safety'],
    licence: 'ogl-3.0',
    frequency: 'MONTHLY',
    from: '2018-04-01',
    until: 30,
    issued: '2020-11-09',
    modified: 17,
    forms: ['csv', 'geojson'],
    columns: `
      incident_id | string  | Identifier of the incident
      reported_on | date    | Day of the report
      cleared_on  | date    | Day of clearing
      land        | string  | highway, lay-by, footpath, council land …
      waste       | string  | household, construction, tyres, green …
      size        | string  | black bags, car boot, van load, lorry load
      action      | string  | cleared, warning, fixed penalty or court
      cost        | number £| Cost of clearing
      longitude   | number degrees | WGS 84
      latitude    | number degrees | WGS 84`,
  },
  {
    key: 'harnwick-tree-preservation-orders',
    unit: 'Planning and Building Control',
    access: 'open',
    personalData: 'none',
    title: 'Tree preservation orders',
    summary: 'Trees, groups and woods that must not be cut without consent.',
    description: 'Orders in force with their trees, digitised from the sealed maps.',
    keywords: 'trees, TPO, preservation, conservation',
    themes: ['ENVI', 'REGI'],
    subjectAreas: ['planning-building', 'parks-open-space'],
    licence: 'ogl-3.0',
    frequency: 'IRREG',
    from: '1968-01-01',
    issued: '2022-02-14',
    modified: 230,
    qualityNotes: 'Orders before 1990 were drawn by hand and may be ten metres out.',
    forms: ['geojson', 'shp'],
    columns: `
      order_ref   | string  | Reference of the order
      tree_ref    | string  | Number in the schedule, such as T3 or G1
      kind        | string  | tree, group, area or wood
      species     | string  | Species in the schedule
      made_on     | date    | Day on which the order was made
      confirmed_on| date    | Day on which it was confirmed
      parish      | string  | Parish
      longitude   | number degrees | WGS 84
      latitude    | number degrees | WGS 84`,
  },
];

export const harnwickShelf: Shelf = {
  organisation: 'harnwick',
  owner: 'r.tansley',
  steward: 'm.iqbal-shore',
  datasets: [...housingData, ...boroughData],
};
