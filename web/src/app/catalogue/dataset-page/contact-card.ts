import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DatasetView } from '#catalogue/contracts';
import { Icon, useTexts } from '#ui';
import { datasetTexts } from './dataset-texts.ts';

/** Whom to ask, and who answers for the data. */
@Component({
  selector: 'wl-contact-card',
  imports: [Icon, RouterLink],
  template: `
    <section class="card" aria-labelledby="contact">
      <h2 id="contact" class="card-title">{{ t.contact }}</h2>
      @if (contact(); as contact) {
        @if (contact.name) {
          <p>
            <strong>{{ contact.name }}</strong>
          </p>
        }
        @if (contact.email) {
          <p>
            <a class="with-icon" [href]="mail()"><wl-icon name="mail" />{{ contact.email }}</a>
          </p>
        }
        @if (contact.address) {
          <p>
            <a [href]="contact.address">{{ t.contactPage }}</a>
          </p>
        }
      } @else {
        <p>
          {{ t.contactNone }}
          <a [routerLink]="['/organisations', dataset().publisher.slug]">{{ dataset().publisher.name }}</a>
        </p>
      }
      @if (dataset().owners.length > 0 || dataset().steward) {
        <dl class="facts">
          @if (dataset().owners.length > 0) {
            <div>
              <dt>{{ dataset().owners.length > 1 ? t.ownersMany : t.owners }}</dt>
              <dd>{{ owners() }}</dd>
            </div>
          }
          @if (dataset().steward; as steward) {
            <div>
              <dt>{{ t.steward }}</dt>
              <dd>{{ steward.name }}</dd>
            </div>
          }
        </dl>
      }
    </section>
  `,
})
export class ContactCard {
  readonly dataset = input.required<DatasetView>();
  protected readonly t = useTexts(datasetTexts);
  protected readonly contact = computed(() => {
    const contact = this.dataset().contact;
    return contact && (contact.name ?? contact.email ?? contact.address) !== undefined ? contact : undefined;
  });
  protected readonly owners = computed(() =>
    this.dataset()
      .owners.map((owner) => owner.name)
      .join(', '),
  );
  protected readonly mail = computed(
    () => `mailto:${this.contact()?.email}?subject=${encodeURIComponent(this.t.mailSubject(this.dataset().title))}`,
  );
}
