import { createHash } from 'node:crypto';
import { accepted, refusal, refused, type Outcome, type Refusal } from '#kernel';
import type { SourceFile } from '#platform/http-client';
import { isObject, lastPart, textsOf, type FeedReading } from '#catalogue/domain';
import { JsonScanner, NotJson, type Found, type FoundNode, type Slice } from './json-scanner.ts';

/** What a feed says of itself. */
export interface FeedHead {
  /** The catalogue's own address, where it gives one. */
  readonly id?: string;
  readonly title?: string;
  readonly dateOrder: FeedReading['dateOrder'];
  /** Whether it is one page of several: what it lacks has not vanished. */
  readonly isPage: boolean;
}

/** One record as it stands in the feed, or why it cannot be read. */
export interface FeedRecord {
  /** From 0, over the whole feed. */
  readonly position: number;
  /** `dataset[3]`, `catalog[0].dataset[1]`. */
  readonly path: string;
  readonly value: Outcome<unknown>;
  /** Whether its bytes were not UTF-8 and were read as Windows-1252. */
  readonly mended: boolean;
}

interface Place extends Slice {
  readonly path: string;
  readonly tooDeep: boolean;
}

export const largestRecord = 8 * 1024 * 1024;
const windowSize = 4 * 1024 * 1024;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const western = new TextDecoder('windows-1252');

function decode(bytes: Uint8Array): { text: string; mended: boolean } {
  try {
    return { text: strict.decode(bytes), mended: false };
  } catch {
    return { text: western.decode(bytes), mended: true };
  }
}

const parsed = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

const kindsOf = (text: string | undefined): string[] => {
  const value = parsed(text);
  return (Array.isArray(value) ? value : [value]).filter((kind) => typeof kind === 'string').map(lastPart);
};

const isDataset = (kinds: readonly string[]): boolean =>
  kinds.some((kind) => kind === 'Dataset' || kind === 'DatasetSeries');

/** A catalogue in a file: its head is known, its records are read in order, a window at a time. */
export class Feed {
  private constructor(
    private readonly file: SourceFile,
    readonly head: FeedHead,
    private readonly places: readonly Place[],
    private readonly nodes: ReadonlyMap<string, FoundNode>,
    /** SHA-256 of the file. */
    readonly hash: string,
  ) {}

  /** Looks the whole file through once: nothing is imported of a feed that is cut off or no catalogue. */
  static async open(file: SourceFile): Promise<Outcome<Feed>> {
    const scanner = new JsonScanner();
    const digest = createHash('sha256');
    try {
      for await (const chunk of file.chunks()) {
        digest.update(chunk);
        scanner.push(chunk);
      }
      const found = scanner.end();
      const nodes = nodesById(found);
      const places = placesOf(found, file, nodes);
      if (!found.isCatalogue && places.length === 0) {
        return refused(
          refusal(
            'catalogue.import-no-catalogue',
            'There is no catalogue in this file: neither dcat:dataset, dataset nor @graph.',
          ),
        );
      }
      return accepted(new Feed(file, headOf(found), places, nodes, digest.digest('hex')));
    } catch (error) {
      if (error instanceof NotJson) return refused(refusal('catalogue.import-not-json', error.message));
      throw error;
    }
  }

  get count(): number {
    return this.places.length;
  }

  /** Records from `position` on, at most `size` of them. */
  async read(position: number, size: number): Promise<FeedRecord[]> {
    const records: FeedRecord[] = [];
    const wanted = this.places.slice(position, position + size);
    let window: { start: number; bytes: Uint8Array } | undefined;
    for (const [index, place] of wanted.entries()) {
      const inside = window && place.start >= window.start && place.end <= window.start + window.bytes.length;
      if (!inside && readable(place)) window = await this.window(wanted, index);
      const bytes = window?.bytes.subarray(place.start - window.start, place.end - window.start);
      records.push({ position: position + index, path: place.path, ...valueOf(place, bytes) });
    }
    return records;
  }

  /** A node of the same document, by its `@id`. */
  readonly resolve = (id: string): unknown => {
    const node = this.nodes.get(id);
    if (!node || node.tooDeep || node.end - node.start > largestRecord) return undefined;
    return parsed(decode(this.file.readNow(node.start, node.end)).text);
  };

  get hasNodes(): boolean {
    return this.nodes.size > 0;
  }

