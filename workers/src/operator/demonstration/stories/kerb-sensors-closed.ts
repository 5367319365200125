import { advised, checked, decided, formsDeclined, on, redirected, submitted, wrote } from './acts.ts';
import { declared, lanternfish } from './safekeeping.ts';
import { story, type Stories } from './story.ts';

/** Requests for events of the sensors at the kerb that were not taken up, or passed on. */
export const kerbSensorsClosed: Stories = (day) => [
  story({
    key: 'lanternfish-parked-cars',
    by: 't.lindqvist-moor',
    organisation: 'lanternfish',
    basket: [
      {
        dataset: 'kerbside-sensor-events',
        rows: 'Pay and loading bays in the city centre, twelve months.',
        columns: `
          bay_id               | To count turnover by bay
          street               | To lay it beside footfall
          changed_at           | By the minute, to follow a shopping trip
          taken                | To count stays
          minutes_since_change | How long people stay and shop`,
      },
    ],
    answers: {
      title: 'Footsteps and parked cars',
      summary:
        'Do shops take more where people park for an hour or where they stop for ten minutes? We want to lay stays at the kerb beside footfall and takings.',
      'purpose-class': 'product',
      aims: 'A figure for “what a parking bay brings in”.',
      'how-data-helps': 'Stays by minute are matched with takings by minute from shops that take part.',
      benefits: { economy: 'Shops and the council can argue about bays with figures.' },
      'impact-if-refused': 'The argument goes on without.',
      alternatives: 'Car park occupancy does not cover the kerb.',
      commercial: true,
      'commercial-detail': 'Sold to business improvement districts.',
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-60), until: day(120) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'Drivers who parked in the centre.',
      'less-personal': 'The minute is what matters.',
      linkage: true,
      'linkage-with': ['Takings by minute of 40 shops that take part'],
      'linkage-how': 'By street and minute.',
      're-identification': 'likely',
      're-identification-care': 'We promise not to look at single stays.',
      ...lanternfish.careful,
      'lawful-basis': 'legitimate-interests',
      'lawful-basis-reason': 'Better streets for shops.',
      dpia: 'under-way',
      expectation: 'Hard to say.',
      compatible: 'Planning of parking.',
      transparency: 'Our privacy notice.',
      outputs: ['report'],
      'disclosure-control': 'Streets only.',
      'keep-until': day(120),
      ...declared,
      'own-ellermouth-noticed': 'Bays of the right kind in front of shops.',
      'own-ellermouth-spoken': false,
    },
    steps: [
      submitted(on(54, '14:00')),
      checked(on(53, '09:35'), 'steward', { regime: 're-use' }),
      advised(on(48, '16:45'), 'dpo', {
        label: 'data-protection',
        verdict: 'support-if',
        text: 'A stay to the minute beside a till receipt to the minute is one person’s shopping trip. I support it only with times in hours.',
      }),
      advised(on(47, '12:20'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support',
        text: 'No bar if Ruth’s condition is met.',
      }),
      decided(on(43, '11:10'), 'owner', {
        dataset: 'kerbside-sensor-events',
        gives: ['bay_id', 'street', ['changed_at', 'banded'], 'taken', ['minutes_since_change', 'banded']],
        reasons:
          'The question is a fair one, and hours answer most of it. Minutes beside till receipts would tell what single people did.',
        conditions: ['Not joined with takings below the hour.'],
        precedents: ['kerbwise-full-bays'],
        codes: {
          lawfulBasisOwner: 'public-task',
          lawfulBasisRequester: 'legitimate-interests',
          dpiaScreening: 'needed',
          dpiaOutcome: 'medium',
        },
        words: {
          legalPowerOwner: 'Road Traffic Regulation Act 1984, section 122; Localism Act 2011, section 1.',
          interval: 'Once.',
          optionsWeighed: 'Not sharing; by the minute; by the hour.',
        },
      }),
      wrote(
        on(38, '10:30'),
        't.lindqvist-moor',
        'We have looked at it with our customers: by the hour it does not answer the question, so we shall not take it. Thank you for the quick answer all the same.',
      ),
      formsDeclined(on(38, '10:36')),
    ],
  }),
  story({
    key: 'buses-parking-along-routes',
    by: 'p.garrick-low',
    organisation: 'kittiwake-buses',
    basket: [
      {
        dataset: 'kerbside-sensor-events',
        fields: 'Where people may park along routes 12 and 14, and at which hours.',
      },
    ],
    answers: {
      title: 'Parking along the 12 and the 14',
      summary: 'For the new timetable we want to know where and when parking is allowed along two routes.',
      'purpose-class': 'public-service',
      aims: 'A timetable that allows for parked cars.',
      commercial: true,
      'commercial-detail': 'It is our timetable.',
      personal: false,
      frequency: 'once',
      ...declared,
      'own-ellermouth-noticed': 'A timetable that holds.',
    },
    steps: [
      submitted(on(48, '16:25')),
      redirected(on(46, '09:40'), 'steward', {
        kind: 'open-already',
        address: 'https://data.ellermouth.example/kerb-restrictions/',
        reasons:
          'Where and when one may park is in “Kerb restrictions and parking bays”, which anybody may have at once and without asking. The sensors would tell you only whether somebody did.',
      }),
    ],
  }),
];
