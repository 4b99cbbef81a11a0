/**
 * Macro definitions and their expansion. The expander reads from a stack of token lists; a macro is disabled while its list is
 * on the stack, and a name met while disabled is painted for ever (the C recursion rule).
 *
 * Contract: bounded. Whatever the macros are, at most `TOKEN_BUDGET` tokens are produced per translation unit and argument
 * expansion nests at most `MAX_ARGUMENT_DEPTH` deep; beyond that names stay as they are and one error is reported.
 * Tokens spelled in a macro body carry an `Expansion`; tokens of an argument keep the place where they were written.
 */
import type { FindingId } from './finding-words.ts';
import { lex, type PpToken } from './lexer.ts';
import type { Expansion, Span } from './source.ts';

const TOKEN_BUDGET = 8_000_000;
/** Calls without a ')' behind which a file is read again. */
const MAX_UNCLOSED = 3;
const MAX_ARGUMENT_DEPTH = 150;

export interface Macro {
  name: string;
  /** Undefined: object-like. */
  params: string[] | undefined;
  variadic: boolean;
  body: PpToken[];
  /** Parallel to `body`: index of the parameter it names, or -1. */
  paramOf: Int16Array;
  file: number;
  /** Place of the name in the definition. */
  span: Span;
  system: boolean;
  /** Computed by the preprocessor at each use. */
  builtin?: (at: PpToken) => PpToken;
  disabled: boolean;
}

interface Context {
  tokens: PpToken[];
  pos: number;
  macro: Macro | undefined;
}

/** What the expander needs of its surroundings. */
export interface ExpanderHost {
  macros: Map<string, Macro>;
  /** The next token of the current file (a clone), or undefined at its end; directives in between are carried out. */
  take(): PpToken | undefined;
  /** Whether the next token of the current file is `(`, directives not crossed. */
  parenNext(): boolean;
  error(id: FindingId, text: string, at: Span, notes?: { text: string; span: Span }[]): void;
  warn(id: FindingId, text: string, at: Span): void;
  /** As Microsoft's preprocessor: a comma before an empty __VA_ARGS__ goes also without `##`, and `##` may glue what is no token. */
  traditional(): boolean;
}

export function spanOfPp(token: PpToken): Span {
  let expansion = token.expansion;
  if (!expansion) return { file: token.file, start: token.offset, end: token.offset + token.length };
  while (expansion.parent) expansion = expansion.parent;
  return expansion.at;
}

function ownSpan(token: PpToken): Span {
  return { file: token.file, start: token.offset, end: token.offset + token.length };
}

/** A copy that its holder may change. */
export function clone(token: PpToken, file: number, expansion: Expansion | undefined, bol = false): PpToken {
  return {
    kind: token.kind,
    text: token.text,
    file,
    offset: token.offset,
    length: token.length,
    bol,
    space: token.space || token.bol,
    keyword: token.keyword,
    unterminated: token.unterminated,
    expansion,
    painted: token.painted,
  };
}

/** Digraphs by the token that they stand for: `#` makes of an argument what is written. */
const DIGRAPHS: Readonly<Record<string, string>> = {
  '[': '<:',
  ']': ':>',
  '{': '<%',
  '}': '%>',
  '#': '%:',
  '##': '%:%:',
};

function spelled(t: PpToken): string {
  const digraph = t.kind === 'punct' && t.length > t.text.length ? DIGRAPHS[t.text] : undefined;
  return digraph?.length === t.length ? digraph : t.text;
}

/** Spelling of an argument as `#` makes it. */
export function stringize(tokens: PpToken[]): string {
  let text = '';
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i];
    if (i > 0 && (t.space || t.bol)) text += ' ';
    text += t.kind === 'string' || t.kind === 'char' ? t.text.replace(/[\\"]/g, '\\$&') : spelled(t);
  }
  return `"${text}"`;
}

export class Expander {
  private readonly contexts: Context[] = [];
  /** Contexts below this belong to an outer expansion and must not be read. */
  private floor = 0;
  /** While > 0 the file must not be read: an argument or a directive is expanded on its own. */
  private isolated = 0;
  private produced = 0;
  private exhausted = false;
  /** What expanded to nothing stood behind a space, which the next token inherits. */
  private spaceBefore = false;
  private readonly host: ExpanderHost;
  /** In #if and #elif: the operand of `defined` and the like is not expanded. */
  inCondition = false;

