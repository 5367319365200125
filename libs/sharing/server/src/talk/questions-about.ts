import { isUuid, type Actor, type PersonActor } from '#kernel';
import { readersOf } from '#ledger/server';
import type { Queries } from '#platform/database';
import type { DatasetQuestions, DatasetQuestionsQuery, DatasetQuestionView } from '#sharing/contracts';
import {
  allowedQuestionCommands,
  barToAsking,
  maySeeAsker,
  questionStandingsOf,
  questionStateLabels,
  type DatasetQuestion,
  type DatasetQuestionContent,
  type QuestionCommandName,
} from '#sharing/domain';
import { Names } from '../queries/names.ts';
import { caseReadersOf } from '../readers.ts';

interface DatasetSeen {
  readonly id: string;
  readonly published: boolean;
  readonly claimed: boolean;
  readonly publisher: DatasetQuestions['publisher'];
}

interface QuestionRow {
  readonly id: string;
  readonly revision: number;
  readonly state: DatasetQuestion;
  readonly content: DatasetQuestionContent;
  readonly asked_at: Date;
  readonly answered_at: Date | null;
}

/** The HTTP name of a command: the path segment under `/commands/`. */
const addresses: Partial<Record<QuestionCommandName, string>> = {
  'answer-question': 'answer',
  'pass-on-question': 'pass-on',
  'close-question': 'close',
  'withdraw-publication': 'unpublish',
};

/** A dataset by id or slug, where the actor may see that it exists. */
async function datasetSeen(queries: Queries, actor: Actor, idOrSlug: string): Promise<DatasetSeen | undefined> {
  const [row] = await queries.rows<DatasetSeen>(
    `select dataset.id, dataset.lifecycle = 'published' as published, organisation.standing <> 'unclaimed' as claimed,
       jsonb_build_object('id', organisation.id, 'slug', organisation.slug, 'name', organisation.name) as publisher
     from dataset join organisation on organisation.id = dataset.organisation
     where ${isUuid(idOrSlug) ? 'dataset.id = $1::uuid' : 'dataset.slug = $1'} and exists (select from audience
       where audience.kind = 'dataset' and audience.id = dataset.id and audience.reader = any($2))`,
    [idOrSlug, readersOf(actor)],
  );
  return row;
}

/** The id of a dataset that the actor may see; undefined where there is none. */
export const seenDatasetId = async (queries: Queries, actor: Actor, idOrSlug: string): Promise<string | undefined> =>
  (await datasetSeen(queries, actor, idOrSlug))?.id;

const columns =
  'question.id, question.revision, question.state, question.content, question.asked_at, question.answered_at';

const pageSql = `
  select ${columns} from question
  where question.dataset = $1 and exists (select from audience
      where audience.kind = 'question' and audience.id = question.id and audience.reader = any($2))
    and ($3::uuid is null or (question.waits, question.id) < (select last.waits, last.id from question last where last.id = $3))
  order by question.waits desc, question.id desc limit $4`;

/** Organisations that have joined and have somebody who answers. */
const answeringSql = `
  select id, slug, name from organisation
  where standing <> 'unclaimed' and exists (select from membership join person on person.id = membership.person
    where membership.organisation = organisation.id and not membership.ended and not person.closed
      and membership.roles && '{owner,steward}')
  order by lower(name), id limit 1000`;

/**
 * Questions about one dataset as this reader has them: published ones, their own, and those of their office. Undefined where
 * there is no such dataset for them.
 */
export async function questionsAbout(
  queries: Queries,
  actor: Actor,
  idOrSlug: string,
  { after, size }: DatasetQuestionsQuery,
): Promise<DatasetQuestions | undefined> {
  const dataset = await datasetSeen(queries, actor, idOrSlug);
  if (!dataset) return undefined;
  const rows = await queries.rows<QuestionRow>(pageSql, [dataset.id, caseReadersOf(actor), after ?? null, size + 1]);
  const shown = rows.slice(0, size);
  const names = await namesIn(queries, shown);
  const items = shown.map((row) => viewOf(row, actor, names));
  const passes = items.some(({ allowedCommands }) => allowedCommands.includes('pass-on'));
  const bar = barToAsking(dataset);
  const next = rows.length > size ? shown.at(-1)?.id : undefined;
  return {
    items,
    ...(next === undefined ? {} : { next }),
    publisher: dataset.publisher,
    mayAsk: bar === undefined && actor.kind === 'person',
    ...(bar && { bar: { code: bar.code, message: bar.message } }),
    passOnTo: passes ? await queries.rows<DatasetQuestions['publisher']>(answeringSql) : [],
  };
}

/** One question as an asker or an office has it, for who decided on an older one; undefined for everybody else. */
export async function questionOf(queries: Queries, actor: Actor, id: string): Promise<DatasetQuestionView | undefined> {
  const rows = await queries.rows<QuestionRow>(`select ${columns} from question where question.id = $1`, [id]);
  const [row] = rows.filter(({ state }) => maySeeAsker(actor, state));
  return row && viewOf(row, actor, await namesIn(queries, rows));
}

const namesIn = (queries: Queries, rows: readonly QuestionRow[]): Promise<Names> =>
  Names.of(
    queries,
    rows.map(({ state }) => state.asker.person),
    rows.flatMap(({ state }) => [state.organisation, state.asker.organisation, ...state.passedBy]),
  );

function viewOf(row: QuestionRow, actor: Actor, names: Names): DatasetQuestionView {
  const { id, revision, state, content } = row;
  const inside = maySeeAsker(actor, state);
  const allowed = allowedQuestionCommands(actor, state);
  const actFor = actor.kind === 'person' && allowed.length > 0 ? organisationToActFor(actor, state) : undefined;
  return {
    ...{ id, revision, text: content.text ?? '', published: state.published },
    state: { code: state.state, label: questionStateLabels[state.state] },
    askedAt: row.asked_at.toISOString(),
    mine: actor.kind === 'person' && actor.person === state.asker.person,
    ...(inside ? insideOf(row, names) : {}),
    organisation: names.organisation(state.organisation),
    ...(content.answer !== undefined && row.answered_at
      ? { answer: { text: content.answer, at: row.answered_at.toISOString() } }
      : {}),
    allowedCommands: allowed.flatMap((command) => addresses[command] ?? []),
    ...(actFor === undefined ? {} : { actFor }),
  };
}

/** What only the asker and those who answer read: who asked, and what happened on the way. */
function insideOf({ state, content }: QuestionRow, names: Names) {
  const { person, organisation } = state.asker;
  const by = state.passedBy.at(-1);
  const { passReason, closeReason } = content;
  return {
    asker: {
      name: names.person(person),
      ...(organisation === undefined ? {} : { organisation: names.organisation(organisation) }),
    },
    ...(by === undefined
      ? {}
      : { passedOn: { by: names.organisation(by), ...(passReason === undefined ? {} : { reason: passReason }) } }),
    ...(state.state === 'closed'
      ? { closed: { takenBack: state.takenBack, ...(closeReason === undefined ? {} : { reason: closeReason }) } }
      : {}),
  };
}

/** The organisation for which the actor has a command: the one that answers, or the publisher that passed it on. */
function organisationToActFor(actor: PersonActor, question: DatasetQuestion): string | undefined {
  const strong = ['owner', 'steward', 'publisher'];
  return [question.organisation, question.publisher].find((organisation) =>
    questionStandingsOf({ ...actor, actingFor: organisation }, question).some((standing) => strong.includes(standing)),
  );
}
