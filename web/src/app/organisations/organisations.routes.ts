import type { Routes } from '@angular/router';

/** A page that may hold what is not saved asks before it is left. */
interface Careful {
  mayLeave(): boolean | Promise<boolean>;
}

/** Pages of organisations, below `/organisations`. */
export const organisationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./organisations-page.ts')).OrganisationsPage,
  },
  {
    path: ':slug',
    pathMatch: 'full',
    loadComponent: async () => (await import('./organisation-page.ts')).OrganisationPage,
  },
  {
    path: ':slug/standing-advice',
    loadComponent: async () => (await import('./standing-advice/advice-page.ts')).AdvicePage,
  },
  {
    path: ':slug/profile',
    loadComponent: async () => (await import('./profile-page.ts')).ProfilePage,
    canDeactivate: [(page: Careful) => page.mayLeave()],
  },
];
