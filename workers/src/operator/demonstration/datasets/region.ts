import type { DemonstrationDataset, Shelf } from '../shape.ts';

const skills = { name: 'Adult Skills Data', email: 'skillsdata@ellerestuary.example' };

const skillsData: readonly DemonstrationDataset[] = [
  {
    key: 'skills-bootcamp-learners',
    unit: 'Skills and Employment',
    access: 'named',
    personalData: 'special-category',
    title: 'Skills bootcamp learners',
    summary: 'Adults on short courses paid for by the authority, with what became of them.',
    description:
      'One row for each learner and course. It holds health and ethnicity because the funding rules ask for them. Providers see their own learners alone.',
    keywords: 'adult education, skills bootcamps, learners, outcomes, jobs',
    themes: ['EDUC', 'ECON'],
    subjectAreas: ['skills-employment'],
    licence: 'own-terms',
    frequency: 'QUARTERLY',
    contact: skills,
    from: '2022-08-01',
    until: 55,
    issued: '2023-09-18',
    modified: 36,
    purposeOfCollection: 'Funding and evaluation of adult education under the devolution order.',
    qualityNotes: 'Outcomes after six months are known for 71% of learners.',
    forms: ['csv'],
    columns: `
      learner_id      | string  | Unique learner number | personal
      date_of_birth   | date    | Date of birth | personal
      sex             | string  | Sex as recorded | personal
      ethnicity       | string  | Ethnic group | special-category
      health_problem  | boolean | Whether the learner declared a disability or illness | special-category
      postcode        | string  | Home postcode | personal
      prior_level     | integer | Highest level reached before
      provider        | string  | College or company
      course          | string  | Title of the course
      started_on      | date    | First day | personal
      completed       | boolean | Whether the course was completed | personal
      outcome         | string  | job, self-employed, promotion, study or none | personal`,
  },
  {
    key: 'adult-education-awards',
    unit: 'Skills and Employment',
    access: 'open',
    personalData: 'none',
    title: 'Adult education budget: awards',
    summary: 'Money given to colleges and training companies, by year, place and sector.',
    description: 'Awards and what was delivered against them.',
    keywords: 'adult education budget, grants, colleges, training',
    themes: ['EDUC', 'GOVE'],
    subjectAreas: ['skills-employment', 'council-budget'],
    licence: 'ogl-3.0',
    frequency: 'ANNUAL',
    contact: skills,
    from: '2021-08-01',
    until: '2026-07-31',
    issued: '2022-10-03',
    modified: 90,
    forms: ['csv'],
    columns: `
      award_id   | string  | Identifier of the award
      provider   | string  | Name of the provider
      provider_no| string  | National number of the provider
      year       | string  | Academic year
      sector     | string  | Sector of learning
      council    | string  | Council in whose area the learners live
      awarded    | number £| Amount awarded
      delivered  | number £| Amount earned by delivery
      learners   | integer people | Learners
      rate       | number %| Share of learners who completed`,
  },
  {
    key: 'employer-skills-survey',
    unit: 'Economy and Insight',
    access: 'public-with-terms',
    personalData: 'none',
    title: 'Employer skills survey',
    summary: 'Answers of 1,204 employers on vacancies, skills that lack, and training; no names.',
    description:
      'Answers by employer, with sector and size in bands and place by council, so that no employer can be told. Weights are given.',
    keywords: 'employers, vacancies, skills gaps, survey, training',
    themes: ['ECON', 'SOCI'],
    subjectAreas: ['skills-employment', 'business-support'],
    licence: 'cc-by-4.0',
    frequency: 'BIENNIAL',
    from: '2025-02-01',
    until: '2025-04-30',
    issued: '2025-09-08',
    modified: '2025-09-08',
    rights: 'You accept not to try to name an employer.',
    lineage: 'Telephone and web survey, drawn at random from the business register by sector and size.',
    forms: ['csv', 'pdf'],
    columns: `
      response_id   | string  | Identifier of the answer
      council       | string  | Council area
      sector        | string  | Sector, in nine groups
      size_band     | string  | Employees, in four bands
      vacancies     | integer | Vacancies at the time
      hard_to_fill  | integer | Vacancies hard to fill
      main_gap      | string  | Skill most often lacking
      trains_staff  | boolean | Whether staff were trained in the last year
      training_days | number days | Days of training for each employee
      plans_to_hire | string  | fewer, the same or more
      weight        | number  | Weight for the region`,
  },
  {
    key: 'travel-diary-survey',
    unit: 'Transport and Infrastructure',
    access: 'named',
    personalData: 'personal',
    title: 'Household travel diary',
    summary: 'Journeys of 3,880 people on one day each: from, to, why, how and with whom.',
    description:
      'Origins and destinations stand as small areas of about 1,500 people. A person with an unusual journey can be told from others, so the owner decides on each use. Tables for wards are open.',
    keywords: 'travel survey, journeys, mode of travel, walking, commuting, origin and destination',
    themes: ['TRAN', 'SOCI'],
    subjectAreas: ['public-transport', 'walking-cycling', 'roads-traffic'],
    licence: 'own-terms',
    frequency: 'BIENNIAL',
    from: '2024-09-09',
    until: '2024-11-29',
    issued: '2025-05-12',
    modified: '2025-06-02',
    purposeOfCollection: 'To plan transport. People were told that universities may use it.',
    charge: 'None',
    forms: ['csv'],
    columns: `
      journey_id   | string  | Identifier of the journey
      person_code  | string  | Code of the person, made for this survey | indirect
      age_band     | string  | Age in bands | indirect
      sex          | string  | Sex as given | indirect
      from_lsoa    | string  | Small area of the start | indirect
      to_lsoa      | string  | Small area of the end | indirect
      started_at   | time    | Start of the journey | indirect
      minutes      | integer min | Time taken
      distance     | number km | Distance
      purpose      | string  | work, school, shopping, care …
      main_mode    | string  | walk, cycle, bus, car …
      mobility_aid | boolean | Whether a stick, chair or pram was used | personal
      weight       | number  | Weight for the region`,
  },
];

