export { golden } from './golden.ts';
