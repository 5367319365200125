import { Component, input } from '@angular/core';

/** The outline of what is being fetched; it appears after 200 ms, so that a quick answer does not flicker. */
@Component({
  selector: 'wl-loading',
  template: `<div class="loading" role="status">
    <span class="hidden-visually">{{ label() }}</span>
    @for (line of lines; track line) {
      <span aria-hidden="true"></span>
    }
  </div>`,
})
export class Loading {
  readonly label = input('Loading');
  protected readonly lines = [1, 2, 3, 4, 5, 6];
}
