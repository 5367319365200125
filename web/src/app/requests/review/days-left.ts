import { Component, computed, input } from '@angular/core';
import { formatDate, Icon, textTable, useTexts, type IconName } from '#ui';

const words = (days: number): string => (days === 1 ? '1 working day' : `${days} working days`);

export const daysTexts = textTable({
  late: (days: number) => `${words(days)} late`,
  today: 'Due today',
  left: (days: number) => `${words(days)} left`,
  due: (date: string) => `by ${date}`,
});

/** Within these working days a piece of work is urgent. */
const soon = 2;

interface Look {
  readonly icon: IconName;
  readonly colour: string;
}

/** How time left looks. @param left working days; negative when late */
export function daysLook(left: number): Look {
  if (left < 0) return { icon: 'attention', colour: 'badge-refusal' };
  return left <= soon ? { icon: 'pending', colour: 'badge-ochre' } : { icon: 'open', colour: '' };
}

export const daysWords = (t: typeof daysTexts.en, left: number): string =>
  left < 0 ? t.late(-left) : left === 0 ? t.today : t.left(left);

/** Working days left of something that is due, told by word, shape and colour. */
@Component({
  selector: 'wl-days-left',
  imports: [Icon],
  template: `<span class="badge" [class]="look().colour"
      ><wl-icon [name]="look().icon" /><span>{{ said() }}</span></span
    >
    @if (due(); as date) {
      <span class="days-due">{{ t.due(day(date)) }}</span>
    }`,
  host: { class: 'days-left' },
})
export class DaysLeft {
  readonly left = input.required<number>();
  /** The day itself, as 2026-11-23; left out where it stands beside. */
  readonly due = input<string>();
  protected readonly t = useTexts(daysTexts);
  protected readonly day = formatDate;
  protected readonly look = computed(() => daysLook(this.left()));
  protected readonly said = computed(() => daysWords(this.t, this.left()));
}
