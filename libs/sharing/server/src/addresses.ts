/** Paths of pages and files of requests, made in one place. */
export const requestPath = (request: string): string => `/requests/${request}`;
export const casePath = (request: string, id: string): string => `/requests/${request}/cases/${id}`;
export const evidenceAddress = (request: string, file: string): string => `/api/v1/requests/${request}/files/${file}`;
export const agreementPath = (agreement: string): string => `/agreements/${agreement}`;
export const permissionsPath = '/permissions';
export const recipientsPath = (slug: string): string => `/datasets/${slug}/recipients`;
