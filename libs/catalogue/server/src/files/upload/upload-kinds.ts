import { fileTypeFromBuffer } from 'file-type';
import { formats } from '#catalogue/domain';
import { accepted, refusal, refused, type Outcome } from '#kernel';

/** Kinds of file that are taken as data, by the end of a name. */
const byEnd: Readonly<Record<string, { readonly format: string; readonly found?: readonly string[] }>> = {
  csv: { format: 'csv' },
  json: { format: 'json' },
  geojson: { format: 'geojson' },
  xml: { format: 'xml', found: ['xml'] },
  kml: { format: 'kml', found: ['xml'] },
  txt: { format: 'txt' },
  xlsx: { format: 'xlsx', found: ['xlsx', 'zip'] },
  ods: { format: 'ods', found: ['ods', 'zip'] },
  pdf: { format: 'pdf', found: ['pdf'] },
  zip: { format: 'zip', found: ['zip'] },
  gpkg: { format: 'gpkg', found: ['sqlite'] },
  parquet: { format: 'parquet', found: ['parquet'] },
};

const taken = Object.keys(byEnd).map((end) => end.toUpperCase());

export interface UploadKind {
  readonly format: string;
  readonly mediaType: string;
  readonly found: readonly string[];
}

/** What a name promises, before a byte of the content is read. */
export function kindOfName(name: string): Outcome<UploadKind> {
  const end = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = byEnd[end];
  const mediaType = formats.find(({ code }) => code === kind?.format)?.media;
  if (!kind || mediaType === undefined) {
    const list = `${taken.slice(0, -1).join(', ')} or ${taken.at(-1)}`;
    return refused(refusal('catalogue.file-kind', `This kind of file is not taken. Give it as ${list}.`, 'file'));
  }
  return accepted({ format: kind.format, mediaType, found: kind.found ?? [] });
}

/** Whether the beginning of a file is what its name promises: text without binary bytes, or the kind itself. */
export async function isAsNamed({ found }: UploadKind, head: Uint8Array): Promise<boolean> {
  const detected = (await fileTypeFromBuffer(head).catch(() => undefined))?.ext;
  if (detected !== undefined) return found.includes(detected);
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return (found.length === 0 || found.includes('xml')) && (utf16 || !head.includes(0));
}
