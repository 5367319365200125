import type { Routes } from '@angular/router';

const information = (name: string): Routes[number] => ({
  path: name,
  loadComponent: async () => (await import('./information/information-page.ts')).InformationPage,
  data: { name },
});

/** Every page is fetched when it is first wanted. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: async () => (await import('./catalogue/home-page/home-page.ts')).HomePage,
  },
  {
    path: 'datasets',
    pathMatch: 'full',
    loadComponent: async () => (await import('./catalogue/search-page/search-page.ts')).SearchPage,
  },
  {
    path: 'datasets/:slug',
    loadComponent: async () => (await import('./catalogue/dataset-page/dataset-page.ts')).DatasetPage,
  },
  {
    path: 'datasets/:slug/history',
    loadComponent: async () => (await import('./catalogue/history-page/history-page.ts')).HistoryPage,
  },
  {
    path: 'organisations',
    pathMatch: 'full',
    loadComponent: async () => (await import('./organisations/organisations-page.ts')).OrganisationsPage,
  },
  {
    path: 'organisations/:slug',
    loadComponent: async () => (await import('./organisations/organisation-page.ts')).OrganisationPage,
  },
  {
    path: 'sign-in',
    pathMatch: 'full',
    loadComponent: async () => (await import('./session/sign-in-page.ts')).SignInPage,
  },
  { path: 'sign-in/link', loadComponent: async () => (await import('./session/sign-in-link-page.ts')).SignInLinkPage },
  ...['privacy', 'accessibility', 'terms', 'cookies', 'contact', 'help'].map(information),
  { path: '**', loadComponent: async () => (await import('./shell/whole-page-message.ts')).WholePageMessage },
];
