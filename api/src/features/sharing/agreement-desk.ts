import type { Outcome } from '#kernel';
import type { Done } from '#ledger/server';
import type { Documents } from '#platform/documents';
import type { RequestCommandResult } from '#sharing/contracts';
import type { AgreementCall, AgreementCommands, Agreements, PermissionCall, RecipientNotices } from '#sharing/server';
import { problemOf } from '../../http/problems/index.ts';

/** Agreements and permissions as HTTP has them: a stale command brings the view as it is now. */
export class AgreementDesk {
  constructor(
    readonly agreements: Agreements,
    readonly documents: Documents,
    readonly notices: RecipientNotices,
    private readonly commands: AgreementCommands,
  ) {}

  give(call: AgreementCall): Promise<RequestCommandResult> {
    const { giver, id } = call;
    return this.settle(this.commands.give(call), () => this.agreements.view(giver.actor, id));
  }

  giveToPermission(call: PermissionCall): Promise<RequestCommandResult> {
    const { giver, id } = call;
    return this.settle(this.commands.giveToPermission(call), () => this.agreements.permission(giver.actor, id));
  }

  private async settle(
    outcome: Promise<Outcome<Done>>,
    current: () => Promise<object | undefined>,
  ): Promise<RequestCommandResult> {
    const result = await outcome;
    if (result.ok) return { id: result.value.id, revision: result.value.revision };
    const stale = result.refusals.some(({ code }) => code === 'ledger.stale');
    throw problemOf(result.refusals, { current: stale ? await current() : undefined });
  }
}
