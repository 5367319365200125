import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgreementView } from '#sharing/contracts';
import { formatBytes, formatDate, formatInstant, Icon, Loading, Notice, StateBadge, useTexts } from '#ui';
import { CaseTimeline } from '../../requests/review/parts/case-timeline.ts';
import { LaneBadge } from '../../requests/review/lane-badge.ts';
import { leadTo, leadToFragment } from '../../requests/lead-to-fragment.ts';
import { WhyNot } from '../../requests/request-page/why-not.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { agreementCommandTexts, agreementTexts, type AgreementCommandAsked } from '../agreement-texts.ts';
import { agreementAt } from '../agreements-api.ts';
import { signingTexts } from '../signing-texts.ts';
import { ClauseItem } from './clause-item.ts';
import { DataForm } from './data-form.ts';
import { SigningWays } from './signing-ways.ts';
import { StepDialog } from './step-dialog.ts';
import { TermForm } from './term-form.ts';

/** Steps in the order of their weight: what leads on first, what ends last. */
const offered: readonly AgreementCommandAsked[] = [
  'sign',
  'offer',
  'ask-signatures',
  'confirm-disposal',
  'resume',
  'take-back',
  'suspend',
  'terminate',
  'revoke',
  'abandon',
];
const leadsOn = new Set<string>(['sign', 'offer', 'ask-signatures', 'confirm-disposal']);
const ends = new Set<string>(['suspend', 'terminate', 'revoke', 'abandon']);

/** An agreement: its terms clause by clause, who waits, and what becomes of it; the same place for both sides. */
@Component({
  selector: 'wl-agreement-page',
  imports: [
    CaseTimeline,
    ClauseItem,
    DataForm,
    Icon,
    LaneBadge,
    Loading,
    Notice,
    RouterLink,
    SigningWays,
    StateBadge,
    StepDialog,
    TermForm,
    WholePageMessage,
    WhyNot,
  ],
  templateUrl: './agreement-page.html',
  host: { '(window:focus)': 'answer.reload()' },
})
export class AgreementPage {
  readonly id = input.required<string>();
  protected readonly t = useTexts(agreementTexts);
  protected readonly s = useTexts(signingTexts);
  private readonly words = useTexts(agreementCommandTexts);
  protected readonly answer = agreementAt(this.id);
  protected readonly agreement = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly asked = signal<AgreementCommandAsked | undefined>(undefined);
  protected readonly setting = signal<AgreementView['datasets'][number] | undefined>(undefined);
  protected readonly leadTo = leadTo;
  protected readonly day = formatDate;
  protected readonly instant = formatInstant;
  protected readonly size = formatBytes;
  protected readonly offers = computed(() =>
    offered
      .filter((command) => this.agreement()?.allowedCommands.includes(command))
      .map((command) => ({
        command,
        label: this.words[command].label,
        leadsOn: leadsOn.has(command),
        ends: ends.has(command),
      })),
  );
  protected readonly proposed = computed(() => this.agreement()?.clauses.filter(({ proposal }) => proposal) ?? []);
  protected readonly labels = computed(() =>
    Object.fromEntries([
      ...Object.entries(this.words).map(([command, { label }]) => [command, label] as const),
      ...Object.entries(this.s.commands),
    ]),
  );

  constructor() {
    leadToFragment(() => this.agreement() !== undefined);
    describePage(() => {
      const agreement = this.agreement();
      return agreement && { title: `${agreement.title} (${agreement.reference})` };
    });
  }

  protected may(command: string): boolean {
    return this.agreement()?.allowedCommands.includes(command) ?? false;
  }

  protected print(): void {
    globalThis.window?.print();
  }
}
