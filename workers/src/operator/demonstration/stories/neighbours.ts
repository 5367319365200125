import type { Answers } from '#sharing/domain';
import { checked, decided, on, submitted } from './acts.ts';
import { handedOver, offered, signaturesAsked, signed, suspended, termsAccepted } from './agreement-acts.ts';
import { declared, kerbwise, operatorOfNetwork, publicBody, saltings, university } from './safekeeping.ts';
import { story, type DayOf, type Stories, type Story } from './story.ts';
import type { Step } from './step.ts';

/** Data that is not about people, asked for and given without a hitch: most sharing is of this kind. */
interface PlainSharing {
  readonly key: string;
  readonly by: string;
  readonly organisation: string;
  readonly dataset: string;
  /** Names of columns, each with why it is needed. */
  readonly columns: Readonly<Record<string, string>>;
  readonly title: string;
  readonly summary: string;
  readonly purpose: string;
  readonly benefit: Answers;
  readonly safekeeping: Answers;
  readonly steward: string;
  readonly owner: string;
  readonly reasons: string;
  /** Who signs for those who receive, and for those who give. */
  readonly signatories: readonly [recipient: string | undefined, provider: string];
  /** Working days ago: asked, decided, in force. */
  readonly days: readonly [asked: number, decided: number, inForce: number];
  readonly term: { readonly start: number; readonly end: number; readonly review: number };
  readonly how?: string;
  readonly then?: readonly Step[];
}

function steps(told: PlainSharing, day: DayOf): readonly Step[] {
  const [asked, settled, inForce] = told.days;
  const [recipient, provider] = told.signatories;
  const { start, end, review } = told.term;
  return [
    submitted(on(asked, '10:20')),
    checked(on(asked - 1, '11:40'), told.steward, { regime: 'none' }),
    decided(on(settled, '15:10'), told.owner, {
      dataset: told.dataset,
      gives: Object.keys(told.columns),
      reasons: told.reasons,
      conditions: [],
    }),
    ...offered(on(settled - 2, '09:15'), told.steward, { start: day(start), end: day(end), review: day(review) }),
    signaturesAsked(on(inForce + 1, '11:30'), told.owner),
    signed(on(inForce + 1, '16:05'), 'recipient', recipient),
    signed(on(inForce, '10:45'), 'provider', provider),
    termsAccepted(on(inForce, '11:20')),
    ...(told.how === undefined ? [] : [handedOver(on(inForce - 1, '14:00'), told.steward, told.how)]),
    ...(told.then ?? []),
  ];
}

const plainSharing = (told: PlainSharing, day: DayOf): Story =>
  story({
    key: told.key,
    by: told.by,
    organisation: told.organisation,
    basket: [
      {
        dataset: told.dataset,
        columns: Object.entries(told.columns)
          .map(([name, why]) => `${name} | ${why}`)
          .join('\n'),
      },
    ],
    answers: {
      title: told.title,
      summary: told.summary,
      'purpose-class': told.purpose,
      aims: told.summary,
      'how-data-helps': told.summary,
      benefits: told.benefit,
      'impact-if-refused': 'We go on with what is open, which is too coarse for it.',
      alternatives: 'What is open says the same by year and for the whole region.',
      commercial: false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(told.term.start), until: day(told.term.end) },
      personal: false,
      linkage: false,
      're-identification': 'no',
      ...told.safekeeping,
      outputs: ['internal'],
      'disclosure-control': 'Nothing is published.',
      'keep-until': day(told.term.end),
      ...declared,
    },
    steps: steps(told, day),
  });

const boardings = {
  service_date: 'To compare days',
  route: 'To sort by route',
  stop_code: 'To see the stop',
  quarter_hour: 'To see the rush',
  boardings: 'What it is about',
};

const obstructions = {
  reported_on: 'To send somebody',
  kind: 'To send the right one',
  severity: 'The worst first',
  street: 'To find it',
  cleared_on: 'To close it',
};

const bursts = {
  reported_at: 'To know when',
  usrn: 'To find the road',
  repaired_at: 'To know when it is over',
  road_closed: 'To send traffic round',
};

const emptyHomes = {
  estate: 'To group by estate',
  home_kind: 'Kind of the home',
  bedrooms: 'Size of the home',
  empty_from: 'From when',
  let_on: 'Until when',
  days_empty: 'How long',
};

