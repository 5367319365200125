import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: what a cookie or a link holds. Nobody guesses it, so a plain hash of it is safe to keep. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 of a token: all that the database knows of it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();
