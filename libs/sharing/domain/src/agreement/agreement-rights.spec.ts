import { expect, test } from '@jest/globals';
import type { Rights } from '#ledger/domain';
import { golden } from '#testing/golden';
import { permissionRights, permissionRightStates } from '../permission/rights.ts';
import { agreementRights, agreementRightStates } from './rights.ts';
import { agreementStandings, type AgreementStanding } from './standings.ts';

/** Every state × standing × command, one line each, so that a change of rights is read by somebody. */
const expanded = <Command extends string, State extends string>(
  kind: string,
  rights: Rights<Command, State, AgreementStanding>,
  states: readonly State[],
): string[] =>
  (Object.keys(rights) as Command[]).flatMap((command) =>
    states.flatMap((state) =>
      agreementStandings.map((standing) => {
        const may = rights[command].states.includes(state) && rights[command].standings.includes(standing);
        return `${kind} · ${state} · ${standing} · ${command}: ${may ? 'yes' : 'no'}`;
      }),
    ),
  );

test('the rights to agreements and permissions are those of the golden', () => {
  const lines = [
    ...expanded('agreement', agreementRights, agreementRightStates),
    ...expanded('permission', permissionRights, permissionRightStates),
  ];
  const text = `${lines.join('\n')}\n`;
  expect(text).toBe(golden('tests/goldens/agreement-rights.txt', text));
});
