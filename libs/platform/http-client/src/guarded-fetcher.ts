import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { accepted, refusal, refused, type Outcome, type Refusal } from '#kernel';
import { checkedAddress } from './checked-address.ts';
import { ended, Ended, forbidden } from './ended.ts';
import { defaultLimits, type FetchLimits } from './fetch-limits.ts';
import { isForbiddenAddress } from './forbidden-address.ts';
import { ForbiddenTarget, guardedLookup, type Resolver } from './guarded-lookup.ts';

export interface FetcherOptions {
  /** Whether private, loopback and other inner addresses may be read (WAYLEAVE_FETCH_PRIVATE). */
  readonly allowPrivate: boolean;
  readonly limits?: Partial<FetchLimits>;
  /** How names are resolved; the system's resolver unless a spec says otherwise. */
  readonly resolver?: Resolver;
}

/** What was fetched into a file. */
export interface Fetched {
  /** The address that answered, after redirects. */
  readonly address: string;
  readonly bytes: number;
  /** As the server said it, without parameters; feeds are told by their content, not by this. */
  readonly contentType?: string;
}

/**
 * The one way by which addresses given by people and feeds are read. It follows http and https alone, connects to no
 * inner address unless a setting allows it (checked on the resolved address at connect time and again at each redirect),
 * sends no credentials, and limits redirects, size and time. What goes wrong is a value with a clear sentence.
 */
export class GuardedFetcher {
  private readonly limits: FetchLimits;

  constructor(private readonly options: FetcherOptions) {
    this.limits = { ...defaultLimits, ...options.limits };
  }

  /** Reads an address into a file, which is removed again where that fails. */
  async save(address: string, file: string, signal?: AbortSignal): Promise<Outcome<Fetched>> {
    const overall = AbortSignal.timeout(this.limits.total);
    const stop = signal ? AbortSignal.any([overall, signal]) : overall;
    try {
      return accepted(await this.follow(address, file, stop));
    } catch (error) {
      await rm(file, { force: true });
      if (error instanceof Ended) return refused(error.reason);
      if (overall.aborted)
        return refused(ended('too-slow', `Reading the address took longer than ${seconds(this.limits.total)}.`).reason);
      if (stop.aborted) return refused(ended('stopped', 'Reading the address was stopped.').reason);
      return refused(failureOf(error, address));
    }
  }

  private async follow(address: string, file: string, signal: AbortSignal): Promise<Fetched> {
    let url = checkedAddress(address, this.options);
    for (let redirects = 0; ; redirects += 1) {
      const response = await this.request(url, signal);
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if (status >= 300 && status < 400 && location !== undefined) {
        response.destroy();
        if (redirects >= this.limits.redirects) {
          throw ended('too-many-redirects', `The address leads on more than ${this.limits.redirects} times.`);
        }
        url = checkedAddress(location, this.options, url);
        continue;
      }
      if (status < 200 || status >= 300) {
        response.destroy();
        throw ended(
          'status',
          `${url.host} answered ${status}${response.statusMessage ? ` ${response.statusMessage.slice(0, 60)}` : ''}.`,
        );
      }
      const bytes = await this.receive(response, file, signal);
      const contentType = response.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
      return { address: url.href, bytes, ...(contentType !== undefined && { contentType }) };
    }
  }

