/** `asks`: the person must act. `tells`: what they wait for moved on. People choose by these how they are told. */
export const noticeKinds = ['asks', 'tells'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Characters in the sentence of a notice. */
export const longestSentence = 300;
/** Characters in the path that a notice leads to. */
export const longestHref = 500;

/**
 * The one line that a notice is. Names and titles of others stand in it, so that it may come out too long: then it ends at a
 * word, with an ellipsis.
 */
export function noticeSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestSentence) return line;
  const cut = line.slice(0, longestSentence - 1);
  const end = cut.lastIndexOf(' ');
  const words = end > longestSentence / 2 ? cut.slice(0, end) : cut;
  // Half of a pair of surrogates is no text.
  return `${words.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Whether an address is a path of this installation: a mail or a page leads there, so it must lead to no other site. */
export const isOwnPath = (href: string): boolean =>
  href.length <= longestHref && /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(href);
