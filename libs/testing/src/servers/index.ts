export { lineTo, type Line } from './interrupted-line.ts';
export { redisVersion, startRedis } from './redis-server.ts';
export { until } from './until.ts';
export { mailSink, type MailSink, type TakenMail } from './mail-sink.ts';
