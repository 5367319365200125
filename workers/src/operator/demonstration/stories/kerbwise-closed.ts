import { agreedTo, changeProposed, offered, signaturesAsked, signed, termsAccepted } from './agreement-acts.ts';
import { advised, checked, decided, on, redirected, refused, returned, submitted, withdrawn, wrote } from './acts.ts';
import { declared, kerbwise } from './safekeeping.ts';
import { story, type Stories } from './story.ts';

/** What Kerbwise asked before and what came of it: approved, refused, passed on, withdrawn, closed for want of an answer. */
export const kerbwiseClosed: Stories = (day) => [
  story({
    key: 'kerbwise-full-bays',
    by: 'requester',
    organisation: 'kerbwise',
    basket: [
      {
        dataset: 'kerbside-sensor-events',
        rows: 'All bays in the city, the last twelve months.',
        columns: `
          bay_id               | Joins the events to the bay on our map
          bay_kind             | Disabled bays are what we look at; others to compare
          street               | To report by street
          taken                | How much of the day a bay is in use
          minutes_since_change | How long drivers stay`,
      },
    ],
    answers: {
      title: 'Which disabled bays are never free',
      summary:
        'Some disabled bays are always taken and others stand empty. We want to count how much of the day each is in use, so that the council can see where more are needed and our users know where to try first.',
      'purpose-class': 'product',
      aims: 'A ranking of the 212 disabled bays by the share of the day in which they are taken, by hour and day of the week.',
      'how-data-helps': 'Twelve months of events give each bay a profile. We keep the profile and drop the events.',
      benefits: {
        fairness: 'Blue badge holders learn where a bay is likely to be free.',
        services: 'The council sees where bays are missing.',
      },
      'impact-if-refused': 'We would count by eye on forty Saturdays.',
      alternatives: 'Penalty notices show only where people park wrongly.',
      commercial: true,
      'commercial-detail': 'The app is free; the report on bays is sold to three town-centre managers.',
      exclusive: false,
      'ai-training': false,
      'other-recipients': false,
      frequency: 'refreshed',
      'refresh-interval': 'monthly',
      'use-period': { from: day(-140), until: day(225) },
      'data-period': { from: day(-520), until: day(-155) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'Drivers who parked in a bay with a sensor; nobody is named.',
      'people-count': 9000,
      'less-personal':
        'Hours instead of minutes would do for most of it. The place is the bay, which stands in the street for all to see.',
      linkage: true,
      'linkage-with': ['Kerb restrictions and parking bays, Ellermouth City Council (open)'],
      'linkage-how': 'The number of the bay.',
      're-identification': 'possible',
      're-identification-care': 'Bays with fewer than three homes beside them are left out before anybody looks.',
      ...kerbwise.careful,
      'lawful-basis': 'legitimate-interests',
      'lawful-basis-reason': 'Counting how full a bay is touches nobody’s private life once single stays are dropped.',
      'owner-lawful-basis': 'public-task',
      dpia: 'not-needed',
      'dpia-not-needed-reason': 'No names, no plates, and single stays are dropped within a day.',
      expectation: 'Drivers know that bays are counted: there is a sign on the sensors.',
      compatible: 'The sensors were put in to plan parking. This is planning of parking.',
      transparency: 'Our privacy notice, and the council’s page on the sensors.',
      outputs: ['report', 'application'],
      'disclosure-control': 'Profiles by hour only, no bay with fewer than fifty stays in the year.',
      'keep-until': day(225),
      ...declared,
      'own-ellermouth-noticed': 'New bays where the old ones are always full.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Parking Services',
    },
    steps: [
      submitted(on(96, '10:30')),
      checked(on(95, '09:50'), 'steward', { regime: 're-use' }),
      advised(on(92, '15:20'), 'dpo', {
        label: 'data-protection',
        verdict: 'support-if',
        text: 'I support it if bays with fewer than three homes beside them are left out before the data leaves us, and not by Kerbwise afterwards. Minutes may stay: without plates and without those bays they tell of nobody.',
      }),
      advised(on(91, '11:00'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support',
        text: 'Our power is the Road Traffic Regulation Act 1984, section 122, with the Localism Act 2011, section 1. The re-use regulations ask us not to give one applicant better terms than another: whoever asks for the same gets the same.',
      }),
      decided(on(88, '14:10'), 'owner', {
        dataset: 'kerbside-sensor-events',
        gives: ['bay_id', 'bay_kind', 'street', 'taken', 'minutes_since_change'],
        reasons:
          'It helps people who hold a blue badge and shows us where bays are missing, which we could not find the time to work out. With the small streets left out nobody can be recognised.',
        conditions: [
          'Bays with fewer than three homes beside them are taken out before the data is handed over.',
          'Kerbwise sends the council its ranking of bays, free of charge, before it sells it.',
        ],
        codes: {
          lawfulBasisOwner: 'public-task',
          lawfulBasisRequester: 'legitimate-interests',
          dpiaScreening: 'not-needed',
        },
        words: {
          legalPowerOwner: 'Road Traffic Regulation Act 1984, section 122; Localism Act 2011, section 1.',
          controllerRelationship: 'Each is a controller of its own.',
          necessity: 'Use by hour cannot be worked out from what is open.',
          retention: 'Events for a day, profiles for a year.',
          security: 'Cyber Essentials; four people with security keys.',
          individualsRights: 'The council answers; Kerbwise cannot tell whose stay it was.',
          interval: 'Whenever the file of the sensors is replaced: every month.',
          optionsWeighed: 'Not sharing; yearly totals by street, which hide the full bays; what was decided.',
        },
      }),
      ...offered(on(86, '10:00'), 'steward', { start: day(-118), end: day(12), review: day(-60) }),
      changeProposed(on(85, '09:30'), 'recipient', {
        clause: 'audit',
        text: 'The provider may ask the recipient after an incident to show how these terms are kept. The recipient answers within 20 working days.',
        reason: 'We are four people: a yearly audit would take more time than the work itself.',
      }),
      agreedTo(on(84, '14:20'), 'owner', 'audit'),
      signaturesAsked(on(84, '14:30'), 'owner'),
      signed(on(83, '09:10'), 'recipient'),
      signed(on(82, '11:40'), 'provider', 'signatory'),
      termsAccepted(on(82, '12:05')),
    ],
  }),
  story({
    key: 'kerbwise-evening-routes',
    by: 'requester',
    organisation: 'kerbwise',
    basket: [
      {
        dataset: 'cctv-camera-locations',
        columns: `
          camera_id     | To count each camera once
          purpose       | Traffic cameras watch the road and not the footway
          bearing       | To work out which footways are in view
          field_of_view | To work out which footways are in view
          longitude     | To put it on the map
          latitude      | To put it on the map`,
      },
    ],
    answers: {
      title: 'Evening routes in view of a camera',
      summary:
        'Many people feel safer on a street that somebody watches. After dark our app would prefer footways in view of a public camera and mark the stretches that are not.',
      'purpose-class': 'product',
      aims: 'An “after dark” setting in the app by the autumn.',
      'how-data-helps': 'From place, bearing and field of view we work out which footways each camera sees.',
      benefits: { safety: 'People who walk home alone, many of them women.' },
      'impact-if-refused': 'The setting would go by street lights alone.',
      alternatives:
        'Street lights are open data and we use them. They say where it is bright, not where somebody watches.',
      commercial: true,
      'commercial-detail': 'The app is free.',
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-70), until: day(295) },
      personal: false,
      linkage: true,
      'linkage-with': ['Street lights, Ellermouth City Council (open)'],
      'linkage-how': 'By place.',
      're-identification': 'no',
      ...kerbwise.plain,
      'keep-until': day(295),
      ...declared,
      'own-ellermouth-noticed': 'A setting for the way home after dark.',
      'own-ellermouth-spoken': false,
    },
    steps: [
      submitted(on(58, '12:15')),
      checked(on(57, '10:25'), 'steward', { regime: 're-use' }),
      refused(on(53, '16:05'), 'owner', {
        ground: 'security',
        reasons:
          'A map of what our cameras see is a map of what they do not see. Twelve of them were placed on the advice of the police after thefts, and their fields of view would be open to everybody who has the app. We cannot find a form that keeps the purpose and takes that away: without bearing and field of view the data does not tell which footway is watched. The lit routes are open data, and our lighting team will gladly tell you which lamps are dimmed after midnight.',
      }),
    ],
  }),
  story({
    key: 'kerbwise-ramps',
    by: 'requester',
    organisation: 'kerbwise',
    basket: [
      {
        dataset: 'smartcard-journeys',
        fields: 'How often the ramp was put out at each stop, by month.',
      },
    ],
    answers: {
      title: 'Ramps put out at bus stops',
      summary:
        'A ramp that is put out often shows that wheelchair users trust a stop. We would like to know how often it happens at each stop, month by month.',
      'purpose-class': 'product',
      aims: 'One number for each of the 1,260 stops on our map.',
      'how-data-helps': 'We rank the stops and tell users which are tried and trusted.',
      benefits: { fairness: 'Wheelchair users can plan a journey around stops that work.' },
      commercial: true,
      'commercial-detail': 'The app is free; councils pay for reports.',
      'other-recipients': false,
      frequency: 'refreshed',
      'refresh-interval': 'monthly',
      'use-period': { from: day(0), until: day(365) },
      personal: false,
      linkage: true,
      'linkage-with': ['Bus stops and their facilities, Ellerway (open)'],
      'linkage-how': 'The code of the stop.',
      're-identification': 'no',
      ...kerbwise.plain,
      'keep-until': day(365),
      ...declared,
    },
    steps: [
      submitted(on(14, '11:08')),
      redirected(on(12, '15:30'), 'a.quillam', {
        kind: 'not-held',
        dataset: 'boardings-by-stop',
        reasons:
          'Smartcards do not know about ramps. The drivers’ ticket machines do, and Kittiwake Buses keeps those counts in “Boardings by stop and quarter hour”, column “wheelchairs”. With your yes, the request goes there as it is.',
      }),
    ],
  }),
  story({
    key: 'kerbwise-school-run',
    by: 'requester',
    organisation: 'kerbwise',
    basket: [
      {
        dataset: 'school-admission-preferences',
        columns: `
          postcode_sector | From where children set out
          school_no       | Where they go
          distance        | Whether they are likely to walk
          offered         | Only places that were offered`,
      },
    ],
    answers: {
      title: 'Walking to school on wheels',
      summary:
        'We want to survey dropped kerbs along the routes that children in wheelchairs and parents with prams take to school, beginning with the busiest.',
      'purpose-class': 'product',
      aims: 'Surveys around the twelve primary schools to which most children walk.',
      'how-data-helps': 'We draw the likely ways from home to school and survey those used most.',
      benefits: { fairness: 'Children in wheelchairs, and parents with prams.', safety: 'Fewer children on the road.' },
      alternatives: 'We did not find counts of pupils by area.',
      commercial: true,
      'commercial-detail': 'The app is free; councils pay for surveys.',
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-50), until: day(130) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: true,
      care: false,
      'children-reason': 'The ways to school are the ways of children. We need numbers by area, and no child.',
      'data-subjects': 'Children who were offered a place at a primary school.',
      'less-personal': 'Numbers by area would do.',
      linkage: false,
      're-identification': 'possible',
      're-identification-care': 'We drop areas with fewer than ten children.',
      ...kerbwise.careful,
      'keep-until': day(130),
      ...declared,
      'own-ellermouth-noticed': 'Dropped kerbs where prams need them.',
    },
    steps: [
      submitted(on(40, '15:45')),
      checked(on(39, '09:55'), 'steward', { regime: 're-use' }),
      wrote(
        on(38, '11:12'),
        'steward',
        'Before our advisers begin: numbers of pupils by school and area are in the yearly school census tables, which anybody may have. Would those do? They are on the education pages of the regional statistics site.',
      ),
      wrote(on(37, '09:30'), 'requester', 'They do, and I had not found them. Thank you. I withdraw this one.'),
      withdrawn(on(37, '09:34')),
    ],
  }),
  story({
    key: 'kerbwise-dug-up-footways',
    by: 'requester',
    organisation: 'kerbwise',
    basket: [
      {
        dataset: 'burst-mains',
        columns: `
          reported_at | To see how quickly a footway is closed after a burst
          street      | To warn users in that street
          usrn        | Joins the burst to the street on our map
          repaired_at | To see how long the footway stays closed
          road_closed | A closed road often closes the footway too`,
      },
    ],
    answers: {
      title: 'Footways dug up at short notice',
      summary:
        'A burst main closes a footway from one hour to the next. We want to learn how long such closures last, so that the app can tell a wheelchair user whether to wait or to go round.',
      'purpose-class': 'product',
      aims: 'A forecast of how long a closure lasts that is right within half a day for three of four bursts.',
      'how-data-helps': 'From eleven years of bursts we learn how long repairs take by street and pipe.',
      benefits: { fairness: 'Wheelchair users do not arrive in front of a hole.' },
      commercial: true,
      'commercial-detail': 'The app is free.',
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-65), until: day(300) },
      personal: false,
      linkage: false,
      're-identification': 'no',
      ...kerbwise.plain,
      'keep-until': day(300),
      ...declared,
    },
    steps: [
      submitted(on(52, '10:50')),
      returned(on(50, '13:25'), 'n.farrowell', {
        '': 'The data is for members of the street works group. Kerbwise is none; tell us whether a council of the group would put the request with you.',
        'use-period': 'Our agreements in this group run for a year at most, beginning on the first of a month.',
      }),
    ],
  }),
];
