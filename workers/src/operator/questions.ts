import { resolve } from 'node:path';
import type { Refusal } from '#kernel';
import { findOrganisation } from '#organisations/server';
import { SourceFile } from '#platform/http-client';
import { publishQuestionSet, readOwnQuestions } from '#sharing/server';
import { commandLine, done, explain, notDone, readCall } from './command-line.ts';
import type { OperatorCommand, OperatorContext } from './context.ts';

const usage = [
  'questions check <file.json>',
  'questions publish <file.json> --organisation <slug>',
  'docs/examples/own-questions.json shows what such a file holds.',
];

const largestFile = 1024 * 1024;

type Questions = ReturnType<typeof readOwnQuestions>;

async function questionsIn(path: string): Promise<Questions> {
  const opened = await SourceFile.open(resolve(path), largestFile);
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    return readOwnQuestions(new TextDecoder().decode(await file.read(0, file.bytes)));
  } finally {
    await file.close();
  }
}

/** One line for each fault, with the path of what is at fault. */
function complainOf(refusals: readonly Refusal[], { complain }: OperatorContext): number {
  for (const { field, message } of refusals) complain(field === undefined ? message : `${field}: ${message}`);
  complain(`${refusals.length} ${refusals.length === 1 ? 'fault' : 'faults'}: this cannot be published.`);
  return notDone;
}

function counted(questions: Extract<Questions, { ok: true }>['value']): string {
  const asked = questions.sections.flatMap((section) => section.questions).length;
  const sections = questions.sections.length;
  return `${asked} ${asked === 1 ? 'question' : 'questions'} in ${sections} ${sections === 1 ? 'section' : 'sections'}`;
}

const check: OperatorCommand = async ([path, ...more], context) => {
  if (path === undefined || more.length > 0) return explain(context, ...usage);
  const questions = await questionsIn(path);
  if (!questions.ok) return complainOf(questions.refusals, context);
  context.print(`${questions.value.title}: ${counted(questions.value)}. They can be published.`);
  return done;
};

const publish: OperatorCommand = async (parameters, context) => {
  const call = readCall(parameters, { organisation: { type: 'string' } }, context);
  const [path, more] = call?.words ?? [];
  const slug = call?.text('organisation');
  if (path === undefined || more !== undefined || slug === undefined) return explain(context, ...usage);
  const organisation = await findOrganisation(context.database, slug);
  if (!organisation) {
    context.complain(`There is no organisation ${slug}. “organisation list” shows them all.`);
    return notDone;
  }
  const questions = await questionsIn(path);
  if (!questions.ok) return complainOf(questions.refusals, context);
  const publication = { organisation: organisation.id, definition: questions.value };
  const outcome = await publishQuestionSet(context, commandLine, publication);
  if (!outcome.ok) return complainOf(outcome.refusals, context);
  const { revision, events } = outcome.value;
  context.print(
    events.length === 0
      ? `${organisation.name} asks just this already: version ${revision} stays.`
      : `${organisation.name} asks ${counted(questions.value)} from now on: version ${revision}.`,
  );
  return done;
};

const commands: Readonly<Record<string, OperatorCommand>> = { check, publish };

/** `questions <command> …`: what an organisation asks of those who want its data, beside the default set. */
export const questions: OperatorCommand = async ([name = '', ...rest], context) => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command ? command(rest, context) : explain(context, ...usage);
};
