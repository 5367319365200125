import {
  afterNextRender,
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
import { Dialog, Icon, Loading, Notice, useTexts } from '#ui';
import { commandRefusal } from '../catalogue/commands/command-refusal.ts';
import { commandTexts } from '../catalogue/commands/command-texts.ts';
import { EditField } from '../catalogue/edit-page/edit-field.ts';
import { EntryFocus } from '../catalogue/edit-page/entry-focus.ts';
import { ControlOf, FormFaults, idOf } from '../catalogue/edit-page/form-faults.ts';
import { without } from '../catalogue/edit-page/list-order.ts';
import { Flash } from '../shell/flash.ts';
import { describePage } from '../shell/page-head.ts';
import { problemOf } from '../shell/problem.ts';
import { WholePageMessage } from '../shell/whole-page-message.ts';
import { organisationAt } from './organisations-api.ts';
import { emptyCertificate, emptySignatory } from './profile-model.ts';
import { ProfileSession } from './profile-session.ts';
import { profileTexts } from './profile-texts.ts';

/** An administrator fills what goes with every request of the organisation. */
@Component({
  selector: 'wl-profile-page',
  imports: [ControlOf, Dialog, EditField, FormField, Icon, Loading, Notice, RouterLink, WholePageMessage],
  providers: [FormFaults, ProfileSession],
  templateUrl: './profile-page.html',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class ProfilePage {
  private readonly router = inject(Router);
  private readonly flash = inject(Flash);
  private readonly focus = inject(EntryFocus);
  private readonly injector = inject(Injector);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  private leave: ((leave: boolean) => void) | undefined;
  private done = false;
  readonly slug = input.required<string>();
  protected readonly edit = inject(ProfileSession);
  protected readonly faults = inject(FormFaults);
  protected readonly t = useTexts(profileTexts);
  private readonly words = { ...useTexts(commandTexts), stale: this.t.stale, forbidden: this.t.forbidden };
  private readonly answer = organisationAt(this.slug);
  protected readonly form = form(this.edit.model);
  protected readonly leaving = signal(false);
  protected readonly refusals = signal<readonly string[]>([]);
  protected readonly organisation = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  /** Only members read the profile: nobody else could change it without emptying what they do not see. */
  protected readonly allowed = computed(() => {
    const organisation = this.organisation();
    return organisation?.people !== undefined && organisation.allowedCommands.includes('fill-profile');
  });
  protected readonly administrators = computed(() =>
    (this.organisation()?.people ?? [])
      .filter(({ roles }) => roles.includes('administrator'))
      .map(({ name }) => name)
      .join(', '),
  );
  protected readonly changedByBoth = computed(() =>
    (this.edit.both() ?? []).map((field) => this.t.field[field]).join(', '),
  );

  constructor() {
    describePage(() => {
      const organisation = this.organisation();
      return organisation && { title: this.t.pageTitle(organisation.name) };
    });
    effect(() => {
      const organisation = this.organisation();
      if (organisation) this.edit.open(organisation);
    });
    inject(DestroyRef).onDestroy(() => this.leave?.(true));
  }

  protected addCertificate(): void {
    const { certificates } = this.edit.model();
    this.edit.set('certificates', [...certificates, emptyCertificate]);
    this.focus.to([idOf(`certificates.${certificates.length}.name`)], '');
  }

  protected removeCertificate(at: number): void {
    this.edit.set('certificates', without(this.edit.model().certificates, at));
    this.focus.to(['add-certificate'], this.t.removed(this.t.certificate(at + 1)));
  }

  protected addSignatory(): void {
    const { signatories } = this.edit.model();
    this.edit.set('signatories', [...signatories, emptySignatory]);
    this.focus.to([idOf(`signatories.${signatories.length}.name`)], '');
  }

  protected removeSignatory(at: number): void {
    this.edit.set('signatories', without(this.edit.model().signatories, at));
    this.focus.to(['add-signatory'], this.t.removed(this.t.signatory(at + 1)));
  }

  protected async save(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.edit.working() || !this.edit.changed()) return;
    this.refusals.set([]);
    this.edit.both.set(undefined);
    const outcome = await this.edit.save();
    if (outcome === 'saved') return this.finish();
    if (typeof outcome === 'object') this.refusals.set(commandRefusal(this.words, outcome));
    afterNextRender(() => this.summary()?.nativeElement.focus(), { injector: this.injector });
  }

  /** Leads from a message to the field it is about, or to the part of the form that holds it. */
  protected goTo(click: Event, path: string): void {
    click.preventDefault();
    const parts = path.split('.');
    const ids = parts.map((_, at) => idOf(parts.slice(0, parts.length - at).join('.')));
    const found = ids.map((id) => document.getElementById(id)).find((element) => element !== null);
    found?.focus();
  }

  /** Asked by the router before another page is shown. */
  mayLeave(): boolean | Promise<boolean> {
    if (this.done || !this.edit.changed()) return true;
    this.leaving.set(true);
    return new Promise((resolve) => (this.leave = resolve));
  }

  protected answerLeaving(leave: boolean): void {
    this.leaving.set(false);
    this.leave?.(leave);
    this.leave = undefined;
  }

  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (!this.done && this.edit.changed()) event.preventDefault();
  }

  private finish(): void {
    this.done = true;
    this.flash.after(this.t.saved);
    void this.router.navigate(['/organisations', this.slug()]);
  }
}
