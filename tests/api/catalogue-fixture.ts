import { createHash } from 'node:crypto';
import type { AccessLevel, DatasetCommand, Description } from '#catalogue/domain';
import { datasetAggregate, postgresSearchIndex } from '#catalogue/server';
import { slugOf, type MachineActor } from '#kernel';
import type { People } from './people.ts';

const operator: MachineActor = { kind: 'machine', name: 'operator-command-line' };

export interface Imported {
  readonly id: string;
  readonly organisation: string;
}

/** Datasets made through the door, as an import and the operator's command line make them. */
export class CatalogueFixture {
  private readonly datasets = datasetAggregate(postgresSearchIndex);
  private readonly source: string;

  constructor(private readonly people: People) {
    this.source = people.newId();
  }

  /** A published dataset that a feed gave. The same identifier again brings it up to date. */
  async imported(
    organisation: string,
    description: Description & { readonly title: string },
    access: AccessLevel = 'open',
    id = this.people.newId(),
  ): Promise<Imported> {
    const text = JSON.stringify(description);
    const hash = (of: string): string => createHash('sha256').update(of).digest('hex');
    await this.perform({ kind: 'machine', name: 'import', actingFor: organisation }, id, {
      type: 'import-dataset',
      ...{ id, organisation, access, description, source: this.source, key: hash(id), recordHash: hash(text) },
      slug: slugOf(description.title, 'dataset'),
    });
    return { id, organisation };
  }

  give({ id }: Imported, command: DatasetCommand): Promise<void> {
    return this.perform(operator, id, command);
  }

  private async perform(actor: MachineActor, id: string, command: DatasetCommand): Promise<void> {
    const [outcome] = await this.people.door.executeBatch(this.datasets, actor, [{ id, command }]);
    if (!outcome?.ok) throw new Error(outcome?.refusals.map(({ message }) => message).join(' '));
  }
}
