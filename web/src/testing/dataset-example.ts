import type { DatasetView } from '#catalogue/contracts';

const id = (last: number): string => `01989c00-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** A dataset as the API shows it, for specs; only what a spec is about is given. */
export const datasetExample = (given: Partial<DatasetView> = {}): DatasetView => ({
  id: id(1),
  slug: 'river-levels',
  revision: 7,
  identifier: `https://data.example/id/dataset/${id(1)}`,
  publisher: { id: id(2), slug: 'eller-water', name: 'Eller Water' },
  lifecycle: 'published',
  access: { code: 'open', label: 'Anyone' },
  visibility: 'everyone',
  personalData: 'none',
  title: 'River levels',
  keywords: ['river', 'flood'],
  themes: [{ code: 'ENVI', label: 'Environment' }],
  subjectAreas: [],
  licence: { code: 'ogl-3.0', label: 'Open Government Licence v3.0', address: 'https://licence.example/', open: true },
  languages: ['en'],
  conformsTo: [],
  columns: [{ id: id(3), name: 'level', type: 'number', sensitivity: 'none' }],
  distributions: [{ id: id(4), title: 'Levels', format: { code: 'csv', label: 'CSV' }, stored: true }],
  mayDownload: true,
  nextAction: { kind: 'download', label: 'Download CSV', explanation: 'Anyone may have it.' },
  owners: [],
  missing: [],
  fieldSources: {},
  registeredAt: '2026-11-01T10:00:00Z',
  changedAt: '2026-11-02T10:00:00Z',
  allowedCommands: [],
  ...given,
});
