import { generatedId, generatedOrganisations, random } from './generate.ts';
import { generateRequest, haltOf, nextStep, officeRoles } from './generate-requests.ts';

const offices = generatedOrganisations.slice(0, 15);
const companies = Array.from({ length: 40 }, (_, index) => ({
  id: generatedId(`company ${index}`),
  slug: `bench-company-${index}`,
  name: `Bench Company ${index}`,
}));
const offeredEach = 40;
const months = 13;
/** In the last of them nothing is closed any more: these cases wait. */
const recent = 4;
/** How many batches are brought at once. */
const hands = 3;
const day = 24 * 60 * 60 * 1000;
const operator = { kind: 'machine', name: 'operator-command-line' };

/** A clock that stands until it is moved: a year of cases is made in a minute. */
class SetClock {
  constructor(at) {
    this.at = at;
  }
  now() {
    return new Date(this.at);
  }
}

const allDone = (outcomes) => {
  const refused = outcomes.find((outcome) => !outcome.ok);
  if (refused) throw new Error(`${refused.refusals[0].code}: ${refused.refusals[0].message}`);
  return outcomes;
};

/** The door and the parts of sharing, with a clock of their own and without anything that reacts. */
async function doorAt(database, clock) {
  const { Door } = await import('#ledger/server');
  const { composeSharing } = await import('#sharing/server');
  return { database, clock, door: new Door(database, clock, new Set()), ...composeSharing(clock) };
}

const peopleIn = (organisation, rolesOfEach) =>
  rolesOfEach.map((roles, index) => ({
    person: generatedId(`person ${organisation.slug} ${index}`),
    membership: generatedId(`membership ${organisation.slug} ${index}`),
    organisation: organisation.id,
    name: `${roles[0]} ${index} of ${organisation.name}`,
    email: `${index}@${organisation.slug}.example`,
    roles,
  }));

/** Twelve people in each organisation that decides, two in each that asks. */
const people = [
  ...offices.flatMap((office) => peopleIn(office, officeRoles)),
  ...companies.flatMap((company) => peopleIn(company, [['requester'], ['requester']])),
];

async function settle({ door }) {
  const { membershipAggregate, organisationAggregate, personAggregate } = await import('#organisations/server');
  const give = async (aggregate, items) => allDone(await door.executeBatch(aggregate, operator, items));
  await give(
    organisationAggregate,
    companies.map(({ id, slug, name }) => ({
      id,
      command: { type: 'register-organisation', id, slug, kind: 'company', standing: 'verified', profile: { name } },
    })),
  );
  const registering = people.map(({ person: id, name, email }) => ({
    id,
    command: { type: 'register-person', id, name, email, operator: false },
  }));
  await give(personAggregate, registering);
  await give(
    personAggregate,
    people.map(({ person: id }) => ({ id, revision: 1, command: { type: 'confirm-address' } })),
  );
  await give(
    membershipAggregate,
    people.map(({ membership: id, person, organisation, roles }) => ({
      id,
      command: { type: 'grant-membership', id, person, organisation, roles },
    })),
  );
}

const holds = (role) => (actor) => actor.memberships[0].roles.includes(role);

/** Forty datasets of each office that are shared on approval, with their columns. */
const offeredRows = (database) =>
  database.rows(
    `select id as dataset, organisation, revision, columns from (
       select id, organisation, revision, array(select one->>'id' from jsonb_array_elements(state->'columns') one) as columns,
         row_number() over (partition by organisation order by id) as place
       from dataset where organisation = any($1::uuid[]) and access in ('named', 'group') and lifecycle = 'published'
         and jsonb_array_length(state->'columns') between 1 and 10) found
     where place <= $2 order by organisation, place`,
    [offices.map(({ id }) => id), offeredEach],
  );

