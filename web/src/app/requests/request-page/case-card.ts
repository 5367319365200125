import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseSummary, RequestView } from '#sharing/contracts';
import { formatDate, Notice, StateBadge, useTexts } from '#ui';
import { DaysLeft } from '../review/days-left.ts';
import { LaneBadge } from '../review/lane-badge.ts';
import { DecisionRecord } from '../review/parts/decision-record.ts';
import { CaseMessages } from './case-messages.ts';
import { caseCommandTexts, requestPageTexts, type CaseCommandAsked } from './command-texts.ts';
import { commandsOf } from './case-commands.ts';
import { WhyNot } from './why-not.ts';

/** The part of a request that one organisation decides: where it is, what it needs, what was decided, what can be done. */
@Component({
  selector: 'wl-case-card',
  imports: [CaseMessages, DaysLeft, DecisionRecord, LaneBadge, Notice, RouterLink, StateBadge, WhyNot],
  templateUrl: './case-card.html',
})
export class CaseCard {
  readonly request = input.required<RequestView>();
  readonly case = input.required<CaseSummary>();
  readonly asked = output<CaseCommandAsked>();
  readonly changed = output();
  protected readonly t = useTexts(requestPageTexts);
  private readonly words = useTexts(caseCommandTexts);
  protected readonly date = formatDate;
  protected readonly ours = computed(() => this.request().side !== 'requester');
  protected readonly heading = computed(() =>
    this.ours() ? this.t.caseToUs(this.case().organisation.name) : this.t.caseOf(this.case().organisation.name),
  );
  protected readonly shown = computed(() => {
    const { decision, stage, state } = this.case();
    return state.code === 'decided' ? (decision?.outcome ?? state) : (stage ?? state);
  });
  protected readonly running = computed(() => ['open', 'on-hold'].includes(this.case().state.code));
  protected readonly offers = computed(() => {
    const { name } = this.case().organisation;
    return commandsOf(this.request(), this.case()).map((command) => ({
      command,
      label: this.words[command].label(
        command === 'follow-redirect' ? (this.case().decision?.redirect?.organisation?.name ?? name) : name,
      ),
    }));
  });
  protected readonly labels = computed(() => {
    const { name } = this.case().organisation;
    const commands = Object.entries(this.words) as [CaseCommandAsked, (typeof this.words)[CaseCommandAsked]][];
    return Object.fromEntries(commands.map(([command, { label }]) => [command, label(name)]));
  });
  protected readonly refused = computed(() => (this.ours() ? [] : this.case().refusedCommands));
  protected readonly messages = computed(() =>
    this.request().timeline.filter((entry) => entry.kind === 'message' && entry.case === this.case().id),
  );
}
