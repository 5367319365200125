import { accepted, isUuid, numberedSlug, refused, slugOf, uuidv7, type Actor, type Outcome } from '#kernel';
import { unseen, type Door } from '#ledger/server';
import type {
  AddUnitBody,
  CloseUnitBody,
  DescribeOrganisationBody,
  GrantMembershipBody,
  OrganisationCommandResult,
  OrganisationEnvelope,
  RegisterOrganisationBody,
  RenameUnitBody,
  SetRolesBody,
  WithdrawVerificationBody,
} from '#organisations/contracts';
import type { MembershipCommand, OrganisationCommand } from '#organisations/domain';
import type { Database, Queries } from '#platform/database';
import type { Clock } from '#platform/observability';
import { membershipAggregate } from './membership-aggregate.ts';
import { organisationAggregate } from './organisation-aggregate.ts';

type Result = Promise<Outcome<OrganisationCommandResult>>;

/** Who gives a command, and the client's own name for the call, if any. */
export interface Giver {
  readonly actor: Actor;
  readonly idempotencyKey?: string;
}

const mostNamesakes = 200;

/** The first free address made from a name. Another call may take it first: the door then refuses, and a retry helps. */
export async function freeSlug(queries: Queries, name: string): Promise<string> {
  const wanted = slugOf(name, 'organisation');
  const candidates = Array.from({ length: mostNamesakes }, (_, index) => numberedSlug(wanted, index + 1));
  const rows = await queries.rows<{ slug: string }>('select slug from organisation where slug = any($1::text[])', [
    candidates,
  ]);
  const taken = new Set(rows.map(({ slug }) => slug));
  return candidates.find((candidate) => !taken.has(candidate)) ?? wanted;
}

/** Commands about organisations and their members, from what a client sends to what the door takes. */
export class OrganisationCommands {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  /** Registers an organisation as a member of this installation. */
  async register(giver: Giver, body: RegisterOrganisationBody): Result {
    const { actingFor: _, kind, slug: wanted, ...profile } = body;
    const id = this.newId();
    const slug = wanted ?? (await freeSlug(this.database, profile.name));
    const command = { type: 'register-organisation', id, slug, kind, standing: 'member', profile } as const;
    const retry = retryOf(giver, { path: 'register-organisation', body });
    const outcome = await this.door.execute(organisationAggregate, giver.actor, { ...retry, id, command });
    if (!outcome.ok) return outcome;
    const [row] = await this.database.rows<{ slug: string }>('select slug from organisation where id = $1', [
      outcome.value.id,
    ]);
    return accepted({ id: outcome.value.id, slug: row?.slug ?? slug, revision: outcome.value.revision });
  }

  describe(giver: Giver, id: string, body: DescribeOrganisationBody): Result {
    const { revision, actingFor: _, kind, ...profile } = body;
    return this.toOrganisation(giver, id, revision, { type: 'describe-organisation', kind, profile });
  }

  claim(giver: Giver, id: string, { revision }: OrganisationEnvelope): Result {
    return this.toOrganisation(giver, id, revision, { type: 'claim-organisation' });
  }

  verify(giver: Giver, id: string, { revision }: OrganisationEnvelope): Result {
    return this.toOrganisation(giver, id, revision, { type: 'verify-organisation' });
  }

  withdrawVerification(giver: Giver, id: string, { revision, reason }: WithdrawVerificationBody): Result {
    return this.toOrganisation(giver, id, revision, { type: 'withdraw-verification', reason });
  }

  addUnit(giver: Giver, id: string, body: AddUnitBody): Result {
    const { revision, name } = body;
    return this.toOrganisation(giver, id, revision, { type: 'add-unit', unit: this.newId(), name });
  }

  renameUnit(giver: Giver, id: string, { revision, unit, name }: RenameUnitBody): Result {
    return this.toOrganisation(giver, id, revision, { type: 'rename-unit', unit, name });
  }

  closeUnit(giver: Giver, id: string, { revision, unit }: CloseUnitBody): Result {
    return this.toOrganisation(giver, id, revision, { type: 'close-unit', unit });
  }

  /** Gives a person a place in the organisation. */
  async grantMembership(giver: Giver, organisation: string, body: GrantMembershipBody): Result {
    if (!isUuid(organisation)) return refused(unseen);
    const id = this.newId();
    const { person, unit, roles } = body;
    const command = { type: 'grant-membership', id, organisation, person, unit, roles } as const;
    const retry = retryOf(giver, { path: 'grant-membership', organisation, body });
    return resultOf(await this.door.execute(membershipAggregate, giver.actor, { ...retry, id, command }));
  }

  setRoles(giver: Giver, id: string, { revision, roles, unit }: SetRolesBody): Result {
    return this.toMembership(giver, id, revision, { type: 'set-roles', roles, unit });
  }

  endMembership(giver: Giver, id: string, { revision }: OrganisationEnvelope): Result {
    return this.toMembership(giver, id, revision, { type: 'end-membership' });
  }

  private newId(): string {
    return uuidv7(this.clock.now().getTime());
  }

  private async toOrganisation(giver: Giver, id: string, revision: number, command: OrganisationCommand): Result {
    if (!isUuid(id)) return refused(unseen);
    const retry = retryOf(giver, { id, revision, command: withoutNewUnit(command) });
    return resultOf(await this.door.execute(organisationAggregate, giver.actor, { ...retry, id, revision, command }));
  }

  private async toMembership(giver: Giver, id: string, revision: number, command: MembershipCommand): Result {
    if (!isUuid(id)) return refused(unseen);
    const retry = retryOf(giver, { id, revision, command });
    return resultOf(await this.door.execute(membershipAggregate, giver.actor, { ...retry, id, revision, command }));
  }
}

/** What makes a call under a client's key the same call: what it asks of whom, without the ids made for it here. */
const retryOf = ({ idempotencyKey: key }: Giver, call: object) => (key === undefined ? {} : { retry: { key, call } });

const withoutNewUnit = (command: OrganisationCommand): object =>
  command.type === 'add-unit' ? { ...command, unit: null } : command;

const resultOf = (
  outcome: Outcome<{ readonly id: string; readonly revision: number }>,
): Outcome<OrganisationCommandResult> =>
  outcome.ok ? accepted({ id: outcome.value.id, revision: outcome.value.revision }) : outcome;
