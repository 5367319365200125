import type { PermissionKeyView, RecipientNoticeView } from '#sharing/contracts';
import {
  liveKeys,
  recipientNoticeLabels,
  type Permission,
  type PermissionContent,
  type RecipientNotice,
} from '#sharing/domain';
import type { Names } from '../../queries/names.ts';

/** People who stand in keys and notices of a permission. */
export const peopleIn = ({ keys = [], notices = [] }: Permission): readonly string[] => [
  ...keys.map(({ person }) => person),
  ...notices.flatMap(({ confirmed }) => (confirmed ? [confirmed.person] : [])),
];

const personOf = (names: Names, id: string) => ({ id, name: names.person(id) });

export const keyViews = (state: Permission, content: PermissionContent, names: Names): PermissionKeyView[] =>
  liveKeys(state).map(({ id, person, on, used }) => {
    const label = content[`key:${id}`] as string | undefined;
    return {
      id,
      ...(label === undefined ? {} : { label }),
      person: personOf(names, person),
      on,
      ...(used === undefined ? {} : { used }),
    };
  });

/** What somebody answered, or that they have not. */
export function answerView({ id, confirmed, silent }: RecipientNotice, content: PermissionContent, names: Names) {
  if (!confirmed) return { state: silent === undefined ? ('waiting' as const) : ('silent' as const) };
  const statement = String(content[`confirmed:${id}`] ?? '');
  return {
    state: 'confirmed' as const,
    confirmed: { by: personOf(names, confirmed.person), on: confirmed.on, statement },
  };
}

export const sentView = ({ id, kind, on, answerBy }: RecipientNotice, content: PermissionContent) => ({
  id,
  kind: { code: kind, label: recipientNoticeLabels[kind] },
  text: String(content[`notice:${id}`] ?? ''),
  on,
  answerBy,
});

/** The newest first. */
export const noticeViews = (
  { notices = [] }: Permission,
  content: PermissionContent,
  names: Names,
): RecipientNoticeView[] =>
  [...notices].reverse().map((notice) => ({ ...sentView(notice, content), ...answerView(notice, content, names) }));
