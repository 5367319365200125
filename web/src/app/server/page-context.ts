/** A call of the API inside the process, without a socket. */
export interface ApiCall {
  readonly method: string;
  /** Path and query, beginning with `/api/`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

export interface ApiAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly body: string;
}

/** What the process that renders pages hands to them. */
export interface PageContext {
  readonly call: (call: ApiCall) => Promise<ApiAnswer>;
  /** Address of this installation as the public knows it, for canonical links; the request's own origin where absent. */
  readonly publicUrl?: string;
}
