import { afterRenderEffect, inject, signal, untracked } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/** Brings something into view and gives it the focus. */
export function leadTo(id: string): void {
  const element = document.getElementById(id);
  element?.closest('details')?.setAttribute('open', '');
  element?.focus();
  element?.scrollIntoView({ block: 'center' });
}

/**
 * Leads once to the part of the page that its address names, as soon as that is drawn: the browser looked for it before the
 * page had it. To be called where a component is made.
 */
export function leadToFragment(drawn: () => boolean): void {
  const route = inject(ActivatedRoute);
  const led = signal(false);
  afterRenderEffect(() => {
    if (!drawn() || untracked(led)) return;
    led.set(true);
    const { fragment } = route.snapshot;
    if (fragment) leadTo(fragment);
  });
}
