import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { OrganisationView } from '#organisations/contracts';
import type { ProfileField } from '#organisations/domain';
import { FormFaults } from '../catalogue/edit-page/form-faults.ts';
import type { Problem } from '../shell/problem.ts';
import { OrganisationCommands } from './organisation-commands.ts';
import {
  changedProfileFields,
  mergeProfiles,
  profileChangeOf,
  profileModelOf,
  withoutEmptyRows,
  type ProfileModel,
} from './profile-model.ts';

/** What came of an attempt to save. */
export type ProfileSaved = 'saved' | 'faulty' | 'stale' | Problem;

/** One person filling one profile: what the form holds, what it began from, and what came of saving. */
@Injectable()
export class ProfileSession {
  private readonly commands = inject(OrganisationCommands);
  private readonly faults = inject(FormFaults);
  private readonly opened = signal<OrganisationView | undefined>(undefined);
  /** The organisation that the typing is compared with and that a save is decided on. */
  private readonly base = linkedSignal<OrganisationView | undefined>(() => this.opened());
  private readonly start = computed(() => profileModelOf(this.base()?.profile));
  readonly model = linkedSignal<ProfileModel>(() => profileModelOf(this.opened()?.profile));
  readonly changed = computed(() => changedProfileFields(this.start(), this.model()).length > 0);
  /** Fields that both changed where somebody else saved first; undefined where nobody did. */
  readonly both = signal<readonly ProfileField[] | undefined>(undefined);
  readonly working = signal(false);

  open(organisation: OrganisationView): void {
    if (this.opened()?.id !== organisation.id) this.opened.set(organisation);
  }

  set<Field extends ProfileField>(field: Field, value: ProfileModel[Field]): void {
    this.model.update((model) => ({ ...model, [field]: value }));
  }

  async save(): Promise<ProfileSaved> {
    const base = this.base();
    if (!base) return 'faulty';
    this.working.set(true);
    try {
      return await this.send(base);
    } finally {
      this.working.set(false);
    }
  }

  private async send(base: OrganisationView): Promise<ProfileSaved> {
    // A fault is told by the place of its row: rows that say nothing go before the rows are counted.
    this.model.update(withoutEmptyRows);
    this.faults.set([]);
    if (!this.changed()) return 'saved';
    const answer = await this.commands.fillProfile(base, profileChangeOf(this.start(), this.model()));
    if ('done' in answer) return 'saved';
    const { problem } = answer;
    const current = problem.status === 409 ? await currentIn(problem) : undefined;
    if (current) return this.compare(current);
    if (problem.faults.length === 0) return problem;
    this.faults.set(problem.faults.map((fault) => ({ ...fault, path: fault.path.replace(/^profile\./, '') })));
    return 'faulty';
  }

  private compare(current: OrganisationView): ProfileSaved {
    const { model, both } = mergeProfiles(this.start(), this.model(), profileModelOf(current.profile));
    this.base.set(current);
    this.model.set(model);
    this.both.set(both);
    return 'stale';
  }
}

/** The organisation as it is now, where a save was refused because somebody saved first. */
async function currentIn({ current }: Problem): Promise<OrganisationView | undefined> {
  const { answers, checkWithoutEval } = await import('../contracts/answers.ts');
  checkWithoutEval();
  return answers.organisation.safeParse(current).data;
}
