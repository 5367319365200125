import type { Refusal } from '#kernel';
import { refusal } from '#kernel';
import { caseStateLabels, type Case } from './case.ts';
import type { CaseCommandName } from './commands.ts';
import { guardOf, type Seen } from './guards.ts';
import { caseRight, caseRights, rightStateOf } from './rights.ts';
import { caseStandingsOf, officeStandings, type CaseStanding } from './standings.ts';

/** What a person may do to a case now, and why not the rest. */
export interface Possibilities {
  readonly allowed: readonly CaseCommandName[];
  readonly refused: readonly (Refusal & { readonly command: CaseCommandName })[];
}

/** Who gives a command, in words: for those who may not. */
const whoGives: Partial<Record<CaseCommandName, string>> = {
  'validate-case': 'a steward of the organisation',
  'raise-lane': 'a steward, an adviser, a data owner or the SIRO',
  'lower-lane': 'the data protection adviser',
  'ask-advice': 'a steward, a data owner or the SIRO',
  'give-advice': 'an adviser who is asked',
  'go-on-without-advice': 'a data owner or the SIRO',
  'accept-risk': 'the SIRO',
  'decide-case': 'a data owner named on the datasets',
  'refuse-case': 'a data owner of all the datasets',
  'redirect-case': 'a data owner, a steward or the SIRO',
  'return-case': 'those who work on the case',
  'hold-case': 'a data owner, a steward or the SIRO',
  'resume-case': 'a data owner, a steward, the SIRO or an administrator',
  'extend-deadline': 'a steward, a data owner or the SIRO',
  'assign-task': 'an administrator, a data owner, a steward or the SIRO',
  'rescind-decision': 'those who decided, a data owner of the datasets or the SIRO',
  'conclude-review': 'the SIRO or a data owner who did not decide',
};

/** Commands that come with one to the request or to an agreement, and stand on no page of the case. */
const withRequest: readonly CaseCommandName[] = [
  'open-case',
  'note-redirect-followed',
  'note-asker',
  'note-not-taken-up',
];

/** What boards do beside reading. */
const boardCommands: readonly CaseCommandName[] = ['open-sample'];

/** Commands of one side; those of machines are nobody's on a page. */
const sideCommands = (asks: boolean): readonly CaseCommandName[] =>
  (Object.keys(caseRights) as CaseCommandName[]).filter((command) => {
    const { standings } = caseRights[command];
    if (withRequest.includes(command)) return false;
    return asks ? standings.includes('requester') : standings.some((one) => officeStandings.includes(one));
  });

function against(command: CaseCommandName, subject: Case, seen: Seen, standings: readonly CaseStanding[]) {
  const right = caseRights[command];
  const who = whoGives[command];
  if (!standings.some((standing) => right.standings.includes(standing))) {
    return refusal('ledger.not-allowed', who === undefined ? 'This is not yours to do.' : `This is for ${who}.`);
  }
  if (caseRight(command, rightStateOf(subject), standings) === undefined) {
    return refusal(
      'sharing.not-in-this-state',
      `Not while the case is: ${caseStateLabels[subject.state].toLowerCase()}.`,
    );
  }
  return guardOf(command, subject, seen);
}

/** The same table and guards that the door asks; it travels with every view, and the browser derives no right itself. */
export function possibilitiesOf(subject: Case, seen: Seen): Possibilities {
  const standings = caseStandingsOf(seen.actor, subject);
  const asks = standings.includes('requester');
  // One who belongs to both organisations acts for one at a time; where both are one, asking and deciding meet on one page.
  const within = subject.asker.organisation === subject.organisation;
  const works = standings.some((standing) => officeStandings.includes(standing)) && (!asks || within);
  const looksOn = standings.includes('board') && !asks && !works;
  const commands = [
    ...(asks ? sideCommands(true) : []),
    ...(works ? sideCommands(false) : []),
    ...(looksOn ? boardCommands : []),
  ];
  const judged = commands.map((command) => ({ command, no: against(command, subject, seen, standings) }));
  return {
    allowed: judged.filter(({ no }) => no === undefined).map(({ command }) => command),
    refused: judged.flatMap(({ command, no }) => (no === undefined ? [] : [{ command, ...no }])),
  };
}
