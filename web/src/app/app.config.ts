import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core';
import {
  provideClientHydration,
  withHttpTransferCacheOptions,
  withNoIncrementalHydration,
} from '@angular/platform-browser';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { routes } from './app.routes.ts';
import { checkAnswers } from './contracts/checked-answers.ts';
import { NoTitles } from './shell/page-head.ts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideHttpClient(withInterceptors([checkAnswers])),
    // A page for a signed-in reader is itself `private, no-store`, so what it was rendered from may travel with it.
    provideClientHydration(
      withNoIncrementalHydration(),
      withHttpTransferCacheOptions({ includeNonCacheableRequests: true }),
    ),
    { provide: TitleStrategy, useClass: NoTitles },
  ],
};
