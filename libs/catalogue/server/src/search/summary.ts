import type { DatasetSummary } from '#catalogue/contracts';
import { accessLabels, formats, labelOf, licences } from '#catalogue/domain';
import type { FoundRow } from './find-page.ts';
import { markedParts, shownSentence } from './highlight.ts';

/** One result as it is shown. @param matches whether a folded word of its text is to be marked */
export function summaryOf(row: FoundRow, matches: (word: string) => boolean): DatasetSummary {
  const { id, state, content } = row;
  const codes = [...new Set(state.distributions.map(({ format }) => format))];
  return {
    id,
    slug: state.slug,
    title: content.title,
    titleParts: markedParts(content.title, matches),
    sentence: shownSentence(content, matches),
    publisher: { id: state.organisation, slug: row.organisation_slug, name: row.organisation_name },
    access: { code: state.access, label: accessLabels[state.access] },
    personalData: state.personalData,
    licence: { code: state.licence, label: labelOf(licences, state.licence) },
    formats: codes.map((code) => ({ code, label: labelOf(formats, code) })),
    ...(content.modified !== undefined && { modified: content.modified }),
    changedAt: new Date(row.changed_at).toISOString(),
    ...(state.lifecycle !== 'published' && { lifecycle: state.lifecycle }),
  };
}

export const nothingMatches = (): boolean => false;