  constructor(host: ExpanderHost) {
    this.host = host;
  }

  /** Expands a macro name taken from the file (a clone), reading its arguments from there. */
  expandName(name: PpToken, macro: Macro, out: (token: PpToken) => void): void {
    if (!this.enter(macro, name)) out(name);
    else this.drain(out);
  }

  /** Expands a list on its own. */
  expandList(tokens: PpToken[]): PpToken[] {
    const result: PpToken[] = [];
    if (this.isolated >= MAX_ARGUMENT_DEPTH) {
      const first = tokens.find((t) => t.kind === 'identifier' && this.host.macros.has(t.text));
      if (first) this.host.error('macro-too-deep', 'macro calls are nested too deeply', spanOfPp(first));
      this.exhausted = true;
      return tokens;
    }
    const floor = this.floor;
    this.floor = this.contexts.length;
    this.isolated++;
    this.contexts.push({ tokens: tokens.map((t) => clone(t, t.file, t.expansion)), pos: 0, macro: undefined });
    this.produced += tokens.length;
    this.drain((t) => result.push(t));
    this.isolated--;
    this.floor = floor;
    return result;
  }

  private drain(out: (token: PpToken) => void): void {
    const macros = this.host.macros;
    for (;;) {
      const token = this.read();
      if (!token) return;
      if (this.spaceBefore) token.space = true;
      this.spaceBefore = false;
      if (token.kind === 'identifier' && !token.painted) {
        if (this.inCondition && /^(defined|__has_include|__has_include_next)$/.test(token.text)) {
          out(token);
          this.passOperand(out);
          continue;
        }
        const macro = macros.get(token.text);
        if (macro) {
          if (macro.disabled) token.painted = true;
          else if (this.enter(macro, token)) continue;
        }
      }
      out(token);
    }
  }

  /** `defined X`, `defined(X)`, `__has_include(<x.h>)`: the operand goes through as it is. */
  private passOperand(out: (token: PpToken) => void): void {
    const first = this.read();
    if (first) out(first);
    if (first?.text !== '(') return;
    for (let token = this.read(); token; token = this.read()) {
      out(token);
      if (token.text === ')') return;
    }
  }

  private read(): PpToken | undefined {
    while (this.contexts.length > this.floor) {
      const context = this.contexts[this.contexts.length - 1];
      if (context.pos < context.tokens.length) return context.tokens[context.pos++];
      if (context.macro) context.macro.disabled = false;
      this.contexts.pop();
    }
    return undefined;
  }

  private parenNext(): boolean {
    for (let i = this.contexts.length - 1; i >= this.floor; i--) {
      const context = this.contexts[i];
      if (context.pos < context.tokens.length) return context.tokens[context.pos].text === '(';
    }
    return this.isolated === 0 && this.host.parenNext();
  }

  private push(tokens: PpToken[], macro: Macro | undefined): void {
    this.produced += tokens.length + 1;
    this.contexts.push({ tokens, pos: 0, macro });
    if (macro) macro.disabled = true;
  }

  /** Calls without their ')' so far. */
  private unclosed = 0;

  private enter(macro: Macro, name: PpToken): boolean {
    if (this.exhausted) return false;
    if (this.produced > TOKEN_BUDGET) {
      this.exhausted = true;
      this.host.error(
        'expansion-too-large',
        `the expansion of macro '${macro.name}' grows without end`,
        spanOfPp(name),
      );
      return false;
    }
    if (macro.builtin) {
      this.push([macro.builtin(name)], undefined);
      return true;
    }
    if (macro.params === undefined) {
      const expansion: Expansion = { macro: macro.name, at: ownSpan(name), parent: name.expansion };
      this.push(this.substitute(macro, [], name, expansion), macro);
      return true;
    }
    if (!this.parenNext()) return false;
    const call = this.collect(macro, name);
    if (!call) return false;
    const at = ownSpan(name);
    // The whole call is the place of the expansion when name and parenthesis stand in one file as written.
    const close = call.close;
    if (!name.expansion && !close.expansion && close.file === name.file && close.offset > name.offset) {
      at.end = close.offset + close.length;
    }
    const expansion: Expansion = { macro: macro.name, at, parent: name.expansion };
    this.push(this.substitute(macro, call.args, name, expansion), macro);
    return true;
  }

