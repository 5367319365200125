import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { OrganisationView, StandInView } from '#organisations/contracts';
import { Dialog, Icon, useTexts } from '#ui';
import { commandRefusal } from '../catalogue/commands/command-refusal.ts';
import { commandTexts } from '../catalogue/commands/command-texts.ts';
import { EditField } from '../catalogue/edit-page/edit-field.ts';
import { ControlOf, FormFaults, idOf } from '../catalogue/edit-page/form-faults.ts';
import { Session } from '../session/session.ts';
import { Announcer } from '../shell/announcer.ts';
import type { Problem } from '../shell/problem.ts';
import { coverAnswersIn, coverFaults, type CoverAnswers } from './cover-answers.ts';
import { coverTexts } from './cover-texts.ts';
import { OrganisationCommands } from './organisation-commands.ts';
import { roleLabels } from './role-labels.ts';

/** Who covers whom in an organisation, for its members: the list, ending cover, and naming who covers. */
@Component({
  selector: 'wl-cover-section',
  imports: [ControlOf, Dialog, EditField, Icon],
  providers: [FormFaults],
  templateUrl: './cover-section.html',
})
export class CoverSection {
  private readonly commands = inject(OrganisationCommands);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  readonly organisation = input.required<OrganisationView>();
  readonly changed = output();
  protected readonly faults = inject(FormFaults);
  protected readonly t = useTexts(coverTexts);
  private readonly labels = useTexts(roleLabels);
  private readonly words = { ...useTexts(commandTexts), stale: this.t.stale, forbidden: this.t.forbidden };
  protected readonly idOf = idOf;
  protected readonly working = signal(false);
  /** Whether the form is open. */
  protected readonly naming = signal(false);
  protected readonly ending = signal<StandInView | undefined>(undefined);
  protected readonly refusals = signal<readonly string[]>([]);
  protected readonly standIns = computed(() => this.organisation().standIns ?? []);
  protected readonly people = computed(() => this.organisation().people ?? []);
  protected readonly mayName = computed(() => this.organisation().allowedCommands.includes('name-stand-in'));
  protected readonly mayEndAll = computed(() => this.standIns().every((one) => one.allowedCommands.includes('end')));
  protected readonly coverable = computed(() =>
    this.people().filter((person) => person.allowedCommands.includes('name-stand-in')),
  );
  /** Who is away: whom the reader chose, to begin with the reader. */
  protected readonly away = linkedSignal<string>(() => {
    const own = this.session.person()?.id;
    const [first, ...others] = this.coverable();
    return (
      this.coverable().find(({ person }) => person === own)?.person ?? (others.length === 0 ? first?.person : '') ?? ''
    );
  });
  protected readonly rolesToCover = computed(
    () => this.people().find(({ person }) => person === this.away())?.coverableRoles ?? [],
  );
  protected readonly others = computed(() => this.people().filter(({ person }) => person !== this.away()));
  protected readonly administrators = computed(() =>
    this.people()
      .filter(({ roles }) => roles.includes('administrator'))
      .map(({ name }) => name)
      .join(', '),
  );

  protected rolesOf(roles: readonly string[]): string {
    return roles.map((role) => this.labels[role as keyof typeof this.labels] ?? role).join(', ');
  }

  protected async nameStandIn(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.working()) return;
    const form = submitted.target as HTMLFormElement;
    const answers = coverAnswersIn(new FormData(form));
    this.refuse(coverFaults(this.t, answers), []);
    if (this.faults.all().length > 0) return this.lookAtSummary();
    this.working.set(true);
    const answer = await this.commands.nameStandIn(this.organisation().id, answers);
    this.working.set(false);
    if ('problem' in answer) return this.explain(answer.problem);
    form.reset();
    this.away.set(coverAnswersIn(new FormData(form)).person);
    this.announcer.say(this.t.named(this.nameOf(answers.person), this.nameOf(answers.standIn)));
    this.changed.emit();
  }

  protected async endStandIn(standIn: StandInView): Promise<void> {
    if (this.working()) return;
    this.refuse([], []);
    this.working.set(true);
    const answer = await this.commands.endStandIn(this.organisation().id, standIn);
    this.working.set(false);
    this.ending.set(undefined);
    if ('done' in answer) this.announcer.say(this.t.ended);
    else this.explain(answer.problem);
    if ('done' in answer || answer.problem.status === 409) this.changed.emit();
  }

  protected goTo(click: Event, path: string): void {
    click.preventDefault();
    this.naming.set(true);
    document.getElementById(idOf(path))?.focus();
  }

  private nameOf(person: CoverAnswers['person']): string {
    return this.people().find((one) => one.person === person)?.name ?? '';
  }

  /** What was typed stays; what is wrong with it is said beside it. */
  private explain(problem: Problem): void {
    const placed = problem.faults.filter(({ path }) => path !== '');
    this.refuse(placed, placed.length > 0 ? [] : commandRefusal(this.words, problem));
    this.lookAtSummary();
  }

  private refuse(faults: Problem['faults'], words: readonly string[]): void {
    this.faults.set(faults.map(({ path, message }) => ({ path: `cover.${path}`, message })));
    this.refusals.set(words);
  }

  private lookAtSummary(): void {
    setTimeout(() => this.summary()?.nativeElement.focus());
  }
}
