export { parcelAggregate, parcelEvents, parcelOffice, type Parcel, type ParcelCommand } from './parcel-aggregate.ts';
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
} from './parcels.ts';
