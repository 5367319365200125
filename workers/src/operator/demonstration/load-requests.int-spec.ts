import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '#kernel';
import type { Outcome, PersonActor } from '#kernel';
import { replay } from '#ledger/server';
import { countNotices } from '#notices/server';
import { actorOfPerson } from '#organisations/server';
import { readSettings } from '#platform/config';
import { DiskStorage } from '#platform/storage';
import { caseCommandBodies, inboxQuery, type CaseCommandAddress } from '#sharing/contracts';
import type { Case } from '#sharing/domain';
import { CaseCommands, Drafts, RequestCommands, Requests } from '#sharing/server';
import { testDatabase } from '#testing';
import type { TestDatabase } from '#testing';
import { compose } from '../../composition.ts';
import type { Composition } from '../../composition.ts';
import type { OperatorContext } from '../context.ts';
import { askedQuestions } from './asked-questions.ts';
import { loadDemonstration } from './load.ts';
import { accounts } from './people.ts';
import { stories } from './stories/index.ts';

/** Milliseconds that entering everything may take where other things are going on. */
const patience = 120_000;

let folder: string;
const opened: TestDatabase[] = [];

/** The demonstration as it is entered at this instant, with what pages ask of it. */
class Region {
  private constructor(
    readonly context: OperatorContext,
    readonly made: Composition,
    readonly requests: Requests,
  ) {}

  static async at(instant: string): Promise<Region> {
    const test = await testDatabase();
    opened.push(test);
    const clock = { now: () => new Date(instant) };
    const made = compose(test.database, clock);
    const { door, datasets, sharing } = made;
    const storage = new DiskStorage(join(folder, String(opened.length)));
    const settings = readSettings({ WAYLEAVE_DATA: folder, DATABASE_URL: test.url, WAYLEAVE_DEMONSTRATION: 'yes' });
    const print = () => undefined;
    const context = { database: test.database, door, datasets, settings, storage, clock, print, complain: print };
    await loadDemonstration(context);
    return new Region(context, made, new Requests(test.database, sharing.sources));
  }

  async person(key: string): Promise<PersonActor> {
    const { database, clock } = this.context;
    const [row] = await database.rows<{ id: string }>('select id from person where email = $1', [
      `${key}@demo.example`,
    ]);
    const actor = await actorOfPerson(database, row?.id ?? '', localDate(clock.now().toISOString()));
    if (!actor) throw new Error(`Nobody is called ${key}`);
    return actor;
  }

  /** What waits for somebody, as `kind: title`; overdue work is marked. */
  async waits(key: string, whose: 'mine' | 'standing-in' | 'team' = 'mine'): Promise<string[]> {
    const inbox = await this.requests.inbox(await this.person(key), inboxQuery.parse({ whose }));
    return inbox.items.map(
      ({ kind, title, left, gap }) => `${kind.code}${gap ? ' (gap)' : ''}${left < 0 ? ' late' : ''}: ${title}`,
    );
  }

  async column(sql: string): Promise<string[]> {
    const rows = await this.context.database.rows<{ value: string }>(sql);
    return rows.map(({ value }) => value);
  }

  async caseOf(title: string): Promise<{ readonly request: string; readonly id: string }> {
    const [row] = await this.context.database.rows<{ request: string; id: string }>(
      `select request.id as request, found.id from sharing_case found
       join sharing_request request on request.id = found.request where request.title = $1`,
      [title],
    );
    if (!row) throw new Error(`No request is called ${title}`);
    return row;
  }
}

