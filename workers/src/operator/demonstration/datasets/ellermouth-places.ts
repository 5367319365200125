import { cityCentre } from '../places.ts';
import type { DemonstrationDataset, Shelf } from '../shape.ts';

const planning = { name: 'Planning Support', email: 'planning@ellermouth.example' };
const rates = { name: 'Business Rates', email: 'businessrates@ellermouth.example' };

const planningData: readonly DemonstrationDataset[] = [
  {
    key: 'planning-applications',
    unit: 'Planning and Regeneration',
    access: 'open',
    personalData: 'none',
    title: 'Planning applications',
    summary: 'Applications received in the last two years: what, where, at which stage, decided how and when.',
    description: `The part of the planning register that can be read by a program. Names and addresses of applicants are in the register itself, where the law wants them, and are not repeated here.

Columns follow the draft national specification for planning applications where it has a name for them.`,
    keywords: 'planning, applications, development, decisions, planning register',
    themes: ['REGI', 'GOVE'],
    subjectAreas: ['planning-building'],
    licence: 'ogl-3.0',
    frequency: 'DAILY',
    contact: planning,
    from: 730,
    until: 0,
    issued: '2019-04-08',
    modified: 0,
    lineage: 'Nightly extract of the case system. A case leaves the file two years after its decision.',
    qualityNotes: 'Dwellings are counted on decision only; earlier they are what the form says.',
    forms: ['stored', 'geojson', 'api'],
    columns: `
      reference      | string  | Reference of the case
      kind           | string  | full, outline, householder, listed building, advertisement …
      description    | string  | The proposal in a sentence
      address        | string  | Address of the site
      ward           | string  | Ward
      uprn           | string  | Unique property reference number
      received_on    | date    | Day on which it came
      valid_from     | date    | Day on which it was complete
      status         | string  | registered, in consultation, decided, withdrawn or appealed
      decision       | string  | granted, refused or empty
      decided_on     | date    | Day of the decision
      decided_by     | string  | officers or committee
      dwellings      | integer | Net change in dwellings
      floor_space    | integer m² | Net change in floor space
      longitude      | number degrees | Middle of the site, WGS 84
      latitude       | number degrees | Middle of the site, WGS 84`,
  },
  {
    key: 'developer-contributions',
    unit: 'Planning and Regeneration',
    access: 'open',
    personalData: 'none',
    title: 'Developer contributions',
    summary: 'Money and works promised by developers, received, spent and left over, agreement by agreement.',
    description: 'Planning obligations since 2015 with their triggers, payments and spending.',
    keywords: 'section 106, planning obligations, community infrastructure levy',
    themes: ['REGI', 'ECON'],
    subjectAreas: ['planning-building', 'council-budget'],
    licence: 'ogl-3.0',
    frequency: 'ANNUAL',
    contact: planning,
    from: '2015-04-01',
    until: '2026-03-31',
    issued: '2020-12-15',
    modified: 180,
    forms: ['csv'],
    columns: `
      agreement_ref | string  | Reference of the agreement
      planning_ref  | string  | Reference of the planning case
      purpose       | string  | schools, transport, open space, affordable homes …
      trigger       | string  | What makes it due
      amount_due    | number £| Amount promised
      received      | number £| Amount received
      spent         | number £| Amount spent
      unspent       | number £| Amount held
      spend_by      | date    | When it must be given back
      ward          | string  | Ward of the development`,
  },
  {
    key: 'city-footfall',
    unit: 'Planning and Regeneration',
    access: 'public-with-terms',
    personalData: 'none',
    title: 'City centre footfall',
    summary: 'People counted walking past eight points in the centre, hour by hour.',
    description: `Counters look down from lamp columns and count outlines; no picture is kept and no telephone is followed. Each row is one counter and one hour.

Accept the terms first: the maker of the counters asks that nobody sells the raw figures on.`,
    keywords: 'footfall, pedestrians, high street, retail, counters, city centre',
    themes: ['ECON', 'TRAN'],
    subjectAreas: ['business-support', 'walking-cycling', 'events-tourism'],
    licence: 'own-terms',
    frequency: 'DAILY',
    contact: { name: 'City Centre Management', email: 'citycentre@ellermouth.example' },
    place: cityCentre,
    from: '2022-03-01',
    until: 1,
    issued: '2022-04-19',
    modified: 1,
    lineage: 'Hourly totals from the maker’s portal, taken each night. Hours with a fault are marked and left empty.',
    rights:
      'Not to be sold on as raw counts. Analysis and charts may be published with the words “Ellermouth footfall counters”.',
    forms: ['stored', 'api'],
    columns: `
      counter_id   | string   | Code of the counter
      place        | string   | Where it hangs
      hour         | datetime | Start of the hour, local time
      day_kind     | string   | weekday, Saturday, Sunday or bank holiday
      towards      | integer people | People walking towards the market
      away         | integer people | People walking away from it
      total        | integer people | Both together
      weather      | string   | dry, rain, wind or snow, from the harbour station
      event        | string   | Event in the centre that hour; empty where none
      status       | string   | counted, estimated or fault`,
  },
  {
    key: 'council-land-and-buildings',
    unit: 'Planning and Regeneration',
    access: 'open',
    personalData: 'none',
    title: 'Council land and buildings',
    summary: 'What the council owns or leases, and what it is used for.',
    description: 'The asset list that the transparency code asks for. Homes are left out.',
    keywords: 'land, property, assets, transparency code, estate',
    themes: ['GOVE', 'ECON'],
    subjectAreas: ['land-property'],
    licence: 'ogl-3.0',
    frequency: 'ANNUAL',
    from: '2014-10-01',
    until: '2026-03-31',
    issued: '2014-10-31',
    modified: 201,
    forms: ['csv'],
    columns: `
      asset_id     | string  | Identifier of the asset
      name         | string  | Name or address
      uprn         | string  | Unique property reference number
      tenure       | string  | freehold, leasehold or licence
      purpose      | string  | office, school, library, vacant land …
      surplus      | boolean | Whether it is no longer needed
      area         | number ha | Area
      floor_space  | integer m² | Floor space
      energy_rating| string  | Display energy certificate, A to G
      longitude    | number degrees | WGS 84
      latitude     | number degrees | WGS 84`,
  },
  {
    key: 'christmas-market-stalls',
    unit: 'Planning and Regeneration',
    state: 'withdrawn',
    withdrawal:
      'The market is run by its traders since 2024, who keep no list of stalls. The last list of 2023 held private telephone numbers by mistake.',
    access: 'open',
    personalData: 'none',
    title: 'Christmas market stalls',
    summary: 'Stalls of the Christmas market with their goods and pitches.',
    description: 'List of the stalls of the market in Priory Gate, from 2017 to 2023.',
    keywords: 'Christmas market, stalls, events',
    themes: ['ECON', 'EDUC'],
    subjectAreas: ['events-tourism', 'business-support'],
    licence: 'ogl-3.0',
    frequency: 'NEVER',
    place: cityCentre,
    from: '2017-11-20',
    until: '2023-12-24',
    issued: '2017-12-01',
    modified: '2023-12-27',
    forms: ['csv'],
    columns: `
      stall     | string  | Number of the pitch
      trader    | string  | Name over the stall
      goods     | string  | What is sold
      year      | year    | Year of the market
      rent      | number £| Rent for the season
      from_date | date    | First day
      until_date| date    | Last day
      power     | boolean | Whether it has electricity`,
  },
];

