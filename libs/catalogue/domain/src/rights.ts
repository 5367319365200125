import { membershipIn, type Actor } from '#kernel';
import type { Rights } from '#ledger/domain';
import type { Lifecycle } from './access.ts';
import type { DatasetCommand, DatasetCommandName } from './commands.ts';
import type { Dataset } from './dataset.ts';

/** What somebody is to a dataset. `import` and `operator` are machines: a reading of a feed, and the command line. */
export const datasetStandings = [
  'owner',
  'steward',
  'administrator',
  'colleague',
  'import',
  'operator',
  'public',
] as const;
export type DatasetStanding = (typeof datasetStandings)[number];

/** `none` is the state of a dataset that is not there yet. */
export const datasetStates = ['none', 'draft', 'published', 'withdrawn'] as const;
export type DatasetState = 'none' | Lifecycle;

const there: readonly Lifecycle[] = ['draft', 'published', 'withdrawn'];

/**
 * Who may do what to a dataset, and when (roles of the domain): a steward edits, a data owner sets access, terms and
 * visibility, an administrator names who is responsible. The operator's command line may do what both may, for loading.
 */
export const datasetRights: Rights<DatasetCommandName, DatasetState, DatasetStanding> = {
  'register-dataset': { states: ['none'], standings: ['steward', 'owner', 'operator'] },
  'describe-dataset': { states: there, standings: ['steward', 'owner', 'operator'] },
  'set-access': { states: there, standings: ['owner', 'operator'] },
  'set-visibility': { states: there, standings: ['owner', 'operator'] },
  'assign-responsibility': { states: there, standings: ['owner', 'administrator', 'operator'] },
  'publish-dataset': { states: ['draft', 'withdrawn'], standings: ['steward', 'owner', 'operator'] },
  'withdraw-dataset': { states: ['published'], standings: ['steward', 'owner', 'operator'] },
  'attach-file': { states: there, standings: ['steward', 'owner', 'operator'] },
  'import-dataset': { states: ['none', ...there], standings: ['import'] },
  'mark-vanished': { states: there, standings: ['import'] },
};

/** The machine whose commands the operator of the installation types. */
const operatorCommandLine = 'operator-command-line';

/**
 * What the actor is to this dataset, or to one that the command would create. A role counts in the organisation acted
 * for; a named owner or steward of another unit stays one.
 */
export function datasetStandingsOf(
  actor: Actor,
  dataset: Dataset | undefined,
  command?: DatasetCommand,
): DatasetStanding[] {
  const creates = command?.type === 'register-dataset' || command?.type === 'import-dataset';
  const organisation = dataset?.organisation ?? (creates ? command.organisation : undefined);
  // A dataset that is not there is nobody's, and is answered as one that the actor may not see.
  if (organisation === undefined) return [];
  if (actor.kind === 'anyone') return ['public'];
  if (actor.kind === 'machine') {
    if (actor.name === 'import') return actor.actingFor === organisation ? ['import'] : [];
    return actor.name === operatorCommandLine ? ['operator'] : [];
  }
  const membership = membershipIn(actor, organisation);
  if (!membership || (actor.actingFor !== undefined && actor.actingFor !== organisation)) return ['public'];
  const standings: DatasetStanding[] = ['colleague', 'public'];
  if (membership.roles.includes('administrator')) standings.unshift('administrator');
  if (membership.roles.includes('steward') || dataset?.steward === actor.person) standings.unshift('steward');
  if (isOwner(actor.person, membership.roles.includes('owner'), dataset)) standings.unshift('owner');
  return standings;
}

/** Data owners are named on each dataset; where nobody is named yet, whoever holds the role in its organisation is. */
const isOwner = (person: string, holdsRole: boolean, dataset: Dataset | undefined): boolean =>
  dataset === undefined || dataset.owners.length === 0 ? holdsRole : holdsRole && dataset.owners.includes(person);

/** Which standing gives the right to a command in this state; undefined where none does. */
export function datasetRight(
  command: DatasetCommandName,
  state: DatasetState,
  standings: readonly string[],
): DatasetStanding | undefined {
  const right = datasetRights[command];
  return right.states.includes(state) ? right.standings.find((standing) => standings.includes(standing)) : undefined;
}

/** The commands that this actor may give now; it travels with every detail view, and the browser derives none itself. */
export function allowedDatasetCommands(actor: Actor, dataset: Dataset): DatasetCommandName[] {
  const standings = datasetStandingsOf(actor, dataset);
  return (Object.keys(datasetRights) as DatasetCommandName[]).filter(
    (command) => datasetRight(command, dataset.lifecycle, standings) !== undefined,
  );
}
