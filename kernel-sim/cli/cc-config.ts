/**
 * What `lab cc` builds and runs: a plain C program on a machine that is roomier than the one of the lessons, since programs of other systems
 * have tables of tens of megabytes and recurse deeply. One program of a command line or of a list alike.
 */
import { DEFAULT_CONFIG, type LabConfig } from '../protocol/lab-api.ts';
import { includeResolver } from './files.ts';

const RAM_BYTES = 512 << 20;
/** As much as Linux gives. */
const STACK_BYTES = 8 << 20;

/** How a program of `lab cc` is built and run, beside its files. */
export interface Program {
  readonly args?: readonly string[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly define?: readonly string[] | undefined;
  readonly gnu?: boolean | undefined;
  /** Seconds of simulated time. */
  readonly limit?: number | undefined;
  readonly stdin?: string | undefined;
}

export function programConfig({
  args,
  include,
  define,
  gnu,
  limit,
  stdin,
}: Program): Omit<LabConfig, 'drivers' | 'apps'> {
  return {
    ...DEFAULT_CONFIG,
    args: [...(args ?? [])],
    resolveInclude: includeResolver(include ?? []),
    defines: [...(define ?? [])],
    dialect: gnu ? 'gnu' : 'plain',
    ramBytes: RAM_BYTES,
    stackBytes: STACK_BYTES,
    limitNs: limit === undefined ? DEFAULT_CONFIG.limitNs : limit * 1e9,
    stdin: stdin ?? '',
  };
}
