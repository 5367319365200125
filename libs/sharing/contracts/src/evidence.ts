import * as z from 'zod';

const megabyte = 1024 * 1024;

/** What is taken as evidence: bytes of one file; files and bytes of a request, over all its questions; characters of a name. */
export const evidenceLimits = { fileBytes: 10 * megabyte, files: 20, bytes: 50 * megabyte, nameLength: 200 } as const;

/** A kind of file that is taken. What a file is its content decides; the end of its name must agree. */
export interface EvidenceKind {
  readonly label: string;
  readonly mediaType: string;
  /** Without the dot, in small letters; the first is the usual one. */
  readonly extensions: readonly [string, ...string[]];
}

export const evidenceKinds: readonly EvidenceKind[] = [
  { label: 'PDF', mediaType: 'application/pdf', extensions: ['pdf'] },
  {
    label: 'Word (DOCX)',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  {
    label: 'Excel (XLSX)',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  { label: 'OpenDocument text (ODT)', mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  {
    label: 'OpenDocument spreadsheet (ODS)',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    extensions: ['ods'],
  },
  { label: 'PNG', mediaType: 'image/png', extensions: ['png'] },
  { label: 'JPEG', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  { label: 'CSV', mediaType: 'text/csv', extensions: ['csv'] },
  { label: 'plain text (TXT)', mediaType: 'text/plain', extensions: ['txt'] },
];

/**
 * `POST /api/v1/requests/{id}/files?question=dpia-files`: `multipart/form-data` with one part named `file`. Answers 201 with
 * the `evidenceFile`, to be put into the answer of the question.
 */
export const uploadEvidenceQuery = z.object({
  question: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Name the question that the file answers by its id'),
});
export type UploadEvidenceQuery = z.output<typeof uploadEvidenceQuery>;

/** `POST /api/v1/requests/{id}/files/{file}/commands/remove` */
export const removeEvidenceBody = z.object({ actingFor: z.uuid().optional() }).meta({ id: 'RemoveEvidence' });
export type RemoveEvidenceBody = z.output<typeof removeEvidenceBody>;

export const evidenceRemoved = z.object({ id: z.uuid() }).meta({ id: 'EvidenceRemoved' });
export type EvidenceRemoved = z.infer<typeof evidenceRemoved>;
