/** Who wrote bytes last, as lines that lead to the instant and the code. Pure. */
import type { LastWrites } from '../../../kernel-sim/protocol/questions';
import { count, withCounts } from '../../words/numbers';

export interface WriteLine {
  readonly key: string;
  readonly text: string;
  /** State right after it; undefined: there is nothing to go to. */
  readonly instant: number | undefined;
  /** `mirror!MirrorText+0x20 (driver.c:91)`; '' if no code did it. */
  readonly place: string;
}

export function writeLines({ writes, origin, unmapped }: LastWrites): readonly WriteLine[] {
  const lines: WriteLine[] = [];
  if (unmapped) {
    lines.push({
      ...{ key: 'unmapped', instant: unmapped.instant, place: unmapped.place.text },
      text: 'The page has been taken away since',
    });
  }
  for (const { instant, how, tid, cpu, before, after, same, place } of writes) {
    const change = same ? `the same value again, ${spaced(after)}` : `${spaced(before)} became ${spaced(after)}`;
    lines.push({
      ...{ key: `write-${instant}`, instant, place: place.text },
      text: `${how} by thread ${tid} on CPU ${cpu}: ${change}`,
    });
  }
  if (writes.length === 0 || origin.kind === 'mapped') {
    if (origin.kind === 'mapped') {
      lines.push({ key: 'mapped', text: origin.text, instant: origin.instant, place: origin.by.place.text });
    } else if (origin.kind === 'boot') {
      lines.push({
        key: 'boot',
        text: `Nobody has written here since boot: ${origin.text}`,
        instant: undefined,
        place: '',
      });
    }
  }
  return lines;
}

/** `1801` -> `18 01`. */
function spaced(digits: string): string {
  return digits.toUpperCase().replace(/(..)(?=.)/g, '$1 ');
}

export function writeText({ text, instant, place }: WriteLine): string {
  return `${withCounts(text)}${instant === undefined ? '' : `, instant ${count(instant)}`}${place ? `, ${place}` : ''}.`;
}
