export * from './commands.ts';
export * from './events.ts';
export * from './permission.ts';
export * from './rights.ts';
export { permissionPossibilities } from './allowed.ts';
export { decidePermission, type PermissionFacts } from './decide.ts';
export { evolvePermission } from './evolve.ts';
export { againstPermissionStep } from './guards.ts';
