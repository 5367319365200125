import type { DemonstrationDataset, Shelf } from '../shape.ts';

const care = { name: 'Adult Care Performance', email: 'careperformance@ellermouth.example' };
const children = { name: 'Children’s Data Team', email: 'childrensdata@ellermouth.example' };

const careData: readonly DemonstrationDataset[] = [
  {
    key: 'adult-care-packages',
    unit: 'Adult Social Care',
    access: 'named',
    visibility: 'members',
    personalData: 'special-category',
    title: 'Adult social care packages',
    summary: 'Long-term care for adults: need, setting, hours, cost and review, one row for each package.',
    description: `Care records of people, with their main need. Used for returns to government and for planning.

Research with the university has used a form without names, with age in bands and costs rounded, in a safe setting. Nothing else has been shared.`,
    keywords: 'adult social care, care homes, home care, direct payments, long-term support',
    themes: ['HEAL', 'SOCI'],
    subjectAreas: ['adult-social-care'],
    licence: 'own-terms',
    frequency: 'WEEKLY',
    contact: care,
    from: '2016-04-01',
    until: 7,
    issued: '2023-10-02',
    modified: 7,
    purposeOfCollection: 'To arrange and pay for care under the Care Act 2014.',
    lineage: 'Extract of the case management system; costs are joined from the payment run.',
    qualityNotes: 'Ethnicity is missing for 11% of people. End dates are entered late in about one package in twenty.',
    forms: ['csv'],
    columns: `
      person_id     | string  | Identifier of the person in the care system | personal
      nhs_no        | string  | NHS number | personal
      date_of_birth | date    | Date of birth | personal
      sex           | string  | Sex as recorded | personal
      ethnicity     | string  | Ethnic group as recorded | special-category
      postcode      | string  | Home postcode | personal
      main_need     | string  | Primary support reason | special-category
      setting       | string  | home care, care home, nursing home, direct payment … | special-category
      weekly_hours  | number h| Hours of care in a week | special-category
      weekly_cost   | number £| Cost in a week | personal
      client_pays   | number £| Part that the person pays | personal
      provider      | string  | Name of the provider
      from_date     | date    | Start of the package | personal
      until_date    | date    | End of the package; empty while it runs | personal
      reviewed_on   | date    | Last review | personal`,
  },
  {
    key: 'blue-badge-holders',
    unit: 'Adult Social Care',
    access: 'closed',
    visibility: 'members',
    personalData: 'special-category',
    title: 'Blue badge holders',
    summary: 'People and organisations with a badge, and the ground on which it was given.',
    description: 'Shared with nobody except for enforcement at the kerb. Counts for each ward are open.',
    keywords: 'blue badge, disability, parking, mobility',
    themes: ['SOCI', 'TRAN'],
    subjectAreas: ['adult-social-care', 'parking'],
    licence: 'own-terms',
    frequency: 'DAILY',
    contact: { name: 'Customer Services', email: 'bluebadge@ellermouth.example' },
    from: '2012-01-01',
    issued: '2022-11-28',
    modified: 1,
    purposeOfCollection: 'To issue badges under the Chronically Sick and Disabled Persons Act 1970, section 21.',
    forms: ['csv'],
    columns: `
      badge_no      | string  | Number on the badge | personal
      holder        | string  | Name of the holder | personal
      date_of_birth | date    | Date of birth | personal
      uprn          | string  | Unique property reference number | personal
      ground        | string  | Ground for the badge, such as not able to walk | special-category
      assessed_by   | string  | papers, desk or in person | special-category
      issued_on     | date    | Day of issue
      expires_on    | date    | Last day of validity
      replaced      | boolean | Whether it was lost or stolen before
      refused_before| boolean | Whether an earlier application was refused | personal`,
  },
  {
    key: 'children-in-need-census',
    unit: 'Children and Families',
    access: 'closed',
    visibility: 'organisation',
    personalData: 'special-category',
    title: 'Children in need census return',
    summary: 'The yearly return on children with a social worker.',
    description: 'The file sent to the Department for Education. It stays in the children’s data team.',
    keywords: 'children in need, child protection, social work, census',
    themes: ['SOCI', 'EDUC'],
    subjectAreas: ['children-families'],
    licence: 'own-terms',
    frequency: 'ANNUAL',
    contact: children,
    from: '2010-04-01',
    until: '2026-03-31',
    issued: '2024-05-01',
    modified: 130,
    purposeOfCollection: 'Statutory return under section 83 of the Children Act 1989.',
    forms: ['xml'],
    columns: `
      child_id      | string  | Local identifier | special-category
      pupil_no      | string  | Unique pupil number | personal
      date_of_birth | date    | Date of birth or expected date | personal
      sex           | string  | Sex as recorded | personal
      ethnicity     | string  | Ethnic group as recorded | special-category
      disability    | string  | Disability codes | special-category
      primary_need  | string  | Need at referral | special-category
      referred_on   | date    | Day of the referral | special-category
      source        | string  | Who referred | special-category
      plan_from     | date    | Start of a protection plan | special-category
      plan_until    | date    | End of a protection plan | special-category
      closed_reason | string  | Why the case was closed | special-category`,
  },
  {
    key: 'free-school-meals-eligibility',
    unit: 'Children and Families',
    access: 'group',
    visibility: 'members',
    personalData: 'personal',
    title: 'Free school meals: children entitled but not registered',
    summary: 'Children whose family’s benefits entitle them to a free meal, for schools to tell the parents.',
    description:
      'Goes to the schools of the city alone, each for its own pupils. It shows in the catalogue so that members know that the work is done and can do the same.',
    keywords: 'free school meals, pupil premium, auto-enrolment, benefits',
    themes: ['EDUC', 'SOCI'],
    subjectAreas: ['schools', 'children-families', 'council-tax'],
    licence: 'own-terms',
    frequency: 'QUARTERLY',
    contact: children,
    from: '2024-09-01',
    until: 60,
    issued: '2024-10-14',
    modified: 52,
    lineage: 'Council tax reduction and housing benefit cases matched with the school roll by name, birth and address.',
    qualityNotes: 'About 4% of matches are wrong and are found by the schools.',
    forms: ['csv'],
    columns: `
      match_id      | string  | Identifier of the match
      school_no     | string  | Number of the school
      pupil_no      | string  | Unique pupil number | personal
      year_group    | integer | Year group | personal
      date_of_birth | date    | Date of birth | personal
      postcode      | string  | Home postcode | personal
      benefit_group | string  | Which entitlement, in three groups | personal
      match_strength| integer %| How sure the match is
      letter_sent   | date    | Day of the letter to the parents | personal
      registered    | boolean | Whether the school has registered the child since | personal`,
  },
  {
    key: 'school-admission-preferences',
    unit: 'Children and Families',
    access: 'named',
    personalData: 'personal',
    title: 'School admission preferences and offers',
    summary: 'Schools that parents named, in order, with distance and offer; for planning of school places.',
    description:
      'One row for each preference of each child. Used with neighbouring councils and with academy trusts to plan places. Counts for each school are open and are in the yearly booklet.',
    keywords: 'school admissions, preferences, catchment, school places',
    themes: ['EDUC'],
    subjectAreas: ['schools'],
    licence: 'own-terms',
    frequency: 'ANNUAL',
    contact: { name: 'School Admissions', email: 'admissions@ellermouth.example' },
    from: '2015-09-01',
    until: '2026-08-31',
    issued: '2022-06-20',
    modified: 150,
    purposeOfCollection: 'Co-ordinated admissions under the School Admissions Code.',
    forms: ['csv'],
    columns: `
      application_id | string  | Identifier made for this file | indirect
      entry_year     | year    | Year of entry
      phase          | string  | reception, junior or secondary
      postcode_sector| string  | Postcode without its last two letters | indirect
      preference     | integer | Place in the parents' order
      school_no      | string  | Number of the school
      distance       | number km | Distance from home to school | indirect
      sibling        | boolean | Whether a sibling is at the school | indirect
      criterion      | string  | Criterion under which it was ranked | indirect
      offered        | boolean | Whether this school was offered
      offered_on     | date    | Day of the offer`,
  },
];

