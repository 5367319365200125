import { dateInWords } from '#kernel';
import type { AgreementKind, Clause, Term } from './agreement.ts';
import { ruleInWords, type AgreedDataset, type FormRule, type RowFilter } from './agreed-data.ts';

/** A dataset with what it is called by, and what is given of it. */
export interface DraftedData {
  readonly title: string;
  readonly columns: readonly DraftedColumn[];
  /** Which rows, in words; all of them where absent. */
  readonly rows?: string;
}

export interface DraftedColumn {
  readonly name: string;
  readonly rule?: FormRule;
}

/** All that the first text of the terms is made of, in the words of the request and of the decision. */
export interface DraftingWords {
  readonly kind: AgreementKind;
  readonly provider: string;
  readonly recipient: string;
  readonly title: string;
  /** What the data is for, as the request says. */
  readonly purpose?: string;
  readonly datasets: readonly DraftedData[];
  readonly term: Term;
  /** How often it is delivered, in words. */
  readonly frequency?: string;
  /** Set by those who decided. */
  readonly conditions: readonly string[];
  readonly lawfulBasisProvider?: string;
  readonly lawfulBasisRecipient?: string;
  readonly powerProvider?: string;
  readonly powerRecipient?: string;
  readonly controllers?: string;
  readonly confidentiality?: string;
  readonly security?: string;
  readonly retention?: string;
  readonly rights?: string;
  /** Others who may receive it, as the request says; none where absent. */
  readonly others?: string;
  readonly commercial: boolean;
  /** Whether the request asked to train models with it. */
  readonly training: boolean;
  /** Where it is kept; the United Kingdom where absent. */
  readonly territory?: string;
  readonly contact?: string;
}

export type DraftedClause = Clause & { readonly id: string };

const listed = (columns: readonly DraftedColumn[]): string =>
  columns.map(({ name, rule }) => (rule ? `${name} (${ruleInWords(rule)})` : name)).join(', ');

const joined = (values: readonly string[]): string => values.map((value) => `“${value}”`).join(' or ');

/** Which rows are given, in words; undefined where all are. */
export function rowsInWords(rows: readonly RowFilter[], names: ReadonlyMap<string, string>): string | undefined {
  const parts = rows.map((filter) => {
    const name = names.get(filter.column) ?? 'a column that is gone';
    if ('is' in filter) return `${name} is ${joined(filter.is)}`;
    const from = filter.from === undefined ? '' : ` from ${filter.from}`;
    const until = filter.until === undefined ? '' : ` until ${filter.until}`;
    return `${name} is${from}${until}`;
  });
  return parts.length === 0 ? undefined : parts.join(', and ');
}

/** What is agreed of each dataset under the names that it has today. */
export const namedData = (
  datasets: readonly AgreedDataset[],
  named: ReadonlyMap<string, { readonly title: string; readonly columns: ReadonlyMap<string, string> }>,
): readonly DraftedData[] =>
  datasets.map(({ dataset, columns, rows }) => {
    const { title = 'A dataset that is gone', columns: names = new Map<string, string>() } = named.get(dataset) ?? {};
    const narrowed = rowsInWords(rows, names);
    return {
      title,
      columns: columns.map(({ column, rule }) => ({
        name: names.get(column) ?? 'a column that is gone',
        ...(rule === undefined ? {} : { rule }),
      })),
      ...(narrowed === undefined ? {} : { rows: narrowed }),
    };
  });

/** What is given of each dataset, one paragraph each. */
export const dataInWords = (datasets: readonly DraftedData[]): string =>
  datasets
    .map(({ title, columns, rows }) => {
      const what =
        columns.length === 0
          ? `${title}: the whole file.`
          : `${title}: the columns ${listed(columns)}. No other column is given.`;
      return rows === undefined ? what : `${what} Only the rows where ${rows}.`;
    })
    .join('\n');

/** The clause on dates follows the dates: it is written anew whenever they are set. */
export const termInWords = ({ start, end, review }: Term): string =>
  `The data may be used from ${dateInWords(start)} to ${dateInWords(end)}, both days counted. The parties review the agreement by ${dateInWords(review)}. A renewal needs a new version that both sign.`;

type Drafted = DraftedClause | undefined;

const clause = (id: string, heading: string, ...sentences: readonly (string | false | undefined)[]): Drafted => {
  const text = sentences.filter(Boolean).join(' ');
  return text === '' ? undefined : { id, heading, text };
};

