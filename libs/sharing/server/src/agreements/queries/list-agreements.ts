import type { PersonActor } from '#kernel';
import type { AgreementList, AgreementListQuery } from '#sharing/contracts';
import {
  agreementPossibilities,
  agreementSideOf,
  agreementStandingsOf,
  agreementStateLabels,
  type AgreementCommandName,
} from '#sharing/domain';
import { caseReadersOf } from '../../readers.ts';
import {
  readAgreements,
  type AgreementReader,
  type AgreementReading,
  type StoredAgreement,
} from './agreement-reading.ts';
import { agreementStatus } from './agreement-status.ts';
import { recipientOf } from './data-view.ts';

/** Steps that somebody waits for; the others end or stop what runs. */
const steps: readonly AgreementCommandName[] = [
  'offer-terms',
  'answer-proposal',
  'ask-signatures',
  'sign-agreement',
  'confirm-disposal',
];

/** `GET /api/v1/agreements`: what this reader's organisations give and receive, the newest first. */
export async function listAgreements(
  reader: AgreementReader & { readonly actor: PersonActor },
  { state, case: ofCase, page, size }: AgreementListQuery,
): Promise<AgreementList> {
  const rows = await reader.queries.rows<StoredAgreement & { readonly total: number }>(
    `select agreement.id, agreement.revision, agreement.state, agreement.content, count(*) over ()::integer as total
     from agreement where exists (select from audience where audience.kind = 'agreement' and audience.id = agreement.id
         and audience.reader = any($1::text[]))
       and ($2::text is null or agreement.status = $2) and ($3::uuid is null or agreement.case_id = $3)
     order by agreement.changed_at desc, agreement.id desc limit $4 offset $5`,
    [caseReadersOf(reader.actor), state ?? null, ofCase ?? null, size, (page - 1) * size],
    'agreement-list',
  );
  const reading = await readAgreements(reader, rows);
  return { items: rows.flatMap((row) => lineOf(row, reading)), total: rows[0]?.total ?? 0, page, size };
}

function lineOf({ id, state, content }: StoredAgreement, reading: AgreementReading): AgreementList['items'] {
  const side = agreementSideOf(agreementStandingsOf(reading.actor, state));
  if (!side) return [];
  const provider = reading.names.organisation(state.provider);
  const recipient = recipientOf(state.recipient, reading.names);
  const { allowed } = agreementPossibilities(state, { actor: reading.actor, facts: reading.factsOf(id) });
  return [
    {
      id,
      reference: state.reference,
      title: content.title,
      side,
      state: { code: state.state, label: agreementStateLabels[state.state] },
      provider,
      recipient,
      datasets: state.datasets.map(({ dataset }) => reading.datasets.get(dataset)?.title ?? 'A dataset that is gone'),
      term: { start: state.term.start, end: state.term.end },
      waitsForYou: steps.some((step) => allowed.includes(step)),
      status: agreementStatus(state, { provider: provider.name, recipient: recipient.name }),
    },
  ];
}
