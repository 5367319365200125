import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StandingAdviceView } from '#sharing/contracts';
import { Dialog, Loading, Notice, useTexts } from '#ui';
import { RefusalSummary } from '../../catalogue/commands/refusal-summary.ts';
import { Refusals } from '../../catalogue/commands/refusals.ts';
import { FormFaults } from '../../catalogue/edit-page/form-faults.ts';
import { SharingCommands } from '../../requests/sharing-commands.ts';
import { Announcer } from '../../shell/announcer.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { organisationAt } from '../organisations-api.ts';
import { AdviceCard } from './advice-card.ts';
import { endAdviceAt, standingAdviceOf } from './advice-api.ts';
import { AdviceForm } from './advice-form.ts';
import { adviceTexts } from './advice-texts.ts';

/** Standing advice of an organisation, for its members: what is used, giving some, ending some. */
@Component({
  selector: 'wl-advice-page',
  imports: [AdviceCard, AdviceForm, Dialog, Loading, Notice, RefusalSummary, RouterLink, WholePageMessage],
  providers: [FormFaults, Refusals],
  templateUrl: './advice-page.html',
})
export class AdvicePage {
  private readonly commands = inject(SharingCommands);
  private readonly announcer = inject(Announcer);
  private readonly refusals = inject(Refusals);
  private readonly summary = viewChild(RefusalSummary);
  readonly slug = input.required<string>();
  protected readonly t = useTexts(adviceTexts);
  private readonly organisationAnswer = organisationAt(this.slug);
  private readonly answer = standingAdviceOf(this.slug);
  protected readonly working = signal(false);
  /** Whether the form is open. */
  protected readonly giving = signal(false);
  protected readonly done = signal(false);
  protected readonly ending = signal<StandingAdviceView | undefined>(undefined);
  protected readonly organisation = computed(() =>
    this.organisationAnswer.hasValue() ? this.organisationAnswer.value() : undefined,
  );
  protected readonly list = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.answer.error() ?? this.organisationAnswer.error();
    return error ? problemOf(error) : undefined;
  });
  protected readonly parts = computed(() => {
    const items = this.list()?.items ?? [];
    const isUsed = ({ state }: StandingAdviceView): boolean => state.code === 'used';
    return { used: items.filter(isUsed), unused: items.filter((one) => !isUsed(one)) };
  });

  constructor() {
    describePage(() => {
      const organisation = this.organisation();
      return organisation && { title: this.t.pageTitle(organisation.name) };
    });
  }

  protected thank(): void {
    this.giving.set(false);
    this.done.set(true);
    this.announcer.say(this.t.done);
    this.answer.reload();
  }

  protected async endIt(advice: StandingAdviceView, organisation: string): Promise<void> {
    if (this.working()) return;
    this.refusals.clear();
    this.working.set(true);
    const body = { revision: advice.revision, actingFor: organisation };
    const answer = await this.commands.give(endAdviceAt(advice.id), body);
    this.working.set(false);
    this.ending.set(undefined);
    if ('done' in answer) this.announcer.say(this.t.endDone);
    else {
      const { stale, forbidden } = this.t;
      this.refusals.explain({ place: 'advice', fields: [], stale, forbidden }, answer.problem);
      this.summary()?.focus();
    }
    if ('done' in answer || answer.problem.status === 409) this.answer.reload();
  }
}
