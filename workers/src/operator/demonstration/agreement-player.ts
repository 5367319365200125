import type { PersonActor } from '#kernel';
import type { Announcement } from '#ledger/server';
import { agreementCommandBodies, permissionCommandBodies } from '#sharing/contracts';
import { AgreementCommands } from '#sharing/server';
import type { Loading } from './loading.ts';
import type { Act } from './stories/step.ts';

type Acting<Does extends Act['does']> = Extract<Act, { does: Does }>;

/** Gives the commands of stories that come after the decision: to the agreement of a case, and to its first permission. */
export class AgreementPlayer {
  private readonly commands: AgreementCommands;

  constructor(private readonly loading: Loading) {
    this.commands = new AgreementCommands({ ...loading.parts, ...loading.sharing });
  }

  /** What the workers do when a case is decided, on the day that it is in the story. */
  draft(id: string): Promise<void> {
    const announcement: Announcement = {
      ...{ id: this.loading.newId(), kind: 'case', type: 'case-decided' },
      ...{ streams: [id], entries: [], at: this.loading.clock.now().toISOString() },
    };
    return this.loading.react('when-case-gives-data-draft-its-agreement', announcement);
  }

  async toAgreement(caseId: string, { command: name, body }: Acting<'agreement-command'>, actor: PersonActor) {
    const [row] = await this.loading.transaction.rows<{ id: string; revision: number; hash: string | null }>(
      `select id, revision, state->>'hash' as hash from agreement where case_id = $1 order by drafted_at desc limit 1`,
      [caseId],
    );
    if (!row) throw new Error('There is no agreement yet');
    const { id, revision, hash } = row;
    const given = agreementCommandBodies[name].parse({ revision, ...body({ hash: hash ?? '' }) });
    return this.commands.give({ giver: { actor }, id, name, body: given });
  }

  async toPermission(caseId: string, { command: name, body }: Acting<'permission-command'>, actor: PersonActor) {
    const [row] = await this.loading.transaction.rows<{ id: string; revision: number; delivery: string }>(
      `select permission.id, permission.revision, permission.state->'deliveries'->-1->>'id' as delivery
       from permission join agreement on agreement.id = permission.agreement
       where agreement.case_id = $1 order by permission.id limit 1`,
      [caseId],
    );
    if (!row) throw new Error('There is no permission yet');
    const { id, revision, delivery } = row;
    const given = permissionCommandBodies[name].parse({ revision, ...body({ delivery }) });
    return this.commands.giveToPermission({ giver: { actor }, id, name, body: given });
  }
}
