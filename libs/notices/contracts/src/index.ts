export * from './notices.ts';
export * from './mail.ts';
