import { Component, computed, inject, input, output, signal } from '@angular/core';
import { mostFiles, type Answer, type EvidenceFile } from '#sharing/domain';
import { formatBytes, Icon, useTexts } from '#ui';
import { Announcer } from '../../shell/announcer.ts';
import { DraftSaving } from '../draft/draft-saving.ts';
import { problemWords } from '../problem-words.ts';
import { requestTexts } from '../request-texts.ts';
import { SharingCommands } from '../sharing-commands.ts';
import { sectionTexts } from './section-texts.ts';
import { filesIn } from './typed-answer.ts';

/** Evidence as files, added by choosing or by dropping. */
@Component({
  selector: 'wl-evidence-field',
  imports: [Icon],
  template: `
    @if (files().length > 0) {
      <ul class="evidence">
        @for (file of files(); track file.id) {
          <li>
            <a [href]="'/api/v1/requests/' + request() + '/files/' + file.id" download>{{ file.name }}</a>
            <span class="secondary small">{{ size(file) }}</span>
            <button class="button button-small button-quiet" type="button" (click)="remove(file)">
              <wl-icon name="close" />{{ t.removeFile }}<span class="hidden-visually">: {{ file.name }}</span>
            </button>
          </li>
        }
      </ul>
    }
    @for (words of troubles(); track $index) {
      <p class="field-error" role="alert">{{ words }}</p>
    }
    <p class="field-hint" [id]="'files-' + question() + '-hint'">{{ t.fileHint }}</p>
    <div
      class="drop"
      [class.drop-over]="over()"
      (dragover)="$event.preventDefault(); over.set(true)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
    >
      <label class="button" [class.drop-busy]="sending()">
        <wl-icon name="add" />{{ t.chooseFiles }}
        <input
          #chooser
          class="hidden-visually"
          type="file"
          multiple
          [accept]="accepted"
          [attr.aria-describedby]="'files-' + question() + '-hint'"
          (change)="choose(chooser)"
        />
      </label>
      <span class="secondary">{{ t.dropHere }}</span>
      @if (sending(); as name) {
        <span role="status">{{ t.uploading(name) }}</span>
      }
    </div>
  `,
})
export class EvidenceField {
  private readonly commands = inject(SharingCommands);
  private readonly saving = inject(DraftSaving);
  private readonly announcer = inject(Announcer);
  private readonly shared = useTexts(requestTexts);
  readonly question = input.required<string>();
  readonly request = input.required<string>();
  readonly answer = input.required<Answer | undefined>();
  readonly answered = output<readonly EvidenceFile[]>();
  protected readonly t = useTexts(sectionTexts);
  protected readonly accepted = '.pdf,.docx,.xlsx,.odt,.ods,.png,.jpg,.jpeg,.csv,.txt';
  protected readonly over = signal(false);
  protected readonly sending = signal<string | undefined>(undefined);
  protected readonly troubles = signal<readonly string[]>([]);
  protected readonly files = computed(() => filesIn(this.answer()));

  protected size(file: EvidenceFile): string {
    return formatBytes(file.bytes);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    void this.send([...(event.dataTransfer?.files ?? [])]);
  }

  protected choose(chooser: HTMLInputElement): void {
    const chosen = [...(chooser.files ?? [])];
    chooser.value = '';
    void this.send(chosen);
  }

  protected async remove(file: EvidenceFile): Promise<void> {
    this.answered.emit(this.files().filter(({ id }) => id !== file.id));
    this.announcer.say(this.t.fileRemoved(file.name));
    // Once no answer names it, the file itself may go; one that was submitted stays with its submission.
    if (await this.saving.flush()) await this.commands.removeEvidence(this.request(), file.id);
  }

  private async send(chosen: readonly File[]): Promise<void> {
    if (this.sending() !== undefined) return;
    this.troubles.set([]);
    // The field may still show the list from before: what was just added is known here first.
    const added: EvidenceFile[] = [];
    const all = () => [...this.files().filter(({ id }) => !added.some((one) => one.id === id)), ...added];
    for (const file of chosen) {
      if (all().length >= mostFiles) return this.troubles.set([this.t.tooManyFiles]);
      this.sending.set(file.name);
      const answer = await this.commands.addEvidence(this.request(), this.question(), file);
      this.sending.set(undefined);
      if ('done' in answer) {
        added.push(answer.done);
        this.answered.emit(all());
        this.announcer.say(this.t.uploaded(file.name));
      } else {
        const why = problemWords(this.shared, answer.problem).join(' ');
        this.troubles.update((troubles) => [...troubles, this.t.fileFailed(file.name, why)]);
      }
    }
  }
}
