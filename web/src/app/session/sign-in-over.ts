import { afterRenderEffect, Component, type ElementRef, inject, viewChild } from '@angular/core';
import { useTexts } from '#ui';
import { SignInAgain } from './sign-in-again.ts';
import { sessionTexts } from './session-texts.ts';
import { SignInForm } from './sign-in-form.ts';

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
