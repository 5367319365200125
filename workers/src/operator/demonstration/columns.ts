import { columnView } from '#catalogue/contracts';
import type { Sensitivity } from '#catalogue/domain';

export interface WrittenColumn {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly unit?: string;
  readonly description: string;
  readonly sensitivity: Sensitivity;
}

/** Words that a name spells in small letters and people do not. */
const spelling: Readonly<Record<string, string>> = {
  uprn: 'UPRN',
  usrn: 'USRN',
  lsoa: 'LSOA',
  id: 'identifier',
  no2: 'NO₂',
  pm10: 'PM10',
  pm25: 'PM2.5',
  sic: 'SIC',
  nhs: 'NHS',
  epc: 'EPC',
  ev: 'EV',
  kw: 'kW',
  kva: 'kVA',
  led: 'LED',
  sen: 'SEN',
  gp: 'GP',
  no: 'number',
};

const titleOf = (name: string): string => {
  const words = name
    .split('_')
    .map((word) => spelling[word] ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const isSensitivity = (text: string): text is Sensitivity => columnView.shape.sensitivity.safeParse(text).success;

function columnOf(line: string): WrittenColumn {
  const [name = '', typed = '', description = '', sensitivity = 'none', ...more] = line
    .split('|')
    .map((cell) => cell.trim());
  const [type = '', ...unit] = typed.split(' ');
  if (name === '' || type === '' || description === '' || more.length > 0 || !isSensitivity(sensitivity))
    throw new Error(`Not a column: ${line}`);
  return {
    name,
    title: titleOf(name),
    type,
    ...(unit.length > 0 ? { unit: unit.join(' ') } : {}),
    description,
    sensitivity,
  };
}

/**
 * Reads columns from a table in text, one a line: `name | type unit | description | sensitivity`. The unit may be left
 * out, and so may a sensitivity of none.
 */
export const columnsOf = (table: string): readonly WrittenColumn[] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(columnOf);
