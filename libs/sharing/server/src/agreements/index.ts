export { Agreements001 } from './agreements-001.ts';
export { AgreementCommands, type AgreementCall, type PermissionCall } from './agreement-commands.ts';
export { type AgreementAggregate, type PermissionAggregate } from './agreement-aggregate.ts';
export { audienceRows, deliveredFilesInUse } from './agreement-rows.ts';
export { Downloads, PermissionOver, type PermittedFile } from './downloads.ts';
export { type AgreementParts } from './follow-agreement.ts';
export { keepAgreementClocks } from './keep-agreement-clocks.ts';
export { Agreements } from './agreements.ts';
export { permittedFileName } from './queries/permission-views.ts';
