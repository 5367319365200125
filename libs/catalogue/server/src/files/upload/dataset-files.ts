import type { UploadedFile } from '#catalogue/contracts';
import {
  datasetRight,
  datasetStandingsOf,
  type Dataset,
  type DatasetCommand,
  type DatasetContent,
  type StoredFile,
} from '#catalogue/domain';
import { accepted, refusal, refused, uuidv7, type Actor, type Outcome } from '#kernel';
import { notAllowed, unseen, type Done, type Door, type Item } from '#ledger/server';
import type { Database, Transaction } from '#platform/database';
import type { Clock } from '#platform/observability';
import { FileTooLarge, type Storage, type WrittenFile } from '#platform/storage';
import { maySeeDataset } from '#catalogue/domain';
import type { DatasetAggregate } from '../../persistence/dataset-aggregate.ts';
import { datasetRow } from '../../queries/dataset-row.ts';
import { columnsOf, headOf, isWholeIn, type InferredColumns } from './read-head.ts';
import { isAsNamed, kindOfName, type UploadKind } from './upload-kinds.ts';

/** Bytes of one file. */
export const mostFileBytes = 2 * 1024 ** 3;

/** One part of what is sent. */
export interface SentPart {
  readonly field: string;
  readonly file?: { readonly name: string; readonly content: AsyncIterable<Uint8Array> };
}

export interface Upload {
  readonly dataset: string;
  readonly revision: number;
  /** The distribution whose file it becomes; one of its own where none is named. */
  readonly distribution?: string;
  readonly parts: AsyncIterable<SentPart>;
}

interface Received {
  readonly name: string;
  readonly kind: UploadKind;
  readonly file: WrittenFile;
  readonly columns?: InferredColumns;
}

export interface FileParts {
  readonly database: Database;
  readonly door: Door;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly datasets: DatasetAggregate;
}

const fileRefused = (reason: string, message: string) => refused(refusal(`catalogue.file-${reason}`, message, 'file'));

/** Files that stewards put beside a dataset. Whatever is refused, or breaks off, leaves nothing in the store. */
export class DatasetFiles {
  constructor(private readonly parts: FileParts) {}

  /** Who may is known before a byte of the content is read. */
  async add(actor: Actor, upload: Upload): Promise<Outcome<UploadedFile>> {
    const row = await datasetRow(this.parts.database, upload.dataset);
    if (!row || !maySeeDataset(actor, row.state)) return refused(unseen);
    const standings = datasetStandingsOf(actor, row.state);
    if (datasetRight('attach-file', row.state.lifecycle, standings) === undefined) return refused(notAllowed);
    const received = await this.receive(upload.parts);
    if (!received.ok) return received;
    const outcome = await this.attach(
      actor,
      { ...upload, state: row.state, content: row.content },
      received.value,
    ).catch(async (fault: unknown) => {
      await this.drop(received.value.file.id);
      throw fault;
    });
    if (!outcome.ok) await this.drop(received.value.file.id);
    return outcome;
  }

  private async receive(parts: AsyncIterable<SentPart>): Promise<Outcome<Received>> {
    let received: Received | undefined;
    try {
      for await (const { field, file } of parts) {
        if (received || field !== 'file' || !file) {
          if (received) await this.drop(received.file.id);
          return fileRefused('one-only', 'Send one file at a time, in one part named file.');
        }
        const kept = await this.keep(file);
        if (!kept.ok) return kept;
        received = kept.value;
      }
    } catch (fault) {
      if (received) await this.drop(received.file.id);
      throw fault;
    }
    return received ? accepted(received) : fileRefused('not-sent', 'Choose a file. It is sent in one part named file.');
  }

  private async keep({ name: sent, content }: NonNullable<SentPart['file']>): Promise<Outcome<Received>> {
    const name = nameOf(sent);
    const kind = kindOfName(name);
    if (!kind.ok) return kind;
    const written = await this.write(content);
    if (!written.ok) return written;
    const file = written.value;
    const looked = await this.look(kind.value, file).catch(async (fault: unknown) => {
      await this.drop(file.id);
      throw fault;
    });
    if (looked.ok)
      return accepted({ name, kind: kind.value, file, ...(looked.value ? { columns: looked.value } : {}) });
    await this.drop(file.id);
    return looked;
  }

