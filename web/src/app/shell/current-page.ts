import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';

/** Where the reader is, as the parts around the page need it. */
@Injectable({ providedIn: 'root' })
export class CurrentPage {
  private readonly router = inject(Router);

  /** Whether a page is there at all: not yet while the first one is on its way. */
  readonly arrived = computed(() => this.router.lastSuccessfulNavigation() !== null);
  /** Path and query of the page shown. */
  readonly address = computed(() => this.router.lastSuccessfulNavigation()?.finalUrl?.toString() ?? this.router.url);
  readonly path = computed(() => this.address().split(/[?#]/)[0] ?? '/');
  /** Home and search have a search field of their own, in the middle of the page. */
  readonly hasOwnSearch = computed(() => this.path() === '/' || this.path() === '/datasets');
}
