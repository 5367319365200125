import { Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import type { OrganisationView } from '#organisations/contracts';
import { roles } from '#kernel';
import { textTable, useTexts } from '#ui';
import { ChangeCalls } from '../session/change-calls.ts';
import { Announcer } from '../shell/announcer.ts';
import { roleLabels } from './role-labels.ts';

const inviteTexts = textTable({
  open: 'Invite somebody',
  title: 'Invite somebody',
  intro:
    'They get a mail. Whoever has no account yet sets a password by the link in it, which works once, for seven days.',
  name: 'Name',
  email: 'E-mail address',
  unit: 'Part of the organisation',
  noUnit: 'None',
  roles: 'What they may do here besides asking for data',
  send: 'Send the invitation',
  cancel: 'Cancel',
  done: (name: string) => `${name} has a place here, and a mail is on its way.`,
  faultsTitle: 'There is a problem',
  missing: 'Enter a name and an e-mail address',
  offline: 'There was no answer from the service. What you typed is still here: try again.',
});

/** An administrator gives somebody a place in the organisation, with an account where they have none. */
@Component({
  selector: 'wl-invite-section',
  templateUrl: './invite-section.html',
})
export class InviteSection {
  private readonly calls = inject(ChangeCalls);
  private readonly announcer = inject(Announcer);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  readonly organisation = input.required<OrganisationView>();
  readonly changed = output();
  protected readonly t = useTexts(inviteTexts);
  protected readonly labels = useTexts(roleLabels);
  protected readonly open = signal(false);
  protected readonly working = signal(false);
  protected readonly refusals = signal<readonly string[]>([]);
  protected readonly mayInvite = computed(() => this.organisation().allowedCommands.includes('grant-membership'));
  protected readonly offered = computed(() => {
    const board = this.organisation().kind.code === 'board';
    return roles.filter((role) => role !== 'requester' && role.startsWith('board-') === board);
  });

  protected async invite(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.working()) return;
    const given = new FormData(submitted.target as HTMLFormElement);
    const text = (name: string): string => String(given.get(name) ?? '').trim();
    const [name, email, unit] = [text('name'), text('email'), text('unit')];
    if (name === '' || email === '') return this.refuse([this.t.missing]);
    this.working.set(true);
    const { id } = this.organisation();
    const body = { actingFor: id, name, email, roles: given.getAll('role'), ...(unit === '' ? {} : { unit }) };
    const address = `/api/v1/organisations/${id}/invitations`;
    const answer = await this.calls.send({ method: 'POST', address, body, answer: 'command' });
    this.working.set(false);
    if ('problem' in answer) {
      const { problem } = answer;
      const words = problem.faults.map(({ message }) => message);
      return this.refuse(
        problem.status === 0 ? [this.t.offline] : words.length > 0 ? words : [problem.detail ?? this.t.offline],
      );
    }
    this.refusals.set([]);
    this.open.set(false);
    this.announcer.say(this.t.done(name));
    this.changed.emit();
  }

  private refuse(words: readonly string[]): void {
    this.refusals.set(words);
    setTimeout(() => this.summary()?.nativeElement.focus());
  }
}
