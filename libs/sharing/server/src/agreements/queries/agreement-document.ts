import { dateInWords, localDate } from '#kernel';
import type { Document } from '#platform/documents';
import type { AgreementView } from '#sharing/contracts';
import { agreementTemplate } from '../agreement-template.ts';

const bound = new Set(['in-force', 'suspended', 'disposal-due', 'closed', 'closed-unconfirmed']);

function noteOf({ state, suspension, ending }: AgreementView): string {
  if (suspension) return `Suspended since ${dateInWords(suspension.on)}: nothing is delivered meanwhile.`;
  if (ending) return `${ending.how?.label ?? 'Abandoned'} on ${dateInWords(ending.on)}.`;
  return bound.has(state.code) ? '' : 'These terms bind nobody until both sides have signed them.';
}

/** The agreement as it stands at its revision, for paper: made again it is the same, byte by byte. */
export function agreementDocument(view: AgreementView): Document {
  const parties = { provider: view.provider.name, recipient: view.recipient.name };
  return {
    template: agreementTemplate,
    data: {
      ...{ title: view.title, reference: view.reference, version: view.version, ...parties },
      state: `${view.kind.label}: ${view.state.label.toLowerCase()}`,
      note: noteOf(view),
      facts: [
        { label: 'Given by', value: parties.provider },
        { label: 'Received by', value: parties.recipient },
        { label: 'Reference', value: `${view.reference}, version ${view.version}` },
        { label: 'Data about people', value: view.lane.label },
        { label: 'First day', value: dateInWords(view.term.start) },
        { label: 'Last day', value: dateInWords(view.term.end) },
        { label: 'Looked at again by', value: dateInWords(view.term.review) },
      ],
      datasets: view.datasets.map(({ title, rowsText = '', whole, columns }) => ({
        title,
        rows: rowsText,
        columns: whole
          ? []
          : columns.map((column) => ({ name: column.name, form: column.ruleText ?? column.form.label })),
      })),
      clauses: view.clauses.map(({ number, heading, text }) => ({ number, heading, text })),
      signatures: view.signatures.map(({ party, by, note, at, signedOn }) => ({
        party: parties[party],
        by: note === undefined ? by : `${by}, ${note}`,
        at: dateInWords(signedOn ?? localDate(at)),
      })),
      hash: view.hash ?? '',
    },
  };
}
