import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, useTexts } from '#ui';
import { Session } from '../session/session.ts';
import { AccountPanel } from './account-panel.ts';
import { CurrentPage } from './current-page.ts';
import { shellTexts } from './shell-texts.ts';

@Component({
  selector: 'wl-account-menu',
  imports: [AccountPanel, Icon, RouterLink],
  templateUrl: './account-menu.html',
  host: { '(keydown.escape)': 'close(menuButton())', '(document:click)': 'closeOutside($event)' },
})
export class AccountMenu {
  private readonly page = inject(CurrentPage);
  protected readonly session = inject(Session);
  protected readonly t = useTexts(shellTexts);
  protected readonly open = signal(false);
  protected readonly menuButton = signal<HTMLElement | undefined>(undefined);
  /** Where signing in leads back to. */
  protected readonly next = computed(() => {
    const address = this.page.address();
    return address === '/' || address.startsWith('/sign-in') ? {} : { next: address };
  });

  protected toggle(opened: Event, button: HTMLElement): void {
    opened.preventDefault();
    this.menuButton.set(button);
    this.open.update((open) => !open);
  }

  protected close(focus?: HTMLElement): void {
    if (!this.open()) return;
    this.open.set(false);
    focus?.focus();
  }

  protected closeOutside(click: Event): void {
    const inside = this.menuButton()?.parentElement?.contains(click.target as Node) ?? false;
    if (!inside) this.close();
  }
}
