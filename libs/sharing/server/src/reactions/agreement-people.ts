import { localDate, type Role } from '#kernel';
import type { Announcement } from '#ledger/server';
import { peopleOfOrganisations, type PersonWithRoles } from '#organisations/server';
import type { Transaction } from '#platform/database';
import { hasSigned, otherParty, type Agreement, type Party } from '#sharing/domain';
import { recipientName } from '../agreements/agreement-facts.ts';
import { Names } from '../queries/names.ts';

/** An agreement as it is now, with those who are told of it. */
export interface AnnouncedAgreement {
  readonly id: string;
  readonly state: Agreement;
  readonly title: string;
  readonly names: Readonly<Record<Party, string>>;
  /** The newest entry announced. */
  readonly source: string;
  /** People of a side who hold one of these roles. */
  withRoles(party: Party, roles: readonly Role[]): readonly string[];
  /** Those who asked, and whoever signed for them. */
  readonly recipients: readonly string[];
}

export async function announcedAgreements(
  transaction: Transaction,
  { streams, entries }: Announcement,
  at: Date,
): Promise<AnnouncedAgreement[]> {
  const rows = await transaction.rows<{ id: string; state: Agreement; title: string }>(
    `select id, state, content->>'title' as title from agreement where id = any($1::uuid[]) order by id`,
    [streams],
  );
  const sources = await transaction.rows<{ id: string; stream: string }>(
    'select id, stream from ledger_entry where id = any($1::uuid[]) order by stream, revision',
    [entries],
  );
  const offices = rows.flatMap(({ state }) => [state.provider, state.recipient.organisation ?? state.provider]);
  const people = await peopleOfOrganisations(transaction, [...new Set(offices)], localDate(at.toISOString()));
  const names = await Names.of(
    transaction,
    rows.map(({ state }) => state.recipient.person),
    offices,
  );
  return rows.map(({ id, state, title }) => ({
    ...{ id, state, title },
    names: { provider: names.organisation(state.provider).name, recipient: recipientName(names, state.recipient) },
    source: sources.findLast(({ stream }) => stream === id)?.id ?? id,
    withRoles: (party, roles) => withRoles(state, party, roles, people),
    recipients: state.recipient.people,
  }));
}

function withRoles(
  { provider, recipient }: Agreement,
  party: Party,
  roles: readonly Role[],
  people: ReadonlyMap<string, readonly PersonWithRoles[]>,
): readonly string[] {
  const organisation = party === 'provider' ? provider : recipient.organisation;
  if (organisation === undefined) return recipient.people;
  const found = people.get(organisation)?.filter((one) => roles.some((role) => one.roles.includes(role))) ?? [];
  return found.map(({ person }) => person);
}

/** Sides whose signature is missing. */
export const missingSignatures = (agreement: Agreement): readonly Party[] =>
  (['provider', 'recipient'] as const).filter((party) => !hasSigned(agreement, party));

/** Sides that a proposed change waits for. */
export const askedForAnswer = ({ proposals }: Agreement): readonly Party[] => [
  ...new Set(proposals.map(({ by }) => otherParty(by))),
];
