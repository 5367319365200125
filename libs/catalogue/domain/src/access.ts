/**
 * Who may have the data, from widest to narrowest. `not-stated` is what an import leaves when its source does not say: it
 * is never counted as open.
 */
export const accessLevels = ['open', 'public-with-terms', 'group', 'named', 'closed', 'not-stated'] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** The words on screen for each level. */
export const accessLabels: Record<AccessLevel, string> = {
  open: 'Anyone',
  'public-with-terms': 'Anyone who accepts the terms',
  group: 'Members of a group',
  named: 'Organisations the owner approves',
  closed: 'Not shared',
  'not-stated': 'Ask the publisher',
};

/** Who may see that a dataset exists; apart from its access level. */
export const visibilities = ['everyone', 'members', 'organisation'] as const;
export type Visibility = (typeof visibilities)[number];

export const visibilityLabels: Record<Visibility, string> = {
  everyone: 'Everyone',
  members: 'Members of any organisation here',
  organisation: 'Its own organisation',
};

export const lifecycles = ['draft', 'published', 'withdrawn'] as const;
export type Lifecycle = (typeof lifecycles)[number];

/** Lanes A, B and C start from this: what the dataset holds about people. */
export const personalDataKinds = ['none', 'personal', 'special-category', 'not-stated'] as const;
export type PersonalData = (typeof personalDataKinds)[number];

export const personalDataLabels: Record<PersonalData, string> = {
  none: 'No data about people',
  personal: 'Data about people',
  'special-category': 'Sensitive data about people',
  'not-stated': 'Not stated whether about people',
};

const width: Record<AccessLevel, number> = {
  'not-stated': 0,
  closed: 0,
  named: 1,
  group: 2,
  'public-with-terms': 3,
  open: 4,
};

/** Whether `next` lets more people have the data than `current`: what an import must never do. */
export const widens = (current: AccessLevel, next: AccessLevel): boolean => width[next] > width[current];
