import * as z from 'zod';
import type { EventContract, EventContracts } from '#ledger/contracts';
import { agreementKinds, endings, invitationEnds, lanes, parties, type AgreementEvent } from '#sharing/domain';
import { agreedDataset } from './agreed-data.ts';

const on = z.iso.date();
const party = z.enum(parties);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const clause = z.string();
const term = z.strictObject({ start: z.iso.date(), end: z.iso.date(), review: z.iso.date() });
const recipient = z.strictObject({
  person: z.uuid(),
  people: z.array(z.uuid()),
  organisation: z.uuid().optional(),
  unit: z.uuid().optional(),
});

/** Words by part: `clause:<id>`, `proposal:<id>`, `terms`, `suspension` …; null empties a part. */
const words = z.record(z.string(), z.unknown());

const one = '019ab0c2-0000-7000-8000-000000000001';
const two = '019ab0c2-0000-7000-8000-000000000002';
const three = '019ab0c2-0000-7000-8000-000000000003';
const four = '019ab0c2-0000-7000-8000-000000000004';
const day = '2026-11-26';
const signed = 'a'.repeat(64);
const dataset = {
  dataset: two,
  columns: [
    { column: three, form: 'as-is' },
    { column: four, form: 'banded', rule: { kind: 'band', width: 10 } },
  ],
  whole: false,
  rows: [{ column: three, is: ['North'] }],
};
const signedFacts = { party, at: z.iso.datetime(), hash };
const signedExample = { party: 'recipient', at: '2026-11-26T10:00:00.000Z', hash: signed };
const tokenHash = 'b'.repeat(64);
const termExample = { start: day, end: '2027-11-25', review: '2027-08-25' };

/** An event of version 1 with one example; every one of them has its day. */
const first = (facts: z.ZodRawShape, example: object, content?: object): EventContract => ({
  version: 1,
  facts: z.strictObject({ ...facts, on }),
  ...(content ? { content: words } : {}),
  examples: { 1: { facts: { ...example, on: day }, ...(content ? { content } : {}) } },
});

/** Every event in the history of an agreement. */
export const agreementEvents: EventContracts<AgreementEvent['type']> = {
  'agreement-drafted': first(
    {
      id: z.uuid(),
      case: z.uuid(),
      request: z.uuid(),
      reference: z.string(),
      kind: z.enum(agreementKinds),
      lane: z.enum(lanes),
      provider: z.uuid(),
      recipient,
      boards: z.array(z.uuid()),
      owners: z.array(z.uuid()),
      datasets: z.array(agreedDataset),
      term,
      refreshed: z.literal(true).optional(),
      clauses: z.array(clause),
    },
    {
      id: one,
      case: two,
      request: three,
      reference: 'WL-2026-0001/1',
      kind: 'bespoke-licence',
      lane: 'A',
      provider: four,
      recipient: { person: one, people: [one] },
      boards: [],
      owners: [two],
      datasets: [dataset],
      term: termExample,
      clauses: ['parties', 'term'],
    },
    { title: 'Free bays', 'clause:parties': { heading: 'Parties', text: 'The city gives data to Kerbwise.' } },
  ),
  'agreement-data-set': first(
    { dataset: agreedDataset },
    { dataset },
    { 'clause:data': { heading: 'Data', text: 'All.' } },
  ),
  'agreement-term-set': first({ term }, { term: termExample }, { 'clause:term': { heading: 'Term', text: 'A year.' } }),
  'agreement-offered': first({}, {}),
  'agreement-taken-back': first({}, {}, { terms: null }),
  'agreement-clause-changed': first(
    { clause, struck: z.boolean() },
    { clause: 'audit', struck: true },
    { 'clause:audit': null, 'proposal:audit': null },
  ),
  'agreement-clause-proposed': first(
    { proposal: z.strictObject({ clause, by: party, strikes: z.boolean() }) },
    { proposal: { clause: 'audit', by: 'recipient', strikes: false } },
    { terms: null, 'proposal:audit': { text: 'Every other year.', reason: 'We are three people.' } },
  ),
  'agreement-proposal-closed': first(
    { clause, result: z.enum(['declined', 'withdrawn']) },
    { clause: 'audit', result: 'declined' },
    { 'proposal:audit': null, 'declined:audit': { reason: 'The board asks for it each year.' } },
  ),
  'agreement-signatures-asked': first({ hash }, { hash: signed }, { terms: { reference: 'WL-2026-0001/1' } }),
  'agreement-signed': first(
    { signature: z.strictObject({ party, person: z.uuid(), at: z.iso.datetime(), hash }) },
    { signature: { party: 'provider', person: one, at: '2026-11-26T10:00:00.000Z', hash: signed } },
  ),
  'agreement-signatory-invited': first(
    {
      invitation: z.strictObject({
        id: z.uuid(),
        party,
        tokenHash: hash,
        invitedBy: z.uuid(),
        until: z.iso.date(),
      }),
    },
    { invitation: { id: three, party: 'recipient', tokenHash, invitedBy: one, until: '2026-12-26' } },
    {
      'invited:recipient': { name: 'Mary Hill', position: 'Director', email: 'mary@kerbs.example' },
      'unwilling:recipient': null,
    },
  ),
  'agreement-invitation-closed': first(
    { invitation: z.uuid(), party, invitedBy: z.uuid(), result: z.enum(invitationEnds) },
    { invitation: three, party: 'recipient', invitedBy: one, result: 'declined' },
    { 'invited:recipient': null, 'unwilling:recipient': { name: 'Mary Hill', reason: 'I left in May.' } },
  ),
  'agreement-signed-by-mail': first(
    { signature: z.strictObject({ ...signedFacts, invitation: z.uuid(), tokenHash: hash, invitedBy: z.uuid() }) },
    { signature: { ...signedExample, invitation: three, tokenHash, invitedBy: one } },
    {
      'invited:recipient': null,
      'signer:recipient': { name: 'Mary Hill', position: 'Director', email: 'mary@kerbs.example' },
    },
  ),
  'agreement-signed-on-paper': first(
    {
      signature: z.strictObject({
        ...signedFacts,
        signedOn: z.iso.date(),
        recordedBy: z.uuid(),
        recordedFor: party,
        copy: z.strictObject({ id: z.uuid(), bytes: z.number().int(), sha256: hash, mediaType: z.string() }),
      }),
    },
    {
      signature: {
        ...signedExample,
        ...{ signedOn: day, recordedBy: two, recordedFor: 'provider' },
        copy: { id: four, bytes: 40_960, sha256: 'c'.repeat(64), mediaType: 'application/pdf' },
      },
    },
    { 'signer:recipient': { name: 'Mary Hill', position: 'Director' } },
  ),
  'agreement-in-force': first({}, {}),
  'agreement-suspended': first({}, {}, { suspension: { reason: 'A leak is looked into.' } }),
  'agreement-resumed': first({}, {}),
  'agreement-ended': first(
    { how: z.enum(endings), by: party.optional(), disposalDue: z.boolean() },
    { how: 'revoked', by: 'provider', disposalDue: true },
    { ending: { reason: 'The terms were broken.' } },
  ),
  'agreement-abandoned': first(
    { by: party.optional() },
    { by: 'recipient' },
    { ending: { reason: 'Too late for us.' } },
  ),
  'agreement-delivered': first({}, {}),
  'agreement-disposal-confirmed': first({}, {}, { disposal: { statement: 'All copies are deleted.' } }),
  'agreement-closed-unconfirmed': first({}, {}),
};
