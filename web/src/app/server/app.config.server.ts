import { HttpBackend } from '@angular/common/http';
import { mergeApplicationConfig, type ApplicationConfig } from '@angular/core';
import { provideServerRendering, RenderMode, withRoutes } from '@angular/ssr';
import { appConfig } from '../app.config.ts';
import { answers } from '../contracts/answers.ts';
import { CONTRACTS } from '../contracts/checked-answers.ts';
import { InProcessBackend } from './in-process-backend.ts';

const onServer: ApplicationConfig = {
  providers: [
    provideServerRendering(withRoutes([{ path: '**', renderMode: RenderMode.Server }])),
    { provide: HttpBackend, useClass: InProcessBackend },
    { provide: CONTRACTS, useValue: () => Promise.resolve(answers) },
  ],
};

export const serverConfig = mergeApplicationConfig(appConfig, onServer);
