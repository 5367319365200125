import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DraftView, RequestView } from '#sharing/contracts';
import { askedSections, mergedSections } from '#sharing/domain';
import { Loading, Notice, useTexts } from '#ui';
import { describePage } from '../../shell/page-head.ts';
import { problemOf, type Fault, type Problem } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { envelopeOf } from '../acting-for.ts';
import { laneWhileWriting } from '../draft/lane-while-writing.ts';
import { questionSetsOf } from '../draft/question-sets.ts';
import { SaveStatus } from '../draft/save-status.ts';
import { readAgain, writeRequest } from '../draft/write-request.ts';
import { WritingNotices } from '../draft/writing-notices.ts';
import { problemWords } from '../problem-words.ts';
import { RequestCrumbs } from '../request-crumbs.ts';
import { requestAt } from '../requests-api.ts';
import { requestTexts } from '../request-texts.ts';
import { sectionTexts } from '../section-page/section-texts.ts';
import { requestCommandAt, SharingCommands } from '../sharing-commands.ts';
import { AnswersToCheck } from './answers-to-check.ts';
import { placeOf } from './check-place.ts';
import { checkTexts } from './check-texts.ts';
import { DataToCheck } from './data-to-check.ts';
import { FaultLinks } from './fault-links.ts';

/** Everything once more before it is sent, what is missing, and who gets it. */
@Component({
  selector: 'wl-check-page',
  imports: [
    AnswersToCheck,
    DataToCheck,
    FaultLinks,
    Loading,
    Notice,
    RequestCrumbs,
    RouterLink,
    SaveStatus,
    WholePageMessage,
    WritingNotices,
  ],
  templateUrl: './check-page.html',
})
export class CheckPage {
  private readonly router = inject(Router);
  private readonly commands = inject(SharingCommands);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  readonly id = input.required<string>();
  protected readonly t = useTexts(checkTexts);
  protected readonly shared = useTexts(requestTexts);
  protected readonly sectionWords = useTexts(sectionTexts);
  protected readonly answer = requestAt(this.id);
  protected readonly request = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly sets = questionSetsOf(() => this.request()?.draft?.questionSets);
  protected readonly problem = computed(() =>
    this.answer.error() ? problemOf(this.answer.error()) : this.sets.problem(),
  );
  protected readonly writing = writeRequest(this.request);
  protected readonly working = signal(false);
  protected readonly refusals = signal<readonly Fault[]>([]);
  protected readonly declared = signal(false);
  private readonly leftOut = signal<ReadonlySet<string>>(new Set());
  protected readonly all = computed(() => mergedSections(this.sets.value() ?? []));
  protected readonly sections = computed(() => {
    const [draft, sets] = [this.request()?.draft, this.sets.value()];
    if (!draft || !sets || !this.writing.ready()) return undefined;
    const written = this.writing.draft.written();
    return askedSections(sets, { answers: written.answers, lane: laneWhileWriting(draft, written) });
  });
  protected readonly answers = computed(() => this.writing.draft.written().answers);
  protected readonly toSubmit = computed(() => this.linked(faultsIn(this.request()?.draft?.toSubmit)));
  protected readonly toApprove = computed(() => this.linked(faultsIn(this.request()?.draft?.toApprove)));
  protected readonly refused = computed(() => this.linked(this.refusals()));
  protected readonly again = computed(() => (this.request()?.draft?.returnedCases.length ?? 0) > 0);
  protected readonly command = computed(() => (this.again() ? 'resubmit' : 'submit'));
  protected readonly may = computed(() => this.request()?.allowedCommands.includes(this.command()) ?? false);
  protected readonly whyNot = computed(() =>
    (this.request()?.refusedCommands ?? []).filter(({ command }) => command === this.command()),
  );

  constructor() {
    describePage(() => {
      const request = this.request();
      return request && { title: this.t.pageTitle(request.title || this.shared.untitled) };
    });
    readAgain(this.answer, this.writing);
  }

  protected namesOf({ people }: DraftView): string {
    return people.map(({ name }) => name).join(', ');
  }

  protected isChosen(one: string): boolean {
    return !this.leftOut().has(one);
  }

  protected choose(one: string, chosen: boolean): void {
    this.leftOut.update((left) => new Set(chosen ? [...left].filter((id) => id !== one) : [...left, one]));
  }

  protected async submit(submitted: Event, request: RequestView): Promise<void> {
    submitted.preventDefault();
    if (this.working()) return;
    this.refusals.set([]);
    if (this.toSubmit().length > 0) return this.showSummary();
    const cases = (request.draft?.returnedCases ?? []).map(({ id }) => id).filter((id) => this.isChosen(id));
    if (this.again() && cases.length === 0) return this.refuse('cases', this.t.resubmitMissing);
    if (!this.declared()) return this.refuse('declaration', this.t.declarationMissing);
    this.working.set(true);
    const problem = await this.send(request, cases);
    this.working.set(false);
    if (problem === 'unsaved') return this.refuse('', this.t.saveFirst);
    if (problem) return this.answerProblem(problem);
    this.writing.draft.close();
    await this.router.navigate(['/requests', request.id, 'submitted']);
  }

  private async send(request: RequestView, cases: readonly string[]): Promise<Problem | 'unsaved' | undefined> {
    const saved = await this.writing.saving.flush();
    if (!saved || this.writing.draft.holds()) return 'unsaved';
    const body = {
      ...envelopeOf(request),
      draftRevision: this.writing.draft.revision,
      declaration: true,
      ...(this.again() ? { cases } : {}),
    };
    const answer = await this.commands.give(requestCommandAt(request.id, this.command()), body);
    return 'problem' in answer ? answer.problem : undefined;
  }

  private answerProblem(problem: Problem): void {
    if (problem.faults.length > 0) this.refusals.set(problem.faults);
    else if (problem.status === 409) this.refusals.set([{ path: '', message: this.t.stale }]);
    else this.refusals.set(problemWords(this.shared, problem).map((message) => ({ path: '', message })));
    if (problem.status === 409 || problem.status === 422) this.answer.reload();
    this.showSummary();
  }

  private refuse(path: string, message: string): void {
    this.refusals.set([{ path, message }]);
    this.showSummary();
  }

  private showSummary(): void {
    setTimeout(() => this.summary()?.nativeElement.focus());
  }

  private linked(faults: readonly Fault[]) {
    return faults.map((fault) => ({ ...fault, place: placeOf(fault.path, this.all()) }));
  }
}

const faultsIn = (faults: readonly { readonly field: string; readonly message: string }[] = []): readonly Fault[] =>
  faults.map(({ field, message }) => ({ path: field, message }));
