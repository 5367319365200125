import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isForbiddenAddress } from './forbidden-address.ts';

/** The address leads inside; carried as the connection's error. */
export class ForbiddenTarget extends Error {
  readonly code = 'WL_FORBIDDEN_TARGET';
}

/** How names are resolved; specs set their own. */
export type Resolver = (
  host: string,
  options: LookupOptions & { all: true },
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A `lookup` for sockets that gives only addresses that may be connected to. The socket connects to what this returns, so
 * a name that answers otherwise the second time (DNS rebinding) gains nothing. One forbidden answer forbids the name.
 */
export const guardedLookup =
  (resolver: Resolver = resolve): LookupFunction =>
  (host, options, answer) => {
    resolver(host, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, '', 0);
      const forbidden = addresses.some(({ address }) => isForbiddenAddress(address));
      const [first] = addresses;
      if (forbidden || !first) return answer(new ForbiddenTarget(`${host} leads inside`), '', 0);
      if (options.all) return answer(null, addresses);
      return answer(null, first.address, first.family);
    });
  };
