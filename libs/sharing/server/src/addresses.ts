/** Paths of pages and files of requests, made in one place. */
export const requestPath = (request: string): string => `/requests/${request}`;
export const casePath = (request: string, id: string): string => `/requests/${request}/cases/${id}`;
export const evidenceAddress = (request: string, file: string): string => `/api/v1/requests/${request}/files/${file}`;
export const agreementPath = (agreement: string): string => `/agreements/${agreement}`;
export const signedCopyAddress = (agreement: string, file: string): string =>
  `/api/v1/agreements/${agreement}/signed-copies/${file}`;
/** The page on which somebody without an account signs. */
export const signingPath = (token: string): string => `/agreements/sign?token=${token}`;
export const permissionsPath = '/permissions';
export const recipientsPath = (slug: string): string => `/agreements/recipients/${slug}`;
