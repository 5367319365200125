import * as z from 'zod';
import { accessLevels, describedFields, personalDataKinds, sensitivities, visibilities } from '#catalogue/domain';
import type { DatasetEvent } from '#catalogue/domain';
import type { EventContracts } from '#ledger/contracts';

const storedFile = z.strictObject({
  id: z.uuid(),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
});

const codes = {
  themes: z.array(z.string()).optional(),
  subjectAreas: z.array(z.string()).optional(),
  licence: z.string().optional(),
  personalData: z.enum(personalDataKinds).optional(),
  columns: z.array(z.strictObject({ id: z.uuid(), sensitivity: z.enum(sensitivities) })).optional(),
  distributions: z.array(z.strictObject({ id: z.uuid(), format: z.string(), file: storedFile.optional() })).optional(),
};

const described = { fields: z.array(z.enum(describedFields)), by: z.enum(['person', 'import']), ...codes };
const place = { id: z.uuid(), organisation: z.uuid(), slug: z.string() };
const nothing = z.strictObject({});
const source = z.strictObject({
  source: z.uuid(),
  key: z.string(),
  recordHash: z.string(),
  present: z.boolean(),
});

/** A patch of a dataset's words: values by field, `null` for a field that was emptied. */
const words = z.record(z.string(), z.unknown());

const id = '0197f000-0000-7000-8000-000000000001';
const organisation = '0197f000-0000-7000-8000-000000000002';
const part = '0197f000-0000-7000-8000-000000000003';
const hash = 'a'.repeat(64);

/** Every type of event of a dataset, with its version and an example of each version ever written. */
export const datasetEvents: EventContracts<DatasetEvent['type']> = {
  'dataset-registered': {
    version: 1,
    facts: z.strictObject({ ...place, unit: z.uuid().optional(), ...described }),
    content: words,
    examples: {
      1: {
        facts: {
          id,
          organisation,
          slug: 'tree-inventory',
          fields: ['themes', 'title'],
          by: 'person',
          themes: ['ENVI'],
        },
        content: { title: 'Tree inventory' },
      },
    },
  },
  'dataset-imported': {
    version: 1,
    facts: z.strictObject({ ...place, access: z.enum(accessLevels), source, ...described }),
    content: words,
    examples: {
      1: {
        facts: {
          id,
          organisation,
          slug: 'tree-inventory',
          access: 'not-stated',
          source: { source: part, key: hash, recordHash: hash, present: true },
          fields: ['title'],
          by: 'import',
        },
        content: { title: 'Tree inventory' },
      },
    },
  },
  'dataset-described': {
    version: 1,
    facts: z.strictObject(described),
    content: words,
    examples: {
      1: { facts: { fields: ['summary'], by: 'person' }, content: { summary: 'Every tree on council land.' } },
    },
  },
  'dataset-updated-from-source': {
    version: 1,
    facts: z.strictObject({ ...described, recordHash: z.string(), access: z.enum(accessLevels).optional() }),
    content: words,
    examples: {
      1: {
        facts: { fields: ['title'], by: 'import', recordHash: hash },
        content: { title: 'Trees', sourceSays: null },
      },
    },
  },
  'dataset-vanished-from-source': { version: 1, facts: nothing, examples: { 1: { facts: {} } } },
  'dataset-access-set': {
    version: 1,
    facts: z.strictObject({ access: z.enum(accessLevels) }),
    examples: { 1: { facts: { access: 'named' } } },
  },
  'dataset-visibility-set': {
    version: 1,
    facts: z.strictObject({ visibility: z.enum(visibilities) }),
    examples: { 1: { facts: { visibility: 'members' } } },
  },
  'dataset-responsibility-assigned': {
    version: 1,
    facts: z.strictObject({ owners: z.array(z.uuid()), steward: z.uuid().optional() }),
    examples: { 1: { facts: { owners: [part], steward: part } } },
  },
  'dataset-published': {
    version: 1,
    facts: nothing,
    content: z.strictObject({ withdrawalReason: z.null() }),
    examples: { 1: { facts: {}, content: { withdrawalReason: null } } },
  },
  'dataset-withdrawn': {
    version: 1,
    facts: nothing,
    content: z.strictObject({ withdrawalReason: z.string() }),
    examples: { 1: { facts: {}, content: { withdrawalReason: 'Replaced by the tree survey.' } } },
  },
  'dataset-file-attached': {
    version: 1,
    facts: z.strictObject({ distribution: z.uuid(), file: storedFile }),
    content: words,
    examples: {
      1: {
        facts: { distribution: part, file: { id, bytes: 1024, sha256: hash, mediaType: 'text/csv' } },
        content: { distributions: [{ id: part, fileName: 'trees.csv' }] },
      },
    },
  },
};
