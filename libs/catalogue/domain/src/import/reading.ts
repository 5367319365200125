import type { DateOrder } from './dates.ts';
import type { Findings } from './findings.ts';
import { nodeOf, referenceOf, textsOf, type Node } from './node.ts';
import { line, paragraphs, type PlainText } from './words.ts';

/** What normalising one record needs to know of its feed. */
export interface FeedReading {
  readonly dateOrder: DateOrder;
  /** Name of the publishing organisation: a creator of the same name is not repeated. */
  readonly organisation: string;
  readonly plainText: PlainText;
  /** Finds a node of the same document by its `@id`. */
  readonly resolve?: (id: string) => unknown;
}

/** One node under reading: gives the values of its terms, remembers which were asked for, and reports repairs. */
export class NodeReader {
  private readonly asked = new Set<string>(['@id', '@type', '@context']);

  constructor(
    readonly node: Node,
    readonly reading: FeedReading,
    readonly findings: Findings,
    /** Stands before the paths of its repairs: `distribution[2].`. */
    readonly prefix: string = '',
  ) {}

  /** Values of the first of the terms that has any. A name spelt otherwise than `expected` is a repair. */
  values(...keys: readonly string[]): readonly unknown[] {
    for (const key of keys) this.asked.add(key);
    for (const key of keys) {
      const term = this.node.terms.get(key);
      if (term) return term.values;
    }
    return [];
  }

  path(name: string): string {
    return this.prefix + name;
  }

  /** Reports a field whose name differs from the right one in its capitals. */
  checkName(key: string, right: string): void {
    const spelt = this.node.terms.get(key)?.name;
    if (spelt !== undefined && spelt !== right) this.findings.repaired('field-name', this.path(spelt), spelt, right);
  }

  line(name: string, longest: number, ...keys: readonly string[]): string | undefined {
    return this.first(keys, (text) => line(text, this.options(name, longest)));
  }

  text(name: string, longest: number, ...keys: readonly string[]): string | undefined {
    return this.first(keys, (text) => paragraphs(text, this.options(name, longest)));
  }

  options(name: string, longest: number) {
    return { path: this.path(name), longest, findings: this.findings, plainText: this.reading.plainText };
  }

  references(...keys: readonly string[]): string[] {
    return this.values(...keys)
      .map(referenceOf)
      .filter((reference) => reference !== undefined);
  }

  texts(...keys: readonly string[]): string[] {
    return textsOf(this.values(...keys), this.reading.resolve);
  }

  nodes(...keys: readonly string[]): Node[] {
    return this.values(...keys)
      .map((value) => nodeOf(value, this.reading.resolve))
      .filter((node) => node !== undefined);
  }

  /** Names of terms that nobody asked for. */
  unread(): string[] {
    return [...this.node.terms].filter(([key]) => !this.asked.has(key)).map(([, term]) => term.name);
  }

  private first(keys: readonly string[], read: (text: string) => string | undefined): string | undefined {
    for (const text of this.texts(...keys)) {
      const found = read(text);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
