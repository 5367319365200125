import {
  HttpBackend,
  HttpErrorResponse,
  HttpHeaders,
  HttpResponse,
  type HttpEvent,
  type HttpRequest,
} from '@angular/common/http';
import { inject, REQUEST, REQUEST_CONTEXT } from '@angular/core';
import { from, map, type Observable } from 'rxjs';
import type { ApiAnswer, ApiCall, PageContext } from './page-context.ts';

const handedOn = ['cookie', 'user-agent', 'accept-language'];

/** Path and query of an address of this installation; undefined for any other, which a page on the server never calls. */
export const ownPath = (address: string, pageAddress: string): string | undefined => {
  const url = new URL(address, pageAddress);
  return url.origin === new URL(pageAddress).origin && url.pathname.startsWith('/api/')
    ? url.pathname + url.search
    : undefined;
};

const bodyOf = (answer: ApiAnswer): unknown => {
  try {
    return answer.body === '' ? null : JSON.parse(answer.body);
  } catch {
    return answer.body;
  }
};

const responseOf = (answer: ApiAnswer, url: string): HttpEvent<unknown> => {
  const shared = { headers: new HttpHeaders(), status: answer.statusCode, statusText: String(answer.statusCode), url };
  if (answer.statusCode >= 200 && answer.statusCode < 300) return new HttpResponse({ ...shared, body: bodyOf(answer) });
  throw new HttpErrorResponse({ ...shared, error: bodyOf(answer) });
};

/** On the server a page asks the API in the same process: no socket, no address that a `Host` header could bend. */
export class InProcessBackend implements HttpBackend {
  private readonly request = inject(REQUEST);
  private readonly context = inject(REQUEST_CONTEXT) as PageContext | null;

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const path = this.request ? ownPath(request.urlWithParams, this.request.url) : undefined;
    if (path === undefined || !this.context)
      throw new Error('A page on the server may call only the API of its own process');
    return from(this.context.call(this.callOf(request, path))).pipe(
      map((answer) => responseOf(answer, request.urlWithParams)),
    );
  }

  private callOf(request: HttpRequest<unknown>, url: string): ApiCall {
    const headers: Record<string, string> = { accept: 'application/json' };
    for (const name of handedOn) {
      const value = this.request?.headers.get(name);
      if (value) headers[name] = value;
    }
    const payload = request.serializeBody();
    return { method: request.method, url, headers, ...(typeof payload === 'string' ? { payload } : {}) };
  }
}
