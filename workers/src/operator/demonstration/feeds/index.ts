import type { DemonstrationFeed } from './feed.ts';
import { harbourFeed } from './harbour.ts';
import { oldPortals } from './old-portals.ts';

export type { DemonstrationFeed } from './feed.ts';

export const feeds: readonly DemonstrationFeed[] = [harbourFeed, ...oldPortals];
