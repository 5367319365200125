import {
  decideDataset,
  evolveDataset,
  type Dataset,
  type DatasetCommand,
  type DatasetContent,
  type DatasetEvent,
  type DatasetFacts,
  type Description,
} from '#catalogue/domain';
import type { Outcome, PersonActor, Role } from '#kernel';
import { evolveContent } from '#ledger/domain';

const numbered = (number: number): string => `0197f000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Ids of specs, by what they stand for. */
export const ids = {
  dataset: numbered(1),
  organisation: numbered(2),
  otherOrganisation: numbered(3),
  unit: numbered(4),
  owner: numbered(5),
  otherOwner: numbered(6),
  steward: numbered(7),
  column: numbered(8),
  distribution: numbered(9),
  otherDistribution: numbered(10),
  file: numbered(11),
  source: numbered(12),
} as const;

/** A person with these roles in one organisation, acting for it. */
export const personWith = (roles: readonly Role[], organisation: string = ids.organisation): PersonActor => ({
  kind: 'person',
  person: ids.steward,
  name: 'Somebody',
  email: 'somebody@demo.example',
  operator: false,
  memberships: [
    {
      id: numbered(20),
      organisation,
      organisationSlug: 'ellermouth',
      organisationName: 'Ellermouth Council',
      roles,
    },
  ],
  actingFor: organisation,
});

/** A dataset as its events made it. */
export interface GivenDataset {
  readonly dataset: Dataset;
  readonly content: DatasetContent;
}

/** Replays events: no spec holds a dataset that could not have come about. */
export function givenDataset(...events: readonly DatasetEvent[]): GivenDataset {
  let dataset: Dataset | undefined;
  let content: DatasetContent | undefined;
  for (const event of events) {
    dataset = evolveDataset(dataset, event);
    content = evolveContent(content, event.content);
  }
  if (!dataset || !content) throw new Error('A dataset begins with an event');
  return { dataset, content };
}

export const knownFacts: DatasetFacts = {
  organisationKnown: true,
  unitKnown: true,
  owners: [ids.owner, ids.otherOwner],
  stewards: [ids.steward],
};

/** What the rules decide on a command to a dataset, or to none that is there yet. */
export const whenDecided = (
  command: DatasetCommand,
  given?: GivenDataset,
  facts: Partial<DatasetFacts> = {},
): Outcome<readonly DatasetEvent[]> =>
  decideDataset(
    command,
    given?.dataset,
    {
      actor: personWith(['steward']),
      standing: 'steward',
      at: '2026-11-23T09:00:00.000Z',
      facts: { ...knownFacts, ...facts },
    },
    given?.content,
  );

export const registering = (description: Description = {}): DatasetCommand => ({
  type: 'register-dataset',
  id: ids.dataset,
  organisation: ids.organisation,
  slug: 'street-trees',
  description: { ...description, title: description.title ?? 'Street trees' },
});

/** The events of a command that is not refused. */
export function eventsOf(outcome: Outcome<readonly DatasetEvent[]>): readonly DatasetEvent[] {
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ code, field }) => `${code} ${field ?? ''}`).join(', '));
  return outcome.value;
}

/** Codes and fields of what was refused. */
export const refusalsOf = (outcome: Outcome<unknown>): (readonly [string, string | undefined])[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field] as const);

/** A draft entered by hand. */
export const draft = (description: Description = {}): readonly DatasetEvent[] =>
  eventsOf(whenDecided(registering(description)));

/** A description with every field that publishing by hand requires, access apart. */
export const complete: Description = {
  description: 'Every tree that stands on land of the council.',
  contact: { name: 'Parks team', email: 'parks@ellermouth.example' },
  licence: 'ogl-3.0',
  frequency: 'ANNUAL',
  modified: '2026-10-01',
  version: '1.0',
  personalData: 'none',
};

export const accessSet = (access: Dataset['access']): DatasetEvent => ({
  type: 'dataset-access-set',
  facts: { access },
});
export const visibilitySet = (visibility: Dataset['visibility']): DatasetEvent => ({
  type: 'dataset-visibility-set',
  facts: { visibility },
});
export const published: DatasetEvent = { type: 'dataset-published', facts: {} };
export const withdrawn: DatasetEvent = {
  type: 'dataset-withdrawn',
  facts: {},
  content: { withdrawalReason: 'Replaced by the tree survey.' },
};

/** A dataset read from another catalogue. */
export const imported = (access: Dataset['access'] = 'not-stated'): DatasetEvent => ({
  type: 'dataset-imported',
  facts: {
    id: ids.dataset,
    organisation: ids.organisation,
    slug: 'street-trees',
    access,
    source: { source: ids.source, key: 'k', recordHash: 'h', present: true },
    fields: ['title'],
    by: 'import',
  },
  content: { title: 'Street trees' },
});
