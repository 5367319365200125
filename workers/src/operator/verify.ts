import { replay } from '#ledger/server';
import { compose } from '../composition.ts';
import type { OperatorCommand } from './context.ts';

/** `verify`: replays the whole ledger and compares it with every state row. Exit code 1 when anything differs. */
export const verify: OperatorCommand = async (_parameters, { database, clock, print, complain }) => {
  const { entries, streams, erased, findings } = await replay(database, compose(database, clock).aggregates);
  print(
    `${entries} entries of ${streams} histories replayed${erased > 0 ? `, ${erased} with their words erased` : ''}.`,
  );
  if (findings.length === 0) {
    print('Every entry is as it was written, and every state row equals what its history folds to.');
    return 0;
  }
  for (const { kind, stream, revision, fault } of findings) {
    complain(`${kind} ${stream}${revision === undefined ? '' : ` revision ${revision}`}: ${fault}`);
  }
  complain(`${findings.length} ${findings.length === 1 ? 'thing differs' : 'things differ'}.`);
  return 1;
};
