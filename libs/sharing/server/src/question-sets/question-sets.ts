import { isUuid } from '#kernel';
import { findOrganisation } from '#organisations/server';
import type { Queries } from '#platform/database';
import { defaultQuestionSet, defaultSetId, type OwnQuestions, type QuestionSet } from '#sharing/domain';

interface VersionRow {
  readonly organisation: string;
  readonly version: number;
  readonly definition: OwnQuestions;
}

const setOf = ({ organisation: id, version, definition: { title, sections } }: VersionRow): QuestionSet => ({
  id,
  version,
  title,
  sections,
});

/** The default set, then the newest of each organisation that asks questions of its own, in the order given. */
export async function questionSetsFor(
  queries: Queries,
  organisations: readonly string[],
): Promise<readonly QuestionSet[]> {
  const rows = await queries.rows<VersionRow>(
    `select organisation, revision as version, content->'definition' as definition
     from question_set where organisation = any($1::uuid[])`,
    [organisations],
  );
  const newest = new Map(rows.map((row) => [row.organisation, setOf(row)]));
  return [defaultQuestionSet, ...[...new Set(organisations)].flatMap((id) => newest.get(id) ?? [])];
}

/** One version of one set, `default` or an organisation's; undefined where it was never published. */
export async function questionSetAt(queries: Queries, id: string, version: number): Promise<QuestionSet | undefined> {
  if (id === defaultSetId) return version === defaultQuestionSet.version ? defaultQuestionSet : undefined;
  if (!isUuid(id)) return undefined;
  const [row] = await queries.rows<VersionRow>(
    'select organisation, version, definition from question_set_version where organisation = $1 and version = $2',
    [id, version],
  );
  return row && setOf(row);
}

/** Question sets as readers name them: everybody may read every version, since a request shows the questions it answered. */
export class QuestionSets {
  constructor(private readonly queries: Queries) {}

  /**
   * @param reference `default`, or the id or slug of an organisation
   * @param version the newest where absent
   */
  async find(reference: string, version?: number): Promise<QuestionSet | undefined> {
    const id = reference === defaultSetId ? reference : (await findOrganisation(this.queries, reference))?.id;
    if (id === undefined) return undefined;
    if (version !== undefined) return questionSetAt(this.queries, id, version);
    const sets = await questionSetsFor(this.queries, id === defaultSetId ? [] : [id]);
    return sets.find((set) => set.id === id);
  }
}
