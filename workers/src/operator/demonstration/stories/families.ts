import { breakfastClubsAgreed, schoolHillsAgreed } from './family-agreements.ts';
import {
  advised,
  checked,
  decided,
  formsAccepted,
  noted,
  on,
  resubmitted,
  returned,
  submitted,
  wrote,
} from './acts.ts';
import { declared, resident, saltings, university } from './safekeeping.ts';
import { story, type Stories } from './story.ts';

/** Requests about schools and school meals. */
export const families: Stories = (day) => [
  story({
    key: 'saltings-unclaimed-meals',
    by: 'd.marrow',
    organisation: 'saltings-trust',
    basket: [
      {
        dataset: 'free-school-meals-eligibility',
        rows: 'Children in Holm Reach, Saltpans and Tannery Row who are not registered.',
        columns: `
          match_id       | To tell the council which letters were answered
          school_no      | We work with six schools
          year_group     | A family with a child in reception needs another talk than one with a teenager
          postcode       | To plan the visits
          match_strength | Only sure matches should get a visit
          letter_sent    | Nobody is visited who has not had the council’s letter first
          registered     | Whoever has registered since needs no visit`,
      },
    ],
    answers: {
      title: 'Free school meals that nobody claims',
      summary:
        'Some 900 children in the city could eat at school for nothing and are not registered, often because a form was too much. Our debt advisers visit families anyway and would help with the form at the kitchen table.',
      'purpose-class': 'community',
      aims: 'That 300 of the children are registered by the end of the school year.',
      'how-data-helps':
        'Two advisers visit families who have had the council’s letter and did not answer, and fill in the form with them.',
      benefits: {
        fairness: 'Each child gets a hot meal worth about £570 a year.',
        'public-money': 'Schools receive the pupil premium for each child who is registered.',
        health: 'A hot meal on school days.',
      },
      'impact-if-refused': 'The council’s letters go on unanswered: one in eight families answers.',
      alternatives:
        'Numbers by school are open and tell us how many, not where. Leaflets at our larders reached forty families last year.',
      commercial: false,
      exclusive: false,
      'ai-training': false,
      'other-recipients': false,
      frequency: 'refreshed',
      'refresh-interval': 'quarterly',
      'use-period': { from: day(15), until: day(255) },
      geography: 'Holm Reach, Saltpans and Tannery Row.',
      'needed-by': day(35),
      'needed-by-reason': 'Visits before the winter holidays.',
      personal: true,
      'special-category': false,
      criminal: false,
      children: true,
      care: false,
      'children-reason':
        'The meals are for children. We see the year group and the postcode and learn the child’s name only from the parent at the door.',
      'data-subjects': 'Children entitled to free school meals who are not registered, and so their families.',
      'people-count': 320,
      'less-personal':
        'We ask for no names, no dates of birth and not for the kind of benefit. The council’s own letter, with our telephone number on it, goes first.',
      linkage: false,
      're-identification': 'likely',
      're-identification-care': 'Two advisers see the list. A visit is noted as made or not made, and no more.',
      ...saltings.careful,
      'lawful-basis': 'legitimate-interests',
      'lawful-basis-reason': 'Children should eat.',
      'owner-lawful-basis': 'public-task',
      dpia: 'done',
      'dpia-outcome': 'medium',
      expectation: 'Families will be glad.',
      compatible: 'The match was made to get children registered. So is this.',
      transparency: 'The council’s letter and a leaflet in five languages.',
      outputs: ['internal', 'report'],
      'disclosure-control': 'The report has numbers by ward, none below ten.',
      'keep-until': day(255),
      ...declared,
      funders: ['Eller Estuary Community Fund'],
      'own-ellermouth-noticed': 'Children who eat at school.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Benefits and Welfare Reform',
    },
    attachments: [
      {
        question: 'dpia-files',
        name: 'DPIA school meals visits.pdf',
        title: 'Visits about free school meals: impact assessment',
        lines: [
          'Saltings Community Trust. Dilys Marrow, with the council’s template.',
          '',
          'What could go wrong',
          '1. A neighbour learns that a family is poor.',
          '    We telephone first and wear no badge. Some risk is left.',
          '2. A parent who has fled a violent partner is found. The council takes families',
          '    under protection out before the list is made. Low.',
          '3. The list is lost. One folder, two people, nothing printed. Low.',
          '4. A family feels pressed. One visit, no second without a call from the family. Low.',
          '',
          'Taken together some risk is left. Reviewed after the first fifty visits.',
        ],
      },
    ],
    steps: [
      submitted(on(14, '12:40')),
      returned(on(13, '10:20'), 'steward', {
        'lawful-basis-reason':
          'Please say what families have been told, and whether they said yes. A visit that nobody asked for is another thing than one that they ticked a box for.',
        expectation: 'What would a family think who opens the door? Please say how you come and how you announce it.',
      }),
      resubmitted(on(8, '16:05'), {
        'lawful-basis': 'consent',
        'lawful-basis-reason':
          'The council’s letter asks whether an adviser may come; families tick a box. Only those who ticked it are in the list.',
        expectation:
          'Families who ticked the box expect a visit. Neighbours may guess why we come; we come in ordinary clothes and telephone first.',
      }),
      checked(on(6, '10:55'), 'steward', {
        regime: 'none',
        note: 'Complete, and careful. The box on the letter is new: Benefits confirm that it has been there since September.',
      }),
      advised(on(2, '11:25'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support-if',
        text: 'Education Act 1996, section 512ZB, and our duty to promote take-up are enough for us. I would want a short agreement that names the two advisers.',
      }),
      wrote(
        on(2, '15:10'),
        'd.marrow',
        'Both advisers have now had their check renewed; I can send the certificates if you need them.',
      ),
    ],
  }),
  story({
    key: 'saltings-breakfast-clubs',
    by: 'k.pennywell',
    organisation: 'saltings-trust',
    basket: [
      {
        dataset: 'free-school-meals-eligibility',
        rows: 'All schools, this school year.',
        columns: `
          school_no     | Which school needs a club
          year_group    | Clubs are for the younger ones
          postcode      | From how far children come
          benefit_group | Which families are poorest
          registered    | Whether the child eats at school already`,
      },
    ],
    answers: {
      title: 'Breakfast clubs where they are needed',
      summary:
        'We have money for four breakfast clubs and want to open them at the schools where most hungry children are.',
      'purpose-class': 'community',
      aims: 'Four clubs, each with thirty children, by the new school year.',
      'how-data-helps': 'We count children by school and by how poor their families are.',
      benefits: {
        health: 'About 120 children start the day with a meal.',
        fairness: 'Clubs go where the need is, not where a head teacher asks.',
      },
      'impact-if-refused': 'We would open clubs where we have volunteers.',
      alternatives:
        'Numbers by school are open and leave out children who are not registered: the ones we are looking for.',
      commercial: false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-50), until: day(130) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: true,
      care: false,
      'children-reason': 'Breakfast clubs are for children. We count, and visit nobody.',
      'data-subjects': 'Children entitled to free school meals.',
      'people-count': 8600,
      'less-personal': 'Counts by school and group would do if you can make them.',
      linkage: false,
      're-identification': 'likely',
      're-identification-care': 'One person makes the counts and deletes the rest.',
      ...saltings.careful,
      'lawful-basis': 'legitimate-interests',
      'lawful-basis-reason': 'Feeding children who are hungry.',
      dpia: 'done',
      'dpia-outcome': 'low',
      expectation: 'Parents would not mind a count.',
      compatible: 'Meals for the same children.',
      transparency: 'A notice at the larders.',
      outputs: ['internal'],
      'disclosure-control': 'Counts above ten.',
      'keep-until': day(130),
      ...declared,
      'own-ellermouth-noticed': 'Four breakfast clubs.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Children and Families',
    },
    steps: [
      submitted(on(38, '10:00')),
      checked(on(36, '14:45'), 'steward', { regime: 'none' }),
      advised(on(32, '09:40'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support-if',
        text: 'We may, under the Childcare Act 2006, section 1. Please say in the decision why a count made by us would not do.',
      }),
      advised(on(31, '15:35'), 'dpo', {
        label: 'data-protection',
        verdict: 'object',
        text: 'I object. A list of 8,600 children with their year group, postcode and the benefit of their parents is far more than a choice between schools needs. We can make the counts ourselves in a day; then no child’s record leaves the council.',
      }),
      noted(
        on(29, '11:50'),
        'o.adebayne',
        'I asked Insight for the counts: they have nobody until after the census return, ten weeks from now, and the clubs’ money ends before that.',
      ),
      decided(on(26, '16:20'), 'o.adebayne', {
        dataset: 'free-school-meals-eligibility',
        gives: ['school_no', 'year_group', 'registered'],
        reasons:
          'Children would go hungry for a term if we waited for our own counts. School, year group and whether a child is registered are enough to choose four schools; postcode and benefit group are refused, since they are not needed for that.',
        objectionReason:
          'Ruth Ferrensby’s objection is right for the list as it was asked for. With postcode and benefit group left out, a row says no more than that some child of a year at a school is entitled, which the school’s published figures say nearly as well. Our own counts would come ten weeks too late.',
        conditions: [
          'One named person makes the counts, and the rows are deleted within ten working days.',
          'The council gets the counts and publishes them.',
        ],
        codes: {
          lawfulBasisOwner: 'public-task',
          lawfulBasisRequester: 'legitimate-interests',
          dpiaScreening: 'needed',
          dpiaOutcome: 'low',
        },
        words: {
          legalPowerOwner: 'Childcare Act 2006, section 1; Education Act 1996, section 512ZB.',
          necessity: 'Children who are not registered are in no published count.',
          retention: 'Ten working days.',
          optionsWeighed: 'Not sharing; counts made by us in ten weeks; the whole list; what was decided.',
          interval: 'Once.',
        },
      }),
      ...breakfastClubsAgreed,
    ],
  }),
  story({
    key: 'university-school-hills',
    by: 'a.brandreth',
    organisation: 'university-of-ellermouth',
    basket: [
      {
        dataset: 'school-admission-preferences',
        columns: `
          entry_year      | To compare three years
          phase           | Primary and secondary apart
          postcode_sector | Where the way to school begins
          preference      | Whether hills put families off their nearest school
          school_no       | Where it ends
          distance        | How far it is
          offered         | Which preference was met`,
      },
    ],
    answers: {
      title: 'Hills, rivers and the way to school',
      summary:
        'Do families choose a school that is further away but on the same side of the river or the hill? We want to find out what a straight line on a map hides.',
      'purpose-class': 'research',
      aims: 'A measure of “how far it feels” that planners can use.',
      'how-data-helps': 'We compare the school chosen with the nearest one by foot, by line and by climb.',
      benefits: { services: 'Catchments drawn by how people walk.', knowledge: 'A method that other cities can use.' },
      'impact-if-refused': 'We would use a survey of 300 families.',
      alternatives: 'Open tables have no distances.',
      commercial: false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-115), until: day(600) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: true,
      care: false,
      'children-reason': 'The choice is about their way to school. No child is named.',
      'data-subjects': 'Children for whom a place was asked.',
      'people-count': 7400,
      'less-personal': 'Distance in steps of 200 metres would do.',
      linkage: false,
      're-identification': 'possible',
      're-identification-care': 'The vault; no table with a cell below ten.',
      ...university.careful,
      'lawful-basis': 'public-task',
      'lawful-basis-reason': 'Research is a task of the University.',
      'owner-lawful-basis': 'public-task',
      dpia: 'done',
      'dpia-outcome': 'low',
      expectation: 'Parents know that applications are counted.',
      compatible: 'Research (UK GDPR, article 5(1)(b)).',
      transparency: 'The project’s page.',
      outputs: ['report', 'model'],
      'disclosure-control': 'Nothing below ten.',
      'keep-until': day(600),
      ...declared,
      'own-ellermouth-noticed': 'Catchments that follow bridges and hills.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'School Place Planning',
    },
    steps: [
      submitted(on(84, '09:15')),
      checked(on(83, '11:40'), 'steward', { regime: 'none' }),
      advised(on(79, '14:25'), 'dpo', {
        label: 'data-protection',
        verdict: 'support-if',
        text: 'With distance in bands, and in the vault. Then I support it.',
      }),
      advised(on(78, '16:05'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support',
        text: 'No bar; the research agreement of last year covers it.',
      }),
      decided(on(74, '10:50'), 'o.adebayne', {
        dataset: 'school-admission-preferences',
        gives: ['entry_year', 'phase', 'postcode_sector', 'preference', 'school_no', ['distance', 'banded'], 'offered'],
        reasons:
          'Useful for our own planning of places. An exact distance and a postcode sector would together point at a house; in bands of 200 metres they do not.',
        conditions: ['The results are shown to School Place Planning before they are published.'],
        codes: {
          lawfulBasisOwner: 'public-task',
          lawfulBasisRequester: 'public-task',
          dpiaScreening: 'needed',
          dpiaOutcome: 'low',
        },
        words: {
          legalPowerOwner: 'School Standards and Framework Act 1998, part III; Localism Act 2011, section 1.',
          legalPowerRequester: 'The University’s charter, articles 3 and 4.',
          interval: 'Once.',
          optionsWeighed: 'Not sharing; without sectors; what was decided.',
        },
      }),
      formsAccepted(on(72, '09:20')),
      ...schoolHillsAgreed,
    ],
  }),
  story({
    key: 'resident-school-journeys',
    by: 'i.merrowdale',
    basket: [
      {
        dataset: 'school-admission-preferences',
        columns: `
          entry_year | To compare years
          phase      | Secondary schools only
          school_no  | To name the schools
          distance   | The question itself
          offered    | Only places that were offered`,
      },
    ],
    answers: {
      title: 'How far children travel to secondary school',
      summary:
        'I write a newsletter about Beaconsett. Since the closure of the school at Northgate Rise parents say that children spend two hours a day on buses. I want to count how far they travel, before and after.',
      'purpose-class': 'scrutiny',
      aims: 'An article with one table.',
      'how-data-helps': 'I take the middle distance by school and year.',
      benefits: { knowledge: 'Parents and councillors can argue with numbers.' },
      'impact-if-refused': 'I would print what parents tell me.',
      alternatives: 'The council’s answer to a councillor gave one number for the whole city.',
      commercial: false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(0), until: day(120) },
      personal: false,
      linkage: false,
      're-identification': 'no',
      ...resident,
      outputs: ['report'],
      'keep-until': day(120),
      ...declared,
      'own-ellermouth-noticed': 'They can read it.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Press office',
    },
    steps: [
      submitted(on(5, '21:10')),
      checked(on(4, '11:30'), 'steward', {
        regime: 'foi',
        note: 'She does not say so, but it is a request under the Act. Middle distances by school would answer it; rows may not be needed.',
      }),
    ],
  }),
];
