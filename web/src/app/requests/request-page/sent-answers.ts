import { Component, computed, input } from '@angular/core';
import type { RequestView } from '#sharing/contracts';
import { formatBytes, formatInstant, useTexts } from '#ui';
import { AskedData } from '../review/parts/asked-data.ts';
import { requestPageTexts } from './command-texts.ts';

/** What was sent: the data asked for, the answers, the files. */
@Component({
  selector: 'wl-sent-answers',
  imports: [AskedData],
  template: `
    <p class="secondary">{{ t.sentOn(submission().number, instant(submission().at)) }}</p>
    <wl-asked-data [asked]="submission().asked" />
    <details class="sent-answers">
      <summary>{{ t.showAnswers }}</summary>
      @for (section of submission().sections; track section.id) {
        <h3>{{ section.title }}</h3>
        <dl class="check-answers">
          @for (question of section.questions; track question.id) {
            <div>
              <dt>{{ question.label }}</dt>
              <dd [class.secondary]="!question.answer && question.files.length === 0">
                <span class="kept-lines">{{
                  question.answer ?? (question.files.length === 0 ? t.notAnswered : '')
                }}</span>
                @for (file of question.files; track file.id) {
                  <div>
                    <a [href]="file.href" download>{{ file.name }}</a>
                  </div>
                }
              </dd>
            </div>
          }
        </dl>
      }
    </details>
    <h3>{{ t.documents }}</h3>
    @if (files().length > 0) {
      <ul class="evidence">
        @for (file of files(); track file.id) {
          <li>
            <a [href]="file.href" download>{{ file.name }}</a>
            <span class="secondary small">{{ size(file.bytes) }}: {{ file.question }}</span>
          </li>
        }
      </ul>
    } @else {
      <p>{{ t.documentsNone }}</p>
    }
  `,
})
export class SentAnswers {
  readonly submission = input.required<NonNullable<RequestView['submission']>>();
  protected readonly t = useTexts(requestPageTexts);
  protected readonly instant = formatInstant;
  protected readonly size = formatBytes;
  protected readonly files = computed(() =>
    this.submission()
      .sections.flatMap(({ questions }) => questions)
      .flatMap(({ label, files }) => files.map((file) => ({ ...file, question: label }))),
  );
}
