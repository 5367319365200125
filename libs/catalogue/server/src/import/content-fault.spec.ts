import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { canonicalBytes } from '#ledger/server';
import { isOfContent } from './content-fault.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
};
const withCode = (code: string): Error => Object.assign(new Error('as the driver says it'), { code });

describe('leaving a record out cures', () => {
  test.each([
    ['text that PostgreSQL cannot hold', withCode('22P05')],
    ['a constraint', withCode('23514')],
    ['a limit', withCode('54000')],
    ['one of them inside another error', new Error('outer', { cause: withCode('22021') })],
    ['what a schema refuses', thrownBy(() => z.object({ title: z.string() }).parse({ title: 1 }))],
    ['a size that no program holds', thrownBy(() => 'x'.repeat(2 ** 40))],
    ['no canonical form', thrownBy(() => canonicalBytes(undefined))],
    ['a number without a canonical form', thrownBy(() => canonicalBytes({ west: Number.NaN }))],
    ['text without a canonical form', thrownBy(() => canonicalBytes({ title: '\ud800' }))],
  ])('%s', (_, error) => expect(isOfContent(error)).toBe(true));
});

describe('an outage or a fault of ours, by which no record shall be lost', () => {
  test.each([
    ['a pool that gives no connection', new Error('timeout exceeded when trying to connect')],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
    ['a host that refuses', withCode('ECONNREFUSED')],
    ['a full disk', withCode('53100')],
    ['a shutdown', withCode('57P01')],
    ['a race lost', withCode('40001')],
    ['a missing right', withCode('42501')],
    ['a cancelled statement', withCode('57014')],
    ['a mistake in our code', new TypeError('x is not a function')],
    ['what is no error', 'text'],
  ])('%s', (_, error) => expect(isOfContent(error)).toBe(false));
});
