/**
 * `lab cc`: compiles a plain C program, runs it if asked to, or works through a list of such programs.
 */
import { explainFinding } from '../c/finding-words.ts';
import { createLab } from '../lab.ts';
import { DEFAULT_CONFIG } from '../protocol/lab-api.ts';
import { parseCommandLine, positiveNumber, UsageError } from './args.ts';
import { runBatch } from './batch.ts';
import { buildFiles } from './cc-build.ts';
import { programConfig } from './cc-config.ts';
import { EXIT } from './exit.ts';
import { appOf, typedInput } from './files.ts';
import { CC } from './help.ts';
import { jsonOutput, textOutput } from './output.ts';
import { runToEnd } from './session.ts';

const OPTIONS = {
  '-I': 'list',
  '-D': 'list',
  '--gnu': 'flag',
  '--check': 'flag',
  '--run': 'flag',
  '--limit': 'value',
  '--json': 'flag',
  '--batch': 'value',
  '--explain': 'value',
  '--help': 'flag',
} as const;

/** Returns the exit code of the command. */
export function ccCommand(args: readonly string[]): number {
  const { options, free, rest } = parseCommandLine(args, OPTIONS);
  if (options['--help']) {
    process.stdout.write(CC);
    return EXIT.ok;
  }
  const asked = options['--explain'];
  if (asked !== undefined) return explain(asked);
  const batch = options['--batch'];
  if (batch !== undefined) {
    if (args.length > 2) throw new UsageError('--batch takes everything else from its list');
    return runBatch(batch);
  }
  if (free.length === 0) throw new UsageError('no C file given');
  if (options['--check'] && options['--run']) throw new UsageError('--check only compiles; leave out --run');
  if (rest.length > 0 && !options['--run']) throw new UsageError('arguments for the program need --run');

  const config = programConfig({
    args: rest,
    include: options['-I'],
    define: options['-D'],
    gnu: options['--gnu'],
    limit: positiveNumber('--limit', options['--limit'], DEFAULT_CONFIG.limitNs / 1e9),
    stdin: options['--run'] ? typedInput([appOf(free)]) : '',
  });
  const output = options['--json'] ? jsonOutput() : textOutput();
  const lab = createLab();
  try {
    const { report, driver } = buildFiles(lab, free, config);
    output.build(report);
    if (!report.ok) return EXIT.buildError;
    if (!options['--run']) return EXIT.ok;
    if (driver !== undefined) throw new UsageError(notAProgram(driver, free));
    const outcome = runToEnd(lab, output);
    output.outcome({ ...outcome, replay: undefined });
    return outcome.end.exitCode;
  } finally {
    output.close();
  }
}

/** What to do with a driver instead of running it. */
export function notAProgram(driver: string, files: readonly string[]): string {
  const shown = files.join(',');
  return `${files[0]} is a driver: it is loaded by npm run -s lab -- run --driver ${driver}=${shown} --app PROGRAM.c`;
}

/** The id is the word in brackets at the end of a message; the brackets may come along. */
function explain(asked: string): number {
  const id = asked.replace(/^\[(.*)\]$/, '$1');
  const found = explainFinding(id);
  if ('near' in found) {
    const hint = found.near === undefined ? '' : `; did you mean '${found.near}'?`;
    throw new UsageError(`no warning or error has the id '${id}'${hint}`);
  }
  process.stdout.write(`${id}\n${found.lines.map((line) => `  ${line}\n`).join('')}`);
  return EXIT.ok;
}
