import type { Routes } from '@angular/router';

/** Set by Angular's build: false in what people get. */
declare const ngDevMode: boolean;

/** A page that may hold what is not saved asks before it is left. */
interface Careful {
  mayLeave(): boolean | Promise<boolean>;
}

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
    path: 'datasets/new',
    loadComponent: async () => (await import('./catalogue/new-page/new-page.ts')).NewPage,
  },
  {
    path: 'datasets/:slug/edit',
    loadComponent: async () => (await import('./catalogue/edit-page/edit-page.ts')).EditPage,
    canDeactivate: [(page: Careful) => page.mayLeave()],
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
    path: 'datasets/:slug/questions',
    loadComponent: async () => (await import('./catalogue/dataset-page/questions/questions-page.ts')).QuestionsPage,
  },
  {
    path: 'organisations',
    loadChildren: async () => (await import('./organisations/organisations.routes.ts')).organisationRoutes,
  },
  {
    path: 'inbox',
    pathMatch: 'full',
    loadComponent: async () => (await import('./inbox/inbox-page.ts')).InboxPage,
  },
  {
    path: 'basket',
    loadComponent: async () => (await import('./requests/basket/basket-page.ts')).BasketPage,
  },
  {
    path: 'requests',
    loadChildren: async () => (await import('./requests/requests.routes.ts')).requestRoutes,
  },
  {
    path: 'register',
    loadChildren: async () => (await import('./register/register.routes.ts')).registerRoutes,
  },
  {
    path: 'map',
    loadComponent: async () => (await import('./governance/map-page/map-page.ts')).MapPage,
  },
  {
    path: 'governance',
    loadComponent: async () => (await import('./governance/history-page/record-page.ts')).RecordPage,
  },
  {
    path: 'agreements',
    loadChildren: async () => (await import('./agreements/agreements.routes.ts')).agreementRoutes,
  },
  {
    path: 'permissions',
    loadComponent: async () => (await import('./agreements/permissions-page/permissions-page.ts')).PermissionsPage,
  },
  {
    path: 'notices',
    loadComponent: async () => (await import('./notices/notices-page.ts')).NoticesPage,
  },
  {
    path: 'sign-in',
    loadChildren: async () => (await import('./session/sign-in.routes.ts')).signInRoutes,
  },
  {
    path: 'sign-up',
    loadComponent: async () => (await import('./session/mail-link-page.ts')).MailLinkPage,
    data: { purpose: 'sign-up' },
  },
  {
    path: 'operator/mail',
    loadComponent: async () => (await import('./operator/mail-page.ts')).MailPage,
  },
  ...['privacy', 'accessibility', 'terms', 'cookies', 'contact', 'help'].map(information),
  // The living style guide stands in development builds only.
  ...(ngDevMode
    ? [{ path: 'style', loadComponent: async () => (await import('./style/style-page.ts')).StylePage }]
    : []),
  { path: '**', loadComponent: async () => (await import('./shell/whole-page-message.ts')).WholePageMessage },
];
