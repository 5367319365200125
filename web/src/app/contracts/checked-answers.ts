import {
  HttpContext,
  HttpContextToken,
  HttpResponse,
  httpResource,
  type HttpEvent,
  type HttpInterceptorFn,
  type HttpResourceRef,
} from '@angular/common/http';
import { inject, InjectionToken } from '@angular/core';
import { from, map, mergeMap, of } from 'rxjs';
import type { Answer, AnswerName, answers } from './answers.ts';

type Contracts = typeof answers;

/** How the contracts are had: at once on the server, fetched when first needed in the browser (they weigh a fifth of a page). */
export const CONTRACTS = new InjectionToken<() => Promise<Contracts>>('contracts', {
  factory: () => async () => {
    const module = await import('./answers.ts');
    module.checkWithoutEval();
    return module.answers;
  },
});

const EXPECTED = new HttpContextToken<AnswerName | undefined>(() => undefined);

/** Marks a request, so that its answer is checked by a contract before anybody sees it. */
export const expecting = (name: AnswerName): HttpContext => new HttpContext().set(EXPECTED, name);

/**
 * Checks every answer by its contract. One that is there at once came with the page: the server checked it when it rendered
 * the page, and waiting for the contracts would blank what is already shown.
 */
export const checkAnswers: HttpInterceptorFn = (request, next) => {
  const name = request.context.get(EXPECTED);
  if (name === undefined) return next(request);
  const contracts = inject(CONTRACTS);
  let atOnce = true;
  const checked = (event: HttpEvent<unknown>) => {
    if (!(event instanceof HttpResponse) || atOnce) return of(event);
    return from(contracts()).pipe(map((known) => event.clone({ body: known[name].parse(event.body) })));
  };
  const events = next(request).pipe(mergeMap(checked));
  queueMicrotask(() => (atOnce = false));
  return events;
};

/** An answer of the API as a signal, checked by its contract; an address that is undefined asks nothing. */
export const answerFrom = <Name extends AnswerName>(
  name: Name,
  address: () => string | undefined,
): HttpResourceRef<Answer<Name> | undefined> =>
  httpResource<Answer<Name>>(() => {
    const url = address();
    return url === undefined ? undefined : { url, context: expecting(name) };
  });
