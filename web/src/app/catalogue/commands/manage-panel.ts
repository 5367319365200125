import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DatasetView } from '#catalogue/contracts';
import { Icon, useTexts } from '#ui';
import { Session } from '../../session/session.ts';
import { CommandDialog, type AskedCommand } from './command-dialog.ts';
import { manageTexts } from './manage-texts.ts';
import { FileDialog } from './file-dialog.ts';
import { whyNot } from './why-not.ts';

/** What this reader may do to the dataset, and why not the rest; for members of its organisation and those with a right. */
@Component({
  selector: 'wl-manage-panel',
  imports: [CommandDialog, FileDialog, Icon, RouterLink],
  template: `
    <section class="manage not-printed" aria-labelledby="manage">
      <h2 id="manage" class="card-title">{{ t.manage }}</h2>
      <div class="button-row">
        @if (may('describe')) {
          <a
            class="button button-small"
            [routerLink]="['/datasets', dataset().slug, 'edit']"
            [queryParams]="{ for: dataset().publisher.slug }"
            ><wl-icon name="edit" />{{ t.describe }}</a
          >
        }
        @if (may('attach-file')) {
          <button class="button button-small needs-script" type="button" (click)="adding.set(true)">
            <wl-icon name="add" />{{ t.addFile }}
          </button>
          <a class="button button-small button-quiet" [routerLink]="['/agreements/recipients', dataset().slug]"
            ><wl-icon name="group" />{{ t.recipients }}</a
          >
        }
        @for (offer of offers(); track offer.command) {
          <button class="button button-small needs-script" type="button" (click)="asked.set(offer.command)">
            {{ offer.label }}
          </button>
        }
        <a class="button button-small button-quiet" [routerLink]="['/datasets', dataset().slug, 'history']"
          ><wl-icon name="history" />{{ t.history }}</a
        >
        @if (session.view().readsHistory) {
          <a
            class="button button-small button-quiet"
            routerLink="/governance"
            [queryParams]="{ dataset: dataset().slug }"
            ><wl-icon name="terms" />{{ t.record }}</a
          >
        }
      </div>
      @if (reasons().length > 0) {
        <details class="why-not">
          <summary>{{ t.cannot }}</summary>
          <ul>
            @for (reason of reasons(); track reason) {
              <li>{{ reason }}</li>
            }
          </ul>
        </details>
      }
      <!-- Fetched when first asked for: most readers give no command. -->
      @defer (when asked() !== undefined) {
        <wl-command-dialog
          [dataset]="dataset()"
          [command]="asked()"
          (done)="finish()"
          (closed)="asked.set(undefined)"
        />
      } @error {
        <p class="field-error" role="alert">{{ t.offline }}</p>
      }
      @defer (when adding()) {
        <wl-file-dialog [dataset]="dataset()" [open]="adding()" (done)="changed.emit()" (closed)="adding.set(false)" />
      } @error {
        <p class="field-error" role="alert">{{ t.offline }}</p>
      }
    </section>
  `,
})
export class ManagePanel {
  readonly dataset = input.required<DatasetView>();
  readonly changed = output();
  protected readonly session = inject(Session);
  protected readonly t = useTexts(manageTexts);
  /** Whether a file is being added. */
  protected readonly adding = signal(false);
  protected readonly asked = signal<AskedCommand | undefined>(undefined);
  protected readonly reasons = computed(() => whyNot(this.t, this.dataset()));
  protected readonly offers = computed(() => {
    const publish = this.dataset().lifecycle === 'withdrawn' ? this.t.publishAgain : this.t.publish;
    const all: readonly { readonly command: AskedCommand; readonly label: string }[] = [
      { command: 'publish', label: publish },
      { command: 'set-access', label: this.t.setAccess },
      { command: 'set-visibility', label: this.t.setVisibility },
      { command: 'assign-responsibility', label: this.t.assign },
      { command: 'withdraw', label: this.t.withdraw },
    ];
    return all.filter((offer) => this.may(offer.command));
  });

  protected may(command: string): boolean {
    return this.dataset().allowedCommands.includes(command);
  }

  protected finish(): void {
    this.asked.set(undefined);
    this.changed.emit();
  }
}
