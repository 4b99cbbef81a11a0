/**
 * Expressions. Precedence climbing for binary operators; everything that recurses is counted (parser-base.ts). A place
 * where no expression stands gives an 'error' node and one finding; the caller decides what to skip.
 */
import type { BinaryOp, Block, Designator, Expr, Initializer, TypeName, UnaryOp } from './ast.ts';
import { ParserBase, STATEMENT_WORDS } from './parser-base.ts';
import type { Token } from './source.ts';

const BINARY: Record<string, number> = {
  '||': 1,
  '&&': 2,
  '|': 3,
  '^': 4,
  '&': 5,
  '==': 6,
  '!=': 6,
  '<': 7,
  '>': 7,
  '<=': 7,
  '>=': 7,
  '<<': 8,
  '>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
};
const LEVEL = new Map(Object.entries(BINARY));
const ASSIGN: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '%=', '<<=', '>>=', '&=', '|=', '^=']);
const UNARY: ReadonlySet<string> = new Set(['+', '-', '~', '!', '&', '*']);

/** Spellings of the SEH intrinsics; a call without arguments of one of them is a node of its own. */
const SEH = new Map<string, 'code' | 'info' | 'abnormal'>([
  ['_exception_code', 'code'],
  ['__exception_code', 'code'],
  ['exception_code', 'code'],
  ['GetExceptionCode', 'code'],
  ['_exception_info', 'info'],
  ['__exception_info', 'info'],
  ['exception_info', 'info'],
  ['GetExceptionInformation', 'info'],
  ['_abnormal_termination', 'abnormal'],
  ['__abnormal_termination', 'abnormal'],
  ['abnormal_termination', 'abnormal'],
  ['AbnormalTermination', 'abnormal'],
]);

/** Names that stand for the text of the function's name. The wide ones come from `L ## __FUNCTION__`. */
const FUNCTION_NAMES = new Map<string, 1 | 2>([
  ['__FUNCTION__', 1],
  ['__func__', 1],
  ['__FUNCDNAME__', 1],
  ['__FUNCSIG__', 1],
  ['__PRETTY_FUNCTION__', 1],
  ['L__FUNCTION__', 2],
  ['__FUNCTIONW__', 2],
  ['L__FUNCSIG__', 2],
]);

export abstract class ExprParser extends ParserBase {
  protected functionName: string | undefined;
  /** Where the innermost statement that is an expression begins. */
  protected statementStart = -1;
  /** Labels that the blocks around the cursor declare for themselves, with their names within the function. */
  protected localLabels: Map<string, string> = new Map();
  protected localLabelCount = 0;

  protected labelName(name: string): string {
    return this.localLabels.get(name) ?? name;
  }

  protected abstract typeName(): TypeName;
  protected abstract initializer(): Initializer;
  /** The block of a statement expression, at its `{`. */
  protected abstract blockInExpression(): Block;
  /** Reports an unknown type name and makes it known as an error type. */
  protected abstract unknownType(at: number): void;

  protected expression(): Expr {
    const first = this.pos;
    let left = this.assignment();
    while (this.at(',')) {
      const height = this.height;
      this.advance();
      const right = this.assignment();
      this.raise(Math.max(height, this.height));
      left = { kind: 'comma', first, last: this.lastFrom(first), left, right };
    }
    return left;
  }

  protected assignment(): Expr {
    const first = this.pos;
    const left = this.conditional();
    const token = this.peek();
    if (token.kind !== 'punct' || !ASSIGN.has(token.text)) return left;
    const height = this.height;
    this.advance();
    this.enter();
    const right = this.assignment();
    this.leave();
    this.raise(Math.max(height, this.height));
    return { kind: 'assign', first, last: this.lastFrom(first), op: token.text as '=' | `${BinaryOp}=`, left, right };
  }

