import * as z from 'zod';
import { coded } from '../views/shared-parts.ts';

/** An end of a flow: an organisation, or all individuals together, who are not named. */
export const mapPlace = z
  .object({
    /** Id of the organisation; `individuals` for them. */
    id: z.string(),
    name: z.string(),
    /** Absent for individuals. */
    slug: z.string().optional(),
    kind: z.string().optional(),
  })
  .meta({ id: 'MapPlace' });
export type MapPlace = z.infer<typeof mapPlace>;

/** What one gives the other now. */
export const mapFlow = z
  .object({
    from: z.string(),
    to: z.string(),
    agreements: z.array(z.object({ id: z.uuid(), title: z.string(), datasets: z.array(z.string()) })),
  })
  .meta({ id: 'MapFlow' });
export type MapFlow = z.infer<typeof mapFlow>;

/** `GET /api/v1/map`: who gives data to whom today, as agreements in force draw it. */
export const sharingMap = z
  .object({
    places: z.array(mapPlace),
    flows: z.array(mapFlow),
    /** Every organisation that stands on the map when it is not narrowed. */
    organisations: z.array(z.object({ slug: z.string(), name: z.string() })),
    subjectAreas: z.array(coded),
    accessLevels: z.array(coded),
  })
  .meta({ id: 'SharingMap' });
export type SharingMapView = z.infer<typeof sharingMap>;

export const mapQuery = z.object({
  /** Slug of an organisation that gives or receives. */
  organisation: z.string().max(80).optional(),
  subjectArea: z.string().max(60).optional(),
  access: z.string().max(40).optional(),
});
export type MapQuery = z.output<typeof mapQuery>;
