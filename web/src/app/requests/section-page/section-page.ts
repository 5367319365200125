import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { answerTo, askedSections, mergedSections, type Answer } from '#sharing/domain';
import { Loading, Notice, useTexts } from '#ui';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { laneWhileWriting } from '../draft/lane-while-writing.ts';
import { questionSetsOf } from '../draft/question-sets.ts';
import { SaveStatus } from '../draft/save-status.ts';
import { writeRequest } from '../draft/write-request.ts';
import { WritingNotices } from '../draft/writing-notices.ts';
import { leadTo, leadToFragment } from '../lead-to-fragment.ts';
import { RequestCrumbs } from '../request-crumbs.ts';
import { requestAt } from '../requests-api.ts';
import { requestTexts } from '../request-texts.ts';
import { askedBackIn } from './asked-back.ts';
import { QuestionField } from './question-field.ts';
import { faultsOfSection, neighbours } from './section-faults.ts';
import { sectionTexts } from './section-texts.ts';

/** One section of the form: questions come and go by the answers, and what is written is saved as it is written. */
@Component({
  selector: 'wl-section-page',
  imports: [Loading, Notice, QuestionField, RequestCrumbs, RouterLink, SaveStatus, WholePageMessage, WritingNotices],
  templateUrl: './section-page.html',
})
export class SectionPage {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  readonly id = input.required<string>();
  readonly section = input.required<string>();
  protected readonly t = useTexts(sectionTexts);
  protected readonly shared = useTexts(requestTexts);
  protected readonly answer = requestAt(this.id);
  protected readonly request = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly sets = questionSetsOf(() => this.request()?.draft?.questionSets);
  protected readonly writing = writeRequest(this.request);
  protected readonly problem = computed(() => {
    const error = this.answer.error();
    return error ? problemOf(error) : this.sets.problem();
  });
  private readonly answers = computed(() => this.writing.draft.written().answers);
  private readonly asked = computed(() => {
    const [draft, sets] = [this.request()?.draft, this.sets.value()];
    if (!draft || !sets || !this.writing.ready()) return undefined;
    return askedSections(sets, {
      answers: this.answers(),
      lane: laneWhileWriting(draft, this.writing.draft.written()),
    });
  });
  protected readonly shown = computed(() => this.asked()?.find(({ id }) => id === this.section()));
  /** The section by its name, asked now or not. */
  protected readonly named = computed(() =>
    mergedSections(this.sets.value() ?? []).find(({ id }) => id === this.section()),
  );
  protected readonly around = computed(() => neighbours(this.asked() ?? [], this.section()));
  private readonly askedBack = computed(() => askedBackIn(this.request()?.cases ?? []));
  /** Fields that the reader went on from: what is wrong with them is said at once. */
  private readonly leftFields = linkedSignal<string, ReadonlySet<string>>({
    source: this.section,
    computation: () => new Set(),
  });
  /** Whether the reader wanted to go on: then all that is wrong is said. */
  protected readonly looked = linkedSignal<string, boolean>({ source: this.section, computation: () => false });
  protected readonly faults = computed(() => {
    const section = this.shown();
    return section ? faultsOfSection(section, this.answers(), this.t.missing) : [];
  });

  constructor() {
    describePage(() => {
      const [request, section] = [this.request(), this.named()];
      return request && section && { title: this.t.title(section.title, request.title || this.shared.untitled) };
    });
    leadToFragment(() => this.shown() !== undefined);
  }

  /** Asked by the router before another page is shown. */
  mayLeave(): Promise<boolean> {
    return this.writing.saving.leave();
  }

  protected answerTo(question: string): Answer | undefined {
    return answerTo(this.answers(), question);
  }

  protected commentsOn(question: string) {
    return this.askedBack().get(question) ?? [];
  }

  /** What is said beside a field: what the service did not take, and what is wrong once the reader has been there. */
  protected faultsOf(question: string): readonly string[] {
    const refused = this.writing.saving
      .faults()
      .filter(({ path }) => path === `answers.${question}` || path.startsWith(`answers.${question}.`))
      .map(({ message }) => message);
    const known = this.faults().filter((fault) => fault.question === question);
    const shown = known.filter(({ kind }) => this.looked() || (kind === 'shape' && this.leftFields().has(question)));
    return [...new Set([...shown.map(({ message }) => message), ...refused])];
  }

  protected leaveField(question: string): void {
    this.leftFields.update((fields) => new Set([...fields, question]));
    void this.writing.saving.flush();
  }

  protected labelOf(question: string): string {
    return this.shown()?.questions.find(({ id }) => id === question)?.label ?? question;
  }

  /** The first time it shows what is wrong, if anything is; it never keeps the reader from going on. */
  protected goOn(submitted: Event): void {
    submitted.preventDefault();
    void this.writing.saving.flush();
    if (this.faults().length === 0 || this.looked()) return this.turn();
    this.looked.set(true);
    afterNextRender(() => this.summary()?.nativeElement.focus(), { injector: this.injector });
  }

  protected turn(): void {
    const { after } = this.around();
    void this.router.navigate(
      after ? ['/requests', this.id(), 'sections', after.id] : ['/requests', this.id(), 'check'],
    );
  }

  protected leadTo(click: Event, question: string): void {
    click.preventDefault();
    leadTo(`q-${question}`);
  }
}
