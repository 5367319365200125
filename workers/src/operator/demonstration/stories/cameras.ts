import { checked, decided, on, refused, submitted } from './acts.ts';
import { declared, plugfield, publicBody } from './safekeeping.ts';
import { story, type Stories } from './story.ts';

/** Requests for the places of cameras: given to public bodies, refused to companies. */
export const cameras: Stories = (day) => [
  story({
    key: 'authority-camera-map',
    by: 'c.blenkin',
    organisation: 'eller-estuary',
    basket: [
      {
        dataset: 'cctv-camera-locations',
        columns: `
          camera_id   | To tell cameras apart
          purpose     | Traffic cameras only
          bearing     | To know which arm of a junction is in view
          longitude   | To put it on the map of the control room
          latitude    | To put it on the map of the control room
          assessed_on | To see that its impact assessment is in date`,
      },
    ],
    answers: {
      title: 'One map of traffic cameras for the control room',
      summary:
        'The three councils and Ellerway each have their own cameras. When a road is closed, the regional control room telephones four rooms to ask who can see it. One map would answer that in a second.',
      'purpose-class': 'public-service',
      aims: 'One map in the control room by the spring, for incidents on the main roads.',
      'how-data-helps': 'The places and bearings go into the control room’s map; pictures stay with the councils.',
      benefits: {
        safety: 'Ambulances and fire engines are led around a closure sooner.',
        'public-money': 'Four telephone calls fewer for each of 1,100 incidents a year.',
      },
      'impact-if-refused': 'The control room goes on telephoning.',
      alternatives: 'None: the places of cameras are not open, for good reasons.',
      commercial: false,
      exclusive: false,
      'other-recipients': false,
      frequency: 'refreshed',
      'refresh-interval': 'on-change',
      'use-period': { from: day(5), until: day(1095) },
      geography: 'The main road network.',
      personal: false,
      linkage: false,
      're-identification': 'no',
      access: 'Fourteen officers of the control room, on its own network.',
      ...publicBody.plain,
      outputs: ['internal'],
      'keep-until': day(1095),
      ...declared,
      'own-ellermouth-noticed': 'Shorter closures after accidents.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Traffic Control',
    },
    steps: [
      submitted(on(5, '10:20')),
      checked(on(3, '14:05'), 'steward', {
        regime: 'none',
        note: 'Gwen refused camera positions to two companies on grounds of security. This is a public body with a closed network.',
      }),
    ],
  }),
  story({
    key: 'plugfield-camera-posts',
    by: 'b.achterby',
    organisation: 'plugfield',
    basket: [
      {
        dataset: 'cctv-camera-locations',
        columns: `
          camera_id | To tell posts apart
          height    | A charge point needs a post of three metres or more
          longitude | To find the post
          latitude  | To find the post`,
      },
    ],
    answers: {
      title: 'Camera posts with a power supply',
      summary:
        'A post that feeds a camera could feed a charge point. We want to know where such posts are, to look at their supply on site.',
      'purpose-class': 'product',
      aims: 'Fifty posts to look at.',
      'how-data-helps': 'We visit each post.',
      benefits: { environment: 'Charge points without digging.' },
      commercial: true,
      'commercial-detail': 'We sell the electricity.',
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-75), until: day(105) },
      personal: false,
      linkage: false,
      're-identification': 'no',
      ...plugfield,
      'keep-until': day(105),
      ...declared,
      'own-ellermouth-noticed': 'Charge points without roadworks.',
      'own-ellermouth-spoken': false,
    },
    steps: [
      submitted(on(62, '14:30')),
      checked(on(61, '11:15'), 'steward', { regime: 're-use' }),
      refused(on(57, '10:35'), 'owner', {
        ground: 'security',
        reasons:
          'The supply of a camera must not fail, and a list of posts with their places tells where to make it fail. Our lighting columns are open data and most have a better supply: the lighting team will name those of three metres and more.',
      }),
    ],
  }),
  story({
    key: 'ellerway-queue-cameras',
    by: 'a.quillam',
    organisation: 'ellerway',
    basket: [
      {
        dataset: 'cctv-camera-locations',
        columns: `
          camera_id     | To tell cameras apart
          purpose       | Traffic cameras only
          bearing       | Which approach of a junction it sees
          field_of_view | How far down the queue it sees
          longitude     | Joins the camera to the junction
          latitude      | Joins the camera to the junction`,
      },
    ],
    answers: {
      title: 'Signals that see the queue',
      summary:
        'At nineteen junctions we could set the signals by the length of the queue, if a camera sees it. We want to know at which junctions one does.',
      'purpose-class': 'public-service',
      aims: 'Signals set by queue at the ten worst junctions within a year.',
      'how-data-helps': 'We draw what each camera sees over the approach of the junction.',
      benefits: { services: 'Shorter waits at ten junctions.', environment: 'Less idling.' },
      'impact-if-refused': 'New detectors in the road, at about £9,000 each.',
      alternatives: 'Loops in the road, which break when it is dug up.',
      commercial: false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-35), until: day(330) },
      personal: false,
      linkage: true,
      'linkage-with': ['Traffic flows at signal junctions, our own'],
      'linkage-how': 'By junction.',
      're-identification': 'no',
      access: 'Two signal engineers.',
      ...publicBody.plain,
      'keep-until': day(330),
      ...declared,
      'own-ellermouth-noticed': 'Shorter queues at ten junctions.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Traffic Control',
    },
    steps: [
      submitted(on(33, '09:10')),
      checked(on(32, '10:00'), 'steward', { regime: 'none' }),
      decided(on(27, '13:50'), 'owner', {
        dataset: 'cctv-camera-locations',
        gives: ['camera_id', 'purpose', 'bearing', 'field_of_view', 'longitude', 'latitude'],
        reasons:
          'A public body that works with us at the same junctions every day, on a network that is closed to others. It saves nineteen detectors.',
        conditions: [
          'Traffic cameras only; cameras for public spaces are taken out.',
          'Not passed on, not to contractors either.',
        ],
        words: {
          optionsWeighed: 'Not sharing; telling Ellerway junction by junction, which takes us weeks.',
          interval: 'Once.',
        },
      }),
    ],
  }),
];
