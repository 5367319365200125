export { invalidInput, isWellFormed } from './invalid-input.ts';
export { found, plainProblem, Problem, problemOf, settled, statusOf, type Fault, type ProblemBody } from './problem.ts';
export { problemFrom, ProblemFilter, sendProblem } from './problem.filter.ts';