  protected conditional(): Expr {
    const first = this.pos;
    const condition = this.binary(1);
    if (!this.at('?')) return condition;
    let height = this.height;
    const question = this.advance();
    this.enter();
    let yes: Expr | undefined;
    if (!this.at(':')) {
      yes = this.expression();
      height = Math.max(height, this.height);
    }
    if (!this.accept(':')) {
      this.error('expected-colon', "expected ':' for this '?'", this.spanAfterPrevious(), [
        { text: "the '?' is here", span: this.spanAt(question) },
      ]);
      this.leave();
      return { kind: 'error', first, last: this.lastFrom(first), parts: yes ? [condition, yes] : [condition] };
    }
    const no = this.conditional();
    this.leave();
    this.raise(Math.max(height, this.height));
    const last = this.lastFrom(first);
    if (!yes) return { kind: 'short-conditional', first, last, condition, else: no };
    return { kind: 'conditional', first, last, condition, then: yes, else: no };
  }

  private binary(least: number): Expr {
    const first = this.pos;
    let left = this.castExpression();
    for (;;) {
      const token = this.peek();
      if (token.kind !== 'punct') return left;
      const level = LEVEL.get(token.text);
      if (level === undefined || level < least) return left;
      const height = this.height;
      this.advance();
      const right = this.binary(level + 1);
      this.raise(Math.max(height, this.height));
      const last = this.lastFrom(first);
      const op = token.text;
      if (op === '&&' || op === '||') left = { kind: 'logical', first, last, op, left, right };
      else left = { kind: 'binary', first, last, op: op as BinaryOp, left, right };
    }
  }

  /** `( IDENT * )` or `( IDENT ) x` with an unknown name: a cast to a type whose header is missing. */
  private looksLikeUnknownCast(): boolean {
    const name = this.peek(1);
    if (name.kind !== 'identifier' || this.lookup(name.text)) return false;
    let i = 2;
    while (this.atAhead(i, '*')) i++;
    if (!this.atAhead(i, ')')) return false;
    const next = this.peek(i + 1);
    const operand =
      next.kind === 'identifier' || next.kind === 'integer' || next.kind === 'char' || next.kind === 'string';
    return i > 2 || (operand && !next.bol);
  }

  protected castExpression(): Expr {
    if (!this.at('(')) return this.unary();
    if (!this.isTypeStart(1)) {
      if (!this.looksLikeUnknownCast()) return this.unary();
      this.unknownType(this.pos + 1);
    }
    const first = this.pos;
    this.enter();
    const open = this.advance();
    const target = this.typeName();
    this.expectClose(')', open, 'after the type');
    let result: Expr;
    if (this.at('{')) result = this.postfix(this.compoundLiteral(first, target), first);
    else {
      const operand = this.castExpression();
      this.raise(this.height);
      result = { kind: 'cast', first, last: this.lastFrom(first), implicit: false, target, operand };
    }
    this.leave();
    return result;
  }

  private compoundLiteral(first: number, target: TypeName): Expr {
    const init = this.initializer();
    this.height = 1;
    return { kind: 'compound-literal', first, last: this.lastFrom(first), target, init };
  }

  private unary(): Expr {
    const token = this.peek();
    const first = this.pos;
    if (token.kind === 'punct') {
      if (UNARY.has(token.text)) {
        this.advance();
        this.enter();
        const operand = this.castExpression();
        this.leave();
        this.raise(this.height);
        return { kind: 'unary', first, last: this.lastFrom(first), op: token.text as UnaryOp, operand };
      }
      if (token.text === '++' || token.text === '--') {
        this.advance();
        this.enter();
        // A compound literal begins like a cast.
        const operand = this.castExpression();
        this.leave();
        this.raise(this.height);
        return { kind: 'incdec', first, last: this.lastFrom(first), op: token.text, prefix: true, operand };
      }
      if (token.text === '&&' && this.peek(1).kind === 'identifier') {
        this.advance();
        const token = this.advance();
        this.height = 0;
        return { kind: 'label-address', first, last: token, name: this.labelName(this.tokens[token].text), token };
      }
    } else if (token.kind === 'keyword') {
      switch (token.text) {
        case 'sizeof':
          return this.sizeOf('sizeof');
        case '_Alignof':
        case '__alignof':
        case '__alignof__':
          return this.sizeOf('alignof');
        case '__real__':
        case '__imag__':
          this.errorHere('complex-unsupported', `'${token.text}': this lab has no complex numbers`);
          this.advance();
          return this.castExpression();
        case '__extension__':
          this.advance();
          return this.castExpression();
      }
    }
    return this.postfix(this.primary(), first);
  }

