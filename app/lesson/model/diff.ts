/** Two texts side by side, line by line: what is the same, what only one has. Pure. */

export interface DiffRow {
  /** Undefined: this side has no such line. */
  readonly left: { readonly line: number; readonly text: string } | undefined;
  readonly right: { readonly line: number; readonly text: string } | undefined;
  readonly same: boolean;
}

/** By the longest common sequence of lines; a removed line stands beside the added one that takes its place. */
export function diffOf(left: string, right: string): readonly DiffRow[] {
  const a = left.split('\n');
  const b = right.split('\n');
  const lengths = commonLengths(a, b);
  const rows: DiffRow[] = [];
  let removed: DiffRow['left'][] = [];
  let added: DiffRow['right'][] = [];
  const flush = () => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      rows.push({ left: removed[i], right: added[i], same: false });
    }
    removed = [];
    added = [];
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (x !== undefined && x === y) {
      flush();
      rows.push({ left: { line: ++i, text: x }, right: { line: ++j, text: x }, same: true });
    } else if (y === undefined || (x !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      removed.push({ line: ++i, text: x ?? '' });
    } else {
      added.push({ line: ++j, text: y });
    }
  }
  flush();
  return rows;
}

/** At [i][j]: how many lines the rests from i and j have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] as Uint32Array;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function at(lengths: readonly Uint32Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
