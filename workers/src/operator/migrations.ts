import { Catalogue001, Import001, Search001, Terms001 } from '#catalogue/server';
import { Ledger001, Ledger002 } from '#ledger/server';
import { Notices001, Notices002 } from '#notices/server';
import { Organisations001, Organisations002 } from '#organisations/server';
import type { MigrationClass } from '#platform/database';
import { Mail001 } from '#platform/mail';
import {
  Agreements001,
  Agreements002,
  Agreements003,
  Calendars001,
  CaseReads001,
  Evidence001,
  QuestionSets001,
  Sharing001,
  Sharing002,
  Talk001,
} from '#sharing/server';

/** Every migration of every feature, in the order in which they are applied. A new one goes to the end. */
export const migrations: readonly MigrationClass[] = [
  Ledger001,
  Organisations001,
  Catalogue001,
  Search001,
  Import001,
  Organisations002,
  Notices001,
  Calendars001,
  QuestionSets001,
  Evidence001,
  Sharing001,
  Talk001,
  CaseReads001,
  Sharing002,
  Agreements001,
  Ledger002,
  Mail001,
  Notices002,
  Terms001,
  Agreements002,
  Agreements003,
];
