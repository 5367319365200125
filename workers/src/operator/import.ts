import { join } from 'node:path';
import { importCatalogue as readCatalogue, type ImportReport } from '#catalogue/server';
import { FetchedFiles, GuardedFetcher } from '#platform/http-client';
import { findOrganisation, type NamedOrganisation } from '#organisations/server';
import { explain, notDone, readCall, done as allDone, type Call } from './command-line.ts';
import type { OperatorCommand, OperatorContext } from './context.ts';
import { importProgress } from './import-progress.ts';
import { reportLines } from './import-report-lines.ts';
import { createOrganisation } from './organisation.ts';

const usage = [
  'import <file or address> --organisation <slug> [--create-organisation <name>] [--kind <kind>]',
  '       [--dry-run] [--accept-removals] [--json]',
];

const options = {
  organisation: { type: 'string' },
  'create-organisation': { type: 'string' },
  kind: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'accept-removals': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Stops after the batch in hand when the terminal or the launcher says so; the same command goes on from there. */
function stopSignal(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return { signal: controller.signal, release: () => void process.off('SIGINT', stop).off('SIGTERM', stop) };
}

/** The organisation whose catalogue is read; with `--create-organisation` an unclaimed one is registered for it. */
async function organisationOf(call: Call, context: OperatorContext): Promise<NamedOrganisation | undefined> {
  const slug = call.text('organisation') ?? '';
  const found = await findOrganisation(context.database, slug);
  if (found) return found;
  const name = call.text('create-organisation');
  if (name === undefined) {
    context.complain(`There is no organisation “${slug}”. “organisation list” shows them all;`);
    context.complain(`--create-organisation "Its name" registers it as one that nobody has claimed yet.`);
    return undefined;
  }
  const given = ['--name', name, '--slug', slug, '--kind', call.text('kind') ?? 'public-body', '--unclaimed'];
  const quiet = call.flag('json') ? { ...context, print: (line: string) => context.complain(line) } : context;
  const code = await createOrganisation(given, quiet);
  return code === allDone ? findOrganisation(context.database, slug) : undefined;
}

const fetchedFiles = ({ settings }: OperatorContext): FetchedFiles =>
  new FetchedFiles(join(settings.data, 'feeds'), new GuardedFetcher({ allowPrivate: settings.fetchPrivate }));

/** `import <file or address> --organisation <slug>`: reads a catalogue in DCAT-AP JSON-LD or DCAT-US data.json. */
export const importCatalogue: OperatorCommand = async (parameters, context) => {
  const call = readCall(parameters, options, context);
  const [reference, more] = call?.words ?? [];
  if (!call || reference === undefined || more !== undefined || !call.text('organisation'))
    return explain(context, ...usage);
  if (call.flag('dry-run') && call.text('create-organisation') !== undefined) {
    return explain(context, 'A dry run registers no organisation: leave out --create-organisation.');
  }
  const organisation = await organisationOf(call, context);
  if (!organisation) return notDone;
  const stop = stopSignal();
  const progress = importProgress(call.flag('json') ? context.complain : context.print);
  let faults = 0;
  try {
    const outcome = await readCatalogue(
      {
        reference,
        cwd: process.cwd(),
        organisation,
        dryRun: call.flag('dry-run'),
        acceptRemovals: call.flag('accept-removals'),
        signal: stop.signal,
        progress: progress.show,
        fault: (error, path) => {
          if ((faults += 1) <= 5)
            context.complain(`${path}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500));
        },
      },
      { ...context, fetched: fetchedFiles(context) },
    );
    progress.end();
    if (!outcome.ok) {
      for (const { message } of outcome.refusals) context.complain(message);
      return notDone;
    }
    show(outcome.value, call.flag('json'), context);
    return outcome.value.stopped ? notDone : allDone;
  } finally {
    progress.end();
    stop.release();
  }
};

function show(report: ImportReport, json: boolean, context: OperatorContext): void {
  if (json) context.print(JSON.stringify(report, null, 2));
  else for (const line of reportLines(report)) context.print(line);
}
