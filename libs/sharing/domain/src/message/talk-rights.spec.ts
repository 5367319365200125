import { expect, test } from '@jest/globals';
import type { Rights } from '#ledger/domain';
import { golden } from '#testing/golden';
import { caseStandings } from '../case/standings.ts';
import { questionRights, questionRightStates, questionStandings } from '../question/rights.ts';
import { standingAdviceRights, standingAdviceStates, standingsToStandingAdvice } from '../standing-advice/rights.ts';
import { caseMessageRights, caseMessageStates } from './rights.ts';

/** Every state × standing × command, one line each, so that a change of rights is read by somebody. */
function expanded<Command extends string, State extends string, Standing extends string>(
  kind: string,
  rights: Rights<Command, State, Standing>,
  states: readonly State[],
  standings: readonly Standing[],
): string[] {
  return (Object.keys(rights) as Command[]).flatMap((command) =>
    states.flatMap((state) =>
      standings.map((standing) => {
        const may = rights[command].states.includes(state) && rights[command].standings.includes(standing);
        return `${kind} · ${state} · ${standing} · ${command}: ${may ? 'yes' : 'no'}`;
      }),
    ),
  );
}

test('the rights to messages, questions and standing advice are those of the golden', () => {
  const lines = [
    ...expanded('message', caseMessageRights, caseMessageStates, caseStandings),
    ...expanded('question', questionRights, questionRightStates, questionStandings),
    ...expanded('standing-advice', standingAdviceRights, standingAdviceStates, standingsToStandingAdvice),
  ];
  const text = `${lines.join('\n')}\n`;
  expect(text).toBe(golden('tests/goldens/talk-rights.txt', text));
});
