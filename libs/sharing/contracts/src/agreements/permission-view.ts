import * as z from 'zod';
import { deliveryStates, permissionStatuses, recipientNoticeKinds } from '#sharing/domain';
import { coded, namedOrganisation, namedPerson, refusedCommand } from '../views/shared-parts.ts';
import { agreedColumnView, recipientView } from './agreement-view.ts';

const servedFile = z.object({ bytes: z.number().int(), sha256: z.string(), rows: z.number().int(), name: z.string() });

/** A key as both sides see it; what opens is told once, when it is made. */
export const permissionKeyView = z
  .object({
    id: z.uuid(),
    label: z.string().optional(),
    person: namedPerson,
    on: z.string(),
    used: z.string().optional(),
  })
  .meta({ id: 'PermissionKey' });
export type PermissionKeyView = z.infer<typeof permissionKeyView>;

/** What was said to whoever received the data, and what they answered. */
export const recipientNoticeView = z
  .object({
    id: z.uuid(),
    kind: z.object({ code: z.enum(recipientNoticeKinds), label: z.string() }),
    text: z.string(),
    on: z.string(),
    answerBy: z.string(),
    state: z.enum(['waiting', 'silent', 'confirmed']),
    confirmed: z.object({ by: namedPerson, on: z.string(), statement: z.string() }).optional(),
  })
  .meta({ id: 'RecipientNotice' });
export type RecipientNoticeView = z.infer<typeof recipientNoticeView>;

export const deliveryView = z
  .object({
    id: z.uuid(),
    state: z.object({ code: z.enum(deliveryStates), label: z.string() }),
    on: z.string(),
    file: servedFile.optional(),
    downloads: z.number().int(),
    /** Why it could not be made. */
    failure: z.string().optional(),
    /** How the provider handed it over. */
    handOver: z.string().optional(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryView = z.infer<typeof deliveryView>;

/** One permission: what somebody may use, until when, and what was handed over. */
export const permissionView = z
  .object({
    id: z.uuid(),
    revision: z.number().int(),
    reference: z.string(),
    agreement: z.object({ id: z.uuid(), title: z.string() }),
    dataset: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
    side: z.enum(['requester', 'owner', 'board']),
    provider: namedOrganisation,
    recipient: recipientView,
    status: z.object({ code: z.enum(permissionStatuses), label: z.string() }),
    ending: z.object({ how: coded, on: z.string() }).optional(),
    start: z.string(),
    end: z.string(),
    /** Days to the last one, counting it; absent once it has ended. */
    daysLeft: z.number().int().optional(),
    whole: z.boolean(),
    columns: z.array(agreedColumnView),
    rowsText: z.string().optional(),
    /** Whether this reader has accepted the terms. */
    accepted: z.boolean(),
    /** How many people have. */
    people: z.number().int(),
    delivery: deliveryView.optional(),
    /** What a download gives: the newest file that is made and not recalled. */
    file: servedFile.optional(),
    /** Made anew whenever the file of the dataset changes. */
    refreshed: z.boolean(),
    /** Those that work. */
    keys: z.array(permissionKeyView),
    /** The newest first. */
    notices: z.array(recipientNoticeView),
    /** Where the file is downloaded, for those who may now. */
    href: z.string().optional(),
    allowedCommands: z.array(z.string()),
    refusedCommands: z.array(refusedCommand),
  })
  .meta({ id: 'Permission' });
export type PermissionView = z.infer<typeof permissionView>;

/** `GET /api/v1/permissions`: what I hold (`received`) or what I have given (`given`). */
export const permissionList = z
  .object({
    items: z.array(permissionView),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .meta({ id: 'PermissionList' });
export type PermissionList = z.infer<typeof permissionList>;

export const permissionListQuery = z.object({
  side: z.enum(['received', 'given']).default('received'),
  status: z.enum(permissionStatuses).optional(),
  dataset: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
export type PermissionListQuery = z.output<typeof permissionListQuery>;

/** `GET /api/v1/permissions/{id}/deliveries`: all that was handed over under it, the newest first. */
export const deliveryList = z.object({ items: z.array(deliveryView) }).meta({ id: 'DeliveryList' });
export type DeliveryList = z.infer<typeof deliveryList>;

/** `GET /api/v1/datasets/{id}/recipients`: who received a dataset, what they were told afterwards, and who is silent. */
export const datasetRecipients = z
  .object({
    dataset: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
    provider: namedOrganisation,
    items: z.array(
      z.object({
        permission: z.uuid(),
        agreement: z.uuid(),
        reference: z.string(),
        recipient: recipientView,
        status: z.object({ code: z.enum(permissionStatuses), label: z.string() }),
        end: z.string(),
        /** Versions that were handed over, those recalled among them. */
        versions: z.number().int(),
        inUse: z.boolean(),
        first: z.string().optional(),
        last: z.string().optional(),
        downloads: z.number().int(),
      }),
    ),
    /** The newest first, each with all to whom it went. */
    notices: z.array(
      recipientNoticeView.omit({ state: true, confirmed: true }).extend({
        told: z.array(
          recipientNoticeView.pick({ state: true, confirmed: true }).extend({
            permission: z.uuid(),
            recipient: recipientView,
          }),
        ),
      }),
    ),
    /** Kinds of notice that this reader may send now. */
    maySend: z.array(z.enum(recipientNoticeKinds)),
  })
  .meta({ id: 'DatasetRecipients' });
export type DatasetRecipients = z.infer<typeof datasetRecipients>;
