import * as z from 'zod';
import type { EventContract, EventContracts } from '#ledger/contracts';
import { endReminders, permissionEndings, recipientNoticeKinds, type PermissionEvent } from '#sharing/domain';
import { agreedDataset } from './agreed-data.ts';

const on = z.iso.date();
const delivery = z.uuid();
const words = z.record(z.string(), z.unknown());
const file = z.strictObject({
  id: z.uuid(),
  bytes: z.number().int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.number().int(),
});

const one = '019ab0c2-0000-7000-8000-000000000001';
const two = '019ab0c2-0000-7000-8000-000000000002';
const day = '2026-11-26';

const first = (facts: z.ZodRawShape, example: object, content?: object): EventContract => ({
  version: 1,
  facts: z.strictObject({ ...facts, on }),
  ...(content ? { content: words } : {}),
  examples: { 1: { facts: { ...example, on: day }, ...(content ? { content } : {}) } },
});

/** Every event in the history of a permission and of what was handed over under it. */
export const permissionEvents: EventContracts<PermissionEvent['type']> = {
  'permission-given': first(
    {
      id: z.uuid(),
      agreement: z.uuid(),
      reference: z.string(),
      provider: z.uuid(),
      recipient: z.strictObject({
        person: z.uuid(),
        people: z.array(z.uuid()),
        organisation: z.uuid().optional(),
        unit: z.uuid().optional(),
      }),
      boards: z.array(z.uuid()),
      ...agreedDataset.shape,
      start: z.iso.date(),
      end: z.iso.date(),
      refreshed: z.literal(true).optional(),
    },
    {
      id: one,
      agreement: two,
      reference: 'WL-2026-0001/1',
      provider: one,
      recipient: { person: two, people: [two] },
      boards: [],
      dataset: one,
      columns: [{ column: two, form: 'as-is' }],
      whole: false,
      rows: [],
      start: day,
      end: '2027-11-25',
    },
  ),
  'permission-suspended': first({}, {}),
  'permission-resumed': first({}, {}),
  'permission-ended': first({ how: z.enum(permissionEndings) }, { how: 'revoked' }),
  'permission-end-reminded': first({ days: z.literal(endReminders) }, { days: 7 }),
  'permission-terms-accepted': first({ person: z.uuid() }, { person: two }),
  'delivery-begun': first({ delivery, state: z.enum(['pending', 'by-hand']) }, { delivery: one, state: 'pending' }),
  'delivery-file-made': first(
    { delivery, file },
    { delivery: one, file: { id: two, bytes: 1024, sha256: 'a'.repeat(64), rows: 20 } },
  ),
  'delivery-failed': first(
    { delivery, code: z.string() },
    { delivery: one, code: 'column-missing' },
    { [`failure:${one}`]: 'The file has no column “bay_id”.' },
  ),
  'delivery-handed-over': first({ delivery }, { delivery: one }, { [`hand-over:${one}`]: 'Sent by secure transfer.' }),
  'delivery-acknowledged': first({ delivery }, { delivery: one }),
  'delivery-downloaded': first(
    { delivery, person: z.uuid(), key: z.uuid().optional() },
    { delivery: one, person: two },
  ),
  'permission-key-made': first(
    { key: z.strictObject({ id: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/), person: z.uuid() }) },
    { key: { id: one, hash: 'a'.repeat(64), person: two } },
    { [`key:${one}`]: 'Nightly copy' },
  ),
  'permission-key-revoked': first({ key: z.uuid() }, { key: one }),
  'recipient-notice-sent': first(
    {
      notice: z.strictObject({
        id: z.uuid(),
        kind: z.enum(recipientNoticeKinds),
        answerBy: z.iso.date(),
        deliveries: z.array(z.uuid()),
      }),
    },
    { notice: { id: one, kind: 'recalled', answerBy: '2026-12-10', deliveries: [two] } },
    { [`notice:${one}`]: 'A column was given by mistake: delete the file.' },
  ),
  'recipient-notice-confirmed': first(
    { notice: z.uuid(), person: z.uuid() },
    { notice: one, person: two },
    { [`confirmed:${one}`]: 'Deleted from the one disk that held it.' },
  ),
  'recipient-notice-unanswered': first({ notice: z.uuid() }, { notice: one }),
};