  /** As many whole records as a window holds, in one read. */
  private async window(wanted: readonly Place[], from: number): Promise<{ start: number; bytes: Uint8Array }> {
    const { start, end: firstEnd } = wanted[from] as Place;
    let end = firstEnd;
    for (const place of wanted.slice(from + 1)) {
      if (place.start < end || place.end - start > windowSize) break;
      end = place.end;
    }
    return { start, bytes: await this.file.read(start, end) };
  }
}

const readable = (place: Place): boolean => !place.tooDeep && place.end - place.start <= largestRecord;

function valueOf(place: Place, bytes: Uint8Array | undefined): Pick<FeedRecord, 'value' | 'mended'> {
  if (place.tooDeep) return { value: refused(tooDeep), mended: false };
  if (!bytes || !readable(place)) return { value: refused(tooLarge), mended: false };
  const { text, mended } = decode(bytes);
  try {
    return { value: accepted(JSON.parse(text) as unknown), mended };
  } catch {
    return { value: refused(unreadable), mended };
  }
}

const tooDeep: Refusal = refusal('catalogue.import-too-deep', 'The record is nested more than 64 levels deep.');
const tooLarge: Refusal = refusal(
  'catalogue.import-record-too-large',
  `The record is larger than ${largestRecord / 1024 / 1024} MB.`,
);
const unreadable: Refusal = refusal('catalogue.import-unreadable', 'The record is not valid JSON.');

function nodesById(found: Found): Map<string, FoundNode> {
  const nodes = new Map<string, FoundNode>();
  for (const node of found.nodes) {
    const id = parsed(node.head.get('@id'));
    if (typeof id === 'string' && !nodes.has(id)) nodes.set(id, node);
  }
  return nodes;
}

const longestReference = 4000;

/** Where each record stands: those of lists, then the nodes that are datasets; a mere pointer to a node is not one. */
function placesOf(found: Found, file: SourceFile, nodes: ReadonlyMap<string, FoundNode>): Place[] {
  const listed = found.records
    .filter(
      (record) =>
        nodes.size === 0 ||
        record.end - record.start > longestReference ||
        !pointsTo(file.readNow(record.start, record.end), nodes),
    )
    .map(({ start, end, container, index, tooDeep: deep }) => ({
      start,
      end,
      tooDeep: deep,
      path: `${found.containers[container] ?? ''}[${index}]`,
    }));
  const graph = found.nodes
    .filter((node) => isDataset(kindsOf(node.head.get('@type'))))
    .map(({ start, end, index, tooDeep: deep }) => ({ start, end, tooDeep: deep, path: `@graph[${index}]` }));
  if (listed.length === 0 && graph.length === 0 && found.root && isDataset(kindsOf(found.head.get('@type')))) {
    return [{ ...found.root, path: '', tooDeep: false }];
  }
  return [...listed, ...graph];
}

function pointsTo(bytes: Uint8Array, nodes: ReadonlyMap<string, FoundNode>): boolean {
  const value = parsed(decode(bytes).text);
  const id = isObject(value) && Object.keys(value).length === 1 ? value['@id'] : value;
  return typeof id === 'string' && nodes.has(id);
}

function headOf(found: Found): FeedHead {
  const catalogue = found.nodes.find((node) => kindsOf(node.head.get('@type')).includes('Catalog'))?.head;
  const from = (name: string): unknown => parsed(found.head.get(name)) ?? parsed(catalogue?.get(name));
  const id = from('@id');
  const [title] = textsOf([from('title') ?? from('name')]);
  const about = [found.head.get('conformsto'), found.head.get('describedby'), found.head.get('@context')].join(' ');
  const hasNext = ['next', 'nextpage'].some(
    (name) =>
      (found.head.has(name) && found.head.get(name) !== 'null') || found.nodes.some(({ head }) => head.has(name)),
  );
  const view = from('view');
  return {
    ...(typeof id === 'string' && /^https?:\/\/\S+$/.test(id) && { id }),
    ...(title !== undefined && {
      title: title
        .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
        .trim()
        .slice(0, 300),
    }),
    dateOrder: /project-open-data|dcat-us|resources\.data\.gov/i.test(about) ? 'month-first' : 'day-first',
    isPage: hasNext || (isObject(view) && Object.keys(view).some((key) => /next$/i.test(key))),
  };
}
