import type { Routes } from '@angular/router';

/** Pages of the public register, below `/register`. */
export const registerRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: async () => (await import('./register-page.ts')).RegisterPage },
  { path: ':id', loadComponent: async () => (await import('./entry-page.ts')).EntryPage },
];
