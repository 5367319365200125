export { lifted, type EventContract, type EventContracts } from './event-contract.ts';