const economyData: readonly DemonstrationDataset[] = [
  {
    key: 'regional-economy-indicators',
    unit: 'Economy and Insight',
    access: 'open',
    personalData: 'none',
    title: 'Regional economy indicators',
    summary: 'Thirty measures of work, business and income for the three council areas.',
    description: 'The figures behind the yearly state of the region report, each with its source.',
    keywords: 'economy, indicators, employment, productivity, earnings',
    themes: ['ECON', 'SOCI'],
    subjectAreas: ['business-support', 'skills-employment'],
    licence: 'ogl-3.0',
    frequency: 'QUARTERLY',
    from: '2010-01-01',
    until: 50,
    issued: '2019-05-20',
    modified: 28,
    forms: ['csv', 'html'],
    columns: `
      indicator   | string  | Name of the measure
      council     | string  | Council area, or the region
      period      | string  | Quarter or year
      value       | number  | The figure
      unit        | string  | Unit of the figure
      lower_limit | number  | Lower confidence limit, where there is one
      upper_limit | number  | Upper confidence limit, where there is one
      source      | string  | Who publishes it
      provisional | boolean | Whether it may still change`,
  },
  {
    key: 'greenhouse-gas-inventory',
    unit: 'Economy and Insight',
    access: 'open',
    personalData: 'none',
    title: 'Greenhouse gas inventory',
    summary: 'Emissions of the region by council, sector and gas since 2005.',
    description:
      'Territorial emissions from national estimates, with the harbour and the councils’ own fleets added from local figures.',
    keywords: 'climate, carbon, greenhouse gas, emissions, net zero',
    themes: ['ENVI', 'ENER'],
    subjectAreas: ['energy-climate'],
    licence: 'ogl-3.0',
    frequency: 'ANNUAL',
    from: '2005-01-01',
    until: '2024-12-31',
    issued: '2021-11-01',
    modified: 110,
    forms: ['csv', 'xlsx'],
    columns: `
      year        | year     | Year
      council     | string   | Council area
      sector      | string   | homes, transport, industry, farming …
      part        | string   | Part of the sector
      gas         | string   | CO₂, CH₄ or N₂O
      emissions   | number kt CO₂e | Emissions
      per_person  | number t CO₂e | Emissions for each resident
      local_figure| boolean  | Whether it rests on local figures
      method      | string   | How it was estimated`,
  },
  {
    key: 'data-skills-audit',
    unit: 'Economy and Insight',
    state: 'draft',
    access: 'group',
    visibility: 'members',
    personalData: 'none',
    title: 'Data skills audit of the partner councils',
    summary: 'What staff of the partners say they can do with data. First returns are still coming in.',
    keywords: 'skills audit, data maturity',
    themes: ['GOVE'],
    subjectAreas: ['skills-employment'],
    frequency: 'ANNUAL',
    forms: ['xlsx'],
    columns: `
      partner      | string  | Partner organisation
      team         | string  | Team
      staff        | integer people | Staff who answered
      reads_charts | number %| Share who read charts with confidence
      uses_sheets  | number %| Share who work with spreadsheets
      queries      | number %| Share who write queries
      codes        | number %| Share who write programs
      wants_course | number %| Share who want a course`,
  },
];

export const regionShelf: Shelf = {
  organisation: 'eller-estuary',
  owner: 'f.okonjo-hale',
  steward: 'c.blenkin',
  datasets: [...skillsData, ...economyData],
};
