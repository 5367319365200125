/**
 * Finds where the records of a catalogue stand in a stream of JSON bytes without building the document: a reader takes
 * them from the file one after another, so that a large feed is never held in memory, a deep one exhausts no stack, and
 * one broken record spoils no other.
 */

/** Bytes from `start` up to but not including `end`. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/** The few members of a catalogue or node that matter before its records are read, as JSON text by their name. */
export type Head = Map<string, string>;

export interface FoundRecord extends Slice {
  readonly container: number;
  readonly index: number;
  /** More levels than a record has any reason for: it is not parsed. */
  readonly tooDeep: boolean;
}

export interface FoundNode extends Slice {
  readonly head: Head;
  readonly index: number;
  readonly tooDeep: boolean;
}

/** A list of records: where it stands, as `dataset` or `catalog[1].dataset`. */
export interface Found {
  readonly containers: string[];
  readonly records: FoundRecord[];
  /** Nodes of a `@graph` or of an expanded document. */
  readonly nodes: FoundNode[];
  head: Head;
  /** The whole document, where it is one object. */
  root?: Slice;
  /** Whether a list of datasets or a graph was there at all. */
  isCatalogue: boolean;
}

/** The bytes are not JSON, or end too early. */
export class NotJson extends Error {}

type Role = 'catalogue' | 'node' | 'records' | 'catalogues' | 'graph';

interface Frame {
  readonly role: Role;
  readonly isArray: boolean;
  readonly start: number;
  readonly path: string;
  readonly head: Head;
  readonly container: number;
  index: number;
  key: string;
  tooDeep: boolean;
  /** What may come next. */
  expects: 'key' | 'colon' | 'value' | 'comma';
}

type LeafUse = 'record' | 'head' | 'skip';

export const deepest = 64;
const longestKey = 2000;
const longestHeadValue = 64 * 1024;
const mostFrames = 16;

const quote = 0x22;
const backslash = 0x5c;
const objectOpen = 0x7b;
const objectClose = 0x7d;
const arrayOpen = 0x5b;
const arrayClose = 0x5d;
const colon = 0x3a;
const comma = 0x2c;

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** The last part of a member's name, in small letters: `dcat:dataset`, `http://www.w3.org/ns/dcat#dataset`. */
const localName = (key: string): string =>
  (key.startsWith('@')
    ? key
    : key.slice(Math.max(key.lastIndexOf('#'), key.lastIndexOf('/'), key.lastIndexOf(':')) + 1)
  ).toLowerCase();

const catalogueHeads = new Set([
  '@id',
  '@type',
  '@context',
  'title',
  'name',
  'conformsto',
  'describedby',
  'next',
  'nextpage',
  'view',
  'identifier',
]);
const nodeHeads = new Set(['@id', '@type', 'title', 'next', 'nextpage', 'view', 'conformsto']);
const nothing: Head = new Map();

export class JsonScanner {
  readonly found: Found = { containers: [], records: [], nodes: [], head: nothing, isCatalogue: false };
  private readonly frames: Frame[] = [];
  private offset = 0;
  private done = false;
  private key: number[] | undefined;
  private keyEscaped = false;
  // The value being passed over.
  private leaf: LeafUse | undefined;
  private leafStart = 0;
  private leafDepth = 0;
  private leafDeepest = 0;
  private inString = false;
  private escaped = false;
  private scalar = false;
  private captured: Uint8Array[] = [];

  /** Takes the next bytes. @throws {NotJson} */
  push(chunk: Uint8Array): void {
    let at = 0;
    if (this.offset === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) at = 3;
    while (at < chunk.length) {
      if (this.leaf !== undefined) at = this.passLeaf(chunk, at);
      else if (this.key) at = this.readKey(chunk, at);
      else this.step(chunk[at] ?? 0, this.offset + at++);
    }
    const mayCapture = this.leaf === 'head' && this.offset + chunk.length - this.leafStart <= longestHeadValue;
    if (mayCapture) this.captured.push(chunk.slice(Math.max(0, this.leafStart - this.offset)));
    this.offset += chunk.length;
  }

