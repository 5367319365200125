// Keeps one throwaway PostgreSQL for one run of Jest: started at the first request, ended when the channel to Jest closes.
import { createServer } from 'node:http';
import { startPostgres } from './postgres.mjs';

/** @type {ReturnType<typeof startPostgres> | undefined} */
let started;

const server = createServer(async (_request, response) => {
  try {
    started ??= startPostgres();
    const { url } = await started;
    response.end(JSON.stringify({ url }));
  } catch (error) {
    response.writeHead(500).end(String(error instanceof Error ? error.stack : error));
  }
});

async function end() {
  server.close();
  server.closeAllConnections();
  const postgres = await started?.catch(() => undefined);
  await postgres?.stop();
  process.exit(0);
}

process.on('disconnect', end);
process.on('SIGTERM', end);
process.on('SIGINT', () => undefined); // Jest decides when to end
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
