import type { Routes } from '@angular/router';

/** Pages of agreements, below `/agreements`. */
export const agreementRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list-page/agreements-page.ts')).AgreementsPage,
  },
  {
    path: 'sign',
    loadComponent: async () => (await import('./signing-page/signing-page.ts')).SigningPage,
  },
  {
    path: 'recipients/:slug',
    loadComponent: async () => (await import('./recipients-page/recipients-page.ts')).RecipientsPage,
  },
  {
    path: ':id',
    loadComponent: async () => (await import('./agreement-page/agreement-page.ts')).AgreementPage,
  },
];
