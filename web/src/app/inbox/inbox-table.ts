import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink, type UrlTree } from '@angular/router';
import type { InboxItem } from '#sharing/contracts';
import { Dialog, Icon, StateBadge, useTexts } from '#ui';
import { DaysLeft } from '../requests/review/days-left.ts';
import { LaneBadge } from '../requests/review/lane-badge.ts';
import { canBeChosen, rowKey } from './batch.ts';
import { actionOf, rowAfter } from './inbox-keys.ts';
import { inboxTexts } from './inbox-texts.ts';

/** The list: a compact table that becomes cards where there is no room for it. */
@Component({
  selector: 'wl-inbox-table',
  imports: [DaysLeft, Dialog, Icon, LaneBadge, RouterLink, StateBadge],
  templateUrl: './inbox-table.html',
  host: { '(document:keydown)': 'pressed($event)' },
})
export class InboxTable {
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly items = input.required<readonly InboxItem[]>();
  readonly chosen = input.required<readonly InboxItem[]>();
  /** Whether single keys act. */
  readonly shortcuts = input(false);
  readonly choose = output<{ readonly item: InboxItem; readonly chosen: boolean }>();
  protected readonly t = useTexts(inboxTexts);
  protected readonly key = rowKey;
  protected readonly canBeChosen = canBeChosen;
  protected readonly help = signal(false);
  private readonly chosenKeys = computed(() => new Set(this.chosen().map(rowKey)));

  protected isChosen(item: InboxItem): boolean {
    return this.chosenKeys().has(rowKey(item));
  }

  /** Where a row leads: the service gives an address of this installation, which may have a query. */
  protected placeOf({ href }: InboxItem): UrlTree {
    return this.router.parseUrl(href);
  }

  protected pressed(event: KeyboardEvent): void {
    if (!this.shortcuts() || event.defaultPrevented || this.help()) return;
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const typing =
      target?.closest('dialog') !== null ||
      (target?.matches('input:not([type=checkbox]), textarea, select') ?? false) ||
      (target?.isContentEditable ?? false);
    const action = actionOf({
      key: event.key,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      typing,
    });
    if (action === undefined) return;
    event.preventDefault();
    if (action === 'help') return this.help.set(true);
    const at = this.rowOf(target);
    if (action === 'choose') return this.chooseAt(at);
    this.links()[rowAfter(action, at, this.items().length)]?.focus();
  }

  /** The link of each row, in their order. */
  private links(): readonly HTMLElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLElement>('.inbox-title a')];
  }

  private chooseAt(at: number): void {
    const item = this.items()[at];
    if (item && canBeChosen(item)) this.choose.emit({ item, chosen: !this.isChosen(item) });
  }

  /** The row that holds an element; -1 for one outside the list. */
  private rowOf(element: HTMLElement | undefined): number {
    const row = element?.closest('tr');
    return this.links().findIndex((link) => row?.contains(link) ?? false);
  }
}
