import type { Vocabularies } from '#catalogue/contracts';
import {
  accessLabels,
  accessLevels,
  formats,
  frequencies,
  licences,
  personalDataKinds,
  personalDataLabels,
  sensitivities,
  sensitivityLabels,
  subjectAreas,
  themes,
  visibilities,
  visibilityLabels,
  type Term,
} from '#catalogue/domain';

const termOf = ({ code, label }: Term): Term => ({ code, label });
const labelled = <Code extends string>(codes: readonly Code[], labels: Record<Code, string>): Term[] =>
  codes.map((code) => ({ code, label: labels[code] }));

/** The reference lists that forms offer, in the order in which they are offered. */
export const vocabularyLists: Vocabularies = {
  themes: themes.map(termOf),
  subjectAreas: subjectAreas.map(termOf),
  licences: licences.map((licence) => ({ ...licence })),
  frequencies: frequencies.map(termOf),
  formats: formats.map(termOf),
  access: labelled(accessLevels, accessLabels),
  visibilities: labelled(visibilities, visibilityLabels),
  personalData: labelled(personalDataKinds, personalDataLabels),
  sensitivities: labelled(sensitivities, sensitivityLabels),
};
