export { emptyDatabase, testDatabase, type TestDatabase } from './database.ts';
export {
  parcelAggregate,
  parcelEvents,
  parcelOffice,
  type Parcel,
  type ParcelCommand,
} from './parcel/parcel-aggregate.ts';
export {
  colleague,
  machine,
  newId,
  parcelsOffice,
  registration,
  SetClock,
  steward,
  stranger,
  type Parcels,
} from './parcel/parcels.ts';
