import { accepted, refusal, refused, type Outcome, type Refusal } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import type { AssignResponsibility, AttachFile, DatasetCommand, RegisterDataset } from './commands.ts';
import { missingFields } from './completeness.ts';
import type { Dataset, DatasetContent } from './dataset.ts';
import { describedPatch, faultsOfDescription } from './describe.ts';
import type { DatasetEvent } from './events.ts';
import { decideImport, decideVanished } from './import/decide-import.ts';

/** What a decision must know of other rows. */
export interface DatasetFacts {
  /** The slug asked for, or the next free one like it. */
  readonly slug?: string;
  readonly organisationKnown: boolean;
  readonly unitKnown: boolean;
  /** Persons with the role `owner` in the dataset's organisation. */
  readonly owners: readonly string[];
  /** Persons with the role `steward` there. */
  readonly stewards: readonly string[];
}

type Decision = Outcome<readonly DatasetEvent[]>;

/** Decides one command to a dataset: refusals first, events last. */
export function decideDataset(
  command: DatasetCommand,
  dataset: Dataset | undefined,
  circumstances: Circumstances<DatasetFacts>,
  content: DatasetContent | undefined,
): Decision {
  const { facts } = circumstances;
  if (command.type === 'register-dataset') return register(command, facts);
  if (command.type === 'import-dataset')
    return decideImport(dataset, content, { ...command, slug: facts.slug ?? command.slug });
  if (!dataset || !content) throw new Error(`${command.type} reached a dataset that is not there`);
  switch (command.type) {
    case 'mark-vanished':
      return decideVanished(dataset);
    case 'describe-dataset': {
      const faults = faultsOfDescription(command.description);
      if (faults.length > 0) return refused(...faults);
      const patch = describedPatch(command.description, dataset, content);
      if (patch.fields.length === 0) return accepted([]);
      return accepted([
        {
          type: 'dataset-described',
          facts: { ...patch.facts, fields: patch.fields, by: 'person' },
          content: patch.content,
        },
      ]);
    }
    case 'set-access':
      return command.access === dataset.access
        ? accepted([])
        : accepted([{ type: 'dataset-access-set', facts: { access: command.access } }]);
    case 'set-visibility':
      return command.visibility === dataset.visibility
        ? accepted([])
        : accepted([{ type: 'dataset-visibility-set', facts: { visibility: command.visibility } }]);
    case 'assign-responsibility':
      return assign(command, dataset, facts);
    case 'publish-dataset':
      return publish(dataset, content);
    case 'withdraw-dataset':
      return accepted([{ type: 'dataset-withdrawn', facts: {}, content: { withdrawalReason: command.reason } }]);
    case 'attach-file':
      return attach(command, dataset, content);
  }
}

function register(command: RegisterDataset, facts: DatasetFacts): Decision {
  const faults: Refusal[] = [...faultsOfDescription(command.description)];
  if (!facts.organisationKnown) {
    faults.push(refusal('catalogue.organisation-unknown', 'There is no such organisation here.', 'organisation'));
  }
  if (command.unit !== undefined && !facts.unitKnown) {
    faults.push(refusal('catalogue.unit-unknown', 'The organisation has no such unit.', 'unit'));
  }
  if (faults.length > 0) return refused(...faults);
  const patch = describedPatch(command.description, undefined, undefined);
  const { id, organisation, unit, slug } = command;
  const place = { id, organisation, ...(unit === undefined ? {} : { unit }), slug: facts.slug ?? slug };
  return accepted([
    {
      type: 'dataset-registered',
      facts: { ...place, ...patch.facts, fields: patch.fields, by: 'person' },
      content: patch.content,
    },
  ]);
}

function assign(command: AssignResponsibility, dataset: Dataset, facts: DatasetFacts): Decision {
  const faults: Refusal[] = [];
  for (const [index, owner] of command.owners.entries()) {
    if (facts.owners.includes(owner)) continue;
    const message = 'A data owner holds that role in the organisation. Ask its administrator to give it first.';
    faults.push(refusal('catalogue.owner-without-role', message, `owners[${index}]`));
  }
  if (command.steward !== undefined && !facts.stewards.includes(command.steward)) {
    const message = 'A steward holds that role in the organisation. Ask its administrator to give it first.';
    faults.push(refusal('catalogue.steward-without-role', message, 'steward'));
  }
  if (faults.length > 0) return refused(...faults);
  const owners = [...new Set(command.owners)];
  const { steward } = command;
  const sameOwners = owners.length === dataset.owners.length && owners.every((owner) => dataset.owners.includes(owner));
  if (sameOwners && steward === dataset.steward) return accepted([]);
  return accepted([{ type: 'dataset-responsibility-assigned', facts: { owners, ...(steward ? { steward } : {}) } }]);
}

/** The UK model's required fields are required to publish by hand. */
function publish(dataset: Dataset, content: DatasetContent): Decision {
  const faults = missingFields(dataset, content)
    .filter((missing) => missing.required)
    .map(({ field, label, why }) => refusal('catalogue.field-missing', `${label} is missing. ${why}`, field));
  if (faults.length > 0) return refused(...faults);
  // Why it was withdrawn is said of a withdrawn dataset alone; its history keeps it.
  const emptied = content.withdrawalReason === undefined ? {} : { content: { withdrawalReason: null } };
  return accepted([{ type: 'dataset-published', facts: {}, ...emptied }]);
}

function attach(command: AttachFile, dataset: Dataset, content: DatasetContent): Decision {
  const { distribution, file, fileName } = command;
  if (!dataset.distributions.some(({ id }) => id === distribution)) {
    return refused(refusal('catalogue.distribution-unknown', 'The dataset has no such distribution.', 'distribution'));
  }
  const distributions = (content.distributions ?? []).map((one) =>
    one.id === distribution ? { ...one, fileName } : one,
  );
  return accepted([{ type: 'dataset-file-attached', facts: { distribution, file }, content: { distributions } }]);
}
