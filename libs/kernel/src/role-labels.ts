import type { Role } from './actor.ts';

/** Roles as people read them. */
export const roleLabels: Readonly<Record<Role, string>> = {
  requester: 'may ask for data',
  administrator: 'administrator',
  signatory: 'signatory',
  owner: 'data owner',
  steward: 'steward',
  'adviser:data-protection': 'data protection adviser',
  'adviser:legal': 'legal adviser',
  'adviser:security': 'security adviser',
  'adviser:caldicott': 'Caldicott adviser',
  'adviser:commercial': 'commercial adviser',
  siro: 'information risk owner',
  'board-member': 'board member',
  'board-chair': 'chair of the board',
  facilitator: 'facilitator',
};
