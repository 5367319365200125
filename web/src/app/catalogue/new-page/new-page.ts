import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Notice, useTexts } from '#ui';
import { Session } from '../../session/session.ts';
import { CurrentPage } from '../../shell/current-page.ts';
import { Flash } from '../../shell/flash.ts';
import { describePage } from '../../shell/page-head.ts';
import type { Fault } from '../../shell/problem.ts';
import { DatasetCommands } from '../catalogue-api.ts';
import { commandRefusal } from '../commands/command-refusal.ts';
import { commandTexts } from '../commands/command-texts.ts';
import { newTexts } from './new-texts.ts';

export interface Beginning {
  readonly title: string;
  readonly summary: string;
}

const longestSummary = 250;

/** What is wrong before anything is sent. */
export const faultsIn = (t: typeof newTexts.en, { title, summary }: Beginning): readonly Fault[] => [
  ...(title.trim() === '' ? [{ path: 'title', message: t.nameMissing }] : []),
  ...(summary.trim().length > longestSummary
    ? [{ path: 'summary', message: t.summaryLong(summary.trim().length) }]
    : []),
];

/** The beginning of a dataset entered by hand; the rest is described on the form that edits it. */
@Component({
  selector: 'wl-new-page',
  imports: [Notice, RouterLink],
  templateUrl: './new-page.html',
})
export class NewPage {
  private readonly commands = inject(DatasetCommands);
  private readonly router = inject(Router);
  private readonly flash = inject(Flash);
  private readonly summaryOfFaults = viewChild<ElementRef<HTMLElement>>('faultList');
  private readonly commandWords = useTexts(commandTexts);
  /** Slug of the organisation acted for. */
  readonly for = input<string>();
  protected readonly session = inject(Session);
  protected readonly page = inject(CurrentPage);
  protected readonly t = useTexts(newTexts);
  protected readonly working = signal(false);
  protected readonly faults = signal<readonly Fault[]>([]);
  protected readonly organisation = computed(
    () => (this.session.membershipFor(this.for()) ?? this.session.memberships()[0])?.organisation,
  );

  constructor() {
    describePage(() => ({ title: this.t.title }));
  }

  protected faultAt(path: string): string | undefined {
    return this.faults().find((fault) => fault.path === path)?.message;
  }

  protected actFor(slug: string): void {
    void this.router.navigate([], { queryParams: { for: slug }, replaceUrl: true });
  }

  protected async add(submitted: Event, beginning: Beginning): Promise<void> {
    submitted.preventDefault();
    const organisation = this.organisation();
    if (this.working() || !organisation) return;
    this.faults.set(faultsIn(this.t, beginning));
    if (this.faults().length === 0) {
      this.working.set(true);
      const description = { title: beginning.title.trim(), summary: beginning.summary.trim() || null };
      const answer = await this.commands.register({ actingFor: organisation.id, description });
      this.working.set(false);
      if ('done' in answer) {
        this.flash.after(this.t.added);
        const address = ['/datasets', answer.done.slug ?? answer.done.id, 'edit'];
        return void this.router.navigate(address, { queryParams: { for: organisation.slug } });
      }
      const { problem } = answer;
      const words = problem.status === 403 ? [this.t.forbidden] : commandRefusal(this.commandWords, problem);
      const placed = problem.faults.map((fault) => ({ ...fault, path: fault.path.replace(/^description\./, '') }));
      this.faults.set(
        placed.length > 0 && problem.status !== 403 ? placed : words.map((message) => ({ path: '', message })),
      );
    }
    setTimeout(() => this.summaryOfFaults()?.nativeElement.focus());
  }
}
