import * as z from 'zod';
import { accessLevels, personalDataKinds, sensitivities, visibilities } from '#catalogue/domain';

const line = (longest: number) => z.string().trim().max(longest);
const emptied = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().optional();
/** An address that a person may follow: never `javascript:` or the like. */
const webAddress = z
  .url({ protocol: /^https?$/, error: 'Give an address that begins with http:// or https://' })
  .max(2000);
const date = z
  .string()
  .regex(
    /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/,
    'Give a date as 2026-11-23',
  );

/** What every command carries: the revision it was decided on and, for a person, the organisation acted for. */
export const commandEnvelope = z.object({
  revision: z.number().int().min(0),
  actingFor: z.uuid(),
});

const columnInput = z.object({
  id: z.uuid().optional(),
  name: line(200).min(1, 'Give the column a name'),
  title: line(300).optional(),
  type: line(40).default('string'),
  description: line(5000).optional(),
  unit: line(100).optional(),
  concept: line(100).optional(),
  sensitivity: z.enum(sensitivities).default('not-stated'),
});

const distributionInput = z.object({
  id: z.uuid().optional(),
  title: line(300).optional(),
  description: line(5000).optional(),
  accessUrl: webAddress.optional(),
  downloadUrl: webAddress.optional(),
  format: line(40).default('other'),
  mediaType: line(200).optional(),
  bytes: z.number().int().min(0).optional(),
  issued: date.optional(),
  modified: date.optional(),
});

/** Every field that a steward's form may send; an absent field is left as it is, `null` empties it. */
export const descriptionInput = z
  .object({
    title: line(300).min(1, 'Give the dataset a title').optional(),
    alternativeTitle: emptied(line(300)),
    summary: emptied(line(250)),
    description: emptied(line(100_000)),
    keywords: emptied(z.array(line(100).min(1)).max(200)),
    contact: emptied(
      z.object({ name: line(300).optional(), email: z.email().max(320).optional(), address: webAddress.optional() }),
    ),
    creator: emptied(line(300)),
    landingPage: emptied(webAddress),
    languages: emptied(
      z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language as en or cy')).max(20),
    ),
    spatial: emptied(
      z.object({
        label: line(300).optional(),
        address: webAddress.optional(),
        box: z
          .tuple([
            z.number().min(-180).max(180),
            z.number().min(-90).max(90),
            z.number().min(-180).max(180),
            z.number().min(-90).max(90),
          ])
          .refine(([, south, , north]) => south <= north, 'The south edge lies north of the north edge')
          .optional(),
      }),
    ),
    temporal: emptied(z.object({ from: date.optional(), until: date.optional() })),
    frequency: emptied(line(40)),
    issued: emptied(date),
    modified: emptied(date),
    version: emptied(line(100)),
    versionNotes: emptied(line(5000)),
    lineage: emptied(line(20_000)),
    purposeOfCollection: emptied(line(5000)),
    qualityNotes: emptied(line(20_000)),
    conformsTo: emptied(z.array(webAddress).max(50)),
    rights: emptied(line(5000)),
    licenceAddress: emptied(webAddress),
    charge: emptied(line(1000)),
    identifier: emptied(line(1000)),
    themes: z.array(line(40)).max(13).optional(),
    subjectAreas: z.array(line(60)).max(50).optional(),
    licence: line(40).optional(),
    personalData: z.enum(personalDataKinds).optional(),
    columns: z.array(columnInput).max(2000).optional(),
    distributions: z.array(distributionInput).max(500).optional(),
  })
  .strict()
  .meta({ id: 'Description' });
export type DescriptionInput = z.output<typeof descriptionInput>;

/** `POST /api/v1/datasets` */
export const registerDatasetBody = z
  .object({
    actingFor: z.uuid(),
    unit: z.uuid().optional(),
    description: descriptionInput.required({ title: true }),
  })
  .meta({ id: 'RegisterDataset' });

/** `POST /api/v1/datasets/{id}/commands/{name}` */
export const describeDatasetBody = commandEnvelope
  .extend({ description: descriptionInput })
  .meta({ id: 'DescribeDataset' });
export const setAccessBody = commandEnvelope.extend({ access: z.enum(accessLevels) }).meta({ id: 'SetAccess' });
export const setVisibilityBody = commandEnvelope
  .extend({ visibility: z.enum(visibilities) })
  .meta({ id: 'SetVisibility' });
export const assignResponsibilityBody = commandEnvelope
  .extend({ owners: z.array(z.uuid()).max(20), steward: z.uuid().optional() })
  .meta({ id: 'AssignResponsibility' });
export const publishDatasetBody = commandEnvelope.meta({ id: 'PublishDataset' });
export const withdrawDatasetBody = commandEnvelope
  .extend({ reason: line(2000).min(1, 'Say why: people who follow its address will read it') })
  .meta({ id: 'WithdrawDataset' });

/** `POST /api/v1/datasets/{id}/commands/accept-terms`: takes the terms with this hash, for oneself or an organisation. */
export const acceptTermsBody = z
  .object({ actingFor: z.uuid().optional(), terms: z.string().length(64) })
  .meta({ id: 'AcceptDatasetTerms' });
export type AcceptTermsBody = z.output<typeof acceptTermsBody>;

/** What every command answers: the aggregate's id and its revision after the write. */
export const commandResult = z
  .object({ id: z.uuid(), slug: z.string().optional(), revision: z.number().int() })
  .meta({ id: 'CommandResult' });
export type CommandResult = z.infer<typeof commandResult>;
