import { spawn } from 'node:child_process';
import { note } from './diary.mjs';

process.on('SIGTERM', () => note('stubborn does not listen'));
const own = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => 0); setInterval(() => 0, 60000)'], {
  stdio: 'ignore',
});
note('stubborn up', process.pid);
note('its own', own.pid);
setInterval(() => undefined, 60_000);
