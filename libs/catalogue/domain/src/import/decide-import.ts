import { accepted, refusal, refused, type Outcome } from '#kernel';
import { widens, type AccessLevel } from '../access.ts';
import type { ImportDataset } from '../commands.ts';
import type { Dataset, DatasetContent, DescribedField } from '../dataset.ts';
import { describedPatch } from '../describe.ts';
import type { Description } from '../description.ts';
import type { DatasetEvent } from '../events.ts';

type Decision = Outcome<readonly DatasetEvent[]>;

/** Fields that a catalogue's record can speak of; of the others an import says nothing. */
const importable = [
  'title',
  'alternativeTitle',
  'description',
  'keywords',
  'contact',
  'creator',
  'landingPage',
  'languages',
  'spatial',
  'temporal',
  'frequency',
  'issued',
  'modified',
  'version',
  'versionNotes',
  'lineage',
  'conformsTo',
  'rights',
  'licenceAddress',
  'identifier',
  'themes',
  'licence',
  'distributions',
] as const satisfies readonly DescribedField[];

/**
 * What one record of a source changes: a new dataset, published and seen by everyone; nothing, where the record is as it
 * was; or the fields that differ. A field that a person set here is kept and what the source says is noted beside it;
 * access is never widened; a dataset that a person withdrew stays withdrawn.
 */
export function decideImport(
  dataset: Dataset | undefined,
  content: DatasetContent | undefined,
  command: ImportDataset,
): Decision {
  if (!dataset) return accepted([imported(command)]);
  const { source } = dataset;
  if (source?.source !== command.source || source.key !== command.key) {
    const message = 'This dataset did not come from this record of this source.';
    return refused(refusal('catalogue.import-other-dataset', message, 'key'));
  }
  if (source.present && source.recordHash === command.recordHash) return accepted([]);
  return updated(dataset, content ?? { title: '' }, command);
}

function imported(command: ImportDataset): DatasetEvent {
  const { id, organisation, slug, access, source, key, recordHash } = command;
  const patch = describedPatch(command.description);
  return {
    type: 'dataset-imported',
    facts: {
      ...{ id, organisation, slug, access },
      source: { source, key, recordHash, present: true },
      ...patch.facts,
      fields: patch.fields,
      by: 'import',
    },
    content: patch.content,
  };
}

function updated(dataset: Dataset, content: DatasetContent, command: ImportDataset): Decision {
  const { recordHash } = command;
  const patch = describedPatch(followed(dataset, content, command.description), dataset, content);
  const access = accessAfter(dataset, command.access);
  const says = sourceSays(dataset, content, command, access);
  const saysAnew = JSON.stringify(says) !== JSON.stringify(content.sourceSays ?? {});
  const present = dataset.source?.present ?? false;
  if (present && patch.fields.length === 0 && access === undefined && !saysAnew) return accepted([]);
  const words = { ...patch.content, ...(saysAnew && { sourceSays: Object.keys(says).length === 0 ? null : says }) };
  return accepted([
    {
      type: 'dataset-updated-from-source',
      facts: { ...patch.facts, fields: patch.fields, by: 'import', recordHash, ...(access && { access }) },
      content: words,
    },
  ]);
}

/** The record without what a person set here; a field that the source no longer gives is emptied. */
function followed(dataset: Dataset, content: DatasetContent, description: Description): Description {
  const open = importable.filter((field) => !dataset.setHere.includes(field));
  return Object.fromEntries(
    open.flatMap((field) => {
      const value = description[field];
      if (value !== undefined) return [[field, value]];
      if (field === 'themes' || field === 'distributions') return [[field, []]];
      if (field === 'licence') return [[field, 'not-stated']];
      return field in content ? [[field, null]] : [];
    }),
  ) as Description;
}

/** What the source says now where something else stands here. */
function sourceSays(
  dataset: Dataset,
  content: DatasetContent,
  command: ImportDataset,
  access: AccessLevel | undefined,
) {
  const kept = importable.filter((field) => dataset.setHere.includes(field));
  const theirs = Object.fromEntries(kept.map((field) => [field, command.description[field]])) as Description;
  const { fields } = describedPatch(theirs, dataset, content);
  const says: Record<string, unknown> = {};
  for (const field of fields) says[field] = theirs[field];
  if ((access ?? dataset.access) !== command.access) says['access'] = command.access;
  return says;
}

/** The level to take over, if any: narrower than here, and not chosen by a person here. */
function accessAfter(dataset: Dataset, said: AccessLevel): AccessLevel | undefined {
  if (dataset.accessSetHere || said === dataset.access || widens(dataset.access, said)) return undefined;
  // Silence is no permission: what was closed stays closed when its source stops saying so.
  return dataset.access === 'closed' ? undefined : said;
}

/** The source no longer has the record: said once. */
export function decideVanished(dataset: Dataset | undefined): Decision {
  if (!dataset?.source) {
    return refused(
      refusal('catalogue.import-no-source', 'This dataset was entered here; it has no source to vanish from.'),
    );
  }
  return accepted(dataset.source.present ? [{ type: 'dataset-vanished-from-source', facts: {} }] : []);
}