  /** Ends the stream. @throws {NotJson} where the document is cut off */
  end(): Found {
    if (this.leaf !== undefined && this.frames.length === 0 && this.scalar) this.done = true;
    if (!this.done)
      throw new NotJson(
        this.offset === 0 ? 'The file is empty.' : 'The file is cut off: it ends in the middle of its JSON.',
      );
    return this.found;
  }

  private step(byte: number, at: number): void {
    if (isSpace(byte)) return;
    const frame = this.frames.at(-1);
    if (!frame) return this.begin(byte, at);
    if (frame.expects === 'comma') {
      if (byte === comma) frame.expects = frame.isArray ? 'value' : 'key';
      else this.close(frame, byte, at);
    } else if (frame.expects === 'key') {
      if (byte === quote) this.key = [];
      else this.close(frame, byte, at);
    } else if (frame.expects === 'colon') {
      if (byte !== colon) throw unexpected(byte, at);
      frame.expects = 'value';
    } else if (byte === arrayClose && frame.isArray) this.close(frame, byte, at);
    else this.value(frame, byte, at);
  }

  private begin(byte: number, at: number): void {
    if (this.done) throw new NotJson(`This is not one JSON document: something follows its end, at byte ${at}.`);
    if (byte === objectOpen) this.open('catalogue', '', at);
    else if (byte === arrayOpen) this.openArray('graph', '', at);
    else throw new NotJson('This is not a catalogue in JSON: it begins with neither { nor [.');
  }

  /** A value of a frame begins: another frame, or a leaf to pass over. */
  private value(frame: Frame, byte: number, at: number): void {
    frame.expects = 'comma';
    const { role } = frame;
    const isObject = byte === objectOpen;
    const isArray = byte === arrayOpen;
    if (this.frames.length < mostFrames) {
      if (role === 'graph' && isObject) return this.open('node', `${frame.path}[${frame.index++}]`, at);
      if (role === 'catalogues' && isObject) return this.open('catalogue', `${frame.path}[${frame.index++}]`, at);
      const name = role === 'catalogue' || role === 'node' ? localName(frame.key) : '';
      const path = frame.path === '' || role === 'node' ? name : `${frame.path}.${name}`;
      if (name === 'dataset' && (isArray || isObject)) return this.datasets(path, isArray, at);
      if (name === '@graph' && isArray) return this.openArray('graph', path, at);
      if (name === 'catalog' && isArray) return this.openArray('catalogues', path, at);
      if (name === 'catalog' && isObject && role === 'catalogue') return this.open('catalogue', path, at);
    }
    if (role === 'records') return this.startLeaf('record', byte, at);
    const heads = role === 'node' ? nodeHeads : catalogueHeads;
    const wanted = !frame.isArray && heads.has(localName(frame.key));
    this.startLeaf(wanted ? 'head' : 'skip', byte, at);
  }

  private datasets(path: string, isArray: boolean, at: number): void {
    this.found.isCatalogue = true;
    if (isArray) return this.openArray('records', path, at);
    this.found.containers.push(path);
    this.frames.push({
      ...frameAt('records', at, path, this.found.containers.length - 1),
      isArray: false,
      expects: 'comma',
    });
    this.startLeaf('record', objectOpen, at);
  }

  private open(role: Role, path: string, at: number): void {
    const frame = {
      ...frameAt(role, at, path, -1),
      isArray: false,
      expects: 'key' as const,
      head: new Map<string, string>(),
    };
    if (this.frames.length === 0) this.found.head = frame.head;
    this.frames.push(frame);
  }

  private openArray(role: Role, path: string, at: number): void {
    if (role === 'graph') this.found.isCatalogue = true;
    if (role === 'records') this.found.containers.push(path);
    this.frames.push({ ...frameAt(role, at, path, this.found.containers.length - 1), isArray: true, expects: 'value' });
  }

