import * as z from 'zod';
import { adviceLabels, lanes, longestStandingAdvice, verdicts } from '#sharing/domain';
import { coded, laneView, namedPerson } from '../views/shared-parts.ts';

/** `POST /api/v1/organisations/{id}/standing-advice`: by an adviser of that label who acts for the organisation. */
export const giveStandingAdviceBody = z
  .object({
    actingFor: z.uuid(),
    label: z.enum(adviceLabels),
    verdict: z.enum(verdicts),
    lane: z.enum(lanes),
    /** For all datasets of the organisation where left out. */
    datasets: z.array(z.uuid()).max(500).optional(),
    /** For all purposes where left out. */
    purposeClasses: z.array(z.string().max(60)).max(50).optional(),
    /** The last day, twelve months ahead at most. */
    until: z.iso.date('Give a date as 2026-11-23'),
    text: z.string().trim().max(longestStandingAdvice),
  })
  .meta({ id: 'GiveStandingAdvice' });
export type GiveStandingAdviceBody = z.output<typeof giveStandingAdviceBody>;

/** `POST /api/v1/standing-advice/{id}/commands/end` */
export const endStandingAdviceBody = z
  .object({ revision: z.number().int().min(0), actingFor: z.uuid() })
  .meta({ id: 'EndStandingAdvice' });
export type EndStandingAdviceBody = z.output<typeof endStandingAdviceBody>;

export const standingAdviceView = z
  .object({
    id: z.uuid(),
    revision: z.number().int(),
    label: coded,
    verdict: coded,
    lane: laneView,
    /** Absent where it is for all datasets of the organisation. */
    datasets: z.array(z.object({ id: z.uuid(), slug: z.string(), title: z.string() })).optional(),
    /** Absent where it is for all purposes. */
    purposeClasses: z.array(coded).optional(),
    by: namedPerson,
    /** Dates; the last day is included. */
    from: z.string(),
    until: z.string(),
    text: z.string(),
    /** `used`: cases are advised by it today. `ended`: by somebody. `past`: its last day is over. `left`: its giver has left. */
    state: z.object({ code: z.enum(['used', 'ended', 'past', 'left']), label: z.string() }),
    allowedCommands: z.array(z.string()),
  })
  .meta({ id: 'StandingAdvice' });
export type StandingAdviceView = z.infer<typeof standingAdviceView>;

/**
 * `GET /api/v1/organisations/{id}/standing-advice`: for its members. What is used comes first, then at most fifty that are used
 * no more, newest first; and what a form needs to give some.
 */
export const standingAdviceList = z
  .object({
    items: z.array(standingAdviceView),
    /** The labels for which this reader may give some; empty for all others. */
    mayGive: z.array(coded),
    /** Today and the latest last day, for the form. */
    today: z.string(),
    latest: z.string(),
    verdicts: z.array(coded),
    lanes: z.array(coded),
    purposeClasses: z.array(coded),
    /** Datasets of the organisation, by title, for those who may give some. */
    datasets: z.array(z.object({ id: z.uuid(), title: z.string() })),
  })
  .meta({ id: 'StandingAdviceList' });
export type StandingAdviceList = z.infer<typeof standingAdviceList>;
