import type { Routes } from '@angular/router';

/** Pages on the way in, below `/sign-in`. */
export const signInRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./sign-in-page.ts')).SignInPage,
  },
  {
    path: 'link',
    loadComponent: async () => (await import('./sign-in-link-page.ts')).SignInLinkPage,
  },
  {
    path: 'reset',
    loadComponent: async () => (await import('./mail-link-page.ts')).MailLinkPage,
    data: { purpose: 'reset' },
  },
];