  private request(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const options: RequestOptions = {
      method: 'GET',
      signal,
      // No connection is shared or kept: each is checked for itself.
      agent: false,
      headers: {
        accept: 'application/ld+json, application/json;q=0.9, */*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': 'Wayleave (data catalogue)',
      },
      ...(!this.options.allowPrivate && { lookup: guardedLookup(this.options.resolver) }),
      ...(this.options.allowPrivate &&
        this.options.resolver && { lookup: this.options.resolver as RequestOptions['lookup'] }),
    };
    return new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, resolve);
      request.on('error', reject);
      this.watch(request, url);
      request.end();
    });
  }

  /** Ends a connection that does not come to stand, falls silent, or came to stand where it must not. */
  private watch(request: ClientRequest, url: URL): void {
    const late = setTimeout(
      () => request.destroy(ended('unreachable', `${url.host} did not answer within ${seconds(this.limits.connect)}.`)),
      this.limits.connect,
    );
    request.on('socket', (socket) => {
      socket.once('connect', () => {
        if (!this.options.allowPrivate && isForbiddenAddress(socket.remoteAddress ?? ''))
          request.destroy(forbidden(url.host));
      });
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(late));
    });
    request.on('close', () => clearTimeout(late));
    let response: IncomingMessage | undefined;
    request.on('response', (begun) => (response = begun));
    // What has begun to answer is ended with the reason, or else its reader would only hear that it broke off.
    request.setTimeout(this.limits.idle, () =>
      (response ?? request).destroy(ended('silent', `${url.host} sent nothing for ${seconds(this.limits.idle)}.`)),
    );
  }

  private async receive(response: IncomingMessage, file: string, signal: AbortSignal): Promise<number> {
    const counter = new Counter(this.limits.bytes);
    const unpacked = decodersOf(response);
    const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    await pipeline([response, ...unpacked, counter, target], { signal });
    return counter.bytes;
  }
}

/** Counts what comes out of the decompression, so that a small answer cannot become an endless file. */
class Counter extends Transform {
  bytes = 0;
  constructor(private readonly limit: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error?: Error | null, chunk?: Buffer) => void): void {
    this.bytes += chunk.length;
    if (this.bytes <= this.limit) return done(null, chunk);
    const size = this.limit >= 1024 * 1024 ? `${Math.floor(this.limit / 1024 / 1024)} MB` : `${this.limit} bytes`;
    done(ended('too-large', `What stands at the address is larger than ${size}.`));
  }
}

const mostEncodings = 2;

/** Lets go of an answer that is packed in a way that is not read: nobody else would end its connection. */
function decodersOf(response: IncomingMessage): Transform[] {
  try {
    return decoders(response);
  } catch (error) {
    response.destroy();
    throw error;
  }
}

function decoders(response: IncomingMessage): Transform[] {
  const encodings = (response.headers['content-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);
  if (encodings.length > mostEncodings) throw ended('encoding', 'The answer is packed more often than is read.');
  return encodings.reverse().flatMap((encoding): Transform[] => {
    if (encoding === 'identity') return [];
    if (encoding === 'gzip' || encoding === 'x-gzip') return [createGunzip()];
    if (encoding === 'deflate') return [createInflate()];
    if (encoding === 'br') return [createBrotliDecompress()];
    throw ended('encoding', `The answer is packed in a way that is not read: ${encoding.slice(0, 40)}.`);
  });
}

const seconds = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${Math.round(milliseconds / 1000)} seconds`;

const plainCauses: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was broken off',
  ETIMEDOUT: 'it did not answer',
  EHOSTUNREACH: 'it cannot be reached',
  ENETUNREACH: 'it cannot be reached',
  Z_DATA_ERROR: 'what it sent cannot be unpacked',
  Z_BUF_ERROR: 'what it sent ends too early',
  ERR_STREAM_PREMATURE_CLOSE: 'what it sent ends too early',
  ECONNABORTED: 'the connection was broken off',
  HPE_INVALID_CONSTANT: 'it does not speak HTTP',
  EPROTO: 'it does not speak HTTPS',
  ENOSPC: 'there is no room left on this machine',
};

function failureOf(error: unknown, address: string): Refusal {
  const host = URL.canParse(address) ? new URL(address).host : address.slice(0, 200);
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof Ended) return current.reason;
    if (current instanceof ForbiddenTarget) return forbidden(host).reason;
  }
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  const certificate = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code);
  const cause = certificate ? 'its certificate cannot be trusted' : (plainCauses[code] ?? 'the connection failed');
  return refusal('platform.fetch-failed', `${host} could not be read: ${cause}.`);
}
