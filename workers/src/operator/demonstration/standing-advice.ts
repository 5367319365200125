import type { GiveStandingAdviceBody } from '#sharing/contracts';

/** The data protection adviser's advice for a class of cases, so that they need not wait for her each time. */
export const ratesAdvice = {
  /** Key of the dataset. */
  dataset: 'business-rates-accounts',
  label: 'data-protection',
  verdict: 'support-if',
  lane: 'B',
  purposeClasses: ['statistics', 'planning', 'public-service'],
  text: 'For statistics, planning and public services I support giving the property, its use, its value and whether it is occupied, as they are. Conditions: no names of payers who are people; account numbers only where a public body or a utility must match its own customers; nothing published about a single property that stands empty, since that invites break-ins. Ask me where names are wanted or where a product is to be made.',
} as const satisfies Omit<GiveStandingAdviceBody, 'actingFor' | 'until'> & { readonly dataset: string };