/** Names one data owner on each dataset that is offered. */
async function nameOwners({ database, door }, datasets) {
  const owners = Map.groupBy(
    people.filter(({ roles }) => roles.includes('owner')),
    ({ organisation }) => organisation,
  );
  const items = (await offeredRows(database)).map(({ dataset: id, organisation, revision }, index) => {
    const [{ person }] = owners.get(organisation).slice(index % 4);
    return { id, revision, command: { type: 'assign-responsibility', owners: [person] } };
  });
  for (let from = 0; from < items.length; from += 200) {
    allDone(await door.executeBatch(datasets, operator, items.slice(from, from + 200)));
  }
}

/**
 * Who is there, each an actor for the organisation to which they belong, and what can be asked for.
 * @returns {Promise<{ actors: Map<string, object[]>, askers: object[], offices: object[], offered: object[][] }>}
 */
export async function readTown({ database, clock }) {
  const { actorOfPerson, todayOf } = await import('#organisations/server');
  const actors = new Map();
  for (const { person, organisation } of people) {
    const actor = await actorOfPerson(database, person, todayOf(clock));
    actors.set(organisation, [...(actors.get(organisation) ?? []), { ...actor, actingFor: organisation }]);
  }
  const rows = await offeredRows(database);
  const offered = offices.map(({ id }) => rows.filter(({ organisation }) => organisation === id));
  return { actors, askers: companies.flatMap(({ id }) => actors.get(id)), offices, offered };
}

const columnsAsked = ({ dataset, columns }) => ({
  dataset,
  columns: columns.map(({ column }) => column),
  described: false,
  whole: false,
});

/** The next request with its cases, as the door takes them; counted in `made`. */
function submission(made, { offered, ownerOf, actor, at, newId }) {
  const { title, answers, lane, basket } = generateRequest(made.requests, offered);
  made.requests += 1;
  const reference = `WL-2026-${String(made.requests).padStart(4, '0')}`;
  const id = newId();
  const owners = [...new Set(basket.map(({ dataset }) => ownerOf.get(dataset)))];
  const cases = owners.map((organisation) => ({ case: newId(), organisation }));
  const { person, actingFor: organisation } = actor;
  const asked = (owner) => basket.filter(({ dataset }) => ownerOf.get(dataset) === owner).map(columnsAsked);
  const command = {
    ...{ type: 'submit-request', id, reference, people: [person], organisation, cases, declared: true },
    submission: {
      title,
      datasets: owners.flatMap((owner) => asked(owner).map((one) => ({ ...one, organisation: owner }))),
      questionSets: [{ id: 'default', version: 1 }],
      evidence: [],
      words: { answers, basket },
    },
  };
  const opening = cases.map((one) => ({
    ...{ type: 'open-case', id: one.case, request: id, reference, organisation: one.organisation },
    ...{ asker: { person, people: [person], organisation }, datasets: asked(one.organisation) },
    ...{ submission: 1, lane, care: false },
  }));
  const draft = { id, author: person, organisation, basket, answers, at };
  const numbered = opening.map((one) => ({ id: one.id, command: one, number: made.cases++ }));
  return { draft, request: { id, command }, cases: numbered };
}

/** What was written before it was submitted stays beside the request. */
const keepDrafts = (transaction, drafts) =>
  transaction.rows(
    `insert into request_draft (id, revision, author, organisation, people, basket, answers, made_at, saved_at, saved_by)
     select id, 12, author, organisation, array[author], basket, answers, at, at, author
     from jsonb_to_recordset($1::jsonb) as row (id uuid, author uuid, organisation uuid, basket jsonb, answers jsonb, at timestamptz)`,
    [JSON.stringify(drafts)],
  );

/** Submits what one person asks in one month, in one transaction. */
async function submitAll({ database, door, requests, cases }, actor, submissions) {
  await database.transaction(async (transaction) => {
    await keepDrafts(
      transaction,
      submissions.map(({ draft }) => draft),
    );
    allDone(
      await door.perform(
        transaction,
        requests,
        actor,
        submissions.map(({ request }) => request),
      ),
    );
    allDone(
      await door.perform(
        transaction,
        cases,
        actor,
        submissions.flatMap((one) => one.cases.map(({ id, command }) => ({ id, command }))),
      ),
    );
  });
}

