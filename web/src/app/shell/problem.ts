import { HttpErrorResponse } from '@angular/common/http';

/** One fault in what was sent: where and what. */
export interface Fault {
  /** As `description.columns.2.name`. */
  readonly path: string;
  readonly message: string;
}

/** Why a call did not succeed: the API's problem details (RFC 9457), or what happened on the way. */
export interface Problem {
  /** HTTP status; 0 where there was no answer at all. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly faults: readonly Fault[];
  /** On a stale revision: the view as it is now. */
  readonly current?: unknown;
  /** On too many attempts: seconds to wait. */
  readonly retryAfter?: number;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** `columns[2].name` and `columns.2.name` name the same place. */
export const plainPath = (path: string): string => path.replace(/\[(\d+)\]/g, '.$1').replace(/^\./, '');

const faultsIn = (value: unknown): readonly Fault[] =>
  !Array.isArray(value)
    ? []
    : value.flatMap((fault: { path?: unknown; message?: unknown }) => {
        const message = text(fault?.message);
        return message === undefined ? [] : [{ path: plainPath(text(fault.path) ?? ''), message }];
      });

/** Reads whatever a failed call threw. */
export function problemOf(error: unknown): Problem {
  const cause = error instanceof Error && error.cause instanceof HttpErrorResponse ? error.cause : error;
  if (!(cause instanceof HttpErrorResponse))
    return { status: -1, code: 'web.unexpected', title: 'Something went wrong', faults: [] };
  const body = (typeof cause.error === 'object' && cause.error !== null ? cause.error : {}) as Record<string, unknown>;
  const retryAfter = Number(cause.headers?.get('retry-after') ?? Number.NaN);
  return {
    status: cause.status,
    code: text(body['code']) ?? (cause.status === 0 ? 'web.offline' : `http.${cause.status}`),
    title: text(body['title']) ?? 'Something went wrong',
    ...(text(body['detail']) === undefined ? {} : { detail: text(body['detail'])! }),
    faults: faultsIn(body['faults']),
    ...('current' in body ? { current: body['current'] } : {}),
    ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
  };
}
