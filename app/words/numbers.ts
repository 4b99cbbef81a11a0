/**
 * Numbers of the machine as people read them. Pure.
 */

const INTEGER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const THREE_DECIMALS = new Intl.NumberFormat('en', { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/** 1234567 -> `1,234,567` */
export function count(value: number): string {
  return INTEGER.format(value);
}

/** Nanoseconds of simulated time in the unit that suits them: `950 ns`, `12.340 µs`, `1.500 ms`, `2.000 s`. */
export function duration(ns: number): string {
  if (ns < 1e3) return `${ns} ns`;
  if (ns < 1e6) return `${THREE_DECIMALS.format(ns / 1e3)} µs`;
  if (ns < 1e9) return `${THREE_DECIMALS.format(ns / 1e6)} ms`;
  return `${THREE_DECIMALS.format(ns / 1e9)} s`;
}

/** `1 error`, `2 errors` */
export function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** A 32-bit code as Windows writes it: `0x000000D1`. */
export function code32(value: number): string {
  return `0x${(value >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}
