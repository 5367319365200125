import { refusal, type Refusal } from '#kernel';
import { evidenceKinds, evidenceLimits, type EvidenceKind } from '#sharing/contracts';

const labels = evidenceKinds.map(({ label }) => label);
const kinds = `${labels.slice(0, -1).join(', ')} or ${labels.at(-1)}`;

const megabytes = (bytes: number): string => `${bytes / (1024 * 1024)} MB`;

const refusedFile = (reason: string, message: string): Refusal => refusal(`sharing.file-${reason}`, message, 'file');

export const fileNotSent = refusedFile('not-sent', 'Choose a file to add. It is sent in one part named file.');

export const oneFileOnly = refusedFile('one-only', 'Add one file at a time.');

export const fileNameMissing = refusedFile('name-missing', 'Give the file a name that ends in its kind, as plan.pdf.');

export const fileEmpty = refusedFile('empty', 'This file is empty. Choose the one with the content.');

export const fileKindRefused = refusedFile('kind-refused', `This kind of file is not taken. Add ${kinds}.`);

export const fileHoldsMacros = refusedFile(
  'macros',
  'Files with macros are not taken. Save it without macros, as DOCX, XLSX, ODT, ODS or PDF, and add that.',
);

export const fileIsScript = refusedFile(
  'script',
  `This holds a web page, a picture in SVG, markup or a script, and is not taken. Add ${kinds}.`,
);

export const fileNoText = refusedFile(
  'no-text',
  'This is no plain text that can be read. Save it as UTF-8, and add that.',
);

/** @param named the kind that the name promises; @param found the kind that the content is, where that is one of ours */
export function fileNotAsNamed(named: EvidenceKind, found: EvidenceKind | undefined): Refusal {
  const [extension] = named.extensions;
  const message =
    found === undefined
      ? `The name ends as that of a ${named.label} file, but the content is not, or it is damaged or locked by a password. Save it as ${extension.toUpperCase()} again, without a password.`
      : `The name ends as that of a ${named.label} file, but the content is ${found.label}. Give it the end .${found.extensions[0]}, or choose the right file.`;
  return refusedFile('not-as-named', message);
}

export const fileTooLarge = refusedFile(
  'too-large',
  `This file is larger than ${megabytes(evidenceLimits.fileBytes)}. Make it smaller or split it.`,
);

export const tooManyFiles = refusedFile(
  'too-many',
  `A request holds ${evidenceLimits.files} files at most. Remove one that is not needed.`,
);

export const filesTooLarge = refusedFile(
  'too-large-together',
  `The files of a request are ${megabytes(evidenceLimits.bytes)} at most together. Remove one or make this one smaller.`,
);

export const fileSubmitted = refusal(
  'sharing.file-submitted',
  'This file belongs to a submission and stays with it. New answers need not name it.',
);
