import { accepted, localDate, refused, type Actor, type Outcome, type PersonActor, type Refusal } from '#kernel';
import { notAllowed, unseen } from '#ledger/server';
import type { Database, Queries } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { Storage } from '#platform/storage';
import { evidenceLimits, type EvidenceRemoved } from '#sharing/contracts';
import type { EvidenceFile } from '#sharing/domain';
import type { EvidenceReading } from './evidence-reading.ts';
import { EvidenceIntake, type ReceivedFile, type SentPart } from './evidence-intake.ts';
import { recordEvidenceRead } from './evidence-reads.ts';
import * as rows from './evidence-rows.ts';
import * as refusals from './refusals.ts';

/** Who may do what with the files of a request, as drafts and cases have it. */
export interface EvidenceRights {
  /** Whether the actor writes what is being written of this request. */
  readonly mayWrite: (queries: Queries, actor: Actor, request: string) => Promise<boolean>;
  readonly mayRead: (queries: Queries, reading: EvidenceReading, request: string, file: string) => Promise<boolean>;
  /** For which organisation the actor reads what another side wrote; undefined for those who ask. */
  readonly otherSide: (
    queries: Queries,
    reading: EvidenceReading & { readonly actor: PersonActor },
    request: string,
  ) => Promise<string | undefined>;
  /** Files that a submission names. */
  readonly submittedFiles: (queries: Queries, request: string) => Promise<ReadonlySet<string>>;
}

export interface SentEvidence {
  readonly request: string;
  readonly question: string;
  /** Begins to be read when it is known that the sender may write and that there is room. */
  readonly parts: AsyncIterable<SentPart>;
}

export interface EvidenceParts {
  readonly database: Database;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly rights: EvidenceRights;
}

type Held = readonly Pick<rows.EvidenceRow, 'bytes'>[];

const bytesIn = (held: Held): number => held.reduce((sum, { bytes }) => sum + bytes, 0);

/** Why so many bytes more have no room beside what a request holds. */
function crowding(held: Held, bytes: number): Refusal | undefined {
  if (held.length >= evidenceLimits.files) return refusals.tooManyFiles;
  return bytesIn(held) + bytes > evidenceLimits.bytes ? refusals.filesTooLarge : undefined;
}

/** Files that support the answers of a request. */
export class Evidence {
  readonly storage: Storage;
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly rights: EvidenceRights;
  private readonly intake: EvidenceIntake;

  constructor({ database, storage, clock, rights }: EvidenceParts) {
    this.database = database;
    this.storage = storage;
    this.clock = clock;
    this.rights = rights;
    this.intake = new EvidenceIntake(storage);
  }

  async add(actor: PersonActor, sent: SentEvidence): Promise<Outcome<EvidenceFile>> {
    if (!(await this.rights.mayWrite(this.database, actor, sent.request))) return refused(unseen);
    const held = await rows.evidenceOf(this.database, sent.request);
    const crowded = crowding(held, 1);
    if (crowded) return refused(crowded);
    const received = await this.intake.receive(sent.parts, evidenceLimits.bytes - bytesIn(held));
    if (!received.ok) return received;
    const entered = await this.enter(actor, sent, received.value);
    if (!entered.ok) await this.intake.drop(received.value.stored.id);
    return entered;
  }

  /** The file for its reader, undefined where they may see none; that another side is given it is written down before. */
  async read(actor: PersonActor, request: string, id: string): Promise<rows.EvidenceRow | undefined> {
    const row = await rows.evidenceFileOf(this.database, request, id);
    if (!row || !(await this.rights.mayRead(this.database, this.readingOf(actor), request, id))) return undefined;
    const organisation = await this.rights.otherSide(this.database, this.readingOf(actor), request);
    if (organisation !== undefined) {
      const read = { file: row.id, request: row.request, person: actor.person, organisation, at: this.clock.now() };
      await recordEvidenceRead(this.database, read);
    }
    return row;
  }

  async remove(actor: PersonActor, request: string, id: string): Promise<Outcome<EvidenceRemoved>> {
    const removed = await this.database.transaction(async (transaction): Promise<Outcome<EvidenceRemoved>> => {
      await rows.lockEvidence(transaction, request);
      const row = await rows.evidenceFileOf(transaction, request, id);
      if (!row) return refused(unseen);
      if (!(await this.rights.mayWrite(transaction, actor, request))) {
        return refused(
          (await this.rights.mayRead(transaction, this.readingOf(actor), request, id)) ? notAllowed : unseen,
        );
      }
      const submitted = await this.rights.submittedFiles(transaction, request);
      if (submitted.has(row.id)) return refused(refusals.fileSubmitted);
      await rows.deleteEvidence(transaction, row.id);
      return accepted({ id: row.id });
    });
    if (removed.ok) await this.intake.drop(removed.value.id);
    return removed;
  }

  private readingOf<Reader extends Actor>(actor: Reader) {
    return { actor, today: localDate(this.clock.now().toISOString()) };
  }

  /** Asks once more, for a draft may be gone and other files may be there since the first byte came. */
  private enter(actor: PersonActor, sent: SentEvidence, file: ReceivedFile): Promise<Outcome<EvidenceFile>> {
    const { request, question } = sent;
    const { name, mediaType, stored } = file;
    return this.database.transaction(async (transaction) => {
      await rows.lockEvidence(transaction, request);
      if (!(await this.rights.mayWrite(transaction, actor, request))) return refused(unseen);
      const crowded = crowding(await rows.evidenceOf(transaction, request), stored.bytes);
      if (crowded) return refused(crowded);
      const row = { ...stored, request, question, name, mediaType, uploadedBy: actor.person, at: this.clock.now() };
      await rows.insertEvidence(transaction, row);
      return accepted({ id: stored.id, name, bytes: stored.bytes, mediaType });
    });
  }
}
