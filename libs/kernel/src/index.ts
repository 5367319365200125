export { accepted, refusal, refused, type Outcome, type Refusal } from './outcome.ts';
export {
  anyone,
  membershipIn,
  roles,
  type Actor,
  type Anyone,
  type MachineActor,
  type Membership,
  type PersonActor,
  type Role,
  type StandIn,
} from './actor.ts';
export { roleLabels } from './role-labels.ts';
export { isUuid, uuidv7 } from './uuid.ts';
export { isSlug, numberedSlug, slugOf } from './slug.ts';
export {
  addDays,
  addWorkingDays,
  dateInWords,
  isLocalDate,
  isWorkingDay,
  localDate,
  workingDaysBetween,
  type LocalDate,
} from './working-days.ts';
