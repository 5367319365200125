import { hash, parseOptions, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/** Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet; RFC 9106 says how it works). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** `Argon2id` of the library's enumeration, which exists for the compiler alone. */
const argon2id = 2;

export const hashPassword = (password: string): Promise<string> =>
  hash(password, { algorithm: argon2id, ...parameters });

/** Checked where there is no account or no password, so that the answer takes as long as for a wrong password. */
let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one behind the hash. Without a hash it does the same work and says no.
 * @throws where a stored hash is no Argon2 hash: that is a fault of ours, not a wrong password
 */
export async function passwordMatches(storedHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('base64url'));
  const matches = await verify(storedHash ?? (await decoy), password);
  return matches && storedHash !== undefined;
}

/** Whether a hash was made with other parameters than today's: then it is made anew at the next sign-in. */
export function isOutdated(storedHash: string): boolean {
  const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(storedHash);
  return (
    (algorithm as number) !== argon2id ||
    memoryCost !== parameters.memoryCost ||
    timeCost !== parameters.timeCost ||
    parallelism !== parameters.parallelism
  );
}
