import { columnFormLabels } from '../decision/decision.ts';
import { clauseOf, type Agreement, type AgreementContent } from './agreement.ts';
import { ruleInWords } from './agreed-data.ts';
import { rowsInWords } from './draft-clauses.ts';

/** What parties, datasets and columns are called on the day on which the terms are frozen. */
export interface TermsNames {
  readonly provider: string;
  readonly recipient: string;
  readonly datasets: ReadonlyMap<string, { readonly title: string; readonly columns: ReadonlyMap<string, string> }>;
}

/**
 * The terms as they are signed: all that binds, in words and ids, and nothing that changes afterwards. Their canonical form
 * (RFC 8785) is what is hashed, so that page, document and record can be held against each other.
 */
export function canonicalTerms(agreement: Agreement, content: AgreementContent, names: TermsNames): object {
  const { reference, version, kind, provider, recipient, term } = agreement;
  const to =
    recipient.organisation === undefined ? { person: recipient.person } : { organisation: recipient.organisation };
  return {
    reference,
    version,
    kind,
    title: content.title,
    provider: { organisation: provider, name: names.provider },
    recipient: { ...to, name: names.recipient },
    term,
    data: agreement.datasets.map(({ dataset, columns, whole, rows }) => {
      const known = names.datasets.get(dataset);
      const called = known?.columns ?? new Map<string, string>();
      const narrowed = rowsInWords(rows, called);
      return {
        dataset,
        title: known?.title ?? '',
        whole,
        columns: columns.map(({ column, form, rule }) => ({
          column,
          name: called.get(column) ?? '',
          form,
          formLabel: columnFormLabels[form],
          ...(rule === undefined ? {} : { rule, ruleInWords: ruleInWords(rule) }),
        })),
        rows,
        ...(narrowed === undefined ? {} : { rowsInWords: narrowed }),
      };
    }),
    clauses: agreement.clauses.map((id, index) => ({ id, number: index + 1, ...clauseOf(content, id) })),
  };
}
