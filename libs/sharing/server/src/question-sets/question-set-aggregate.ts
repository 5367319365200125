import { createHash } from 'node:crypto';
import { aboutInside, canonicalBytes, lockRows, pageOfRows, type Aggregate, type Loaded } from '#ledger/server';
import type { NamedOrganisation } from '#organisations/server';
import type { Transaction } from '#platform/database';
import { questionSetEvents } from '#sharing/contracts';
import {
  decideQuestionSet,
  evolveQuestionSet,
  questionSetRight,
  standingsInQuestionSet,
  type OwnQuestions,
  type OwnQuestionSet,
  type OwnQuestionSetContent,
  type Question,
  type QuestionSetCommand,
  type QuestionSetEvent,
  type QuestionSetFacts,
} from '#sharing/domain';
import { saveQuestionSets } from './question-set-rows.ts';

type LoadedQuestionSet = Loaded<OwnQuestionSet, OwnQuestionSetContent, QuestionSetCommand>;

const hashOf = (definition: OwnQuestions): string =>
  createHash('sha256').update(canonicalBytes(definition)).digest('hex');

const questionIds = ({ sections }: OwnQuestions): readonly string[] =>
  sections.flatMap(({ questions }) => questions.map(({ id }) => id));

interface OrganisationRow {
  readonly id: string;
  readonly standing: NamedOrganisation['standing'];
  readonly stream: string | null;
}

const organisationsSql = `
  select organisation.id, organisation.standing,
    (select question_set.id from question_set where question_set.organisation = organisation.id) as stream
  from organisation where organisation.id = any($1::uuid[])`;

const elsewhereSql = `
  select question_set.organisation, question
  from question_set, jsonb_path_query(question_set.content, '$.definition.sections[*].questions[*]') as question
  where question->>'id' = any($1::text[])`;

/**
 * Looks up what a decision must know, with the organisations locked first: of two who publish an organisation's first
 * questions at once, the second sees the first's.
 */
async function facts(transaction: Transaction, items: readonly LoadedQuestionSet[]): Promise<QuestionSetFacts[]> {
  const commands = items.map(({ command }) => command);
  const named = commands.map(({ organisation }) => organisation);
  await transaction.rows('select id from organisation where id = any($1::uuid[]) order by id for no key update', [
    named,
  ]);
  const organisations = await transaction.rows<OrganisationRow>(organisationsSql, [named]);
  const known = new Map(organisations.map((row) => [row.id, row]));
  const asked = await transaction.rows<{ organisation: string; question: Question }>(elsewhereSql, [
    commands.flatMap(({ definition }) => questionIds(definition)),
  ]);
  return commands.map(({ organisation, definition }) => {
    const row = known.get(organisation);
    return {
      organisation: standingOf(row?.standing),
      ...(row?.stream ? { stream: row.stream } : {}),
      hash: hashOf(definition),
      elsewhere: asked.filter((other) => other.organisation !== organisation).map(({ question }) => question),
    };
  });
}

function standingOf(standing: NamedOrganisation['standing'] | undefined): QuestionSetFacts['organisation'] {
  if (standing === undefined) return 'unknown';
  return standing === 'unclaimed' ? 'unclaimed' : 'member';
}

/** Organisations' own questions, as the door handles them. */
export const questionSetAggregate: Aggregate<
  OwnQuestionSet,
  OwnQuestionSetContent,
  QuestionSetCommand,
  QuestionSetEvent,
  QuestionSetFacts
> = {
  kind: 'question-set',
  events: questionSetEvents,
  load: (transaction, ids) => lockRows(transaction, 'question_set', ids),
  page: (queries, after, size) => pageOfRows(queries, 'question_set', after, size),
  standings: (actor, state, command) => standingsInQuestionSet(actor, state?.organisation ?? command.organisation),
  visible: () => true,
  right: (command, state, standings) => questionSetRight(command.type, state, standings),
  facts: (transaction, _actor, items) => facts(transaction, items),
  decide: decideQuestionSet,
  evolve: evolveQuestionSet,
  about: ({ organisation }) => aboutInside(organisation),
  save: saveQuestionSets,
};
