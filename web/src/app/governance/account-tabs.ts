import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { textTable, useTexts } from '#ui';
import { Session } from '../session/session.ts';

const tabTexts = textTable({
  label: 'The account that is given of sharing',
  register: 'Register',
  map: 'Map',
  history: 'History',
});

/** The three views of what is shared: for everybody the register and the map, for those who answer for it the history. */
@Component({
  selector: 'wl-account-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav class="not-printed" [attr.aria-label]="t.label">
      <ul class="tabs">
        <li>
          <a routerLink="/register" routerLinkActive="here" ariaCurrentWhenActive="page">{{ t.register }}</a>
        </li>
        <li>
          <a routerLink="/map" routerLinkActive="here" ariaCurrentWhenActive="page">{{ t.map }}</a>
        </li>
        @if (session.view().readsHistory) {
          <li>
            <a routerLink="/governance" routerLinkActive="here" ariaCurrentWhenActive="page">{{ t.history }}</a>
          </li>
        }
      </ul>
    </nav>
  `,
})
export class AccountTabs {
  protected readonly t = useTexts(tabTexts);
  protected readonly session = inject(Session);
}
