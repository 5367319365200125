import * as fc from 'fast-check';
import { roles, type Role } from '#kernel';
import { lanes, type Asker, type CaseFacts, type DatasetToday, type Officer, type OpenCase } from '#sharing/domain';
import { knownFacts, opening } from './case-story.ts';
import { ids, people } from './sharing-people.ts';

/** A case about to be opened at some office, with what is known that day. */
export interface Scene {
  readonly command: OpenCase;
  readonly facts: CaseFacts;
}

/** Those of whom any may work at the office of a scene; some of them may ask, too. */
export const staff = [people.stew, people.olu, people.otto, people.sid, people.dee, people.leo] as const;

const officeRoles = roles.filter((role) => !['requester', 'board-member', 'board-chair', 'facilitator'].includes(role));
const unit = fc.constantFrom(undefined, ids.parks, ids.roads);
const someRoles: fc.Arbitrary<Role[]> = fc.subarray(officeRoles, { maxLength: 4 });

const anyOfficer = (person: string): fc.Arbitrary<Officer> =>
  fc
    .record({ held: someRoles, unit, asks: fc.integer({ min: 0, max: 5 }), covers: fc.nat(20), covered: someRoles })
    .map(({ held, unit: of, asks, covers, covered }) => {
      const away = staff[covers];
      return {
        ...{ person, roles: held, asks: asks === 0 },
        ...(of === undefined ? {} : { unit: of }),
        ...(away === undefined || away === person ? {} : { standsInFor: [{ person: away, roles: covered }] }),
      };
    });

/** One to six people with any roles in any units; one of them, at least, is an administrator. */
export const anyOffice: fc.Arbitrary<readonly Officer[]> = fc
  .integer({ min: 1, max: staff.length })
  .chain((size) => fc.tuple(...staff.slice(0, size).map(anyOfficer)))
  .map(([first, ...rest]) =>
    first ? [{ ...first, roles: [...new Set<Role>([...first.roles, 'administrator'])] }, ...rest] : [],
  );

/** Whoever asks: a firm, some of whose people may work for the council; one person; or a unit of the council. */
const anyAsker: fc.Arbitrary<Asker> = fc.oneof(
  fc.subarray([people.ada, people.amy, people.otto]).map((also) => ({
    ...{ person: people.ada, people: [...new Set([people.ada, ...also])], organisation: ids.firm },
  })),
  fc.constant({ person: people.ian, people: [people.ian] }),
  fc.record({ others: fc.subarray([...staff]), unit, person: fc.constantFrom(people.amy, ...staff) }).map((asks) => ({
    ...{ person: asks.person, people: [...new Set([asks.person, ...asks.others])], organisation: ids.council },
    ...(asks.unit === undefined ? {} : { unit: asks.unit }),
  })),
);

const owners = fc.subarray([...staff], { maxLength: 2 });

/** The datasets of the council of specs, owned by whom it may be. */
export const anyDatasets: fc.Arbitrary<readonly DatasetToday[]> = fc
  .tuple(owners, owners, unit)
  .map(([kerbs, streets, of]) =>
    knownFacts.datasets.map((dataset, index) => ({
      ...dataset,
      owners: index === 0 ? kerbs : streets,
      ...(of === undefined ? {} : { unit: of }),
    })),
  );

const columnsOf = (dataset: string): string[] =>
  knownFacts.datasets.find((one) => one.dataset === dataset)?.columns.map(({ id }) => id) ?? [];

/** What is asked of one or two of these datasets: columns, fields in words, or both. */
export const anyAsked = fc.subarray([ids.kerbs, ids.streets] as string[], { minLength: 1 }).chain((datasets) =>
  fc.tuple(
    ...datasets.map((dataset) =>
      fc
        .record({ columns: fc.subarray(columnsOf(dataset)), described: fc.boolean() })
        .map(({ columns, described }) => ({
          ...{ dataset, columns, whole: false },
          described: described || columns.length === 0,
        })),
    ),
  ),
);

/** Scenes in all their variety. */
export const anyScene: fc.Arbitrary<Scene> = fc
  .record({
    officers: anyOffice,
    asker: anyAsker,
    datasets: anyDatasets,
    asked: anyAsked,
    lane: fc.constantFrom(...lanes),
    care: fc.boolean(),
    remainingRisk: fc.constantFrom(undefined, undefined, 'low', 'high'),
    requesterIsPublic: fc.boolean(),
  })
  .map(({ officers, asker, datasets, asked, lane, care, remainingRisk, requesterIsPublic }) => ({
    command: { ...opening, asker, lane, care, datasets: asked },
    facts: {
      ...{ ...knownFacts, datasets, requesterIsPublic, officers: placed(officers, asker.organisation) },
      ...(remainingRisk === undefined ? {} : { remainingRisk }),
    },
  }));

/** Nobody of an office belongs to another side where that is themselves, or one person. */
const placed = (officers: readonly Officer[], organisation: string | undefined): readonly Officer[] =>
  officers.map((one) => ({ ...one, asks: organisation === ids.firm && one.asks === true }));
