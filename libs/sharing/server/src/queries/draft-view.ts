import { sharedDatasets, type SharedDataset } from '#catalogue/server';
import type { Refusal } from '#kernel';
import type { Queries } from '#platform/database';
import type { DraftView } from '#sharing/contracts';
import {
  defaultRoute,
  faultsOfAnswers,
  highestLane,
  laneLabels,
  laneOfData,
  screenedLane,
  sectionStateLabels,
  sectionStates,
  type Lane,
  type QuestionSet,
} from '#sharing/domain';
import { todayOfDataset } from '../cases/datasets-today.ts';
import { titleOf, type Draft } from '../drafts/index.ts';
import { askedOf } from '../requests/submission.ts';
import { askedDatasetView } from './asked-datasets.ts';
import { forecastWords } from './clocks-of.ts';
import { daysTakenOf } from './days-taken.ts';
import { Names } from './names.ts';

type QuestionSetsFor = (queries: Queries, organisations: readonly string[]) => Promise<readonly QuestionSet[]>;

/** Cases of the request that wait for an answer. */
type Waiting = readonly { readonly id: string; readonly organisation: string }[];

const faultOf = ({ code, message, field = '' }: Refusal) => ({ field, code, message });

const isToApprove = ({ code }: Refusal): boolean => code === 'sharing.answer-missing-to-approve';

/** The lane that answers and basket give now. */
export const laneOfDraft = (draft: Draft, datasets: ReadonlyMap<string, SharedDataset>): Lane =>
  highestLane(
    screenedLane(draft.answers),
    laneOfData(
      draft.basket.map((item) => askedOf(item, datasets)),
      [...datasets.values()].map(todayOfDataset),
    ),
  );

function basketFaults(draft: Draft, datasets: ReadonlyMap<string, SharedDataset>): Refusal[] {
  if (draft.basket.length === 0) {
    return [{ code: 'sharing.basket-empty', message: 'Choose at least one dataset.', field: 'basket' }];
  }
  return draft.basket.flatMap((item): Refusal[] => {
    const shared = datasets.get(item.dataset);
    const field = `basket.${item.dataset}`;
    if (!shared?.requestable) {
      const message = `${shared ? `“${shared.title}”` : 'A dataset'} cannot be asked for any more. Take it out.`;
      return [{ code: 'sharing.dataset-not-requestable', message, field }];
    }
    const { columns, described, whole } = askedOf(item, datasets);
    if (columns.length > 0 || described || whole) return [];
    const message = `“${shared.title}”: choose the columns you need, or say in words which.`;
    return [{ code: 'sharing.columns-missing', message, field }];
  });
}

/** What is being written, with how far it is and what it lacks. */
export async function draftViewOf(
  queries: Queries,
  draft: Draft,
  waiting: Waiting,
  questionSetsFor: QuestionSetsFor,
): Promise<DraftView> {
  const datasets = await sharedDatasets(
    queries,
    draft.basket.map(({ dataset }) => dataset),
  );
  const owners = [...new Set([...datasets.values()].map(({ organisation }) => organisation.id))];
  const [sets, taken, names] = await Promise.all([
    questionSetsFor(queries, owners),
    daysTakenOf(queries, owners),
    Names.of(
      queries,
      [...draft.people, draft.savedBy],
      waiting.map(({ organisation }) => organisation),
    ),
  ]);
  const lane = laneOfDraft(draft, datasets);
  const circumstances = { answers: draft.answers, lane };
  const faults = faultsOfAnswers(sets, draft.answers, circumstances, 'approvable');
  return {
    revision: draft.revision,
    title: titleOf(draft),
    savedAt: draft.savedAt.toISOString(),
    savedBy: { id: draft.savedBy, name: names.person(draft.savedBy) },
    basket: draft.basket.map((item) => askedDatasetView(item, datasets.get(item.dataset))),
    answers: { ...draft.answers },
    questionSets: sets.map(({ id, version, title }) => ({ id, version, title })),
    sections: sectionStates(sets, circumstances).map((progress) => ({
      id: progress.section,
      title: progress.title,
      state: { code: progress.state, label: sectionStateLabels[progress.state] },
      answered: progress.answered,
      asked: progress.asked,
      missing: progress.missingToSubmit,
      missingToApprove: progress.missingToApprove,
    })),
    lane: { code: lane, label: laneLabels[lane] },
    toSubmit: [...basketFaults(draft, datasets), ...faults.filter((fault) => !isToApprove(fault))].map(faultOf),
    toApprove: faults.filter(isToApprove).map(faultOf),
    people: peopleOf(draft, names),
    returnedCases: waiting.map(({ id, organisation }) => ({ id, organisation: names.organisation(organisation) })),
    owners: owners.map((organisation) => ownerOf(organisation, datasets, taken.get(organisation) ?? [])),
  };
}

const peopleOf = (draft: Draft, names: Names): DraftView['people'] =>
  draft.people.map((id) => {
    const email = names.account(id)?.email;
    return { id, name: names.person(id), ...(email ? { email } : {}), author: id === draft.author };
  });

/** Who gets a part of it, and what they promise. */
function ownerOf(
  organisation: string,
  datasets: ReadonlyMap<string, SharedDataset>,
  taken: readonly number[],
): DraftView['owners'][number] {
  const theirs = [...datasets.values()].filter((one) => one.organisation.id === organisation);
  return {
    organisation: theirs[0]?.organisation ?? { id: organisation, slug: '', name: '' },
    target: defaultRoute.target,
    forecast: forecastWords(taken, 0, defaultRoute.target),
    datasets: theirs.map(({ title }) => title),
  };
}
