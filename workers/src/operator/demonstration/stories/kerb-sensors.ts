import { advised, checked, conflictDeclared, noted, on, submitted, wrote } from './acts.ts';
import { declared, operatorOfNetwork, plugfield, publicBody, university } from './safekeeping.ts';
import { story, type Stories } from './story.ts';

/** Requests for events of the sensors at the kerb that are open at their owner. */
export const kerbSensors: Stories = (day) => [
  story({
    key: 'plugfield-night-bays',
    by: 'b.achterby',
    organisation: 'plugfield',
    basket: [
      {
        dataset: 'kerbside-sensor-events',
        rows: 'Residents’ and shared bays in Kiln Bank, Fennel Hill and Priory Green, between 21:00 and 06:00.',
        columns: `
          bay_id      | To tell the bays apart
          bay_kind    | Residents’ bays and shared bays only
          street      | To choose streets
          usrn        | Joins the bay to the street register that the network owner uses
          taken       | Whether a car stands there all night
          under_works | To leave out nights with works`,
      },
    ],
    answers: {
      title: 'Charge points where bays stand full at night',
      summary:
        'People without a drive can charge an electric car only in the street. We want to put slow charge points where most bays are taken all night, because that is where people live who have nowhere else to charge.',
      'purpose-class': 'product',
      aims: 'Sixty sites for 240 slow charge points, agreed with the council by the summer.',
      'how-data-helps':
        'We count by street the nights on which nine of ten bays were taken, and look at the fullest streets first.',
      benefits: {
        environment:
          'About 1,900 households in those wards have said that they would change to an electric car if they could charge near home.',
        fairness: 'Charging in the street costs more than at home: more sites bring the price down.',
      },
      'impact-if-refused': 'We would put charge points where councillors ask loudest.',
      alternatives: 'Car park occupancy is open, but people do not leave their car in a car park overnight.',
      commercial: true,
      'commercial-detail':
        'We sell the electricity. The council gets a share of the takings under the framework of 2025.',
      exclusive: false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(14), until: day(194) },
      'data-period': { from: day(-200), until: day(-14) },
      geography: 'Kiln Bank, Fennel Hill and Priory Green.',
      'needed-by': day(21),
      'needed-by-reason': 'The grant for on-street charging closes.',
      personal: false,
      linkage: true,
      'linkage-with': ['Substation headroom, Holm Power Networks (open)'],
      'linkage-how': 'By street.',
      're-identification': 'no',
      ...plugfield,
      outputs: ['map', 'internal'],
      'keep-until': day(194),
      ...declared,
      'own-ellermouth-noticed': 'Charge points in streets of terraced houses.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Climate and Transport Policy',
    },
    steps: [
      submitted(on(9, '09:20')),
      checked(on(7, '16:40'), 'steward', {
        regime: 're-use',
        note: 'No times of single events and no places are asked for: streets and nights. I agree that it is not about people.',
      }),
      wrote(on(3, '10:15'), 'b.achterby', 'The grant closes in three weeks. Can you say by when you expect to decide?'),
    ],
  }),
  story({
    key: 'university-circling',
    by: 'a.brandreth',
    organisation: 'university-of-ellermouth',
    basket: [
      {
        dataset: 'kerbside-sensor-events',
        rows: 'All bays in the city centre, April to September.',
        columns: `
          bay_id     | To follow one bay over a day
          bay_kind   | Bays are priced by their kind
          street     | To draw the ring that a driver circles
          changed_at | Circling shows in the minutes between one car that leaves and the next that comes
          taken      | To tell leaving from coming
          longitude  | To work out the distance to the next free bay
          latitude   | To work out the distance to the next free bay`,
      },
    ],
    answers: {
      title: 'Where drivers circle for a space',
      summary:
        'How much of the traffic in the city centre is only looking for a place to park? We want to find out from the minutes that pass between one car leaving a bay and the next one taking it, and to publish a map of circling by street and hour.',
      'purpose-class': 'research',
      aims: 'An estimate of the kilometres driven in search of a bay, with its uncertainty, in a journal that anybody can read.',
      'how-data-helps':
        'Short gaps mean that somebody was waiting. A model of queues turns gaps into drivers who search.',
      benefits: {
        environment:
          'Search traffic is thought to be a tenth of all traffic in the centre; nobody has measured it here.',
        knowledge: 'The method and the code will be open.',
      },
      'impact-if-refused': 'We would use data of another city and guess how it applies.',
      alternatives: 'Car park occupancy has no gaps between cars. Counts at junctions do not tell who is searching.',
      commercial: false,
      exclusive: false,
      'ai-training': false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(20), until: day(750) },
      'data-period': { from: day(-240), until: day(-60) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'Drivers who parked in the city centre. No plate and no name is in the data.',
      'less-personal': 'Minutes are needed to see a queue. Bays beside fewer than three homes may be left out.',
      linkage: true,
      'linkage-with': ['Traffic flows at signal junctions, Ellerway'],
      'linkage-how': 'By street and quarter of an hour.',
      're-identification': 'possible',
      're-identification-care':
        'Work in the research data vault; nothing leaves it that shows a single bay on a single day.',
      ...university.careful,
      'lawful-basis': 'public-task',
      'lawful-basis-reason': 'Research in the public interest is a task of the University.',
      'owner-lawful-basis': 'public-task',
      dpia: 'not-needed',
      'dpia-not-needed-reason': 'No persons, and the vault. The ethics committee agreed (reference ICC-26-031).',
      expectation: 'People know that traffic is measured.',
      compatible: 'The sensors were put in to plan parking; the results serve that.',
      transparency: 'The project’s page and a note on the council’s page about the sensors.',
      outputs: ['report', 'map', 'model'],
      'disclosure-control': 'Streets and hours only; the vault’s clerk checks each table.',
      'keep-until': day(750),
      ...declared,
      conflict: true,
      'conflict-detail':
        'Gwen Oldacre of Highways and Parking studies for a doctorate at our institute, part-time. She has no part in this project.',
      funders: ['Estuary Research Fund'],
      'own-ellermouth-noticed': 'Signs to car parks in the streets where most drivers circle.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Network Management',
    },
    steps: [
      submitted(on(13, '11:25')),
      checked(on(12, '10:10'), 'steward', { regime: 'none' }),
      conflictDeclared(
        on(11, '09:15'),
        'owner',
        'I am a part-time doctoral student at the institute that asks. My supervisor is not on the project, but it would not look right if I decided.',
      ),
      conflictDeclared(
        on(8, '11:35'),
        'siro',
        'I have sat on the University’s Council as a lay member since September, so I should not decide in Gwen’s place.',
      ),
      advised(on(7, '14:50'), 'dpo', {
        label: 'data-protection',
        verdict: 'support-if',
        text: 'I support it in the vault, and without bays that have fewer than three homes beside them.',
      }),
      advised(on(5, '16:20'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support',
        text: 'No bar. The vault agreement of last year covers it.',
      }),
    ],
  }),
  story({
    key: 'ellerway-blocked-lanes',
    by: 'a.quillam',
    organisation: 'ellerway',
    basket: [
      {
        dataset: 'kerbside-sensor-events',
        rows: 'Loading bays along routes 4, 12 and 14.',
        columns: `
          bay_id     | Joins the bay to the bus lane beside it
          bay_kind   | Loading bays only
          street     | To report by street
          changed_at | Delays are minutes long: the hour would hide them
          taken      | A taken loading bay pushes vans into the bus lane`,
      },
    ],
    answers: {
      title: 'Bus lanes blocked by loading',
      summary:
        'Buses on three routes lose up to six minutes where vans load in the bus lane. We want to see whether that happens when the loading bays beside it are taken, and move the bays or their hours if so.',
      'purpose-class': 'public-service',
      aims: 'Two minutes less delay on routes 4, 12 and 14 in the afternoon peak within a year.',
      'how-data-helps':
        'We lay the minutes at which a loading bay is taken beside the minutes at which buses slow down, for six months.',
      benefits: {
        services: '31,000 passengers a day on the three routes.',
        economy: 'Shops get loading bays at the hours at which they need them.',
      },
      'impact-if-refused': 'We would move bays by guesswork and anger shops.',
      alternatives: 'Cameras on buses would show it, and would film everybody.',
      commercial: false,
      exclusive: false,
      'other-recipients': true,
      'other-recipient-names': ['Kittiwake Buses Limited'],
      'other-recipient-reason': 'The delay by stretch and hour, so that drivers’ timetables can be changed.',
      frequency: 'refreshed',
      'refresh-interval': 'quarterly',
      'use-period': { from: day(10), until: day(375) },
      geography: 'Routes 4, 12 and 14 in Ellermouth.',
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'Drivers of vans that load. No plates.',
      'people-count': 600,
      'less-personal': 'Loading bays in front of shops tell nothing of a home. Places are not asked for.',
      linkage: true,
      'linkage-with': ['Bus positions, Kittiwake Buses Limited'],
      'linkage-how': 'By street and minute.',
      're-identification': 'no',
      access: 'Three network planners.',
      ...publicBody.careful,
      'legal-power': 'Transport Act 2000, sections 108 to 109; Bus Services Act 2017.',
      'lawful-basis': 'public-task',
      'lawful-basis-reason': 'Planning the bus network is what Ellerway is for.',
      'owner-lawful-basis': 'public-task',
      dpia: 'not-needed',
      'dpia-not-needed-reason': 'Vans at shops, no plates.',
      expectation: 'Van drivers are used to being told where to load.',
      compatible: 'The sensors were put in to plan the kerb.',
      transparency: 'A line in Ellerway’s privacy notice.',
      outputs: ['internal', 'report'],
      'disclosure-control': 'By stretch and hour.',
      'keep-until': day(375),
      ...declared,
      'own-ellermouth-noticed': 'Buses on time on three routes.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Network Management',
    },
    steps: [
      submitted(on(12, '13:05')),
      checked(on(10, '15:10'), 'steward', { regime: 'none' }),
      advised(on(7, '10:45'), 'dpo', {
        label: 'data-protection',
        verdict: 'support',
        text: 'Loading bays in front of shops: no risk to people that I can see. I support it.',
      }),
      advised(on(3, '09:50'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support-if',
        text: 'Our powers are clear. Kittiwake gets delays, never events: please make that a condition.',
      }),
      noted(
        on(2, '16:15'),
        'steward',
        'Compare “Which disabled bays are never free”, where we left out small streets. Here there are none.',
      ),
    ],
  }),
  story({
    key: 'buses-behind-vans',
    by: 'p.garrick-low',
    organisation: 'kittiwake-buses',
    basket: [
      {
        dataset: 'kerbside-sensor-events',
        rows: 'Bays within 30 metres of a bus stop.',
        columns: `
          bay_id     | Joins the bay to the stop
          street     | To report by street
          changed_at | To lay it beside our buses’ times
          taken      | Whether somebody stood there`,
      },
    ],
    answers: {
      title: 'Buses held up where cars stop in the bus bay',
      summary:
        'Drivers tell us that they cannot reach the kerb at about forty stops because cars stand there, and then the ramp does not reach the pavement. We want to count how often.',
      'purpose-class': 'public-service',
      aims: 'A list of the worst twenty stops for the meeting with the council in the new year.',
      'how-data-helps': 'We look at whether the bay was taken at the minute at which a bus came.',
      benefits: { fairness: 'Passengers with wheelchairs, who need the kerb.', services: 'Shorter stops.' },
      'impact-if-refused': 'We go on with what drivers tell us.',
      commercial: true,
      'commercial-detail': 'Buses that run on time cost us less.',
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(10), until: day(190) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'Drivers who stop near a bus stop.',
      'less-personal': 'We need the minute, and no place beyond the stop.',
      linkage: true,
      'linkage-with': ['Bus positions, our own'],
      'linkage-how': 'By stop and minute.',
      're-identification': 'no',
      ...operatorOfNetwork.careful,
      access: 'The two of the performance desk.',
      'keep-until': day(190),
      ...declared,
      'own-ellermouth-noticed': 'Buses that reach the kerb.',
      'own-ellermouth-spoken': false,
    },
    steps: [submitted(on(4, '15:55'))],
  }),
];
