import { Component, computed, input } from '@angular/core';
import { Icon, type IconName } from './icon.ts';

interface Look {
  readonly icon: IconName;
  readonly colour: string;
}

const moving: Look = { icon: 'open', colour: 'badge-water' };
const ended: Look = { icon: 'close', colour: '' };

/** Word, shape and colour of each state, outcome, stage, kind of work and part of a form; what is not known here looks plain. */
const looks: Readonly<Record<string, Look>> = {
  // A request
  draft: { icon: 'edit', colour: 'badge-ochre' },
  submitted: moving,
  settled: { icon: 'done', colour: 'badge-way' },
  // A case
  open: moving,
  returned: { icon: 'attention', colour: 'badge-boundary' },
  'on-hold': { icon: 'pending', colour: 'badge-ochre' },
  decided: { icon: 'done', colour: 'badge-way' },
  'under-review': { icon: 'history', colour: 'badge-ochre' },
  withdrawn: ended,
  lapsed: ended,
  'not-taken-up': ended,
  // Its outcome
  approved: { icon: 'done', colour: 'badge-way' },
  'partly-approved': { icon: 'terms', colour: 'badge-way' },
  refused: { icon: 'refusal', colour: 'badge-refusal' },
  redirected: { icon: 'visit', colour: 'badge-water' },
  // Its stage, by the kind of work
  validate: moving,
  advise: { icon: 'group', colour: 'badge-water' },
  accept: { icon: 'group', colour: 'badge-water' },
  decide: { icon: 'terms', colour: 'badge-water' },
  // An agreement
  drafting: { icon: 'edit', colour: 'badge-ochre' },
  negotiating: { icon: 'group', colour: 'badge-water' },
  'awaiting-signatures': { icon: 'pending', colour: 'badge-ochre' },
  'in-force': { icon: 'done', colour: 'badge-way' },
  suspended: { icon: 'attention', colour: 'badge-boundary' },
  'disposal-due': { icon: 'pending', colour: 'badge-ochre' },
  closed: ended,
  'closed-unconfirmed': { icon: 'attention', colour: 'badge-boundary' },
  abandoned: ended,
  // A permission and what is handed over under it
  upcoming: { icon: 'pending', colour: 'badge-water' },
  'review-overdue': { icon: 'attention', colour: 'badge-ochre' },
  scheduled: { icon: 'pending', colour: 'badge-water' },
  active: { icon: 'done', colour: 'badge-way' },
  ended,
  pending: { icon: 'pending', colour: 'badge-ochre' },
  'by-hand': { icon: 'mail', colour: 'badge-ochre' },
  delivered: { icon: 'done', colour: 'badge-way' },
  acknowledged: { icon: 'done', colour: 'badge-way' },
  failed: { icon: 'refusal', colour: 'badge-refusal' },
  recalled: { icon: 'attention', colour: 'badge-boundary' },
  'recall-confirmed': ended,
  'recall-unanswered': { icon: 'attention', colour: 'badge-refusal' },
  // A task
  done: { icon: 'done', colour: 'badge-way' },
  'not-applicable': ended,
  'passed-over': ended,
  'not-needed': ended,
  // Advice
  support: { icon: 'done', colour: 'badge-way' },
  'support-if': { icon: 'terms', colour: 'badge-ochre' },
  object: { icon: 'refusal', colour: 'badge-refusal' },
  // A section of a form
  'not-started': { icon: 'open', colour: '' },
  'in-progress': { icon: 'edit', colour: 'badge-ochre' },
  complete: { icon: 'done', colour: 'badge-way' },
};
const plain: Look = { icon: 'information', colour: '' };

export const stateLook = (code: string): Look => looks[code] ?? plain;

/** A state told by word, shape and colour together. The word is the service's own (`label`), the look follows its code. */
@Component({
  selector: 'wl-state-badge',
  imports: [Icon],
  template: `<span class="badge" [class]="look().colour"
    ><wl-icon [name]="look().icon" /><span>{{ label() }}</span></span
  >`,
  host: { class: 'badge-host' },
})
export class StateBadge {
  readonly code = input.required<string>();
  readonly label = input.required<string>();
  protected readonly look = computed(() => stateLook(this.code()));
}
