import { accepted, localDate, refused, type MachineActor, type Outcome } from '#kernel';
import { unseen, type Done } from '#ledger/server';
import type { Database } from '#platform/database';
import type { DeclineInvitationBody, SignByInvitationBody, SigningView } from '#sharing/contracts';
import {
  againstAgreementStep,
  agreementKindLabels,
  invitationFor,
  invitedOf,
  openInvitation,
  signerOf,
  signingLinkDead,
  type AgreementCommand,
  type Invitation,
  type MailSignature,
} from '#sharing/domain';
import type { CaseFactSources } from '../../cases/case-facts.ts';
import type { NamedDocument } from '../agreements.ts';
import { followAgreement, lockCaseOf, type AgreementParts } from '../follow-agreement.ts';
import { agreementDocument } from '../queries/agreement-document.ts';
import { readAgreements, type AgreementReader, type StoredAgreement } from '../queries/agreement-reading.ts';
import { agreementAsSeen } from '../queries/agreement-view.ts';
import { hashOfToken, signingPage } from './signing-link.ts';

type Held = { readonly stored: StoredAgreement } & (
  | { readonly open: Invitation; readonly signed?: undefined }
  | { readonly signed: MailSignature; readonly open?: undefined }
);

/** The page on which somebody without an account signs: whoever shows the token of a link that leads somewhere. */
export class SigningPage {
  constructor(
    private readonly database: Database,
    private readonly sources: CaseFactSources,
    private readonly parts: AgreementParts,
  ) {}

  /** What is to be signed; after it was signed from here, what was. */
  async read(token: string): Promise<Outcome<SigningView>> {
    const held = await this.held(token);
    return held ? accepted(await this.view(held)) : refused(signingLinkDead);
  }

  /** The terms for paper, as the side that signs has them. */
  async document(token: string): Promise<Outcome<NamedDocument>> {
    const held = await this.held(token);
    if (!held) return refused(signingLinkDead);
    const view = await agreementAsSeen(this.reader(held), held.stored, sideOf(held));
    const fileName = `${view.reference.replace('/', '-')} ${view.title}.pdf`;
    return accepted({ document: agreementDocument(view), fileName });
  }

  /** Signs once; a call that comes again after it was done is answered as done. */
  async sign({ token, ...rest }: SignByInvitationBody): Promise<Outcome<unknown>> {
    const held = await this.held(token);
    if (held?.signed) return held.signed.hash === rest.hash ? accepted(undefined) : refused(signingLinkDead);
    return this.give(held, { type: 'sign-by-invitation', tokenHash: hashOfToken(token), ...rest });
  }

  async decline({ token, reason }: DeclineInvitationBody): Promise<Outcome<unknown>> {
    const held = await this.held(token);
    return this.give(held, { type: 'decline-invitation', tokenHash: hashOfToken(token), reason });
  }

  private async give(held: Held | undefined, command: AgreementCommand): Promise<Outcome<Done>> {
    if (!held?.open) return refused(signingLinkDead);
    const { id } = held.stored;
    const { door, agreements } = this.parts;
    const actor = actorFor(held);
    const outcome = await door.together(actor, undefined, async (transaction) => {
      await lockCaseOf(transaction, id);
      const [done = refused(unseen)] = await door.perform(transaction, agreements, actor, [{ id, command }]);
      return followAgreement(this.parts, transaction, actor, done);
    });
    // The terms went back, or came into force, between the look and the lock.
    const late = !outcome.ok && outcome.refusals.some(({ code }) => code === 'ledger.not-allowed');
    return late ? refused(signingLinkDead) : outcome;
  }

  private async held(token: string): Promise<Held | undefined> {
    const tokenHash = hashOfToken(token);
    const [stored] = await this.database.rows<StoredAgreement>(
      `select id, revision, state, content from agreement
       where state->'invitations' @> $1::jsonb or state->'signatures' @> $1::jsonb`,
      [JSON.stringify([{ tokenHash }])],
      'agreement-by-signing-token',
    );
    if (!stored) return undefined;
    const open = openInvitation(stored.state, tokenHash, this.today());
    if (open) return { stored, open };
    const signed = stored.state.signatures.find((one) => one.how === 'by-mail' && one.tokenHash === tokenHash);
    const abandoned = stored.state.state === 'abandoned';
    return signed?.how === 'by-mail' && !abandoned && this.stillShown(signed) ? { stored, signed } : undefined;
  }

  /** For as long as the link would have led to the terms, it leads to what was signed. */
  private stillShown({ at }: MailSignature): boolean {
    return this.parts.clock.now().getTime() - Date.parse(at) < daysShown * 24 * 3_600_000;
  }

  private async view(held: Held): Promise<SigningView> {
    const { stored } = held;
    const reader = this.reader(held);
    const [seen, reading] = await Promise.all([
      agreementAsSeen(reader, stored, sideOf(held)),
      readAgreements(reader, [stored]),
    ]);
    const { party, invitedBy } = held.open ?? held.signed;
    const words = held.open ? invitedOf(stored.content, party) : signerOf(stored.content, party);
    const against =
      held.open &&
      againstAgreementStep('sign-by-invitation', stored.state, {
        ...{ actor: reader.actor, standing: 'machine', facts: reading.factsOf(stored.id) },
      });
    const names = { provider: seen.provider.name, recipient: seen.recipient.name };
    const { reference, version, title, term, hash = '' } = seen;
    return {
      ...{ reference, version, title, term, hash, ...names, party },
      kind: { code: stored.state.kind, label: agreementKindLabels[stored.state.kind] },
      signsFor: names[party],
      invitedBy: reading.names.person(invitedBy),
      name: words?.name ?? '',
      position: words?.position ?? '',
      until: invitationFor(stored.state, party)?.until ?? localDate(held.signed?.at ?? ''),
      ...(against ? { waits: against.message } : {}),
      ...(held.signed ? { signed: { by: words?.name ?? '', at: held.signed.at } } : {}),
      datasets: seen.datasets.map(({ title: called, whole, columns, rowsText }) => ({
        ...{ title: called, whole, columns },
        ...(rowsText === undefined ? {} : { rowsText }),
      })),
      clauses: seen.clauses.map(({ id, number, heading, text }) => ({ id, number, heading, text })),
      signatures: seen.signatures.map(({ party: signedFor, by, at }) => ({ party: signedFor, by, at })),
    };
  }

  private reader(held: Held): AgreementReader {
    return { queries: this.database, sources: this.sources, actor: actorFor(held) };
  }

  private today(): string {
    return localDate(this.parts.clock.now().toISOString());
  }
}

const daysShown = 30;

const sideOf = ({ open, signed }: Held) => ((open ?? signed).party === 'provider' ? 'owner' : 'requester');

/** The page acts for the side that asked, and the person who asked is accountable: nobody else is known to the record. */
function actorFor({ stored: { state }, open, signed }: Held): MachineActor {
  const { party, invitedBy } = open ?? signed;
  const organisation = party === 'provider' ? state.provider : state.recipient.organisation;
  return {
    ...{ kind: 'machine', name: signingPage, accountable: invitedBy },
    ...(organisation === undefined ? {} : { actingFor: organisation }),
  };
}
