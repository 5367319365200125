import { accepted, refusal, refused, type LocalDate, type Outcome, type Refusal } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import { blank } from '../wording.ts';
import type { RequestCommand, ResubmitRequest, SubmitRequest, Submission } from './commands.ts';
import type { RequestEvent } from './events.ts';
import { submissionKey, type SharingRequest } from './request.ts';

/** What the door looks up before a decision about a request. */
export interface RequestFacts {
  readonly today: LocalDate;
  /** Whether the person's address is confirmed: anyone with one may ask. */
  readonly addressConfirmed: boolean;
  /** What is wrong with the answers by the question sets that they name; empty where nothing keeps them from being submitted. */
  readonly faultsOfAnswers: readonly Refusal[];
  /** Ids of the cases of the request that wait for an answer. */
  readonly returnedCases: readonly string[];
}

type Decision = Outcome<readonly RequestEvent[]>;

const most = { datasets: 50 };

/** Submitting needs name, address for reply, data and purpose, no more (domain, Guards). */
function faultsOfSubmission(submission: Submission, declared: boolean, facts: RequestFacts): readonly Refusal[] {
  return [
    ...(facts.addressConfirmed
      ? []
      : [refusal('sharing.address-unconfirmed', 'Confirm your e-mail address first: the answer goes there.')]),
    ...(blank(submission.title)
      ? [
          refusal(
            'sharing.title-missing',
            'Give the request a title, so that people can tell it apart.',
            'answers.title',
          ),
        ]
      : []),
    ...(submission.datasets.length === 0
      ? [refusal('sharing.basket-empty', 'Choose at least one dataset.', 'basket')]
      : []),
    ...(submission.datasets.length > most.datasets
      ? [refusal('sharing.basket-too-full', `Ask for ${most.datasets} datasets at most at a time.`, 'basket')]
      : []),
    ...twice(submission).map((dataset) =>
      refusal(
        'sharing.dataset-twice',
        'This dataset is asked for twice: say in one place what you need of it.',
        `basket.${dataset}`,
      ),
    ),
    ...submission.datasets.flatMap(({ dataset, columns, described, whole }) =>
      columns.length > 0 || described || whole
        ? []
        : [
            refusal(
              'sharing.columns-missing',
              'Choose the columns you need, or say in words which.',
              `basket.${dataset}`,
            ),
          ],
    ),
    ...facts.faultsOfAnswers,
    ...(declared
      ? []
      : [
          refusal('sharing.declaration-missing', 'Confirm that what you say is true to your knowledge.', 'declaration'),
        ]),
  ];
}

function twice({ datasets }: Submission): readonly string[] {
  const ids = datasets.map(({ dataset }) => dataset);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

const factsOf = ({ datasets, questionSets, evidence }: Submission) => ({ datasets, questionSets, evidence });

const wordsOf = (number: number, { title, words }: Submission) => ({ title, [submissionKey(number)]: words });

function submit(command: SubmitRequest, { actor, facts }: Circumstances<RequestFacts>): Decision {
  const { submission, declared, id, reference, people, organisation, unit, cases } = command;
  const faults = faultsOfSubmission(submission, declared, facts);
  if (faults.length > 0) return refused(...faults);
  const holder = actor.kind === 'person' ? actor.person : '';
  return accepted([
    {
      type: 'request-submitted',
      facts: {
        id,
        reference,
        holder,
        people,
        ...(organisation === undefined ? {} : { organisation }),
        ...(unit === undefined ? {} : { unit }),
        cases,
        submission: 1,
        ...factsOf(submission),
        on: facts.today,
      },
      content: wordsOf(1, submission),
    },
  ]);
}

function resubmit(
  { submission, declared, cases, people }: ResubmitRequest,
  request: SharingRequest,
  facts: RequestFacts,
): Decision {
  const faults = [
    ...(cases.length === 0 ? [refusal('sharing.case-missing', 'Choose whom the new answers are for.', 'cases')] : []),
    ...(cases.every((id) => facts.returnedCases.includes(id))
      ? []
      : [refusal('sharing.case-not-returned', 'One of these does not wait for an answer.', 'cases')]),
    ...faultsOfSubmission(submission, declared, facts),
  ];
  if (faults.length > 0) return refused(...faults);
  const number = request.submissions + 1;
  return accepted([
    {
      type: 'request-resubmitted',
      facts: { submission: number, cases, people, ...factsOf(submission), on: facts.today },
      content: wordsOf(number, submission),
    },
  ]);
}

/** Decides one command to a request: what speaks against it first, events last. */
export function decideRequest(
  command: RequestCommand,
  request: SharingRequest | undefined,
  circumstances: Circumstances<RequestFacts>,
): Decision {
  if (command.type === 'submit-request') return submit(command, circumstances);
  if (!request) throw new Error(`${command.type} reached a request that is not there`);
  switch (command.type) {
    case 'resubmit-request':
      return resubmit(command, request, circumstances.facts);
    case 'withdraw-request':
      return accepted([{ type: 'request-withdrawn', facts: {} }]);
    case 'take-over-request': {
      const { actor } = circumstances;
      if (actor.kind !== 'person' || actor.person === request.holder) return accepted([]);
      return accepted([{ type: 'request-taken-over', facts: { person: actor.person } }]);
    }
    case 'add-case':
      return accepted([{ type: 'request-case-added', facts: { case: command.case } }]);
  }
}