  private close(frame: Frame, byte: number, at: number): void {
    if (byte !== (frame.isArray ? arrayClose : objectClose)) throw unexpected(byte, at);
    this.frames.pop();
    if (frame.role === 'node') {
      const { start, head, tooDeep } = frame;
      this.found.nodes.push({ start, end: at + 1, head, tooDeep, index: this.found.nodes.length });
    }
    if (this.frames.length > 0) return;
    this.done = true;
    if (!frame.isArray) this.found.root = { start: frame.start, end: at + 1 };
  }

  private readKey(chunk: Uint8Array, from: number): number {
    const key = this.key ?? [];
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === quote && !this.keyEscaped) {
        const frame = this.frames.at(-1);
        if (frame) Object.assign(frame, { key: nameIn(key), expects: 'colon' });
        this.key = undefined;
        return at + 1;
      }
      this.keyEscaped = byte === backslash && !this.keyEscaped;
      if (key.length < longestKey) key.push(byte);
    }
    return chunk.length;
  }

  private startLeaf(use: LeafUse, byte: number, at: number): void {
    const opens = byte === objectOpen || byte === arrayOpen;
    const string = byte === quote;
    if (!opens && !string && !/[-0-9tfn]/.test(String.fromCharCode(byte))) throw unexpected(byte, at);
    this.leaf = use;
    this.leafStart = at;
    this.leafDepth = opens ? 1 : 0;
    this.leafDeepest = 1;
    this.inString = string;
    this.escaped = false;
    this.scalar = !opens && !string;
    this.captured = [];
  }

  /** Passes over bytes of the value; this loop sees nearly every byte of a feed. */
  private passLeaf(chunk: Uint8Array, from: number): number {
    let { inString, escaped, leafDepth: depth, leafDeepest: most } = this;
    const { scalar } = this;
    let at = from;
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) {
          inString = false;
          if (depth === 0) return this.endLeaf(chunk, at + 1);
        }
      } else if (byte === quote) inString = true;
      else if (byte === objectOpen || byte === arrayOpen) {
        depth += 1;
        if (depth > most) most = depth;
      } else if (byte === objectClose || byte === arrayClose) {
        if (scalar) return this.endLeaf(chunk, at);
        depth -= 1;
        if (depth === 0) {
          this.leafDeepest = most;
          return this.endLeaf(chunk, at + 1);
        }
      } else if (scalar && (byte === comma || isSpace(byte))) return this.endLeaf(chunk, at);
    }
    Object.assign(this, { inString, escaped, leafDepth: depth, leafDeepest: most });
    return at;
  }

  private endLeaf(chunk: Uint8Array, at: number): number {
    const end = this.offset + at;
    const frame = this.frames.at(-1);
    const size = end - this.leafStart;
    if (frame && this.leafDeepest > deepest) frame.tooDeep = true;
    if (frame && this.leaf === 'record') {
      const { container } = frame;
      this.found.records.push({
        start: this.leafStart,
        end,
        container,
        index: frame.index++,
        tooDeep: this.leafDeepest > deepest,
      });
      if (!frame.isArray) this.frames.pop();
    } else if (frame && this.leaf === 'head' && size <= longestHeadValue) {
      const here = chunk.subarray(Math.max(0, this.leafStart - this.offset), at);
      const name = localName(frame.key);
      if (!frame.head.has(name)) frame.head.set(name, Buffer.concat([...this.captured, here]).toString('utf8'));
    }
    this.leaf = undefined;
    return at;
  }
}

const frameAt = (role: Role, start: number, path: string, container: number): Frame => ({
  role,
  start,
  path,
  container,
  isArray: false,
  head: nothing,
  index: 0,
  key: '',
  tooDeep: false,
  expects: 'key',
});

function nameIn(bytes: number[]): string {
  const raw = Buffer.from(bytes).toString('utf8');
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}

const unexpected = (byte: number, at: number): NotJson =>
  new NotJson(
    `This is not JSON: ${byte < 0x20 || byte > 0x7e ? `byte 0x${byte.toString(16)}` : `“${String.fromCharCode(byte)}”`} is not expected at byte ${at}.`,
  );
