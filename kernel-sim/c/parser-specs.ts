/**
 * Declaration specifiers: storage, type words, structs, unions, enums, type names (attributes: parser-attributes.ts); and the
 * findings about names that should have been types.
 */
import type {
  Declarator,
  DeclSpecs,
  EnumSpec,
  Expr,
  MemberDecl,
  RecordSpec,
  StaticAssert,
  StorageClass,
  TypeName,
  TypeSpec,
} from './ast.ts';
import { nameElsewhere } from './elsewhere.ts';
import { homeOf } from './homes.ts';
import { AttributeParser } from './parser-attributes.ts';
import { IGNORED_WORDS } from './parser-base.ts';
import { nearest } from './spelling.ts';

const BUILTIN_WORDS = new Map([
  ['void', 'void'],
  ['char', 'char'],
  ['short', 'short'],
  ['int', 'int'],
  ['long', 'long'],
  ['signed', 'signed'],
  ['unsigned', 'unsigned'],
  ['_Bool', '_Bool'],
  ['__int8', '__int8'],
  ['__int16', '__int16'],
  ['__int32', '__int32'],
  ['__int64', '__int64'],
  ['_int64', '__int64'],
  ['__wchar_t', '__wchar_t'],
  ['__builtin_va_list', '__builtin_va_list'],
  ['__auto_type', '__auto_type'],
  ['__signed', 'signed'],
  ['__signed__', 'signed'],
  ['float', 'float'],
  ['double', 'double'],
]);
const COMPLEX_WORDS: ReadonlySet<string> = new Set(['_Complex', '_Imaginary', '__complex__', '__complex']);

export interface SpecResult {
  specs: DeclSpecs;
  /** Some word of a type was there; otherwise the type is an implicit int. */
  typed: boolean;
}

export abstract class SpecParser extends AttributeParser {
  protected abstract declarator(mode: 'concrete' | 'abstract' | 'either'): Declarator;
  protected abstract staticAssert(): StaticAssert;

  // ---------------------------------------------------------------- unknown names

  protected unknownType(at: number): void {
    const name = this.tokens[at].text;
    const known: string[] = [];
    for (const scope of this.scopes) for (const [key, kind] of scope) if (kind === 'typedef') known.push(key);
    const home = homeOf(name);
    const elsewhere = nameElsewhere(name, 'type');
    const near = home ? undefined : nearest(name, known);
    let hint = '';
    if (home) hint = `; it comes with #include ${home}`;
    else if (elsewhere) hint = `; ${elsewhere}`;
    else if (this.tagWord(name)) hint = `; did you mean '${this.tagWord(name)} ${name}'?`;
    else if (near !== undefined) hint = `; did you mean '${near}'?`;
    this.error('unknown-type', `unknown type name '${name}'${hint}`, this.spanAt(at));
    this.scopes[0].set(name, 'unknown');
  }

  /** `struct`, `union` or `enum` if the name was used as a tag before. */
  private tagWord(name: string): string | undefined {
    const at = this.tokens.findIndex(
      (t, i) => t.text === name && /^(struct|union|enum)$/.test(this.tokens[i - 1]?.text ?? ''),
    );
    return at < 0 || at > this.pos ? undefined : this.tokens[at - 1].text;
  }

  private readonly reportedWords = new Set<string>();

  /** A name where only a macro makes sense; each is reported once. */
  protected unknownWord(at: number): void {
    const { text } = this.tokens[at];
    if (this.reportedWords.has(text)) return;
    this.reportedWords.add(text);
    const elsewhere = nameElsewhere(text, 'type');
    const hint = elsewhere ? `; ${elsewhere}` : ' (a macro whose header is missing?)';
    this.error('unknown-word', `'${text}' is not known here${hint}`, this.spanAt(at));
  }

