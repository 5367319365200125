import { Component, computed, inject } from '@angular/core';
import { Icon, StateBadge, useTexts } from '#ui';
import { DaysLeft } from '../days-left.ts';
import { Review } from '../review.ts';
import { reviewTexts } from '../review-texts.ts';
import { taskWords } from '../steps/command-plan.ts';
import { Typing } from '../typing.ts';

/** The work of a case: whose each piece is, until when, and what became of it. */
@Component({
  selector: 'wl-case-tasks',
  imports: [DaysLeft, Icon, StateBadge],
  template: `
    <ul class="case-tasks">
      @for (task of tasks(); track task.id) {
        <li>
          <p class="case-line">
            <strong>{{ words(task) }}</strong>
            @if (task.state.code === 'open') {
              <wl-days-left [left]="task.left" [due]="task.due" />
            } @else {
              <wl-state-badge [code]="task.state.code" [label]="task.state.label" />
            }
          </p>
          <p class="small">
            {{ task.assignee ? t.assignedTo(task.holder, task.assignee.name) : task.holder }}
          </p>
          @if (task.gap) {
            <p class="case-gap">
              <wl-icon name="attention" /><span>{{ t.gap }}</span>
            </p>
          }
          @if (task.question && !task.mine) {
            <blockquote class="case-quote kept-lines">{{ task.question }}</blockquote>
          }
          @if (mayAssign() && task.state.code === 'open') {
            <button class="button button-small not-printed needs-script" type="button" (click)="assign(task.id)">
              {{ t.assign }}<span class="hidden-visually">: {{ words(task) }}</span>
            </button>
          }
        </li>
      }
    </ul>
  `,
})
export class CaseTasks {
  private readonly review = inject(Review);
  private readonly typing = inject(Typing);
  protected readonly t = useTexts(reviewTexts);
  protected readonly words = taskWords;
  protected readonly tasks = computed(() => this.review.view()?.tasks ?? []);
  protected readonly mayAssign = computed(() => this.review.view()?.allowedCommands.includes('assign') ?? false);

  protected assign(task: string): void {
    this.typing.forget('assign');
    this.review.begin('assign', task);
  }
}
