import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StandingAdviceView } from '#sharing/contracts';
import { Icon, useTexts } from '#ui';
import { adviceTexts } from './advice-texts.ts';

/** One piece of standing advice: what it says, for which cases, until when. */
@Component({
  selector: 'wl-advice-card',
  imports: [Icon, RouterLink],
  template: `
    <article class="card organisation-card">
      <h3 class="card-title">{{ t.label(advice().label.label) }}: {{ advice().verdict.label }}</h3>
      <p class="moment-line">
        <span class="badge" [class]="used() ? 'badge-way' : 'badge-water'"
          ><wl-icon [name]="used() ? 'done' : 'history'" />{{ advice().state.label }}</span
        >
        <span>{{ t.days(advice().from, advice().until) }}</span>
        <span>{{ t.by(advice().by.name) }}</span>
      </p>
      <p class="kept-lines">{{ advice().text }}</p>
      <dl class="facts">
        <div>
          <dt>{{ t.lane }}</dt>
          <dd>{{ advice().lane.label }}</dd>
        </div>
        <div>
          <dt>{{ t.datasets }}</dt>
          <dd>
            @if (advice().datasets; as datasets) {
              @for (dataset of datasets; track dataset.id; let last = $last) {
                <a [routerLink]="['/datasets', dataset.slug]">{{ dataset.title }}</a>{{ last ? '' : ', ' }}
              } @empty {
                {{ t.datasetsGone }}
              }
            } @else {
              {{ t.datasetsAll }}
            }
          </dd>
        </div>
        <div>
          <dt>{{ t.purposes }}</dt>
          <dd>{{ purposes() }}</dd>
        </div>
      </dl>
      @if (advice().allowedCommands.includes('end')) {
        <button class="button button-small needs-script not-printed" type="button" (click)="ending.emit()">
          {{ t.end }}<span class="hidden-visually">: {{ t.label(advice().label.label) }}</span>
        </button>
      }
    </article>
  `,
})
export class AdviceCard {
  readonly advice = input.required<StandingAdviceView>();
  /** The reader wants to end it. */
  readonly ending = output();
  protected readonly t = useTexts(adviceTexts);
  protected readonly used = computed(() => this.advice().state.code === 'used');
  protected readonly purposes = computed(
    () =>
      this.advice()
        .purposeClasses?.map(({ label }) => label)
        .join(', ') ?? this.t.purposesAll,
  );
}