  /**
   * Whether an unknown identifier at the cursor, where a declaration may stand, was meant as a type:
   * `FOO x`, `FOO *x;`. `loose`: nothing but a declaration can stand here (struct members, parameters, file level).
   */
  protected looksLikeUnknownType(loose: boolean): boolean {
    const token = this.peek();
    if (token.kind !== 'identifier' || this.lookup(token.text) !== undefined) return false;
    const next = this.peek(1);
    if (next.kind === 'identifier') return loose || !next.bol;
    if (next.kind === 'keyword') return !next.bol && this.isTypeStart(1);
    if (next.text !== '*') return false;
    let i = 1;
    while (this.atAhead(i, '*') || this.atAhead(i, 'const')) i++;
    const name = this.peek(i);
    if (name.kind !== 'identifier') return loose;
    if (loose) return true;
    return /^[;=,[]$/.test(this.peek(i + 1).text) || (this.peek(i + 1).text === ')' && i > 2);
  }

  // ---------------------------------------------------------------- specifiers

  /** `loose` as above. Consumes all specifiers at the cursor; may consume nothing (implicit int). */
  protected declSpecs(loose: boolean): SpecResult {
    const first = this.pos;
    const specs: DeclSpecs = {
      first,
      last: first,
      storage: undefined,
      inline: false,
      const: false,
      volatile: false,
      declspec: [],
      type: { kind: 'builtin', first, last: first, words: [] },
    };
    const words: string[] = [];
    let wordsFirst = -1;
    let wordsLast = -1;
    let type: TypeSpec | undefined;
    for (;;) {
      const token = this.peek();
      if (token.kind === 'identifier') {
        if (type || words.length > 0) break;
        const kind = this.lookup(token.text);
        if (kind === 'typedef' || kind === 'unknown') {
          const at = this.advance();
          type =
            kind === 'typedef'
              ? { kind: 'typedef-name', first: at, last: at, name: token.text }
              : { kind: 'error-type', first: at, last: at };
          continue;
        }
        if (kind === undefined && this.looksLikeUnknownType(loose)) {
          // `_Whatever_ PVOID p`: a word before a real type is a macro whose header is missing.
          const annotation =
            token.text.startsWith('_') && this.peek(1).kind === 'identifier' && this.peek(2).kind === 'identifier';
          if (this.isTypeStart(1) || annotation) {
            this.unknownWord(this.pos);
            this.advance();
            continue;
          }
          this.unknownType(this.pos);
          const at = this.advance();
          type = { kind: 'error-type', first: at, last: at };
          continue;
        }
        break;
      }
      if (token.kind !== 'keyword') break;
      const text = token.text;
      const word = BUILTIN_WORDS.get(text);
      if (word !== undefined) {
        if (type) {
          if (!this.typeAfterType(type)) break;
          continue;
        }
        if (wordsFirst < 0) wordsFirst = this.pos;
        wordsLast = this.advance();
        words.push(word);
        continue;
      }
      if (text === '__int128' || text === '__float128') {
        const at = this.advance();
        this.diags.error('unsupported', `'${text}': numbers of this lab have at most 64 bits`, this.spanAt(at));
        type = { kind: 'error-type', first: at, last: at };
        continue;
      }
      if (COMPLEX_WORDS.has(text)) {
        const at = this.advance();
        this.diags.error('complex-unsupported', `'${text}': this lab has no complex numbers`, this.spanAt(at));
        type = { kind: 'error-type', first: at, last: at };
        continue;
      }
      if (text === 'struct' || text === 'union' || text === 'enum') {
        if (type || words.length > 0) {
          if (type && !this.typeAfterType(type)) break;
          if (!type) break;
          continue;
        }
        type = text === 'enum' ? this.enumSpec(specs.declspec) : this.recordSpec(text === 'union', specs.declspec);
        continue;
      }
      if (!this.specWord(text, specs)) break;
      if (text.startsWith('typeof') || text.startsWith('__typeof')) type = this.typeofSpec();
      else if (text === '_Atomic' && this.at('(')) {
        const open = this.advance();
        const inner = this.typeName();
        this.expectClose(')', open, 'after the type');
        type = { kind: 'typeof', first: open, last: this.lastFrom(open), arg: inner };
      }
    }
    if (type) specs.type = type;
    else if (wordsFirst >= 0) specs.type = { kind: 'builtin', first: wordsFirst, last: wordsLast, words };
    specs.last = this.lastFrom(first);
    return { specs, typed: type !== undefined || words.length > 0 };
  }

  /** A second type after a finished one: a missing `;` after a struct body, or just too many words. False: stop here. */
  private typeAfterType(type: TypeSpec): boolean {
    const body = (type.kind === 'record' || type.kind === 'enum') && type.members !== undefined;
    if (body) return false; // the declaration reports its missing ';'
    if (type.kind === 'error-type') {
      this.advance(); // `long double`, `unsigned FOO int`: said already
      return true;
    }
    return false;
  }

  /** Words without a type of their own. Consumes the word (with its operand) and answers true if it is one. */
  private specWord(text: string, specs: DeclSpecs): boolean {
    switch (text) {
      case 'typedef':
      case 'extern':
      case 'static':
      case 'auto':
      case 'register':
        if (specs.storage !== undefined) {
          const problem =
            specs.storage === text
              ? `'${text}' stands here twice`
              : `'${text}' cannot be combined with '${specs.storage}'`;
          this.errorHere('storage-class', problem);
        }
        specs.storage = text as StorageClass;
        break;
      case '_Thread_local':
      case '__thread':
        specs.declspec.push({ name: 'thread', arg: undefined, text: undefined });
        break;
      case 'inline':
      case '__inline':
      case '_inline':
      case '__inline__':
      case '__forceinline':
        specs.inline = true;
        specs.functionWord = this.pos;
        if (text === '__forceinline') specs.declspec.push({ name: 'forceinline', arg: undefined, text: undefined });
        break;
      case '_Noreturn':
        specs.functionWord = this.pos;
        specs.declspec.push({ name: 'noreturn', arg: undefined, text: undefined });
        break;
      case 'const':
      case '__const':
      case '__const__':
        specs.const = true;
        break;
      case 'volatile':
      case '__volatile':
      case '__volatile__':
        specs.volatile = true;
        break;
      case '_Alignas':
        specs.alignas = this.pos;
        this.alignas(specs.declspec);
        return true;
      case '__declspec':
      case '_declspec':
        this.declspec(specs.declspec);
        return true;
      case '__attribute__':
      case '__attribute':
        this.attribute(specs.declspec);
        return true;
      case '_Atomic':
        specs.atomic = this.pos;
        break;
      case 'typeof':
      case '__typeof':
      case '__typeof__':
        break;
      default:
        if (!IGNORED_WORDS.has(text)) return false;
        if (text.includes('restrict')) specs.restrict = this.pos;
        if (text === '__ptr32') this.narrowPointer();
    }
    this.advance();
    return true;
  }

  private typeofSpec(): TypeSpec {
    const first = this.pos - 1;
    const open = this.pos;
    if (!this.expect('(', 'expected-paren', "expected '(' after 'typeof'"))
      return { kind: 'error-type', first, last: first };
    this.enter();
    const arg = this.isTypeStart() ? this.typeName() : this.expression();
    this.leave();
    this.expectClose(')', open, "at the end of 'typeof'");
    return { kind: 'typeof', first, last: this.lastFrom(first), arg };
  }

  protected typeName(): TypeName {
    const first = this.pos;
    this.enter();
    const { specs, typed } = this.declSpecs(true);
    if (!typed && specs.last < this.pos && specs.first === this.pos) {
      this.errorHere('expected-type', `expected a type, found ${this.found()}`);
      specs.type = { kind: 'error-type', first, last: first };
    }
    const declarator = this.declarator('abstract');
    this.leave();
    return { kind: 'type-name', first, last: this.lastFrom(first), specs, declarator };
  }

  // ---------------------------------------------------------------- struct, union, enum

  private recordSpec(union: boolean, outer: DeclSpecs['declspec']): RecordSpec {
    const first = this.advance();
    const own: DeclSpecs['declspec'] = [];
    const sink = this.declspecSink;
    this.declspecSink = own;
    this.attributes();
    let tag: string | undefined;
    let tagToken = -1;
    if (this.peek().kind === 'identifier') {
      tagToken = this.advance();
      tag = this.tokens[tagToken].text;
    }
    this.attributes();
    const spec: RecordSpec = {
      kind: 'record',
      first,
      last: first,
      union,
      tag,
      tagToken,
      members: undefined,
      pack: 8,
      alignArg: undefined,
    };
    if (this.at('{')) {
      this.enter();
      const open = this.advance();
      const asserts: StaticAssert[] = [];
      spec.members = this.members(asserts);
      if (asserts.length > 0) spec.asserts = asserts;
      spec.pack = this.peek().pack ?? 8;
      this.closeBrace(open, union ? 'the union' : 'the struct');
      this.leave();
      if (this.at('__attribute__') || this.at('__attribute')) this.attribute(own);
    } else if (tag === undefined) {
      const what = union ? 'union' : 'struct';
      this.error('expected-tag', `expected a name or '{' after '${what}'`, this.spanAfterPrevious());
    }
    this.declspecSink = sink;
    for (const entry of own) {
      // Where the type is only named, they are about what is declared with it.
      if (spec.members === undefined && !this.at(';')) outer.push(entry);
      else if (entry.name === 'align') spec.alignArg = entry.arg;
      else if (entry.name === 'packed') spec.pack = 1;
      else outer.push(entry);
    }
    // `__declspec(align(16)) struct X {...}` aligns the type too.
    if (spec.members && !spec.alignArg) {
      const before = outer.findIndex((entry) => entry.name === 'align');
      if (before >= 0) spec.alignArg = outer.splice(before, 1)[0].arg;
    }
    spec.last = this.lastFrom(first);
    return spec;
  }

  /** The `}` of a struct, union, enum or initialiser. */
  protected closeBrace(open: number, what: string): void {
    if (this.accept('}')) return;
    this.error('expected-brace', `expected '}' at the end of ${what}`, this.spanAfterPrevious(), [
      { text: "to match this '{'", span: this.spanAt(open) },
    ]);
  }

  private members(asserts: StaticAssert[]): MemberDecl[] {
    const members: MemberDecl[] = [];
    while (!this.at('}') && !this.eof && !this.unwinding) {
      const before = this.pos;
      if (this.at(';')) {
        this.diags.warn('extra-semicolon', "this ';' ends no member", this.spanAt(this.advance()));
        continue;
      }
      if (this.at('_Static_assert') || this.at('static_assert')) {
        asserts.push(this.staticAssert());
        continue;
      }
      if (
        this.peek().kind === 'keyword' &&
        /^(typedef|extern|return|if|for|while)$/.test(this.peek().text) &&
        this.peek().bol
      ) {
        return members; // the closing brace is missing
      }
      const member = this.member();
      if (member) members.push(member);
      if (this.pos === before) this.advance();
    }
    return members;
  }

  private member(): MemberDecl | undefined {
    const first = this.pos;
    const { specs, typed } = this.declSpecs(true);
    if (!typed) {
      const token = this.peek();
      const text =
        token.kind === 'identifier'
          ? `'${token.text}' needs a type before it`
          : `expected a member declaration, found ${this.found()}`;
      this.errorHere('expected-member', text);
      this.skipToEndOfStatement();
      return undefined;
    }
    const outerSink = this.declspecSink;
    this.declspecSink = specs.declspec;
    const member: MemberDecl = { kind: 'member', first, last: first, specs, declarators: [] };
    if (!this.at(';')) {
      for (;;) {
        const declarator = this.at(':') ? undefined : this.declarator('concrete');
        let width: Expr | undefined;
        if (this.accept(':')) width = this.conditional();
        this.attributes();
        member.declarators.push({ declarator, width });
        if (declarator && declarator.name === undefined) break;
        if (this.at('=')) {
          this.errorHere('member-initializer', 'a member of a struct cannot have an initial value here');
          this.advance();
          this.initializer();
        }
        if (!this.accept(',')) break;
      }
    }
    this.declspecSink = outerSink;
    if (this.at('}') || !this.at(';')) {
      const name = member.declarators.at(-1)?.declarator?.name;
      this.expectSemicolon(name === undefined ? 'the member' : `the member '${name}'`);
    } else this.advance();
    member.last = this.lastFrom(first);
    return member;
  }

  private enumSpec(outer: DeclSpecs['declspec']): EnumSpec {
    const first = this.advance();
    const sink = this.declspecSink;
    const own: DeclSpecs['declspec'] = [];
    this.declspecSink = own;
    this.attributes();
    let tag: string | undefined;
    let tagToken = -1;
    if (this.peek().kind === 'identifier') {
      tagToken = this.advance();
      tag = this.tokens[tagToken].text;
    }
    const spec: EnumSpec = { kind: 'enum', first, last: first, tag, tagToken, members: undefined };
    if (this.at('{')) {
      const open = this.advance();
      spec.members = [];
      while (!this.at('}') && !this.eof) {
        const token = this.peek();
        if (token.kind !== 'identifier') {
          this.errorHere('expected-enumerator', `expected a name of the enum, found ${this.found()}`);
          if (!this.accept(',')) break;
          continue;
        }
        const at = this.advance();
        this.attributes();
        const value = this.accept('=') ? this.conditional() : undefined;
        spec.members.push({ name: token.text, token: at, value });
        this.declare(token.text, 'other');
        if (this.accept(',')) continue;
        if (this.at('}')) break;
        this.error('expected-comma', "expected ',' or '}' in the enum", this.spanAfterPrevious());
        if (this.accept(';')) continue;
        if (this.peek().kind !== 'identifier') break;
      }
      if (this.at('}') && spec.members.length === 0)
        this.errorHere('expected-enumerator', 'an enum needs at least one name');
      if (!this.at('}') && !this.peek().bol) this.skipTo('}');
      this.closeBrace(open, 'the enum');
      if (this.at('__attribute__') || this.at('__attribute')) this.attribute(own);
    } else if (tag === undefined)
      this.error('expected-tag', "expected a name or '{' after 'enum'", this.spanAfterPrevious());
    this.declspecSink = sink;
    for (const entry of own) {
      if (entry.name === 'packed') spec.packed = true;
      else outer.push(entry);
    }
    spec.last = this.lastFrom(first);
    return spec;
  }

  /** Forward to a punctuator of the same nesting, at most to the end of the statement. */
  protected skipTo(text: string): void {
    let depth = 0;
    while (!this.eof) {
      if (depth === 0 && (this.at(text) || this.at(';'))) return;
      if (this.at('{') || this.at('(') || this.at('[')) depth++;
      else if (this.at('}') || this.at(')') || this.at(']')) {
        if (depth === 0) return;
        depth--;
      }
      this.advance();
    }
  }
}
