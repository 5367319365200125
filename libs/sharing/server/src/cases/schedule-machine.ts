import type { MachineActor } from '#kernel';

/** Who acts when a day has come, and when one thing falls with another. */
export const scheduleMachine: MachineActor = { kind: 'machine', name: 'schedule' };