/** By account: what must wait there. */
const work: Readonly<Record<string, readonly string[]>> = {
  requester: ['forms: Where people with passes change buses', 'answer: Telling drivers when a disabled bay is free'],
  owner: [
    'offer late: Signals that see the queue',
    'decide late: Charge points where bays stand full at night',
    'decide: Bus lanes blocked by loading',
    'decide: One map of traffic cameras for the control room',
    'answer-terms: Businesses that nobody charges for sewerage',
  ],
  steward: [
    'offer late: Signals that see the queue',
    'validate late: Buses held up where cars stop in the bus bay',
    'validate: Wolds people at Ellermouth’s tips',
    'validate: Empty shops for a fourth food larder',
    'answer-terms: Businesses that nobody charges for sewerage',
  ],
  dpo: [
    'advise late: Falls at home and the care that follows',
    'advise: Free school meals that nobody claims',
    'advise: Step-free doors: premises open to the public',
  ],
  siro: ['accept: Homes ready for people who leave care', 'review: How busy is the Saltpans recycling centre?'],
  signatory: ['sign: Breakfast clubs where they are needed'],
  administrator: ['decide (gap): Where drivers circle for a space'],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demonstration-'));
});
afterAll(async () => {
  await Promise.all(opened.map((test) => test.close()));
  await rm(folder, { recursive: true, force: true });
});

