import * as z from 'zod';
import type { EventContracts } from '#ledger/contracts';
import type { RequestEvent } from '#sharing/domain';

const day = z.iso.date();
const requestCase = z.strictObject({ case: z.uuid(), organisation: z.uuid() });
const submission = {
  submission: z.number().int().min(1),
  datasets: z.array(
    z.strictObject({
      dataset: z.uuid(),
      organisation: z.uuid(),
      columns: z.array(z.uuid()),
      described: z.boolean(),
      whole: z.boolean(),
    }),
  ),
  questionSets: z.array(z.strictObject({ id: z.string(), version: z.number().int() })),
  evidence: z.array(z.strictObject({ id: z.uuid(), sha256: z.string() })),
  people: z.array(z.uuid()),
};
/** The title, and what was said in each submission under `submission:<n>`. */
const words = z.record(z.string(), z.unknown());

const one = '019ab0c2-0000-7000-8000-000000000001';
const two = '019ab0c2-0000-7000-8000-000000000002';
const three = '019ab0c2-0000-7000-8000-000000000003';
const person = '019ab0c2-0000-7000-8000-000000000004';
const example = {
  submission: 1,
  datasets: [{ dataset: two, organisation: three, columns: [one], described: false, whole: false }],
  questionSets: [{ id: 'default', version: 1 }],
  evidence: [{ id: two, sha256: 'a'.repeat(64) }],
  people: [person],
};
const said = { answers: { summary: 'Where kerbs are dropped.' }, basket: [] };

/** Every event in the history of a request, from its first submission on. */
export const requestEvents: EventContracts<RequestEvent['type']> = {
  'request-submitted': {
    version: 1,
    facts: z.strictObject({
      id: z.uuid(),
      reference: z.string(),
      holder: z.uuid(),
      organisation: z.uuid().optional(),
      unit: z.uuid().optional(),
      cases: z.array(requestCase),
      ...submission,
      on: day,
    }),
    content: words,
    examples: {
      1: {
        facts: {
          id: one,
          reference: 'WL-2026-0001',
          holder: person,
          organisation: two,
          cases: [{ case: two, organisation: three }],
          ...example,
          on: '2026-11-23',
        },
        content: { title: 'Dropped kerbs', 'submission:1': said },
      },
    },
  },
  'request-resubmitted': {
    version: 1,
    facts: z.strictObject({ cases: z.array(z.uuid()), ...submission, on: day }),
    content: words,
    examples: {
      1: {
        facts: { cases: [two], ...example, submission: 2, on: '2026-11-30' },
        content: { title: 'Dropped kerbs', 'submission:2': said },
      },
    },
  },
  'request-withdrawn': { version: 1, facts: z.strictObject({}), examples: { 1: { facts: {} } } },
  'request-taken-over': {
    version: 1,
    facts: z.strictObject({ person: z.uuid() }),
    examples: { 1: { facts: { person } } },
  },
  'request-case-added': {
    version: 1,
    facts: z.strictObject({ case: requestCase }),
    examples: { 1: { facts: { case: { case: two, organisation: three } } } },
  },
};
