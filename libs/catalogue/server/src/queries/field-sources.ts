import type { DatasetView } from '#catalogue/contracts';
import { accessLabels, type AccessLevel, type DescribedField, type DistributionContent } from '#catalogue/domain';
import type { DatasetRow } from './dataset-row.ts';

type FieldSources = DatasetView['fieldSources'];

/** Who set each field and, where a source says something else, what it says; for readers of the same organisation. */
export function fieldSourcesOf({ state, content }: DatasetRow, addressesShown: boolean): FieldSources {
  const sources: FieldSources = {};
  const described = new Set([...Object.keys(content), ...state.setHere]);
  for (const field of described as Set<DescribedField>) {
    if (!(field in { ...content, ...state })) continue;
    const setBy = state.source && !state.setHere.includes(field) ? 'import' : 'person';
    const said = content.sourceSays?.[field];
    const sourceSays = field === 'distributions' && !addressesShown ? withoutAddresses(said) : said;
    sources[field] = sourceSays === undefined ? { setBy } : { setBy, sourceSays };
  }
  for (const inner of ['sourceSays', 'withdrawalReason'] as const) delete (sources as Record<string, unknown>)[inner];
  return { ...sources, ...accessSource({ state, content }) };
}

/**
 * An access level is no field of the description: a person chooses it here, or an import takes it over. Its
 * code is told by the words on screen, as everywhere in a view.
 */
function accessSource({ state, content }: Pick<DatasetRow, 'state' | 'content'>): FieldSources {
  const setBy = state.accessSetHere ? 'person' : 'import';
  const sourceSays = content.sourceSays?.['access'];
  if (sourceSays !== undefined && sourceSays !== state.access) {
    const label = accessLabels[sourceSays as AccessLevel] ?? sourceSays;
    return { access: { setBy, sourceSays: label } };
  }
  return state.accessSetHere || state.source ? { access: { setBy } } : {};
}

/** Distributions as a source gives them, without where they are and what their files are called. */
function withoutAddresses(said: unknown): unknown {
  if (!Array.isArray(said)) return undefined;
  return (said as DistributionContent[]).map(
    ({ accessUrl: _access, downloadUrl: _download, fileName: _name, ...rest }) => rest,
  );
}
