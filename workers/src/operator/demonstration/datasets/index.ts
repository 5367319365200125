import type { Shelf } from '../shape.ts';
import { ellermouthEnvironment } from './ellermouth-environment.ts';
import { ellermouthPeople } from './ellermouth-people.ts';
import { ellermouthPlaces } from './ellermouth-places.ts';
import { ellermouthStreets } from './ellermouth-streets.ts';
import { harnwickShelf } from './harnwick.ts';
import { kerbwiseShelf, lanternfishShelf, plugfieldShelf, saltingsShelf, universityShelf } from './partners.ts';
import { regionShelf } from './region.ts';
import { thaxbyWoldsShelf } from './thaxby-wolds.ts';
import { ellerwayShelf, kittiwakeShelf } from './transport.ts';
import { powerShelf, waterShelf } from './utilities.ts';

/** What the organisations of the region have entered by hand; the harbour's records come by import. */
export const shelves: readonly Shelf[] = [
  ellermouthStreets,
  ellermouthEnvironment,
  ellermouthPlaces,
  ellermouthPeople,
  harnwickShelf,
  thaxbyWoldsShelf,
  regionShelf,
  ellerwayShelf,
  kittiwakeShelf,
  waterShelf,
  powerShelf,
  kerbwiseShelf,
  lanternfishShelf,
  plugfieldShelf,
  universityShelf,
  saltingsShelf,
];
