import { NgTemplateOutlet } from '@angular/common';
import { afterNextRender, Component, computed, inject, Injector, linkedSignal, signal } from '@angular/core';
import { formatBytes, useTexts } from '#ui';
import { answeredParts } from '../answered-parts.ts';
import { emptyReturn, withComment } from '../comments.ts';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { commentBoxId, returnFormName } from '../steps/return-form.ts';
import { Typing } from '../typing.ts';
import { PlaceLink } from './place-link.ts';

/** The answers by section, each with a place to ask about it and an address of its own. */
@Component({
  selector: 'wl-answer-list',
  imports: [NgTemplateOutlet, PlaceLink],
  templateUrl: './answer-list.html',
})
export class AnswerList {
  private readonly typing = inject(Typing);
  private readonly injector = inject(Injector);
  protected readonly review = inject(Review);
  protected readonly t = useTexts(reviewTexts);
  protected readonly bytes = formatBytes;
  protected readonly boxId = commentBoxId;
  protected readonly sections = computed(() => (this.review.view()?.sections ?? []).map(answeredParts));
  protected readonly mayAsk = computed(() => this.review.view()?.allowedCommands.includes('return') ?? false);
  /** Sections that are folded away. */
  protected readonly closed = linkedSignal<string | undefined, ReadonlySet<string>>({
    source: () => this.review.view()?.id,
    computation: () => new Set(),
  });
  private readonly asking = signal<ReadonlySet<string>>(new Set());
  private readonly comments = computed(() => this.typing.read(returnFormName, emptyReturn).comments);

  protected commentOn(question: string): string {
    return this.comments()[question] ?? '';
  }

  /** Whether the box beside a question is there: it was opened, or something stands in it. */
  protected asks(question: string): boolean {
    return this.asking().has(question) || this.commentOn(question) !== '';
  }

  protected ask(question: string): void {
    this.asking.update((questions) => new Set([...questions, question]));
    this.focusSoon(commentBoxId(question));
  }

  protected closeBox(question: string): void {
    this.asking.update((questions) => new Set([...questions].filter((one) => one !== question)));
    this.comment(question, '');
    this.focusSoon(`${commentBoxId(question)}-button`);
  }

  protected comment(question: string, text: string): void {
    const model = this.typing.read(returnFormName, emptyReturn);
    // A box stays open while it is emptied and written in again.
    if (text !== '') this.asking.update((questions) => new Set([...questions, question]));
    this.typing.write(returnFormName, withComment(model, question, text === '' ? undefined : text));
  }

  protected remember(section: string, event: Event): void {
    const open = (event.target as HTMLDetailsElement).open;
    if (this.closed().has(section) !== open) return;
    this.closed.update((ids) => new Set(open ? [...ids].filter((id) => id !== section) : [...ids, section]));
  }

  protected setAll(open: boolean): void {
    this.closed.set(new Set(open ? [] : this.sections().map(({ id }) => id)));
  }

  private focusSoon(id: string): void {
    afterNextRender(() => document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
