import { datasetEvents, termsEvents } from '#catalogue/contracts';
import type { DatasetEvent, DatasetTermsAccepted } from '#catalogue/domain';
import { streamsBy, tellerOf, type HistoryTeller } from '#ledger/server';
import { describeDatasetEvent } from './describe-event.ts';

/** How the history of the catalogue is told. */
export const catalogueTellers: readonly HistoryTeller[] = [
  tellerOf<DatasetTermsAccepted>({
    kind: 'terms-acceptance',
    ofDatasets: true,
    label: 'Terms accepted',
    events: termsEvents,
    tell: () => 'The terms were accepted',
    streams: streamsBy(
      `select acceptance.id, dataset.content->>'title' as title, '/datasets/' || dataset.slug as path
       from terms_acceptance acceptance join dataset on dataset.id = acceptance.dataset
       where acceptance.id = any($1::uuid[])`,
      'history-of-acceptances',
    ),
  }),
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
