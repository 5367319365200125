import { DOCUMENT, inject, Injectable, REQUEST, signal } from '@angular/core';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The reader's choice as the cookie holds it; anything else follows the system. */
export const themeIn = (cookies: string): Theme => {
  const value = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookies)?.[1];
  return value === 'light' || value === 'dark' ? value : 'system';
};

const year = 365 * 24 * 60 * 60;

/**
 * Light or dark: the system's choice until the reader sets one, which a cookie keeps. The server reads the cookie, so a page
 * comes in its colours and needs no script before it is painted.
 */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly document = inject(DOCUMENT);
  private readonly request = inject(REQUEST, { optional: true });
  private readonly chosen = signal(
    themeIn(this.request ? (this.request.headers.get('cookie') ?? '') : this.document.cookie),
  );
  readonly theme = this.chosen.asReadonly();

  constructor() {
    this.paint(this.chosen());
  }

  choose(theme: Theme): void {
    this.chosen.set(theme);
    this.document.cookie = `theme=${theme}; Path=/; SameSite=Lax; Max-Age=${theme === 'system' ? 0 : year}`;
    this.paint(theme);
  }

  private paint(theme: Theme): void {
    const root = this.document.documentElement;
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
  }
}
