const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/**
 * Text of a CSV file that does not say its encoding: a byte order mark decides; else UTF-8 where the bytes are UTF-8, and
 * Windows-1252, which spreadsheets of councils write, where they are not (RFC 4180 leaves it open).
 * @param whole false where the bytes were cut off, so that half a character may stand at their end
 */
export function decodeText(bytes: Uint8Array, whole: boolean): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
