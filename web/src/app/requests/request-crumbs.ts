import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RequestView } from '#sharing/contracts';
import { useTexts } from '#ui';
import { requestTexts } from './request-texts.ts';

/** Where a page of a request lies: under the request, under the list. */
@Component({
  selector: 'wl-request-crumbs',
  imports: [RouterLink],
  template: `
    <nav class="not-printed" [attr.aria-label]="t.crumbs">
      <ol class="crumbs">
        <li>
          <a routerLink="/requests">{{ t.myRequests }}</a>
        </li>
        <li>
          <a [routerLink]="['/requests', request().id]">{{ request().title || t.untitled }}</a>
        </li>
      </ol>
    </nav>
  `,
})
export class RequestCrumbs {
  readonly request = input.required<RequestView>();
  protected readonly t = useTexts(requestTexts);
}
