import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDataset, generatedOrganisations } from './generate.ts';

const batch = 500;

/** The parts of the built product that loading works with, on the application's own role. */
export async function productParts(url) {
  const { Database } = await import('#platform/database');
  const { systemClock } = await import('#platform/observability');
  const { compose } = await import('../../dist/server/workers/src/composition.js');
  const database = await Database.connect({ url, as: 'application', name: 'wayleave bench', poolSize: 4 });
  return { database, clock: systemClock, ...compose(database, systemClock) };
}

async function registerOrganisations({ door }) {
  const { organisationAggregate } = await import('#organisations/server');
  const actor = { kind: 'machine', name: 'operator-command-line' };
  for (const { id, slug, name } of generatedOrganisations) {
    const command = { type: 'register-organisation', id, slug, kind: 'council', standing: 'member', profile: { name } };
    const outcome = await door.execute(organisationAggregate, actor, { id, command });
    if (!outcome.ok) throw new Error(outcome.refusals[0].message);
  }
}

/** Loads the generated datasets from `from` on through the door, in batches for each organisation. */
export async function loadDatasets(parts, from, until, tell) {
  await registerOrganisations(parts);
  const waiting = new Map();
  let loaded = 0;
  const send = async (organisation, items) => {
    const actor = { kind: 'machine', name: 'import', actingFor: organisation };
    const outcomes = await parts.door.executeBatch(parts.datasets, actor, items);
    const refused = outcomes.find((outcome) => !outcome.ok);
    if (refused) throw new Error(refused.refusals[0].message);
    loaded += items.length;
    if (loaded % 10_000 < items.length) tell(`${loaded} datasets loaded`);
  };
  for (let number = from; number < until; number += 1) {
    const command = generateDataset(number);
    const items = waiting.get(command.organisation) ?? [];
    items.push({ id: command.id, command });
    waiting.set(command.organisation, items);
    if (items.length < batch) continue;
    waiting.delete(command.organisation);
    await send(command.organisation, items);
  }
  for (const [organisation, items] of waiting) await send(organisation, items);
}

/** Writes generated datasets as a DCAT-US 1.1 `data.json`. @returns {string} its path */
export function writeFeed(folder, count) {
  const dataset = Array.from({ length: count }, (_, number) => {
    const { description } = generateDataset(number);
    return {
      '@type': 'dcat:Dataset',
      title: description.title,
      identifier: description.identifier,
      accessLevel: 'public',
      description: description.description,
      modified: description.modified,
      keyword: description.keywords,
      license: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      contactPoint: {
        '@type': 'vcard:Contact',
        fn: description.contact.name,
        hasEmail: `mailto:${description.contact.email}`,
      },
      publisher: { '@type': 'org:Organization', name: 'Bench Council' },
      distribution: description.distributions.map(({ title, downloadUrl, format }) => ({
        '@type': 'dcat:Distribution',
        title,
        downloadURL: downloadUrl,
        format,
      })),
    };
  });
  const path = join(folder, 'bench.data.json');
  const feed = { conformsTo: 'https://project-open-data.cio.gov/v1.1/schema', dataset };
  writeFileSync(path, JSON.stringify(feed));
  return path;
}
