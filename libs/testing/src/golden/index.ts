export { golden } from './golden.ts';
export { rightsLines } from './rights-lines.ts';
