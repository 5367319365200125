import type { RequestView, TimelineEntry } from '#sharing/contracts';

/** What happened, with the organisation whose part it was where there are several. */
export function namedTimeline(request: RequestView | undefined): readonly TimelineEntry[] {
  if (!request || request.cases.length < 2) return request?.timeline ?? [];
  const names = new Map(request.cases.map(({ id, organisation }) => [id, organisation.name]));
  return request.timeline.map((entry) => {
    const name = entry.case === undefined ? undefined : names.get(entry.case);
    return name === undefined ? entry : { ...entry, sentence: `${name}: ${entry.sentence}` };
  });
}
