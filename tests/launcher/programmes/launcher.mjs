// One start of the launcher with programmes of a spec's choice, as a process of its own.
import { reporter } from '../../../bin/launcher/report.mjs';
import { start } from '../../../bin/launcher/start.mjs';

const { root, options } = JSON.parse(process.argv[2]);
try {
  await start({ root, report: reporter(), environment: process.env, options });
  process.exit(0);
} catch (error) {
  console.error(error.name === 'Halt' ? error.message : error);
  process.exit(1);
}
