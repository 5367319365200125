import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OrganisationView } from '#organisations/contracts';
import { Icon, useTexts } from '#ui';
import { profileTexts } from './profile-texts.ts';

/** The profile of an organisation, for its members: what is filled, what has expired, and who fills it. */
@Component({
  selector: 'wl-profile-section',
  imports: [Icon, RouterLink],
  templateUrl: './profile-section.html',
})
export class ProfileSection {
  readonly organisation = input.required<OrganisationView>();
  protected readonly t = useTexts(profileTexts);
  protected readonly profile = computed(() => this.organisation().profile);
  protected readonly mayFill = computed(() => this.organisation().allowedCommands.includes('fill-profile'));
  protected readonly plain = computed(() => {
    const { registrationNumber, icoNumber, address } = this.profile() ?? {};
    const facts = { registrationNumber, icoNumber, address };
    return (Object.keys(facts) as (keyof typeof facts)[]).flatMap((field) => {
      const value = facts[field];
      return value === undefined ? [] : [{ field, label: this.t.field[field], value }];
    });
  });
  protected readonly nothing = computed(() => {
    const profile = this.profile();
    if (!profile) return true;
    const lists = profile.certificates.length + profile.signatories.length;
    return this.plain().length + lists === 0 && profile.insurance === undefined;
  });
  protected readonly administrators = computed(() =>
    (this.organisation().people ?? [])
      .filter(({ roles }) => roles.includes('administrator'))
      .map(({ name }) => name)
      .join(', '),
  );

  /** The parts of a fact that are there, in one line. */
  protected inOneLine(...parts: readonly (string | undefined)[]): string {
    return parts.filter((part) => part !== undefined && part !== '').join(', ');
  }
}
