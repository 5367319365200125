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
import type { DatasetView } from '#catalogue/contracts';
import { Dialog, useTexts } from '#ui';
import { organisationAt } from '../../organisations/organisations-api.ts';
import { Announcer } from '../../shell/announcer.ts';
import { DatasetCommands, vocabulariesOf, type CommandName } from '../catalogue-api.ts';
import { catalogueTexts } from '../catalogue-texts.ts';
import { commandRefusal } from './command-refusal.ts';
import { commandTexts } from './command-texts.ts';

export type AskedCommand = Exclude<CommandName, 'describe'>;

/** Asks before a command is given, with what it needs to know and what it will do. */
@Component({
  selector: 'wl-command-dialog',
  imports: [Dialog],
  templateUrl: './command-dialog.html',
})
export class CommandDialog {
  private readonly commands = inject(DatasetCommands);
  private readonly announcer = inject(Announcer);
  private readonly problem = viewChild<ElementRef<HTMLElement>>('problem');
  readonly dataset = input.required<DatasetView>();
  readonly command = input.required<AskedCommand | undefined>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts(commandTexts);
  protected readonly shared = useTexts(catalogueTexts);
  protected readonly working = signal(false);
  protected readonly refusals = linkedSignal<AskedCommand | undefined, readonly string[]>({
    source: this.command,
    computation: () => [],
  });
  protected readonly lists = vocabulariesOf(
    () => this.command() === 'set-access' || this.command() === 'set-visibility',
  );
  private readonly wantsPeople = computed(() => this.command() === 'assign-responsibility');
  protected readonly organisation = organisationAt(() =>
    this.wantsPeople() ? this.dataset().publisher.slug : undefined,
  );
  protected readonly people = computed(() =>
    this.organisation.hasValue() ? (this.organisation.value()?.people ?? []) : [],
  );
  protected readonly ownersToBe = computed(() => this.people().filter((person) => person.roles.includes('owner')));
  protected readonly heading = computed(() => {
    const headings: Readonly<Record<AskedCommand, string>> = {
      publish: this.t.publishTitle,
      withdraw: this.t.withdrawTitle,
      'set-access': this.t.accessTitle,
      'set-visibility': this.t.visibilityTitle,
      'assign-responsibility': this.t.assignTitle,
    };
    const command = this.command();
    return command ? headings[command] : '';
  });

  protected isOwner(person: string): boolean {
    return this.dataset().owners.some((owner) => owner.person === person);
  }

  /** Reads the answers of the open dialog's form and gives the command. */
  protected async give(submitted: Event): Promise<void> {
    submitted.preventDefault();
    const command = this.command();
    if (!command || this.working()) return;
    const answers = new FormData(submitted.target as HTMLFormElement);
    if (command === 'withdraw' && String(answers.get('reason')).trim() === '')
      return this.refuse([this.t.withdrawMissing]);
    this.working.set(true);
    const body = {
      revision: this.dataset().revision,
      actingFor: this.dataset().publisher.id,
      ...answersFor(command, answers),
    };
    const answer = await this.commands.run(this.dataset().id, command, body);
    this.working.set(false);
    if ('problem' in answer) return this.refuse(commandRefusal(this.t, answer.problem));
    this.announcer.say(this.t.done[command]);
    this.done.emit();
  }

  private refuse(words: readonly string[]): void {
    this.refusals.set(words);
    setTimeout(() => this.problem()?.nativeElement.focus());
  }
}

/** What a command carries beside its revision, from the answers of its form. */
export function answersFor(command: AskedCommand, answers: FormData): object {
  const one = (name: string): string => String(answers.get(name) ?? '');
  if (command === 'withdraw') return { reason: one('reason').trim() };
  if (command === 'set-access') return { access: one('access') };
  if (command === 'set-visibility') return { visibility: one('visibility') };
  if (command === 'publish') return {};
  const steward = one('steward');
  return { owners: answers.getAll('owner').map(String), ...(steward === '' ? {} : { steward }) };
}
