import { isUuid, refused, uuidv7, type Actor, type Outcome, type Refusal } from '#kernel';
import { unseen, type Done } from '#ledger/server';
import type { Transaction } from '#platform/database';
import {
  agreementCommandBodies,
  permissionCommandBodies,
  type AgreementCommandAddress,
  type AgreementCommandBody,
  type PermissionCommandAddress,
  type PermissionCommandBody,
} from '#sharing/contracts';
import type { AgreementCommand, AgreementCommandName, PermissionCommand, PermissionCommandName } from '#sharing/domain';
import type { Giver } from '../requests/request-commands.ts';
import { noteFirst } from './downloads.ts';
import { followAgreement, lockCaseOf, type AgreementParts } from './follow-agreement.ts';
import { takeSignedCopy } from './signing/signed-copy-rows.ts';
import { mailSigningLink, newSigningLink } from './signing/signing-link.ts';

/** The command of the rules behind each address. */
const agreementCommandNames: Readonly<Record<AgreementCommandAddress, AgreementCommandName>> = {
  'set-data': 'set-data',
  'set-term': 'set-term',
  offer: 'offer-terms',
  'take-back': 'take-back-terms',
  propose: 'propose-clause',
  answer: 'answer-proposal',
  'withdraw-proposal': 'withdraw-proposal',
  'ask-signatures': 'ask-signatures',
  sign: 'sign-agreement',
  'invite-signatory': 'invite-signatory',
  'withdraw-invitation': 'withdraw-invitation',
  'record-signed-copy': 'record-signed-copy',
  suspend: 'suspend-agreement',
  resume: 'resume-agreement',
  revoke: 'revoke-agreement',
  terminate: 'terminate-agreement',
  abandon: 'abandon-agreement',
  'confirm-disposal': 'confirm-disposal',
};

const permissionCommandNames: Readonly<Record<PermissionCommandAddress, PermissionCommandName>> = {
  'accept-terms': 'accept-terms',
  'give-up': 'give-up-permission',
  'make-again': 'make-again',
  'record-hand-over': 'record-hand-over',
  acknowledge: 'acknowledge-delivery',
  'revoke-key': 'revoke-key',
  'send-notice': 'send-notice',
  recall: 'recall-deliveries',
  'confirm-notice': 'confirm-notice',
};

/** Ids that a command brings into being, by the part of it that names them. */
const bringsAbout: Partial<Record<PermissionCommandAddress, string>> = {
  'make-again': 'next',
  'send-notice': 'notice',
  recall: 'notice',
};

const addressIn = <Address extends string, Name extends string>(
  names: Readonly<Record<Address, Name>>,
  command: Name,
): Address | undefined => (Object.keys(names) as Address[]).find((address) => names[address] === command);

/** The address of a command of the rules; undefined for those that have none of their own. */
export const addressOfAgreementCommand = (command: AgreementCommandName): AgreementCommandAddress | undefined =>
  addressIn(agreementCommandNames, command);
export const addressOfPermissionCommand = (command: PermissionCommandName): PermissionCommandAddress | undefined =>
  addressIn(permissionCommandNames, command);

/** A command to an agreement as it came over HTTP. */
export interface AgreementCall<Name extends AgreementCommandAddress = AgreementCommandAddress> {
  readonly giver: Giver;
  readonly id: string;
  readonly name: Name;
  readonly body: AgreementCommandBody<Name>;
}

export interface PermissionCall<Name extends PermissionCommandAddress = PermissionCommandAddress> {
  readonly giver: Giver;
  readonly id: string;
  readonly name: Name;
  readonly body: PermissionCommandBody<Name>;
}

interface CompletedCommand {
  readonly command: AgreementCommand;
  /** What is written in the same transaction; a refusal undoes the command. */
  readonly beside?: () => Promise<Refusal | undefined>;
}

/** Commands that hang on the decision, or change the case: it is locked before the agreement. */
const withCase: ReadonlySet<AgreementCommandAddress> = new Set([
  'ask-signatures',
  'sign',
  'invite-signatory',
  'record-signed-copy',
  'abandon',
]);

/** From what a client sends to what the door takes, with what must be true at once. */
export class AgreementCommands {
  constructor(private readonly parts: AgreementParts) {}

  async give({ giver, id, name, body }: AgreementCall): Promise<Outcome<Done>> {
    if (!isUuid(id) || !(name in agreementCommandBodies)) return refused(unseen);
    const { door, agreements } = this.parts;
    const { actor, idempotencyKey: key } = giver;
    const { revision, actingFor: _, ...rest } = body;
    const given = { type: agreementCommandNames[name], ...rest } as AgreementCommand;
    const retry = key === undefined ? undefined : { key, call: { id, name, body } };
    return door.together(actor, retry, async (transaction) => {
      if (withCase.has(name)) await lockCaseOf(transaction, id);
      const { command, beside } = await this.completed(transaction, actor, id, given);
      const [done = refused(unseen)] = await door.perform(transaction, agreements, actor, [{ id, revision, command }]);
      const no = done.ok ? await beside?.() : undefined;
      return no ? refused(no) : followAgreement(this.parts, transaction, actor, done);
    });
  }

  /** What a client cannot know: the token of a link, and what the store holds under an id. */
  private async completed(
    transaction: Transaction,
    actor: Actor,
    id: string,
    command: AgreementCommand,
  ): Promise<CompletedCommand> {
    if (command.type === 'invite-signatory') {
      const link = newSigningLink(this.parts.clock.now());
      return {
        command: { ...command, invitation: link.invitation, tokenHash: link.tokenHash },
        beside: () =>
          mailSigningLink(transaction, this.parts.clock.now(), { agreement: id, link, email: command.email }),
      };
    }
    if (command.type !== 'record-signed-copy') return { command };
    const { file, ...rest } = command as typeof command & { readonly file: string };
    const copy = await takeSignedCopy(transaction, this.parts.clock.now(), { id: file, agreement: id, actor });
    return { command: { ...rest, ...(copy ? { copy } : {}) } };
  }

  async giveToPermission({ giver, id, name, body }: PermissionCall): Promise<Outcome<Done>> {
    if (!isUuid(id) || !(name in permissionCommandBodies)) return refused(unseen);
    const { door, permissions, clock } = this.parts;
    const { actor, idempotencyKey: key } = giver;
    const { revision, actingFor: _, ...rest } = body;
    const part = bringsAbout[name];
    const made = part === undefined ? {} : { [part]: uuidv7(clock.now().getTime()) };
    const command = { type: permissionCommandNames[name], ...rest, ...made } as PermissionCommand;
    const retry = key === undefined ? undefined : { key, call: { id, name, body } };
    return door.together(actor, retry, async (transaction) => {
      const [done = refused(unseen)] = await door.perform(transaction, permissions, actor, [{ id, revision, command }]);
      if (done.ok && name === 'record-hand-over') await noteFirst(this.parts, transaction, id);
      return done;
    });
  }
}
