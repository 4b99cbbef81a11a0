/**
 * The options that say what to build and run: the same for `lab run` and `lab debug`.
 */
import { DEFAULT_CONFIG, type LabConfig } from '../protocol/lab-api.ts';
import { fileList, namedFiles, type Parsed, positiveNumber, UsageError, wholeNumber } from './args.ts';
import { appOf, driverOf, includeResolver } from './files.ts';

export const CONFIG_OPTIONS = {
  '--driver': 'list',
  '--image': 'list',
  '--app': 'list',
  '--parallel': 'flag',
  '-I': 'list',
  '-D': 'list',
  '--cpus': 'value',
  '--seed': 'value',
  '--verifier': 'value',
  '--debugger': 'value',
  '--limit': 'value',
  '--instructions': 'value',
} as const;

/** Everything but typed input, of which there is none: no text, no more to come. */
export function configOf({ options, free, rest }: Parsed<typeof CONFIG_OPTIONS>): LabConfig {
  if (free.length > 0) throw new UsageError(`unexpected argument ${free[0]}; programs are given with --app FILE`);
  if (options['--verifier'] !== undefined) throw new UsageError('--verifier: this version has no Driver Verifier');
  const numbers = {
    cpus: wholeNumber('--cpus', options['--cpus'], { min: 1, max: 8 }, DEFAULT_CONFIG.cpus),
    seed: wholeNumber('--seed', options['--seed'], { min: 0, max: 0xffffffff }, DEFAULT_CONFIG.seed),
    limitNs: positiveNumber('--limit', options['--limit'], DEFAULT_CONFIG.limitNs / 1e9) * 1e9,
    limitInstructions: wholeNumber(
      '--instructions',
      options['--instructions'],
      { min: 1, max: Number.MAX_SAFE_INTEGER },
      DEFAULT_CONFIG.limitInstructions,
    ),
  };
  const drivers = options['--driver'].map((text) => driverOf(namedFiles('--driver', text)));
  const images = options['--image'].map((text) => driverOf(namedFiles('--image', text)));
  const apps = options['--app'].map((text) => appOf(fileList(text)));
  if (drivers.length + apps.length === 0) {
    throw new UsageError('nothing to run: give --driver NAME=FILE, --app FILE or both');
  }
  return {
    ...DEFAULT_CONFIG,
    ...numbers,
    drivers,
    images,
    apps,
    parallel: options['--parallel'],
    args: [...rest],
    resolveInclude: includeResolver(options['-I']),
    defines: [...options['-D']],
    debugger: onOff('--debugger', options['--debugger'], DEFAULT_CONFIG.debugger),
  };
}

function onOff(name: string, text: string | undefined, fallback: boolean): boolean {
  if (text === undefined) return fallback;
  if (text === 'on' || text === 'off') return text === 'on';
  throw new UsageError(`${name} is on or off, not '${text}'`);
}