const ended = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
const said = (before: string, text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : `${before}${ended(text)}`;

function whoAndWhy(words: DraftingWords): readonly Drafted[] {
  const { provider, recipient } = words;
  return [
    clause(
      'parties',
      'Parties',
      `${provider} (the provider) gives data to ${recipient} (the recipient).`,
      said('', words.controllers),
    ),
    clause(
      'purpose',
      'Purpose',
      `${ended(words.title)}`,
      said('', words.purpose),
      'The data is used for this purpose.',
    ),
    clause(
      'excluded-purposes',
      'What it is not for',
      'Any other purpose needs a new request. The data is never used to decide about a single person, to market to people, or to enforce against them, unless the purpose above says so.',
    ),
    words.kind === 'data-sharing-agreement'
      ? clause(
          'powers',
          'Powers and lawful bases',
          said('The provider gives the data on this lawful basis: ', words.lawfulBasisProvider),
          said('Its legal power is: ', words.powerProvider),
          said('The recipient uses it on this lawful basis: ', words.lawfulBasisRecipient),
          said('Its legal power is: ', words.powerRecipient),
        )
      : clause('powers', 'Powers', said('The provider’s power to give the data is: ', words.powerProvider)),
  ];
}

const whatIsGiven = (words: DraftingWords): readonly Drafted[] => [
  clause('data', 'The data', dataInWords(words.datasets)),
  clause(
    'quality',
    'Quality and corrections',
    'The data is given as the provider holds it, without a promise that it is complete or free of error. Either side tells the other of errors it finds; the provider sends corrections to everybody who received the version concerned, and the recipient takes them up.',
  ),
  clause(
    'delivery',
    'How and how often',
    'The provider makes the file available through Wayleave, where each download is recorded.',
    said('Frequency: ', words.frequency),
  ),
];

function whatMayBeDone(words: DraftingWords): readonly Drafted[] {
  return [
    clause(
      'permitted',
      'What the recipient may do',
      'The recipient may copy, store, analyse and combine the data for the purpose, and publish results from which the data itself and single persons cannot be recovered.',
      words.commercial && 'Results may be used commercially.',
    ),
    clause(
      'onward-sharing',
      'Passing it on',
      words.others === undefined
        ? 'The recipient passes the data to nobody else. Those who work for the recipient under its instructions may handle it under the same terms.'
        : `Beside those who work for the recipient under its instructions, these may receive it under the same terms: ${ended(words.others)} Nobody else may.`,
    ),
    clause(
      'derived-data',
      'What is made from it',
      'What the recipient makes from the data is the recipient’s, as long as the data cannot be rebuilt from it. Where it can, these terms hold for it too.',
    ),
    clause(
      'attribution',
      'Attribution',
      `Published results name ${words.provider} as the source and the date of the data.`,
    ),
    clause(
      're-identification',
      'No re-identification',
      'The recipient does not try to find out who or which single business a record is about, and does not link the data to anything for that end. Whoever does so by accident stops, deletes the link and tells the provider within a day.',
    ),
    clause(
      'ai-training',
      'Training of models',
      words.training
        ? 'The data may be used to train models for the purpose. A model that could give back single records is treated as the data itself.'
        : 'The data is not used to train models that are offered to others.',
    ),
    words.conditions.length > 0
      ? clause('conditions', 'Conditions of the decision', words.conditions.map(ended).join('\n'))
      : undefined,
  ];
}

const commercialTerms = (words: DraftingWords): readonly Drafted[] => [
  clause('charge', 'Charge', 'The provider makes no charge.'),
  clause('exclusivity', 'No exclusivity', 'The provider may give the same data to others on like terms.'),
  clause(
    'confidentiality',
    'Confidentiality and freedom of information',
    said('', words.confidentiality),
    'Each party may be bound by access to information law. Whoever is asked for the data or these terms tells the other before answering; the one who was asked decides.',
    'The provider publishes a summary of this agreement in the register of sharing.',
  ),
];

const protection = (words: DraftingWords): readonly Drafted[] => [
  clause(
    'security',
    'Security and place',
    words.security === undefined
      ? 'The recipient keeps the data encrypted at rest and in transit, open only to named people who need it and were trained.'
      : ended(words.security),
    words.territory === undefined
      ? 'The data stays in the United Kingdom.'
      : said('The data is kept in: ', words.territory),
  ),
  words.kind === 'data-sharing-agreement'
    ? clause(
        'people',
        'Rights of people',
        words.rights === undefined
          ? 'Each party answers people about the data that it holds, and passes on within two working days what is for the other.'
          : ended(words.rights),
      )
    : undefined,
  clause(
    'incidents',
    'Incidents',
    'Whoever learns of a loss, a leak or a misuse of the data tells the other within 24 hours, says what is known, and helps to put it right.',
  ),
  clause(
    'audit',
    'Audit',
    'The provider may ask the recipient once a year, and after an incident, to show how these terms are kept. The recipient answers within 20 working days.',
  ),
];

const beginningAndEnd = (words: DraftingWords): readonly Drafted[] => [
  clause('term', 'Beginning, end and review', termInWords(words.term)),
  clause(
    'suspension',
    'Suspension and ending',
    'The provider may suspend the data at once where it would otherwise break the law or harm people, and says why. The provider may end the agreement where these terms are broken. Either party may end it by telling the other in writing. Downloads stop at that moment.',
  ),
  clause(
    'disposal',
    'Keeping and disposal',
    said('', words.retention),
    'Within 40 working days of the end the recipient deletes the data and every copy, and says so here. Published results stay.',
  ),
  clause(
    'complaints',
    'Complaints and contact',
    said('Contact at the provider: ', words.contact),
    'Disagreements are first talked over by those responsible on both sides, then by the signatories. The law of England and Wales holds, unless the provider lies in Scotland or Northern Ireland: then the law there.',
  ),
];

/** The first text of every clause, in the order in which they are numbered. */
export const draftClauses = (words: DraftingWords): readonly DraftedClause[] =>
  [
    ...whoAndWhy(words),
    ...whatIsGiven(words),
    ...whatMayBeDone(words),
    ...commercialTerms(words),
    ...protection(words),
    ...beginningAndEnd(words),
  ].filter((one) => one !== undefined);
