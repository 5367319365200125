import { Component, computed, input } from '@angular/core';
import { Icon, type IconName } from '#ui';

interface Look {
  readonly icon: IconName;
  readonly colour: string;
}

const looks: Readonly<Record<string, Look>> = {
  A: { icon: 'open', colour: '' },
  B: { icon: 'person', colour: 'badge-water' },
  C: { icon: 'closed', colour: 'badge-boundary' },
};

/** How much care a case takes, told by word, shape and colour together. */
@Component({
  selector: 'wl-lane-badge',
  imports: [Icon],
  template: `<span class="badge" [class]="look().colour"
    ><wl-icon [name]="look().icon" /><span>{{ lane().label }}</span></span
  >`,
})
export class LaneBadge {
  readonly lane = input.required<{ readonly code: string; readonly label: string }>();
  protected readonly look = computed(() => looks[this.lane().code] ?? { icon: 'unknown' as const, colour: '' });
}
