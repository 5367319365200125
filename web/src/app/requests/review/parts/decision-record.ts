import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DecisionView } from '#sharing/contracts';
import { formatDate, Icon, StateBadge, useTexts } from '#ui';
import { reviewTexts } from '../review-texts.ts';

/** A decision with its reasons, what it gives, and its record; this part of the page is what is printed. */
@Component({
  selector: 'wl-decision-record',
  imports: [Icon, RouterLink, StateBadge],
  templateUrl: './decision-record.html',
})
export class DecisionRecord {
  readonly decision = input.required<DecisionView>();
  protected readonly t = useTexts(reviewTexts);
  protected readonly day = formatDate;

  protected print(): void {
    globalThis.window?.print();
  }
}