  private async write(content: AsyncIterable<Uint8Array>): Promise<Outcome<WrittenFile>> {
    try {
      return accepted(await this.parts.storage.write(content, { most: mostFileBytes }));
    } catch (fault) {
      if (fault instanceof FileTooLarge) return fileRefused('too-large', 'The file is larger than 2 GB. Split it.');
      if ((fault as NodeJS.ErrnoException).code === 'ENOSPC')
        return fileRefused(
          'no-room',
          'There is no room for the file here. Those who run this service must make some; nothing was changed.',
        );
      throw fault;
    }
  }

  private async look(kind: UploadKind, file: WrittenFile): Promise<Outcome<InferredColumns | undefined>> {
    if (file.bytes === 0) return fileRefused('empty', 'The file is empty. Choose the one with the data.');
    const head = await headOf(this.parts.storage, file);
    if (!(await isAsNamed(kind, head)))
      return fileRefused(
        'not-as-named',
        'The content is not what the end of the name says. Choose the right file, or give it its own end.',
      );
    return kind.format === 'csv' ? columnsOf(head, isWholeIn(file)) : accepted(undefined);
  }

  /** A file that nothing names is taken by the schedule for such, where the store does not answer now. */
  private async drop(id: string): Promise<void> {
    await this.parts.storage.remove(id).catch(() => undefined);
  }

  private async attach(actor: Actor, target: Target, received: Received): Promise<Outcome<UploadedFile>> {
    const { door } = this.parts;
    const distribution = target.distribution ?? this.newId();
    const description = this.descriptionFor(target, received, distribution);
    const file: StoredFile = { ...received.file, mediaType: received.kind.mediaType };
    const outcome = await door.together(actor, undefined, async (transaction) => {
      let { revision } = target;
      if (description) {
        const described = await this.give(transaction, actor, { id: target.state.id, revision, command: description });
        if (!described.ok) return described;
        ({ revision } = described.value);
      }
      const command = { type: 'attach-file', distribution, file, fileName: received.name } as const;
      return this.give(transaction, actor, { id: target.state.id, revision, command });
    });
    if (!outcome.ok) return outcome;
    return accepted({
      id: outcome.value.id,
      revision: outcome.value.revision,
      distribution,
      file: { name: received.name, bytes: file.bytes, sha256: file.sha256 },
      columns: comparedColumns(target, received.columns),
    });
  }

  private async give(transaction: Transaction, actor: Actor, item: Item<DatasetCommand>): Promise<Outcome<Done>> {
    const [done = refused(unseen)] = await this.parts.door.perform(transaction, this.parts.datasets, actor, [item]);
    return done;
  }

  /** A place for the file where it has none yet, and the columns that it brings where the dataset has none. */
  private descriptionFor(target: Target, received: Received, distribution: string): DatasetCommand | undefined {
    const { state, content } = target;
    const columns =
      state.columns.length === 0 && received.columns
        ? {
            columns: received.columns.map((column) => ({
              ...column,
              id: this.newId(),
              sensitivity: 'not-stated' as const,
            })),
          }
        : {};
    const place = target.distribution
      ? {}
      : {
          distributions: [
            ...state.distributions.map(({ id, format }) => ({
              ...content.distributions?.find((one) => one.id === id),
              id,
              format,
            })),
            {
              id: distribution,
              format: received.kind.format,
              title: received.name,
              mediaType: received.kind.mediaType,
            },
          ],
        };
    const description = { ...columns, ...place };
    return Object.keys(description).length === 0 ? undefined : { type: 'describe-dataset', description };
  }

  private newId(): string {
    return uuidv7(this.parts.clock.now().getTime());
  }
}

interface Target extends Upload {
  readonly state: Dataset;
  readonly content: DatasetContent;
}

/** The last part of what the sender calls it, on one line; what is left of it is words for people. */
const nameOf = (sent: string): string =>
  (sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(-200);

/** What the file has and the description has not, and the other way about. */
function comparedColumns({ content }: Target, found: InferredColumns | undefined): UploadedFile['columns'] {
  if (!found) return undefined;
  const described = content.columns?.map(({ name }) => name) ?? [];
  const names = found.map(({ name }) => name);
  if (described.length === 0) return { taken: names.length, undescribed: [], missing: [] };
  return {
    taken: 0,
    undescribed: names.filter((name) => !described.includes(name)),
    missing: described.filter((name) => !names.includes(name)),
  };
}
