import { stdin } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { accepted, isUuid, uuidv7, type Outcome } from '#kernel';
import type { PersonCommand } from '#organisations/domain';
import { newPassword } from '#organisations/contracts';
import { demonstrationDomain, makeSignInLink, personAggregate, Sessions, setPassword } from '#organisations/server';
import { commandLine, done, explain, notDone, readCall, tell } from './command-line.ts';
import type { OperatorCommand, OperatorContext } from './context.ts';

const usage = [
  'person create --email <address> --name <name> [--operator] [--link]',
  'person sign-in-link <address>',
  'person password <address>          (the password comes from standard input)',
  'person list',
  'person rename <address> --name <name>',
  'person change-address <address> --email <new address>',
  'person appoint-operator | dismiss-operator | close | reopen <address>',
];

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly operator: boolean;
  readonly confirmed: boolean;
  readonly closed: boolean;
}

/** Finds a person by e-mail address, whatever its case, or by id; says so where there is none. */
export async function personNamed(reference: string, context: OperatorContext): Promise<PersonRow | undefined> {
  const key = isUuid(reference) ? 'id = $1::uuid' : 'lower(email) = lower($1)';
  const [row] = await context.database.rows<PersonRow>(
    `select id, name, email, operator, confirmed, closed from person where ${key}`,
    [reference],
  );
  if (!row) context.complain(`There is no account ${reference}. “person list” shows them all.`);
  return row;
}

/** Makes an account; with `--link` its last line is a one-time sign-in link. */
export const createPerson: OperatorCommand = async (parameters, context) => {
  const options = {
    email: { type: 'string' },
    name: { type: 'string' },
    operator: { type: 'boolean' },
    link: { type: 'boolean' },
  } as const;
  const call = readCall(parameters, options, context);
  const email = call?.text('email');
  const name = call?.text('name');
  if (!call || email === undefined || name === undefined) return explain(context, usage[0] ?? '');
  if (!context.settings.demonstration && email.trim().toLowerCase().endsWith(`@${demonstrationDomain}`)) {
    context.complain(
      `Addresses at ${demonstrationDomain} belong to the demonstration; Wayleave would not start with one.`,
    );
    return notDone;
  }
  const id = uuidv7(context.clock.now().getTime());
  const command: PersonCommand = { type: 'register-person', id, email, name, operator: call.flag('operator') };
  const outcome = await context.door.execute(personAggregate, commandLine, { id, command });
  const code = tell(context, outcome, () => `Account made for ${name} <${email.trim()}>.`);
  return outcome.ok && call.flag('link') ? printLink(id, context) : code;
};

async function printLink(person: string, context: OperatorContext): Promise<number> {
  const now = context.clock.now();
  const { address, expiresAt } = await makeSignInLink(context.database, person, {
    now,
    publicUrl: context.settings.publicUrl,
  });
  context.print(`This link signs in once, until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC:`);
  context.print(address);
  return done;
}

/** Prints a one-time sign-in link as its last line; links made before for the same person end. */
export const signInLink: OperatorCommand = async (parameters, context) => {
  const [reference] = parameters;
  if (reference === undefined) return explain(context, usage[1] ?? '');
  const person = await personNamed(reference, context);
  if (!person) return notDone;
  if (!person.closed) return printLink(person.id, context);
  context.complain(`The account of ${person.name} is closed. “person reopen ${reference}” opens it.`);
  return notDone;
};

/** Sets a password read from standard input, and ends every session of the person. */
export const password: OperatorCommand = async (parameters, context) => {
  const [reference] = parameters;
  if (reference === undefined) return explain(context, usage[2] ?? '');
  const person = await personNamed(reference, context);
  if (!person) return notDone;
  const given = newPassword.safeParse(await readSecretLine(`New password of ${person.name}: `));
  if (!given.success) {
    for (const { message } of given.error.issues) context.complain(message);
    return notDone;
  }
  const { database, clock } = context;
  await setPassword({ database, clock, sessions: new Sessions(database, clock) }, person.id, given.data);
  context.print(`Password set. Every session of ${person.name} has ended.`);
  return done;
};

/** One line of standard input; on a terminal it asks, and shows nothing of what is typed. */
async function readSecretLine(question: string): Promise<string> {
  const output = stdin.isTTY ? process.stderr : undefined;
  output?.write(question);
  const lines = createInterface({ input: stdin, terminal: stdin.isTTY });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    output?.write('\n');
  }
}

/** Lists accounts with their memberships. */
export const listPeople: OperatorCommand = async (_, { database, print }) => {
  const rows = await database.rows<PersonRow & { places: string | null }>(
    `select person.id, person.name, person.email, operator, confirmed, closed,
       string_agg(organisation.slug || ' (' || array_to_string(membership.roles, ', ') || ')', '; '
         order by organisation.slug) as places
     from person left join membership on membership.person = person.id and not membership.ended
     left join organisation on organisation.id = membership.organisation
     group by person.id order by lower(person.email), person.id`,
  );
  for (const { name, email, operator, confirmed, closed, places } of rows) {
    const marks = [operator && 'operator', !confirmed && 'address not confirmed', closed && 'closed'].filter(Boolean);
    print([email ?? '(no address)', name, ...marks, places].filter(Boolean).join(' · '));
  }
  print(`${rows.length} ${rows.length === 1 ? 'account' : 'accounts'}`);
  return done;
};

type Change = (call: ReturnType<typeof readCall> & {}) => Outcome<PersonCommand> | undefined;

/** A command to one account, whose parts come from the options behind its name. */
const changing =
  (line: string, change: Change): OperatorCommand =>
  async (parameters, context) => {
    const call = readCall(parameters, { name: { type: 'string' }, email: { type: 'string' } }, context);
    const [reference] = call?.words ?? [];
    const command = call && change(call);
    if (reference === undefined || !command?.ok) return explain(context, line);
    const person = await personNamed(reference, context);
    if (!person) return notDone;
    const item = { id: person.id, command: command.value };
    return tell(context, await context.door.execute(personAggregate, commandLine, item), () => `Done: ${person.name}.`);
  };

const renamePerson = changing(usage[4] ?? '', (call) => {
  const name = call.text('name');
  return name === undefined ? undefined : accepted({ type: 'rename-person', name });
});
const changeAddress = changing(usage[5] ?? '', (call) => {
  const email = call.text('email');
  return email === undefined ? undefined : accepted({ type: 'change-address', email });
});
const plainly = (type: 'appoint-operator' | 'dismiss-operator' | 'close-account' | 'reopen-account') =>
  changing(usage[6] ?? '', () => accepted({ type }));

const commands: Readonly<Record<string, OperatorCommand>> = {
  create: createPerson,
  'sign-in-link': signInLink,
  password,
  list: listPeople,
  rename: renamePerson,
  'change-address': changeAddress,
  'appoint-operator': plainly('appoint-operator'),
  'dismiss-operator': plainly('dismiss-operator'),
  close: plainly('close-account'),
  reopen: plainly('reopen-account'),
};

/** `person <command> …` */
export const person: OperatorCommand = async ([name = '', ...rest], context) => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command ? command(rest, context) : explain(context, ...usage);
};
