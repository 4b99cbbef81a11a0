/**
 * Braces that do not balance, put right by indentation before the parser reads: a missing one is put in where the lines begin further left or right
 * without it, one too many is taken out. Each is told once, near the place where the writer would look, and the rest of the unit can be read.
 *
 * Contract: tokens whose braces balance come back as they are. Linear in the tokens for each brace that is wrong, and only so many of them are
 * looked for. Where the lines do not show what was meant (nothing is indented), nothing is changed, and the parser's own recovery has its turn.
 */
import type { Diagnostics, SourceManager, Token } from './source.ts';

/** Braces that are put right in one unit. */
const MAX_REPAIRS = 8;

/** Blocks around a `}` that are looked at: the parser follows no more. */
const MAX_DEPTH = 256;

/** A block that is open. */
interface Open {
  /** Index of its `{`; -1 for the file. */
  at: number;
  line: number;
  /** Column where the statement of the `{` begins. */
  indent: number;
  /** Column where its first line begins; undefined until there is one. */
  body: number | undefined;
  /** Parentheses and brackets open in it. */
  nested: number;
  /** It lists values or the names of an enum: no ';' can stand in it. */
  list: boolean;
  /** A second `{` right behind its own. */
  twin: number | undefined;
}

interface Line {
  first: number;
  number: number;
  indent: number;
}

type Repair = { put: '{' | '}'; before: number; partner: number | undefined; list?: boolean } | { remove: number };

function isPunct(token: Token | undefined, text: string): boolean {
  return token !== undefined && token.text === text && token.kind === 'punct';
}

/** Whether the `{` begins the names of an enum. */
function isEnum(tokens: readonly Token[], brace: number): boolean {
  return tokens[brace - 1]?.text === 'enum' || tokens[brace - 2]?.text === 'enum';
}

function open(at: number, line: number, indent: number, list: boolean): Open {
  return { at, line, indent, body: undefined, nested: 0, list, twin: undefined };
}

/** How many `{` are more than `}`: all, and those written in the file itself. */
function surplus(tokens: readonly Token[], file: number): { all: number; own: number } {
  let all = 0;
  let own = 0;
  for (const token of tokens) {
    if (token.kind !== 'punct') continue;
    const { text } = token;
    const step = text === '{' ? 1 : text === '}' ? -1 : 0;
    if (step === 0) continue;
    all += step;
    if (token.file === file && !token.expansion) own += step;
  }
  return { all, own };
}

class Layout {
  private readonly stack: Open[] = [];
  private readonly outside = open(-1, 0, 0, false);
  /** The lines so far that do not go on within parentheses. */
  private readonly lines: Line[] = [];
  /** A `}` that closed a block of earlier lines though its own line begins further right. */
  private suspect: number | undefined;
  private readonly tokens: readonly Token[];
  private readonly file: number;
  private readonly sm: SourceManager;

  constructor(tokens: readonly Token[], file: number, sm: SourceManager) {
    this.tokens = tokens;
    this.file = file;
    this.sm = sm;
  }

