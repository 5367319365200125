import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { serverConfig } from './app/server/app.config.server.ts';
import { App } from './app/shell/app.ts';

/** Starts the application once for each page rendered on the server. */
export default function bootstrap(context: BootstrapContext) {
  return bootstrapApplication(App, serverConfig, context);
}
