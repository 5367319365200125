import type { HttpResourceRef } from '@angular/common/http';
import { afterRenderEffect, computed, effect, inject, untracked, type Signal } from '@angular/core';
import type { RequestView } from '#sharing/contracts';
import { Session } from '../../session/session.ts';
import { DraftSaving } from './draft-saving.ts';
import { DraftSession } from './draft-session.ts';

export interface Writing {
  readonly draft: DraftSession;
  readonly saving: DraftSaving;
  /** Whether the draft of this request is open. */
  readonly ready: Signal<boolean>;
}

/**
 * Opens the draft of a request for a page that writes it: in the browser alone, and once the page is drawn. What somebody
 * typed into a form that is not awake yet would be lost. To be called where a component is made.
 */
export function writeRequest(request: () => RequestView | undefined): Writing {
  const [draft, saving, session] = [inject(DraftSession), inject(DraftSaving), inject(Session)];
  const ready = computed(() => draft.opened() !== undefined && draft.opened()?.id === request()?.id);
  afterRenderEffect(() => {
    const read = request();
    if (read && session.person()) draft.open(read);
  });
  afterRenderEffect(() => {
    if (ready()) draft.lookForKept();
  });
  return { draft, saving, ready };
}

/**
 * Reads the request again, once for each state of its draft that the service has and the page does not: for pages that show
 * what the service says of it. To be called where a component is made.
 */
export function readAgain(
  request: HttpResourceRef<RequestView | undefined>,
  { draft, ready }: Writing,
  wanted: () => boolean = () => true,
): void {
  let readAt = 0;
  effect(() => {
    const known = request.hasValue() ? (request.value().draft?.revision ?? 0) : 0;
    if (!ready() || !wanted() || draft.unsaved() !== undefined || draft.revision <= Math.max(known, readAt)) return;
    readAt = draft.revision;
    untracked(() => request.reload());
  });
}
