/** The little of n3 2.13 and shacl-engine 1.1 that specs use; they have no types of their own. */
declare module 'n3' {
  export interface Term {
    readonly termType: string;
    readonly value: string;
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }
  export class Parser {
    constructor(options?: { format?: string });
    parse(text: string): Quad[];
  }
  export class Store {
    constructor(quads?: readonly Quad[]);
  }
  export const DataFactory: object;
}

declare module 'shacl-engine' {
  export class Validator {
    constructor(shapes: unknown, options: { factory: unknown });
    validate(data: { dataset: unknown }): Promise<{
      readonly conforms: boolean;
      readonly results: readonly {
        readonly focusNode?: { readonly term?: unknown };
        readonly path?: readonly { readonly predicates?: readonly unknown[] }[];
        readonly value?: { readonly term?: unknown };
        readonly constraintComponent?: unknown;
        readonly severity?: unknown;
      }[];
    }>;
  }
}
