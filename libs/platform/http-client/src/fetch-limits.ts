/** How much one fetch may take. */
export interface FetchLimits {
  /** Bytes of the body after decompression. */
  readonly bytes: number;
  readonly redirects: number;
  /** Milliseconds until the connection stands, TLS included. */
  readonly connect: number;
  /** Milliseconds without a byte. */
  readonly idle: number;
  /** Milliseconds for all of it, redirects included. */
  readonly total: number;
}

export const defaultLimits: FetchLimits = {
  bytes: 512 * 1024 * 1024,
  redirects: 5,
  connect: 10_000,
  idle: 30_000,
  total: 15 * 60_000,
};
