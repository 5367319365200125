export * from './lane.ts';
export * from './clocks/index.ts';
export * from './questions/index.ts';
export * from './decision/decision.ts';
export * from './decision/decision-record.ts';
export * from './decision/reference.ts';
export * from './request/request.ts';
export * from './request/commands.ts';
export * from './request/events.ts';
export * from './request/evolve.ts';
export * from './request/rights.ts';
export { decideRequest, type RequestFacts } from './request/decide.ts';
export {
  caseStateLabels,
  caseStates,
  decidedBy,
  isClosed,
  openTasks,
  sampleDays,
  sampleOf,
  stageLabels,
  taskOf,
  tasksNow,
  verdictLabels,
  verdicts,
  type Advice,
  type Asker,
  type Case,
  type CaseContent,
  type CaseDataset,
  type CaseState,
  type Redirect,
  type Sample,
  type Task,
  type Verdict,
} from './case/case.ts';
export * from './case/commands.ts';
export * from './case/events.ts';
export * from './case/facts.ts';
export * from './case/route.ts';
export * from './case/rights.ts';
export * from './case/standings.ts';
export * from './case/visibility.ts';
export { evolveCase } from './case/evolve.ts';
export { decideCase } from './case/decide.ts';
export { possibilitiesOf, type Possibilities } from './case/allowed.ts';
export { awaitsForms, guardOf, overdueAdvice, taskGuard, type Seen } from './case/guards.ts';
export { barOf, holdsTask, isSoleOffice, ownsAll, placeOf, rolesFor, type Bar, type Place } from './case/holders.ts';
export { hasObjection } from './case/approval.ts';
export { outcomeOf } from './case/decide-data.ts';
export { laneOfData } from './case/stages.ts';
export * from './message/index.ts';
export * from './question/index.ts';
export * from './standing-advice/index.ts';
export * from './agreement/index.ts';
export * from './permission/index.ts';
