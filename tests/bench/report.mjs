import { cpus, totalmem, release } from 'node:os';

const number = (value) =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

const row = (figure) => {
  const ratio = figure.moreIsBetter ? figure.bare / figure.measured : figure.measured / figure.bare;
  const verdict = figure.holds === undefined ? '' : figure.holds ? 'holds' : '**falls short**';
  const measured = `${number(figure.measured)} ${figure.unit}`;
  const bare = `${number(figure.bare)} ${figure.unit}: ${figure.limit}`;
  return `| ${figure.name} | ${figure.target ?? '–'} | ${measured} | ${verdict} | ${bare} | ${number(ratio)} × |`;
};

/** The page `docs/benchmarks.md`. */
export function report(figures, { datasets, cases, date, postgres }) {
  const [cpu] = cpus();
  return `# Benchmarks

Written by \`npm run bench\`; every run replaces it. Each figure stands beside a bare limit, measured in the same run on the same machine,
and the ratio between the two, which says more than the figure where machines differ.

- Date: ${date}
- Machine: ${cpus().length} × ${cpu?.model.trim()}, ${number(totalmem() / 2 ** 30)} GB, Linux ${release()}
- Node.js ${process.version}, PostgreSQL ${postgres} (embedded, its data on disk, fsync on)
- Catalogue: ${datasets.toLocaleString('en-GB')} generated datasets (\`tests/bench/generate.ts\`); one client unless said; client, API and database share the machine
- Requests: ${cases.toLocaleString('en-GB')} generated cases (\`tests/bench/generate-requests.ts\`) of 15 organisations with twelve people each, a year of them, brought
  through the door; two in three are decided

| figure | target | measured | | bare limit | ratio |
|---|---|---|---|---|---|
${figures.map(row).join('\n')}
`;
}

/** The same for a terminal, a line each. */
export const line = (figure) =>
  `${figure.holds === false ? 'SHORT ' : '      '}${figure.name}: ${number(figure.measured)} ${figure.unit}${figure.target ? ` (${figure.target})` : ''}, bare ${number(figure.bare)}`;
