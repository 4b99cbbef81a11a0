/**
 * Statements and blocks, also those of structured exceptions, and where one begins that may as well be a declaration.
 *
 * Contract: every way through consumes tokens or reports (the block's loop steps over what stops it); what nests is counted, and after
 * "too deep" nothing more is read; a statement that is broken stands in the tree as 'error-stmt'.
 */
import type { Block, CaseStmt, Declaration, Expr, FunctionDef, StaticAssert, Stmt } from './ast.ts';
import { DeclParser } from './parser-decl.ts';
import type { Token } from './source.ts';

export abstract class StmtParser extends DeclParser {
  // ---------------------------------------------------------------- blocks

  protected functionBody(): Block {
    return this.block(false, 'the function');
  }

  /** Its last expression is its value, also behind a label, which then marks nothing but the place. */
  protected blockInExpression(): Block {
    const block = this.block(true, 'the block');
    const last = block.body.pop();
    let end = last;
    while (end?.kind === 'label') {
      const { body, first } = end;
      block.body.push({ ...end, body: { kind: 'empty', first, last: first } });
      end = body;
    }
    if (end) block.body.push(end);
    return block;
  }

  /** `{ ... }` at the cursor, or an empty block and a finding. */
  private block(ownScope: boolean, what: string): Block {
    const first = this.pos;
    const node: Block = { kind: 'block', first, last: first, body: [] };
    if (!this.at('{')) {
      this.error('expected-brace', `expected '{' to begin ${what}`, this.spanAfterPrevious());
      return node;
    }
    const open = this.advance();
    this.enter();
    if (ownScope) this.pushScope();
    const labels = this.localLabels;
    while (this.at('__label__') && !this.unwinding) this.localLabelDeclaration();
    while (!this.at('}') && !this.eof && !this.unwinding) {
      const before = this.pos;
      node.body.push(this.statement(true));
      if (this.pos === before && !this.unwinding) this.advance();
    }
    if (ownScope) this.popScope();
    this.localLabels = labels;
    this.leave();
    if (!this.accept('}')) {
      const text = this.eof ? `the file ends, but ${what} has no closing '}'` : `expected '}' to end ${what}`;
      this.error('expected-brace', text, this.spanAfterPrevious(), [
        { text: "to match this '{'", span: this.spanAt(open) },
      ]);
    }
    node.last = this.lastFrom(first);
    return node;
  }

  /** `__label__ a, b;`: labels that only this block (and what is inside it) sees; within the function they get names of their own. */
  private localLabelDeclaration(): void {
    this.advance();
    this.localLabels = new Map(this.localLabels);
    do {
      if (this.peek().kind !== 'identifier') break;
      const { text } = this.tokens[this.advance()];
      this.localLabels.set(text, `${text}$${this.localLabelCount++}`);
    } while (this.accept(','));
    this.expectSemicolon("'__label__'");
  }

  /** `asm("...")` and `asm volatile (...)`, where `asm` is no keyword of C. */
  private startsAssembler(token: Token): boolean {
    if (token.kind !== 'identifier' || token.text !== 'asm' || this.lookup('asm')) return false;
    const next = this.peek(1);
    return (
      (this.atAhead(1, '(') && this.peek(2).kind === 'string') ||
      (next.kind === 'keyword' && /^_*volatile|^goto/.test(next.text))
    );
  }

