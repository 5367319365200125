/** Each kind of repair that an import makes, with the sentence that reports show. */
export const repairLabels = {
  'access-read': 'A word for who may have the data was read as one of ours',
  'access-unknown': 'What the source says about access is not a known word; it counts as not stated',
  'address-credentials': 'A user name and password in an address were left out',
  'address-dropped': 'An address that cannot be followed was left out',
  'address-mended': 'A mistyped address was put right',
  'contact-dropped': 'A contact that names nobody was left out',
  'contact-mail-as-name': 'An e-mail address stood in place of a contact’s name',
  'contact-mail-found': 'An e-mail address was found among other words',
  'contact-mail-trimmed': 'An e-mail address was freed of what stood around it',
  'contact-user-name': 'A user name stood in place of a contact’s name and was left out',
  'control-characters': 'Characters that cannot be shown were left out',
  'date-as-frequency': 'A repeating period stood in place of a date and was read as how often the data changes',
  'date-dropped': 'A date that cannot be read was left out',
  'date-shape': 'A date was written in another shape',
  'distribution-twice': 'The same distribution stood there twice; one was kept',
  'distribution-without-address': 'A distribution with no address was left out',
  encoding: 'Bytes that are not UTF-8 were read as Windows-1252',
  'field-name': 'A field with a mistyped name was read as the one that was meant',
  'format-read': 'A file format was recognised from an unusual word',
  'format-from-address': 'A file format was recognised from the address or the words beside it',
  'format-unknown': 'A file format is none that is listed here; it counts as another format',
  'html-to-text': 'Mark-up was turned into plain text',
  'identifier-from-address': 'The record’s own address stands in for its missing identifier',
  'keyword-dropped': 'An empty, repeated or unusable keyword was left out',
  'keywords-split': 'Keywords in one text were told apart',
  'language-dropped': 'A language that is not a known one was left out',
  'language-read': 'A language’s name was read as its code',
  'licence-from-distributions': 'The licence stood on the distributions and was taken for the dataset',
  'licence-read': 'A licence was recognised from its name or an older address',
  'licence-says-nothing': 'The licence field does not say which licence applies',
  'licences-differ': 'The distributions name different licences; no single one was taken',
  'markdown-to-text': 'Marks for bold text and links were turned into plain text',
  'period-dropped': 'A period that cannot be read was left out',
  'period-shape': 'A period was written in another shape',
  'place-dropped': 'Coordinates that cannot be read as longitude and latitude were left out',
  'place-shape': 'Coordinates were written in another shape',
  'placeholder-dropped': 'A placeholder that the source never filled in was left out',
  'publisher-literal': 'A publisher given as plain words was kept as the creator',
  'theme-read': 'A theme’s name was read as its code',
  'theme-to-keyword': 'A theme that is not in the list of themes was kept as a keyword',
  'too-long': 'A text was cut to the longest that is kept here',
  'too-many': 'A list was cut to the longest that is kept here',
} as const;

export type RepairKind = keyof typeof repairLabels;

export interface Repair {
  readonly kind: RepairKind;
  /** Where in the record: `distribution[2].accessURL`. */
  readonly path: string;
  /** The value as read, shortened. */
  readonly before?: string;
  /** What stands in its place, shortened; absent where nothing does. */
  readonly after?: string;
}

const longestShown = 120;
/** A hostile record shall not fill the report: what goes beyond is counted. */
const mostKept = 100;

export const shortened = (text: string): string => {
  const line = text
    .slice(0, longestShown * 4)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
  return line.length > longestShown ? `${line.slice(0, longestShown - 1).replace(/\p{Cs}$/u, '')}…` : line;
};

const longestName = 60;

/** A name of a field as reports and the database can hold it. It may be anything that JSON allows. */
const nameShown = (name: string): string => {
  const shown = shortened(name.replace(/\p{Cf}/gu, '')) || 'a field without a name';
  return shown.length > longestName ? `${shown.slice(0, longestName - 1).replace(/\p{Cs}$/u, '')}…` : shown;
};

/** Collects what was repaired in one record. */
export class Findings {
  readonly repairs: Repair[] = [];
  readonly counts = new Map<RepairKind, number>();
  /** Names of fields that this catalogue has no place for. */
  readonly unread = new Set<string>();

  /** Keeps the name of a field that this catalogue has no place for. */
  leftUnread(name: string): void {
    this.unread.add(nameShown(name));
  }

  repaired(kind: RepairKind, path: string, before?: string, after?: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    if (this.repairs.length >= mostKept) return;
    this.repairs.push({
      kind,
      path: shortened(path),
      ...(before !== undefined && { before: shortened(before) }),
      ...(after !== undefined && { after: shortened(after) }),
    });
  }
}
