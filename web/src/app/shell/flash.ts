import { Injectable, signal } from '@angular/core';

/** A short message that a page shows after an action led to it: what was done. It goes with the next page. */
@Injectable({ providedIn: 'root' })
export class Flash {
  private readonly shown = signal<string | undefined>(undefined);
  private coming: string | undefined;
  readonly message = this.shown.asReadonly();

  /** Shown on the page that comes next. */
  after(message: string): void {
    this.coming = message;
  }

  /** Shown on the page that is there. */
  now(message: string): void {
    this.shown.set(message);
  }

  /** Called by the shell when another page is there. */
  turn(): void {
    this.shown.set(this.coming);
    this.coming = undefined;
  }
}
