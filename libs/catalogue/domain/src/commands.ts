import type { AccessLevel, Visibility } from './access.ts';
import type { StoredFile } from './dataset.ts';
import type { Description } from './description.ts';

/** Enters a dataset by hand, as a draft. */
export interface RegisterDataset {
  readonly type: 'register-dataset';
  readonly id: string;
  readonly organisation: string;
  readonly unit?: string;
  /** Made from the title and free at the time of asking; the door takes the next free one. */
  readonly slug: string;
  readonly description: Description & { readonly title: string };
}

/** Sets fields; only the fields named change. */
export interface DescribeDataset {
  readonly type: 'describe-dataset';
  readonly description: Description;
}

export interface SetAccess {
  readonly type: 'set-access';
  readonly access: AccessLevel;
}

export interface SetVisibility {
  readonly type: 'set-visibility';
  readonly visibility: Visibility;
}

/** Names the data owners and the steward. */
export interface AssignResponsibility {
  readonly type: 'assign-responsibility';
  readonly owners: readonly string[];
  readonly steward?: string;
}

export interface PublishDataset {
  readonly type: 'publish-dataset';
}

export interface WithdrawDataset {
  readonly type: 'withdraw-dataset';
  /** Read by anybody who follows the dataset's address. */
  readonly reason: string;
}

/** Binds a file, already stored, to a distribution. */
export interface AttachFile {
  readonly type: 'attach-file';
  readonly distribution: string;
  readonly file: StoredFile;
  readonly fileName: string;
}

/** One record of a remote catalogue, repaired; creates the dataset or brings it up to date. Machines only. */
export interface ImportDataset {
  readonly type: 'import-dataset';
  readonly id: string;
  readonly organisation: string;
  readonly slug: string;
  readonly source: string;
  readonly key: string;
  readonly recordHash: string;
  /** What the source says of access; never widened afterwards. */
  readonly access: AccessLevel;
  readonly description: Description & { readonly title: string };
}

/** The source no longer has the record. Machines only. */
export interface MarkVanished {
  readonly type: 'mark-vanished';
}

export type DatasetCommand =
  | RegisterDataset
  | DescribeDataset
  | SetAccess
  | SetVisibility
  | AssignResponsibility
  | PublishDataset
  | WithdrawDataset
  | AttachFile
  | ImportDataset
  | MarkVanished;

export type DatasetCommandName = DatasetCommand['type'];
