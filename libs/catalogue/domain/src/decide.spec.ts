import { describe, expect, test } from '@jest/globals';
import {
  accessSet,
  complete,
  draft,
  eventsOf,
  givenDataset,
  ids,
  imported,
  published,
  refusalsOf,
  registering,
  visibilitySet,
  whenDecided,
  withdrawn,
} from '#testing/catalogue';
import type { DatasetCommand } from './commands.ts';
import type { Description } from './description.ts';

const file = { id: ids.file, bytes: 1024, sha256: 'a'.repeat(64), mediaType: 'text/csv' };
const distributions = [
  { id: ids.distribution, title: 'All trees', format: 'csv', downloadUrl: 'https://ellermouth.example/trees.csv' },
];
const columns = [{ id: ids.column, name: 'species', type: 'string', sensitivity: 'none' as const }];
const describing = (description: Description): DatasetCommand => ({ type: 'describe-dataset', description });

describe('entering a dataset', () => {
  test('makes a draft: codes in the facts, words apart', () => {
    const [event, ...others] = eventsOf(whenDecided(registering({ themes: ['ENVI'], summary: 'Trees', columns })));
    expect(others).toEqual([]);
    expect(event).toEqual({
      type: 'dataset-registered',
      facts: {
        id: ids.dataset,
        organisation: ids.organisation,
        slug: 'street-trees',
        fields: ['columns', 'summary', 'themes', 'title'],
        by: 'person',
        themes: ['ENVI'],
        columns: [{ id: ids.column, sensitivity: 'none' }],
      },
      content: {
        title: 'Street trees',
        summary: 'Trees',
        columns: [{ id: ids.column, name: 'species', type: 'string' }],
      },
    });
    const { dataset } = givenDataset(...draft());
    expect(dataset).toMatchObject({
      lifecycle: 'draft',
      access: 'not-stated',
      visibility: 'everyone',
      licence: 'not-stated',
    });
  });

  test('takes the slug that is free', () => {
    const [event] = eventsOf(whenDecided(registering(), undefined, { slug: 'street-trees-2' }));
    expect(event).toMatchObject({ facts: { slug: 'street-trees-2' } });
  });

  test('names every fault at once', () => {
    const command = { ...registering({ themes: ['NONE'], licence: 'mine' }), unit: ids.unit } as DatasetCommand;
    expect(refusalsOf(whenDecided(command, undefined, { organisationKnown: false, unitKnown: false }))).toEqual([
      ['catalogue.code-unknown', 'themes[0]'],
      ['catalogue.code-unknown', 'licence'],
      ['catalogue.organisation-unknown', 'organisation'],
      ['catalogue.unit-unknown', 'unit'],
    ]);
  });
});

