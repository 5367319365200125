import type { Moment } from './loading.ts';

/** A question about a dataset, from one who asks to one who answers. */
export interface AskedQuestion {
  /** Key of the person, and of the organisation that they ask for. */
  readonly by: string;
  readonly organisation?: string;
  readonly dataset: string;
  readonly asked: Moment;
  readonly text: string;
  readonly answer?: {
    readonly by: string;
    readonly given: Moment;
    readonly text: string;
  };
  /** To another organisation, which then answers. */
  readonly passedOn?: {
    readonly by: string;
    readonly given: Moment;
    readonly to: string;
    readonly reason: string;
  };
}

export const askedQuestions: readonly AskedQuestion[] = [
  {
    by: 'requester',
    organisation: 'kerbwise',
    dataset: 'kerbside-sensor-events',
    asked: { on: 34, at: '14:20' },
    text: 'How often does a sensor stop sending, and can one tell from the data that it has? A bay that looks free because its battery is flat would send our users on a wild-goose chase.',
    answer: {
      by: 'steward',
      given: { on: 31, at: '10:05' },
      text: 'Of 412 sensors about nine are silent at any one time, most of them for less than two days. Look at the column “battery”: below 3.2 volts a sensor is replaced within the week, and we mark its bay as “not known” rather than free. A sensor that has sent nothing for six hours drops out of the feed.',
    },
  },
  {
    by: 't.lindqvist-moor',
    organisation: 'lanternfish',
    dataset: 'city-footfall',
    asked: { on: 20, at: '09:48' },
    text: 'Was the counter at Tannery Row moved in the spring? Its numbers fall by a third from one day to the next and never come back.',
    answer: {
      by: 'steward',
      given: { on: 17, at: '16:30' },
      text: 'Yes. It was moved 40 metres up the street when the crossing was rebuilt, and now misses people who turn into the arcade. The status column says “moved” from that day on; please do not compare across it.',
    },
  },
  {
    by: 'b.achterby',
    organisation: 'plugfield',
    dataset: 'street-lights',
    asked: { on: 6, at: '11:15' },
    text: 'Which lighting columns have a supply that could feed a slow charge point of 5 kW? The lamp’s watts do not tell.',
    passedOn: {
      by: 'steward',
      given: { on: 5, at: '09:20' },
      to: 'holm-power',
      reason: 'We know our lamps, not the cables that feed them. Holm Power Networks has the capacity of each service.',
    },
  },
  {
    by: 'i.merrowdale',
    dataset: 'pothole-reports',
    asked: { on: 2, at: '19:40' },
    text: 'If three people report the same pothole, are there three rows or one? I am trying to work out whether Kiln Bank really has more potholes than Beaconsett or only more people who report them.',
  },
];
