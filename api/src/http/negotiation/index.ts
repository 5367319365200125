export { hasAlready, preferred } from './negotiation.ts';
