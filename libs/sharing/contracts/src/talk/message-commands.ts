import * as z from 'zod';
import { longestMessage, messageKinds } from '#sharing/domain';

/**
 * `POST /api/v1/requests/{id}/cases/{case}/messages`: a message to the other side of the case, or a note that only the office
 * of the organisation that decides reads. Answers as every command does, with the id of the message.
 */
export const postMessageBody = z
  .object({
    text: z.string().trim().min(1, 'Write something first').max(longestMessage),
    kind: z.enum(messageKinds).default('message'),
    actingFor: z.uuid().optional(),
  })
  .meta({ id: 'PostMessage' });
export type PostMessageBody = z.output<typeof postMessageBody>;
