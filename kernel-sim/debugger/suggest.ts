/** "Did you mean": the nearest name in spelling. One or two letters are near to everything; only their case may be wrong. */
import { nearest } from '../c/spelling.ts';

export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > 2) return nearest(name, candidates);
  for (const other of candidates) if (other !== name && other.toLowerCase() === name.toLowerCase()) return other;
  return undefined;
}

/** `; did you mean 'x'?`, or nothing. */
export function didYouMean(near: string | undefined): string {
  return near === undefined ? '' : `; did you mean '${near}'?`;
}
