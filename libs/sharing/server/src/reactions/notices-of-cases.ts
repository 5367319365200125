import { writeNotices, type NewNotice } from '#notices/server';
import type { Transaction } from '#platform/database';
import { pathFor, type AnnouncedCase } from './case-people.ts';

/** What to tell whom about one case. */
export interface Told {
  readonly persons: readonly string[];
  readonly side: 'requester' | 'owner';
  readonly kind: NewNotice['kind'];
  readonly topic: string;
  readonly sentence: string;
}

/** Writes notices about a case, once for each person and entry; whoever asks about their own deed is told as well. */
export async function tell(
  transaction: Transaction,
  about: AnnouncedCase,
  told: readonly Told[],
  at: Date,
): Promise<void> {
  const source = about.entries.at(-1)?.id;
  if (source === undefined) return;
  await writeNotices(
    transaction,
    told.flatMap(({ persons, side, kind, topic, sentence }) =>
      [...new Set(persons)].map((person) => ({
        person,
        kind,
        topic,
        subjectKind: 'case',
        subject: about.id,
        sentence,
        href: pathFor(side, about),
        source,
        at,
      })),
    ),
  );
}

export const quoted = (title: string): string => `“${title}”`;
