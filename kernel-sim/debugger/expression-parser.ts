/**
 * Text to tree: a Pratt parser over C's operators. What would change the machine (assignment, ++, calls) is refused here with the reason.
 *
 * C cannot be parsed without knowing its types: `(a)-b` is a cast or a difference. Where it matters the parser asks `isType`, and notes the name.
 */
import { DebugError, type TextSpan } from './error.ts';
import { tokenize } from './expression-lexer.ts';
import type { Arithmetic, Token, Tree, TypeName } from './expression-tree.ts';
import type { TagKind } from './type-names.ts';

const MAX_DEPTH = 200;
/** Trees may be as deep as there are tokens; macros could make very many. */
const MAX_TOKENS = 2_000;

const PRECEDENCE: Record<string, number> = {
  ',': 1,
  '?': 2,
  '||': 3,
  '&&': 4,
  '|': 5,
  '^': 6,
  '&': 7,
  '==': 8,
  '!=': 8,
  '<': 9,
  '>': 9,
  '<=': 9,
  '>=': 9,
  '<<': 10,
  '>>': 10,
  '+': 11,
  '-': 11,
  '*': 12,
  '/': 12,
  '%': 12,
};
const COMMA = 1;
const ASSIGNMENTS = new Set(['=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=']);
const UNARY = new Set(['+', '-', '~', '!', '*', '&']);
const TYPE_WORDS = new Set(
  'void char short int long float double signed unsigned _Bool bool wchar_t __int8 __int16 __int32 __int64 const volatile'.split(
    ' ',
  ),
);
const TAGS = new Set(['struct', 'union', 'enum']);
const NO_CHANGE = 'looking must not change what happened';

export interface Parsed {
  readonly tree: Tree;
  /** Names that were asked for and would have meant another tree. */
  readonly ambiguous: readonly string[];
}

export function parseTree(text: string, isType: (name: string) => boolean): Parsed {
  return parseTokens(tokenize(text), isType);
}

export function parseTokens(tokens: readonly Token[], isType: (name: string) => boolean): Parsed {
  if (tokens.length > MAX_TOKENS) throw new DebugError('the expression is too long', tokens[MAX_TOKENS]);
  const parser = new Parser(tokens, isType);
  return { tree: parser.whole(), ambiguous: [...parser.ambiguous] };
}

/** A written type alone: `struct _IRP *`, `PIRP`, `unsigned char [16]`. */
export function parseTypeName(tokens: readonly Token[]): TypeName {
  const parser = new Parser(tokens, () => true);
  return parser.wholeType();
}

