import type { CaseView, SharingReference } from '#sharing/contracts';
import type { DecideModel } from './decide-model.ts';

/** Fields of the decision record that are chosen from a list, by the list of the reference they are chosen from. */
export const recordCodes = [
  { name: 'lawfulBasisOwner', list: 'lawfulBases' },
  { name: 'lawfulBasisRequester', list: 'lawfulBases' },
  { name: 'specialCondition', list: 'specialConditions' },
  { name: 'dpiaScreening', list: 'dpiaScreenings' },
  { name: 'dpiaOutcome', list: 'dpiaOutcomes' },
] as const satisfies readonly { readonly name: string; readonly list: keyof SharingReference }[];
export type RecordCode = (typeof recordCodes)[number]['name'];

/** Fields of the decision record that are said in words. */
export const recordWords = [
  'legalPowerOwner',
  'legalPowerRequester',
  'confidentiality',
  'necessity',
  'controllerRelationship',
  'retention',
  'security',
  'individualsRights',
  'interval',
  'optionsWeighed',
] as const;
export type RecordWord = (typeof recordWords)[number];

/** `needed`: nobody can approve without it; `fitting`: it belongs to this lane; the rest is welcome. */
export type Need = 'needed' | 'fitting' | 'welcome';

/** How much a chosen field is needed to approve, by the lane (domain, Guards). */
export function needOfCode(
  name: RecordCode,
  { lane }: Pick<CaseView, 'lane'>,
  { codes }: Pick<DecideModel, 'codes'>,
): Need {
  if (lane.code === 'A') return 'welcome';
  const sensitive = lane.code === 'C';
  if (name === 'specialCondition') return sensitive ? 'needed' : 'welcome';
  if (name === 'dpiaOutcome') return sensitive || codes['dpiaScreening'] === 'needed' ? 'needed' : 'fitting';
  return 'needed';
}

/** The same for a field in words. Legal powers are needed of public bodies alone, which the service knows. */
export function needOfWords(name: RecordWord, { lane }: Pick<CaseView, 'lane'>): Need {
  if (lane.code === 'A') return 'welcome';
  if (name === 'confidentiality') return lane.code === 'C' ? 'needed' : 'welcome';
  return name === 'legalPowerOwner' || name === 'legalPowerRequester' ? 'fitting' : 'welcome';
}
