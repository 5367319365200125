import { abandoned, offered } from './agreement-acts.ts';
import { advised, checked, decided, noted, on, refused, reviewAsked, submitted, wrote } from './acts.ts';
import { declared, publicBody, resident, university } from './safekeeping.ts';
import { story, type Stories } from './story.ts';

/** Requests about noise and waste. */
export const neighbourhoods: Stories = (day) => [
  story({
    key: 'university-summer-noise',
    by: 'a.brandreth',
    organisation: 'university-of-ellermouth',
    basket: [
      {
        dataset: 'noise-complaints',
        rows: 'Complaints between May and September, the last three years.',
        columns: `
          complaint_id  | To count each once
          received_at   | The night and the hour
          kind          | Music, building work, machines and dogs differ
          uprn          | To join with the heat sensor of the same street
          property_kind | Homes above bars differ from other homes
          first_time    | To leave out neighbours at war`,
      },
    ],
    answers: {
      title: 'Noise, heat and summer nights',
      summary:
        'On hot nights people open their windows and hear more. We want to know whether complaints about noise rise with the heat in the same street, and by how much.',
      'purpose-class': 'research',
      aims: 'One figure: how many complaints more for each degree at midnight.',
      'how-data-helps': 'We lay complaints of a street beside its heat sensor, night by night.',
      benefits: { health: 'Sleep in hot summers.', knowledge: 'Whether noise rules should follow the weather.' },
      'impact-if-refused': 'We would use wards, which hide the street.',
      alternatives: 'Totals by ward and year are published; they have no nights.',
      commercial: false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(20), until: day(400) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'People who complained, and those complained of.',
      'people-count': 5200,
      'less-personal': 'The street would do instead of the property, if the street is known.',
      linkage: true,
      'linkage-with': ['Urban heat sensor network, our own (open)'],
      'linkage-how': 'By property, then by the nearest sensor.',
      're-identification': 'likely',
      're-identification-care': 'Properties are turned into sensors on the first day and dropped.',
      ...university.careful,
      'lawful-basis': 'public-task',
      'lawful-basis-reason': 'Research is a task of the University.',
      dpia: 'done',
      'dpia-outcome': 'medium',
      expectation: 'People who complain expect the council to act, and nobody else to know.',
      compatible: 'Research.',
      transparency: 'The project’s page.',
      outputs: ['report'],
      'disclosure-control': 'City-wide figures only.',
      'keep-until': day(400),
      ...declared,
      'own-ellermouth-noticed': 'Rules for building work on hot nights.',
      'own-ellermouth-spoken': false,
    },
    steps: [
      submitted(on(11, '15:20')),
      checked(on(10, '12:15'), 'steward', {
        regime: 'eir',
        note: 'Noise is environmental information; the clock of the Regulations runs.',
      }),
      advised(on(6, '11:55'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support',
        text: 'Under the Regulations we must give what we can. Personal data is the exception (regulation 13); the rest follows Ruth’s advice.',
      }),
      advised(on(5, '14:40'), 'dpo', {
        label: 'data-protection',
        verdict: 'object',
        text: 'I object to the property number. It names the home of whoever complained, and often of whoever was complained of. The street is enough: our own officers can put the number of the nearest heat sensor in its place.',
      }),
      noted(
        on(3, '10:40'),
        'steward',
        'Helen is away; Gwen stands in. If the property is given in a coarser form (the street) the objection is met, I think.',
      ),
    ],
  }),
  story({
    key: 'harnwick-boundary-noise',
    by: 'v.ashlock',
    organisation: 'harnwick',
    basket: [
      {
        dataset: 'noise-complaints',
        rows: 'Within 500 metres of the boundary.',
        columns: `
          complaint_id  | To speak of the same complaint
          received_at   | To lay ours beside yours
          kind          | Sorting
          property_kind | Sorting
          action        | Who has done what
          closed_on     | Whether it is over`,
      },
    ],
    answers: {
      title: 'Noise along the boundary',
      summary:
        'People who live on the boundary complain to both councils about the same bar or building site. We want to see each other’s complaints there.',
      'purpose-class': 'public-service',
      aims: 'One visit instead of two.',
      'how-data-helps': 'Our officers look at both lists on Monday mornings.',
      benefits: {
        services: 'People are not sent from one council to the other.',
        'public-money': 'About 90 visits fewer a year.',
      },
      'impact-if-refused': 'Both councils go on visiting.',
      alternatives: 'Telephone calls, as now.',
      commercial: false,
      'other-recipients': false,
      frequency: 'refreshed',
      'refresh-interval': 'weekly',
      'use-period': { from: day(-90), until: day(640) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'People who complained near the boundary.',
      'people-count': 240,
      'less-personal': 'No addresses.',
      linkage: true,
      'linkage-with': ['Our own complaints'],
      'linkage-how': 'By hour and kind.',
      're-identification': 'possible',
      're-identification-care': 'Four officers, no addresses.',
      access: 'Four environmental health officers.',
      ...publicBody.careful,
      'legal-power': 'Environmental Protection Act 1990, section 79.',
      'lawful-basis': 'public-task',
      'lawful-basis-reason': 'Dealing with statutory nuisance.',
      'owner-lawful-basis': 'public-task',
      dpia: 'not-needed',
      'dpia-not-needed-reason': 'The same task on both sides, and no addresses.',
      expectation: 'People think that we do this already.',
      compatible: 'The same purpose.',
      transparency: 'Both privacy notices.',
      outputs: ['internal'],
      'disclosure-control': 'Nothing is published.',
      'keep-until': day(640),
      ...declared,
      'own-ellermouth-noticed': 'One officer at the door.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Environmental Health',
    },
    steps: [
      submitted(on(70, '11:35')),
      checked(on(69, '14:10'), 'steward', { regime: 'none' }),
      advised(on(64, '10:15'), 'dpo', {
        label: 'data-protection',
        verdict: 'support',
        text: 'The same task on both sides, no addresses. I support it.',
      }),
      advised(on(63, '15:25'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support',
        text: 'Section 79 of the Environmental Protection Act on both sides.',
      }),
      decided(on(60, '09:45'), 'h.castledine', {
        dataset: 'noise-complaints',
        gives: ['complaint_id', 'received_at', 'kind', 'property_kind', 'action', 'closed_on'],
        reasons: 'One problem, one visit. The councils have the same duty and nothing is given that tells an address.',
        conditions: [],
        codes: { lawfulBasisOwner: 'public-task', lawfulBasisRequester: 'public-task', dpiaScreening: 'not-needed' },
        words: {
          legalPowerOwner: 'Environmental Protection Act 1990, section 79; Localism Act 2011, section 1.',
          legalPowerRequester: 'Environmental Protection Act 1990, section 79.',
          interval: 'Each week.',
          optionsWeighed: 'Not sharing; telephone calls; what was decided.',
        },
      }),
      ...offered(on(58, '09:20'), 'steward'),
      abandoned(
        on(44, '15:40'),
        'recipient',
        'Our own officers have begun to record the same at their side of the boundary.',
      ),
    ],
  }),
  story({
    key: 'resident-recycling-queue',
    by: 'i.merrowdale',
    basket: [
      {
        dataset: 'recycling-centre-bookings',
        rows: 'The Saltpans site, the last two years.',
        columns: `
          site         | Saltpans only
          slot         | To count by quarter of an hour
          arrived      | Who came late and who never came
          vehicle_kind | Vans take longer`,
      },
    ],
    answers: {
      title: 'How busy is the Saltpans recycling centre?',
      summary:
        'Readers of my newsletter cannot get a slot for weeks while the site looks empty. I want to count slots that were booked and not used.',
      'purpose-class': 'scrutiny',
      aims: 'The share of slots that nobody came to, by day and hour.',
      'how-data-helps': 'A slot without an arrival was not used.',
      benefits: { services: 'Slots for those who need one.', knowledge: 'Whether the booking system works.' },
      'impact-if-refused': 'I would stand at the gate and count.',
      alternatives: 'The council publishes tonnages, not slots.',
      commercial: false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-35), until: day(55) },
      personal: false,
      linkage: false,
      're-identification': 'no',
      ...resident,
      'keep-until': day(55),
      ...declared,
      'own-ellermouth-noticed': 'They can read it.',
      'own-ellermouth-spoken': false,
    },
    steps: [
      submitted(on(29, '20:05')),
      checked(on(28, '10:50'), 'steward', { regime: 'foi' }),
      refused(on(24, '15:00'), 'h.castledine', {
        ground: 'disproportionate',
        reasons:
          'Arrivals at Saltpans are written on paper for about a third of the days, and typing them up would take an officer eleven days. The bookings alone would mislead, since they do not say who came.',
      }),
      reviewAsked(
        on(6, '18:30'),
        'The dataset’s own description says that arrivals are recorded by the gate since January of last year. If paper is only a third of the days, please give me the other two thirds: I asked for what there is.',
      ),
    ],
  }),
  story({
    key: 'thaxby-tip-visits',
    by: 'j.wetherlam',
    organisation: 'thaxby-wolds',
    basket: [
      {
        dataset: 'recycling-centre-bookings',
        rows: 'Visitors from the Wolds, this year.',
        columns: `
          site             | Which sites our people use
          slot             | At what times
          postcode_sector  | From which parishes they come
          council          | Only ours
          main_waste       | What they bring
          visits_this_year | Whether a few people come very often`,
      },
    ],
    answers: {
      title: 'Wolds people at Ellermouth’s tips',
      summary:
        'Thaxby Wolds pays Ellermouth for each visit by its residents and is thinking of a site of its own. We want to know from which parishes people come, when, and with what.',
      'purpose-class': 'planning',
      aims: 'A paper for the cabinet on whether a small site at Thaxby would pay for itself.',
      'how-data-helps': 'Visits by parish and kind of waste give the size of the site.',
      benefits: {
        services: 'Shorter drives for people in forty-one parishes.',
        environment: 'About 190,000 miles of driving a year.',
        'public-money': 'The yearly payment is £212,000.',
      },
      'impact-if-refused': 'The paper would rest on a survey of 200 residents.',
      alternatives: 'The yearly bill has totals only.',
      commercial: false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(10), until: day(190) },
      'needed-by': day(24),
      'needed-by-reason': 'The cabinet meets.',
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'Residents of the Wolds who booked a visit.',
      'people-count': 6400,
      'less-personal': 'Number plates and booking numbers are not asked for.',
      linkage: false,
      're-identification': 'possible',
      're-identification-care': 'Parishes with fewer than twenty visits are merged.',
      access: 'Joan Wetherlam and one officer of finance.',
      ...publicBody.careful,
      'legal-power': 'Environmental Protection Act 1990, section 45; Localism Act 2011, section 1.',
      'lawful-basis': 'public-task',
      'lawful-basis-reason': 'Planning a public service.',
      'owner-lawful-basis': 'public-task',
      dpia: 'not-needed',
      'dpia-not-needed-reason': 'Sectors and counts.',
      expectation: 'People expect the councils to plan.',
      compatible: 'Planning of the same service.',
      transparency: 'The cabinet paper is public.',
      outputs: ['report'],
      'disclosure-control': 'Twenty visits at least.',
      'keep-until': day(190),
      ...declared,
      'own-ellermouth-noticed': 'Free slots on Saturdays.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Waste Services',
    },
    steps: [
      submitted(on(2, '09:35')),
      wrote(
        on(1, '12:30'),
        'j.wetherlam',
        'If “visits this year” is a difficulty, leave it out: the parishes matter most.',
      ),
    ],
  }),
];
