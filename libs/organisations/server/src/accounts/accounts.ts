import { refused, uuidv7, type MachineActor, type Outcome } from '#kernel';
import { unseen, type Door } from '#ledger/server';
import type { InvitationBody, OrganisationCommandResult, SignUpBody } from '#organisations/contracts';
import type { Database, Queries, Transaction } from '#platform/database';
import { writeMails, type MailContent, type NewMail } from '#platform/mail';
import type { Clock } from '#platform/observability';
import { resultOf, retryOf, type Giver } from '../commands/giver.ts';
import { membershipAggregate } from '../commands/membership-aggregate.ts';
import { personAggregate } from '../commands/person-aggregate.ts';
import { findOrganisation } from '../queries/find-organisation.ts';
import { makeSignInLink } from '../sessions/sign-in-link.ts';
import { accountMails } from './account-mails.ts';

const day = 24 * 3_600_000;
/** Links and news to one address in an hour: a stranger cannot fill somebody's letter box. */
const mostAnHour = 3;

interface Account {
  readonly id: string;
  readonly email: string;
  readonly closed: boolean;
}

/** How people come to an account, and back into one. What is answered never tells whether an address has one. */
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  /** Mails a one-time link to the holder of an address. */
  async reset(email: string): Promise<void> {
    const account = await accountOf(this.database, email);
    if (!account || account.closed) return;
    await this.database.transaction((transaction) => this.mailLink(transaction, account, accountMails.reset));
  }

  /** Makes an account for whoever holds the address; it is theirs once they used the link that comes by mail. */
  async signUp({ name, email }: SignUpBody): Promise<void> {
    const known = await accountOf(this.database, email);
    if (known) return this.database.transaction((transaction) => this.remindOf(transaction, known));
    const id = this.newId();
    const command = { type: 'register-person', id, name, email, operator: false } as const;
    const outcome = await this.door.together({ kind: 'machine', name: 'sign-up' }, undefined, async (transaction) => {
      const [done = refused(unseen)] = await this.door.perform(transaction, personAggregate, signUpMachine, [
        { id, command },
      ]);
      if (done.ok) await this.mailLink(transaction, { id, email }, accountMails.welcome);
      return done;
    });
    // Another call was first: its mail is on the way.
    if (!outcome.ok && outcome.refusals.every(({ code }) => code !== 'organisations.email-taken'))
      throw new Error(outcome.refusals.map(({ message }) => message).join(' '));
  }

  /** Gives somebody a place in the organisation, with an account where there is none for the address, and mails them. */
  async invite(giver: Giver, organisation: string, body: InvitationBody): Promise<Outcome<OrganisationCommandResult>> {
    const office = await findOrganisation(this.database, organisation);
    if (!office || giver.actor.kind !== 'person') return refused(unseen);
    const { name, email, unit, roles } = body;
    const machine: MachineActor = {
      ...{ kind: 'machine', name: 'invitation', actingFor: office.id, accountable: giver.actor.person },
    };
    const retry = retryOf(giver, { path: 'invitation', organisation: office.id, body }).retry;
    const outcome = await this.door.together(giver.actor, retry, async (transaction) => {
      const known = await accountOf(transaction, email);
      const person = known?.id ?? this.newId();
      if (!known) {
        const command = { type: 'register-person', id: person, name, email, operator: false } as const;
        const [made = refused(unseen)] = await this.door.perform(transaction, personAggregate, machine, [
          { id: person, command },
        ]);
        if (!made.ok) return made;
      }
      const id = this.newId();
      const grant = { type: 'grant-membership', id, organisation: office.id, person, unit, roles } as const;
      const [placed = refused(unseen)] = await this.door.perform(transaction, membershipAggregate, giver.actor, [
        { id, command: grant },
      ]);
      if (!placed.ok) return placed;
      if (known)
        await this.mail(transaction, {
          address: known.email,
          kind: 'joined',
          content: accountMails.joined(office.name),
        });
      else
        await this.mailLink(
          transaction,
          { id: person, email },
          (path) => accountMails.invited(office.name, path),
          7 * day,
        );
      return placed;
    });
    return resultOf(outcome);
  }

  private async remindOf(transaction: Transaction, account: Account): Promise<void> {
    const [row] = await transaction.rows<{ confirmed: boolean }>('select confirmed from person where id = $1', [
      account.id,
    ]);
    if (account.closed) return;
    if (row?.confirmed)
      return this.mail(transaction, { address: account.email, kind: 'known', content: accountMails.known() });
    await this.mailLink(transaction, account, accountMails.welcome);
  }

  private async mailLink(
    transaction: Transaction,
    { id, email }: Pick<Account, 'id' | 'email'>,
    contentOf: (path: string) => MailContent,
    lifetime = day,
  ): Promise<void> {
    if (await this.isTooMuch(transaction, email)) return;
    const { address: path } = await makeSignInLink(transaction, id, { now: this.clock.now(), publicUrl: '', lifetime });
    await this.mail(transaction, { address: email, kind: 'sign-in-link', content: contentOf(path), secret: true });
  }

  private async mail(transaction: Transaction, mail: Omit<NewMail, 'id'>): Promise<void> {
    if (await this.isTooMuch(transaction, mail.address)) return;
    await writeMails(transaction, [{ ...mail, id: this.newId() }], this.clock.now());
  }

  private async isTooMuch(queries: Queries, address: string): Promise<boolean> {
    const since = new Date(this.clock.now().getTime() - 3_600_000);
    const [row] = await queries.rows<{ count: number }>(
      `select count(*)::integer as count from mail where lower(address) = lower($1) and kind in ('sign-in-link', 'known', 'joined')
         and made_at > $2`,
      [address, since],
    );
    return (row?.count ?? 0) >= mostAnHour;
  }

  private newId(): string {
    return uuidv7(this.clock.now().getTime());
  }
}

const signUpMachine: MachineActor = { kind: 'machine', name: 'sign-up' };

async function accountOf(queries: Queries, email: string): Promise<Account | undefined> {
  const [account] = await queries.rows<Account>('select id, email, closed from person where lower(email) = lower($1)', [
    email,
  ]);
  return account;
}
