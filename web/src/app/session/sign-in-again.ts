import { Injectable, signal } from '@angular/core';

/** Asks for the password over the page when a session has ended, so that what was typed stays. */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  private readonly asked = signal<((signedIn: boolean) => void) | undefined>(undefined);
  readonly answer = this.asked.asReadonly();

  /** Resolves to whether the person signed in again. */
  ask(): Promise<boolean> {
    return new Promise((resolve) => this.asked.set(resolve));
  }

  settle(signedIn: boolean): void {
    const resolve = this.asked();
    this.asked.set(undefined);
    resolve?.(signedIn);
  }
}
