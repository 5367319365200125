import type { Outcome, Refusal } from '#kernel';

/** One fault of an input: where, which rule, in words. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Problem details of RFC 9457, with our own members `code`, `faults` and, where a view is stale, `current`. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly faults?: readonly Fault[];
  readonly current?: unknown;
}

const titles: Record<number, string> = {
  400: 'The request is not understood',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  406: 'No such form of it',
  409: 'It changed meanwhile',
  410: 'No longer there',
  413: 'Too large',
  415: 'Not a form that is read here',
  422: 'Refused',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not ready',
};

/** The one table from a refusal's code to an HTTP status; a refusal not named here is 422. */
const statuses: Record<string, number> = {
  'ledger.unseen': 404,
  'ledger.not-allowed': 403,
  'ledger.revision-missing': 400,
  'ledger.stale': 409,
  'ledger.key-reused': 422,
  'ledger.key-too-long': 400,
  'http.body-not-read': 400,
  'http.input-invalid': 400,
  'http.not-found': 404,
  'sharing.signing-link-dead': 410,
  'organisations.sign-in-failed': 401,
  'organisations.not-signed-in': 401,
  'organisations.too-many-attempts': 429,
  'organisations.not-acting-for': 403,
  'organisations.foreign-origin': 403,
  'organisations.link-unusable': 400,
  'organisations.password-wrong': 400,
};

export const statusOf = (code: string): number => statuses[code] ?? 422;

/** Ends a request with problem details. Thrown at the edge alone; inside, a refusal is a value. */
export class Problem extends Error {
  constructor(
    readonly body: ProblemBody,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(body.detail);
  }
}

const faultOf = ({ code, message, field }: Refusal): Fault => ({ path: field ?? '', code, message });

/** The problem that one or more refusals make; the first decides the status. */
export function problemOf(
  refusals: readonly Refusal[],
  extra: { current?: unknown; headers?: Record<string, string> } = {},
): Problem {
  const [first] = refusals;
  if (!first) throw new Error('A refusal without a reason');
  const status = statusOf(first.code);
  return new Problem(
    {
      type: `urn:wayleave:problem:${first.code}`,
      title: titles[status] ?? 'Refused',
      status,
      detail: refusals.map(({ message }) => message).join(' '),
      code: first.code,
      ...(refusals.some(({ field }) => field !== undefined) && { faults: refusals.map(faultOf) }),
      ...(extra.current !== undefined && { current: extra.current }),
    },
    extra.headers,
  );
}

/** A problem by its status alone, for what has no rule of ours behind it. */
export const plainProblem = (status: number, code: string, detail: string, headers?: Record<string, string>): Problem =>
  new Problem(
    { type: `urn:wayleave:problem:${code}`, title: titles[status] ?? 'Refused', status, detail, code },
    headers,
  );

/** The value of an outcome, or its refusals as a problem. */
export function settled<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw problemOf(outcome.refusals);
}

/** What is there for this reader, or 404: nothing tells an unseen object from one that does not exist. */
export function found<Value>(value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw plainProblem(404, 'http.not-found', 'There is nothing here that you may see.');
}
