import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { DatasetView } from '#catalogue/contracts';
import type { DescribedField } from '#catalogue/domain';
import { Session } from '../../session/session.ts';
import type { Problem } from '../../shell/problem.ts';
import { DatasetCommands } from '../catalogue-api.ts';
import { descriptionFrom } from './description-from.ts';
import { changedFields, emptyModel, modelOf, type EditModel } from './edit-model.ts';
import { FormFaults } from './form-faults.ts';
import { KeptDrafts, type Draft } from './kept-draft.ts';
import { mergeStale } from './merge-stale.ts';

/** What came of an attempt to save. */
export type Saved = 'saved' | 'faulty' | 'stale' | Problem;

/**
 * One person editing one dataset: what the form holds, what it began from, and what must not be lost. It knows nothing of
 * how the form looks.
 */
@Injectable()
export class EditSession {
  private readonly commands = inject(DatasetCommands);
  private readonly drafts = inject(KeptDrafts);
  private readonly person = inject(Session).person;
  private readonly faults = inject(FormFaults);
  private looked = false;
  private readonly opened = signal<DatasetView | undefined>(undefined);
  /** The dataset that the typing is compared with and that a save is decided on. */
  readonly base = linkedSignal<DatasetView | undefined>(() => this.opened());
  private readonly start = linkedSignal<EditModel>(() => {
    const dataset = this.base();
    return dataset ? modelOf(dataset) : emptyModel;
  });
  readonly model = linkedSignal<EditModel>(() => {
    const dataset = this.opened();
    return dataset ? modelOf(dataset) : emptyModel;
  });
  readonly changed = computed(() => changedFields(this.start(), this.model()));
  readonly conflicts = signal<readonly DescribedField[]>([]);
  /** Whether somebody saved meanwhile, as the person is being told. */
  readonly stale = signal(false);
  readonly found = signal<Draft | undefined>(undefined);
  readonly kept = signal(true);
  readonly working = signal(false);

  /** Begins on a dataset. */
  open(dataset: DatasetView): void {
    if (this.opened()?.id !== dataset.id) this.opened.set(dataset);
  }

  /**
   * Looks for what was typed on this dataset before. To be called once the page is drawn: the server knows nothing of it, and
   * what the browser draws first must be what came.
   */
  lookForDraft(): void {
    const dataset = this.opened();
    if (!dataset || this.looked) return;
    this.looked = true;
    const draft = this.drafts.find(this.owner, dataset.id);
    this.found.set(draft && changedFields(modelOf(dataset), draft.model).length > 0 ? draft : undefined);
  }

  /** What a field says in the dataset as it is now, for comparing. */
  theirs(): EditModel {
    return this.start();
  }

  take(field: DescribedField): void {
    this.model.update((model) => ({ ...model, [field]: this.start()[field as keyof EditModel] }));
  }

  set<Field extends keyof EditModel>(field: Field, value: EditModel[Field]): void {
    this.model.update((model) => ({ ...model, [field]: value }));
  }

  restore(): void {
    const draft = this.found();
    this.found.set(undefined);
    if (!draft) return;
    const merged = mergeStale(draft.base, draft.model, this.start());
    this.model.set(merged.model);
    this.conflicts.set(merged.conflicts);
    this.stale.set(draft.revision !== this.base()?.revision);
  }

  /** Keeps what is typed; nothing to keep removes what was kept, but never a draft that still waits for an answer. */
  keep(): void {
    const [base, changed, found] = [this.base(), this.changed(), this.found()];
    if (!base || !this.looked || found) return;
    if (changed.length === 0) return this.drafts.forget(this.owner, base.id);
    const draft: Draft = {
      shape: 1,
      at: new Date().toISOString(),
      revision: base.revision,
      base: this.start(),
      model: this.model(),
    };
    this.kept.set(this.drafts.keep(this.owner, base.id, draft));
  }

  discard(): void {
    this.model.set(this.start());
    this.conflicts.set([]);
    this.stale.set(false);
    this.found.set(undefined);
    this.faults.set([]);
    this.forget();
  }

  forgetFound(): void {
    this.found.set(undefined);
    this.forget();
  }

  async save(): Promise<Saved> {
    const base = this.base();
    if (!base) return 'faulty';
    this.working.set(true);
    try {
      return await this.send(base);
    } finally {
      this.working.set(false);
    }
  }

  private async send(base: DatasetView): Promise<Saved> {
    // The contracts weigh as much as a page: they are fetched when somebody saves.
    const { judge, currentIn } = await import('./judge-description.ts');
    const verdict = judge(descriptionFrom(this.model(), this.changed()));
    this.faults.set('faults' in verdict ? verdict.faults : []);
    if ('faults' in verdict) return 'faulty';
    const body = { revision: base.revision, actingFor: base.publisher.id, description: verdict.description };
    const answer = await this.commands.run(base.id, 'describe', body);
    if ('done' in answer) {
      this.forget();
      return 'saved';
    }
    const current = currentIn(answer.problem);
    if (current) return this.compare(current);
    if (answer.problem.faults.length === 0) return answer.problem;
    this.faults.set(
      answer.problem.faults.map((fault) => ({ ...fault, path: fault.path.replace(/^description\./, '') })),
    );
    return 'faulty';
  }

  /** Somebody saved first: both are brought together, and what clashes is shown. */
  private compare(current: DatasetView): Saved {
    const merged = mergeStale(this.start(), this.model(), modelOf(current));
    this.base.set(current);
    this.model.set(merged.model);
    this.conflicts.set(merged.conflicts);
    this.stale.set(true);
    return 'stale';
  }

  private forget(): void {
    const base = this.base();
    if (base) this.drafts.forget(this.owner, base.id);
  }

  private get owner(): string {
    return this.person()?.id ?? 'nobody';
  }
}
