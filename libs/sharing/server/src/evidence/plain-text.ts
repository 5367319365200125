import { isUtf8 } from 'node:buffer';

/** Bytes that mean nothing in Windows-1252. */
const unassigned = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/** Whether bytes are text without NUL, in UTF-8 or in Windows-1252, in which spreadsheet programs still save. */
export function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  return isUtf8(bytes) || !unassigned.some((byte) => bytes.includes(byte));
}

const looked = 1000;

/** `#!` of a script, or an element, a declaration, a comment or an instruction of HTML, SVG, XML, PHP or ASP. */
const markup = /^(#!|<([!?%]|\/?[a-z][\w:-]*[\s/>]))/i;

/** Whether a text begins as a page, a picture in SVG or a script does. */
export const beginsAsMarkup = (bytes: Uint8Array): boolean =>
  markup.test(new TextDecoder().decode(bytes.subarray(0, looked)).trimStart());
