import { Component, computed, input } from '@angular/core';
import { Icon, type IconName } from './icon.ts';

export type NoticeKind = 'information' | 'attention' | 'pending' | 'refusal' | 'done';

/** A message in the flow of a page: a shape, a colour and the words given as its content. */
@Component({
  selector: 'wl-notice',
  imports: [Icon],
  template: `<div class="notice" [class]="colour()">
    <wl-icon [name]="icon()" />
    <div class="notice-body"><ng-content /></div>
  </div>`,
})
export class Notice {
  readonly kind = input<NoticeKind>('information');
  protected readonly icon = computed<IconName>(() => this.kind());
  protected readonly colour = computed(() => (this.kind() === 'information' ? '' : `notice-${this.kind()}`));
}
