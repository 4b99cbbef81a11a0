/**
 * What the debugger looks up in one image, worked out once: symbols by name and address, statements, lines. Host-side and immutable.
 */
import type { FunctionInfo, Image } from '../c/image.ts';
import { functionAt, isOurs } from '../kernel/symbols.ts';

interface IndexedSymbol {
  readonly name: string;
  readonly rva: number;
  /** In `functions` if it is one, else in `debug.globals`. */
  readonly index: number;
  readonly fn: FunctionInfo | undefined;
}

type Row = Image['debug']['lines'][number];

const indexes = new WeakMap<Image, ImageIndex>();

export function indexOf(image: Image): ImageIndex {
  let index = indexes.get(image);
  if (!index) {
    index = new ImageIndex(image);
    indexes.set(image, index);
  }
  return index;
}

export class ImageIndex {
  /** Functions (no funclets) and variables by address. */
  readonly symbols: readonly IndexedSymbol[];

  private readonly image: Image;
  private readonly byName = new Map<string, IndexedSymbol[]>();
  private readonly byLowerName = new Map<string, IndexedSymbol[]>();
  /** RVAs of statements, ascending; of those, the ones that begin a line. */
  private readonly statements: number[] = [];
  private readonly statementSet = new Set<number>();
  private readonly lineStarts = new Set<number>();
  /** Per file its rows with statements, made when first asked for. */
  private readonly rowsOfFile = new Map<number, Row[]>();

  constructor(image: Image) {
    this.image = image;
    const symbols: IndexedSymbol[] = [];
    image.functions.forEach((fn, index) => {
      if (fn.parent === undefined) symbols.push({ name: fn.name, rva: fn.begin, index, fn });
    });
    image.debug.globals.forEach(({ name, rva }, index) => {
      symbols.push({ name, rva, index, fn: undefined });
    });
    this.symbols = symbols.sort((a, b) => a.rva - b.rva);
    for (const symbol of symbols) {
      push(this.byName, symbol.name, symbol);
      push(this.byLowerName, symbol.name.toLowerCase(), symbol);
    }
    let previous: Row | undefined;
    let end = 0;
    for (const row of image.debug.lines) {
      if (row.rva >= end) {
        previous = undefined;
        end = functionAt(image, row.rva)?.end ?? row.rva + 1;
      }
      if (!row.statement) continue;
      this.statements.push(row.rva);
      this.statementSet.add(row.rva);
      if (row.line !== previous?.line || row.file !== previous.file) this.lineStarts.add(row.rva);
      previous = row;
    }
  }

  named(name: string, anyCase: boolean): readonly IndexedSymbol[] {
    return (anyCase ? this.byLowerName.get(name.toLowerCase()) : this.byName.get(name)) ?? [];
  }

  isStatement(rva: number): boolean {
    return this.statementSet.has(rva);
  }

  isLineStart(rva: number): boolean {
    return this.lineStarts.has(rva);
  }

  statementsIn(from: number, to: number): readonly number[] {
    const at = (rva: number) => lowerBound(this.statements, rva, (statement) => statement);
    return this.statements.slice(at(from), at(to));
  }

  rowAt(rva: number): Row | undefined {
    const { lines } = this.image.debug;
    return lines[lowerBound(lines, rva + 1, (row) => row.rva) - 1];
  }

  /** Last line of a function that has code. */
  lastLineOf(fn: FunctionInfo): number {
    const { lines } = this.image.debug;
    let last = 0;
    const first = lowerBound(lines, fn.begin, (row) => row.rva);
    for (let i = first; i < lines.length && lines[i].rva < fn.end; i++) last = Math.max(last, lines[i].line);
    return last;
  }

  isLearners(fn: FunctionInfo): boolean {
    const row = this.rowAt(fn.begin);
    const file = row && this.image.debug.files[row.file];
    return file !== undefined && !file.system && !isOurs(this.image, file.name);
  }

  /** First statements of a line or of the nearest one after it that has code; line Infinity if there is none. */
  codeOfLine(file: number, line: number): { line: number; rvas: number[] } {
    let rows = this.rowsOfFile.get(file);
    if (!rows) {
      rows = this.image.debug.lines.filter((row) => row.statement && row.file === file);
      this.rowsOfFile.set(file, rows);
    }
    let best = Number.POSITIVE_INFINITY;
    let col = 0;
    let rvas: number[] = [];
    for (const row of rows) {
      if (row.line < line || row.line > best || (row.line === best && row.col > col)) continue;
      if (row.line !== best || row.col !== col) rvas = [];
      best = row.line;
      col = row.col;
      rvas.push(row.rva);
    }
    return { line: best, rvas };
  }
}

function push(map: Map<string, IndexedSymbol[]>, key: string, symbol: IndexedSymbol): void {
  const list = map.get(key);
  if (list) list.push(symbol);
  else map.set(key, [symbol]);
}

/** Index of the first entry whose key is not below `key`. */
export function lowerBound<T>(list: readonly T[], key: number, keyOf: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(list[middle]) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
