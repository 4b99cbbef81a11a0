/**
 * Where the lines of a text are after it was edited. Marks and breakpoints move by it, whoever made the edit. Lines count from 1.
 */

export interface LineMap {
  /** The same line in the new text; undefined: it was changed or is gone. */
  kept(line: number): number | undefined;
  /** The same line, or what it was changed into; undefined: it is gone. */
  moved(line: number): number | undefined;
  /** No line differs. */
  readonly isSame: boolean;
}

/** Above this many pairs of lines what lies between the equal ends counts as changed. */
const MOST_PAIRS = 400_000;

export const SAME_LINES: LineMap = { kept: (line) => line, moved: (line) => line, isSame: true };

export function lineMap(before: string, after: string): LineMap {
  if (before === after) return SAME_LINES;
  const from = before.split('\n');
  const to = after.split('\n');
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  const most = Math.min(from.length, to.length) - head;
  while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;

  /** For each old line its new one, from 0; -1: changed or gone. */
  const kept = new Int32Array(from.length).fill(-1);
  for (let i = 0; i < head; i++) kept[i] = i;
  for (let i = 1; i <= tail; i++) kept[from.length - i] = to.length - i;
  const pairs = commonLines(from.slice(head, from.length - tail), to.slice(head, to.length - tail));
  for (const [i, j] of pairs) kept[head + i] = head + j;
  const moved = movedLines(kept, to.length);
  const of = (lines: Int32Array) => (line: number) => {
    const found = lines[line - 1];
    return found === undefined || found < 0 ? undefined : found + 1;
  };
  return { kept: of(kept), moved: of(moved), isSame: false };
}

/** A run of changed lines became the run of new lines at the same place, one by one; what is left of a longer run goes to the last. */
function movedLines(kept: Int32Array, newLines: number): Int32Array {
  const moved = kept.slice();
  let at = 0;
  while (at < kept.length) {
    if (kept[at] >= 0) {
      at++;
      continue;
    }
    let end = at;
    while (end < kept.length && kept[end] < 0) end++;
    const first = at === 0 ? 0 : kept[at - 1] + 1;
    const last = (end === kept.length ? newLines : kept[end]) - 1;
    for (let i = at; i < end; i++) moved[i] = last < first ? -1 : Math.min(first + i - at, last);
    at = end;
  }
  return moved;
}

/** A longest common subsequence, as pairs of positions. */
function commonLines(from: readonly string[], to: readonly string[]): [number, number][] {
  const width = to.length + 1;
  if (from.length * to.length > MOST_PAIRS) return [];
  const lengths = new Uint32Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        from[i] === to[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < from.length && j < to.length) {
    if (from[i] === to[j]) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) i++;
    else j++;
  }
  return pairs;
}