describe('describing', () => {
  const given = givenDataset(
    ...draft({ summary: 'Trees', themes: ['ENVI'], keywords: ['tree'], columns, distributions }),
  );

  test('says the fields that differ and no others', () => {
    const description = {
      title: 'Street trees',
      summary: 'Every tree',
      themes: ['ENVI'],
      keywords: ['tree', 'street'],
    };
    expect(eventsOf(whenDecided(describing(description), given))).toEqual([
      {
        type: 'dataset-described',
        facts: { fields: ['keywords', 'summary'], by: 'person' },
        content: { summary: 'Every tree', keywords: ['tree', 'street'] },
      },
    ]);
  });

  test.each<[string, Description]>([
    ['the same words', { title: 'Street trees', summary: 'Trees' }],
    ['the same codes', { themes: ['ENVI'], licence: 'not-stated', personalData: 'not-stated' }],
    ['the same columns', { columns }],
    [
      'the same distributions, their keys in another order',
      {
        distributions: distributions.map(({ downloadUrl, format, title, id }) => ({ downloadUrl, format, title, id })),
      },
    ],
    ['a field emptied that was empty', { frequency: null, contact: null }],
    ['nothing', {}],
  ])('%s change nothing', (_what, description) => {
    expect(eventsOf(whenDecided(describing(description), given))).toEqual([]);
  });

  test('null empties a field', () => {
    const [event] = eventsOf(whenDecided(describing({ summary: null }), given));
    expect(event).toMatchObject({ facts: { fields: ['summary'] }, content: { summary: null } });
    const after = givenDataset(
      ...draft({ summary: 'Trees' }),
      ...eventsOf(whenDecided(describing({ summary: null }), given)),
    );
    expect(after.content).toEqual({ title: 'Street trees' });
  });

  test('a person’s fields are marked as set here', () => {
    const given = givenDataset(imported());
    expect(given.dataset.setHere).toEqual([]);
    const [event] = eventsOf(whenDecided(describing({ licence: 'ogl-3.0', summary: 'Trees' }), given));
    expect(event && givenDataset(imported(), event).dataset.setHere).toEqual(['licence', 'summary']);
  });

  test.each<[Description, string, string]>([
    [{ themes: ['ENVI', 'XXXX'] }, 'catalogue.code-unknown', 'themes[1]'],
    [{ subjectAreas: ['dragons'] }, 'catalogue.code-unknown', 'subjectAreas[0]'],
    [{ licence: 'mine' }, 'catalogue.code-unknown', 'licence'],
    [{ frequency: 'NOW_AND_THEN' }, 'catalogue.code-unknown', 'frequency'],
    [
      { distributions: [{ id: ids.distribution, format: 'stone' }] },
      'catalogue.code-unknown',
      'distributions[0].format',
    ],
    [{ temporal: { from: '2026-02-01', until: '2026-01-01' } }, 'catalogue.period-reversed', 'temporal.until'],
    [{ columns: [...columns, { ...columns[0]!, id: ids.file }] }, 'catalogue.repeated', 'columns[1]'],
    [{ columns: [...columns, { ...columns[0]!, name: 'height' }] }, 'catalogue.repeated', 'columns[1]'],
    [{ distributions: [...distributions, ...distributions] }, 'catalogue.repeated', 'distributions[1]'],
  ])('%j is refused', (description, code, field) => {
    expect(refusalsOf(whenDecided(describing(description), given))).toEqual([[code, field]]);
  });
});

describe('a stored file', () => {
  const attach = { type: 'attach-file', distribution: ids.distribution, file, fileName: 'trees.csv' } as const;
  const given = givenDataset(...draft({ distributions }));
  const withFile = givenDataset(...draft({ distributions }), ...eventsOf(whenDecided(attach, given)));

  test('is bound to its distribution, with the name it came by', () => {
    expect(withFile.dataset.distributions).toEqual([{ id: ids.distribution, format: 'csv', file }]);
    expect(withFile.content.distributions).toEqual([
      { id: ids.distribution, title: 'All trees', downloadUrl: distributions[0]!.downloadUrl, fileName: 'trees.csv' },
    ]);
  });

  test('to a distribution that is not there is refused', () => {
    const elsewhere = { ...attach, distribution: ids.otherDistribution };
    expect(refusalsOf(whenDecided(elsewhere, given))).toEqual([['catalogue.distribution-unknown', 'distribution']]);
  });

  test('stays with its distribution, whatever a description says', () => {
    const description = {
      distributions: [
        { id: ids.otherDistribution, format: 'pdf', title: 'A map' },
        { id: ids.distribution, format: 'xlsx', title: 'Every tree' },
      ],
    };
    const [event] = eventsOf(whenDecided(describing(description), withFile));
    expect(event).toMatchObject({
      facts: {
        distributions: [
          { id: ids.otherDistribution, format: 'pdf' },
          { id: ids.distribution, format: 'xlsx', file },
        ],
      },
      content: {
        distributions: [
          { id: ids.otherDistribution, title: 'A map' },
          { id: ids.distribution, title: 'Every tree', fileName: 'trees.csv' },
        ],
      },
    });
  });

  test('and its distribution described as they are change nothing', () => {
    expect(eventsOf(whenDecided(describing({ distributions }), withFile))).toEqual([]);
  });
});

