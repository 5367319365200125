import type { OperatorCommand } from './context.ts';
import { demonstration } from './demonstration/main.ts';
import { holiday } from './holiday.ts';
import { importCatalogue } from './import.ts';
import { membership, organisation } from './organisation.ts';
import { person } from './person.ts';
import { questions } from './questions.ts';
import { verify } from './verify.ts';

/** Commands of the operator's command line, beside `migrate`, by name. */
export const operatorCommands: Readonly<Record<string, OperatorCommand>> = {
  demonstration,
  holiday,
  import: importCatalogue,
  membership,
  organisation,
  person,
  questions,
  verify,
};
