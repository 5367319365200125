import { Component, input } from '@angular/core';
import { ReviewCase } from './review-case.ts';

/** The review screen; another case begins it anew, so that nothing typed for one stands in the forms of another. */
@Component({
  selector: 'wl-review-page',
  imports: [ReviewCase],
  template: `@for (one of [case()]; track one) {
    <wl-review-case [request]="id()" [case]="one" />
  }`,
})
export class ReviewPage {
  readonly id = input.required<string>();
  readonly case = input.required<string>();
}
