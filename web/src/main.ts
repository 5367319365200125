import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config.ts';
import { App } from './app/shell/app.ts';

bootstrapApplication(App, appConfig)
  // From here on presses and letters are the application's: those who drive a page wait for it.
  .then(() => document.documentElement.setAttribute('data-awake', ''))
  .catch((error: unknown) => console.error(error));
