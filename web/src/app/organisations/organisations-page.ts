import { Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrganisationSummary } from '#organisations/contracts';
import { Loading, useTexts } from '#ui';
import { describePage } from '../shell/page-head.ts';
import { problemOf } from '../shell/problem.ts';
import { WholePageMessage } from '../shell/whole-page-message.ts';
import { organisationsAll } from './organisations-api.ts';
import { organisationsTexts } from './organisations-texts.ts';

/** Names that hold all the words, whatever their case and accents; kind counts too ("university"). */
export function matching(organisations: readonly OrganisationSummary[], words: string): readonly OrganisationSummary[] {
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return organisations.filter((one) => wanted.every((word) => plain(`${one.name} ${one.kind.label}`).includes(word)));
}

@Component({
  selector: 'wl-organisations-page',
  imports: [Loading, RouterLink, WholePageMessage],
  templateUrl: './organisations-page.html',
})
export class OrganisationsPage {
  private readonly answer = organisationsAll();
  protected readonly t = useTexts(organisationsTexts);
  protected readonly words = signal('');
  protected readonly all = computed(() => (this.answer.hasValue() ? this.answer.value().items : undefined));
  private readonly found = computed(() => matching(this.all() ?? [], this.words()));
  protected readonly count = computed(() => this.found().length);
  protected readonly groups = computed(() =>
    [
      { name: 'joined' as const, intro: '', items: this.found().filter((one) => one.standing !== 'unclaimed') },
      {
        name: 'unclaimed' as const,
        intro: this.t.unclaimedIntro,
        items: this.found().filter((one) => one.standing === 'unclaimed'),
      },
    ].filter((group) => group.items.length > 0),
  );
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));

  constructor() {
    describePage(() => ({ title: this.t.title, description: this.t.description, canonical: '/organisations' }));
  }
}
