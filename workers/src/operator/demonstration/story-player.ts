import type { Outcome, PersonActor } from '#kernel';
import { caseCommandBodies, saveDraftBody } from '#sharing/contracts';
import type { Answers } from '#sharing/domain';
import {
  CaseCommands,
  Drafts,
  Evidence,
  mayReadEvidence,
  mayWriteDraft,
  otherSideOf,
  postMessage,
  RequestCommands,
  submittedFiles,
} from '#sharing/server';
import { AgreementPlayer } from './agreement-player.ts';
import type { Directory, PlacedCase } from './directory.ts';
import type { Loading } from './loading.ts';
import { pdfOf } from './pdf.ts';
import type { Act, Step } from './stories/step.ts';
import { wishedColumns, type Attachment, type Story, type Wish } from './stories/story.ts';

type Acting<Does extends Act['does']> = Extract<Act, { does: Does }>;

async function* onePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Gives the commands of stories, each in the name of its person and by the way that a page takes. */
export class StoryPlayer {
  private readonly drafts: Drafts;
  private readonly requests: RequestCommands;
  private readonly cases: CaseCommands;
  private readonly evidence: Evidence;
  private readonly agreements: AgreementPlayer;

  constructor(
    private readonly loading: Loading,
    private readonly directory: Directory,
  ) {
    const { database, clock, door, sharing, context } = loading;
    const { storage } = context;
    this.drafts = new Drafts(database, clock, storage);
    this.requests = new RequestCommands(door, clock, sharing, sharing.sources);
    this.cases = new CaseCommands(database, door, sharing);
    this.agreements = new AgreementPlayer(loading);
    const rights = { mayWrite: mayWriteDraft, mayRead: mayReadEvidence, otherSide: otherSideOf, submittedFiles };
    this.evidence = new Evidence({ database, storage, clock, rights });
  }

  /** @throws where a command is refused: the story is at fault */
  async play(story: Story, { by = story.by, act }: Step): Promise<void> {
    const person = this.directory.person(by);
    switch (act.does) {
      case 'draft':
        return this.write(story);
      case 'submit':
        return this.submit(story);
      case 'resubmit':
        return this.resubmit(story, act);
      case 'withdraw':
        return this.withdraw(story);
      case 'post':
        return this.post(story, act, await this.speaking(story, by, act.owner));
      case 'draft-terms':
        return this.agreements.draft(this.caseOf(story, undefined).id);
      case 'agreement-command': {
        const actor = await this.actingFor(story, person, act.side);
        return void taken(
          story,
          await this.agreements.toAgreement(this.caseOf(story, undefined).id, act, actor),
          act.command,
        );
      }
      case 'permission-command': {
        const actor = await this.actingFor(story, person, act.side);
        return void taken(
          story,
          await this.agreements.toPermission(this.caseOf(story, undefined).id, act, actor),
          act.command,
        );
      }
      case 'case-command':
        return this.command(
          story,
          act,
          by === story.by ? await this.asker(story) : await this.worker(person, story, act),
        );
    }
  }

  private actingFor(story: Story, person: string, side: 'provider' | 'recipient'): Promise<PersonActor> {
    if (side === 'provider') return this.worker(person, story, {});
    const acting = story.organisation === undefined ? undefined : this.directory.organisation(story.organisation);
    return this.loading.actor(person, acting);
  }

  private asker({ by, organisation }: Story): Promise<PersonActor> {
    const acting = organisation === undefined ? undefined : this.directory.organisation(organisation);
    return this.loading.actor(this.directory.person(by), acting);
  }

  private worker(person: string, story: Story, { owner }: { readonly owner?: string }): Promise<PersonActor> {
    return this.loading.actor(person, this.directory.organisation(this.ownerOf(story, owner)));
  }

  private speaking(story: Story, by: string, owner: string | undefined): Promise<PersonActor> {
    return by === story.by
      ? this.asker(story)
      : this.worker(this.directory.person(by), story, owner === undefined ? {} : { owner });
  }

  private ownerOf({ basket }: Story, owner: string | undefined): string {
    return owner ?? this.directory.publisher(basket[0]?.dataset ?? '');
  }

  /** Begins a draft, adds its files and saves what is answered. */
  private async write(story: Story): Promise<void> {
    const actor = await this.asker(story);
    const datasets = story.basket.map(({ dataset }) => this.directory.dataset(dataset));
    const { id } = taken(story, await this.drafts.begin(actor, { datasets, actingFor: actor.actingFor }));
    this.directory.noteRequest(story.key, id);
    const answers = { ...story.answers, ...(await this.attached(actor, id, story.attachments ?? [])) };
    const basket = story.basket.map((wish) => this.basketItem(wish));
    const body = saveDraftBody.parse({ draftRevision: 1, basket, answers });
    taken(story, await this.drafts.save(actor, id, body));
  }

