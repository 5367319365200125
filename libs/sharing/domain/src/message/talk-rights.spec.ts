import { expect, test } from '@jest/globals';
import { golden, rightsLines } from '#testing/golden';
import { caseStandings } from '../case/standings.ts';
import { questionRights, questionRightStates, questionStandings } from '../question/rights.ts';
import { standingAdviceRights, standingAdviceStates, standingsToStandingAdvice } from '../standing-advice/rights.ts';
import { caseMessageRights, caseMessageStates } from './rights.ts';

test('the rights to messages, questions and standing advice are those of the golden', () => {
  const lines = [
    ...rightsLines('message', caseMessageRights, caseMessageStates, caseStandings),
    ...rightsLines('question', questionRights, questionRightStates, questionStandings),
    ...rightsLines('standing-advice', standingAdviceRights, standingAdviceStates, standingsToStandingAdvice),
  ];
  const text = `${lines.join('\n')}\n`;
  expect(text).toBe(golden('tests/goldens/talk-rights.txt', text));
});
