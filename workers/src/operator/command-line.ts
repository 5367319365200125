import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { MachineActor, Outcome } from '#kernel';
import type { OperatorContext } from './context.ts';

/** Exit codes of every command: 0 done, 1 refused, 2 called wrongly. */
export const done = 0;
export const notDone = 1;
export const calledWrongly = 2;

/** Who acts in the ledger when the operator gives a command here. */
export const commandLine: MachineActor = { kind: 'machine', name: 'operator-command-line' };

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Call {
  readonly words: readonly string[];
  /** A text given after `--name`, or undefined. */
  text(name: string): string | undefined;
  flag(name: string): boolean;
}

/** Reads what stands behind a command's name. @returns undefined, and says what is wrong, where it cannot be understood */
export function readCall(parameters: readonly string[], options: Options, context: OperatorContext): Call | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options, allowPositionals: true, strict: true });
    const given: Readonly<Record<string, unknown>> = values;
    return {
      words: positionals,
      text: (name) => (typeof given[name] === 'string' ? given[name] : undefined),
      flag: (name) => given[name] === true,
    };
  } catch (error) {
    context.complain((error as Error).message);
    return undefined;
  }
}

/** Says how a command is called. */
export function explain(context: OperatorContext, ...lines: readonly string[]): number {
  for (const line of lines) context.complain(line);
  return calledWrongly;
}

/** Says why a command was refused, or what it did. */
export function tell<Value>(
  context: OperatorContext,
  outcome: Outcome<Value>,
  success: (value: Value) => string,
): number {
  if (outcome.ok) {
    context.print(success(outcome.value));
    return done;
  }
  for (const { message } of outcome.refusals) context.complain(message);
  return notDone;
}
