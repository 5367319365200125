import { Component, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { Icon, useTexts } from '#ui';
import { Basket } from '../requests/basket/basket.ts';
import { Session } from '../session/session.ts';
import { AccountMenu } from './account-menu.ts';
import { CurrentPage } from './current-page.ts';
import { NoticeBell } from './notice-bell.ts';
import { shellTexts } from './shell-texts.ts';

@Component({
  selector: 'wl-header',
  imports: [AccountMenu, Icon, NoticeBell, RouterLink, RouterLinkActive],
  templateUrl: './header.html',
})
export class Header {
  private readonly router = inject(Router);
  protected readonly basket = inject(Basket);
  protected readonly session = inject(Session);
  protected readonly page = inject(CurrentPage);
  protected readonly t = useTexts(shellTexts);

  protected searchFor(submitted: Event, words: string): void {
    submitted.preventDefault();
    void this.router.navigate(['/datasets'], { queryParams: words.trim() === '' ? {} : { q: words.trim() } });
  }
}
