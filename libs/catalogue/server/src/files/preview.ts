import type { PreviewView } from '#catalogue/contracts';
import type { StoredFile } from '#catalogue/domain';
import type { Storage } from '#platform/storage';
import { decodeText } from './decode.ts';
import { defaultRowLimits, firstRows } from './first-rows.ts';
import type { RowLimits } from './first-rows.ts';

/** As much of a file as a preview reads; a file no longer than this is counted. */
const headBytes = 1024 * 1024;

export interface PreviewedFile {
  /** Id of the distribution. */
  readonly distribution: string;
  readonly title: string;
  readonly file: StoredFile;
}

/** Whether a preview can be made of it: text in rows. */
export const isPreviewable = (file: Pick<StoredFile, 'mediaType'>): boolean =>
  /^text\/(csv|tab-separated-values)(;|$)/i.test(file.mediaType);

async function headOf(storage: Storage, file: StoredFile): Promise<Uint8Array> {
  if (file.bytes === 0) return new Uint8Array();
  const parts: Uint8Array[] = [];
  for await (const part of await storage.read(file.id, { from: 0, until: headBytes - 1 }))
    parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

/**
 * The first rows of a stored CSV file. It decides nothing: its caller has made sure that the reader may download.
 * @throws FileMissing where the store has lost the file
 */
export async function previewOf(
  storage: Storage,
  previewed: PreviewedFile,
  limits: RowLimits = defaultRowLimits,
): Promise<PreviewView> {
  const bytes = await headOf(storage, previewed.file);
  const whole = previewed.file.bytes <= headBytes;
  const { columns, rows, total } = firstRows(decodeText(bytes, whole), whole, limits);
  return {
    distribution: previewed.distribution,
    title: previewed.title,
    columns: [...columns],
    rows: rows.map((row) => [...row]),
    ...(total === undefined ? {} : { total }),
  };
}
