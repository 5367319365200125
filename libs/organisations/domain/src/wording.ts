/** Whether a text that people must give says nothing. */
export const blank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === '';

/**
 * Whether a text has the outer shape of an e-mail address (RFC 5321: at most 64 octets, `@`, a domain). Only a message that
 * arrives proves more.
 */
export const looksLikeEmail = (text: string): boolean =>
  text.length <= 320 && /^[^\s@"<>]{1,64}@[^\s@"<>.]+(\.[^\s@"<>.]+)+$/.test(text);
