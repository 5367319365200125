import { Injectable, signal, untracked } from '@angular/core';

/** Tells users of screen readers what changed; the shell holds the one live region that says it. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly said = signal('');
  readonly message = this.said.asReadonly();

  say(message: string): void {
    // Read untracked: an effect that speaks must not hear itself and speak again, without end.
    const before = untracked(this.said);
    // A live region stays silent when its text does not change.
    this.said.set(message === before ? `${message}\u00a0` : message);
  }
}
