import { expect, test } from '@jest/globals';
import { golden, rightsLines } from '#testing/golden';
import { permissionRights, permissionRightStates } from '../permission/rights.ts';
import { agreementRights, agreementRightStates } from './rights.ts';
import { agreementStandings } from './standings.ts';

test('the rights to agreements and permissions are those of the golden', () => {
  const lines = [
    ...rightsLines('agreement', agreementRights, agreementRightStates, agreementStandings),
    ...rightsLines('permission', permissionRights, permissionRightStates, agreementStandings),
  ];
  const text = `${lines.join('\n')}\n`;
  expect(text).toBe(golden('tests/goldens/agreement-rights.txt', text));
});
