import type { Contact } from '../dataset.ts';
import { webAddress } from './addresses.ts';
import type { Findings } from './findings.ts';
import { nodeOf, referenceOf, textsOf, type Node } from './node.ts';
import { isPlaceholder, line, type PlainText } from './words.ts';

const mail = /[A-Za-z0-9_'+-](?:[A-Za-z0-9_'+.-]{0,63})@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z]{2,24}/;

/** The first e-mail address in a text: `mailto:` and what follows a `?` are no part of it. */
function mailIn(text: string): string | undefined {
  const found = mail.exec(text.slice(0, 5000))?.[0];
  if (found === undefined || found.includes('..') || found.includes('.@') || found.includes("'@")) return undefined;
  const at = found.lastIndexOf('@');
  return `${found.slice(0, at)}${found.slice(at).toLowerCase()}`;
}

/**
 * Whether a "name" is the name of an account: its page of users stands in the contact's address, it is the first part of
 * its own e-mail address, or it joins words as no person writes their name.
 */
function isUserName(name: string, id: string | undefined, email: string | undefined): boolean {
  if (/\s/.test(name)) return false;
  const user = /\/(?:users?|profiles?|accounts?)\/([^/?#]+)/i.exec(id ?? '')?.[1];
  if (user !== undefined && user.toLowerCase() === name.toLowerCase()) return true;
  if (email !== undefined && email.split('@')[0]?.toLowerCase() === name.toLowerCase() && !/^[A-Z]{2,6}$/.test(name))
    return true;
  return /_|^[a-z]+\.[a-z]+$|^[a-z]+\d+$/.test(name);
}

interface ContactReading {
  readonly findings: Findings;
  readonly plainText: PlainText;
  readonly resolve?: (id: string) => unknown;
}

function mailOf(node: Node, findings: Findings): string | undefined {
  for (const value of [...(node.terms.get('hasemail')?.values ?? []), ...(node.terms.get('email')?.values ?? [])]) {
    const inner = nodeOf(value)?.terms.get('hasvalue')?.values[0];
    const raw = referenceOf(inner ?? value)?.trim();
    if (raw === undefined) continue;
    const bare = raw.replace(/^mailto:\s*/i, '');
    if (isPlaceholder(bare)) {
      findings.repaired('placeholder-dropped', 'contactPoint.hasEmail', raw);
      continue;
    }
    const found = mailIn(decoded(bare));
    if (found === undefined) findings.repaired('contact-dropped', 'contactPoint.hasEmail', raw);
    else if (found.toLowerCase() !== bare.toLowerCase()) {
      const trimmed = bare.toLowerCase().startsWith(found.toLowerCase());
      findings.repaired(trimmed ? 'contact-mail-trimmed' : 'contact-mail-found', 'contactPoint.hasEmail', raw, found);
    }
    if (found !== undefined) return found;
  }
  return undefined;
}

const decoded = (text: string): string => text.replace(/%40/g, '@').replace(/%20/g, ' ');

/** The contact of a record: a team's or a person's name as published, its e-mail address, its page. */
export function contactOf(values: readonly unknown[], reading: ContactReading): Contact | undefined {
  const { findings, plainText, resolve } = reading;
  for (const value of values) {
    const node = nodeOf(value, resolve);
    const words = node
      ? textsOf([
          ...(node.terms.get('fn')?.values ?? []),
          ...(node.terms.get('name')?.values ?? []),
          ...(node.terms.get('organization-name')?.values ?? []),
        ])
      : textsOf([value]);
    const written =
      words[0] === undefined
        ? undefined
        : line(words[0], { path: 'contactPoint.fn', longest: 300, findings, plainText });
    const email = node ? mailOf(node, findings) : written && mailIn(written);
    const name = written === undefined ? undefined : nameOf(written, node?.id, email, findings);
    const page = [...(node?.terms.get('hasurl')?.values ?? []), ...(node?.terms.get('url')?.values ?? [])].map(
      referenceOf,
    )[0];
    const address = page === undefined ? undefined : webAddress(page, 'contactPoint.hasURL', findings);
    const fromName = email ?? (written === undefined ? undefined : mailIn(written));
    if (name !== undefined || fromName !== undefined || address !== undefined) {
      return {
        ...(name !== undefined && { name }),
        ...(fromName !== undefined && { email: fromName }),
        ...(address !== undefined && { address }),
      };
    }
  }
  return undefined;
}

function nameOf(
  written: string,
  id: string | undefined,
  email: string | undefined,
  findings: Findings,
): string | undefined {
  const inside = mailIn(written);
  if (inside !== undefined) {
    const rest = written
      .replace(mail, '')
      .replace(/mailto:|[<>()[\]]/g, '')
      .replace(/[\s,;:–-]+$/, '')
      .trim();
    findings.repaired('contact-mail-as-name', 'contactPoint.fn', written, inside);
    return rest.length > 2 && !/^https?:/.test(rest) ? rest : undefined;
  }
  if (!isUserName(written, id, email)) return written;
  findings.repaired('contact-user-name', 'contactPoint.fn', written);
  return undefined;
}
