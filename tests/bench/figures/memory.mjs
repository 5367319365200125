import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { residentMegabytes, root } from '../surroundings.mjs';

const bareServer = `
  const { NestFactory } = await import('@nestjs/core');
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  class Empty {}
  const app = await NestFactory.create(Empty, new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  console.log('ready');`;

/** Resident memory of the API after its start, against a framework that listens and does nothing. */
export async function memoryFigures(api) {
  await pause(3000);
  const measured = await residentMegabytes(api.pid);
  const child = spawn(process.execPath, ['--input-type=module', '-e', `import 'reflect-metadata';${bareServer}`], {
    cwd: root,
  });
  await once(child.stdout, 'data');
  await pause(1000);
  const bare = await residentMegabytes(child.pid);
  child.kill('SIGTERM');
  await once(child, 'exit');
  return [
    {
      name: 'API resident after its start',
      target: '≤ 250 MB',
      measured,
      unit: 'MB',
      holds: measured <= 250,
      limit: 'Node.js with Nest and Fastify that serve nothing',
      bare,
    },
  ];
}
