import { createServer } from 'node:http';
import { note } from './diary.mjs';

const server = createServer((request, response) => {
  response.statusCode = request.url === '/health/ready' ? 200 : 404;
  response.end();
});
server.listen(Number(process.env.WAYLEAVE_PORT), process.env.WAYLEAVE_HOST, () => note('api up', process.pid));
process.on('SIGTERM', () => {
  note('api drains');
  setTimeout(() => {
    note('api ends');
    process.exit(0);
  }, 200);
});
