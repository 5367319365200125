import { note } from './diary.mjs';

note('crashing up', process.pid);
console.error('Error: no room on the disk\n    at somewhere (file.js:1:1)');
process.exit(7);
