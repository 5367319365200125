/** The little of shacl-engine 1.1 that is used here; it has no types of its own. */
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
