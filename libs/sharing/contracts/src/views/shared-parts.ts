import * as z from 'zod';
import { lanes } from '#sharing/domain';

/** A code with the words that people read. */
export const coded = z.object({ code: z.string(), label: z.string() });

export const namedPerson = z.object({ id: z.uuid(), name: z.string() });
export const namedOrganisation = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });
export const laneView = z.object({ code: z.enum(lanes), label: z.string() }).meta({ id: 'Lane' });

/** Why a command is not there for this reader: who may, or what is missing. */
export const refusedCommand = z
  .object({ command: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'RefusedCommand' });
export type RefusedCommand = z.infer<typeof refusedCommand>;

/** One line of the timeline. */
export const timelineEntry = z
  .object({
    at: z.string(),
    sentence: z.string(),
    /** Who, in words: a name for the own side, an organisation and a role for the other. */
    by: z.string(),
    /** Absent for what concerns the whole request. */
    case: z.uuid().optional(),
    kind: z.enum(['event', 'message', 'note']),
    /** The words of a message, a return or a decision, where this reader may have them. */
    text: z.string().optional(),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** Two clocks, both always shown: dates are days, counts are working days. */
export const clocksView = z
  .object({
    target: z.object({
      workingDays: z.number().int(),
      due: z.string(),
      used: z.number().int(),
      left: z.number().int(),
      paused: z.boolean(),
    }),
    legal: z
      .object({
        regime: coded,
        law: z.string(),
        deadline: z.string().optional(),
        extended: z.boolean(),
        /** Working days left after today; negative when late. */
        left: z.number().int().optional(),
      })
      .optional(),
    /** "usually decided in 9 working days; now at 4", or "target 20 working days; too few decisions yet". */
    forecast: z.string(),
  })
  .meta({ id: 'Clocks' });
export type ClocksView = z.infer<typeof clocksView>;

/** A column asked for. */
export const askedColumn = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  sensitivity: coded,
  justification: z.string(),
});

export const askedDataset = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    publisher: namedOrganisation,
    access: coded,
    personalData: coded,
    columns: z.array(askedColumn),
    /** Fields wanted in words. */
    fields: z.string().optional(),
    rows: z.string().optional(),
    whole: z.boolean(),
    /** Columns that the dataset lists: what there is to choose from. */
    available: z.array(askedColumn.omit({ justification: true })),
    /** Whether it can still be asked for; said where it cannot. */
    requestable: z.boolean(),
    trouble: z.string().optional(),
  })
  .meta({ id: 'AskedDataset' });
export type AskedDatasetView = z.infer<typeof askedDataset>;
