import type { IncomingMessage } from 'node:http';
import { AngularNodeAppEngine, createNodeRequestHandler } from '@angular/ssr/node';
import type { PageContext } from './app/server/page-context.ts';

export type { PageContext } from './app/server/page-context.ts';

let engine: AngularNodeAppEngine | undefined;

/**
 * Renders the page at the request's address, or gives null where no page has it. It starts nothing and opens no socket: what
 * a page needs from the API it asks through `context.call`. Host names are checked against NG_ALLOWED_HOSTS, which is read
 * when the first page is rendered.
 */
export const renderPage = (request: IncomingMessage, context: PageContext): Promise<Response | null> => {
  engine ??= new AngularNodeAppEngine();
  return engine.handle(request, context);
};

/** What the Angular build looks for in this file; our own server calls `renderPage`. */
export const reqHandler = createNodeRequestHandler((_request, response) => {
  response.statusCode = 501;
  response.end('Pages are rendered by the API process.');
});
