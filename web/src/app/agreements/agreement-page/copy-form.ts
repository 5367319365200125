import { Component, inject, input, output, signal } from '@angular/core';
import type { AgreementView } from '#sharing/contracts';
import { fingerprintLength } from '#sharing/domain';
import { useTexts } from '#ui';
import { problemWords } from '../../requests/problem-words.ts';
import { requestTexts } from '../../requests/request-texts.ts';
import { SharingCommands } from '../../requests/sharing-commands.ts';
import { envelopeOf } from '../acting.ts';
import { agreementCommandAt } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { signingTexts } from '../signing-texts.ts';
import { steps } from '../steps.ts';

/** Puts a copy that was signed by hand on record: its scan is sent in first, then named by the command. */
@Component({
  selector: 'wl-copy-form',
  imports: [RefusalList],
  templateUrl: './copy-form.html',
})
export class CopyForm {
  private readonly commands = inject(SharingCommands);
  private readonly shared = useTexts(requestTexts);
  readonly agreement = input.required<AgreementView>();
  readonly changed = output();
  protected readonly t = useTexts(signingTexts);
  protected readonly step = steps();
  protected readonly sending = signal(false);
  protected readonly length = fingerprintLength;
  /** The scan that was sent in, so that a mistake beside it does not send it twice. */
  private sent: { readonly file: File; readonly id: string } | undefined;

  protected async record(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.sending() || this.step.working()) return;
    const typed = submitted.target as HTMLFormElement;
    const form = new FormData(typed);
    const text = (field: string): string => String(form.get(field) ?? '').trim();
    const scan = form.get('scan');
    const file = scan instanceof File && scan.size > 0 ? scan : undefined;
    const missing = [
      ...(file ? [] : [this.t.fileMissing]),
      ...(text('name') === '' ? [this.t.nameMissing] : []),
      ...(text('position') === '' ? [this.t.positionMissing] : []),
      ...(text('signedOn') === '' ? [this.t.dayMissing] : []),
      ...(text('fingerprint') === '' ? [this.t.fingerprintMissing] : []),
    ];
    if (missing.length > 0 || !file) return this.step.refuse(missing);
    const id = await this.sendIn(file);
    if (id === undefined) return;
    const agreement = this.agreement();
    const body = {
      ...envelopeOf(agreement),
      ...{ party: text('party'), file: id, name: text('name'), position: text('position') },
      ...{ signedOn: text('signedOn'), fingerprint: text('fingerprint') },
    };
    const address = agreementCommandAt(agreement.id, 'record-signed-copy');
    const done = await this.step.give(address, body, this.t.recorded);
    if (done) this.begin(typed);
    if (done || this.step.stale()) this.changed.emit();
  }

  /** Empty again, so that nobody sends the same for the other side. */
  private begin(form: HTMLFormElement): void {
    this.sent = undefined;
    form.reset();
  }

  private async sendIn(file: File): Promise<string | undefined> {
    const known = this.sent;
    if (known && known.file.name === file.name && known.file.lastModified === file.lastModified) return known.id;
    this.sending.set(true);
    const answer = await this.commands.addSignedCopy(this.agreement().id, file);
    this.sending.set(false);
    if ('problem' in answer) {
      this.step.refuse(problemWords(this.shared, answer.problem));
      return undefined;
    }
    this.sent = { file, id: answer.done.id };
    return answer.done.id;
  }
}