  /** What was taken for arguments up to the end of the file: the statement ends at its first ';', and what follows is read again. */
  private giveBack(args: PpToken[][], name: PpToken): void {
    const rest: PpToken[] = [];
    for (const arg of args) {
      if (rest.length > 0) rest.push({ ...name, kind: 'punct', text: ',', bol: false });
      const from = rest.length > 0 ? 0 : arg.findIndex(({ kind, text }) => kind === 'punct' && text === ';');
      if (from >= 0) for (let i = from; i < arg.length; i++) rest.push(arg[i]);
    }
    if (rest.length > 0) this.push(rest, undefined);
  }

  /** Reads `( ... )` after a macro name; arguments split at top-level commas. */
  private collect(macro: Macro, name: PpToken): { args: PpToken[][]; close: PpToken } | undefined {
    const params = macro.params ?? [];
    const args: PpToken[][] = [];
    let current: PpToken[] = [];
    let depth = 0;
    for (;;) {
      const token = this.read() ?? (this.isolated === 0 ? this.host.take() : undefined);
      if (!token) {
        const at = spanOfPp(name);
        this.host.error('unterminated-macro-call', `the call of macro '${macro.name}' has no closing ')'`, at);
        if (this.isolated === 0 && this.unclosed++ < MAX_UNCLOSED) this.giveBack([...args, current], name);
        return undefined;
      }
      if (token.kind === 'identifier' && !token.painted && this.host.macros.get(token.text)?.disabled)
        token.painted = true;
      if (token.kind === 'punct') {
        const text = token.text;
        if (text === '(') {
          if (depth++ === 0) continue;
        } else if (text === ')') {
          if (--depth === 0) {
            args.push(current);
            return { args: this.checkCount(macro, args, name), close: token };
          }
        } else if (text === ',' && depth === 1 && !(macro.variadic && args.length === params.length - 1)) {
          args.push(current);
          current = [];
          continue;
        }
      }
      current.push(token);
    }
  }

  private checkCount(macro: Macro, args: PpToken[][], name: PpToken): PpToken[][] {
    const params = macro.params ?? [];
    let given = args.length;
    if (given === 1 && args[0].length === 0 && params.length !== 1) given = 0;
    const least = macro.variadic ? params.length - 1 : params.length;
    if (given < least || (given > params.length && !macro.variadic)) {
      const wanted = macro.variadic ? `at least ${least}` : `${params.length}`;
      const noun = (macro.variadic ? least : params.length) === 1 ? 'argument' : 'arguments';
      this.host.error(
        'macro-argument-count',
        `macro '${macro.name}' takes ${wanted} ${noun}, ${given} given`,
        spanOfPp(name),
        [{ text: `'${macro.name}' is defined here`, span: macro.span }],
      );
    }
    while (args.length < params.length) args.push([]);
    args.length = params.length;
    return args;
  }

  private substitute(macro: Macro, args: PpToken[][], name: PpToken, expansion: Expansion): PpToken[] {
    const expanded: (PpToken[] | undefined)[] = [];
    const result: PpToken[] = [];
    this.substituteRange(macro, 0, macro.body.length, args, expanded, expansion, result);
    if (result.length > 0) {
      result[0].space = name.space;
      result[0].bol = name.bol;
    } else if (name.space) this.spaceBefore = true;
    return result;
  }

