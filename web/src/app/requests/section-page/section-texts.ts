import { textTable } from '#ui';

export const sectionTexts = textTable({
  title: (section: string, request: string) => `${section}: ${request}`,
  toSubmit: 'needed to submit',
  toApprove: 'needed before an owner can say yes',
  optional: 'optional',
  yes: 'Yes',
  no: 'No',
  from: 'First day',
  until: 'Last day',
  clear: 'Take this answer away',
  explain: (choice: string) => `${choice}: say more`,
  charactersLeft: (left: number) =>
    left >= 0
      ? `${left.toLocaleString('en-GB')} characters left`
      : `${(-left).toLocaleString('en-GB')} characters too many`,
  asks: (organisation: string) => `${organisation} asks:`,
  missing: 'Answer this: nothing can be submitted without it.',
  faultsTitle: 'Look at these again',
  faultsText: 'Everything is saved as it is. You can put it right now or later.',
  goOnAnyway: 'Go on all the same',
  badDay: 'Give a day that exists, with day, month and year.',
  next: (section: string) => `Save and go on: ${section}`,
  check: 'Save and check your answers',
  previous: (section: string) => `Back: ${section}`,
  backToData: 'Back: the data you want',
  toList: 'All parts of the request',
  notAskedTitle: 'Nothing is asked here now',
  notAsked:
    'By your answers and the columns you chose, these questions are not needed. Answers that you gave here before are kept and not sent.',
  notWrittenTitle: 'This request is not being written now',
  notWritten: 'It was submitted or closed, or it is somebody else’s to write. What was sent stands on its page.',
  toRequest: 'Go to the request',
  files: 'Files',
  chooseFiles: 'Choose files',
  dropHere: 'or drop them here',
  fileHint:
    'PDF, Word (DOCX), Excel (XLSX), OpenDocument, PNG, JPEG, CSV or plain text; at most 10 MB each and 20 files in all.',
  uploading: (name: string) => `Sending ${name} …`,
  uploaded: (name: string) => `${name} is added`,
  fileRemoved: (name: string) => `${name} is removed`,
  removeFile: 'Remove',
  fileFailed: (name: string, why: string) => `${name} was not added. ${why}`,
  tooManyFiles: 'Add 20 files at most.',
});
