/**
 * C tokens -> the tree of ast.ts. The file level is here; statements, declarations, specifiers, attributes, expressions and recovery are in
 * parser-stmt.ts, parser-decl.ts, parser-specs.ts, parser-attributes.ts, parser-expr.ts and parser-base.ts, each class extending the next.
 *
 * Contract: never throws, takes time linear in the tokens (recovery included), always returns a complete tree.
 */
import type { ExternalDecl, TranslationUnit } from './ast.ts';
import { balanceBraces } from './braces.ts';
import { STATEMENT_WORDS, TooDeep } from './parser-base.ts';
import { StmtParser } from './parser-stmt.ts';
import type { Diagnostics, SourceManager, Token } from './source.ts';

class Parser extends StmtParser {
  /** A statement was found outside of functions, so a brace without a partner is still to come. */
  private outside = false;
  /** Braces of `__if_exists` that are open outside of functions. */
  private openExistence = 0;

  // ---------------------------------------------------------------- file level

  unit(file: number): TranslationUnit {
    const decls: ExternalDecl[] = [];
    while (!this.eof) {
      const before = this.pos;
      try {
        const decl = this.external();
        if (decl) decls.push(decl);
      } catch (error) {
        if (!(error instanceof TooDeep)) throw error;
        this.resumeAfter(before);
      }
      this.unwinding = false;
      if (this.pos === before) this.advance();
    }
    const { tokens } = this;
    return { file, tokens, decls, segments: tokens[tokens.length - 1].segments };
  }

  /** After nesting went too deep: behind the external declaration that began at `from`. */
  private resumeAfter(from: number): void {
    const reached = this.pos;
    this.depth = 0;
    this.height = 0;
    this.functionName = undefined;
    this.scopes.length = 1;
    this.pos = from;
    let braces = 0;
    while (!this.eof) {
      const token = this.peek();
      if (token.text === '{' && token.kind === 'punct') braces++;
      else if (token.text === '}' && token.kind === 'punct') braces = Math.max(0, braces - 1);
      this.advance();
      const ends = token.kind === 'punct' && (token.text === ';' || token.text === '}');
      if (this.pos > reached && braces === 0 && ends) return;
    }
  }

  private external(): ExternalDecl | undefined {
    const first = this.pos;
    if (this.accept(';')) return { kind: 'empty-decl', first, last: first };
    const token = this.peek();
    if (token.text === '_Static_assert' || token.text === 'static_assert') return this.staticAssert();
    if (token.text === '__if_exists' || token.text === '__if_not_exists') {
      if (this.existence()) {
        this.advance();
        this.openExistence++;
      } else if (this.at('{')) this.skipBalanced();
      return undefined;
    }
    if (token.text === '}' && this.openExistence > 0) {
      this.openExistence--;
      this.advance();
      return undefined;
    }
    if (token.kind === 'punct' && token.text !== '(' && token.text !== '*') {
      if (token.text === '}') {
        // Statements stood outside: the brace before them was the one too many.
        if (!this.outside) this.errorHere('unexpected-brace', "this '}' closes nothing: there is one too many");
        this.outside = false;
      } else if (token.text === '{' && this.pos > 1 && this.atAhead(-1, ';') && this.atAhead(-2, ')')) {
        this.errorHere(
          'body-after-semicolon',
          "the ';' before this '{' ends the declaration; take it out to give the function its body",
        );
      } else this.errorHere('expected-declaration', `expected a declaration, found ${this.found()}`);
      if (token.text === '{') this.skipBalanced();
      else {
        this.advance();
        if (token.text !== '}') this.skipToEndOfStatement();
      }
      return undefined;
    }
    if (token.kind === 'integer' || token.kind === 'char' || token.kind === 'string') {
      this.errorHere('expected-declaration', `expected a declaration, found ${this.found()}`);
      this.skipToEndOfStatement();
      return undefined;
    }
    // In standard C `asm` is a name.
    if (/^_*asm(__)?$/.test(token.text) && (token.kind === 'keyword' || this.atAhead(1, '('))) {
      this.errorHere(
        'unsupported',
        `'${token.text}': there is no inline assembler in 64-bit C; use the intrinsics of <intrin.h>`,
      );
      this.advance();
      if (this.at('{')) this.skipBalanced();
      else this.skipToEndOfStatement();
      return undefined;
    }
    if (token.kind === 'keyword' && !this.isDeclWord(token.text) && !this.isTypeStart()) {
      if (STATEMENT_WORDS.has(token.text)) {
        // What went wrong on the line before closed the function too early.
        if (!this.saidBefore()) {
          this.errorHere(
            'statement-outside',
            `'${token.text}' stands outside of any function (is there a '}' too many above?)`,
          );
        }
        this.outside = true;
      } else if (token.text === '__extension__' || /^__(std|c|fast|this|vector|clr)call$/.test(token.text))
        return this.declaration('file');
      else this.errorHere('expected-declaration', `expected a declaration, found ${this.found()}`);
      this.advance();
      if (this.at('(')) this.skipBalanced();
      if (this.at('{')) this.skipBalanced();
      else this.skipToEndOfStatement();
      return undefined;
    }
    if (token.kind === 'identifier' && !this.isTypeName(token) && this.callOutside()) return undefined;
    return this.declaration('file');
  }

  /** `printf("x");` or `x = 1;` between functions. */
  private callOutside(): boolean {
    const argument = this.peek(2);
    const call =
      this.atAhead(1, '(') && (argument.kind === 'string' || argument.kind === 'integer' || argument.text === '&');
    const other = /^(\.|->|\+\+|--|[-+*/|&^]=|<<=|>>=)$/.test(this.peek(1).text);
    if (!call && !other) return false;
    this.outside = true;
    this.errorHere('statement-outside', "a statement stands outside of any function (is there a '}' too many above?)");
    this.skipToEndOfStatement();
    return true;
  }
}

/** `tokens` end with one eof token. */
export function parse(tokens: Token[], file: number, sm: SourceManager, diags: Diagnostics): TranslationUnit {
  return new Parser(balanceBraces(tokens, file, sm, diags), sm, diags).unit(file);
}
