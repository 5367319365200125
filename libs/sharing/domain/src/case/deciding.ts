import { refusal, type Outcome, type Refusal } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import { blank } from '../wording.ts';
import type { Case } from './case.ts';
import type { CaseCommand } from './commands.ts';
import type { CaseEvent } from './events.ts';
import type { CaseFacts } from './facts.ts';

export type CaseDecision = Outcome<readonly CaseEvent[]>;

/** What each rule gets: the command, the case as it is, and what is known besides. */
export interface Deciding<Command extends CaseCommand = CaseCommand> {
  readonly command: Command;
  readonly subject: Case;
  readonly circumstances: Circumstances<CaseFacts>;
}

/** The person who acts; machines and rules have none here. */
export const personOf = ({ circumstances }: Pick<Deciding, 'circumstances'>): string =>
  circumstances.actor.kind === 'person' ? circumstances.actor.person : '';

export const missing = (code: string, message: string, field: string, text: string | undefined): readonly Refusal[] =>
  blank(text) ? [refusal(code, message, field)] : [];
