#!/usr/bin/env node
// The one command of Wayleave. Plain Node.js ≥ 20 without dependencies: it runs before anything is installed.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from './launcher/main.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node.js 20 or newer is needed; this is ${process.versions.node}. Install it from nodejs.org.`);
  process.exit(1);
}
await main(root, process.argv.slice(2));
