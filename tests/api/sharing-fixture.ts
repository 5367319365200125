import type { Role } from '#kernel';
import { personAggregate } from '#organisations/server';
import { complete } from '#testing/catalogue';
import { callOf, cookieOf, password, People, type Answer, type Method } from './people.ts';
import { publicUrl, wholeApp, type WholeApp } from './whole-app.ts';

/** Two organisations that own data, one that asks, and people in each; the calls of each signed in. */
export interface Town extends WholeApp {
  readonly people: People;
  readonly ids: Readonly<Record<string, string>>;
  /** A call in somebody's name: `as('owner', 'GET', '/api/v1/inbox')`. */
  as(who: string, method: Method, url: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** A dataset that is shared on approval. @returns its id */
  dataset(title: string, organisation: string, more?: DatasetWishes): Promise<string>;
}

export interface DatasetWishes {
  readonly by?: string;
  readonly owners?: readonly string[];
  readonly sensitivity?: string;
  readonly columns?: readonly string[];
}

export interface Settler {
  readonly who: string;
  readonly organisation?: string;
  readonly roles?: readonly Role[];
}

/** Who is there by default: one for each part, in three organisations. */
export const settlers: readonly Settler[] = [
  { who: 'asker', organisation: 'kerbs', roles: ['requester'] },
  { who: 'colleague', organisation: 'kerbs', roles: ['requester'] },
  { who: 'steward', organisation: 'council', roles: ['steward'] },
  { who: 'owner', organisation: 'council', roles: ['owner'] },
  { who: 'dpo', organisation: 'council', roles: ['adviser:data-protection'] },
  { who: 'legal', organisation: 'council', roles: ['adviser:legal'] },
  { who: 'siro', organisation: 'council', roles: ['siro'] },
  { who: 'administrator', organisation: 'council', roles: ['administrator'] },
  { who: 'power', organisation: 'grid', roles: ['owner', 'steward', 'administrator'] },
  { who: 'outsider', organisation: 'elsewhere', roles: ['owner', 'steward', 'siro'] },
  { who: 'individual' },
];

export async function town(): Promise<Town> {
  const whole = await wholeApp();
  const people = new People(whole.database, whole.clock);
  const ids: Record<string, string> = {};
  for (const slug of ['kerbs', 'council', 'grid', 'elsewhere']) ids[slug] = await people.organisation(slug);
  const cookies = new Map<string, string>();
  for (const { who, organisation, roles = [] } of settlers) {
    const person = await people.person(`${who}@spec.example`);
    ids[who] = person;
    await people.give(personAggregate, person, { type: 'confirm-address' });
    if (organisation) await people.member(person, ids[organisation] ?? '', ...roles);
  }
  const as: Town['as'] = async (who, method, url, body, headers) => {
    let cookie = cookies.get(who);
    if (cookie === undefined) {
      const answer = await callOf(whole.app, 'POST', '/api/v1/session', {
        body: { email: `${who}@spec.example`, password },
        headers: { origin: publicUrl },
      });
      cookie = cookieOf(answer);
      cookies.set(who, cookie);
    }
    return callOf(whole.app, method, url, {
      cookie,
      ...(body ? { body } : {}),
      headers: { origin: publicUrl, ...headers },
    });
  };
  const dataset: Town['dataset'] = async (title, organisation, wishes = {}) => {
    const {
      by = organisation === 'grid' ? 'power' : 'owner',
      owners,
      sensitivity = 'none',
      columns = ['street', 'width'],
    } = wishes;
    const actingFor = ids[organisation];
    const registering = organisation === 'council' ? 'steward' : by;
    const description = {
      ...complete,
      title,
      personalData: 'none',
      columns: columns.map((name) => ({ name, type: 'string', sensitivity })),
      distributions: [],
    };
    const registered = await as(registering, 'POST', '/api/v1/datasets', { actingFor, description });
    if (registered.status !== 201) throw new Error(JSON.stringify(registered.body));
    const { id } = registered.body as { id: string };
    let revision = (registered.body as { revision: number }).revision;
    const give = async (who: string, command: string, body: object = {}): Promise<void> => {
      const answer = await as(who, 'POST', `/api/v1/datasets/${id}/commands/${command}`, {
        actingFor,
        revision,
        ...body,
      });
      if (answer.status !== 200) throw new Error(`${command}: ${JSON.stringify(answer.body)}`);
      revision = (answer.body as { revision: number }).revision;
    };
    await give(by, 'set-access', { access: 'named' });
    if (owners) await give(by, 'assign-responsibility', { owners: owners.map((who) => ids[who] ?? who) });
    await give(registering, 'publish');
    return id;
  };
  return { ...whole, people, ids, as, dataset };
}

/** Answers that are enough to submit a request that is not about people. */
export const plainAnswers = {
  title: 'Dropped kerbs for step-free routes',
  summary: 'We plan routes for people who use wheelchairs and need to know where kerbs are dropped.',
  personal: false,
  'publication-understood': true,
  truthful: true,
};
