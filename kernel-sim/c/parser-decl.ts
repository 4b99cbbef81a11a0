/**
 * Declarators, parameter lists, initialisers, declarations. Tracks which names are types: a name is declared right after its
 * declarator, before its initialiser.
 */
import type {
  Block,
  Declaration,
  Declarator,
  DeclSpecs,
  Derivation,
  Designator,
  FunctionDef,
  InitDeclarator,
  Initializer,
  ParamDecl,
  StaticAssert,
} from './ast.ts';
import { SpecParser } from './parser-specs.ts';

/** Stars in a row: later walks over the type go one level deeper for each. */
const MAX_POINTERS = 256;

type FunctionDerivation = Extract<Derivation, { kind: 'function' }>;

export abstract class DeclParser extends SpecParser {
  protected abstract functionBody(): Block;

  // ---------------------------------------------------------------- declarators

  protected declarator(mode: 'concrete' | 'abstract' | 'either'): Declarator {
    const first = this.pos;
    const result: Declarator = { first, last: first, name: undefined, nameToken: -1, derivations: [] };
    this.declaratorInto(result, mode);
    result.last = this.lastFrom(first);
    return result;
  }

  private declaratorInto(result: Declarator, mode: 'concrete' | 'abstract' | 'either'): void {
    this.enter();
    const pointers: Derivation[] = [];
    this.attributes();
    while (this.at('*') || this.at('^')) {
      this.advance();
      const pointer: Extract<Derivation, { kind: 'pointer' }> = { kind: 'pointer', const: false, volatile: false };
      for (;;) {
        const token = this.peek();
        if (token.kind !== 'keyword') break;
        if (token.text === 'const' || token.text === '__const') pointer.const = true;
        else if (token.text === 'volatile' || token.text === '__volatile__') pointer.volatile = true;
        else if (/^(__)?restrict(__)?$/.test(token.text)) pointer.restrict = this.pos;
        else {
          const before = this.pos;
          this.attributes();
          if (this.pos === before) break;
          continue;
        }
        this.advance();
      }
      pointers.push(pointer);
      if (pointers.length > MAX_POINTERS) this.tooDeep();
    }
    const token = this.peek();
    if (token.kind === 'identifier' && mode !== 'abstract') {
      if (token.text === '__VA_ARGS__') {
        this.diags.warn('va-args-misplaced', "'__VA_ARGS__' needs a macro with '...'", this.spanAt(this.pos));
      } else if (token.text === '__func__')
        this.errorHere('expected-name', "'__func__' exists in every function already");
      result.nameToken = this.advance();
      result.name = token.text;
    } else if (this.at('(') && this.nestedDeclarator(mode)) {
      const open = this.advance();
      this.declaratorInto(result, mode);
      this.expectClose(')', open, 'in the declarator');
    } else if (mode === 'concrete') {
      if (token.kind === 'keyword') this.errorHere('expected-name', `expected a name, found ${this.found()}`);
      else if (token.bol || token.kind === 'eof')
        this.error('expected-name', 'expected a name', this.spanAfterPrevious());
      else if (token.kind === 'string' && this.tokens[this.pos - 1]?.text === 'extern') {
        this.errorHere('expected-name', `'extern ${token.text}' belongs to C++; C needs no such words`);
      } else this.errorHere('expected-name', `expected a name, found ${this.found()}`);
    }
    this.attributesBehind();
    this.suffixes(result);
    this.attributesBehind();
    for (let i = pointers.length - 1; i >= 0; i--) result.derivations.push(pointers[i]);
    this.leave();
  }

  /** Attributes behind the name; `restrict` stands before it. */
  private attributesBehind(): void {
    if (!/^(__)?restrict(__)?$/.test(this.peek().text)) this.attributes();
  }