const told: readonly PlainSharing[] = [
  {
    key: 'ellerway-boardings',
    by: 'a.quillam',
    organisation: 'ellerway',
    dataset: 'boardings-by-stop',
    columns: boardings,
    title: 'More buses where people are left behind',
    summary: 'To plan the spring timetable of supported routes by where the buses are full.',
    purpose: 'public-service',
    benefit: { services: 'Fewer people left at stops in the morning.' },
    safekeeping: operatorOfNetwork.plain,
    steward: 'p.garrick-low',
    owner: 'p.garrick-low',
    reasons: 'Ellerway pays for these routes. Counts by quarter hour tell of nobody.',
    signatories: [undefined, 'p.garrick-low'],
    days: [110, 100, 92],
    term: { start: -133, end: 232, review: 145 },
    how: 'A file on Kittiwake’s exchange, fetched by Ellerway.',
  },
  {
    key: 'university-boardings',
    by: 'a.brandreth',
    organisation: 'university-of-ellermouth',
    dataset: 'boardings-by-stop',
    columns: boardings,
    title: 'What a bus lane does to the stops beside it',
    summary: 'To measure how many more people get on where the new bus lanes are.',
    purpose: 'research',
    benefit: { environment: 'Bus lanes are laid where they help.' },
    safekeeping: university.plain,
    steward: 'p.garrick-low',
    owner: 'p.garrick-low',
    reasons: 'The study is public and we want to know as well.',
    signatories: ['e.sandholme', 'p.garrick-low'],
    days: [75, 66, 58],
    term: { start: -86, end: 90, review: 30 },
  },
  {
    key: 'ellermouth-obstructions',
    by: 'steward',
    organisation: 'ellermouth',
    dataset: 'kerb-obstruction-reports',
    columns: obstructions,
    title: 'What stands in the way on our pavements',
    summary: 'To clear what people with wheelchairs and prams report, the worst first.',
    purpose: 'public-service',
    benefit: { services: 'Pavements are cleared in days and not in weeks.' },
    safekeeping: { ...publicBody.plain, access: 'The two people of the team that asks.' },
    steward: 'w.dunnock',
    owner: 'w.dunnock',
    reasons: 'It is what the reports are for.',
    signatories: ['signatory', 'requester'],
    days: [104, 98, 90],
    term: { start: -130, end: 234, review: 150 },
    how: 'A weekly file by secure mail to Highways.',
  },
  {
    key: 'ellermouth-bursts',
    by: 'steward',
    organisation: 'ellermouth',
    dataset: 'burst-mains',
    columns: bursts,
    title: 'Which roads will be dug up again',
    summary: 'To hold back resurfacing where the main below is about to go.',
    purpose: 'public-service',
    benefit: { 'public-money': 'No new surface is cut open within the year.' },
    safekeeping: { ...publicBody.plain, access: 'The two people of the team that asks.' },
    steward: 'n.farrowell',
    owner: 'n.farrowell',
    reasons: 'Both of us save money when a road is opened once.',
    signatories: ['signatory', 'n.farrowell'],
    days: [84, 77, 70],
    term: { start: -102, end: 262, review: 170 },
    how: 'By the street works exchange.',
  },
  {
    key: 'harnwick-bursts',
    by: 'v.ashlock',
    organisation: 'harnwick',
    dataset: 'burst-mains',
    columns: bursts,
    title: 'Water on the low estates',
    summary: 'To see which estates of ours stand under water when a main bursts.',
    purpose: 'public-service',
    benefit: { services: 'Tenants are told and helped the same day.' },
    safekeeping: { ...publicBody.plain, access: 'The two people of the team that asks.' },
    steward: 'n.farrowell',
    owner: 'n.farrowell',
    reasons: 'The council houses the people whom a burst hits first.',
    signatories: ['r.tansley', 'n.farrowell'],
    days: [62, 55, 48],
    term: { start: -72, end: 290, review: 200 },
    then: [
      suspended(
        on(6, '09:30'),
        'n.farrowell',
        'The August file had pipes of another region in it; we look where they came from.',
      ),
    ],
  },
  {
    key: 'saltings-empty-homes',
    by: 'd.marrow',
    organisation: 'saltings-trust',
    dataset: 'harnwick-empty-council-homes',
    columns: emptyHomes,
    title: 'Homes that could be let sooner',
    summary: 'To offer our decorating team where homes stand empty longest.',
    purpose: 'community',
    benefit: { services: 'Families wait less for a home.' },
    safekeeping: saltings.plain,
    steward: 'm.iqbal-shore',
    owner: 'r.tansley',
    reasons: 'Nothing here tells of a tenant, and help with the works is welcome.',
    signatories: ['k.pennywell', 'r.tansley'],
    days: [50, 44, 38],
    term: { start: -58, end: 27, review: 20 },
    how: 'A spreadsheet by encrypted mail.',
  },
  {
    key: 'kerbwise-bursts',
    by: 'requester',
    organisation: 'kerbwise',
    dataset: 'burst-mains',
    columns: bursts,
    title: 'Ways round a closed pavement',
    summary: 'To lead people with wheelchairs round a burst main before they stand before it.',
    purpose: 'product',
    benefit: { fairness: 'Nobody has to turn back in the rain.' },
    safekeeping: kerbwise.plain,
    steward: 'n.farrowell',
    owner: 'n.farrowell',
    reasons: 'The closures are signed on the street anyway; an hour’s warning costs us nothing.',
    signatories: [undefined, 'n.farrowell'],
    days: [30, 24, 9],
    term: { start: 14, end: 379, review: 200 },
  },
];

/** Sharing between neighbours: in force, suspended, about to end, and about to begin. */
export const neighbours: Stories = (day) => told.map((one) => plainSharing(one, day));
