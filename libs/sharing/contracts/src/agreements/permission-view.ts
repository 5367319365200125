import * as z from 'zod';
import { deliveryStates, permissionStatuses } from '#sharing/domain';
import { coded, namedOrganisation, refusedCommand } from '../views/shared-parts.ts';
import { agreedColumnView, recipientView } from './agreement-view.ts';

export const deliveryView = z
  .object({
    id: z.uuid(),
    state: z.object({ code: z.enum(deliveryStates), label: z.string() }),
    on: z.string(),
    file: z
      .object({ bytes: z.number().int(), sha256: z.string(), rows: z.number().int(), name: z.string() })
      .optional(),
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
