import { datasetEvents } from '#catalogue/contracts';
import type { DatasetEvent } from '#catalogue/domain';
import { streamsBy, tellerOf, type HistoryTeller } from '#ledger/server';
import { describeDatasetEvent } from './describe-event.ts';

/** How the history of the catalogue is told. */
export const catalogueTellers: readonly HistoryTeller[] = [
  tellerOf<DatasetEvent>({
    kind: 'dataset',
    ofDatasets: true,
    label: 'Datasets',
    events: datasetEvents,
    tell: describeDatasetEvent,
    streams: streamsBy(
      `select id, content->>'title' as title, '/datasets/' || slug as path from dataset where id = any($1::uuid[])`,
      'history-of-datasets',
    ),
  }),
];