describe('the requests of the demonstration on a Monday', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.at('2026-11-23T09:30:00Z');
  }, patience);

  it.each(Object.entries(work))('give %s work', async (account, waiting) => {
    expect(await region.waits(account)).toEqual(waiting);
  });

  it('give the owner what a colleague who is away would decide', async () => {
    expect(await region.waits('owner', 'standing-in')).toEqual([
      'decide: Noise, heat and summer nights',
      'decide: High-street health, month by month',
    ]);
  });

  it('give the signatory the legal advice that a colleague who is away would give', async () => {
    expect(await region.waits('signatory', 'standing-in')).toEqual([
      'advise: Step-free doors: premises open to the public',
    ]);
  });

  it('show a signatory the work of the office', async () => {
    expect((await region.waits('signatory', 'team')).length).toBeGreaterThanOrEqual(12);
  });

  it('show the board a decision against an objection, and tell it', async () => {
    const { request, id } = await region.caseOf('Breakfast clubs where they are needed');
    const board = await region.person('board');
    const view = await region.requests.viewCase(board, request, id);
    expect(view?.decision?.parts[0]?.objectionReason).toContain('objection');
    const told = await region.column(
      `select sentence as value from notice where person = '${board.person}' and topic = 'case-against-objection'`,
    );
    expect(told).toHaveLength(1);
  });

  it('are in every state that a case can be in, and in every lane', async () => {
    expect(await region.column('select distinct status as value from sharing_case order by value')).toEqual([
      'decided',
      'lapsed',
      'not-taken-up',
      'on-hold',
      'open',
      'returned',
      'under-review',
      'withdrawn',
    ]);
    expect(
      await region.column(`select distinct lane as value from sharing_case where status = 'open' order by value`),
    ).toEqual(['A', 'B', 'C']);
    expect(
      await region.column(
        'select distinct outcome as value from sharing_case where outcome is not null order by value',
      ),
    ).toEqual(['approved', 'partly-approved', 'redirected', 'refused']);
    expect(
      await region.column(`select distinct stage as value from sharing_case where status = 'open' order by value`),
    ).toEqual(['accept', 'advise', 'decide', 'validate']);
  });

  it('have all been submitted but one, which its author alone sees', async () => {
    const drafts = await region.column(
      `select answers->>'title' as value from request_draft
       where not exists (select from sharing_request where sharing_request.id = request_draft.id)`,
    );
    expect(drafts).toEqual(['Which bus stops are easy to use with a wheelchair']);
    const submitted = await region.column('select reference as value from sharing_request order by submitted_at');
    expect(submitted).toHaveLength(stories(() => '2026-11-23').length - drafts.length);
    expect([...submitted].sort()).toEqual(submitted);
  });

  it('let a requester know what is usual', async () => {
    const { request } = await region.caseOf('Telling drivers when a disabled bay is free');
    const view = await region.requests.view(await region.person('requester'), request);
    expect(view?.cases[0]?.clocks?.forecast).toMatch(/^Usually decided in \d+ working days; now at \d+\.$/);
  });

  it('show who decides what was decided before on the same data', async () => {
    const { request, id } = await region.caseOf('Bus lanes blocked by loading');
    const view = await region.requests.viewCase(await region.person('owner'), request, id);
    expect(view?.precedents.map(({ title }) => title)).toContain('Which disabled bays are never free');
  });

  it('carry profiles, of which one certificate is past', async () => {
    const { request, id } = await region.caseOf('Step-free doors: premises open to the public');
    const [row] = await region.context.database.rows<{ id: string }>(
      `select id from sharing_case where request = $1 and organisation <>
         (select id from organisation where slug = 'harnwick-borough-council')`,
      [request],
    );
    const view = await region.requests.viewCase(await region.person('steward'), request, row?.id ?? id);
    expect(view?.requester.profile.filter(({ expired }) => expired)).toHaveLength(1);
  });

  it('use standing advice, and go on without advice that was late', async () => {
    const types = await region.column(
      `select distinct type as value from ledger_entry where kind in ('case', 'standing-advice') order by value`,
    );
    expect(types).toEqual(
      expect.arrayContaining(['standing-advice-given', 'case-went-on-without-advice', 'case-tasks-escalated']),
    );
    const standing = await region.column(
      `select id as value from ledger_entry where type = 'case-advice-given' and facts->'advice' ? 'standing'`,
    );
    expect(standing.length).toBeGreaterThanOrEqual(2);
  });

  it('leave questions about datasets to answer', async () => {
    const waiting = await region.column(`select content->>'text' as value from question where waits`);
    expect(waiting).toHaveLength(askedQuestions.filter(({ answer }) => answer === undefined).length);
    expect(await region.column(`select id as value from question where state->>'published' = 'true'`)).toHaveLength(2);
  });

  it('ring a bell with a handful, and leave nothing to the workers', async () => {
    for (const { email } of accounts) {
      const [row] = await region.context.database.rows<{ id: string }>('select id from person where email = $1', [
        email,
      ]);
      const { unread } = await countNotices(region.context.database, row?.id ?? '');
      expect([email, unread <= 9]).toEqual([email, true]);
    }
    expect(await region.column('select id as value from outbox')).toEqual([]);
  });

  it('have files of evidence that can be read', async () => {
    const files = await region.column('select id as value from evidence_file');
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const id of files) expect((await region.context.storage.find(id))?.bytes).toBeGreaterThan(500);
  });

  it('happened in the past, in the order of the ledger, each on a working day', async () => {
    const late = await region.column(`select id as value from ledger_entry where at > '2026-11-23T09:30:00Z'`);
    expect(late).toEqual([]);
    const unborn = await region.column(
      `select entry.id as value from ledger_entry entry, jsonb_array_elements_text(entry.facts->'people') person
       join ledger_entry born on born.stream = person::uuid and born.revision = 1
       where entry.type = 'request-submitted' and born.at > entry.at`,
    );
    expect(unborn).toEqual([]);
    const weekends = await region.column(
      `select id as value from ledger_entry where kind in ('request', 'case', 'message')
         and extract(isodow from at at time zone 'Europe/London') > 5`,
    );
    expect(weekends).toEqual([]);
  });

  it('have led to agreements in every state but the one that nobody wishes for', async () => {
    const states = await region.column(`select distinct status as value from agreement order by status`);
    expect(states).toEqual([
      'abandoned',
      'awaiting-signatures',
      'closed',
      'disposal-due',
      'drafting',
      'in-force',
      'negotiating',
      'suspended',
    ]);
    const expiring = await region.column(
      `select id as value from permission where status = 'given' and ends_on between '2026-11-23' and '2026-12-22'`,
    );
    expect(expiring).toHaveLength(2);
    expect(await region.column(`select distinct status as value from permission order by status`)).toEqual([
      'ended',
      'given',
      'suspended',
    ]);
  });

  it('equal what their ledger folds to', async () => {
    const report = await replay(region.context.database, region.made.aggregates);
    expect(report.findings).toEqual([]);
  });

  // Last, since it changes what the others look at.
  it('lead from an answer over check, advice and risk to a decision, as the guide says', async () => {
    const { database, door, storage, clock } = region.context;
    const { sharing } = region.made;
    const { request, id } = await region.caseOf('Telling drivers when a disabled bay is free');
    const drafts = new Drafts(database, clock, storage);
    const requests = new RequestCommands(door, clock, sharing, sharing.sources);
    const cases = new CaseCommands(database, door, sharing);
    const done = <Value>(outcome: Outcome<Value>): Value => {
      if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message).join(' '));
      return outcome.value;
    };
    const stateOf = async (): Promise<{ revision: number; state: Case }> => {
      const [row] = await database.rows<{ revision: number; state: Case }>(
        'select revision, state from sharing_case where id = $1',
        [id],
      );
      if (!row) throw new Error('The case is gone');
      return row;
    };
    const give = async (who: string, name: CaseCommandAddress, body: object = {}): Promise<void> => {
      const { revision } = await stateOf();
      const parsed = caseCommandBodies[name].parse({ revision, ...body });
      done(await cases.give({ giver: { actor: await region.person(who) }, request, case: id, name, body: parsed }));
    };

    const actor = await region.person('requester');
    const answers = { 'less-personal': 'No.', 're-identification-care': 'Left out.', compatible: 'Yes.' };
    const { draftRevision } = done(await drafts.save(actor, request, { draftRevision: 2, answers }));
    const again = { revision: 1, draftRevision, declaration: true, cases: [id] };
    done(await requests.resubmit({ actor }, request, again));
    await give('steward', 'validate', { regime: 're-use' });
    await give('dpo', 'raise-lane', { lane: 'C', reason: 'A bay in front of one house tells of a disability.' });
    await give('dpo', 'advise', {
      task: 'advise:data-protection',
      verdict: 'support-if',
      text: 'In quarters of an hour.',
    });
    await give('signatory', 'advise', { task: 'advise:legal', verdict: 'support', text: 'No bar.' });
    await give('siro', 'accept', { reason: 'Little is left.' });
    const { state } = await stateOf();
    const columns = state.datasets.flatMap((asked) => asked.columns);
    const [dataset = ''] = state.datasets.map((asked) => asked.dataset);
    await give('owner', 'decide', {
      task: 'decide:1',
      datasets: [
        {
          dataset,
          outcome: 'approved',
          columns: columns.map((column, place) => ({ column, form: place === 3 ? 'banded' : 'as-is' })),
        },
      ],
      reasons: 'It helps people with a blue badge.',
      codes: {
        lawfulBasisOwner: 'public-task',
        lawfulBasisRequester: 'legitimate-interests',
        specialCondition: 'substantial-public-interest',
        dpiaScreening: 'needed',
        dpiaOutcome: 'low',
      },
      words: { legalPowerOwner: 'Road Traffic Regulation Act 1984, section 122.', confidentiality: 'None holds.' },
    });
    expect(await region.waits('requester')).toContain('forms: Telling drivers when a disabled bay is free');
    await give('requester', 'accept-forms');
    const ramps = await region.caseOf('Ramps put out at bus stops');
    done(await requests.followRedirect({ actor }, ramps.request, { revision: 1, case: ramps.id }));
    const asked = await region.requests.view(actor, ramps.request);
    expect(asked?.cases.map(({ organisation, state: { code } }) => `${organisation.name}: ${code}`).sort()).toEqual([
      'Ellerway: decided',
      'Kittiwake Buses Limited: open',
    ]);
    expect((await stateOf()).state).toMatchObject({ state: 'decided', formsAccepted: true, lane: 'C' });
  });
});

describe.each([
  ['a Saturday', '2026-11-28T14:00:00Z'],
  ['New Year’s Day', '2027-01-01T00:20:00Z'],
])('the requests of the demonstration on %s', (_, instant) => {
  it(
    'give everybody the same work',
    async () => {
      const region = await Region.at(instant);
      for (const [account, waiting] of Object.entries(work)) {
        const titles = (await region.waits(account)).map((line) => line.replace(' late', ''));
        expect([account, titles]).toEqual([account, waiting.map((line) => line.replace(' late', ''))]);
      }
      const late = await region.column(`select id as value from ledger_entry where at > '${instant}'`);
      expect(late).toEqual([]);
    },
    patience,
  );
});
