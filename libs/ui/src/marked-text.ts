import { Component, input } from '@angular/core';

export interface TextPart {
  readonly text: string;
  readonly match: boolean;
}

/** A sentence with the words that matched a search marked. */
@Component({
  selector: 'wl-marked-text',
  template: `@for (part of parts(); track $index) {
    @if (part.match) {
      <mark>{{ part.text }}</mark>
    } @else {
      <span>{{ part.text }}</span>
    }
  }`,
})
export class MarkedText {
  readonly parts = input.required<readonly TextPart[]>();
}
