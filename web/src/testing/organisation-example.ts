import type { OrganisationView } from '#organisations/contracts';

const id = (last: number): string => `01989c00-0000-7000-8000-${String(last).padStart(12, '0')}`;

type Member = NonNullable<OrganisationView['people']>[number];

/** A member as the API shows one to colleagues, for specs; only what a spec is about is given. */
export const memberExample = (number: number, given: Partial<Member> = {}): Member => ({
  ...{ membership: id(100 + number), revision: 1, person: id(number), name: `Person ${number}` },
  ...{ roles: ['requester'], coverableRoles: [], allowedCommands: [], ...given },
});

/** An organisation as the API shows it, for specs; only what a spec is about is given. */
export const organisationExample = (given: Partial<OrganisationView> = {}): OrganisationView => ({
  ...{ id: id(2), slug: 'eller-water', name: 'Eller Water', standing: 'member', datasets: 0, revision: 7 },
  ...{ kind: { code: 'utility', label: 'Utility' }, nation: { code: 'england', label: 'England' } },
  ...{ units: [], boards: [], allowedCommands: [], ...given },
});