/** Takes every case that is not to wait where it is one step on, in batches of those who take it. */
async function stepOn(parts, live, actors) {
  const rows = await parts.database.rows('select id, revision, state from sharing_case where id = any($1::uuid[])', [
    [...live.keys()],
  ]);
  const batches = new Map();
  for (const { id, revision, state } of rows) {
    const { number, halt } = live.get(id);
    const step = waits(halt, state) ? undefined : (ending(halt, state) ?? nextStep(number, state));
    if (!step) {
      live.delete(id);
      continue;
    }
    const task = state.tasks.find((one) => one.id === step.command.task);
    const owner = state.datasets.find(({ dataset }) => task?.datasets?.includes(dataset))?.owners[0];
    const staff = actors.get(step.role === 'requester' ? state.asker.organisation : state.organisation);
    const actor = step.role === 'owner' ? staff.find(({ person }) => person === owner) : staff.find(holds(step.role));
    const batch = batches.get(actor) ?? [];
    batch.push({ id, revision, command: step.command });
    batches.set(actor, batch);
  }
  const waiting = [...batches];
  const taking = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [actor, items] = next;
      allDone(await parts.door.executeBatch(parts.cases, actor, items));
    }
  };
  await Promise.all(Array.from({ length: hands }, taking));
  return batches.size;
}

/** A case that is to wait does so at the latest where it would be decided: not every stage is wanted for every case. */
const waits = (halt, { stage }) => halt === stage || (stage === 'decide' && ['advise', 'accept'].includes(halt));

/** The step by which a case comes to wait for those who ask, or ends by their hand. */
function ending(halt, { state }) {
  if (state !== 'open') return undefined;
  if (halt === 'withdrawn') return { role: 'requester', command: { type: 'withdraw-case' } };
  const comments = [{ question: 'summary', text: 'Say which wards, and until when the data is kept.' }];
  if (halt === 'returned')
    return { role: 'steward', command: { type: 'return-case', comments, cannotIdentify: false } };
  return undefined;
}

/**
 * Loads requests through the door until there are so many cases, a year of them, at fifteen organisations with twelve people
 * each: two thirds are decided, the newest wait at every stage.
 */
export async function loadRequests({ database, clock: system, datasets }, until, tell) {
  const { uuidv7 } = await import('#kernel');
  const clock = new SetClock(system.now().getTime() - months * 28 * day);
  const parts = await doorAt(database, clock);
  await settle(parts);
  await nameOwners(parts, datasets);
  const { actors, askers, offered } = await readTown(parts);
  const ownerOf = new Map(offered.flat().map(({ dataset, organisation }) => [dataset, organisation]));
  const newId = () => uuidv7(clock.at);
  const live = new Map();
  const made = { requests: 0, cases: 0 };
  for (let month = 0; month < months; month += 1) {
    const begun = clock.at;
    const goal = Math.round((until * (month + 1)) / months);
    for (let turn = month * 7; made.cases < goal; turn += 1) {
      const actor = askers[turn % askers.length];
      const submissions = [];
      while (submissions.length < 20 && made.cases < goal) {
        const one = submission(made, { offered, ownerOf, actor, at: clock.now(), newId });
        for (const { id, number } of one.cases) {
          live.set(id, { number, halt: haltOf(number, month >= months - recent) });
        }
        submissions.push(one);
      }
      await submitAll(parts, actor, submissions);
      clock.at += day / 4;
    }
    while ((await stepOn(parts, live, actors)) > 0) clock.at += 2 * day * random(clock.at)();
    clock.at = begun + 28 * day;
    if (month % 3 === 2) tell(`${made.cases} cases loaded`);
  }
  await database.rows(`select nextval('request_reference') from generate_series(1, $1)`, [made.requests]);
}
