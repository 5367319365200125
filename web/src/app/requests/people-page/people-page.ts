import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DraftView, RequestView } from '#sharing/contracts';
import { Loading, useTexts } from '#ui';
import { Session } from '../../session/session.ts';
import { Announcer } from '../../shell/announcer.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { envelopeOf } from '../acting-for.ts';
import { problemWords } from '../problem-words.ts';
import { RequestCrumbs } from '../request-crumbs.ts';
import { requestAt } from '../requests-api.ts';
import { requestTexts } from '../request-texts.ts';
import { sectionTexts } from '../section-page/section-texts.ts';
import { requestCommandAt, SharingCommands } from '../sharing-commands.ts';
import { peopleTexts } from './people-texts.ts';

type Person = DraftView['people'][number];

/** What is wrong with an address before anything is sent; the service judges the rest. */
export function addressFault(t: typeof peopleTexts.en, email: string): string | undefined {
  if (email === '') return t.emailMissing;
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? undefined : t.emailMalformed;
}

/** Colleagues who write a request together. */
@Component({
  selector: 'wl-people-page',
  imports: [Loading, RequestCrumbs, RouterLink, WholePageMessage],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly commands = inject(SharingCommands);
  private readonly announcer = inject(Announcer);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('email');
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  readonly id = input.required<string>();
  protected readonly session = inject(Session);
  protected readonly t = useTexts(peopleTexts);
  protected readonly shared = useTexts(requestTexts);
  protected readonly sections = useTexts(sectionTexts);
  protected readonly answer = requestAt(this.id);
  protected readonly request = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly working = signal(false);
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly refusals = signal<readonly string[]>([]);
  protected readonly whyNot = computed(() =>
    (this.request()?.refusedCommands ?? []).filter(({ command }) => command === 'invite'),
  );

  constructor() {
    describePage(() => {
      const request = this.request();
      return request && { title: this.t.pageTitle(request.title || this.shared.untitled) };
    });
  }

  protected may(command: 'invite' | 'uninvite'): boolean {
    return this.request()?.allowedCommands.includes(command) ?? false;
  }

  protected async invite(submitted: Event, request: RequestView, typed: string): Promise<void> {
    submitted.preventDefault();
    const email = typed.trim();
    this.fault.set(addressFault(this.t, email));
    if (this.fault() !== undefined) return this.field()?.nativeElement.focus();
    const done = await this.give(request, 'invite', { email });
    if (!done) return this.field()?.nativeElement.focus();
    const field = this.field()?.nativeElement;
    if (field) field.value = '';
    this.announcer.say(this.t.invited(email));
  }

  protected async remove(request: RequestView, person: Person): Promise<void> {
    if (!(await this.give(request, 'uninvite', { person: person.id }))) return;
    this.announcer.say(this.t.removed(person.name));
    this.heading()?.nativeElement.focus();
  }

  private async give(request: RequestView, command: 'invite' | 'uninvite', body: object): Promise<boolean> {
    if (this.working()) return false;
    this.working.set(true);
    this.refusals.set([]);
    const address = requestCommandAt(request.id, command);
    const answer = await this.commands.give(address, {
      ...envelopeOf(request),
      revision: request.draft?.revision ?? 0,
      ...body,
    });
    this.working.set(false);
    if ('problem' in answer) {
      const words = problemWords(this.shared, answer.problem);
      if (command === 'invite') this.fault.set(words.join(' '));
      else this.refusals.set(words);
      return false;
    }
    this.answer.reload();
    return true;
  }
}
