/**
 * Reads command lines by a table of options: `--name VALUE`, `--name=VALUE`, `-I DIR`, `-IDIR`, flags, free
 * arguments, and everything after `--` as the program's own. Pure; errors are `UsageError`s with plain words.
 */

export class UsageError extends Error {}

/** What an option takes: nothing, one value (the last one counts), or a value each time it is given. */
export type OptionKind = 'flag' | 'value' | 'list';

export type OptionTable = Readonly<Record<string, OptionKind>>;

export interface Parsed<Table extends OptionTable> {
  readonly options: {
    readonly [Name in keyof Table]: Table[Name] extends 'flag'
      ? boolean
      : Table[Name] extends 'value'
        ? string | undefined
        : readonly string[];
  };
  readonly free: readonly string[];
  /** What stood after `--`. */
  readonly rest: readonly string[];
}

/** Option names in the table carry their dashes: `--cpus`, `-I`. */
export function parseCommandLine<const Table extends OptionTable>(
  args: readonly string[],
  table: Table,
): Parsed<Table> {
  const options: Record<string, boolean | string | undefined | string[]> = {};
  for (const [name, kind] of Object.entries(table)) {
    options[name] = kind === 'flag' ? false : kind === 'list' ? [] : undefined;
  }
  const split = args.indexOf('--');
  const own = split < 0 ? args : args.slice(0, split);
  const free: string[] = [];

  for (let i = 0; i < own.length; i++) {
    const argument = own[i] ?? '';
    if (!argument.startsWith('-') || argument === '-') {
      free.push(argument);
      continue;
    }
    const { name, attached } = splitOption(argument);
    const kind = table[name];
    if (kind === undefined) throw new UsageError(`unknown option ${name}${suggestion(name, Object.keys(table))}`);
    if (kind === 'flag') {
      if (attached !== undefined) throw new UsageError(`option ${name} takes no value`);
      options[name] = true;
      continue;
    }
    const value = attached ?? own[++i];
    if (value === undefined || value === '') throw new UsageError(`option ${name} needs a value`);
    const before = options[name];
    options[name] = Array.isArray(before) ? [...before, value] : value;
  }
  return { options, free, rest: split < 0 ? [] : args.slice(split + 1) } as Parsed<Table>;
}

/** A whole number in decimal or hexadecimal, within bounds; `fallback` when the option was not given. */
export function wholeNumber<Fallback>(
  name: string,
  text: string | undefined,
  bounds: { readonly min: number; readonly max: number },
  fallback: Fallback,
): number | Fallback {
  if (text === undefined) return fallback;
  const value = /^(\d+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : Number.NaN;
  if (value >= bounds.min && value <= bounds.max) return value;
  throw new UsageError(`${name} needs a whole number from ${bounds.min} to ${bounds.max}, not '${text}'`);
}

/** A positive decimal number; `fallback` when the option was not given. */
export function positiveNumber<Fallback>(
  name: string,
  text: string | undefined,
  fallback: Fallback,
): number | Fallback {
  if (text === undefined) return fallback;
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (value > 0) return value;
  throw new UsageError(`${name} needs a number above 0, not '${text}'`);
}

/** `NAME=FILE,FILE` as its two parts. */
export function namedFiles(option: string, text: string): { readonly name: string; readonly files: readonly string[] } {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(at, 0));
  const files = fileList(text.slice(at + 1));
  if (!/^\w[\w.-]*$/.test(name) || files.length === 0) {
    throw new UsageError(`${option} needs NAME=FILE[,FILE...], not '${text}'`);
  }
  return { name, files };
}

export function fileList(text: string): readonly string[] {
  return text.split(',').filter((file) => file !== '');
}

function splitOption(argument: string): { name: string; attached: string | undefined } {
  const at = argument.indexOf('=');
  if (argument.startsWith('--')) {
    return at < 0
      ? { name: argument, attached: undefined }
      : { name: argument.slice(0, at), attached: argument.slice(at + 1) };
  }
  return { name: argument.slice(0, 2), attached: argument.length > 2 ? argument.slice(2) : undefined };
}

/** ` (did you mean --x?)` for a name that is a slip or two away from a known one. */
function suggestion(name: string, known: readonly string[]): string {
  const [near] = known
    .map((candidate) => ({ candidate, slips: distance(name, candidate) }))
    .filter(({ candidate, slips }) => slips <= 2 && candidate.length > 2)
    .sort((a, b) => a.slips - b.slips);
  return near ? ` (did you mean ${near.candidate}?)` : '';
}

/** Edit distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
