import { advised, checked, held, noted, on, submitted, wrote } from './acts.ts';
import { declared, publicBody, university } from './safekeeping.ts';
import { story, type Stories } from './story.ts';

/** Requests for records of adult social care: sensitive, and told in confidence. */
export const care: Stories = (day) => [
  story({
    key: 'university-falls',
    by: 's.penhallow',
    organisation: 'university-of-ellermouth',
    basket: [
      {
        dataset: 'adult-care-packages',
        rows: 'People of 65 and over, the last four years.',
        columns: `
          date_of_birth | Age in bands of five years would do
          sex           | Falls differ between women and men
          main_need     | Only people with difficulty in moving
          setting       | At home or in a home
          weekly_hours  | The measure: do hours go up after a fall?
          from_date     | When the package changed
          until_date    | When it ended`,
      },
    ],
    answers: {
      title: 'Falls at home and the care that follows',
      summary:
        'After a fall many people never get back to where they were. We want to learn how much more home care is needed after a fall, and whether a visit by a physiotherapist in the first fortnight makes a difference.',
      'purpose-class': 'research',
      aims: 'An estimate of the hours of care that an early visit saves, good enough for the council and the hospital to decide whether to pay for one.',
      'how-data-helps':
        'The hospital trust marks in its own list who had an early visit. The two lists are joined by a third party by a code that neither of us can read; we get the joined list without any number or name.',
      benefits: {
        health: 'About 1,300 people of 65 and over fall badly in the region each year.',
        'public-money': 'An hour of home care costs the council £22.',
        knowledge: 'There is no British study of early visits.',
      },
      'impact-if-refused': 'The early visits end with the pilot’s money in the spring, whether they help or not.',
      alternatives:
        'Published totals of care hours do not follow a person. A survey of those who fell would miss the frailest.',
      commercial: false,
      exclusive: false,
      'ai-training': false,
      'other-recipients': true,
      'other-recipient-names': ['Estuary Linkage Service, a trusted third party at the University’s medical school'],
      'other-recipient-reason': 'It joins the two lists and keeps the key; it does not see care or health data.',
      frequency: 'once',
      'use-period': { from: day(40), until: day(770) },
      'data-period': { from: day(-1500), until: day(-40) },
      geography: 'The city of Ellermouth.',
      personal: true,
      'special-category': true,
      'special-category-kinds': ['health'],
      criminal: false,
      children: false,
      care: true,
      'data-subjects': 'People of 65 and over who receive care arranged by the council.',
      'people-count': 3100,
      'less-personal': 'Years of birth in bands of five, months instead of days. No postcode, no ethnicity, no cost.',
      linkage: true,
      'linkage-with': ['Falls and physiotherapy visits, Estuary Hospitals (under its own approval)'],
      'linkage-how': 'NHS number, by the linkage service alone, and destroyed after the join.',
      're-identification': 'possible',
      're-identification-care': 'Work in the research data vault; small groups are merged before analysis.',
      ...university.careful,
      confidence: true,
      'confidence-met': 'law',
      'confidence-detail':
        'Support under section 251 of the NHS Act 2006 was given in the summer for both lists; the letter is with the council.',
      'lawful-basis': 'public-task',
      'lawful-basis-reason':
        'Health research is a task of the University; consent of the frailest cannot be had without leaving them out.',
      'owner-lawful-basis': 'public-task',
      'article-9-condition': 'research',
      'schedule-1-condition':
        'Paragraph 4 (research). In the public interest; safeguards of section 19 of the Act: no decision about a person, and no harm.',
      'national-data-opt-out': 'applied',
      dpia: 'done',
      'dpia-outcome': 'medium',
      expectation:
        'The patients’ panel of the hospital read the plan twice. Its advice was to say on the ward that data of this kind is used.',
      compatible: 'Research (UK GDPR, article 5(1)(b), with the safeguards of article 89).',
      transparency: 'A poster on the wards, a page of the council, and a number to ring.',
      outputs: ['report'],
      'disclosure-control': 'No table with a cell below ten; a clerk checks each before it leaves the vault.',
      'keep-until': day(770),
      ...declared,
      funders: ['British Falls Research Fund'],
      'own-ellermouth-noticed': 'Help at home in the first fortnight after a fall, if it turns out to work.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Reablement',
    },
    attachments: [
      {
        question: 'dpia-files',
        name: 'DPIA falls and care, version 3.pdf',
        title: 'Falls and care: impact assessment, version 3',
        lines: [
          'University of Ellermouth, School of Health Sciences. Dr Sunita Penhallow.',
          '',
          'The data: care packages of 3,100 people, joined with falls and visits.',
          'No names, numbers or postcodes.',
          '',
          '1. A person is recognised by a rare need. Before: high. After: medium.',
          '2. The joined list leaves the vault. Before: high. After: low.',
          '3. The key is used to look somebody up. Before: medium. After: low.',
          '4. People lose trust in their social worker. Before: medium. After: medium.',
          '',
          'Measures: bands, months, merged small groups, the vault, a third party that holds the key,',
          'posters on the wards and a number to ring.',
          '',
          'Some risk is left. The data protection officer of the University agrees,',
          'and will look again after a year.',
        ],
      },
    ],
    steps: [
      submitted(on(10, '10:35')),
      checked(on(9, '15:50'), 'steward', {
        regime: 'none',
        note: 'Lane C, care: Moira is asked besides Ruth and Lena.',
      }),
      advised(on(5, '10:10'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support',
        text: 'Section 251 support sets the duty of confidence aside for this use. Our power is the Localism Act 2011, section 1, with the Care Act 2014, section 1.',
      }),
      advised(on(4, '14:00'), 'm.threlkeld', {
        label: 'caldicott',
        verdict: 'support-if',
        text: 'The purpose is justified, and less than this would not do (principles 1 to 3). Months instead of days for all dates, and people under a protection plan left out: on those conditions I support it.',
      }),
      noted(
        on(4, '16:30'),
        'o.adebayne',
        'Reablement would pay for early visits themselves if this shows what they hope. We should not be the ones who hold it up.',
      ),
    ],
  }),
  story({
    key: 'harnwick-ready-homes',
    by: 'v.ashlock',
    organisation: 'harnwick',
    basket: [
      {
        dataset: 'adult-care-packages',
        rows: 'People who are in an Ellermouth care setting for now and whose home address is in Harnwick.',
        columns: `
          person_id    | So that the two councils speak of the same person
          postcode     | To find out whether the home is one of ours
          main_need    | Which adaptation is wanted
          setting      | Whether the stay is for a while
          weekly_hours | Whether somebody will come in to help
          until_date   | By when the home must be ready`,
      },
    ],
    answers: {
      title: 'Homes ready for people who leave care',
      summary:
        'People from Harnwick who stay in a care home in Ellermouth for some weeks often cannot go back because their council home has no ramp or no shower. We want to know three weeks ahead who comes home and what is needed.',
      'purpose-class': 'public-service',
      aims: 'Homes ready on the day for nine in ten people; now it is four in ten.',
      'how-data-helps':
        'Each Friday our adaptations team looks at who is to come home in the next three weeks, and sends a carpenter.',
      benefits: {
        health: 'About 60 people a year go home instead of staying in a bed that they do not need.',
        'public-money': 'A week in a care home costs more than a ramp.',
        services: 'One list instead of forty telephone calls.',
      },
      'impact-if-refused': 'Social workers go on telephoning, and a third of the calls come after the person is home.',
      alternatives: 'Consent case by case works for half; the others are too ill to be asked in time.',
      commercial: false,
      exclusive: false,
      'ai-training': false,
      'other-recipients': false,
      frequency: 'refreshed',
      'refresh-interval': 'weekly',
      'use-period': { from: day(15), until: day(380) },
      geography: 'People whose home is in Harnwick.',
      personal: true,
      'special-category': true,
      'special-category-kinds': ['health'],
      criminal: false,
      children: false,
      care: true,
      'data-subjects': 'People from Harnwick in temporary care in Ellermouth.',
      'people-count': 60,
      'less-personal': 'No date of birth, no ethnicity, no costs. The need is given in one of six words.',
      linkage: true,
      'linkage-with': ['Our list of council homes and their adaptations'],
      'linkage-how': 'Postcode, then the person’s number.',
      're-identification': 'likely',
      're-identification-care': 'It is about known people: three officers see it, and each look is logged.',
      access: 'Three officers of the adaptations team.',
      ...publicBody.careful,
      'legal-power': 'Housing Act 1985, section 8; Housing Grants, Construction and Regeneration Act 1996, part I.',
      confidence: true,
      'confidence-met': 'implied-consent',
      'confidence-detail':
        'It is for the person’s own care: the leaflet that each gets on the first day says that their housing office is told.',
      'lawful-basis': 'public-task',
      'lawful-basis-reason': 'Adapting our homes for disabled tenants is our duty.',
      'owner-lawful-basis': 'public-task',
      'article-9-condition': 'health-or-care',
      'schedule-1-condition': 'Paragraph 2 (health or social care purposes), under the supervision of a social worker.',
      'national-data-opt-out': 'does-not-apply',
      dpia: 'done',
      'dpia-outcome': 'medium',
      expectation: 'People ask us why nobody told us.',
      compatible: 'Care and a home to be cared for in.',
      transparency: 'The leaflet, and our privacy notice for tenants.',
      outputs: ['internal'],
      'disclosure-control': 'Nothing is published.',
      'keep-until': day(410),
      ...declared,
      'own-ellermouth-noticed': 'Beds that are free when they are needed.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Hospital Discharge and Reablement',
    },
    steps: [
      submitted(on(11, '09:45')),
      checked(on(9, '14:30'), 'steward', { regime: 'none' }),
      advised(on(6, '11:40'), 'dpo', {
        label: 'data-protection',
        verdict: 'support-if',
        text: 'Support, if only people appear whose discharge is planned, and if they drop off the list a week after they are home. Some risk remains that somebody is spoken of who did not want it: that is for Malcolm Treddle to weigh.',
      }),
      advised(on(5, '10:30'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support',
        text: 'Care Act 2014, sections 3 and 6: we must cooperate with the housing authority. No bar.',
      }),
      advised(on(2, '09:55'), 'm.threlkeld', {
        label: 'caldicott',
        verdict: 'support',
        text: 'The duty to share can be as important as the duty to protect (principle 7). This is for people’s own care and they are told on the first day. I support it.',
      }),
      wrote(
        on(2, '13:15'),
        'v.ashlock',
        'Two people are due home next week whose showers are not done. If it helps, we could begin with a list of those two by telephone, as we do now.',
      ),
    ],
  }),
  story({
    key: 'university-care-forecast',
    by: 's.penhallow',
    organisation: 'university-of-ellermouth',
    basket: [
      {
        dataset: 'adult-care-packages',
        rows: 'Everybody, the last eight years.',
        columns: `
          person_id     | To follow one person over the years
          date_of_birth | Age is the strongest sign
          sex           | Differs
          ethnicity     | To see whether the forecast is fair
          postcode      | Cold homes and poor streets matter
          main_need     | Where it began
          setting       | Where it led
          weekly_hours  | What is to be foretold
          from_date     | When
          until_date    | When`,
      },
    ],
    answers: {
      title: 'Who will need care next winter: a forecast',
      summary:
        'A model that learns from eight years of care packages could tell in the autumn who is likely to need much more help in the winter, so that the council can visit them first.',
      'purpose-class': 'research',
      aims: 'A forecast that finds six of ten people whose care doubles within three months, with few false alarms.',
      'how-data-helps': 'The model is trained in the vault on the years before and tested on the last one.',
      benefits: { health: 'Help before a crisis.', 'public-money': 'Fewer nights in hospital.' },
      'impact-if-refused': 'Visits go on by list and by luck.',
      alternatives: 'Totals by ward do not tell whom to visit.',
      commercial: false,
      exclusive: false,
      'ai-training': true,
      'ai-training-detail':
        'A model of the risk that care needs double. The council alone would use it; the method is published without weights.',
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(30), until: day(760) },
      personal: true,
      'special-category': true,
      'special-category-kinds': ['health', 'race'],
      criminal: false,
      children: false,
      care: true,
      'data-subjects': 'Everybody who received care arranged by the council in eight years.',
      'people-count': 11_500,
      'less-personal': 'We tried without postcodes in a pilot of another city: the forecast lost half its worth.',
      linkage: false,
      're-identification': 'likely',
      're-identification-care': 'The vault, and tests that the model does not remember single people.',
      ...university.careful,
      confidence: true,
      'confidence-met': 'law',
      'confidence-detail': 'Section 251 support has been applied for.',
      'lawful-basis': 'public-task',
      'lawful-basis-reason': 'Research is a task of the University.',
      'article-9-condition': 'research',
      'schedule-1-condition': 'Paragraph 4 (research), with the safeguards of section 19.',
      'national-data-opt-out': 'applied',
      dpia: 'done',
      'dpia-outcome': 'high',
      expectation: 'Half of the panel would be glad of a visit; half would ask how we knew.',
      compatible: 'Research, and later care.',
      transparency: 'A public page, two open evenings.',
      outputs: ['model', 'report'],
      'disclosure-control': 'The model is tested for what it remembers before it leaves the vault.',
      'keep-until': day(760),
      ...declared,
      funders: ['Estuary Research Fund'],
      'own-ellermouth-noticed': 'A visit before the winter instead of an ambulance in it.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Adult Social Care, Performance',
    },
    steps: [
      submitted(on(30, '11:15')),
      checked(on(29, '10:20'), 'steward', { regime: 'none' }),
      advised(on(26, '15:45'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support-if',
        text: 'Nothing may be given before section 251 support is there.',
      }),
      advised(on(24, '12:05'), 'dpo', {
        label: 'data-protection',
        verdict: 'object',
        text: 'Their own assessment says that a high risk is left: people would be marked as likely to fail, on signs that they do not know of. Nobody here may accept that (UK GDPR article 36). Ask the Commissioner first; until then I object.',
      }),
      held(on(22, '16:50'), 'o.adebayne', {
        waitingFor: 'regulator',
        until: day(25),
        reason:
          'A high risk to people remains after all measures, so the Information Commissioner’s Office has been asked under article 36. It has eight weeks, and may take six more.',
      }),
      wrote(
        on(21, '09:30'),
        's.penhallow',
        'We understand. We are working on a version that forecasts by street and not by person, in case the answer is no.',
      ),
    ],
  }),
];
