import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { RequestView } from '#sharing/contracts';
import { formatInstant, Loading, Notice, StateBadge, useTexts } from '#ui';
import { Flash } from '../../shell/flash.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { SaveStatus } from '../draft/save-status.ts';
import { readAgain, writeRequest } from '../draft/write-request.ts';
import { WritingNotices } from '../draft/writing-notices.ts';
import { leadToFragment } from '../lead-to-fragment.ts';
import { requestAt } from '../requests-api.ts';
import { requestTexts } from '../request-texts.ts';
import { CaseTimeline } from '../review/parts/case-timeline.ts';
import { CaseCard } from './case-card.ts';
import { RequestCommandDialog, type AskedCommand } from './command-dialog.ts';
import { requestCommandTexts, requestPageTexts, type RequestCommandAsked } from './command-texts.ts';
import { namedTimeline } from './named-timeline.ts';
import { SentAnswers } from './sent-answers.ts';
import { TaskList } from './task-list.ts';
import { WhyNot } from './why-not.ts';

const offered: readonly RequestCommandAsked[] = ['take-over', 'copy', 'withdraw', 'delete'];

/** A request, the same place for all sides: what is asked of the reader, what is being written, who decides what, and why. */
@Component({
  selector: 'wl-request-page',
  imports: [
    CaseCard,
    CaseTimeline,
    Loading,
    Notice,
    RequestCommandDialog,
    RouterLink,
    SaveStatus,
    SentAnswers,
    StateBadge,
    TaskList,
    WholePageMessage,
    WhyNot,
    WritingNotices,
  ],
  templateUrl: './request-page.html',
  host: { '(window:focus)': 'answer.reload()' },
})
export class RequestPage {
  private readonly router = inject(Router);
  private readonly flash = inject(Flash);
  readonly id = input.required<string>();
  protected readonly t = useTexts(requestPageTexts);
  protected readonly shared = useTexts(requestTexts);
  private readonly words = useTexts(requestCommandTexts);
  protected readonly answer = requestAt(this.id);
  protected readonly request = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly writing = writeRequest(this.request);
  protected readonly asked = signal<AskedCommand | undefined>(undefined);
  protected readonly again = computed(() => (this.request()?.draft?.returnedCases.length ?? 0) > 0);
  /** What leads to this page itself says nothing here. */
  protected readonly asks = computed(() =>
    (this.request()?.asks ?? []).filter(({ href }) => href !== `/requests/${this.id()}`),
  );
  protected readonly timeline = computed(() => namedTimeline(this.request()));
  protected readonly offers = computed(() =>
    offered
      .filter((command) => this.request()?.allowedCommands.includes(command))
      .map((command) => ({ command, label: this.words[command].label })),
  );
  protected readonly labels = computed(() => ({
    ...Object.fromEntries(Object.entries(this.words).map(([command, { label }]) => [command, label])),
    submit: this.t.check,
    resubmit: this.t.checkAgain,
    invite: this.t.people,
  }));

  constructor() {
    describePage(() => {
      const request = this.request();
      return request && { title: request.title || this.shared.untitled };
    });
    readAgain(this.answer, this.writing);
    leadToFragment(() => this.request() !== undefined);
  }

  protected fragmentOf(href: string): { readonly path: string; readonly fragment: string | undefined } {
    const [path = '', fragment] = href.split('#');
    return { path, fragment };
  }

  protected wordsOf({ people, last, file }: RequestView['reads'][number]): string {
    const when = formatInstant(last);
    return file === undefined ? this.t.readAnswers(people, when) : this.t.readFile(people, file, when);
  }

  protected byWhom({ requester }: RequestView): string {
    const { person, organisation } = requester;
    return organisation ? this.t.byFor(person.name, organisation.name) : this.t.by(person.name);
  }

  protected async finish({ command, id }: { readonly command: string; readonly id: string }): Promise<void> {
    this.asked.set(undefined);
    if (command === 'delete') {
      this.writing.draft.close();
      this.flash.after(this.words.delete.done);
      await this.router.navigate(['/requests']);
    } else if (command === 'copy') {
      this.flash.after(this.words.copy.done);
      await this.router.navigate(['/requests', id]);
    } else this.answer.reload();
  }
}
