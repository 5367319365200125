/** Signatures and sizes of .ZIP File Format Specification 6.3.10, sections 4.3.12 and 4.3.16. */
const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;
const entrySignature = 0x02014b50;
const entryLength = 46;

/** Where the record is that ends an archive; its signature may also occur in a comment after it. */
function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    const ends = view.getUint32(at, true) === endSignature;
    if (ends && at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

/**
 * Names of all entries of a zip archive, from the directory at its end, which is what programs open it by; nothing is
 * unpacked. Undefined where there is no whole directory.
 */
export function archiveNames(bytes: Uint8Array): string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const names: string[] = [];
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let read = 0; read < count; read += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const start = at + entryLength;
    if (start + name > end) return undefined;
    names.push(new TextDecoder().decode(bytes.subarray(start, start + name)));
    at = start + name + extra + comment;
  }
  return names;
}
