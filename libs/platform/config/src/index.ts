export { readSecret } from './secret.ts';
export { isLoopback, readSettings, settingsSchema, SettingsRefused } from './settings.ts';
export type { Environment, SettingFault, Settings } from './settings.ts';
