import { answerFrom } from '../contracts/checked-answers.ts';

const at = (kind: 'agreements' | 'permissions', id: string): string => `/api/v1/${kind}/${encodeURIComponent(id)}`;

/** Addresses of commands: to an agreement, and to a permission. */
export const agreementCommandAt = (id: string, command: string): string =>
  `${at('agreements', id)}/commands/${command}`;
export const permissionCommandAt = (id: string, command: string): string =>
  `${at('permissions', id)}/commands/${command}`;

export const agreementAt = (id: () => string) => answerFrom('agreement', () => at('agreements', id()));

/** @param query what stands behind the `?` */
export const agreementsFor = (query: () => string) => answerFrom('agreements', () => `/api/v1/agreements?${query()}`);

/** @param query what stands behind the `?` */
export const permissionsFor = (query: () => string) =>
  answerFrom('permissions', () => `/api/v1/permissions?${query()}`);
