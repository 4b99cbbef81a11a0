/**
 * What the past answers, in words: who wrote, when, what lay before. Pure.
 */
import type { LastWrites, WriteRecord } from '../../kernel-sim/protocol/questions';
import { count, hex } from '../words/numbers';

const SHOWN_BYTES = 16;

/** `00 00 becomes 14 00`, as bytes lie in memory. Of eight bytes and less, the number that they are is told as well. */
export function changeText({ before, after, same }: Pick<WriteRecord, 'before' | 'after' | 'same'>): string {
  return same ? `${bytesText(after)} again: the same value` : `${bytesText(before)} becomes ${bytesText(after)}`;
}

function bytesText(hex: string): string {
  const bytes = hex.match(/[0-9a-fA-F]{2}/g) ?? [];
  const shown = bytes.slice(0, SHOWN_BYTES).join(' ');
  if (bytes.length > SHOWN_BYTES) return `${shown} … (${bytes.length} bytes)`;
  return bytes.length > 8 || bytes.length < 2 ? shown : `${shown} (${numberText(bytes)})`;
}

/** Little-endian, as the machine reads them. */
function numberText(bytes: readonly string[]): string {
  const value = BigInt(`0x${[...bytes].reverse().join('')}`);
  return value < 1000n ? String(value) : hex(value);
}

/** What is known of the time before the oldest write of the list. */
export function originText({ origin, writes }: Pick<LastWrites, 'origin' | 'writes'>): string {
  const before = writes.length === 0 ? '' : 'Before that: ';
  if (origin.kind === 'more') return writes.length === 0 ? 'There may be writes further back.' : '';
  if (origin.kind === 'mapped') return `${before}${origin.text} (instant ${count(origin.instant)}).`;
  return `${before}${origin.text}.`;
}
