import { Component, computed, input } from '@angular/core';
import { Icon, type IconName } from './icon.ts';

interface Look {
  readonly icon: IconName;
  readonly colour: string;
}

/** Word, shape and colour of each access level; an unknown code looks like one that was not stated. */
const looks: Readonly<Record<string, Look>> = {
  open: { icon: 'open', colour: 'badge-way' },
  'public-with-terms': { icon: 'terms', colour: 'badge-way' },
  group: { icon: 'group', colour: 'badge-water' },
  named: { icon: 'named', colour: 'badge-water' },
  closed: { icon: 'closed', colour: 'badge-refusal' },
  'not-stated': { icon: 'unknown', colour: 'badge-ochre' },
};
const unknown: Look = { icon: 'unknown', colour: 'badge-ochre' };

export const accessLook = (code: string): Look => looks[code] ?? unknown;

/** Who may have the data, told by word, shape and colour together. */
@Component({
  selector: 'wl-access-badge',
  imports: [Icon],
  template: `<span class="badge" [class]="look().colour"
    ><wl-icon [name]="look().icon" /><span>{{ label() }}</span></span
  >`,
})
export class AccessBadge {
  readonly code = input.required<string>();
  readonly label = input.required<string>();
  protected readonly look = computed(() => accessLook(this.code()));
}
