import { Component, computed, inject, input, output } from '@angular/core';
import type { DatasetView, NextAction } from '#catalogue/contracts';
import { Icon, type IconName, useTexts } from '#ui';
import { Basket } from '../../requests/basket/basket.ts';
import { CurrentPage } from '../../shell/current-page.ts';
import { datasetTexts } from './dataset-texts.ts';
import { TermsBox } from './terms-box.ts';

const icons: Readonly<Record<NextAction['kind'], IconName>> = {
  download: 'download',
  visit: 'visit',
  'accept-terms': 'terms',
  request: 'mail',
  'ask-publisher': 'mail',
  'not-shared': 'closed',
  'sign-in': 'person',
};

/** Where the one next action leads; undefined where it is an explanation alone. */
export function nextHref(action: NextAction, page: string): string | undefined {
  if (action.href !== undefined) return action.href;
  if (action.kind === 'sign-in') return `/sign-in?next=${encodeURIComponent(page)}`;
  return action.kind === 'not-shared' ? undefined : `${page.split('#')[0]}#contact`;
}

/** The one next action for this reader, before everything else. */
@Component({
  selector: 'wl-next-step',
  imports: [Icon, TermsBox],
  template: `
    <section class="next-step" aria-labelledby="next-step">
      <h2 id="next-step" class="card-title">{{ t.howToHaveIt }}</h2>
      <p>{{ action().explanation }}</p>
      @if (basket.has(dataset().id)) {
        <p>
          <a href="/basket">{{ t.inBasket }}</a>
        </p>
      }
      @if (action().kind === 'accept-terms') {
        @defer (on immediate) {
          <wl-terms-box [dataset]="dataset()" (changed)="changed.emit()" />
        }
      } @else if (href(); as href) {
        <a class="button button-primary not-printed" [href]="href"><wl-icon [name]="icon()" />{{ action().label }}</a>
      } @else {
        <p class="next-none"><wl-icon [name]="icon()" />{{ action().label }}</p>
      }
    </section>
  `,
})
export class NextStep {
  private readonly page = inject(CurrentPage);
  protected readonly basket = inject(Basket);
  readonly dataset = input.required<DatasetView>();
  readonly changed = output();
  protected readonly t = useTexts(datasetTexts);
  protected readonly action = computed(() => this.dataset().nextAction);
  protected readonly icon = computed(() => icons[this.action().kind]);
  protected readonly href = computed(() => nextHref(this.action(), this.page.address()));
}