describe('access, visibility and responsibility', () => {
  const given = givenDataset(...draft());
  const assign = (owners: string[], steward?: string): DatasetCommand => ({
    type: 'assign-responsibility',
    owners,
    ...(steward !== undefined && { steward }),
  });

  test('are set, and set again to the same change nothing', () => {
    const access: DatasetCommand = { type: 'set-access', access: 'named' };
    const visibility: DatasetCommand = { type: 'set-visibility', visibility: 'members' };
    expect(eventsOf(whenDecided(access, given))).toEqual([accessSet('named')]);
    expect(eventsOf(whenDecided(visibility, given))).toEqual([visibilitySet('members')]);
    const after = givenDataset(...draft(), accessSet('named'), visibilitySet('members'));
    expect(after.dataset).toMatchObject({ access: 'named', accessSetHere: true, visibility: 'members' });
    expect(eventsOf(whenDecided(access, after))).toEqual([]);
    expect(eventsOf(whenDecided(visibility, after))).toEqual([]);
  });

  test('owners and steward hold their roles in the organisation', () => {
    expect(refusalsOf(whenDecided(assign([ids.owner, ids.steward], ids.owner), given))).toEqual([
      ['catalogue.owner-without-role', 'owners[1]'],
      ['catalogue.steward-without-role', 'steward'],
    ]);
    const events = eventsOf(whenDecided(assign([ids.owner, ids.otherOwner, ids.owner], ids.steward), given));
    expect(events).toEqual([
      {
        type: 'dataset-responsibility-assigned',
        facts: { owners: [ids.owner, ids.otherOwner], steward: ids.steward },
      },
    ]);
  });

  test('the same people again change nothing; nobody takes them away', () => {
    const events = eventsOf(whenDecided(assign([ids.owner, ids.otherOwner], ids.steward), given));
    const after = givenDataset(...draft(), ...events);
    expect(eventsOf(whenDecided(assign([ids.otherOwner, ids.owner], ids.steward), after))).toEqual([]);
    const [event] = eventsOf(whenDecided(assign([]), after));
    const none = givenDataset(...draft(), ...events, ...(event ? [event] : []));
    expect(none.dataset).toMatchObject({ owners: [] });
    expect(none.dataset.steward).toBeUndefined();
  });
});

describe('publishing by hand', () => {
  const publish: DatasetCommand = { type: 'publish-dataset' };
  const required = ['description', 'contact', 'access', 'licence', 'frequency', 'modified', 'version', 'personalData'];

  test('requires the model’s fields, and names each that is missing', () => {
    expect(refusalsOf(whenDecided(publish, givenDataset(...draft())))).toEqual(
      required.map((field) => ['catalogue.field-missing', field]),
    );
  });

  test.each(required.filter((field) => field !== 'access'))('without %s it is refused for that alone', (field) => {
    const { [field as keyof Description]: _left, ...rest } = complete;
    const given = givenDataset(...draft(rest), accessSet('open'));
    expect(refusalsOf(whenDecided(publish, given))).toEqual([['catalogue.field-missing', field]]);
  });

  test.each<[string, Description]>([
    ['blank text', { description: '  \n' }],
    ['a contact without an e-mail', { contact: { name: 'Parks team' } }],
  ])('%s is as good as none', (_what, description) => {
    const given = givenDataset(...draft({ ...complete, ...description }), accessSet('open'));
    expect(refusalsOf(whenDecided(publish, given))).toHaveLength(1);
  });

  test('a complete one is published; optional fields may be missing', () => {
    const given = givenDataset(...draft(complete), accessSet('closed'));
    expect(eventsOf(whenDecided(publish, given))).toEqual([published]);
  });

  test('an imported one is published as it is: nothing is invented', () => {
    expect(givenDataset(imported()).dataset).toMatchObject({ lifecycle: 'published', access: 'not-stated' });
  });
});

describe('withdrawing', () => {
  const before = [...draft(complete), accessSet('open'), published];
  test('keeps the reason for those who follow the address, and publishing again empties it', () => {
    const command: DatasetCommand = { type: 'withdraw-dataset', reason: 'Replaced by the tree survey.' };
    expect(eventsOf(whenDecided(command, givenDataset(...before)))).toEqual([withdrawn]);
    const gone = givenDataset(...before, withdrawn);
    expect(gone).toMatchObject({
      dataset: { lifecycle: 'withdrawn', withdrawnByPerson: true },
      content: { withdrawalReason: 'Replaced by the tree survey.' },
    });
    const back = givenDataset(...before, withdrawn, ...eventsOf(whenDecided({ type: 'publish-dataset' }, gone)));
    expect(back.dataset).toMatchObject({ lifecycle: 'published', withdrawnByPerson: false });
    expect(back.content.withdrawalReason).toBeUndefined();
  });
});
