import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Loading, useTexts } from '#ui';
import { searchFor } from '../catalogue/catalogue-api.ts';
import { ResultItem } from '../catalogue/search-page/result-item.ts';
import { Session } from '../session/session.ts';
import { describePage } from '../shell/page-head.ts';
import { problemOf } from '../shell/problem.ts';
import { WholePageMessage } from '../shell/whole-page-message.ts';
import { CoverSection } from './cover-section.ts';
import { InviteSection } from './invite-section.ts';
import { organisationAt } from './organisations-api.ts';
import { organisationsTexts } from './organisations-texts.ts';
import { ProfileSection } from './profile-section.ts';
import { ReadyLetter } from './ready-letter.ts';
import { roleLabels } from './role-labels.ts';

/** One organisation: who it is, whom to write to, and its datasets; one that has not joined says so, with a letter to send. */
@Component({
  selector: 'wl-organisation-page',
  imports: [
    CoverSection,
    Icon,
    InviteSection,
    Loading,
    ProfileSection,
    ReadyLetter,
    ResultItem,
    RouterLink,
    WholePageMessage,
  ],
  templateUrl: './organisation-page.html',
})
export class OrganisationPage {
  protected readonly session = inject(Session);
  readonly slug = input.required<string>();
  private readonly answer = organisationAt(this.slug);
  protected readonly t = useTexts(organisationsTexts);
  private readonly labels = useTexts(roleLabels);
  protected readonly organisation = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  private readonly found = searchFor(() => `publisher=${encodeURIComponent(this.slug())}&sort=newest&size=10`);
  protected readonly datasets = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));

  constructor() {
    describePage(() => {
      const organisation = this.organisation();
      return (
        organisation && {
          title: organisation.name,
          description:
            organisation.description?.slice(0, 300) ?? `${organisation.name}: ${this.t.count(organisation.datasets)}`,
          canonical: `/organisations/${organisation.slug}`,
        }
      );
    });
  }

  protected readAgain(): void {
    this.answer.reload();
  }

  protected rolesOf(roles: readonly string[]): string {
    return roles.map((role) => this.labels[role as keyof typeof this.labels] ?? role).join(', ');
  }
}
