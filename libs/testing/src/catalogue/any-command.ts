import * as fc from 'fast-check';
import {
  accessLevels,
  formats,
  frequencies,
  licences,
  personalDataKinds,
  sensitivities,
  subjectAreas,
  themes,
  visibilities,
  type DatasetCommand,
  type Description,
  type Term,
} from '#catalogue/domain';
import { ids } from './given-dataset.ts';

/** Words as people and feeds write them, storable by PostgreSQL: no NUL, no half of a pair. */
const words = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((text) => !text.includes('\u0000') && text.isWellFormed());
const codeOf = (terms: readonly Term[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...terms.map(({ code }) => code)) },
    { weight: 1, arbitrary: words },
  );
const address = fc.webUrl();
const date = fc.constantFrom('2020', '2020-05', '2020-05-06', '2021-01-01T10:00:00Z', '2019-12-31');
const partId = fc.constantFrom(ids.column, ids.distribution, ids.otherDistribution, ids.file, ids.unit);
const text = fc.option(words, { nil: null });
const part = <Shape extends object>(
  shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> },
  required: (keyof Shape)[],
) => fc.record(shape, { requiredKeys: required as never });

const column = part(
  {
    id: partId,
    name: words,
    type: words,
    title: words,
    description: words,
    unit: words,
    sensitivity: fc.constantFrom(...sensitivities),
  },
  ['id', 'name', 'type', 'sensitivity'],
);
const distribution = part(
  {
    id: partId,
    title: words,
    format: codeOf(formats),
    downloadUrl: address,
    accessUrl: address,
    bytes: fc.nat(),
    mediaType: words,
    modified: date,
  },
  ['id', 'format'],
);

const anyDescription = fc.record(
  {
    title: words,
    alternativeTitle: text,
    summary: text,
    description: text,
    keywords: fc.option(fc.array(words, { maxLength: 3 }), { nil: null }),
    contact: fc.option(part({ name: words, email: fc.emailAddress() }, []), { nil: null }),
    creator: text,
    landingPage: fc.option(address, { nil: null }),
    languages: fc.option(fc.array(fc.constantFrom('en', 'cy'), { maxLength: 2 }), { nil: null }),
    spatial: fc.option(part({ label: words, box: fc.constant([-3.5, 50.1, -3.25, 50.75] as const) }, []), {
      nil: null,
    }),
    temporal: fc.option(part({ from: date, until: date }, []), { nil: null }),
    frequency: fc.option(codeOf(frequencies), { nil: null }),
    modified: fc.option(date, { nil: null }),
    version: text,
    lineage: text,
    conformsTo: fc.option(fc.array(address, { maxLength: 2 }), { nil: null }),
    rights: text,
    themes: fc.array(codeOf(themes), { maxLength: 3 }),
    subjectAreas: fc.array(codeOf(subjectAreas), { maxLength: 2 }),
    licence: codeOf(licences),
    personalData: fc.constantFrom(...personalDataKinds),
    columns: fc.uniqueArray(column, { maxLength: 3, selector: ({ id }) => id }),
    distributions: fc.uniqueArray(distribution, { maxLength: 3, selector: ({ id }) => id }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Description>;

const titled = fc.tuple(anyDescription, words).map(([description, title]) => ({ ...description, title }));
const person = fc.constantFrom(ids.owner, ids.otherOwner, ids.steward, ids.file);
const hash = fc.constantFrom('a', 'b', 'c').map((letter) => letter.repeat(64));
const place = {
  id: fc.constant(ids.dataset),
  organisation: fc.constant(ids.organisation),
  slug: fc.constantFrom('trees', 'trees-2'),
};

/** How a dataset may begin: entered by hand or read from a source. */
export const anyBeginning: fc.Arbitrary<DatasetCommand> = fc.oneof(
  fc.record({ type: fc.constant('register-dataset' as const), ...place, description: titled }),
  fc.record({
    type: fc.constant('import-dataset' as const),
    ...place,
    source: fc.constant(ids.source),
    key: fc.constant('k'),
    recordHash: hash,
    access: fc.constantFrom(...accessLevels),
    description: titled,
  }),
);

/** Any command that may follow, with what it says good or bad. */
export const anyFollowing: fc.Arbitrary<DatasetCommand> = fc.oneof(
  fc.record({ type: fc.constant('describe-dataset' as const), description: anyDescription }),
  fc.record({ type: fc.constant('set-access' as const), access: fc.constantFrom(...accessLevels) }),
  fc.record({ type: fc.constant('set-visibility' as const), visibility: fc.constantFrom(...visibilities) }),
  fc.record(
    {
      type: fc.constant('assign-responsibility' as const),
      owners: fc.array(person, { maxLength: 3 }),
      steward: person,
    },
    { requiredKeys: ['type', 'owners'] },
  ),
  fc.constant({ type: 'publish-dataset' as const }),
  fc.record({ type: fc.constant('withdraw-dataset' as const), reason: words }),
  fc.record({
    type: fc.constant('attach-file' as const),
    distribution: partId,
    file: fc.record({ id: fc.constant(ids.file), bytes: fc.nat(), sha256: hash, mediaType: words }),
    fileName: words,
  }),
  fc.record({
    type: fc.constant('import-dataset' as const),
    ...place,
    source: fc.constantFrom(ids.source, ids.file),
    key: fc.constantFrom('k', 'other'),
    recordHash: hash,
    access: fc.constantFrom(...accessLevels),
    description: titled,
  }),
  fc.constant({ type: 'mark-vanished' as const }),
) as fc.Arbitrary<DatasetCommand>;
