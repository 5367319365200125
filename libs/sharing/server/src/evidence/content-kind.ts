import { fileTypeFromBuffer } from 'file-type';
import { accepted, refused, type Outcome } from '#kernel';
import { evidenceKinds, type EvidenceKind } from '#sharing/contracts';
import { archiveNames } from './archive-names.ts';
import { extensionOf } from './file-name.ts';
import { beginsAsMarkup, isPlainText } from './plain-text.ts';
import * as refusals from './refusals.ts';

const kindByExtension = new Map(evidenceKinds.flatMap((kind) => kind.extensions.map((one) => [one, kind] as const)));

const macroExtensions = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'xlam', 'xlsb', 'pptm', 'potm', 'ppsm', 'ppam']);

/** Where Office and OpenDocument keep programs: VBA, macro sheets of Excel 4.0, Basic and other scripts. */
const programs = /(^|\/)(vbaproject\.bin|vbadata\.xml)$|(^|\/)(macrosheets|basic|scripts)\//i;

/** The kind that a name promises, by its end alone: known before a byte of the content is. */
export function namedKind(name: string): Outcome<EvidenceKind> {
  const extension = extensionOf(name);
  const kind = kindByExtension.get(extension);
  if (kind) return accepted(kind);
  return refused(macroExtensions.has(extension) ? refusals.fileHoldsMacros : refusals.fileKindRefused);
}

/** What the first bytes, and for archives the parts, say that a file is, as an extension; undefined where they say nothing. */
async function detected(bytes: Uint8Array): Promise<string | undefined> {
  // Some damaged archives make it throw. The bytes are all there, so that only they can be at fault.
  const extension = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext;
  return extension === 'apng' ? 'png' : extension;
}

function textOf(kind: EvidenceKind, bytes: Uint8Array, found: EvidenceKind | undefined): Outcome<EvidenceKind> {
  if (found) return refused(refusals.fileNotAsNamed(kind, found));
  if (!isPlainText(bytes)) return refused(refusals.fileNoText);
  return beginsAsMarkup(bytes) ? refused(refusals.fileIsScript) : accepted(kind);
}

function archiveOf(kind: EvidenceKind, bytes: Uint8Array): Outcome<EvidenceKind> {
  const names = archiveNames(bytes);
  if (names === undefined) return refused(refusals.fileNotAsNamed(kind, undefined));
  return names.some((name) => programs.test(name)) ? refused(refusals.fileHoldsMacros) : accepted(kind);
}

const isText = ({ mediaType }: EvidenceKind): boolean => mediaType.startsWith('text/');
const isArchive = ({ mediaType }: EvidenceKind): boolean => /openxmlformats|opendocument/.test(mediaType);

/**
 * What a file is, by its whole content, where its name agrees.
 * @param kind the kind that its name promises
 */
export async function contentKind(kind: EvidenceKind, bytes: Uint8Array): Promise<Outcome<EvidenceKind>> {
  if (bytes.length === 0) return refused(refusals.fileEmpty);
  const extension = await detected(bytes);
  if (extension !== undefined && macroExtensions.has(extension)) return refused(refusals.fileHoldsMacros);
  const found = kindByExtension.get(extension ?? '');
  if (isText(kind)) return textOf(kind, bytes, found);
  if (found !== kind) return refused(refusals.fileNotAsNamed(kind, found));
  return isArchive(kind) ? archiveOf(kind, bytes) : accepted(kind);
}
