import { afterRenderEffect, Component, type ElementRef, inject, Injectable, signal, viewChild } from '@angular/core';
import { useTexts } from '#ui';
import { sessionTexts } from './session-texts.ts';
import { SignInForm } from './sign-in-form.ts';

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

@Component({
  selector: 'wl-sign-in-over',
  imports: [SignInForm],
  template: `
    <dialog #dialog aria-labelledby="sign-in-over-title" (cancel)="again.settle(false)" (close)="again.settle(false)">
      @if (again.answer()) {
        <h2 id="sign-in-over-title">{{ t.overTitle }}</h2>
        <p>{{ t.overText }}</p>
        <wl-sign-in-form name="sign-in-over" (signedIn)="again.settle(true)">
          <button class="button" type="button" (click)="again.settle(false)">{{ t.overCancel }}</button>
        </wl-sign-in-form>
      }
    </dialog>
  `,
})
export class SignInOver {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly again = inject(SignInAgain);
  protected readonly t = useTexts(sessionTexts);

  constructor() {
    afterRenderEffect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.again.answer()) dialog.showModal();
      else if (dialog.open) dialog.close();
    });
  }
}