const revenueData: readonly DemonstrationDataset[] = [
  {
    key: 'business-rates-accounts',
    unit: 'Revenues and Benefits',
    access: 'named',
    personalData: 'personal',
    title: 'Business rates accounts',
    summary: 'Every business property with its rateable value, reliefs and who pays, sole traders among them.',
    description: `One row for each property in the rating list with the account that pays for it. Where the payer is a person trading in their own name, the row is personal data; the column of the payer's kind tells them apart.

A public extract without sole traders and without reliefs is put on the website each quarter. Ask for this one if you need the reliefs, the dates of vacancy, or the small traders, and say why.`,
    keywords: 'business rates, NNDR, rateable value, reliefs, empty property, high street',
    themes: ['ECON', 'GOVE'],
    subjectAreas: ['business-rates', 'business-support'],
    licence: 'own-terms',
    frequency: 'MONTHLY',
    contact: rates,
    from: '2017-04-01',
    until: 10,
    issued: '2021-11-15',
    modified: 10,
    lineage:
      'Extract of the revenues system after each billing run; valuation columns come from the Valuation Office list.',
    purposeOfCollection: 'Billing and collection under the Local Government Finance Act 1988.',
    qualityNotes: 'Vacancy is what the payer tells the council and tends to be late by a month.',
    charge: 'None for public bodies; £95 for each extract otherwise.',
    forms: ['stored'],
    columns: `
      account_ref     | string  | Reference of the account | indirect
      property_ref    | string  | Reference in the rating list
      uprn            | string  | Unique property reference number
      payer           | string  | Name of the payer | personal
      payer_kind      | string  | company, public body, charity or sole trader
      address         | string  | Address of the property
      postcode        | string  | Postcode of the property
      ward            | string  | Ward
      use             | string  | Description in the rating list
      rateable_value  | integer £ | Value in the current list
      relief          | string  | Relief given; empty where none
      relief_amount   | number £| Amount of the relief this year
      charge          | number £| Amount to pay this year
      occupied        | boolean | Whether the property is in use
      vacant_since    | date    | Day from which it stood empty
      liable_from     | date    | Day from which this payer is liable | indirect`,
  },
  {
    key: 'council-tax-bands-by-street',
    unit: 'Revenues and Benefits',
    access: 'public-with-terms',
    personalData: 'none',
    title: 'Council tax bands by street',
    summary: 'Number of homes in each band, with discounts and empty homes, for each street of ten homes or more.',
    description:
      'Counts for each street. Streets with fewer than ten homes are put together with a neighbour, so that no household can be told.',
    keywords: 'council tax, bands, empty homes, discounts, second homes',
    themes: ['ECON', 'SOCI'],
    subjectAreas: ['council-tax', 'housing'],
    licence: 'ogl-3.0',
    frequency: 'ANNUAL',
    contact: { name: 'Council Tax', email: 'counciltax@ellermouth.example' },
    from: '2016-04-01',
    until: '2026-03-31',
    issued: '2018-06-11',
    modified: 205,
    rights: 'You accept not to try to find out the band or discount of a single home.',
    forms: ['csv'],
    columns: `
      street_group  | string  | Street, or streets put together
      ward          | string  | Ward
      homes         | integer | Homes in the list
      band_a        | integer homes | Homes in band A
      band_b        | integer homes | Homes in band B
      band_c        | integer homes | Homes in band C
      band_d        | integer homes | Homes in band D
      band_e_to_h   | integer homes | Homes in bands E to H
      single_discount | integer homes | Homes with the discount for one adult
      empty_homes   | integer homes | Homes empty for six months or more
      second_homes  | integer homes | Second homes`,
  },
  {
    key: 'council-tax-reduction-cases',
    unit: 'Revenues and Benefits',
    access: 'closed',
    visibility: 'members',
    personalData: 'special-category',
    title: 'Council tax reduction cases',
    summary: 'Households with a reduction for low income, and what it is worked out from.',
    description:
      'Income, household and capital of people who claim. It may not be shared outside the council; counts for each ward are published each quarter.',
    keywords: 'council tax reduction, benefits, low income, welfare',
    themes: ['SOCI', 'ECON'],
    subjectAreas: ['council-tax'],
    licence: 'own-terms',
    frequency: 'DAILY',
    contact: { name: 'Benefits', email: 'benefits@ellermouth.example' },
    from: '2013-04-01',
    issued: '2023-06-30',
    modified: 1,
    purposeOfCollection: 'To work out a reduction under the council’s scheme.',
    forms: ['csv'],
    columns: `
      case_ref       | string  | Reference of the case | personal
      name           | string  | Name of the claimant | personal
      date_of_birth  | date    | Date of birth | personal
      national_insurance_no | string | National Insurance number | personal
      uprn           | string  | Unique property reference number | personal
      household_kind | string  | single, couple, with children … | personal
      disability_premium | boolean | Whether a disability premium is counted | special-category
      weekly_income  | number £| Income counted | personal
      capital        | number £| Savings counted | personal
      weekly_reduction | number £ | Reduction given | personal
      from_date      | date    | Start of the award
      reviewed_on    | date    | Last review`,
  },
  {
    key: 'council-spending',
    unit: 'Revenues and Benefits',
    access: 'open',
    personalData: 'none',
    title: 'Council spending over £500',
    summary: 'Payments to suppliers above £500, month by month, with the service and the purpose.',
    description: 'What the transparency code asks for. Payments to people are left out or shown without a name.',
    keywords: 'spending, payments, suppliers, transparency code, procurement',
    themes: ['GOVE', 'ECON'],
    subjectAreas: ['council-budget'],
    licence: 'ogl-3.0',
    frequency: 'MONTHLY',
    contact: { name: 'Finance', email: 'finance@ellermouth.example' },
    from: '2011-01-01',
    until: 30,
    issued: '2011-02-28',
    modified: 11,
    forms: ['csv', 'xlsx'],
    columns: `
      payment_id  | string  | Number of the payment
      paid_on     | date    | Day of the payment
      supplier    | string  | Name of the supplier
      supplier_id | string  | Number of the supplier in the ledger
      service     | string  | Service that paid
      purpose     | string  | Subjective code in words
      amount      | number £| Amount without VAT
      capital     | boolean | Whether it is capital spending
      card        | boolean | Whether it was paid by card
      redacted    | boolean | Whether a name was left out`,
  },
  {
    key: 'polling-stations',
    unit: 'Data and Insight',
    access: 'open',
    personalData: 'none',
    title: 'Polling districts and stations',
    summary: 'Districts, their stations and whether a wheelchair can get in.',
    description:
      'In force since the review of 2023. The column for access was filled in by the presiding officers after the last poll.',
    keywords: 'elections, polling stations, polling districts, voting',
    themes: ['GOVE'],
    subjectAreas: ['elections'],
    licence: 'ogl-3.0',
    frequency: 'IRREG',
    contact: { name: 'Electoral Services', email: 'elections@ellermouth.example' },
    from: '2024-01-01',
    issued: '2019-03-01',
    modified: 320,
    forms: ['geojson', 'csv'],
    columns: `
      district     | string  | Letters of the polling district
      ward         | string  | Ward
      station      | string  | Name of the station
      address      | string  | Address of the station
      uprn         | string  | Unique property reference number
      electors     | integer | Electors in the district
      step_free    | boolean | Whether there is a way in without steps
      hearing_loop | boolean | Whether there is a hearing loop
      temporary    | boolean | Whether it is a cabin put up for the day
      longitude    | number degrees | WGS 84
      latitude     | number degrees | WGS 84`,
  },
];

export const ellermouthPlaces: Shelf = {
  organisation: 'ellermouth',
  owner: 'h.castledine',
  steward: 'steward',
  datasets: [...planningData, ...revenueData],
};