  private basketItem({ dataset, columns = '', fields, rows }: Wish) {
    return {
      dataset: this.directory.dataset(dataset),
      columns: wishedColumns(columns).map(([name, justification]) => ({
        column: this.directory.column(dataset, name),
        justification,
      })),
      ...(fields === undefined ? {} : { fields }),
      ...(rows === undefined ? {} : { rows }),
    };
  }

  private async attached(actor: PersonActor, request: string, attachments: readonly Attachment[]): Promise<Answers> {
    const answers: Record<string, Answers[string]> = {};
    for (const { question, name, title, lines } of attachments) {
      const file = { name, content: onePiece(pdfOf(title, lines)) };
      const sent = { request, question, parts: partsOf(file) };
      const kept = await this.evidence.add(actor, sent);
      if (!kept.ok) throw new Error(`${name}: ${kept.refusals.map(({ message }) => message).join(' ')}`);
      this.loading.keptFiles.push(kept.value.id);
      answers[question] = [kept.value];
    }
    return answers;
  }

  private async submit(story: Story): Promise<void> {
    await this.write(story);
    const id = this.directory.request(story.key);
    const body = { revision: 0, draftRevision: 2, declaration: true };
    taken(story, await this.requests.submit({ actor: await this.asker(story) }, id, body));
    const rows = await this.loading.transaction.rows<{ id: string; organisation: string }>(
      'select id, organisation from sharing_case where request = $1',
      [id],
    );
    for (const owner of new Set(story.basket.map(({ dataset }) => this.directory.publisher(dataset)))) {
      const row = rows.find(({ organisation }) => organisation === this.directory.organisation(owner));
      if (row) this.directory.noteCase(story.key, owner, { id: row.id, request: id });
    }
  }

  private async resubmit(story: Story, { answers }: Acting<'resubmit'>): Promise<void> {
    const actor = await this.asker(story);
    const id = this.directory.request(story.key);
    taken(story, await this.drafts.save(actor, id, saveDraftBody.parse({ draftRevision: 2, answers })));
    const { id: waiting } = this.caseOf(story, undefined);
    const revision = await this.revisionOf('sharing_request', id);
    const body = { revision, draftRevision: 3, declaration: true, cases: [waiting] };
    taken(story, await this.requests.resubmit({ actor }, id, body));
  }

  private async withdraw(story: Story): Promise<void> {
    const id = this.directory.request(story.key);
    const actor = await this.asker(story);
    taken(story, await this.requests.withdraw({ actor }, id, await this.revisionOf('sharing_request', id)));
  }

  private async post(story: Story, { kind, text, owner }: Acting<'post'>, actor: PersonActor): Promise<void> {
    const { id, request } = this.caseOf(story, owner);
    taken(story, await postMessage(this.loading, { actor }, { request, case: id }, { text, kind }));
  }

  private async command(story: Story, act: Acting<'case-command'>, actor: PersonActor): Promise<void> {
    const { command: name, owner } = act;
    const { id, request } = this.caseOf(story, owner);
    const revision = await this.revisionOf('sharing_case', id);
    const body = caseCommandBodies[name].parse({ revision, ...act.body(this.directory) });
    taken(story, await this.cases.give({ giver: { actor }, request, case: id, name, body }), name);
  }

  private caseOf(story: Story, owner: string | undefined): PlacedCase {
    return this.directory.case(story.key, this.ownerOf(story, owner));
  }

  private async revisionOf(table: 'sharing_request' | 'sharing_case', id: string): Promise<number> {
    const [row] = await this.loading.transaction.rows<{ revision: number }>(
      `select revision from ${table} where id = $1`,
      [id],
    );
    return row?.revision ?? 0;
  }
}

async function* partsOf(file: { readonly name: string; readonly content: AsyncIterable<Uint8Array> }) {
  yield { field: 'file', file };
}

function taken<Value>({ key }: Story, outcome: Outcome<Value>, what = ''): Value {
  if (outcome.ok) return outcome.value;
  const refusals = outcome.refusals.map(({ field, message }) =>
    field === undefined ? message : `${field}: ${message}`,
  );
  throw new Error(`${key} ${what}: ${refusals.join(' ')}`);
}
