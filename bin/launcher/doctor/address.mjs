import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { good, wrong } from './finding.mjs';

const here = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The address that people type: safe to sign in at, and known to the name service. */
export async function publicAddress({ settings: { publicUrl, trustedProxies } }) {
  const about = 'Public address';
  const { hostname, protocol } = new URL(publicUrl);
  if (here.test(hostname)) return good(about, `${publicUrl} (this machine alone)`);
  if (protocol === 'http:') {
    return wrong(
      about,
      `${publicUrl}: passwords would cross the network in the clear`,
      'put a web server with TLS before Wayleave and make it https://',
    );
  }
  if (trustedProxies.length === 0) {
    return wrong(
      about,
      'WAYLEAVE_TRUSTED_PROXIES is empty: all visitors would seem to come from the web server before Wayleave',
      'set it to that server’s address, often 127.0.0.1',
    );
  }
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return good(about, publicUrl);
  try {
    await lookup(hostname);
    return good(about, publicUrl);
  } catch (error) {
    return wrong(
      about,
      `${hostname} is not known to the name service (${error.code})`,
      'make an entry for it, or put WAYLEAVE_PUBLIC_URL right',
    );
  }
}
