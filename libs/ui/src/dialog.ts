import { afterRenderEffect, Component, type ElementRef, input, output, viewChild } from '@angular/core';

/** A question over the page: the browser's own dialog, which keeps the focus inside and closes on Escape. */
@Component({
  selector: 'wl-dialog',
  template: `
    <dialog #dialog [attr.aria-labelledby]="name() + '-heading'" (close)="closed.emit()">
      @if (open()) {
        <h2 [id]="name() + '-heading'">{{ heading() }}</h2>
        <ng-content />
      }
    </dialog>
  `,
})
export class Dialog {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  /** Makes ids that are unique on the page. */
  readonly name = input.required<string>();
  readonly heading = input.required<string>();
  readonly open = input.required<boolean>();
  readonly closed = output();

  constructor() {
    afterRenderEffect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.open() && !dialog.open) dialog.showModal();
      if (!this.open() && dialog.open) dialog.close();
    });
  }
}