  private startsDeclaration(): boolean {
    const token = this.peek();
    if (token.text === '__extension__' && token.kind === 'keyword') return this.isTypeStart(1);
    if (token.kind === 'keyword') return this.isTypeStart() || /^__(std|c|fast)call$/.test(token.text);
    if (token.kind !== 'identifier') return false;
    if (!this.isTypeName(token)) return this.looksLikeUnknownType(false);
    const next = this.peek(1);
    return next.kind === 'identifier' || next.kind === 'keyword' || /^[*(;]$/.test(next.text);
  }

  // ---------------------------------------------------------------- statements

  private errorStatement(first: number): Stmt {
    return { kind: 'error-stmt', first, last: this.lastFrom(first) };
  }

  /** A statement that is part of another: a scope of its own, though no declaration can stand there alone. */
  private substatement(): Stmt {
    this.pushScope();
    const result = this.statement(false);
    this.popScope();
    return result;
  }

  /** A statement of choice or repetition, a scope as well: its expressions may declare names. */
  private scoped(read: () => Stmt): Stmt {
    this.pushScope();
    const result = read();
    this.popScope();
    return result;
  }

  /** `mayDeclare`: a declaration may stand here. `inList`: what follows in the block can be a statement of its own. */
  private statement(mayDeclare: boolean, inList = mayDeclare): Stmt {
    const first = this.pos;
    if (this.unwinding) return this.errorStatement(first);
    this.enter();
    const result = this.statementAt(first, mayDeclare, inList);
    this.leave();
    return result;
  }

  private statementAt(first: number, mayDeclare: boolean, inList: boolean): Stmt {
    const token = this.peek();
    if (token.kind === 'punct') {
      if (token.text === '{') return this.block(true, 'the block');
      if (token.text === ';') {
        this.advance();
        return { kind: 'empty', first, last: first };
      }
      if (token.text === '}') {
        this.error('expected-statement', 'expected a statement', this.spanAfterPrevious());
        return this.errorStatement(first);
      }
    } else if (token.kind === 'keyword') {
      const known = this.keywordStatement(token, first, inList);
      if (known) return known;
    } else if (this.startsAssembler(token)) {
      const refused = this.keywordStatement(token, first, inList);
      if (refused) return refused;
    } else if (token.kind === 'identifier' && this.atAhead(1, ':') && !this.atAhead(2, ':')) {
      const name = this.labelName(token.text);
      this.pos += 2;
      this.attributes();
      const body = this.afterLabel(inList);
      return { kind: 'label', first, last: this.lastFrom(first), name, token: first, body };
    }
    if (this.attributeAlone()) return { kind: 'empty', first, last: this.lastFrom(first) };
    if (this.startsDeclaration()) return this.declarationStatement(first, mayDeclare);
    this.statementStart = first;
    const expr = this.expression();
    this.expectSemicolon(expr.kind === 'call' ? 'the call' : 'the expression');
    return { kind: 'expr-stmt', first, last: this.lastFrom(first), expr };
  }

  /** `__attribute__((fallthrough));` is a statement that does nothing. */
  private attributeAlone(): boolean {
    if (!/^__attribute(__)?$/.test(this.peek().text)) return false;
    const start = this.pos;
    this.attributes();
    if (this.accept(';')) return true;
    this.pos = start;
    return false;
  }

  /** What follows a label or case; before a `}` it is empty (as C23 and MSVC have it), and a declaration may follow. */
  private afterLabel(inList: boolean): Stmt {
    if (this.at('}')) {
      const at = this.pos - 1;
      this.diags.warn('label-at-end', "a label needs a statement behind it; write ';'", this.spanAt(at));
      return { kind: 'empty', first: at, last: at };
    }
    if (this.startsDeclaration() || this.at('_Static_assert')) {
      this.diags.warn('label-before-declaration', 'a label cannot stand before a declaration', this.spanAt(this.pos));
    }
    return this.statement(true, inList);
  }

  private declarationStatement(first: number, mayDeclare: boolean): Stmt {
    const decl = this.declaration('block');
    if (decl.kind === 'function') {
      const { nameToken, name } = decl.declarator;
      const text = `'${name}' is defined inside another function, which C does not have (is there a '}' missing before it?)`;
      this.diags.error('nested-function', text, this.spanAt(nameToken));
      return this.errorStatement(first);
    }
    if (!mayDeclare && !this.unwinding) {
      const text = 'a declaration cannot stand here alone; put it into { }';
      this.diags.error('declaration-without-block', text, this.spanAt(first));
    }
    return { kind: 'decl-stmt', first, last: this.lastFrom(first), decl };
  }

  private keywordStatement(token: Token, first: number, inList: boolean): Stmt | undefined {
    switch (token.text) {
      case 'if':
        return this.scoped(() => this.ifStatement(first));
      case 'while':
        return this.scoped(() => {
          this.advance();
          const condition = this.condition('while');
          const body = this.substatement();
          return { kind: 'while', first, last: this.lastFrom(first), condition, body };
        });
      case 'do':
        return this.scoped(() => this.doStatement(first));
      case 'for':
        return this.forStatement(first);
      case 'switch':
        return this.scoped(() => {
          this.advance();
          const value = this.condition('switch');
          const body = this.substatement();
          return { kind: 'switch', first, last: this.lastFrom(first), value, body };
        });
      case 'case':
      case 'default':
        return this.caseStatement(first, token.text === 'default', inList);
      case 'return': {
        this.advance();
        const value =
          this.at(';') || (this.peek().bol && (this.at('}') || this.startsStatementWord()))
            ? undefined
            : this.expression();
        this.expectSemicolon("'return'");
        return { kind: 'return', first, last: this.lastFrom(first), value };
      }
      case 'break':
      case 'continue':
        this.advance();
        this.expectSemicolon(`'${token.text}'`);
        return { kind: token.text, first, last: this.lastFrom(first) };
      case 'goto': {
        this.advance();
        const label = this.peek();
        if (label.kind !== 'identifier') {
          if (this.accept('*')) {
            const target = this.expression();
            this.expectSemicolon("'goto'");
            return { kind: 'goto-computed', first, last: this.lastFrom(first), target };
          }
          this.error('expected-label', "expected a label after 'goto'", this.spanAfterPrevious());
          this.skipToEndOfStatement();
          return this.errorStatement(first);
        }
        const at = this.advance();
        this.expectSemicolon("'goto'");
        return { kind: 'goto', first, last: this.lastFrom(first), name: this.labelName(label.text), token: at };
      }
      case '__leave':
        this.advance();
        this.expectSemicolon("'__leave'");
        return { kind: 'leave', first, last: this.lastFrom(first) };
      case '__try':
        return this.tryStatement(first);
      case 'else':
        this.errorHere('else-without-if', "this 'else' has no 'if' (a ';' or a missing brace before it?)");
        this.advance();
        this.statement(false);
        return this.errorStatement(first);
      case '__except':
      case '__finally':
        this.errorHere('handler-without-try', `this '${token.text}' has no '__try'`);
        this.advance();
        if (this.at('(')) this.skipBalanced();
        this.statement(false);
        return this.errorStatement(first);
      case '_Static_assert':
      case 'static_assert': {
        const decl: StaticAssert = this.staticAssert();
        return { kind: 'decl-stmt', first, last: this.lastFrom(first), decl };
      }
      case '__asm':
      case '_asm':
      case 'asm':
      case '__asm__': {
        this.errorHere(
          'unsupported',
          `'${token.text}': there is no inline assembler in 64-bit C; use the intrinsics of <intrin.h>`,
        );
        this.advance();
        while (/^(volatile|goto|__volatile__|__volatile|inline)$/.test(this.peek().text)) this.advance();
        if (this.at('{') || this.at('(')) this.skipBalanced();
        else while (!this.eof && !this.peek().bol && !this.at('}')) this.advance();
        this.accept(';');
        return this.errorStatement(first);
      }
      case '__if_exists':
      case '__if_not_exists':
        if (this.existence()) return this.block(true, 'the block');
        if (this.at('{')) this.skipBalanced();
        return { kind: 'empty', first, last: this.lastFrom(first) };
    }
    return undefined;
  }

  /** `__if_exists ( name )` or its opposite at the cursor: whether the block behind it, where the cursor stands then, counts. */
  protected existence(): boolean {
    const wanted = this.peek().text === '__if_exists';
    this.advance();
    if (!this.at('(')) {
      this.errorHere('expected-paren', "expected '(' and the name that is asked for");
      return false;
    }
    const exists = this.lookup(this.peek(1).text) !== undefined;
    this.skipBalanced();
    return exists === wanted && this.at('{');
  }

  /** `( expression )` after a statement word. Without parentheses the expression is read all the same. */
  private condition(word: string): Expr {
    const open = this.pos;
    if (!this.at('(')) {
      this.error('expected-paren', `expected '(' after '${word}'`, this.spanAfterPrevious());
      if (this.at('{') || this.at(';') || this.at('}') || this.eof) return this.errorNode(open);
      return this.expression();
    }
    this.advance();
    const value = this.expression();
    this.expectClose(')', open, `after the condition of '${word}'`);
    return value;
  }

  /** A chain of `else if` is read in a loop, but nests in the tree: it counts half as much as other nesting. */
  private ifStatement(first: number): Stmt {
    const chain: { first: number; condition: Expr; then: Stmt }[] = [];
    let counted = 0;
    let start = first;
    let last: Stmt | undefined;
    for (;;) {
      this.advance();
      const condition = this.condition('if');
      chain.push({ first: start, condition, then: this.substatement() });
      if (this.unwinding || !this.accept('else')) break;
      if (!this.at('if')) {
        last = this.substatement();
        break;
      }
      if (chain.length % 2 === 0) {
        this.enter();
        counted++;
      }
      start = this.pos;
    }
    for (let i = 0; i < counted; i++) this.leave();
    const end = this.lastFrom(first);
    for (let i = chain.length - 1; i >= 0; i--) {
      const { condition, then } = chain[i];
      last = { kind: 'if', first: chain[i].first, last: end, condition, then, else: last };
    }
    return last ?? this.errorStatement(first);
  }

  private doStatement(first: number): Stmt {
    this.advance();
    const body = this.substatement();
    if (this.unwinding) return this.errorStatement(first);
    if (!this.accept('while')) {
      this.error('expected-while', "expected 'while (condition);' after the body of 'do'", this.spanAfterPrevious());
      return this.errorStatement(first);
    }
    const condition = this.condition('while');
    this.expectSemicolon("'do ... while (...)'");
    return { kind: 'do', first, last: this.lastFrom(first), condition, body };
  }

  private forStatement(first: number): Stmt {
    this.advance();
    const open = this.pos;
    if (!this.expect('(', 'expected-paren', "expected '(' after 'for'")) {
      this.skipTo('{');
      if (this.at('{')) this.statement(false);
      return this.errorStatement(first);
    }
    this.pushScope();
    let init: Expr | Declaration | undefined;
    if (this.startsDeclaration()) {
      const before = this.errors;
      const decl: Declaration | FunctionDef = this.declaration('block');
      if (decl.kind === 'declaration') init = decl;
      if (this.errors > before && !this.unwinding) this.toClosing(open);
    } else {
      if (!this.at(';')) init = this.expression();
      this.forSeparator('first');
    }
    if (this.at(')') && this.tokens[this.pos - 1].text !== ';') return this.forBody(first, init);
    const condition = this.at(';') || this.at(')') ? undefined : this.expression();
    if (this.at(')'))
      this.error('expected-semicolon', "expected ';' after the condition of 'for'", this.spanAfterPrevious());
    else this.forSeparator('second');
    const step = this.at(')') ? undefined : this.expression();
    this.expectClose(')', open, "at the end of the 'for' line");
    const body = this.substatement();
    this.popScope();
    return { kind: 'for', first, last: this.lastFrom(first), init, condition, step, body };
  }

  /** After a mistake in the first part, with the cursor at the `)`. */
  private forBody(first: number, init: Expr | Declaration | undefined): Stmt {
    this.error('expected-semicolon', "the three parts of 'for' are separated by ';'", this.spanAfterPrevious());
    this.advance();
    const body = this.statement(false);
    this.popScope();
    return { kind: 'for', first, last: this.lastFrom(first), init, condition: undefined, step: undefined, body };
  }

  /** Moves the cursor to the `)` that belongs to `open`, if the line has it. */
  private toClosing(open: number): void {
    let depth = 0;
    for (let i = open; i < this.tokens.length; i++) {
      const { kind, text } = this.tokens[i];
      if (kind !== 'punct') continue;
      if (text === '{' || text === '}') return;
      if (text === '(') depth++;
      else if (text === ')' && --depth === 0) {
        this.moveAfterError(i);
        return;
      }
    }
  }

  private forSeparator(which: string): void {
    if (this.accept(';')) return;
    if (this.accept(',')) {
      this.pos--;
      this.errorHere('expected-semicolon', "the three parts of 'for' are separated by ';'");
      this.advance();
      return;
    }
    this.error('expected-semicolon', `expected ';' after the ${which} part of 'for'`, this.spanAfterPrevious());
  }

  private caseStatement(first: number, isDefault: boolean, inList: boolean): Stmt {
    this.advance();
    const value = isDefault ? undefined : this.conditional();
    const high = value && this.accept('...') ? this.conditional() : undefined;
    if (!this.accept(':')) {
      if (this.at(';')) {
        this.errorHere('expected-colon', `a '${isDefault ? 'default' : 'case'}' ends with ':', not ';'`);
        this.advance();
      } else {
        const what = isDefault ? "'default'" : "the value of 'case'";
        this.error('expected-colon', `expected ':' after ${what}`, this.spanAfterPrevious());
      }
    }
    const node: CaseStmt = {
      kind: 'case',
      first,
      last: first,
      value,
      high,
      body: { kind: 'empty', first, last: first },
    };
    // In a block, `case 1: case 2: ...` is a list of cases with empty bodies: the same meaning, and long rows do not nest.
    if (!inList || !(this.at('case') || this.at('default'))) node.body = this.afterLabel(inList);
    node.last = this.lastFrom(first);
    return node;
  }

  private tryStatement(first: number): Stmt {
    this.advance();
    const body = this.block(true, "'__try'");
    if (this.unwinding) return this.errorStatement(first);
    if (this.accept('__finally')) {
      const handler = this.block(true, "'__finally'");
      return { kind: 'try-finally', first, last: this.lastFrom(first), body, handler };
    }
    if (this.accept('__except')) {
      const filter = this.condition('__except');
      const handler = this.block(true, "'__except'");
      return { kind: 'try-except', first, last: this.lastFrom(first), body, filter, handler };
    }
    this.error(
      'expected-handler',
      "expected '__except (...)' or '__finally' after the block of '__try'",
      this.spanAfterPrevious(),
    );
    return this.errorStatement(first);
  }
}
