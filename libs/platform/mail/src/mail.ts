/** What a mail says; it is made into text and HTML when it is sent. */
export interface MailContent {
  /** No personal data and nobody's words: a subject is read on locked telephones and kept in logs. */
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** A link that opens a page, and does nothing else. */
  readonly action?: { readonly label: string; readonly path: string };
  /** Several things at once, each with its page. */
  readonly items?: readonly { readonly text: string; readonly path: string }[];
  /** Why somebody gets this, and how they get it no more. */
  readonly footer: string;
}

export const mailStates = ['to-send', 'sent', 'stopped', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

export interface NewMail {
  /** The Message-ID is made from it, so that a mail that comes twice is known for one. */
  readonly id: string;
  /** `notice`, `digest`, `sign-in-link` … */
  readonly kind: string;
  readonly address: string;
  readonly content: MailContent;
  /** Whether it holds a secret: what it says is forgotten once it is sent. */
  readonly secret?: boolean;
}
