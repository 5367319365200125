import { businessRates } from './business-rates.ts';
import { cameras } from './cameras.ts';
import { careDecided } from './care-decided.ts';
import { care } from './care.ts';
import { families } from './families.ts';
import { kerbSensorsClosed } from './kerb-sensors-closed.ts';
import { kerbSensors } from './kerb-sensors.ts';
import { kerbwiseClosed } from './kerbwise-closed.ts';
import { kerbwiseWaiting } from './kerbwise-waiting.ts';
import { neighbours } from './neighbours.ts';
import { neighbourhoods } from './neighbourhoods.ts';
import type { Stories } from './story.ts';

const told: readonly Stories[] = [
  kerbwiseWaiting,
  kerbwiseClosed,
  kerbSensors,
  kerbSensorsClosed,
  cameras,
  businessRates,
  families,
  care,
  careDecided,
  neighbourhoods,
  neighbours,
];

/** Every request of the demonstration. */
export const stories: Stories = (day) => told.flatMap((some) => some(day));
