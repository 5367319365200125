import { answerFrom } from '../../contracts/checked-answers.ts';

/** Where a case stands: its request, and its own id. */
export interface CasePlace {
  readonly request: string;
  readonly case: string;
}

export const caseAddress = ({ request, case: one }: CasePlace): string =>
  `/api/v1/requests/${encodeURIComponent(request)}/cases/${encodeURIComponent(one)}`;

export const caseFrom = (place: () => CasePlace | undefined) =>
  answerFrom('case', () => {
    const wanted = place();
    return wanted && caseAddress(wanted);
  });

/** The lists that decisions choose from, fetched once they are wanted. */
export const referenceLists = (wanted: () => boolean = () => true) =>
  answerFrom('sharingReference', () => (wanted() ? '/api/v1/sharing/reference' : undefined));
