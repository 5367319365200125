import { Component, computed, DOCUMENT, inject, input, output, signal } from '@angular/core';
import type { PermissionKeyView, PermissionView } from '#sharing/contracts';
import { formatDate, useTexts } from '#ui';
import { problemWords } from '../../requests/problem-words.ts';
import { requestTexts } from '../../requests/request-texts.ts';
import { ChangeCalls } from '../../session/change-calls.ts';
import { Announcer } from '../../shell/announcer.ts';
import { envelopeOf } from '../acting.ts';
import { keyTexts } from '../agreement-texts.ts';
import { permissionCommandAt, permissionDataAt, permissionKeysAt } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { steps } from '../steps.ts';

/** The stable address of refreshed data and the keys that open it; a new one is shown once. */
@Component({
  selector: 'wl-permission-keys',
  imports: [RefusalList],
  templateUrl: './permission-keys.html',
})
export class PermissionKeys {
  private readonly calls = inject(ChangeCalls);
  private readonly announcer = inject(Announcer);
  private readonly shared = useTexts(requestTexts);
  private readonly origin = inject(DOCUMENT).location.origin;
  readonly permission = input.required<PermissionView>();
  readonly changed = output();
  protected readonly t = useTexts(keyTexts);
  protected readonly step = steps();
  protected readonly day = formatDate;
  protected readonly secret = signal<string | undefined>(undefined);
  protected readonly making = signal(false);
  protected readonly address = computed(() => `${this.origin}${permissionDataAt(this.permission().id)}`);
  protected readonly example = computed(
    () => `curl --fail --output data.csv --header "Authorization: Bearer ${this.secret() ?? ''}" ${this.address()}`,
  );
  protected readonly mayMake = computed(() => this.permission().allowedCommands.includes('make-key'));
  protected readonly mayRevoke = computed(() => this.permission().allowedCommands.includes('revoke-key'));

  protected nameOf(key: PermissionKeyView): string {
    return key.label ?? this.t.unnamed;
  }

  protected async make(submitted: Event, field: HTMLInputElement): Promise<void> {
    submitted.preventDefault();
    if (this.making()) return;
    this.making.set(true);
    const permission = this.permission();
    const label = field.value.trim();
    const body = { ...envelopeOf(permission), ...(label === '' ? {} : { label }) };
    const change = { method: 'POST', address: permissionKeysAt(permission.id), body, answer: 'madeKey' } as const;
    const answer = await this.calls.send(change);
    this.making.set(false);
    if ('problem' in answer) {
      this.step.refuse(problemWords(this.shared, answer.problem));
    } else {
      this.step.clear();
      field.value = '';
      this.secret.set(answer.done.key.secret);
      this.announcer.say(this.t.made);
    }
    this.changed.emit();
  }

  protected async revoke(key: PermissionKeyView): Promise<void> {
    const permission = this.permission();
    const body = { ...envelopeOf(permission), key: key.id };
    const done = await this.step.give(permissionCommandAt(permission.id, 'revoke-key'), body, this.t.revoked);
    if (done || this.step.stale()) this.changed.emit();
  }

  protected async copy(secret: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(secret);
      this.announcer.say(this.t.copied);
    } catch {
      this.announcer.say(this.t.copyFailed);
    }
  }
}
