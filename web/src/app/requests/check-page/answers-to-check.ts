import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { answerText, answerTo, type Answers, type Section } from '#sharing/domain';
import { useTexts } from '#ui';
import { filesIn } from '../section-page/typed-answer.ts';
import { checkTexts } from './check-texts.ts';

/** The answers of one section as they stand, each with a way to change it. */
@Component({
  selector: 'wl-answers-to-check',
  imports: [RouterLink],
  template: `
    <section [attr.aria-labelledby]="'check-' + section().id">
      <h2 [id]="'check-' + section().id">{{ section().title }}</h2>
      <dl class="check-answers">
        @for (row of rows(); track row.id) {
          <div>
            <dt>{{ row.label }}</dt>
            <dd [class.secondary]="row.text === '' && row.files.length === 0">
              @if (row.files.length > 0) {
                <ul>
                  @for (file of row.files; track file.id) {
                    <li>
                      <a [href]="'/api/v1/requests/' + request() + '/files/' + file.id" download>{{ file.name }}</a>
                    </li>
                  }
                </ul>
              } @else {
                <span class="kept-lines">{{ row.text || t.notAnswered }}</span>
              }
            </dd>
            <dd class="check-change not-printed">
              <a [routerLink]="['/requests', request(), 'sections', section().id]" [fragment]="'q-' + row.id"
                >{{ t.change }}<span class="hidden-visually">: {{ row.label }}</span></a
              >
            </dd>
          </div>
        }
      </dl>
    </section>
  `,
})
export class AnswersToCheck {
  readonly request = input.required<string>();
  readonly section = input.required<Section>();
  readonly answers = input.required<Answers>();
  protected readonly t = useTexts(checkTexts);
  protected readonly rows = computed(() =>
    this.section().questions.map((question) => {
      const answer = answerTo(this.answers(), question.id);
      const files = question.kind === 'files' ? filesIn(answer) : [];
      return { id: question.id, label: question.label, text: answerText(question, answer), files };
    }),
  );
}