  private sizeOf(op: 'sizeof' | 'alignof'): Expr {
    const first = this.advance();
    this.enter();
    let arg: Expr | TypeName;
    if (this.at('(') && (this.isTypeStart(1) || this.looksLikeUnknownCast())) {
      if (!this.isTypeStart(1)) this.unknownType(this.pos + 1);
      const open = this.advance();
      const target = this.typeName();
      this.expectClose(')', open, 'after the type');
      arg = this.at('{') ? this.postfix(this.compoundLiteral(open, target), open) : target;
    } else arg = this.unary();
    this.leave();
    this.raise(arg.kind === 'type-name' ? 0 : this.height);
    return { kind: 'sizeof', first, last: this.lastFrom(first), op, arg };
  }

  private postfix(start: Expr, first: number): Expr {
    let left = start;
    for (;;) {
      const token = this.peek();
      if (token.kind !== 'punct') return left;
      const height = this.height;
      switch (token.text) {
        case '(': {
          const open = this.advance();
          this.enter();
          const { args, highest } = this.callArguments();
          this.leave();
          this.expectClose(')', open, 'after the arguments');
          this.raise(Math.max(height, highest));
          left = { kind: 'call', first, last: this.lastFrom(first), callee: left, args };
          continue;
        }
        case '[': {
          const open = this.advance();
          this.enter();
          const index = this.expression();
          this.leave();
          this.expectClose(']', open, 'after the index');
          this.raise(Math.max(height, this.height));
          left = { kind: 'index', first, last: this.lastFrom(first), object: left, index };
          continue;
        }
        case '.':
        case '->': {
          this.advance();
          const name = this.peek();
          // `p-> if`: keywords are no member names, but `p->auto_` is.
          if (name.kind !== 'identifier') {
            const text = `expected the name of a member after '${token.text}'`;
            this.error('expected-member', text, name.bol ? this.spanAfterPrevious() : this.spanAt(this.pos));
            return { kind: 'error', first, last: this.lastFrom(first), parts: [left] };
          }
          const at = this.advance();
          this.raise(height);
          const arrow = token.text === '->';
          left = { kind: 'member', first, last: this.lastFrom(first), object: left, arrow, name: name.text, token: at };
          continue;
        }
        case '++':
        case '--':
          this.advance();
          this.raise(height);
          left = { kind: 'incdec', first, last: this.lastFrom(first), op: token.text, prefix: false, operand: left };
          continue;
      }
      return left;
    }
  }

  private callArguments(): { args: Expr[]; highest: number } {
    const args: Expr[] = [];
    let highest = 0;
    if (this.at(')')) return { args, highest };
    for (;;) {
      args.push(this.assignment());
      highest = Math.max(highest, this.height);
      if (this.accept(',')) continue;
      if (this.at(')')) return { args, highest };
      const next = this.peek();
      const more =
        next.kind === 'identifier' || next.kind === 'integer' || next.kind === 'char' || next.kind === 'string';
      if (!more || next.bol || this.unwinding) return { args, highest };
      this.error('expected-comma', "expected ',' or ')' after the argument", this.spanAfterPrevious());
    }
  }

  // ---------------------------------------------------------------- primary expressions

  protected errorNode(first: number): Expr {
    this.height = 0;
    return { kind: 'error', first, last: this.lastFrom(first), parts: [] };
  }

  private primary(): Expr {
    const token = this.peek();
    const first = this.pos;
    this.height = 0;
    switch (token.kind) {
      case 'identifier':
        return this.nameExpression(token);
      case 'integer':
      case 'char': {
        this.advance();
        const pattern = token.value ?? 0n;
        if (token.floatType) {
          return { kind: 'float-literal', first, last: first, bits: pattern, float: token.floatType };
        }
        const unsigned = token.intType === 'uint64';
        return {
          kind: 'int-literal',
          first,
          last: first,
          value: unsigned ? pattern : BigInt.asIntN(64, pattern),
          token: first,
        };
      }
      case 'string':
        return this.string();
      case 'punct':
        if (token.text === '(') return this.parenthesized();
        break;
      case 'keyword': {
        const special = this.keywordExpression(token);
        if (special) return special;
      }
    }
    return this.missingExpression(token);
  }

