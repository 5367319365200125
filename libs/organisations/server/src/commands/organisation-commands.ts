import { createHash } from 'node:crypto';
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
  async register(giver: Giver, { actingFor: _, kind, slug: wanted, ...profile }: RegisterOrganisationBody): Result {
    const id = this.newId(giver);
    const slug = wanted ?? (await freeSlug(this.database, profile.name));
    const command = { type: 'register-organisation', id, slug, kind, standing: 'member', profile } as const;
    const outcome = await this.door.execute(organisationAggregate, giver.actor, { ...call(giver), id, command });
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

  addUnit(giver: Giver, id: string, { revision, name }: AddUnitBody): Result {
    const unit = this.newId(giver);
    return this.toOrganisation(giver, id, revision, { type: 'add-unit', unit, name });
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
    const id = this.newId(giver);
    const { person, unit, roles } = body;
    const command = { type: 'grant-membership', id, organisation, person, unit, roles } as const;
    return resultOf(await this.door.execute(membershipAggregate, giver.actor, { ...call(giver), id, command }));
  }

  setRoles(giver: Giver, id: string, { revision, roles, unit }: SetRolesBody): Result {
    return this.toMembership(giver, id, revision, { type: 'set-roles', roles, unit });
  }

  endMembership(giver: Giver, id: string, { revision }: OrganisationEnvelope): Result {
    return this.toMembership(giver, id, revision, { type: 'end-membership' });
  }

  /** The same for a retried call under the same key, so that the door knows it for the same call. */
  private newId({ actor, idempotencyKey }: Giver): string {
    if (idempotencyKey === undefined || actor.kind !== 'person') return uuidv7(this.clock.now().getTime());
    return uuidOf(`${actor.person}\n${idempotencyKey}`);
  }

  private async toOrganisation(giver: Giver, id: string, revision: number, command: OrganisationCommand): Result {
    if (!isUuid(id)) return refused(unseen);
    const item = { ...call(giver), id, revision, command };
    return resultOf(await this.door.execute(organisationAggregate, giver.actor, item));
  }

  private async toMembership(giver: Giver, id: string, revision: number, command: MembershipCommand): Result {
    if (!isUuid(id)) return refused(unseen);
    const item = { ...call(giver), id, revision, command };
    return resultOf(await this.door.execute(membershipAggregate, giver.actor, item));
  }
}

/** A UUID of version 8 (RFC 9562, section 5.8) made from a text. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const call = ({ idempotencyKey }: Giver) => (idempotencyKey === undefined ? {} : { idempotencyKey });

const resultOf = (outcome: Outcome<{ readonly id: string; readonly revision: number }>): Outcome<OrganisationCommandResult> =>
  outcome.ok ? accepted({ id: outcome.value.id, revision: outcome.value.revision }) : outcome;
