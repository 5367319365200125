import { afterNextRender, computed, inject, Injectable, Injector, signal } from '@angular/core';
import { storageOfBrowser } from '../../session/forget-drafts.ts';
import { wantedIn, withWanted, type WantedDataset } from './basket-items.ts';

const key = 'wayleave.basket';

/** Datasets that somebody wants to ask for, kept in this browser: no account is needed to fill it. */
@Injectable({ providedIn: 'root' })
export class Basket {
  private readonly kept = signal<readonly WantedDataset[]>([]);
  readonly items = this.kept.asReadonly();
  readonly count = computed(() => this.kept().length);
  /** Whether it was looked into: the server knows no basket. */
  readonly known = signal(false);

  constructor() {
    // Not before: what the browser draws first must be what the server drew.
    afterNextRender(
      () => {
        this.read();
        this.known.set(true);
        addEventListener('storage', (changed) => changed.key === key && this.read());
      },
      { injector: inject(Injector) },
    );
  }

  has(id: string): boolean {
    return this.kept().some((item) => item.id === id);
  }

  add(dataset: WantedDataset): void {
    this.read();
    this.keep(withWanted(this.kept(), dataset));
  }

  remove(id: string): void {
    this.read();
    this.keep(this.kept().filter((item) => item.id !== id));
  }

  clear(): void {
    this.keep([]);
  }

  /** Another window may have changed it. */
  private read(): void {
    const storage = storageOfBrowser();
    if (storage) this.kept.set(wantedIn(storage.getItem(key)));
  }

  private keep(items: readonly WantedDataset[]): void {
    this.kept.set(items);
    try {
      storageOfBrowser()?.setItem(key, JSON.stringify(items));
    } catch {
      // A browser that keeps nothing holds it as long as the window is open.
    }
  }
}
