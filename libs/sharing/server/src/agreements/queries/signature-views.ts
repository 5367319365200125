import { dateInWords } from '#kernel';
import type * as z from 'zod';
import type { Queries } from '#platform/database';
import type { AgreementView, signatureView as contract } from '#sharing/contracts';
import { hasSigned, invitedOf, signerOf, unwillingOf, type Party, type Signature } from '#sharing/domain';
import { signedCopyAddress } from '../../addresses.ts';
import type { Names } from '../../queries/names.ts';
import { copiesOf, readsOfCopies } from '../signing/signed-copy-rows.ts';
import type { StoredAgreement } from './agreement-reading.ts';

/** Scans of an agreement by id: what they are called, and who has opened them. */
export type KnownCopies = ReadonlyMap<
  string,
  {
    readonly name: string;
    readonly opened: readonly { readonly by: string; readonly person: string; readonly last: string }[];
  }
>;

export async function knownCopies(queries: Queries, { state }: StoredAgreement): Promise<KnownCopies> {
  const ids = state.signatures.flatMap((one) => (one.how === 'on-paper' ? [one.copy.id] : []));
  if (ids.length === 0) return new Map();
  const [rows, reads] = await Promise.all([copiesOf(queries, ids), readsOfCopies(queries, ids)]);
  return new Map(rows.map(({ id, name }) => [id, { name, opened: reads.filter(({ file }) => file === id) }]));
}

const erased = 'somebody whose name was erased';

/** How somebody without an account signed, in words. */
export function noteOf(one: Signature, position: string | undefined, names: Pick<Names, 'person'>): string | undefined {
  const as = position === undefined ? '' : `${position}, `;
  if (one.how === undefined) return undefined;
  return one.how === 'by-mail'
    ? `${as}without an account, invited by ${names.person(one.invitedBy)}`
    : `${as}on paper on ${dateInWords(one.signedOn)}, recorded by ${names.person(one.recordedBy)}`;
}

interface Seen {
  readonly id: string;
  readonly content: StoredAgreement['content'];
  readonly names: Names;
  /** The side of the reader; undefined for a board. */
  readonly side: Party | undefined;
}

/** One signature as people read it. */
export function signatureView(
  one: Signature,
  { id, content, names, copies, side }: Seen & { readonly copies: KnownCopies },
): z.infer<typeof contract> {
  const { party, at, hash } = one;
  if (one.how === undefined) return { party, by: names.person(one.person), at, hash };
  const signer = signerOf(content, party);
  const note = noteOf(one, signer?.position, names) ?? '';
  const said = { party, by: signer?.name ?? erased, note, at, hash };
  if (one.how === 'by-mail') return said;
  const known = copies.get(one.copy.id);
  const opened = one.recordedFor === side ? (known?.opened ?? []) : [];
  const copy = {
    name: known?.name ?? 'Signed copy',
    href: signedCopyAddress(id, one.copy.id),
    bytes: one.copy.bytes,
    opened: opened.filter(({ person }) => person !== one.recordedBy).map(({ by, last }) => ({ by, last })),
  };
  return { ...said, signedOn: one.signedOn, ...(side === undefined ? {} : { copy }) };
}

/** Who is asked to sign without an account: each side reads whom it asked itself. */
export function invitationsOf(
  { state, content }: Pick<StoredAgreement, 'state' | 'content'>,
  { names, today, side }: Omit<Seen, 'id' | 'content'> & { readonly today: string },
): Pick<AgreementView, 'invitations' | 'unwilling'> {
  const waits = side && state.state === 'awaiting-signatures' && !hasSigned(state, side);
  const unwilling = waits ? unwillingOf(content, side) : undefined;
  return {
    invitations: (state.invitations ?? []).map(({ party, until, invitedBy }) => {
      const words = party === side ? invitedOf(content, party) : undefined;
      return {
        ...{ party, until, over: today > until },
        ...(words
          ? {
              asked: {
                ...{ name: words.name, position: words.position, email: words.email ?? '' },
                by: names.person(invitedBy),
              },
            }
          : {}),
      };
    }),
    ...(unwilling ? { unwilling } : {}),
  };
}
