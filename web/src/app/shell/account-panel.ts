import { Component, inject, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon, useTexts } from '#ui';
import { Basket } from '../requests/basket/basket.ts';
import { forgetDraftsOf } from '../session/forget-drafts.ts';
import { Session } from '../session/session.ts';
import { accountTexts } from './account-texts.ts';

/** What stands in the account menu; fetched when it is first opened. */
@Component({
  selector: 'wl-account-panel',
  imports: [Icon, RouterLink],
  templateUrl: './account-panel.html',
})
export class AccountPanel {
  private readonly router = inject(Router);
  private readonly basket = inject(Basket);
  readonly closed = output();
  protected readonly session = inject(Session);
  protected readonly t = useTexts(accountTexts);

  protected async signOut(): Promise<void> {
    this.closed.emit();
    const person = this.session.person();
    if ((await this.session.signOut()) !== undefined) return;
    if (person) forgetDraftsOf(person.id);
    this.basket.clear();
    await this.router.navigate(['/']);
  }
}
