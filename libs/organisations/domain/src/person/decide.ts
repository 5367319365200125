import { accepted, refusal, refused, type Outcome } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import { blank, looksLikeEmail } from '../wording.ts';
import type { PersonCommand, RegisterPerson } from './commands.ts';
import type { PersonEvent } from './events.ts';
import type { Person } from './person.ts';

/** What the door looks up before a decision about a person. */
export interface PersonFacts {
  /** Whether another account has the e-mail address asked for, whatever its case. */
  readonly emailTaken: boolean;
  /** Operators with an open account beside this person. */
  readonly otherOperators: number;
}

type Decision = Outcome<readonly PersonEvent[]>;

const nameMissing = refusal('organisations.person-name-missing', 'Give the person’s name.', 'name');

/** Ends with the refusal that an address deserves, if any; only those who may make accounts ever read it. */
function addressFault(email: string, facts: PersonFacts): Decision | undefined {
  if (!looksLikeEmail(email.trim())) {
    return refused(refusal('organisations.email-malformed', 'Give an e-mail address as name@example.org.', 'email'));
  }
  return facts.emailTaken
    ? refused(refusal('organisations.email-taken', 'An account with this e-mail address exists already.', 'email'))
    : undefined;
}

function register(command: RegisterPerson, facts: PersonFacts): Decision {
  if (blank(command.name)) return refused(nameMissing);
  const { id, operator, name, email } = command;
  return (
    addressFault(email, facts) ??
    accepted([
      { type: 'person-registered', facts: { id, operator }, content: { name: name.trim(), email: email.trim() } },
    ])
  );
}

const lastOperator = refusal(
  'organisations.last-operator',
  'This is the only operator: appoint another one first, or nobody could run this installation.',
);

/** Decides about a person; states and standings have been checked against `personRights` before. */
export function decidePerson(
  command: PersonCommand,
  state: Person | undefined,
  { facts }: Pick<Circumstances<PersonFacts>, 'facts'>,
): Decision {
  if (command.type === 'register-person') return register(command, facts);
  if (state === undefined) return refused(refusal('organisations.person-unknown', 'There is no such person.'));
  const lastOne = state.operator && facts.otherOperators === 0;
  switch (command.type) {
    case 'confirm-address':
      return state.confirmed ? accepted([]) : accepted([{ type: 'person-address-confirmed', facts: {} }]);
    case 'rename-person':
      return blank(command.name)
        ? refused(nameMissing)
        : accepted([{ type: 'person-renamed', facts: {}, content: { name: command.name.trim() } }]);
    case 'change-address':
      return (
        addressFault(command.email, facts) ??
        accepted([{ type: 'person-address-changed', facts: {}, content: { email: command.email.trim() } }])
      );
    case 'appoint-operator':
      return state.operator ? accepted([]) : accepted([{ type: 'person-appointed-operator', facts: {} }]);
    case 'dismiss-operator':
      if (lastOne) return refused(lastOperator);
      return state.operator ? accepted([{ type: 'person-dismissed-as-operator', facts: {} }]) : accepted([]);
    case 'close-account':
      return lastOne ? refused(lastOperator) : accepted([{ type: 'person-account-closed', facts: {} }]);
    case 'reopen-account':
      return accepted([{ type: 'person-account-reopened', facts: {} }]);
  }
}
