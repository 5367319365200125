import { aboutInside, lockRows, pageOfRows, type Aggregate, type Change, type Loaded } from '#ledger/server';
import type { Transaction } from '#platform/database';
import { standingAdviceEvents } from '#sharing/contracts';
import {
  decideStandingAdvice,
  evolveStandingAdvice,
  standingAdviceRight,
  standingsInAdvice,
  type StandingAdviceCommand,
  type StandingAdviceContent,
  type StandingAdviceEvent,
  type StandingAdviceFacts,
  type StandingAdviceRecord,
} from '#sharing/domain';

type LoadedAdvice = Loaded<StandingAdviceRecord, StandingAdviceContent, StandingAdviceCommand>;
type AdviceChange = Change<StandingAdviceRecord, StandingAdviceContent, StandingAdviceEvent>;

async function facts(transaction: Transaction, items: readonly LoadedAdvice[]): Promise<StandingAdviceFacts[]> {
  const given = items.map(({ command }) => (command.type === 'give-standing-advice' ? command : undefined));
  const rows = await transaction.rows<{ id: string; organisation: string }>(
    'select id, organisation from dataset where id = any($1::uuid[])',
    [given.flatMap((command) => command?.datasets ?? [])],
  );
  return given.map((command) => ({
    ownDatasets: rows.filter(({ organisation }) => organisation === command?.organisation).map(({ id }) => id),
  }));
}

async function saveAdvice(transaction: Transaction, changes: readonly AdviceChange[]): Promise<void> {
  const rows = changes.map(({ id, revision, state, content, at }) => ({ id, revision, state, content, at }));
  await transaction.rows(
    `insert into standing_advice (id, revision, organisation, by_person, until_day, ended, state, content, changed_at)
     select id, revision, (state->>'organisation')::uuid, (state->>'by')::uuid, (state->>'until')::date,
       (state->>'ended')::boolean, state, coalesce(content, '{}'), at
     from jsonb_to_recordset($1::jsonb) as row (id uuid, revision integer, state jsonb, content jsonb, at timestamptz)
     on conflict (id) do update set revision = excluded.revision, ended = excluded.ended, state = excluded.state,
       content = excluded.content, changed_at = excluded.changed_at`,
    [JSON.stringify(rows)],
  );
}

/** Standing advice, as the door handles it. */
export const standingAdviceAggregate: Aggregate<
  StandingAdviceRecord,
  StandingAdviceContent,
  StandingAdviceCommand,
  StandingAdviceEvent,
  StandingAdviceFacts
> = {
  kind: 'standing-advice',
  events: standingAdviceEvents,
  load: (transaction, ids) => lockRows(transaction, 'standing_advice', ids),
  page: (queries, after, size) => pageOfRows(queries, 'standing_advice', after, size),
  standings: (actor, advice, command) => {
    const about = command.type === 'give-standing-advice' ? command : advice;
    return about ? standingsInAdvice(actor, about) : [];
  },
  visible: (actor, advice) => standingsInAdvice(actor, advice).length > 0,
  right: (command, advice, standings) => standingAdviceRight(command.type, advice, standings),
  facts: (transaction, _actor, items) => facts(transaction, items),
  decide: decideStandingAdvice,
  evolve: evolveStandingAdvice,
  about: ({ organisation, datasets = [] }) => aboutInside(organisation, ...datasets),
  save: saveAdvice,
};
