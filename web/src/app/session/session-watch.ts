import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  PLATFORM_ID,
  signal,
  viewChild,
} from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import { useTexts } from '#ui';
import { shellTexts } from '../shell/shell-texts.ts';
import { Session } from './session.ts';

const minute = 60_000;
const warning = 5 * minute;

/** How long until the reader is to be asked, in milliseconds; never more than a timer can wait. */
export const untilAsked = (expiresAt: string | undefined, now: number): number | undefined => {
  const ends = expiresAt === undefined ? Number.NaN : Date.parse(expiresAt);
  return Number.isNaN(ends) ? undefined : Math.min(Math.max(0, ends - now - warning), 24 * 60 * minute);
};

export const minutesLeft = (expiresAt: string, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(expiresAt) - now) / minute));

/** A session about to end asks; the answer is one press, and what was typed stays. */
@Component({
  selector: 'wl-session-watch',
  template: `
    <dialog #dialog aria-labelledby="session-ending" (close)="asking.set(false)">
      <h2 id="session-ending">{{ t.sessionEnding }}</h2>
      <p>{{ t.sessionEndingText(left()) }}</p>
      <div class="button-row">
        <button class="button button-primary" type="button" (click)="stay()">{{ t.stay }}</button>
        <button class="button" type="button" (click)="signOut()">{{ t.signOut }}</button>
      </div>
    </dialog>
  `,
})
export class SessionWatch {
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly now = signal(Date.now());
  protected readonly t = useTexts(shellTexts);
  protected readonly asking = signal(false);
  protected readonly left = computed(() => minutesLeft(this.session.view().expiresAt ?? '', this.now()) || 1);

  constructor() {
    if (isPlatformBrowser(inject(PLATFORM_ID))) this.keepWatch();
    afterRenderEffect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.asking() && !dialog.open) dialog.showModal();
      if (!this.asking() && dialog.open) dialog.close();
    });
  }

  protected stay(): void {
    this.asking.set(false);
    this.session.refresh();
  }

  protected async signOut(): Promise<void> {
    this.asking.set(false);
    await this.session.signOut();
  }

  private keepWatch(): void {
    effect((onCleanup) => {
      const expiresAt = this.session.view().expiresAt;
      const wait = untilAsked(expiresAt, Date.now());
      if (wait === undefined || !this.session.person()) return;
      const timer = setTimeout(() => this.look(), wait);
      const clock = setInterval(() => this.now.set(Date.now()), minute);
      onCleanup(() => {
        clearTimeout(timer);
        clearInterval(clock);
      });
    });
  }

  private look(): void {
    const expiresAt = this.session.view().expiresAt;
    this.now.set(Date.now());
    if (expiresAt !== undefined && Date.parse(expiresAt) - Date.now() <= warning) this.asking.set(true);
  }
}
