import type { Rights } from '#ledger/domain';

/** Every state × standing × command, one line each, so that a change of rights is read by somebody. */
export const rightsLines = <Command extends string, State extends string, Standing extends string>(
  kind: string,
  rights: Rights<Command, State, Standing>,
  states: readonly State[],
  standings: readonly Standing[],
): string[] =>
  (Object.keys(rights) as Command[]).flatMap((command) =>
    states.flatMap((state) =>
      standings.map((standing) => {
        const may = rights[command].states.includes(state) && rights[command].standings.includes(standing);
        return `${kind} · ${state} · ${standing} · ${command}: ${may ? 'yes' : 'no'}`;
      }),
    ),
  );
