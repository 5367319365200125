import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { NoticeView } from '#notices/contracts';
import { formatInstant, Icon, useTexts } from '#ui';
import { isUnread } from './notice-order.ts';
import { noticesTexts } from './notices-texts.ts';

const middleButton = 1;

/** One notice: its sentence leads to the place it speaks of. */
@Component({
  selector: 'wl-notice-line',
  imports: [Icon, RouterLink],
  template: `
    <div class="told" [class.told-unread]="unread()">
      <a class="told-sentence" [routerLink]="place()" (click)="opened.emit()" (auxclick)="openAside($event)">{{
        notice().sentence
      }}</a>
      <p class="told-line">
        @if (unread()) {
          <span class="badge badge-water"><wl-icon name="mail" />{{ t.unread }}</span>
        }
        @if (notice().settled) {
          <span class="badge badge-way"><wl-icon name="done" />{{ t.settled }}</span>
        }
        <time [attr.datetime]="notice().at">{{ instant(notice().at) }}</time>
      </p>
    </div>
  `,
})
export class NoticeLine {
  private readonly router = inject(Router);
  readonly notice = input.required<NoticeView>();
  /** The reader goes where it leads, here or in another tab. */
  readonly opened = output();
  protected readonly t = useTexts(noticesTexts);
  protected readonly instant = formatInstant;
  protected readonly unread = computed(() => isUnread(this.notice()));
  protected readonly place = computed(() => this.router.parseUrl(this.notice().href));

  protected openAside({ button }: MouseEvent): void {
    if (button === middleButton) this.opened.emit();
  }
}
