import { Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import type { DatasetView } from '#catalogue/contracts';
import { Dialog, textTable, useTexts } from '#ui';
import { ChangeCalls } from '../../session/change-calls.ts';
import { Announcer } from '../../shell/announcer.ts';
import { commandRefusal } from './command-refusal.ts';
import { commandTexts } from './command-texts.ts';

const fileTexts = textTable({
  title: 'Add a file',
  intro:
    'CSV is best: it can be previewed, its columns are described from its heading, and the files of permissions are made from it. Others: JSON, GeoJSON, XML, KML, Excel, OpenDocument, PDF, GeoPackage, Parquet, ZIP. 2 GB at most.',
  who: (access: string) => `Who may have it follows the access of the dataset: ${access}.`,
  file: 'File',
  place: 'In the place of',
  own: 'None: it stands beside the others',
  send: 'Add the file',
  sending: 'Sending …',
  cancel: 'Cancel',
  missing: 'Choose a file',
  done: 'The file is added.',
  columns: (count: number) => `${count} columns were described from its heading. Say of each how sensitive it is.`,
  undescribed: (names: string) => `The file has columns that are not described: ${names}.`,
  gone: (names: string) => `Columns that are described are not in the file: ${names}.`,
  close: 'Close',
});

/** Puts a file beside a dataset. What is chosen stays chosen when it is refused. */
@Component({
  selector: 'wl-file-dialog',
  imports: [Dialog],
  template: `
    <wl-dialog name="dataset-file-dialog" [open]="open()" [heading]="t.title" (closed)="close()">
      @if (told().length > 0) {
        <div role="status">
          @for (words of told(); track words) {
            <p>{{ words }}</p>
          }
        </div>
        <p class="button-row">
          <button class="button button-primary" type="button" (click)="close()">{{ t.close }}</button>
        </p>
      } @else {
        <p>{{ t.intro }}</p>
        <p>{{ t.who(dataset().access.label.toLowerCase()) }}</p>
        @if (refusals().length > 0) {
          <div #problem class="error-summary" role="alert" tabindex="-1">
            <ul>
              @for (words of refusals(); track words) {
                <li>{{ words }}</li>
              }
            </ul>
          </div>
        }
        <form novalidate (submit)="send($event, chosen.files?.[0], place.value)">
          <div class="field">
            <label for="dataset-file">{{ t.file }}</label>
            <input #chosen class="input" id="dataset-file" type="file" />
          </div>
          <div class="field">
            <label for="dataset-file-place">{{ t.place }}</label>
            <select #place class="select" id="dataset-file-place">
              <option value="">{{ t.own }}</option>
              @for (one of dataset().distributions; track one.id) {
                <option [value]="one.id">{{ one.title ?? one.format.label }}</option>
              }
            </select>
          </div>
          <div class="button-row">
            <button class="button button-primary" type="submit" [attr.aria-disabled]="working() ? true : null">
              {{ working() ? t.sending : t.send }}
            </button>
            <button class="button button-quiet" type="button" (click)="close()">{{ t.cancel }}</button>
          </div>
        </form>
      }
    </wl-dialog>
  `,
})
export class FileDialog {
  private readonly calls = inject(ChangeCalls);
  private readonly announcer = inject(Announcer);
  private readonly problem = viewChild<ElementRef<HTMLElement>>('problem');
  readonly dataset = input.required<DatasetView>();
  readonly open = input(false);
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts(fileTexts);
  private readonly shared = useTexts(commandTexts);
  protected readonly working = signal(false);
  protected readonly refusals = signal<readonly string[]>([]);
  protected readonly told = signal<readonly string[]>([]);
  private readonly added = computed(() => this.told().length > 0);

  protected close(): void {
    const added = this.added();
    this.told.set([]);
    this.refusals.set([]);
    if (added) this.done.emit();
    this.closed.emit();
  }

  protected async send(submitted: Event, file: File | undefined, distribution: string): Promise<void> {
    submitted.preventDefault();
    if (this.working()) return;
    if (!file) return this.refuse([this.t.missing]);
    this.working.set(true);
    const { id, revision, publisher } = this.dataset();
    const query = new URLSearchParams({
      ...{ revision: String(revision), actingFor: publisher.id },
      ...(distribution === '' ? {} : { distribution }),
    });
    const body = new FormData();
    body.set('file', file, file.name);
    const address = `/api/v1/datasets/${id}/files?${query.toString()}`;
    const answer = await this.calls.send({ method: 'POST', address, body, answer: 'uploadedFile' });
    this.working.set(false);
    if ('problem' in answer) return this.refuse(commandRefusal(this.shared, answer.problem));
    const { columns } = answer.done;
    this.refusals.set([]);
    this.told.set([
      this.t.done,
      ...(columns && columns.taken > 0 ? [this.t.columns(columns.taken)] : []),
      ...(columns && columns.undescribed.length > 0 ? [this.t.undescribed(columns.undescribed.join(', '))] : []),
      ...(columns && columns.missing.length > 0 ? [this.t.gone(columns.missing.join(', '))] : []),
    ]);
    this.announcer.say(this.t.done);
  }

  private refuse(words: readonly string[]): void {
    this.refusals.set(words);
    setTimeout(() => this.problem()?.nativeElement.focus());
  }
}
