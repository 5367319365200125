import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { DescribedField } from '#catalogue/domain';
import { Dialog, formatInstant, Loading, Notice, useTexts } from '#ui';
import { Session } from '../../session/session.ts';
import { describePage } from '../../shell/page-head.ts';
import { Flash } from '../../shell/flash.ts';
import { problemOf, type Problem } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { datasetAt, vocabulariesOf } from '../catalogue-api.ts';
import { fieldLabels } from '../catalogue-texts.ts';
import { commandRefusal } from '../commands/command-refusal.ts';
import { commandTexts } from '../commands/command-texts.ts';
import { manageTexts } from '../commands/manage-texts.ts';
import { whyNot } from '../commands/why-not.ts';
import { CodeList } from './code-list.ts';
import { ColumnEditor } from './column-editor.ts';
import { DistributionEditor } from './distribution-editor.ts';
import { EditField } from './edit-field.ts';
import { editPlan } from './edit-plan.ts';
import { EditSession } from './edit-session.ts';
import { editTexts, fieldHints } from './edit-texts.ts';
import type { EditModel } from './edit-model.ts';
import { ControlOf, FormFaults, idOf } from './form-faults.ts';
import { SourceNote } from './source-note.ts';
import { StaleNotice } from './stale-notice.ts';

/** A steward edits every field of a dataset; nothing typed is ever lost. */
@Component({
  selector: 'wl-edit-page',
  imports: [
    CodeList,
    ColumnEditor,
    ControlOf,
    Dialog,
    DistributionEditor,
    EditField,
    FormField,
    Loading,
    Notice,
    RouterLink,
    SourceNote,
    StaleNotice,
    WholePageMessage,
  ],
  providers: [FormFaults, EditSession],
  templateUrl: './edit-page.html',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class EditPage {
  private readonly router = inject(Router);
  private readonly flash = inject(Flash);
  private readonly injector = inject(Injector);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  private leave: ((leave: boolean) => void) | undefined;
  private done = false;
  readonly slug = input.required<string>();
  readonly for = input<string>();
  protected readonly session = inject(Session);
  protected readonly edit = inject(EditSession);
  protected readonly faults = inject(FormFaults);
  protected readonly t = useTexts(editTexts);
  protected readonly labels = useTexts(fieldLabels);
  protected readonly hints = useTexts(fieldHints);
  private readonly commandWords = useTexts(commandTexts);
  private readonly manageWords = useTexts(manageTexts);
  protected readonly plan = editPlan;
  protected readonly answer = datasetAt(this.slug);
  protected readonly lists = vocabulariesOf();
  protected readonly form = form(this.edit.model);
  protected readonly leaving = signal(false);
  protected readonly refusals = signal<readonly string[]>([]);
  protected readonly dataset = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed<Problem | undefined>(() =>
    this.answer.error() ? problemOf(this.answer.error()) : undefined,
  );
  protected readonly allowed = computed(() => this.dataset()?.allowedCommands.includes('describe') ?? false);
  protected readonly reasons = computed(() => (this.dataset() ? whyNot(this.manageWords, this.dataset()!) : []));
  protected readonly foundFields = computed(() => {
    const draft = this.edit.found();
    return draft
      ? Object.keys(this.labels)
          .filter((field) => field in draft.model && this.differs(draft.base, draft.model, field))
          .map((field) => this.labels[field as DescribedField])
          .join(', ')
      : '';
  });
  protected readonly otherOrganisation = computed(() => {
    const acting = this.session.membershipFor(this.for())?.organisation;
    return acting && acting.id !== this.dataset()?.publisher.id ? acting.name : undefined;
  });
  protected readonly instant = formatInstant;

  constructor() {
    describePage(() => (this.dataset() ? { title: this.t.title(this.dataset()!.title) } : undefined));
    effect(() => {
      const dataset = this.dataset();
      if (dataset && this.session.known()) this.edit.open(dataset);
    });
    afterRenderEffect(() => {
      if (this.dataset() && this.session.known()) this.edit.lookForDraft();
    });
    effect(() => this.edit.keep());
    inject(DestroyRef).onDestroy(() => this.leave?.(true));
  }

  /** Choices of a field that is one of a list. */
  protected choices(field: string): readonly { readonly code: string; readonly label: string }[] {
    const lists = this.lists.hasValue() ? this.lists.value() : undefined;
    if (field === 'licence') return lists?.licences ?? [];
    return (field === 'frequency' ? lists?.frequencies : lists?.personalData) ?? [];
  }

  protected async save(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.edit.working() || this.edit.changed().length === 0) return;
    this.refusals.set([]);
    const outcome = await this.edit.save();
    if (outcome === 'saved') return this.finish();
    if (typeof outcome === 'object') this.refusals.set(commandRefusal(this.commandWords, outcome));
    afterNextRender(() => this.summary()?.nativeElement.focus(), { injector: this.injector });
  }

  protected discard(): void {
    this.edit.discard();
    this.refusals.set([]);
  }

  /** Leads from a message to the field it is about, or to the part of the form that holds it. */
  protected goTo(click: Event, path: string): void {
    click.preventDefault();
    const parts = path.split('.');
    for (let length = parts.length; length > 0; length -= 1) {
      const element = document.getElementById(idOf(parts.slice(0, length).join('.')));
      if (!element) continue;
      element.closest('details')?.setAttribute('open', '');
      element.focus();
      return element.scrollIntoView({ block: 'center' });
    }
  }

  protected labelOf(path: string): string {
    return this.labels[path.split('.')[0] as DescribedField] ?? path;
  }

  /** Asked by the router before another page is shown. */
  mayLeave(): boolean | Promise<boolean> {
    if (this.done || this.edit.changed().length === 0) return true;
    this.leaving.set(true);
    return new Promise((resolve) => (this.leave = resolve));
  }

  protected answerLeaving(leave: boolean, discard = false): void {
    if (discard) this.edit.discard();
    this.leaving.set(false);
    this.leave?.(leave);
    this.leave = undefined;
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (!this.done && this.edit.changed().length > 0) event.preventDefault();
  }

  private differs(before: EditModel, now: EditModel, field: string): boolean {
    return JSON.stringify(before[field as keyof EditModel]) !== JSON.stringify(now[field as keyof EditModel]);
  }

  private finish(): void {
    this.done = true;
    this.flash.after(this.t.saved);
    void this.router.navigate(['/datasets', this.slug()]);
  }
}
