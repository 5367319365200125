import type * as z from 'zod';
import type {
  AcceptTermsBody,
  CommandResult,
  describeDatasetBody,
  DescriptionInput,
  registerDatasetBody,
} from '#catalogue/contracts';
import type { DatasetCommand, Description } from '#catalogue/domain';
import { Datasets, termsAggregate, type DatasetAggregate } from '#catalogue/server';
import { slugOf, uuidv7, type Actor, type Outcome } from '#kernel';
import { Door, type Done } from '#ledger/server';
import { found, problemOf, settled } from '../../http/problems/index.ts';
import type { Platform } from '../../platform.ts';

/** A command to one dataset as it came over HTTP. */
export interface DatasetCall<Body extends { readonly revision: number; readonly actingFor: string }> {
  readonly giver: Giver;
  readonly id: string;
  readonly body: Body;
}

/** Who gives a command, for the organisation that the body names, and the client's own name for the call. */
export interface Giver {
  readonly actor: Actor;
  readonly idempotencyKey?: string;
}

/** From HTTP to the door: ids for new parts, the organisation acted for, and the current view where the page was stale. */
export class DatasetCommands {
  constructor(
    private readonly door: Door,
    private readonly datasets: Datasets,
    private readonly aggregate: DatasetAggregate,
    private readonly platform: Platform,
  ) {}

  async register(giver: Giver, body: z.output<typeof registerDatasetBody>): Promise<CommandResult> {
    const { actor } = giver;
    const id = this.newId();
    const command: DatasetCommand = {
      type: 'register-dataset',
      id,
      organisation: body.actingFor,
      unit: body.unit,
      slug: slugOf(body.description.title, 'dataset'),
      description: { ...this.identified(body.description), title: body.description.title },
    };
    const retry = retryOf(giver, 'register', body);
    const done = settled(await this.door.execute(this.aggregate, actor, { id, command, retry }));
    const view = found(await this.datasets.view(actor, done.id));
    return { id: done.id, slug: view.slug, revision: done.revision };
  }

  describe(call: DatasetCall<z.output<typeof describeDatasetBody>>): Promise<CommandResult> {
    return this.give(call, { type: 'describe-dataset', description: this.identified(call.body.description) });
  }

  async give(
    call: DatasetCall<{ revision: number; actingFor: string }>,
    command: DatasetCommand,
  ): Promise<CommandResult> {
    const { giver, body } = call;
    const { id } = found(await this.datasets.view(giver.actor, call.id));
    const retry = retryOf(giver, `${id}/${command.type}`, body);
    const outcome = await this.door.execute(this.aggregate, giver.actor, {
      id,
      revision: body.revision,
      command,
      retry,
    });
    return this.answer(outcome, giver.actor, id);
  }

  async acceptTerms(giver: Giver, dataset: string, { terms }: AcceptTermsBody): Promise<CommandResult> {
    const view = found(await this.datasets.view(giver.actor, dataset));
    const id = this.newId();
    const command = { type: 'accept-dataset-terms', id, dataset: view.id, terms } as const;
    const retry = retryOf(giver, `${view.id}/accept-terms`, { terms });
    const done = settled(await this.door.execute(termsAggregate, giver.actor, { id, command, retry }));
    return { id: done.id, revision: done.revision };
  }

  private async answer(outcome: Outcome<Done>, actor: Actor, id: string): Promise<CommandResult> {
    if (outcome.ok) return { id, revision: outcome.value.revision };
    const stale = outcome.refusals.some(({ code }) => code === 'ledger.stale');
    throw problemOf(outcome.refusals, stale ? { current: await this.datasets.view(actor, id) } : {});
  }

  /** Columns and distributions that are new get their ids here; a part sent with its id stays the same part. */
  private identified(description: DescriptionInput): Description {
    const { columns, distributions, ...rest } = description;
    return {
      ...rest,
      ...(columns && { columns: columns.map((column) => ({ ...column, id: column.id ?? this.newId() })) }),
      ...(distributions && { distributions: distributions.map((one) => ({ ...one, id: one.id ?? this.newId() })) }),
    };
  }

  private newId(): string {
    return uuidv7(this.platform.clock.now().getTime());
  }
}

const retryOf = ({ idempotencyKey: key }: Giver, path: string, body: object) =>
  key === undefined ? undefined : { key, call: { path, body } };
