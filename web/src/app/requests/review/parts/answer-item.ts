import { afterNextRender, Component, computed, inject, Injector, input, signal } from '@angular/core';
import type { CaseView } from '#sharing/contracts';
import { formatBytes, useTexts } from '#ui';
import { emptyReturn, withComment } from '../comments.ts';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { commentBoxId, returnFormName } from '../steps/return-form.ts';
import { Typing } from '../typing.ts';
import { PlaceLink } from './place-link.ts';

/** A question with its answer and evidence, and a box to ask about it; one group of a list of definitions. */
@Component({
  selector: 'div[wlAnswerItem]',
  imports: [PlaceLink],
  templateUrl: './answer-item.html',
  host: { class: 'review-answer', tabindex: '-1', '[id]': "'question-' + question().id" },
})
export class AnswerItem {
  private readonly review = inject(Review);
  private readonly typing = inject(Typing);
  private readonly injector = inject(Injector);
  readonly question = input.required<CaseView['sections'][number]['questions'][number]>();
  protected readonly t = useTexts(reviewTexts);
  protected readonly bytes = formatBytes;
  protected readonly mayAsk = computed(() => this.review.view()?.allowedCommands.includes('return') ?? false);
  protected readonly boxId = computed(() => commentBoxId(this.question().id));
  protected readonly comment = computed(
    () => this.typing.read(returnFormName, emptyReturn).comments[this.question().id] ?? '',
  );
  /** A box that was opened stays while it is emptied and written in again. */
  private readonly opened = signal(false);
  protected readonly asks = computed(() => this.opened() || this.comment() !== '');

  protected ask(): void {
    this.opened.set(true);
    this.focusSoon(this.boxId());
  }

  protected close(): void {
    this.opened.set(false);
    this.focusSoon(`${this.boxId()}-button`);
  }

  protected type(text: string): void {
    this.opened.set(true);
    const model = this.typing.read(returnFormName, emptyReturn);
    this.typing.write(returnFormName, withComment(model, this.question().id, text === '' ? undefined : text));
  }

  private focusSoon(id: string): void {
    afterNextRender(() => document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
