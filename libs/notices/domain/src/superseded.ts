/** A notice that asks and is not settled. */
export interface OpenAsk {
  readonly id: string;
  readonly person: string;
  readonly subject: string;
  readonly at: Date;
}

/** One that a newer notice settles, and when. */
export interface Superseded {
  readonly id: string;
  readonly at: Date;
}

/**
 * Of notices that ask one person about one subject, the newest stands for all: a reminder takes the place of what it reminds
 * of. Those of the same instant were told apart by whoever wrote them, and all stand.
 */
export function superseded(open: readonly OpenAsk[]): readonly Superseded[] {
  const newest = new Map<string, Date>();
  const about = ({ person, subject }: OpenAsk): string => `${person} ${subject}`;
  for (const ask of open) {
    const known = newest.get(about(ask));
    if (known === undefined || known < ask.at) newest.set(about(ask), ask.at);
  }
  return open.flatMap((ask) => {
    const at = newest.get(about(ask));
    return at !== undefined && ask.at < at ? [{ id: ask.id, at }] : [];
  });
}
