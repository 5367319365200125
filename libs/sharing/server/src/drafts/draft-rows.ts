import type { Queries, Transaction } from '#platform/database';
import type { Answers, BasketItem } from '#sharing/domain';
import type { Draft } from './draft.ts';

interface Row {
  readonly id: string;
  readonly revision: number;
  readonly author: string;
  readonly organisation: string | null;
  readonly people: string[];
  readonly basket: BasketItem[];
  readonly answers: Answers;
  readonly saved_at: Date;
  readonly saved_by: string;
}

const columns = 'id, revision, author, organisation, people, basket, answers, saved_at, saved_by';

const draftOf = ({ organisation, saved_at: savedAt, saved_by: savedBy, ...row }: Row): Draft => ({
  ...row,
  ...(organisation === null ? {} : { organisation }),
  savedAt,
  savedBy,
});

export async function draftById(queries: Queries, id: string): Promise<Draft | undefined> {
  const [row] = await queries.rows<Row>(`select ${columns} from request_draft where id = $1`, [id], 'draft-by-id');
  return row && draftOf(row);
}

/** Reads a draft and keeps others from saving it until the transaction ends. */
export async function lockDraft(transaction: Transaction, id: string): Promise<Draft | undefined> {
  const [row] = await transaction.rows<Row>(
    `select ${columns} from request_draft where id = $1 for update`,
    [id],
    'lock-draft',
  );
  return row && draftOf(row);
}

export async function writeDraft(transaction: Transaction, draft: Draft): Promise<void> {
  const { id, revision, author, organisation, people, basket, answers, savedAt, savedBy } = draft;
  await transaction.rows(
    `insert into request_draft (id, revision, author, organisation, people, basket, answers, made_at, saved_at, saved_by)
     values ($1, $2, $3, $4, $5::uuid[], $6::jsonb, $7::jsonb, $8, $8, $9)
     on conflict (id) do update set revision = excluded.revision, people = excluded.people, basket = excluded.basket,
       answers = excluded.answers, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    [
      id,
      revision,
      author,
      organisation ?? null,
      people,
      JSON.stringify(basket),
      JSON.stringify(answers),
      savedAt,
      savedBy,
    ],
    'write-draft',
  );
}

export const removeDraft = (transaction: Transaction, id: string): Promise<object[]> =>
  transaction.rows('delete from request_draft where id = $1', [id]);
