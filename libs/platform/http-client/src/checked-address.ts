import { isIP } from 'node:net';
import { ended, forbidden } from './ended.ts';
import { isForbiddenAddress } from './forbidden-address.ts';

/**
 * An address that may be asked: http or https, no credentials, no inner address written out. Asked of the first address
 * and of each that it leads on to; names are checked when they are resolved.
 * @throws {Ended} with the reason
 */
export function checkedAddress(address: string, { allowPrivate }: { readonly allowPrivate: boolean }, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw ended('address', `“${address.slice(0, 200)}” is not an address.`);
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw ended('scheme', `Only http and https addresses are read, not ${url.protocol.slice(0, 40)}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw ended('credentials', 'The address holds a user name or password; such addresses are not read.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && isForbiddenAddress(host)) throw forbidden(url.host);
  return url;
}