  /** What to do about the first brace that is wrong. */
  fault(missing: boolean): Repair | undefined {
    const { tokens } = this;
    let line: Line = { first: 0, number: 0, indent: 0 };
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token.kind === 'eof') break;
      if (token.file !== this.file || token.expansion) continue;
      if (token.bol) {
        const place = this.sm.lineCol(token.file, token.offset);
        line = { first: at, number: place.line, indent: place.col };
        const repair = missing ? this.beginsLeft(line) : this.beginsRight(line);
        if (repair) return repair;
        if (this.top.nested === 0) this.lines.push(line);
      }
      if (token.kind !== 'punct') continue;
      const { top } = this;
      switch (token.text) {
        case '{':
          this.opens(at, line);
          break;
        case '}':
          if (top === this.outside && !missing) {
            return this.listHeader(line.first, at) ?? (isPunct(tokens[at - 1], '}') ? { remove: at } : undefined);
          }
          if (top.indent < line.indent && top.line < line.number && line.first !== at) this.suspect = at;
          this.stack.pop();
          break;
        case '(':
        case '[':
          top.nested++;
          break;
        case ')':
        case ']':
          // A wrong bracket ends the list.
          if (top.nested === 0) top.list = false;
          top.nested = Math.max(0, top.nested - 1);
          break;
        case ';':
          if (missing && top.list) return this.closing(at);
      }
    }
    // What is open at the end of the file the parser tells.
    const { twin } = this.top;
    return twin === undefined ? undefined : { remove: twin };
  }

  private get top(): Open {
    return this.stack.at(-1) ?? this.outside;
  }

  private opens(at: number, { number, indent }: Line): void {
    const { tokens, top } = this;
    const before = tokens[at - 1];
    const value = isPunct(before, '=') || (top.list && (isPunct(before, ',') || isPunct(before, '{')));
    const inValues = value && !isEnum(tokens, top.at);
    const touches = before !== undefined && before.offset + 1 === tokens[at].offset;
    if (!inValues && (touches || tokens[at + 1].bol) && top.at === at - 1 && top.line === number) top.twin = at;
    this.stack.push(open(at, number, this.lines.at(-1)?.indent ?? indent, value || isEnum(tokens, at)));
  }

  /** A `}` for the innermost block, or a `{` less where it has two. */
  private closing(before: number): Repair {
    const { at, twin, list } = this.top;
    return twin === undefined ? { put: '}', before, partner: at, list } : { remove: twin };
  }

  /** `enum tag A, B }` in one line */
  private listHeader(from: number, to: number): Repair | undefined {
    for (let at = from; at < to; at++) {
      if (isPunct(this.tokens[at], '{')) return undefined;
      if (this.tokens[at].text !== 'enum') continue;
      const tagged = this.tokens[at + 1].kind === 'identifier' && this.tokens[at + 2].kind === 'identifier';
      if (isPunct(this.tokens[at + 1], '{') || isPunct(this.tokens[at + 2], '{')) return undefined;
      return { put: '{', before: at + (tagged ? 2 : 1), partner: undefined };
    }
    return undefined;
  }

  /** A line that begins no further right than the block it stands in: the block should have ended. */
  private beginsLeft({ first, indent }: Line): Repair | undefined {
    const { stack, top } = this;
    if (top === this.outside || top.nested > 0) return undefined;
    const closes = isPunct(this.tokens[first], '}');
    if (!closes && this.isLabel(first)) return undefined;
    for (let i = stack.length - 1; i >= 0 && stack[i].body === undefined; i--) {
      stack[i].body = closes ? stack[i].indent + 1 : indent;
    }
    // Nothing is indented here.
    if (top.body === undefined || top.body <= top.indent) return undefined;
    if (closes) {
      if (indent >= top.indent) return undefined;
      const outer = stack.slice(-MAX_DEPTH, -1).some((block) => block.indent === indent);
      return outer ? this.closing(first) : undefined;
    }
    if (indent > top.indent + 2 || indent >= top.body || isPunct(this.tokens[first], '{')) return undefined;
    return this.closing(first);
  }

  /** A `}` that begins further right than the block that it would close: it belongs to one whose `{` is missing, or is too many. */
  private beginsRight({ first, indent }: Line): Repair | undefined {
    const { top } = this;
    if (!isPunct(this.tokens[first], '}')) {
      // Inside a function by its looks, outside of all by the braces.
      const outside = top === this.outside && top.nested === 0;
      return outside && indent > 1 && this.suspect !== undefined ? { remove: this.suspect } : undefined;
    }
    if (indent <= top.indent) return undefined;
    if (this.suspect !== undefined) return { remove: this.suspect };
    return this.header(indent, top.at) ?? { remove: first };
  }

  /** The nearest line above at this column with lines further right behind it that are no block. */
  private header(indent: number, from: number): Repair | undefined {
    const { lines, tokens } = this;
    for (let i = lines.length - 1; i >= 0 && lines[i].first > from; i--) {
      const line = lines[i];
      if (line.indent < indent) return undefined;
      if (line.indent > indent) continue;
      const next = lines[i + 1]?.first;
      if (next === undefined) continue;
      const isSwitch = tokens[line.first].text === 'switch';
      const before = tokens[next - 1];
      if (before.kind === 'punct' && /^[;:{},]$/.test(before.text)) continue;
      if (isSwitch || lines[i + 1].indent > indent) return { put: '{', before: next, partner: undefined };
    }
    return undefined;
  }

  private isLabel(first: number): boolean {
    const { kind, text } = this.tokens[first];
    if (kind === 'keyword') return text === 'case' || text === 'default';
    return kind === 'identifier' && isPunct(this.tokens[first + 1], ':');
  }
}

/** Puts the repair into the tokens and tells of it. */
function repaired(tokens: readonly Token[], repair: Repair, sm: SourceManager, tell: Diagnostics | undefined): Token[] {
  if ('remove' in repair) {
    const token = tokens[repair.remove];
    const text = token.text === '}' ? "this '}' closes nothing: there is one too many" : "there is a '{' too many here";
    tell?.error('unexpected-brace', text, sm.spanOf(token));
    return tokens.toSpliced(repair.remove, 1);
  }
  const { put, before, partner, list } = repair;
  const previous = tokens[before - 1];
  const at = previous.offset + previous.length;
  const span = { file: previous.file, start: at, end: at + 1 };
  if (partner === undefined) {
    tell?.error('expected-brace', "expected '{' here: a '}' further down belongs to it", span);
  } else {
    const open = sm.spanOf(tokens[partner]);
    const { line } = sm.lineCol(open.file, open.start);
    const notes = [{ text: "to match this '{'", span: open }];
    if (!list) tell?.error('expected-brace', `expected '}' to end the block that begins in line ${line}`, span, notes);
    else {
      const what = isEnum(tokens, partner) ? 'enum' : 'initialiser';
      tell?.error('expected-comma', `expected ',' or '}' in the ${what}`, span, notes);
    }
  }
  const made: Token = { ...tokens[before], kind: 'punct', text: put, file: previous.file, offset: at, length: 0 };
  made.expansion = undefined;
  made.bol = put === '}';
  return tokens.toSpliced(before, 0, made);
}

/** The tokens of a unit (one eof at their end), with its braces put right where the indentation shows how. */
export function balanceBraces(tokens: Token[], file: number, sm: SourceManager, diags: Diagnostics): Token[] {
  const { all, own } = surplus(tokens, file);
  // Braces that come from macros and other files: their lines say nothing here.
  if (own === 0 || all !== own) return tokens;
  if (diags.list.some(({ id }) => id === 'unterminated-comment' || id === 'unterminated-if')) return tokens;
  // A literal without its end took the brace along, and that has been told.
  const literal = diags.list.some(({ id }) => /^unterminated-/.test(id));
  let result = tokens;
  let left = own;
  for (let count = 0; left !== 0 && count < MAX_REPAIRS; count++) {
    const repair = new Layout(result, file, sm).fault(left > 0);
    if (!repair) break;
    result = repaired(result, repair, sm, literal ? undefined : diags);
    left += left > 0 ? -1 : 1;
  }
  return result;
}
