import { connect } from 'node:net';
import { note } from './diary.mjs';

const { hostname, port } = new URL(process.env.DATABASE_URL);
note('workers up', process.pid, 'demonstration', process.env.WAYLEAVE_DEMONSTRATION);
process.on('SIGTERM', () => {
  note('workers drain');
  const still = connect(Number(port), hostname);
  still.on('connect', () => setTimeout(() => (note('workers end, the database still answers'), process.exit(0)), 300));
  still.on('error', () => (note('workers end, the database is gone'), process.exit(0)));
});
setInterval(() => undefined, 60_000);