  /** Whether `(` at the cursor opens a nested declarator, not a parameter list. */
  private nestedDeclarator(mode: 'concrete' | 'abstract' | 'either'): boolean {
    if (mode === 'concrete') return true;
    // `(__declspec(x) *p)` does not occur in practice; calling conventions are no type starts.
    const at = this.afterAttributes(1);
    if (this.atAhead(at, ')') || this.isTypeStart(at) || this.atAhead(at, '...')) return false;
    const next = this.peek(at);
    if (next.kind === 'identifier') return mode === 'either' && this.lookup(next.text) !== 'typedef';
    return next.kind === 'punct' || next.kind === 'keyword';
  }

  /** How far ahead the first token stands that belongs to no `__attribute__((...))`. */
  private afterAttributes(from: number): number {
    let at = from;
    while (/^__attribute(__)?$/.test(this.peek(at).text) && this.atAhead(at + 1, '(')) {
      let depth = 0;
      at++;
      do {
        if (this.peek(at).kind === 'eof') return at;
        if (this.atAhead(at, '(')) depth++;
        else if (this.atAhead(at, ')')) depth--;
        at++;
      } while (depth > 0);
    }
    return at;
  }

  private suffixes(result: Declarator): void {
    for (;;) {
      if (this.at('[')) {
        const first = this.advance();
        let parameterOnly: number | undefined;
        let isStatic = false;
        let isConst = false;
        let isVolatile = false;
        while (
          /^(static|(__)?const(__)?|(__)?volatile(__)?|restrict|__restrict(__)?)$/.test(this.peek().text) &&
          this.peek().kind === 'keyword'
        ) {
          isStatic ||= this.at('static');
          isConst ||= /const/.test(this.peek().text);
          isVolatile ||= /volatile/.test(this.peek().text);
          parameterOnly = this.advance();
        }
        let size: Extract<Derivation, { kind: 'array' }>['size'];
        const star = this.at('*') && this.atAhead(1, ']');
        if (star) parameterOnly = this.advance();
        else if (!this.at(']')) size = this.assignment();
        else if (isStatic) this.errorHere('expected-expression', "expected the length of the array after 'static'");
        this.expectClose(']', first, 'after the array length');
        const part: Derivation = { kind: 'array', size, first, last: this.lastFrom(first) };
        if (star) part.star = true;
        if (isConst) part.const = true;
        if (isVolatile) part.volatile = true;
        if (parameterOnly !== undefined) part.parameterOnly = parameterOnly;
        result.derivations.push(part);
      } else if (this.at('(') && !this.nextStatementInParentheses()) result.derivations.push(this.parameters());
      else return;
    }
  }

  /** `NTSTATUS status` without its `;`, then a statement like `(Path);`, which is what UNREFERENCED_PARAMETER(Path); becomes. */
  private nextStatementInParentheses(): boolean {
    const open = this.peek();
    const before = this.tokens[this.pos - 1];
    const apart = open.bol || open.expansion !== before?.expansion;
    if (!apart || this.scopes.length === 1) return false;
    const inner = this.peek(1);
    return inner.kind === 'identifier' && !this.isTypeName(inner) && this.atAhead(2, ')');
  }

  private parameters(): FunctionDerivation {
    const open = this.advance();
    const result: FunctionDerivation = {
      kind: 'function',
      params: [],
      variadic: false,
      prototyped: true,
      knr: undefined,
    };
    if (this.accept(')')) {
      result.prototyped = false;
      return result;
    }
    if (this.atAhead(1, ')') && this.at('void')) {
      this.pos += 2;
      return result;
    }
    if (this.identifierList()) {
      result.prototyped = false;
      result.knr = [];
      do result.knr.push(this.tokens[this.advance()].text);
      while (this.accept(','));
      this.expectClose(')', open, 'after the parameter names');
      return result;
    }
    this.enter();
    this.pushScope();
    const sink = this.declspecSink;
    for (;;) {
      if (this.at('...')) {
        if (result.params.length === 0) {
          this.errorHere('expected-parameter', "a parameter must stand before '...'");
        }
        this.advance();
        result.variadic = true;
        break;
      }
      const before = this.pos;
      const param = this.parameter();
      if (param) result.params.push(param);
      if (this.accept(',')) continue;
      if (this.at(')') || this.eof || this.at(';') || this.at('{') || this.unwinding) break;
      // `int a int b`: a comma is missing; anything else ends the list.
      if (this.isTypeStart() && this.pos > before) {
        this.error('expected-comma', "expected ',' or ')' after the parameter", this.spanAfterPrevious());
        continue;
      }
      break;
    }
    this.declspecSink = sink;
    this.popScope();
    this.leave();
    this.expectClose(')', open, 'after the parameters');
    return result;
  }

