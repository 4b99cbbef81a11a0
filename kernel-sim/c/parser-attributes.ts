/**
 * `__declspec`, `__attribute__`, `_Alignas`, names for the linker, and words of other compilers that mean nothing here, wherever they
 * may stand in a declaration.
 *
 * Contract: what changes the meaning of a program lands in the list of its declaration, or is refused by name; the rest is passed over with its operands.
 */
import type { DeclSpecs, Expr } from './ast.ts';
import { IGNORED_WORDS } from './parser-base.ts';
import { ExprParser } from './parser-expr.ts';

const KNOWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  'packed',
  'noreturn',
  'noinline',
  'deprecated',
  'mode',
  'alias',
  'cleanup',
  'constructor',
  'destructor',
  'transparent_union',
  'warn_unused_result',
]);

/** Attributes that would make another program of it if they were passed over. */
const UNSUPPORTED_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['vector_size', 'vectors'],
  ['ext_vector_type', 'vectors'],
  ['scalar_storage_order', 'records in another byte order'],
  ['ifunc', 'functions that are chosen when the program is loaded'],
]);

export abstract class AttributeParser extends ExprParser {
  /** Attributes that follow a declarator land with the specifiers of its declaration. */
  protected declspecSink: DeclSpecs['declspec'] = [];

  protected alignas(out: DeclSpecs['declspec']): void {
    this.advance();
    const open = this.pos;
    if (!this.expect('(', 'expected-paren', "expected '(' after '_Alignas'")) return;
    let arg: Expr;
    if (this.isTypeStart()) {
      const first = this.pos;
      const target = this.typeName();
      arg = { kind: 'sizeof', first, last: this.lastFrom(first), op: 'alignof', arg: target };
    } else arg = this.conditional();
    this.expectClose(')', open, "after the operand of '_Alignas'");
    out.push({ name: 'align', arg, text: undefined });
  }

  /** `__declspec(a b(x) ...)` at the cursor. */
  protected declspec(out: DeclSpecs['declspec']): void {
    this.advance();
    const open = this.pos;
    if (!this.expect('(', 'expected-paren', "expected '(' after '__declspec'")) return;
    while (!this.at(')') && !this.eof) {
      const token = this.peek();
      if (token.kind !== 'identifier' && token.kind !== 'keyword') {
        if (this.accept(',')) continue;
        this.errorHere('bad-declspec', `expected a name inside '__declspec(...)', found ${this.found()}`);
        break;
      }
      this.advance();
      let arg: Expr | undefined;
      let text: string | undefined;
      if (this.at('(')) {
        const name = token.text;
        if (name === 'align' || name === 'syscall' || this.peek(1).kind === 'string') {
          const inner = this.advance();
          arg = this.assignment();
          if (arg.kind === 'string') text = String.fromCharCode(...arg.units.slice(0, 1000));
          this.expectClose(')', inner, `after the operand of '${name}'`);
        } else this.skipBalanced();
      }
      out.push({ name: token.text, arg, text });
    }
    this.expectClose(')', open, "at the end of '__declspec'");
  }

  /** `__attribute__((...))`: what changes the meaning of a program is understood (check-attributes.ts), the rest is advice to other compilers. */
  protected attribute(out: DeclSpecs['declspec']): void {
    this.advance();
    if (!this.at('(')) return;
    const open = this.advance();
    const inner = this.at('(') ? this.advance() : -1;
    while (!this.at(')') && !this.eof && !this.at(';')) {
      if (this.accept(',')) continue;
      const at = this.advance();
      const name = this.tokens[at].text.replace(/^__(.*)__$/, '$1');
      const arg = this.attributeOperand(name);
      const missing = UNSUPPORTED_ATTRIBUTES.get(name);
      if (missing !== undefined) this.error('unsupported', `${missing} ('${name}') are not supported`, this.spanAt(at));
      else if (name === 'aligned') {
        const sixteen: Expr = { kind: 'int-literal', first: open, last: open, value: 16n, token: open };
        out.push({ name: 'align', arg: arg ?? sixteen, text: undefined });
      } else if (name === 'weak') out.push({ name: 'selectany', arg: undefined, text: undefined });
      else if (KNOWN_ATTRIBUTES.has(name)) {
        const text = arg?.kind === 'string' ? String.fromCharCode(...arg.units.slice(0, 1000)) : undefined;
        out.push({ name, arg, text: arg?.kind === 'name' ? arg.name : text });
      }
    }
    if (inner >= 0) this.expectClose(')', inner, "at the end of '__attribute__'");
    this.expectClose(')', open, "at the end of '__attribute__'");
  }

  /** The first operand of an attribute that has a meaning here. */
  private attributeOperand(name: string): Expr | undefined {
    if (!this.at('(')) return undefined;
    if (name !== 'aligned' && !KNOWN_ATTRIBUTES.has(name)) {
      this.skipBalanced();
      return undefined;
    }
    const open = this.advance();
    const arg = this.at(')') ? undefined : this.isTypeStart() ? this.alignOfType() : this.conditional();
    while (this.accept(',')) this.conditional();
    this.expectClose(')', open, `after the operand of '${name}'`);
    return arg;
  }

  private alignOfType(): Expr {
    const first = this.pos;
    const target = this.typeName();
    return { kind: 'sizeof', first, last: this.lastFrom(first), op: 'alignof', arg: target };
  }

  /** Attributes and ignored words wherever a declarator allows them. */
  protected attributes(): void {
    for (;;) {
      const token = this.peek();
      if (
        token.kind === 'identifier' &&
        token.text === 'asm' &&
        this.atAhead(1, '(') &&
        this.peek(2).kind === 'string'
      ) {
        this.assemblerName();
        continue;
      }
      if (token.kind !== 'keyword') return;
      if (token.text === '__declspec' || token.text === '_declspec') this.declspec(this.declspecSink);
      else if (token.text === '__attribute__' || token.text === '__attribute') this.attribute(this.declspecSink);
      else if (IGNORED_WORDS.has(token.text)) {
        if (token.text === '__ptr32') this.narrowPointer();
        this.advance();
      } else if ((token.text === '__asm__' || token.text === '__asm') && this.atAhead(1, '(')) {
        this.assemblerName();
      } else return;
    }
  }

  /** At __ptr32: the machine has no pointers of 4 bytes, so that layouts differ from Microsoft's, and that is said. */
  protected narrowPointer(): void {
    const text = "'__ptr32' has no effect: every pointer of this lab has 8 bytes; use ULONG for an address of 32 bits";
    this.diags.warn('pointer-width', text, this.spanAt(this.pos));
  }

  /** `__asm__("name")` behind a declarator: the name that the linker knows it by. */
  private assemblerName(): void {
    this.advance();
    const open = this.advance();
    const name = this.conditional();
    this.expectClose(')', open, 'after the name');
    if (name.kind === 'string')
      this.declspecSink.push({ name: 'asm', arg: undefined, text: String.fromCharCode(...name.units.slice(0, 1000)) });
  }
}
