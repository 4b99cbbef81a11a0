/**
 * Numbers of the machine as people read them. Pure.
 */

const INTEGER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const THREE_DECIMALS = new Intl.NumberFormat('en', { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/** 1234567 -> `1,234,567` */
export function count(value: number): string {
  return INTEGER.format(value);
}

/** A sentence of the machine, which writes instants as its commands read them, with its instants as the page writes them. */
export function withCounts(text: string): string {
  return text.replace(/\binstant (\d+)/g, (_, instant: string) => `instant ${count(Number(instant))}`);
}

/** Nanoseconds of simulated time in the unit that suits them: `950 ns`, `12.340 µs`, `1.500 ms`, `2.000 s`. */
export function duration(ns: number): string {
  if (ns < 1e3) return `${ns} ns`;
  if (ns < 1e6) return `${THREE_DECIMALS.format(ns / 1e3)} µs`;
  if (ns < 1e9) return `${THREE_DECIMALS.format(ns / 1e6)} ms`;
  return `${THREE_DECIMALS.format(ns / 1e9)} s`;
}

/** `1 error`, `2 errors`, `2 entries` */
export function plural(value: number, noun: string, many = `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : many}`;
}

/** As headers and debuggers write it: `0x1F`, with as many digits at least. */
export function hex(value: number | bigint, digits = 1): string {
  return `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`;
}

/** A 32-bit code as Windows writes it: `0x000000D1`. */
export function hex32(value: number): string {
  return hex(value >>> 0, 8);
}
