import type { editTexts } from './edit-texts.ts';
import type { TextField } from './edit-model.ts';

export type FieldKind = 'line' | 'text' | 'long' | 'date' | 'address' | 'choice';

export interface PlannedField {
  readonly field: TextField;
  readonly kind: FieldKind;
}

/** One part of the form: its texts in order; what is not one text stands in the template, by the part's name. */
export interface PlannedSection {
  readonly name: keyof typeof editTexts.en.section;
  readonly fields: readonly PlannedField[];
}

const field = (name: TextField, kind: FieldKind = 'line'): PlannedField => ({ field: name, kind });

export const editPlan: readonly PlannedSection[] = [
  {
    name: 'what',
    fields: [
      field('title'),
      field('alternativeTitle'),
      field('summary', 'text'),
      field('description', 'long'),
      field('keywords', 'text'),
    ],
  },
  {
    name: 'terms',
    fields: [
      field('licence', 'choice'),
      field('licenceAddress', 'address'),
      field('rights', 'text'),
      field('charge'),
      field('personalData', 'choice'),
    ],
  },
  { name: 'people', fields: [field('creator'), field('landingPage', 'address')] },
  { name: 'place', fields: [field('languages')] },
  {
    name: 'versions',
    fields: [
      field('frequency', 'choice'),
      field('issued', 'date'),
      field('modified', 'date'),
      field('version'),
      field('versionNotes', 'text'),
      field('identifier'),
    ],
  },
  {
    name: 'origin',
    fields: [
      field('lineage', 'text'),
      field('purposeOfCollection', 'text'),
      field('qualityNotes', 'text'),
      field('conformsTo', 'text'),
    ],
  },
  { name: 'columns', fields: [] },
  { name: 'distributions', fields: [] },
];
