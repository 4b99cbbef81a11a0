/**
 * How well an entry of the palette fits what was typed; 0: not at all. Numbers and signs alone mean an instant or nothing: found loosely inside other
 * entries, `-5` and Enter would open a lesson and end the run. Pure.
 */
import { defaultFilter } from 'cmdk';

/** Entries of instants are made of what was typed, and always shown. */
export function score(entry: string, typed: string): number {
  return /\p{L}/u.test(typed) ? defaultFilter(entry, typed) : 0;
}
