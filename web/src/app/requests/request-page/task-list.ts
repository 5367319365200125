import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DraftView } from '#sharing/contracts';
import { StateBadge, useTexts } from '#ui';
import { requestPageTexts } from './command-texts.ts';
import { tasksOf } from './tasks-of.ts';

/** The parts of what is being written, each with its state: in any order, and as often as one likes. */
@Component({
  selector: 'wl-task-list',
  imports: [RouterLink, StateBadge],
  template: `
    <p>{{ t.progress(complete(), counted().length) }}</p>
    <ol class="task-list" [attr.aria-label]="t.steps">
      @for (task of tasks(); track task.path) {
        <li>
          <a [routerLink]="['/requests', request(), ...task.path.split('/')]">{{ task.title }}</a>
          <span class="task-state">
            <wl-state-badge [code]="task.state.code" [label]="task.state.label" />
            @if (task.note) {
              <span class="secondary small">{{ task.note }}</span>
            }
          </span>
        </li>
      }
    </ol>
  `,
})
export class TaskList {
  readonly request = input.required<string>();
  readonly draft = input.required<DraftView>();
  protected readonly t = useTexts(requestPageTexts);
  protected readonly tasks = computed(() => tasksOf(this.t, this.draft()));
  protected readonly counted = computed(() => this.tasks().filter(({ counts }) => counts));
  protected readonly complete = computed(() => this.counted().filter(({ state }) => state.code === 'complete').length);
}
