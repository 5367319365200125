import type { Role } from '#kernel';
import { laneAtLeast, type Lane } from '../lane.ts';

/** What a task asks for. */
export const taskKinds = ['validate', 'advise', 'accept', 'decide'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Work of a case: the tasks of its stages, and the review of a decision, which stands beside them. */
export type WorkKind = TaskKind | 'review';

/** The advisers' labels, as roles spell them behind `adviser:`. */
export const adviceLabels = ['data-protection', 'legal', 'security', 'caldicott', 'commercial'] as const;
export type AdviceLabel = (typeof adviceLabels)[number];

export const adviceLabelWords: Record<AdviceLabel, string> = {
  'data-protection': 'data protection',
  legal: 'legal',
  security: 'security',
  caldicott: 'Caldicott',
  commercial: 'commercial',
};

/** When a stage or an adviser is wanted: data, never code. Both parts must hold where both are given. */
export interface Wanted {
  /** In this lane and in those above it. */
  readonly lane?: Lane;
  /** Only where the data is about care (health or social care). */
  readonly care?: true;
}

/** One adviser whom a stage asks, side by side with its others. */
export interface WantedAdvice extends Wanted {
  readonly label: AdviceLabel;
}

export interface Stage extends Wanted {
  readonly kind: TaskKind;
  /** Working days from the day on which the stage is reached. */
  readonly target: number;
  readonly advisers?: readonly WantedAdvice[];
}

/** An owner's versioned list of stages; a case keeps the version it began with. */
export interface Route {
  readonly id: string;
  readonly version: number;
  /** The owner's promise to the requester, in working days. */
  readonly target: number;
  readonly stages: readonly Stage[];
}

/** The route of an owner who has none of their own (domain, Clocks). */
export const defaultRoute: Route = {
  id: 'default',
  version: 1,
  target: 20,
  stages: [
    { kind: 'validate', target: 2 },
    {
      kind: 'advise',
      target: 7,
      advisers: [
        { label: 'data-protection', lane: 'B' },
        { label: 'legal', lane: 'B' },
        { label: 'security', lane: 'C' },
        { label: 'caldicott', lane: 'C', care: true },
      ],
    },
    { kind: 'accept', target: 3, lane: 'C' },
    { kind: 'decide', target: 5 },
  ],
};

const routes: readonly Route[] = [defaultRoute];

/** The route by which a case goes. @throws where the version is unknown: a case never names one that was not published */
export function routeAt({ id, version }: { readonly id: string; readonly version: number }): Route {
  const route = routes.find((one) => one.id === id && one.version === version);
  if (!route) throw new Error(`There is no route ${id} of version ${version}`);
  return route;
}

/** Who does a task of each kind, first those meant to, then who does it where nobody holds the role before. */
export const holdersInOrder: Record<Exclude<WorkKind, 'advise'>, readonly Role[]> = {
  validate: ['steward', 'owner', 'siro', 'administrator'],
  accept: ['siro', 'signatory', 'owner'],
  decide: ['owner', 'siro'],
  review: ['siro', 'owner'],
};

/** Whether a stage or an adviser is wanted for a case. */
export const isWanted = (wanted: Wanted, { lane, care }: { readonly lane: Lane; readonly care: boolean }): boolean =>
  (wanted.lane === undefined || laneAtLeast(lane, wanted.lane)) && (wanted.care === undefined || care);
