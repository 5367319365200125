import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView } from '#sharing/contracts';
import { Icon, useTexts } from '#ui';
import { reviewTexts } from '../review-texts.ts';

/** Who asks, with the profile that their organisation filled once. */
@Component({
  selector: 'wl-requester-card',
  imports: [Icon, RouterLink],
  template: `
    <p class="case-line">
      <strong>{{ requester().person.name }}</strong>
      @if (requester().person.email; as email) {
        <a [href]="'mailto:' + email">{{ email }}</a>
      }
    </p>
    @if (requester().organisation; as organisation) {
      <p class="case-line">
        <a [routerLink]="['/organisations', organisation.slug]">{{ organisation.name }}</a>
        <span class="secondary">{{ organisation.kind.label }}</span>
        @if (organisation.verified) {
          <span class="badge badge-way"><wl-icon name="done" />{{ t.verified }}</span>
        } @else {
          <span class="badge badge-ochre"><wl-icon name="unknown" />{{ t.notVerified }}</span>
        }
      </p>
    } @else {
      <p>{{ t.individual }}</p>
    }
    @if (requester().profile.length > 0) {
      <details class="case-fold">
        <summary>{{ t.profile }}</summary>
        <dl class="facts">
          @for (fact of requester().profile; track $index) {
            <div>
              <dt>{{ fact.label }}</dt>
              <dd>
                {{ fact.value }}
                @if (fact.expired) {
                  <span class="badge badge-refusal"><wl-icon name="attention" />{{ t.expired }}</span>
                }
              </dd>
            </div>
          }
        </dl>
      </details>
    }
  `,
})
export class RequesterCard {
  readonly requester = input.required<CaseView['requester']>();
  protected readonly t = useTexts(reviewTexts);
}