  private missingExpression(token: Token): Expr {
    const first = this.pos;
    const before = this.pos > 0 ? this.tokens[this.pos - 1] : undefined;
    const glued =
      before?.text === '=' && before.offset + 1 === token.offset && (token.text === '<' || token.text === '>');
    if (glued) {
      this.errorHere('expected-expression', `'=${token.text}' is not an operator; did you mean '${token.text}='?`);
      this.advance();
      return this.castExpression();
    }
    const closes = token.kind === 'punct' && /^[;)\]}]$/.test(token.text);
    if (token.kind === 'eof' || (token.bol && first !== this.statementStart)) {
      this.error('expected-expression', 'expected an expression', this.spanAfterPrevious());
    } else if (before && closes && before.kind === 'punct') {
      this.errorHere('expected-expression', `expected an expression between '${before.text}' and '${token.text}'`);
    } else this.errorHere('expected-expression', `expected an expression, found ${this.found()}`);
    return this.errorNode(first);
  }

  private nameExpression(token: Token): Expr {
    const first = this.pos;
    const name = token.text;
    if (FUNCTION_NAMES.has(name)) return this.string();
    if (name === '__builtin_types_compatible_p' && this.atAhead(1, '(')) return this.typesCompatible();
    const seh = SEH.get(name);
    if (
      seh &&
      this.atAhead(1, '(') &&
      this.atAhead(2, ')') &&
      (name.startsWith('_') || this.lookup(name) !== 'other')
    ) {
      this.pos += 3;
      return { kind: 'seh', first, last: first + 2, op: seh };
    }
    this.advance();
    if (this.isTypeName(token)) {
      this.pos--;
      this.errorHere('expected-expression', `'${name}' is a type; a value is needed here`);
      this.advance();
      return this.errorNode(first);
    }
    return { kind: 'name', first, last: first, name };
  }

  /** Literals, and the function's name, joined as far as they stand side by side. */
  private string(): Expr {
    const first = this.pos;
    const parts: { units: number[]; unitSize: 1 | 2 | 4 }[] = [];
    let joinedName = -1;
    for (;;) {
      const token = this.peek();
      const named = token.kind === 'identifier' ? FUNCTION_NAMES.get(token.text) : undefined;
      if (token.kind === 'string') parts.push({ units: token.units ?? [], unitSize: token.unitSize ?? 1 });
      else if (named !== undefined) {
        // __func__ is a variable in standard C, so it does not join; Microsoft's names are literals. As a text of its own it reads the same.
        joinedName = this.pos;
        const text = this.functionName ?? '';
        parts.push({ units: [...text].map((c) => c.charCodeAt(0)), unitSize: named });
      } else break;
      this.advance();
    }
    this.height = 0;
    const last = this.lastFrom(first);
    if (parts.length > 1 && joinedName >= 0) {
      const { text } = this.tokens[joinedName];
      this.diags.warn(
        'function-name-joined',
        `'${text}' is a variable; a string cannot be joined to it`,
        this.spanAt(joinedName),
      );
    }
    if (parts.length === 1) {
      const [{ units, unitSize }] = parts;
      const string: Expr = { kind: 'string', first, last, units, unitSize };
      if (this.tokens[first].text === '__func__') string.named = true;
      return string;
    }
    const unitSize = Math.max(...parts.map((p) => p.unitSize)) as 1 | 2 | 4;
    return { kind: 'string', first, last, units: parts.flatMap((p) => p.units), unitSize };
  }

  private parenthesized(): Expr {
    const open = this.advance();
    if (this.at('{')) {
      this.enter();
      const body = this.blockInExpression();
      this.leave();
      this.expectClose(')', open, 'after the block');
      this.height = 0;
      return { kind: 'stmt-expr', first: open, last: this.lastFrom(open), body };
    }
    this.enter();
    const inner = this.expression();
    this.leave();
    this.expectClose(')', open, 'after the expression');
    return inner;
  }

  private keywordExpression(token: Token): Expr | undefined {
    switch (token.text) {
      case '_Generic':
        return this.generic();
      case '__builtin_offsetof':
        return this.offsetOf();
      case '__builtin_va_start':
      case '__builtin_va_arg':
      case '__builtin_va_end':
      case '__builtin_va_copy':
        return this.variadic(token.text.slice(13) as 'start' | 'arg' | 'end' | 'copy');
      case '__asm':
      case '_asm':
      case '__asm__':
      case '__uuidof': {
        const first = this.pos;
        this.errorHere('unsupported', `'${token.text}' does not exist in 64-bit C here`);
        this.advance();
        if (this.at('(') || this.at('{')) this.skipBalanced();
        return this.errorNode(first);
      }
    }
    if (STATEMENT_WORDS.has(token.text) || token.bol || !this.isTypeStart()) return undefined;
    // `f(int x)`, `x = (int) ...` gone wrong: name the mistake and step over the type.
    const first = this.pos;
    this.errorHere('expected-expression', `expected an expression, found the type '${token.text}'`);
    this.advance();
    while (this.isTypeStart() || this.at('*')) this.advance();
    if (this.peek().kind === 'identifier') this.advance();
    return this.errorNode(first);
  }

  private generic(): Expr {
    const first = this.advance();
    const open = this.pos;
    if (!this.expect('(', 'expected-paren', "expected '(' after '_Generic'")) return this.errorNode(first);
    this.enter();
    const control = this.assignment();
    const arms: { target: TypeName | undefined; value: Expr }[] = [];
    let height = this.height;
    while (this.accept(',')) {
      let target: TypeName | undefined;
      if (!this.accept('default')) target = this.typeName();
      this.expect(':', 'expected-colon', "expected ':' after the type of a _Generic arm");
      arms.push({ target, value: this.assignment() });
      height = Math.max(height, this.height);
    }
    this.leave();
    this.expectClose(')', open, "at the end of '_Generic'");
    this.raise(height);
    return { kind: 'generic', first, last: this.lastFrom(first), control, arms };
  }

  private offsetOf(): Expr {
    const first = this.advance();
    const open = this.pos;
    if (!this.expect('(', 'expected-paren', "expected '(' after 'offsetof'")) return this.errorNode(first);
    this.enter();
    if (this.peek().kind === 'identifier' && !this.lookup(this.peek().text)) this.unknownType(this.pos);
    const target = this.typeName();
    this.expect(',', 'expected-comma', "expected ',' after the type of 'offsetof'");
    const path: Designator[] = [];
    const field = (): void => {
      const name = this.peek();
      if (name.kind === 'identifier') path.push({ kind: 'field', name: name.text, token: this.advance() });
      else this.errorHere('expected-member', 'expected the name of a member');
    };
    field();
    for (;;) {
      if (this.accept('.') || this.accept('->')) field();
      else if (this.at('[')) {
        const bracket = this.advance();
        path.push({ kind: 'index', index: this.expression() });
        this.expectClose(']', bracket, 'after the index');
      } else break;
    }
    this.leave();
    this.expectClose(')', open, "at the end of 'offsetof'");
    this.raise(this.height);
    return { kind: 'offsetof', first, last: this.lastFrom(first), target, path };
  }

  /** `__builtin_types_compatible_p(T, U)` */
  private typesCompatible(): Expr {
    const first = this.advance();
    const open = this.advance();
    this.enter();
    const types = [this.typeName()];
    while (this.accept(',')) types.push(this.typeName());
    this.leave();
    this.expectClose(')', open, 'after the types');
    this.height = 0;
    return { kind: 'types-compatible', first, last: this.lastFrom(first), types };
  }

  private variadic(op: 'start' | 'arg' | 'end' | 'copy'): Expr {
    const first = this.advance();
    const open = this.pos;
    if (!this.expect('(', 'expected-paren', `expected '(' after 'va_${op}'`)) return this.errorNode(first);
    this.enter();
    const args = [this.assignment()];
    let height = this.height;
    let target: TypeName | undefined;
    while (this.accept(',')) {
      if (op === 'arg' && !target) {
        if (this.peek().kind === 'identifier' && !this.lookup(this.peek().text)) this.unknownType(this.pos);
        target = this.typeName();
      } else args.push(this.assignment());
      height = Math.max(height, this.height);
    }
    this.leave();
    this.expectClose(')', open, `at the end of 'va_${op}'`);
    this.raise(height);
    return { kind: 'va', first, last: this.lastFrom(first), op, args, target };
  }
}
