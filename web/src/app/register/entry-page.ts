import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatDate, Loading, Notice, StateBadge, useTexts } from '#ui';
import { describePage } from '../shell/page-head.ts';
import { problemOf } from '../shell/problem.ts';
import { WholePageMessage } from '../shell/whole-page-message.ts';
import { factsOf } from './entry-facts.ts';
import { registerEntryAt } from './register-api.ts';
import { registerTexts } from './register-texts.ts';

/** One agreement as everybody reads it: what was agreed, whether it is about the reader, and what happened to it. */
@Component({
  selector: 'wl-entry-page',
  imports: [Loading, Notice, RouterLink, StateBadge, WholePageMessage],
  templateUrl: './entry-page.html',
})
export class EntryPage {
  readonly id = input.required<string>();
  protected readonly t = useTexts(registerTexts);
  private readonly answer = registerEntryAt(this.id);
  protected readonly entry = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly facts = computed(() => {
    const entry = this.entry();
    return entry ? factsOf(this.t, entry) : [];
  });
  protected readonly day = formatDate;

  constructor() {
    describePage(() => {
      const entry = this.entry();
      if (!entry) return undefined;
      const description = entry.summary ?? this.t.description;
      return { title: entry.title, description, canonical: `/register/${entry.id}` };
    });
  }
}
