import { createTransport, type Transporter } from 'nodemailer';
import { asHtml, asText } from './layout.ts';
import type { MailContent } from './mail.ts';

/** What became of one attempt to send. */
export type Sending =
  | { readonly sent: true }
  /** `refused`: this mail will never be taken. `unreachable`: nothing can be sent now. `later`: this one may go later. */
  | { readonly sent: false; readonly why: 'refused' | 'unreachable' | 'later'; readonly fault: string };

export interface Mailer {
  send(id: string, address: string, content: MailContent): Promise<Sending>;
  close(): void;
}

export interface MailerSettings {
  readonly smtpUrl: string;
  readonly publicUrl: string;
  /** Sender of every mail. */
  readonly from: string;
  /** Milliseconds to wait for the server at each step. */
  readonly patience?: number;
}

interface SmtpFault extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

const connecting = new Set(['ECONNECTION', 'ETIMEDOUT', 'EDNS', 'EAUTH', 'ETLS', 'ESOCKET', 'EPROXY', 'ENOAUTH']);

function faultOf(error: SmtpFault): Extract<Sending, { sent: false }> {
  const fault = error.message.slice(0, 500);
  const { code = '', responseCode = 0 } = error;
  // 421: the server closes the line; nothing else goes now either (RFC 5321, 3.8).
  if (connecting.has(code) || responseCode === 421 || (responseCode === 0 && code !== 'EENVELOPE'))
    return { sent: false, why: 'unreachable', fault };
  const forGood = responseCode >= 500 || (responseCode === 0 && code === 'EENVELOPE');
  return { sent: false, why: forGood ? 'refused' : 'later', fault };
}

/** Sends mails by SMTP, one after the other over one connection. */
export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;
  private readonly host: string;

  constructor(private readonly settings: MailerSettings) {
    const { smtpUrl, publicUrl, patience = 20_000 } = settings;
    this.host = new URL(publicUrl).hostname;
    this.transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 1,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      dnsTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // Each attempt hears of its own fault.
    this.transport.on('error', () => undefined);
  }

  async send(id: string, address: string, content: MailContent): Promise<Sending> {
    const { publicUrl, from } = this.settings;
    try {
      await this.transport.sendMail({
        messageId: messageIdOf(id, this.host),
        from: { name: 'Wayleave', address: from },
        to: { name: '', address },
        subject: content.subject,
        text: asText(content, publicUrl),
        html: asHtml(content, publicUrl),
        // RFC 3834: nobody's absence answers it.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
      return { sent: true };
    } catch (error) {
      return faultOf(error as SmtpFault);
    }
  }

  close(): void {
    this.transport.close();
  }
}

export const messageIdOf = (id: string, host: string): string => `<${id}@${host}>`;
