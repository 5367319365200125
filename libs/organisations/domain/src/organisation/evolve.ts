import type { OrganisationDescribed, OrganisationEvent, OrganisationRegistered } from './events.ts';
import type { Organisation, OrganisationStanding } from './organisation.ts';

const registered = ({ facts }: OrganisationRegistered): Organisation => ({
  id: facts.id,
  slug: facts.slug,
  kind: facts.kind,
  standing: facts.standing,
  units: [],
  nation: 'england',
  boards: [],
});

const described = (state: Organisation, { facts: { kind, nation } }: OrganisationDescribed): Organisation => ({
  ...state,
  kind: kind ?? state.kind,
  nation: nation ?? state.nation,
});

const standingAfter: Partial<Record<OrganisationEvent['type'], OrganisationStanding>> = {
  'organisation-claimed': 'member',
  'organisation-verified': 'verified',
  'organisation-verification-withdrawn': 'member',
};

/** Folds the facts of one event into what the rules know of an organisation. */
export function evolveOrganisation(state: Organisation | undefined, event: OrganisationEvent): Organisation {
  if (event.type === 'organisation-registered') return registered(event);
  if (state === undefined) throw new Error(`${event.type} cannot begin the history of an organisation`);
  switch (event.type) {
    case 'organisation-described':
      return described(state, event);
    case 'organisation-claimed':
    case 'organisation-verified':
    case 'organisation-verification-withdrawn':
      return { ...state, standing: standingAfter[event.type] ?? state.standing };
    case 'organisation-unit-added':
      return { ...state, units: [...state.units, { id: event.facts.unit, closed: false }] };
    case 'organisation-unit-renamed':
    case 'organisation-profile-filled':
      return state;
    case 'organisation-unit-closed':
      return {
        ...state,
        units: state.units.map((unit) => (unit.id === event.facts.unit ? { ...unit, closed: true } : unit)),
      };
    case 'organisation-board-joined':
      return { ...state, boards: [...state.boards, event.facts.board] };
    case 'organisation-board-left':
      return { ...state, boards: state.boards.filter((board) => board !== event.facts.board) };
  }
}
