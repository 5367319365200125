import * as z from 'zod';

/** `POST /api/v1/datasets/{id}/files`: which dataset at which revision, and which of its distributions gets the file. */
export const uploadFileQuery = z.object({
  revision: z.coerce.number().int().min(1, 'Say which revision you saw'),
  actingFor: z.uuid(),
  distribution: z.uuid().optional(),
});
export type UploadFileQuery = z.output<typeof uploadFileQuery>;

export const uploadedFile = z
  .object({
    id: z.uuid(),
    revision: z.number().int(),
    distribution: z.uuid(),
    file: z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() }),
    /** Of a CSV file: how its columns compare with those described. */
    columns: z
      .object({
        /** How many were taken into a description that had none. */
        taken: z.number().int(),
        undescribed: z.array(z.string()),
        missing: z.array(z.string()),
      })
      .optional(),
  })
  .meta({ id: 'UploadedFile' });
export type UploadedFile = z.infer<typeof uploadedFile>;
