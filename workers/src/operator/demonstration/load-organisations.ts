import { slugOf } from '#kernel';
import { organisationAggregate } from '#organisations/server';
import { commandLine } from '../command-line.ts';
import type { Loading } from './loading.ts';
import { entered } from './moments.ts';
import { organisations } from './organisations.ts';

export interface PlacedOrganisation {
  readonly id: string;
  /** Ids of its units by name. */
  readonly units: ReadonlyMap<string, string>;
}

/** Enters the organisations with their units, and verifies those that are. Answers them by key. */
export async function loadOrganisations(loading: Loading): Promise<ReadonlyMap<string, PlacedOrganisation>> {
  loading.moveTo(entered.organisations);
  const placed = organisations.map((organisation) => ({
    organisation,
    id: loading.newId(),
    units: organisation.units.map((name) => ({ name, unit: loading.newId() })),
  }));
  await loading.give(
    organisationAggregate,
    commandLine,
    placed.map(({ organisation: { name, kind, standing, description, host, contact }, id }) => ({
      id,
      command: {
        type: 'register-organisation' as const,
        id,
        slug: slugOf(name, 'organisation'),
        kind,
        standing: standing === 'unclaimed' ? standing : ('member' as const),
        profile: { name, description, website: `https://www.${host}/`, contact },
      },
    })),
  );
  const most = Math.max(...placed.map(({ units }) => units.length));
  for (let index = 0; index < most; index += 1) {
    const adding = placed.flatMap(({ id, units }) => {
      const unit = units[index];
      return unit === undefined ? [] : [{ id, command: { type: 'add-unit' as const, ...unit } }];
    });
    await loading.give(organisationAggregate, commandLine, adding);
  }
  const verified = placed.filter(({ organisation }) => organisation.standing === 'verified');
  await loading.give(
    organisationAggregate,
    commandLine,
    verified.map(({ id }) => ({ id, command: { type: 'verify-organisation' as const } })),
  );
  return new Map(
    placed.map(({ organisation, id, units }) => [
      organisation.key,
      { id, units: new Map(units.map(({ name, unit }) => [name, unit])) },
    ]),
  );
}