  /** `(a, b)` of an old-style definition: unknown names only, and a definition follows. */
  private identifierList(): boolean {
    let i = 0;
    for (;;) {
      const token = this.peek(i);
      if (token.kind !== 'identifier' || this.isTypeName(token)) return false;
      if (this.atAhead(i + 1, ',')) i += 2;
      else if (this.atAhead(i + 1, ')')) break;
      else return false;
    }
    // A prototype `f(FOO);` has an unknown type instead.
    const end = this.endOfDeclarator(i + 2);
    const after = this.peek(end);
    if (after.text === '{') return true;
    return !/^[;,)=]$/.test(after.text) && this.isTypeStart(end);
  }

  /** Behind `(a)` of `int (*f(a))(int)`: how far ahead the first token stands that is not of the declarator. */
  private endOfDeclarator(from: number): number {
    let at = from;
    // Only a declarator at the level of the file is a definition's.
    while (this.scopes.length === 1 && this.atAhead(at, ')')) {
      at++;
      while (this.atAhead(at, '(') || this.atAhead(at, '[')) {
        let depth = 0;
        do {
          if (this.peek(at).kind === 'eof') return at;
          if (this.atAhead(at, '(') || this.atAhead(at, '[')) depth++;
          else if (this.atAhead(at, ')') || this.atAhead(at, ']')) depth--;
          at++;
        } while (depth > 0);
      }
    }
    return at;
  }

  private parameter(): ParamDecl | undefined {
    const first = this.pos;
    const token = this.peek();
    if (token.kind === 'identifier' && this.lookup(token.text) === undefined && /^[,)[]$/.test(this.peek(1).text))
      this.unknownType(first);
    const { specs, typed } = this.declSpecs(true);
    if (!typed && specs.storage === undefined && !specs.const && !specs.volatile) {
      this.errorHere('expected-parameter', `expected a parameter (a type and a name), found ${this.found()}`);
      while (!this.eof && !this.at(',') && !this.at(')') && !this.at(';') && !this.at('{') && !this.at('}')) {
        if (this.at('(') || this.at('[')) this.skipBalanced();
        else this.advance();
      }
      return undefined;
    }
    this.declspecSink = specs.declspec;
    const declarator = this.declarator('either');
    if (declarator.name !== undefined) this.declare(declarator.name, 'other');
    if (this.at('=')) {
      this.errorHere('default-argument', 'C has no default arguments');
      this.advance();
      this.assignment();
    }
    return { kind: 'param', first, last: this.lastFrom(first), specs, declarator };
  }

  // ---------------------------------------------------------------- initialisers

  protected initializer(): Initializer {
    const first = this.pos;
    if (!this.at('{')) {
      const expr = this.assignment();
      return { kind: 'init-expr', first, last: this.lastFrom(first), expr };
    }
    this.enter();
    const open = this.advance();
    const items: { designators: Designator[]; value: Initializer }[] = [];
    while (!this.at('}') && !this.eof && !this.unwinding) {
      const before = this.pos;
      const designators = this.designators();
      items.push({ designators, value: this.initializer() });
      if (this.accept(',')) continue;
      if (this.at('}')) break;
      this.error('expected-comma', "expected ',' or '}' in the initialiser", this.spanAfterPrevious());
      if (this.pos === before || this.at(';') || this.at(')') || this.at(']') || this.eof || this.startsStatementWord())
        break;
    }
    if (items.length === 0 && this.at('}')) {
      this.diags.warn('empty-initializer', "'{ }' has no initial value in it; write { 0 }", this.spanAt(open));
    }
    this.closeBrace(open, 'the initialiser');
    this.leave();
    return { kind: 'init-list', first, last: this.lastFrom(first), items };
  }

  private designators(): Designator[] {
    const designators: Designator[] = [];
    for (;;) {
      if (this.at('.') && this.peek(1).kind === 'identifier') {
        this.advance();
        const token = this.advance();
        designators.push({ kind: 'field', name: this.tokens[token].text, token });
      } else if (this.at('[')) {
        const open = this.advance();
        const index = this.conditional();
        const high = this.accept('...') ? this.conditional() : undefined;
        designators.push({ kind: 'index', index, high });
        this.expectClose(']', open, 'after the index');
      } else break;
    }
    // `[2] { ... }` and `[2] 5` without '=', and `member: value` below, are older than the standard's forms.
    const last = designators.at(-1);
    if (last?.kind === 'index' && designators.length === 1) {
      if (!this.accept('='))
        this.diags.warn('old-designator', "expected '=' after the designator", this.spanAfterPrevious());
    } else if (last) this.expect('=', 'expected-equals', "expected '=' after the designator");
    else if (this.peek().kind === 'identifier' && this.atAhead(1, ':')) {
      const token = this.advance();
      this.advance();
      designators.push({ kind: 'field', name: this.tokens[token].text, token });
    }
    return designators;
  }

  protected staticAssert(): StaticAssert {
    const first = this.advance();
    const open = this.pos;
    this.expect('(', 'expected-paren', "expected '(' after '_Static_assert'");
    const condition = this.conditional();
    let message: string | undefined;
    if (this.accept(',')) {
      const text = this.peek();
      if (text.kind === 'string') message = String.fromCharCode(...(text.units ?? []).slice(0, 1000));
      else this.errorHere('expected-string', 'the second operand of _Static_assert must be a string literal');
      this.conditional();
    }
    this.expectClose(')', open, "at the end of '_Static_assert'");
    this.expectSemicolon("'_Static_assert'");
    return { kind: 'static-assert', first, last: this.lastFrom(first), condition, message };
  }

  // ---------------------------------------------------------------- declarations

  /** A struct or enum body whose `;` is missing: the next line begins something new. */
  private missesSemicolonAfterBody(specs: DeclSpecs): boolean {
    const { type } = specs;
    if ((type.kind !== 'record' && type.kind !== 'enum') || !type.members || specs.storage === 'typedef') return false;
    const next = this.peek();
    if (next.kind === 'keyword') return this.startsStatementWord();
    if (!next.bol) return false;
    return this.isTypeName(next) || (next.kind === 'identifier' && this.peek(1).kind === 'identifier');
  }

  /** One declaration or, at file level, function definition. */
  protected declaration(level: 'file' | 'block'): Declaration | FunctionDef {
    const first = this.pos;
    const { specs, typed } = this.declSpecs(level === 'file');
    const node: Declaration = { kind: 'declaration', first, last: first, specs, declarators: [] };
    const finish = (): Declaration => {
      node.last = this.lastFrom(first);
      return node;
    };
    if (this.accept(';')) return finish();
    if (this.missesSemicolonAfterBody(specs)) {
      const what =
        specs.type.kind === 'enum' ? 'enum' : specs.type.kind === 'record' && specs.type.union ? 'union' : 'struct';
      this.error('expected-semicolon', `expected ';' after the ${what}`, this.spanAfterPrevious());
      return finish();
    }
    const sink = this.declspecSink;
    this.declspecSink = specs.declspec;
    for (;;) {
      const item = this.pos;
      let declarator = this.declarator('concrete');
      if (declarator.name === undefined) {
        if (!this.unwinding) this.skipToEndOfStatement();
        this.declspecSink = sink;
        return finish();
      }
      declarator = this.unknownWords(declarator, typed);
      const name = declarator.name ?? '';
      const outer = declarator.derivations[0];
      if (outer?.kind === 'function' && node.declarators.length === 0 && specs.storage !== 'typedef') {
        const body = this.at('{') || (outer.knr !== undefined && this.isTypeStart());
        if (body && level === 'block' && this.openFunction && this.startsAtMargin(first)) {
          this.unclosedFunction(first, name);
          return finish();
        }
        if (body) {
          this.declspecSink = sink;
          return this.functionDefinition(first, specs, declarator, outer);
        }
      }
      this.declare(name, specs.storage === 'typedef' ? 'typedef' : 'other');
      const init: InitDeclarator = { first: item, last: item, declarator, init: undefined };
      if (this.at('=')) {
        this.advance();
        init.init = this.initializer();
      }
      init.last = this.lastFrom(item);
      node.declarators.push(init);
      if (!this.accept(',') && !this.lacksComma()) break;
    }
    this.declspecSink = sink;
    this.endOfDeclaration(node, typed);
    return finish();
  }

  /** `int a b;`: what follows is declared as well, so that it is not missed further down. */
  private lacksComma(): boolean {
    const token = this.peek();
    if (this.unwinding || token.kind !== 'identifier' || token.bol || !/^(?:[,;=[])$/.test(this.peek(1).text))
      return false;
    this.error('expected-semicolon', "expected ';' after the declaration", this.spanAfterPrevious());
    return true;
  }

  private endOfDeclaration(node: Declaration, typed: boolean): void {
    const last = node.declarators.at(-1);
    if (this.at('{') && !last?.init) {
      const function_ = last?.declarator.derivations[0]?.kind === 'function';
      if (function_) this.errorHere('unexpected-brace', 'a body cannot follow here');
      else
        this.errorHere(
          'expected-equals',
          `expected '=' before '{' to give '${last?.declarator.name}' its initial value`,
        );
      this.skipBalanced();
      this.accept(';');
      return;
    }
    const name = last?.declarator.name;
    this.expectSemicolon(!typed && name !== undefined ? `'${name}'` : 'the declaration');
  }

  /** `NTSTATUS NTAPPI f(...)`: a name followed by another name was a word of a missing header. */
  private unknownWords(declarator: Declarator, typed: boolean): Declarator {
    let result = declarator;
    while (typed && result.derivations.length === 0 && this.peek().kind === 'identifier' && !this.peek().bol) {
      const kind = this.lookup(result.name ?? '');
      if (kind !== undefined || this.isTypeName(this.peek())) break;
      this.unknownWord(result.nameToken);
      result = this.declarator('concrete');
    }
    return result;
  }

  /** Whether the token begins its source line at column 1. */
  private startsAtMargin(index: number): boolean {
    const { file, start } = this.spanAt(index);
    return this.tokens[index].bol === true && this.sm.lineCol(file, start).col === 1;
  }

  private openFunction: { name: string; brace: number } | undefined;

  private unclosedFunction(first: number, name: string): void {
    const open = this.openFunction;
    this.pos = first;
    this.error(
      'expected-brace',
      `expected '}' before '${name}' begins: the function '${open?.name ?? ''}' is still open`,
      this.spanAt(first),
      open && [{ text: `'${open.name}' begins here`, span: this.spanAt(open.brace) }],
    );
    this.unwinding = true;
  }

  private functionDefinition(
    first: number,
    specs: DeclSpecs,
    declarator: Declarator,
    outer: FunctionDerivation,
  ): FunctionDef {
    const name = declarator.name ?? '';
    this.declare(name, 'other');
    this.pushScope();
    const knrDecls: Declaration[] = [];
    if (outer.knr) {
      for (const param of outer.knr) this.declare(param, 'other');
      while (!this.at('{') && !this.eof && this.isTypeStart() && !this.unwinding) {
        const before = this.pos;
        const decl = this.declaration('block');
        if (decl.kind === 'declaration') knrDecls.push(decl);
        if (this.pos === before) break;
      }
    }
    for (const param of outer.params)
      if (param.declarator.name !== undefined) this.declare(param.declarator.name, 'other');
    const outerName = this.functionName;
    const outerOpen = this.openFunction;
    this.functionName = name;
    this.openFunction = { name, brace: this.pos };
    const body = this.functionBody();
    this.functionName = outerName;
    this.openFunction = outerOpen;
    this.popScope();
    return { kind: 'function', first, last: this.lastFrom(first), specs, declarator, knrDecls, body };
  }
}
