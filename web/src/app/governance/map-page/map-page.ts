import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { MapPlace } from '#sharing/contracts';
import { Loading, useTexts } from '#ui';
import { AccountTabs } from '../account-tabs.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { mapFor } from '../governance-api.ts';
import { drawn } from './drawing.ts';
import { mapTexts } from './map-texts.ts';

/** The map: organisations and the flows between them, drawn and as a table. */
@Component({
  selector: 'wl-map-page',
  imports: [AccountTabs, Loading, RouterLink, WholePageMessage],
  templateUrl: './map-page.html',
})
export class MapPage {
  private readonly router = inject(Router);
  readonly organisation = input<string>();
  readonly subjectArea = input<string>();
  readonly access = input<string>();
  protected readonly t = useTexts(mapTexts);
  private readonly chosen = computed(() => {
    const given = { organisation: this.organisation(), subjectArea: this.subjectArea(), access: this.access() };
    return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  });
  private readonly answer = mapFor(() => new URLSearchParams(this.chosen()).toString());
  protected readonly map = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly isNarrowed = computed(() => Object.keys(this.chosen()).length > 0);
  protected readonly drawing = computed(() => drawn(this.map() ?? { places: [], flows: [] }));
  private readonly places = computed(() => new Map((this.map()?.places ?? []).map((place) => [place.id, place])));
  protected readonly agreements = computed(() =>
    (this.map()?.flows ?? []).reduce((sum, flow) => sum + flow.agreements.length, 0),
  );

  constructor() {
    describePage(() => ({ title: this.t.title, description: this.t.description, canonical: '/map' }));
  }

  protected place(id: string): MapPlace {
    return this.places().get(id) ?? { id, name: '' };
  }

  protected show(submitted: SubmitEvent): void {
    submitted.preventDefault();
    const given = [...new FormData(submitted.target as HTMLFormElement)].filter(([, value]) => value !== '');
    void this.router.navigate(['/map'], { queryParams: Object.fromEntries(given) });
  }
}
