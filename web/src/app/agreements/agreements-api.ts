import { answerFrom } from '../contracts/checked-answers.ts';

const at = (kind: 'agreements' | 'permissions', id: string): string => `/api/v1/${kind}/${encodeURIComponent(id)}`;

/** Addresses of commands: to an agreement, and to a permission. */
export const agreementCommandAt = (id: string, command: string): string =>
  `${at('agreements', id)}/commands/${command}`;
export const permissionCommandAt = (id: string, command: string): string =>
  `${at('permissions', id)}/commands/${command}`;

/** Where a permission's keys are made, and the address that they open. */
export const permissionKeysAt = (id: string): string => `${at('permissions', id)}/keys`;
export const permissionDataAt = (id: string): string => `${at('permissions', id)}/data`;

const datasetPart = (id: string, part: string): string => `/api/v1/datasets/${encodeURIComponent(id)}/${part}`;

/** Where notices about a dataset are sent from. */
export const recipientNoticesAt = (dataset: string): string => datasetPart(dataset, 'recipient-notices');
/** Who received a dataset; asks nothing as long as it is not known which. */
export const recipientsOf = (dataset: () => string | undefined) =>
  answerFrom('recipients', () => {
    const id = dataset();
    return id === undefined ? undefined : datasetPart(id, 'recipients');
  });

export const agreementAt = (id: () => string) => answerFrom('agreement', () => at('agreements', id()));

/** @param query what stands behind the `?` */
export const agreementsFor = (query: () => string) => answerFrom('agreements', () => `/api/v1/agreements?${query()}`);

/** @param query what stands behind the `?` */
export const permissionsFor = (query: () => string) =>
  answerFrom('permissions', () => `/api/v1/permissions?${query()}`);
