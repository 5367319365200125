import { textTable } from '#ui';

export const mapTexts = textTable({
  title: 'Map of sharing',
  description: 'Who gives data to whom in this city region today, as the agreements in force draw it.',
  intro:
    'Who gives data to whom today. Each line is drawn by agreements in force; the table below it says the same, and each agreement stands in the register.',
  loading: 'Drawing the map',
  filter: 'Narrow the map',
  organisation: 'Organisation',
  anyOrganisation: 'All of them',
  subjectArea: 'Subject area',
  anyArea: 'Any subject',
  access: 'Who may have the data',
  anyAccess: 'Any access',
  apply: 'Show',
  gives: 'Gives',
  receives: 'Receives',
  agreements: 'Agreements in force',
  count: (flows: number, agreements: number) =>
    `${agreements === 1 ? '1 agreement' : `${agreements} agreements`} between ${flows === 1 ? '1 pair' : `${flows} pairs`}`,
  drawing: 'A drawing of the table below: lines from those who give to those who receive.',
  flow: (from: string, to: string, agreements: number) =>
    `${from} gives ${to} data: ${agreements === 1 ? '1 agreement' : `${agreements} agreements`}`,
  empty: 'No agreement in force is like this.',
  emptyAll: 'No data is given on agreed terms today. As soon as an agreement is in force, its line is drawn here.',
  showAll: 'Show the whole map',
  table: 'The same as a table',
  register: 'The register has every agreement, past ones too.',
});
