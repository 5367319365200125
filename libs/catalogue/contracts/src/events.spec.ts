import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  datasetRight,
  datasetStandings,
  evolveDataset,
  type Dataset,
  type DatasetCommand,
  type DatasetContent,
  type DatasetEvent,
} from '#catalogue/domain';
import { lifted } from '#ledger/contracts';
import { evolveContent } from '#ledger/domain';
import { anyBeginning, anyFollowing, givenDataset, whenDecided } from '#testing/catalogue';
import { golden } from '#testing/golden';
import { datasetEvents } from './events.ts';

const types = Object.keys(datasetEvents) as DatasetEvent['type'][];
const versions = types.flatMap((type) =>
  Array.from({ length: datasetEvents[type].version }, (_, index) => ({ type, version: index + 1 })),
);

/** What an example of some version is today: lifted, and folded into a dataset that it may come to. */
function followed({ type, version }: (typeof versions)[number]) {
  const contract = datasetEvents[type];
  const example = contract.examples[version];
  if (!example) throw new Error(`${type} has no example of version ${version}`);
  const facts = contract.facts.parse(lifted(contract, version, example.facts));
  const content = example.content === undefined ? undefined : contract.content?.parse(example.content);
  const event = { type, facts, content } as DatasetEvent;
  const first = type === 'dataset-registered' || type === 'dataset-imported';
  const before = (datasetEvents['dataset-imported'].examples[1] ?? {}) as unknown as DatasetEvent;
  const begun = { ...before, type: 'dataset-imported' } as DatasetEvent;
  const after = givenDataset(...(first ? [event] : [begun, event]));
  return { type, version, ...example, lifted: facts, folded: { state: after.dataset, content: after.content } };
}

describe('events of datasets', () => {
  test('every version ever written is parsed, lifted and folded as in the golden', () => {
    const text = `${JSON.stringify(versions.map(followed), null, 2)}\n`;
    expect(text).toBe(golden('tests/goldens/datasets-events.json', text));
  });

  test.each(versions)('an example of version $version of $type stands there, and no others', ({ type, version }) => {
    const { examples, version: current } = datasetEvents[type];
    expect(examples[version]).toBeDefined();
    expect(Object.keys(examples)).toHaveLength(current);
  });

  test.each(types)('the facts of %s are closed: what the contract does not name is refused', (type) => {
    const { facts, examples, version } = datasetEvents[type];
    const example = examples[version]?.facts as object;
    expect(facts.safeParse(example).success).toBe(true);
    expect(facts.safeParse({ ...example, note: 'words of a person' }).success).toBe(false);
  });
});

interface Told {
  readonly events: DatasetEvent[];
  readonly dataset: Dataset | undefined;
  readonly content: DatasetContent | undefined;
}

/** Gives commands one after another, each to what the earlier ones made, as far as anybody has a right to them. */
function told(commands: readonly DatasetCommand[]): Told {
  const events: DatasetEvent[] = [];
  let dataset: Dataset | undefined;
  let content: DatasetContent | undefined;
  for (const command of commands) {
    if (datasetRight(command.type, dataset?.lifecycle ?? 'none', datasetStandings) === undefined) continue;
    const outcome = whenDecided(command, dataset && content ? { dataset, content } : undefined);
    if (!outcome.ok) {
      expect(outcome.refusals.length).toBeGreaterThan(0);
      continue;
    }
    for (const event of outcome.value) {
      dataset = evolveDataset(dataset, event);
      content = evolveContent(content, event.content);
      events.push(event);
    }
  }
  return { events, dataset, content };
}

const anyCommands = fc
  .tuple(anyBeginning, fc.array(anyFollowing, { maxLength: 12 }))
  .map(([first, rest]) => [first, ...rest]);
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('whatever commands come', () => {
  test('nothing throws, and replaying what the ledger keeps gives the state that was stored', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const { events, dataset, content } = told(commands);
        const kept = events.map((event) => {
          const contract = datasetEvents[event.type];
          const facts = stored(contract.facts.parse(event.facts));
          const words = event.content && stored(contract.content?.parse(stored(event.content)));
          return { type: event.type, facts, ...(words !== undefined && { content: words }) } as DatasetEvent;
        });
        if (!dataset) return;
        const again = givenDataset(...kept);
        expect(stored(again.dataset)).toEqual(stored(dataset));
        expect(stored(again.content)).toEqual(stored(content));
      }),
      { numRuns: 500 },
    );
  });

  test('a command given twice changes nothing the second time', () => {
    const settling = [
      'describe-dataset',
      'set-access',
      'set-visibility',
      'assign-responsibility',
      'mark-vanished',
      'import-dataset',
    ];
    fc.assert(
      fc.property(anyCommands, anyFollowing, (commands, command) => {
        fc.pre(settling.includes(command.type));
        const once = told([...commands, command]);
        expect(told([...commands, command, command]).events).toHaveLength(once.events.length);
      }),
      { numRuns: 500 },
    );
  });

  test('no facts hold words that a person wrote', () => {
    const secret = 'Zwölfklang';
    fc.assert(
      fc.property(anyBeginning, fc.array(anyFollowing, { maxLength: 6 }), (first, rest) => {
        const marked = JSON.parse(
          JSON.stringify([first, ...rest], (key, value: unknown) =>
            ['title', 'summary', 'description', 'name', 'reason', 'fileName', 'lineage', 'rights', 'creator'].includes(
              key,
            ) && typeof value === 'string'
              ? secret
              : value,
          ),
        ) as DatasetCommand[];
        expect(JSON.stringify(told(marked).events.map(({ facts }) => facts))).not.toContain(secret);
      }),
    );
  });
});