  private substituteRange(
    macro: Macro,
    from: number,
    to: number,
    args: PpToken[][],
    expanded: (PpToken[] | undefined)[],
    expansion: Expansion,
    result: PpToken[],
  ): void {
    const body = macro.body;
    const variadicIndex = macro.variadic && macro.params ? macro.params.length - 1 : -2;
    const own = (token: PpToken): PpToken => clone(token, macro.file, expansion);
    /** Set by `##`: the next thing is glued to what stands at this length of `result`. */
    let glue = false;
    /** The left operand of a pending `##` was empty. */
    let leftEmpty = false;
    const append = (tokens: PpToken[]): void => {
      if (tokens.length === 0) {
        if (!glue) leftEmpty = true;
        glue = false;
        return;
      }
      let start = 0;
      if (glue && !leftEmpty && result.length > 0) {
        this.paste(result, tokens[0], expansion);
        start = 1;
      }
      for (let i = start; i < tokens.length; i++) result.push(tokens[i]);
      this.produced += tokens.length;
      glue = false;
      leftEmpty = false;
    };
    for (let i = from; i < to; i++) {
      const token = body[i];
      const param = macro.paramOf[i];
      const pasteAfter = i + 1 < to && body[i + 1].text === '##' && body[i + 1].kind === 'punct';
      if (token.kind === 'punct' && token.text === '##' && i > from) {
        glue = true;
        continue;
      }
      if (token.kind === 'punct' && token.text === '#' && i + 1 < to && macro.paramOf[i + 1] >= 0) {
        const made = own(token);
        made.kind = 'string';
        made.text = stringize(args[macro.paramOf[i + 1]]);
        // Microsoft's: `L#x` is a wide string.
        if (!token.space && i > from && body[i - 1].kind === 'identifier' && body[i - 1].text === 'L') glue = true;
        append([made]);
        i++;
        continue;
      }
      // Microsoft's: `#@x` is a character.
      if (token.text === '#' && token.kind === 'punct' && body[i + 1]?.text === '@' && macro.paramOf[i + 2] >= 0) {
        const made = own(token);
        const text = stringize(args[macro.paramOf[i + 2]]).slice(1, -1);
        made.kind = 'char';
        made.text = `'${text === "'" ? "\\'" : text}'`;
        append([made]);
        i += 2;
        continue;
      }
      if (macro.variadic && token.text === '__VA_OPT__' && body[i + 1]?.text === '(') {
        let depth = 0;
        let end = i + 1;
        for (; end < to; end++) {
          if (body[end].text === '(') depth++;
          else if (body[end].text === ')' && --depth === 0) break;
        }
        const inner: PpToken[] = [];
        if (args[variadicIndex].length > 0) this.substituteRange(macro, i + 2, end, args, expanded, expansion, inner);
        if (inner.length > 0) inner[0].space = token.space;
        append(inner);
        i = end;
        continue;
      }
      if (param < 0) {
        if (token.text === ',' && token.kind === 'punct' && !glue) {
          const glued = pasteAfter && i + 2 < to && macro.paramOf[i + 2] === variadicIndex;
          const plain = !glued && i + 1 < to && macro.paramOf[i + 1] === variadicIndex && this.host.traditional();
          if (glued || plain) {
            const empty = args[variadicIndex].length === 0;
            if (!empty) append([own(token)]);
            if (glued) {
              i++; // the ## only says "drop the comma"
              if (!empty) {
                i++;
                const after = i + 1 < to && body[i + 1].text === '##';
                append(after ? this.rawCopy(args[variadicIndex]) : this.expandedCopy(variadicIndex, args, expanded));
              }
            }
            continue;
          }
        }
        append([own(token)]);
        continue;
      }
      const tokens = glue || pasteAfter ? this.rawCopy(args[param]) : this.expandedCopy(param, args, expanded);
      if (tokens.length > 0) tokens[0].space = token.space;
      if (glue || pasteAfter || tokens.length > 0) append(tokens);
    }
  }

  private rawCopy(tokens: PpToken[]): PpToken[] {
    return tokens.map((t) => clone(t, t.file, t.expansion));
  }

  private expandedCopy(index: number, args: PpToken[][], expanded: (PpToken[] | undefined)[]): PpToken[] {
    let tokens = expanded[index];
    if (!tokens) {
      tokens = this.exhausted ? args[index] : this.expandList(args[index]);
      expanded[index] = tokens;
    }
    return this.rawCopy(tokens);
  }

  /** Glues `right` to the last token of `result`. */
  private paste(result: PpToken[], right: PpToken, expansion: Expansion): void {
    const left = result[result.length - 1];
    const text = left.text + right.text;
    const made = lex(text).tokens;
    if (made.length !== 1 || made[0].unterminated) {
      if (!this.host.traditional()) {
        this.host.warn(
          'bad-paste',
          `'##' glues '${left.text}' and '${right.text}', which is not one token`,
          spanOfPp(left),
        );
      }
      right.space = false;
      result.push(right);
      return;
    }
    const token = clone(made[0], left.file, expansion);
    token.offset = left.offset;
    token.length = left.length;
    token.space = left.space;
    token.bol = left.bol;
    result[result.length - 1] = token;
  }
}
