import type { Routes } from '@angular/router';

/** A page that may hold what is not saved yet is asked before it is left. */
interface Careful {
  mayLeave(): boolean | Promise<boolean>;
}

const saves = [(page: Careful) => page.mayLeave()];

/** Pages of requests and of the cases in them, below `/requests`. */
export const requestRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./list-page/requests-page.ts')).RequestsPage,
  },
  {
    path: ':id',
    pathMatch: 'full',
    loadComponent: async () => (await import('./request-page/request-page.ts')).RequestPage,
  },
  {
    path: ':id/data',
    loadComponent: async () => (await import('./data-page/data-page.ts')).DataPage,
    canDeactivate: saves,
  },
  {
    path: ':id/sections/:section',
    loadComponent: async () => (await import('./section-page/section-page.ts')).SectionPage,
    canDeactivate: saves,
  },
  {
    path: ':id/people',
    loadComponent: async () => (await import('./people-page/people-page.ts')).PeoplePage,
  },
  {
    path: ':id/check',
    loadComponent: async () => (await import('./check-page/check-page.ts')).CheckPage,
  },
  {
    path: ':id/submitted',
    loadComponent: async () => (await import('./submitted-page/submitted-page.ts')).SubmittedPage,
  },
  {
    path: ':id/cases/:case',
    loadComponent: async () => (await import('./review/review-page.ts')).ReviewPage,
  },
];
