import { isLocalDate, localDate, type LocalDate, type Outcome } from '#kernel';
import { addHoliday, allHolidays, removeHoliday, type Holiday, type HolidayAddition } from '#sharing/server';
import { done, explain, notDone, readCall, tell } from './command-line.ts';
import type { OperatorCommand, OperatorContext } from './context.ts';

const usage = [
  'holiday add --nation <nations> --date <YYYY-MM-DD> --name <name>',
  'holiday remove --nation <nations> --date <YYYY-MM-DD>',
  'holiday list [--nation <nations>] [--year <YYYY>] [--added]',
  'Nations: england, wales, scotland, northern-ireland; several with commas, or uk for all.',
];

type Nation = Holiday['nation'];

const nationLabels: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};
const allNations = Object.keys(nationLabels) as Nation[];

const options = {
  nation: { type: 'string' },
  date: { type: 'string' },
  name: { type: 'string' },
  year: { type: 'string' },
  added: { type: 'boolean' },
} as const;

/** The nations named in a list. @returns undefined, and says so, where one is none of them */
function nationsNamed(text: string, { complain }: OperatorContext): readonly Nation[] | undefined {
  const named = text.split(',').map((word) => word.trim());
  const unknown = named.filter((name) => name !== 'uk' && !Object.hasOwn(nationLabels, name));
  if (unknown.length > 0) {
    complain(`No such nation: ${unknown.join(', ')}.`);
    return undefined;
  }
  return allNations.filter((nation) => named.includes('uk') || named.includes(nation));
}

const inYears = (date: LocalDate): boolean => date >= '2015' && date < '2100';

interface Days {
  readonly nations: readonly Nation[];
  readonly date: LocalDate;
  readonly name: string;
}

/** Which day where, from the options; says what is wrong with them. */
function daysOf(parameters: readonly string[], context: OperatorContext): Days | undefined {
  const call = readCall(parameters, options, context);
  if (!call) return undefined;
  const [nation, date] = [call.text('nation'), call.text('date')];
  if (nation === undefined || date === undefined) {
    context.complain(nation === undefined ? '--nation is missing.' : '--date is missing.');
    return undefined;
  }
  if (!isLocalDate(date) || !inYears(date)) {
    context.complain(`“${date}” is no date: write it as 2027-06-14, in a year from 2015 to 2099.`);
    return undefined;
  }
  const nations = nationsNamed(nation, context);
  return nations && { nations, date, name: call.text('name') ?? '' };
}

/** Does it for each nation, and says of each what became of it. */
async function inEach(
  { nations }: Days,
  context: OperatorContext,
  work: (nation: Nation) => Promise<Outcome<Holiday>>,
  becomes: string,
): Promise<number> {
  let code = done;
  for (const nation of nations) {
    const label = nationLabels[nation];
    const here = { ...context, complain: (line: string) => context.complain(`${label}: ${line}`) };
    const outcome = await work(nation);
    code = tell(here, outcome, ({ date, name }) => `${label}: ${date}, ${name}, ${becomes}.`) === done ? code : notDone;
  }
  return code;
}

const add: OperatorCommand = async (parameters, context) => {
  const days = daysOf(parameters, context);
  if (!days) return explain(context, ...usage);
  const { date, name } = days;
  const { database, clock } = context;
  const adding = (nation: Nation) => addHoliday(database, { nation, date, name }, clock.now());
  return inEach(days, context, adding, 'is a holiday now');
};

const remove: OperatorCommand = async (parameters, context) => {
  const days = daysOf(parameters, context);
  if (!days) return explain(context, ...usage);
  return inEach(
    days,
    context,
    (nation) => removeHoliday(context.database, nation, days.date),
    'is no holiday any more',
  );
};

/** Lists holidays by date with the nations that keep them: of one year, this one unless another is named. */
const list: OperatorCommand = async (parameters, context) => {
  const call = readCall(parameters, options, context);
  const nations = call && nationsNamed(call.text('nation') ?? 'uk', context);
  if (!nations) return explain(context, ...usage);
  const added = call.flag('added');
  const year = call.text('year') ?? (added ? '' : localDate(context.clock.now().toISOString()).slice(0, 4));
  if (!/^(\d{4})?$/.test(year)) return explain(context, `“${year}” is no year.`, ...usage);
  const holidays = (await allHolidays(context.database)).filter(
    (holiday) => holiday.date.startsWith(year) && nations.includes(holiday.nation) && (!added || 'addedAt' in holiday),
  );
  const lines = linesOf(holidays);
  for (const line of lines) context.print(line);
  context.print(`${lines.length} ${lines.length === 1 ? 'holiday' : 'holidays'}`);
  return done;
};

function linesOf(holidays: readonly (Holiday | HolidayAddition)[]): readonly string[] {
  const kept = Map.groupBy(holidays, (holiday) =>
    [
      holiday.date,
      holiday.name,
      ...('addedAt' in holiday ? [`added ${localDate(holiday.addedAt.toISOString())}`] : []),
    ].join(' · '),
  );
  return [...kept].map(([day, of]) => `${day} · ${of.map(({ nation }) => nationLabels[nation]).join(', ')}`);
}

const commands: Readonly<Record<string, OperatorCommand>> = { add, remove, list };

/** `holiday <command> …` */
export const holiday: OperatorCommand = async ([name = '', ...rest], context) => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command ? command(rest, context) : explain(context, ...usage);
};
