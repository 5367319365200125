import { isUuid, refused, uuidv7, type Outcome } from '#kernel';
import { unseen, type Done } from '#ledger/server';
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

/** Commands that hang on the decision, or change the case: it is locked before the agreement. */
const withCase: ReadonlySet<AgreementCommandAddress> = new Set(['ask-signatures', 'sign', 'abandon']);

/** From what a client sends to what the door takes, with what must be true at once. */
export class AgreementCommands {
  constructor(private readonly parts: AgreementParts) {}

  async give({ giver, id, name, body }: AgreementCall): Promise<Outcome<Done>> {
    if (!isUuid(id) || !(name in agreementCommandBodies)) return refused(unseen);
    const { door, agreements } = this.parts;
    const { actor, idempotencyKey: key } = giver;
    const { revision, actingFor: _, ...rest } = body;
    const command = { type: agreementCommandNames[name], ...rest } as AgreementCommand;
    const retry = key === undefined ? undefined : { key, call: { id, name, body } };
    return door.together(actor, retry, async (transaction) => {
      if (withCase.has(name)) await lockCaseOf(transaction, id);
      const [done = refused(unseen)] = await door.perform(transaction, agreements, actor, [{ id, revision, command }]);
      return followAgreement(this.parts, transaction, actor, done);
    });
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