class Parser {
  readonly ambiguous = new Set<string>();
  private readonly tokens: readonly Token[];
  private readonly isType: (name: string) => boolean;
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[], isType: (name: string) => boolean) {
    this.tokens = tokens;
    this.isType = isType;
  }

  whole(): Tree {
    if (this.peek().kind === 'end') throw new DebugError('there is no expression', this.peek());
    const tree = this.expression(0);
    this.finish();
    return tree;
  }

  wholeType(): TypeName {
    const type = this.typeName();
    this.finish();
    return type;
  }

  private finish(): void {
    const token = this.peek();
    if (token.kind !== 'end') throw new DebugError(unexpected(token), token);
  }

  private peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
  }

  private take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at++;
    return token;
  }

  private is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'punct' && token.text === text;
  }

  private expect(text: string, why: string): Token {
    if (!this.is(text)) throw new DebugError(`'${text}' is missing ${why}`, this.peek());
    return this.take();
  }

  /** Everything that binds tighter than `min`. */
  private expression(min: number): Tree {
    if (++this.depth > MAX_DEPTH) throw new DebugError('the expression is nested too deeply', this.peek());
    let left = this.unary();
    for (;;) {
      const token = this.peek();
      if (token.kind !== 'punct') break;
      if (ASSIGNMENTS.has(token.text)) {
        const hint = token.text === '=' ? ' (to compare write ==)' : '';
        throw new DebugError(`'${token.text}' would write to the machine: ${NO_CHANGE}${hint}`, token);
      }
      const precedence = PRECEDENCE[token.text];
      if (precedence === undefined || precedence <= min) break;
      this.take();
      left = token.text === '?' ? this.conditional(left) : this.binary(left, token.text, precedence);
    }
    this.depth--;
    return left;
  }

  private binary(left: Tree, op: string, precedence: number): Tree {
    const right = this.expression(precedence);
    const span = { start: left.start, end: right.end };
    if (op === ',') return { kind: 'comma', left, right, ...span };
    if (op === '&&' || op === '||') return { kind: 'logical', op, left, right, ...span };
    return { kind: 'binary', op: op as Arithmetic, left, right, ...span };
  }

  private conditional(condition: Tree): Tree {
    const then = this.expression(0);
    this.expect(':', 'behind the middle of ?:');
    const otherwise = this.expression(COMMA);
    return { kind: 'conditional', condition, then, otherwise, start: condition.start, end: otherwise.end };
  }

  private unary(): Tree {
    const token = this.peek();
    if (token.kind === 'name' && token.text === 'sizeof') return this.sizeof();
    if (token.kind === 'punct') {
      if (token.text === '++' || token.text === '--')
        throw new DebugError(`'${token.text}' would write to the machine: ${NO_CHANGE}`, token);
      if (UNARY.has(token.text)) {
        this.take();
        const operand = this.operand();
        const op = token.text as (Tree & { kind: 'unary' })['op'];
        return { kind: 'unary', op, operand, start: token.start, end: operand.end };
      }
      if (token.text === '(' && this.isCast()) {
        this.take();
        const to = this.typeName();
        this.expect(')', 'behind the type');
        const operand = this.operand();
        return { kind: 'cast', to, operand, start: token.start, end: operand.end };
      }
    }
    return this.postfix(this.primary());
  }

  /** What a prefix operator applies to; the depth of long rows of them counts. */
  private operand(): Tree {
    if (++this.depth > MAX_DEPTH) throw new DebugError('the expression is nested too deeply', this.peek());
    const tree = this.unary();
    this.depth--;
    return tree;
  }

  private sizeof(): Tree {
    const { start } = this.take();
    if (this.is('(')) {
      const end = this.endOfName(1);
      const simple = end === 2 && this.is(')', 2) && this.peek(1).kind === 'name' && !this.isTypeWord(1);
      if (simple && !this.is('.', 3) && !this.is('->', 3) && !this.is('[', 3)) {
        this.take();
        const { text: name, start: from, end: to } = this.peek();
        const type = this.typeName();
        const close = this.take();
        return { kind: 'sizeof-name', name: { kind: 'name', name, start: from, end: to }, type, start, end: close.end };
      }
      if (this.isTypeWord(1) || (end !== undefined && end > 2 && this.is(')', end))) {
        this.take();
        const type = this.typeName();
        const close = this.expect(')', 'behind the type');
        return { kind: 'sizeof-type', type, start, end: close.end };
      }
    }
    const operand = this.operand();
    return { kind: 'sizeof', operand, start, end: operand.end };
  }

  private isTypeWord(ahead: number): boolean {
    const { kind, text } = this.peek(ahead);
    return kind === 'name' && (TYPE_WORDS.has(text) || TAGS.has(text));
  }

  /** Tokens ahead where `NAME **[4]`, which begins `ahead` tokens from here, ends; undefined if no name stands there. */
  private endOfName(ahead: number): number | undefined {
    if (this.peek(ahead).kind !== 'name') return undefined;
    let i = ahead + 1;
    while (this.is('*', i) || /^(const|volatile)$/.test(this.peek(i).text)) i++;
    // `a[4]` alone is an element, `a *[4]` can only be a type.
    if (i > ahead + 1) while (this.is('[', i) && this.peek(i + 1).kind === 'number' && this.is(']', i + 2)) i += 3;
    return i;
  }

  /** Does the parenthesis here begin a cast? */
  private isCast(): boolean {
    if (this.isTypeWord(1)) return true;
    const end = this.endOfName(1);
    if (end === undefined || !this.is(')', end)) return false;
    const next = this.peek(end + 1);
    if (end > 2) return true;
    switch (next.kind) {
      case 'number':
      case 'char':
      case 'string':
      case 'name':
      case 'register':
        return true;
      case 'punct': {
        if (next.text === '(' || next.text === '~' || next.text === '!') return true;
        if (!UNARY.has(next.text)) return false;
        const name = this.peek(1).text;
        this.ambiguous.add(name);
        return this.isType(name);
      }
      default:
        return false;
    }
  }

  private typeName(): TypeName {
    const first = this.peek();
    const words: string[] = [];
    let named: { name: string; tag: TagKind | undefined } | undefined;
    for (;;) {
      const token = this.peek();
      if (token.kind !== 'name') break;
      if (token.text === 'const' || token.text === 'volatile') this.take();
      else if (TAGS.has(token.text) && words.length === 0 && !named) {
        this.take();
        const name = this.take();
        if (name.kind !== 'name') throw new DebugError(`the name of the ${token.text} is missing`, name);
        named = { name: name.text, tag: token.text as TagKind };
      } else if (TYPE_WORDS.has(token.text) && !named) words.push(this.take().text);
      else if (words.length === 0 && !named) named = { name: this.take().text, tag: undefined };
      else break;
    }
    if (words.length === 0 && !named) throw new DebugError('a type is missing here', first);
    let stars = 0;
    for (;;) {
      if (this.is('*')) stars++;
      else if (!/^(const|volatile)$/.test(this.peek().text)) break;
      this.take();
    }
    const lengths: number[] = [];
    while (this.is('[')) {
      this.take();
      const length = this.take();
      if (length.kind !== 'number') throw new DebugError('the length of the array must be a number here', length);
      lengths.push(Number(length.value));
      this.expect(']', 'behind the length');
    }
    if (this.is('(') && this.is('*', 1))
      throw new DebugError('pointers to functions or arrays cannot be written here; use a typedef', this.peek());
    const base = named ? { kind: 'name' as const, ...named } : { kind: 'words' as const, words };
    return { base, stars, lengths, start: first.start, end: this.tokens[Math.max(this.at - 1, 0)].end };
  }

  private primary(): Tree {
    const token = this.take();
    const { start, end } = token;
    switch (token.kind) {
      case 'number':
      case 'char':
        if (token.value !== undefined && token.type)
          return { kind: 'number', value: token.value, type: token.type, start, end };
        break;
      case 'register':
        return { kind: 'register', name: token.text, start, end };
      case 'string':
        throw new DebugError('a string has no address in the machine; compare characters instead', token);
      case 'name':
        if (this.is('(')) return this.call(token);
        return { kind: 'name', name: token.text, start, end };
      case 'punct':
        if (token.text === '(') {
          const inner = this.expression(0);
          const close = this.expect(')', 'behind the expression');
          return { ...inner, start, end: close.end };
        }
        break;
      case 'end':
        throw new DebugError('the expression ends too early: an operand is missing', token);
    }
    throw new DebugError(unexpected(token), token);
  }

  /** Arguments are kept as tokens: a macro takes them so, and some are types. */
  private call(name: Token): Tree {
    this.take();
    const args: Token[][] = [];
    let current: Token[] = [];
    for (let depth = 0; ; ) {
      const token = this.take();
      if (token.kind === 'end') throw new DebugError(`')' is missing behind the arguments of '${name.text}'`, token);
      if (depth === 0 && token.text === ')' && token.kind === 'punct') {
        if (current.length > 0 || args.length > 0) args.push(current);
        return { kind: 'call', name: name.text, args, start: name.start, end: token.end };
      }
      if (depth === 0 && token.text === ',' && token.kind === 'punct') {
        args.push(current);
        current = [];
        continue;
      }
      if (token.kind === 'punct' && (token.text === '(' || token.text === '[')) depth++;
      if (token.kind === 'punct' && (token.text === ')' || token.text === ']')) depth--;
      current.push(token);
    }
  }

  private postfix(start: Tree): Tree {
    let tree = start;
    for (;;) {
      const token = this.peek();
      if (token.kind !== 'punct') return tree;
      if (token.text === '.' || token.text === '->') {
        this.take();
        const field = this.take();
        if (field.kind !== 'name')
          throw new DebugError(`the name of a member is missing behind '${token.text}'`, field);
        const arrow = token.text === '->';
        tree = { kind: 'member', object: tree, field: field.text, arrow, start: tree.start, end: field.end };
      } else if (token.text === '[') {
        this.take();
        const index = this.expression(0);
        const close = this.expect(']', 'behind the index');
        tree = { kind: 'index', array: tree, index, start: tree.start, end: close.end };
      } else if (token.text === '(') throw new DebugError(noCalls(), token);
      else if (token.text === '++' || token.text === '--')
        throw new DebugError(`'${token.text}' would write to the machine: ${NO_CHANGE}`, token);
      else return tree;
    }
  }
}

/** Why a function cannot be called. */
export function noCalls(name?: string): string {
  const what = name === undefined ? 'a call' : `calling '${name}'`;
  return `${what} would run code in the machine: ${NO_CHANGE}`;
}

function unexpected(token: Token & TextSpan): string {
  if (token.kind === 'name' || token.kind === 'number') return `an operator is missing before '${token.text}'`;
  return `'${token.text}' is not expected here`;
}
