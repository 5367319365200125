export { Mail001 } from './mail-001.ts';
export { mailStates, type MailContent, type MailState, type NewMail } from './mail.ts';
export { asHtml, asText } from './layout.ts';
export { messageIdOf, SmtpMailer, type Mailer, type MailerSettings, type Sending } from './mailer.ts';
export { sendMails } from './send-mails.ts';
export { forgetOldMails, stopMails, writeMails } from './write-mail.ts';
