import type { NoticeView } from '#notices/contracts';

/** What is settled asks for no attention, whether it was read or not. */
export const isUnread = ({ read, settled }: Pick<NoticeView, 'read' | 'settled'>): boolean => !read && !settled;

/** The newest of some lists that are each newest first; ids sort by time. */
export const newestOf = (...lists: readonly (readonly Pick<NoticeView, 'id'>[])[]): string | undefined =>
  lists
    .flatMap(([first]) => (first === undefined ? [] : [first.id]))
    .sort()
    .at(-1);