const cultureData: readonly DemonstrationDataset[] = [
  {
    key: 'library-loans',
    unit: 'Libraries and Culture',
    access: 'open',
    personalData: 'none',
    title: 'Library loans by title and branch',
    summary: 'The most borrowed titles at each of the eleven libraries, month by month. Nothing about borrowers.',
    description: `Counts of loans and renewals for each title, branch and month. A title appears where it was lent five times or more in the month, so that nothing can be learned about one reader.

Audio and electronic loans are counted at the branch that the reader belongs to.`,
    keywords: 'libraries, loans, books, borrowing, reading',
    themes: ['EDUC'],
    subjectAreas: ['libraries'],
    licence: 'cc0-1.0',
    frequency: 'MONTHLY',
    contact: { name: 'Library Service', email: 'libraries@ellermouth.example' },
    from: '2019-04-01',
    until: 23,
    issued: '2020-01-20',
    modified: 16,
    lineage: 'Counted in the library system on the second working day of the month.',
    qualityNotes: 'Closed weeks of 2020 and 2021 are shown as nought.',
    forms: ['stored', 'json'],
    columns: `
      month       | date    | First day of the month
      branch      | string  | Library
      ward        | string  | Ward in which the library stands
      title       | string  | Title of the work
      author      | string  | Author as on the title page
      form        | string  | book, large print, audio or e-book
      audience    | string  | adult, teenage or children
      subject     | string  | Shelf on which it stands
      loans       | integer | Loans in the month
      renewals    | integer | Renewals in the month
      waiting     | integer | Readers waiting at the end of the month
      copies      | integer | Copies held by the branch`,
  },
  {
    key: 'library-members',
    unit: 'Libraries and Culture',
    access: 'closed',
    visibility: 'organisation',
    personalData: 'personal',
    title: 'Library members',
    summary: 'Members of the libraries with their address and card.',
    description: 'Kept for lending alone. What a person borrows is deleted when they bring it back.',
    keywords: 'library members, borrowers',
    themes: ['EDUC'],
    subjectAreas: ['libraries'],
    licence: 'own-terms',
    frequency: 'UPDATE_CONT',
    contact: { name: 'Library Service', email: 'libraries@ellermouth.example' },
    issued: '2024-02-12',
    modified: 0,
    forms: ['other'],
    columns: `
      card_no       | string  | Number of the card | personal
      name          | string  | Name | personal
      date_of_birth | date    | Date of birth | personal
      address       | string  | Address | personal
      email         | string  | E-mail address | personal
      home_branch   | string  | Library that the member chose | indirect
      joined_on     | date    | Day of joining | indirect
      last_used     | date    | Last use of the card | personal`,
  },
  {
    key: 'museum-visits',
    unit: 'Libraries and Culture',
    access: 'open',
    personalData: 'none',
    title: 'Museum and gallery visits',
    summary: 'Visits to the Staithe Museum and the Kiln Gallery by day, with school groups and events.',
    description: 'Door counters, with groups entered by the front desk.',
    keywords: 'museums, galleries, visitors, culture, school visits',
    themes: ['EDUC'],
    subjectAreas: ['events-tourism'],
    licence: 'ogl-3.0',
    frequency: 'MONTHLY',
    from: '2014-01-01',
    until: 30,
    issued: '2018-02-02',
    modified: 19,
    forms: ['csv'],
    columns: `
      visit_date    | date    | Day
      venue         | string  | Museum or gallery
      visitors      | integer people | People counted at the door
      school_groups | integer | Groups booked
      pupils        | integer people | Pupils in them
      exhibition    | string  | Exhibition on show
      event         | string  | Event that day
      closed        | boolean | Whether the venue was closed
      counter_fault | boolean | Whether the counter failed`,
  },
  {
    key: 'public-health-profile',
    unit: 'Public Health and Protection',
    access: 'open',
    personalData: 'none',
    title: 'Ward health profiles',
    summary: 'Forty measures of health for each ward: births, vaccination, smoking, illness and length of life.',
    description:
      'Made from national and local figures for the joint strategic needs assessment. Small counts are left out and rates come with their confidence limits.',
    keywords: 'public health, JSNA, wards, life expectancy, vaccination, smoking',
    themes: ['HEAL', 'SOCI'],
    subjectAreas: ['public-health'],
    licence: 'ogl-3.0',
    frequency: 'ANNUAL',
    contact: { name: 'Public Health Intelligence', email: 'phi@ellermouth.example' },
    from: '2015-01-01',
    until: '2025-12-31',
    issued: '2016-09-12',
    modified: 85,
    forms: ['csv', 'pdf'],
    columns: `
      ward        | string  | Ward
      ward_code   | string  | Code of the ward
      measure     | string  | What is measured
      period      | string  | Years that the figure covers
      value       | number  | The figure
      lower_limit | number  | Lower 95% confidence limit
      upper_limit | number  | Upper 95% confidence limit
      unit        | string  | Unit of the figure
      city_value  | number  | The same for the whole city
      source      | string  | Where it comes from
      suppressed  | boolean | Whether it was left out because it is small`,
  },
];

export const ellermouthPeople: Shelf = {
  organisation: 'ellermouth',
  owner: 'o.adebayne',
  steward: 'steward',
  datasets: [...careData, ...cultureData],
};
