import { frequencies } from '../reference.ts';
import { frequencyOfRepeat } from './dates.ts';
import { lastPart } from './node.ts';
import { plainWord } from './words.ts';

const codes = new Set(frequencies.map(({ code }) => code));

const names = new Map<string, string>(
  Object.entries({
    UPDATE_CONT:
      'continuous,continuously,continual,real time,realtime,live,near real time,every 5 minutes,as it happens,all the time',
    HOURLY: 'hourly,every hour',
    DAILY: 'daily,every day,nightly,twice a day,semi daily,daily 2',
    WEEKLY: 'weekly,every week,once a week',
    MONTHLY: 'monthly,every month,once a month',
    QUARTERLY: 'quarterly,every quarter,termly,every three months,three times a year',
    ANNUAL_2:
      'biannual,biannually,semiannual,semi annual,semiannually,twice a year,half yearly,six monthly,every six months',
    ANNUAL: 'annual,annually,yearly,every year,once a year',
    BIENNIAL: 'biennial,biennially,every two years',
    IRREG:
      'irregular,irregularly,as needed,asneeded,as required,ad hoc,adhoc,occasional,occasionally,other,when it changes,periodically,weekly 2,weekly 3,monthly 2,monthly 3,biweekly,bimonthly,fortnightly,triennial,quadrennial,quinquennial,decennial,bidecennial,tridecennial',
    NEVER:
      'never,not updated,one off,once,static,not planned,notplanned,archived,none planned,no longer updated,discontinued',
    UNKNOWN: 'unknown',
  }).flatMap(([code, words]) => words.split(',').map((word) => [word, code] as const)),
);

/** How often the data changes, as a code of `frequencies`: from the EU table, Dublin Core's, ISO 8601 repeats or words. */
export function frequencyOf(raw: string): string | undefined {
  const text = raw.trim().slice(0, 300);
  const last = lastPart(text);
  if (codes.has(last.toUpperCase())) return last.toUpperCase();
  return frequencyOfRepeat(text) ?? names.get(plainWord(last)) ?? names.get(plainWord(text));
}
