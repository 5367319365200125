import { accepted, isUuid, refusal, refused, type Outcome, type PersonActor } from '#kernel';
import { notAllowed, unseen } from '#ledger/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';
import type { Storage } from '#platform/storage';
import { evidenceKinds, signedCopyBytes, type SignedCopyFile } from '#sharing/contracts';
import { agreementPossibilities, agreementStandingsOf, partyOf } from '#sharing/domain';
import type { CaseFactSources } from '../../cases/case-facts.ts';
import { EvidenceIntake, type SentPart } from '../../evidence/evidence-intake.ts';
import { agreementFacts } from '../agreement-facts.ts';
import { agreementById } from '../queries/agreement-reading.ts';
import { copiesOf, insertSignedCopy, recordCopyRead, type SignedCopyRow } from './signed-copy-rows.ts';

const scanned = new Set(['application/pdf', 'image/png', 'image/jpeg']);

const taken = {
  kinds: evidenceKinds.filter(({ mediaType }) => scanned.has(mediaType)),
  refusal: refusal('sharing.file-kind-refused', 'A scan is a PDF, a PNG or a JPEG. Choose one of these.', 'file'),
};

export interface SignedCopyParts {
  readonly database: Database;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly sources: CaseFactSources;
}

/** Scans of agreements that were signed by hand: sent in first, put on record by a command that names them. */
export class SignedCopies {
  readonly storage: Storage;
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly sources: CaseFactSources;
  private readonly intake: EvidenceIntake;

  constructor({ database, storage, clock, sources }: SignedCopyParts) {
    this.database = database;
    this.storage = storage;
    this.clock = clock;
    this.sources = sources;
    this.intake = new EvidenceIntake(storage, taken);
  }

  /** Takes a scan; its bytes are read when it is known that the sender may put one on record. */
  async add(actor: PersonActor, agreement: string, parts: AsyncIterable<SentPart>): Promise<Outcome<SignedCopyFile>> {
    const may = await this.mayRecord(actor, agreement);
    if (!may.ok) return may;
    const received = await this.intake.receive(parts, signedCopyBytes);
    if (!received.ok) return received;
    const { name, mediaType, stored } = received.value;
    const row = { ...stored, agreement: may.value, name, mediaType };
    try {
      const gone = await this.database.transaction((transaction) =>
        insertSignedCopy(transaction, row, { by: actor.person, at: this.clock.now() }),
      );
      for (const id of gone) await this.intake.drop(id);
    } catch (fault) {
      await this.intake.drop(stored.id);
      throw fault;
    }
    return accepted({ id: stored.id, name, bytes: stored.bytes, mediaType });
  }

  /** A scan that stands with a signature, for people of both sides; that they were given it is written down before. */
  async read(actor: PersonActor, agreement: string, id: string): Promise<SignedCopyRow | undefined> {
    const stored = isUuid(agreement) && isUuid(id) ? await agreementById(this.database, agreement) : undefined;
    const standings = stored ? agreementStandingsOf(actor, stored.state) : [];
    if (!stored || standings.every((standing) => partyOf(standing) === undefined)) return undefined;
    const signed = stored.state.signatures.some((one) => one.how === 'on-paper' && one.copy.id === id.toLowerCase());
    const [copy] = signed ? await copiesOf(this.database, [id]) : [];
    if (copy) await recordCopyRead(this.database, { copy, person: actor.person, at: this.clock.now() });
    return copy;
  }

  private async mayRecord(actor: PersonActor, id: string): Promise<Outcome<string>> {
    const stored = isUuid(id) ? await agreementById(this.database, id) : undefined;
    if (!stored || agreementStandingsOf(actor, stored.state).length === 0) return refused(unseen);
    const item = { id: stored.id, stored, command: { type: 'offer-terms' } as const };
    const [facts] = await agreementFacts(this.sources, this.database, [item]);
    const possible = facts && agreementPossibilities(stored.state, { actor, facts });
    if (possible?.allowed.includes('record-signed-copy')) return accepted(stored.id);
    return refused(possible?.refused.find(({ command }) => command === 'record-signed-copy') ?? notAllowed);
  }
}
