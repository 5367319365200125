import { Component, computed, input } from '@angular/core';
import { useTexts } from '#ui';
import { describePage } from '../shell/page-head.ts';
import { informationTexts, type InformationName } from './information-texts.ts';

/** One of the pages about the service itself; its words are a table, so that they can be translated and edited as one. */
@Component({
  selector: 'wl-information-page',
  template: `
    <article class="prose">
      <h1>{{ page().title }}</h1>
      <p class="lead">{{ page().lead }}</p>
      @for (section of page().sections; track section.heading) {
        <section>
          <h2 [id]="section.id ?? null">{{ section.heading }}</h2>
          @for (paragraph of section.paragraphs ?? []; track $index) {
            <p>{{ paragraph }}</p>
          }
          @if (section.points; as points) {
            <ul>
              @for (point of points; track $index) {
                <li>{{ point }}</li>
              }
            </ul>
          }
          @for (link of section.links ?? []; track link.href) {
            <p>
              <a [href]="link.href">{{ link.words }}</a>
            </p>
          }
        </section>
      }
    </article>
  `,
})
export class InformationPage {
  /** Which page; given by the route. */
  readonly name = input.required<InformationName>();
  private readonly texts = useTexts(informationTexts);
  protected readonly page = computed(() => this.texts[this.name()]);

  constructor() {
    describePage(() => ({ title: this.page().title, description: this.page().lead, canonical: `/${this.name()}` }));
  }
}
