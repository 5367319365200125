import type { Dataset, DatasetContent } from './dataset.ts';
import { isGivenForTerms } from './terms/terms.ts';
import { isRequestable } from './visibility.ts';

export type NextActionKind =
  'download' | 'visit' | 'request' | 'accept-terms' | 'sign-in' | 'ask-publisher' | 'not-shared';

/** The one thing to do next about a dataset, for one reader. */
export interface NextAction {
  readonly kind: NextActionKind;
  readonly label: string;
  /** One sentence: why this, and what happens then. */
  readonly explanation: string;
  readonly href?: string;
}

/** What the reader may do with the rows, and where this installation serves its own files. */
export interface NextActionCircumstances {
  readonly mayDownload: boolean;
  readonly signedIn: boolean;
  /** Whether addresses of its distributions may be shown (`maySeeAddresses`). */
  readonly addressesShown: boolean;
  /** Whether its organisation has claimed its place here: nobody answers for one known only from a feed. */
  readonly claimed: boolean;
  fileAddress(distribution: string): string;
}

const rulesOfAccess: Record<Dataset['access'], string> = {
  open: 'Anyone may have this data.',
  'public-with-terms': 'Anyone may have this data who accepts its terms.',
  group: 'Members of a group that the owner keeps may have this data.',
  named: 'The data owner decides which organisations may have this data.',
  closed: 'This data is not shared outside its organisation.',
  'not-stated': 'The publisher has not said who may have this data.',
};

/** Decides the one next action; a page shows it beside the access level. */
export function nextActionFor(
  dataset: Dataset,
  content: DatasetContent,
  circumstances: NextActionCircumstances,
): NextAction {
  if (dataset.lifecycle === 'withdrawn') {
    return { kind: 'not-shared', label: 'Withdrawn', explanation: 'Its publisher no longer offers this dataset.' };
  }
  const rule = rulesOfAccess[dataset.access];
  if (circumstances.mayDownload) {
    const download = downloadOf(dataset, content, circumstances);
    if (download) return { ...download, explanation: `${rule} ${download.explanation}` };
  }
  if (isGivenForTerms(dataset) && circumstances.claimed && isFetchable(dataset, content)) {
    return circumstances.signedIn
      ? { kind: 'accept-terms', label: 'Read the terms', explanation: `${rule} Read them, accept them, and download.` }
      : {
          kind: 'sign-in',
          label: 'Sign in to accept the terms',
          explanation: `${rule} Who accepts is recorded, so sign in first.`,
        };
  }
  if (dataset.access === 'closed') return { kind: 'not-shared', label: 'Not shared', explanation: rule };
  if (dataset.access === 'open' || dataset.access === 'not-stated') {
    const address = pageOf(content, circumstances);
    const explanation = `${rule} It is kept on the publisher’s own site.`;
    if (address) return { kind: 'visit', label: 'Go to the publisher’s page', explanation, href: address };
  }
  if (isRequestable(dataset, circumstances)) {
    const explanation = `${rule} Say what you need it for; you see at each moment where your request is.`;
    return { kind: 'request', label: 'Request access', explanation, href: `/basket?add=${dataset.slug}` };
  }
  return askPublisher(content, rule);
}

/** Whether there is something to download once that is allowed. */
const isFetchable = (dataset: Dataset, content: DatasetContent): boolean =>
  dataset.distributions.some(({ file }) => file) ||
  (content.distributions?.some(({ downloadUrl }) => downloadUrl) ?? false);

function downloadOf(
  dataset: Dataset,
  content: DatasetContent,
  { fileAddress }: NextActionCircumstances,
): NextAction | undefined {
  const stored = dataset.distributions.find((distribution) => distribution.file);
  if (stored) {
    const format = stored.format === 'other' ? 'the file' : stored.format.toUpperCase();
    return {
      kind: 'download',
      label: `Download ${format}`,
      explanation: 'It is kept here.',
      href: fileAddress(stored.id),
    };
  }
  const remote = content.distributions?.find((distribution) => distribution.downloadUrl);
  if (!remote?.downloadUrl) return undefined;
  return {
    kind: 'download',
    label: 'Download',
    explanation: 'The file comes from the publisher’s own site.',
    href: remote.downloadUrl,
  };
}

/** A page about the dataset is anybody's to read; where its distributions are is not. */
function pageOf(
  { landingPage, distributions }: DatasetContent,
  { addressesShown }: NextActionCircumstances,
): string | undefined {
  if (landingPage !== undefined || !addressesShown) return landingPage;
  return distributions?.find(({ accessUrl }) => accessUrl)?.accessUrl;
}

function askPublisher(content: DatasetContent, rule: string): NextAction {
  const email = content.contact?.email;
  if (!email) {
    const explanation = `${rule} The record gives no address to write to; its organisation’s page may.`;
    return { kind: 'ask-publisher', label: 'Ask the publisher', explanation };
  }
  const subject = encodeURIComponent(`Data: ${content.title}`);
  const explanation = `${rule} Write to ${content.contact.name ?? email} and say what you need it for.`;
  return {
    kind: 'ask-publisher',
    label: 'Write to the publisher',
    explanation,
    href: `mailto:${email}?subject=${subject}`,
  };
}
