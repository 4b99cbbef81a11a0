/**
 * Fields of an event as readers of words and sentences want them: numbers in the base that people expect, names for addresses, levels and times.
 * Pure: text from the fields alone, and from names for addresses that the caller knows.
 */

export type Fields = Readonly<Record<string, number | string>>;

/** `driver!Routine` or `driver!Variable` at an address of the trace (`0x` and 16 hex digits); '' if it has no name. */
export type NameOf = (address: string) => string;

export interface Reader {
  readonly text: (field: string) => string;
  /** A number in the base that people expect: decimal, or hex when it is too large to be a count. */
  readonly number: (field: string) => string;
  readonly hex: (field: string) => string;
  /** `driver!Name`, else the address shortened to its last digits. */
  readonly place: (field: string) => string;
  /** An object without a name of its own: `IRP …5770`. */
  readonly short: (field: string) => string;
  readonly isZero: (field: string) => boolean;
}

const NO_TIMEOUT = '0xFFFFFFFFFFFFFFFF';
/** Levels with a name; those between are devices'. */
export const IRQL_NAMES: Readonly<Record<string, string>> = {
  0: 'PASSIVE_LEVEL',
  1: 'APC_LEVEL',
  2: 'DISPATCH_LEVEL',
  13: 'CLOCK_LEVEL',
  14: 'IPI_LEVEL',
  15: 'HIGH_LEVEL',
};

/** Milliseconds of a timeout in units of 100 ns; undefined: there is none. */
export function timeoutMs(f: Reader): number | undefined {
  const timeout = f.text('timeout');
  return timeout === NO_TIMEOUT ? undefined : Number(BigInt(timeout) / 10n) / 1000;
}

export function irql(level: string): string {
  return IRQL_NAMES[level] ?? `IRQL ${level}`;
}

export function oneLine(text: string): string {
  return text.trimEnd().replace(/\s*[\r\n]+\s*/g, ' ⏎ ');
}

export function readerOf(event: Fields, nameOf: NameOf): Reader {
  const text = (field: string) => String(event[field] ?? '');
  const short = (field: string) => (isZero(field) ? 'null' : `…${text(field).slice(-4)}`);
  const isZero = (field: string) => /^(0x)?0*$/.test(text(field));
  return {
    text,
    short,
    isZero,
    number: (field) => readableNumber(text(field)),
    hex: (field) =>
      `0x${Number(event[field] ?? 0)
        .toString(16)
        .toUpperCase()
        .padStart(8, '0')}`,
    place: (field) => nameOf(text(field)) || short(field),
  };
}

/** `0x0000000000000014` -> `20`; what is no count stays hex, without leading zeros. */
function readableNumber(text: string): string {
  if (!text.startsWith('0x')) return text;
  const value = BigInt(text);
  return value < 0x1_0000n ? value.toString() : `0x${value.toString(16).toUpperCase()}`;
}
