/**
 * Value of the expression of #if and #elif, over tokens that were macro-expanded (operands of `defined` excepted).
 * 64-bit arithmetic with C's signedness; names that are left count as 0. Depth-bounded; the first mistake ends it.
 */
import type { PpToken } from './lexer.ts';
import { parseChar, parseNumber } from './literals.ts';

export interface ConditionHost {
  isDefined(name: string): boolean;
  /** `tokens` is what stood between the parentheses of __has_include. */
  hasInclude(tokens: PpToken[]): boolean;
}

interface Value {
  v: bigint;
  unsigned: boolean;
}

class Mistake extends Error {
  readonly token: PpToken | undefined;
  constructor(text: string, token: PpToken | undefined) {
    super(text);
    this.token = token;
  }
}

const LEVELS: Record<string, number> = {
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

class Condition {
  private pos = 0;
  private depth = 0;
  private readonly tokens: PpToken[];
  private readonly host: ConditionHost;
  constructor(tokens: PpToken[], host: ConditionHost) {
    this.tokens = tokens;
    this.host = host;
  }

  all(): Value {
    const value = this.ternary(true);
    const rest = this.tokens[this.pos];
    if (rest)
      throw new Mistake(rest.text === ')' ? "there is a ')' too many" : `'${rest.text}' is not expected here`, rest);
    return value;
  }

  private ternary(live: boolean): Value {
    const condition = this.binary(1, live);
    if (this.tokens[this.pos]?.text !== '?') return condition;
    this.enter();
    this.pos++;
    const yes = this.comma(live && condition.v !== 0n);
    this.expect(':');
    const no = this.ternary(live && condition.v === 0n);
    this.depth--;
    const unsigned = yes.unsigned || no.unsigned;
    return make((condition.v !== 0n ? yes : no).v, unsigned);
  }

  private comma(live: boolean): Value {
    let value = this.ternary(live);
    while (this.tokens[this.pos]?.text === ',') {
      this.pos++;
      value = this.ternary(live);
    }
    return value;
  }

  private binary(least: number, live: boolean): Value {
    let left = this.unary(live);
    for (;;) {
      const token = this.tokens[this.pos];
      const level = token?.kind === 'punct' ? LEVELS[token.text] : undefined;
      if (level === undefined || level < least) return left;
      this.pos++;
      const rightLive = live && (token.text === '&&' ? left.v !== 0n : token.text === '||' ? left.v === 0n : true);
      const right = this.binary(level + 1, rightLive);
      left = this.apply(token, left, right, live);
    }
  }

  private apply(token: PpToken, a: Value, b: Value, live: boolean): Value {
    const unsigned = a.unsigned || b.unsigned;
    const truth = (x: boolean): Value => ({ v: x ? 1n : 0n, unsigned: false });
    // Comparisons and division see both operands in the common signedness.
    const x = make(a.v, unsigned).v;
    const y = make(b.v, unsigned).v;
    switch (token.text) {
      case '||':
        return truth(a.v !== 0n || b.v !== 0n);
      case '&&':
        return truth(a.v !== 0n && b.v !== 0n);
      case '|':
        return make(x | y, unsigned);
      case '^':
        return make(x ^ y, unsigned);
      case '&':
        return make(x & y, unsigned);
      case '==':
        return truth(x === y);
      case '!=':
        return truth(x !== y);
      case '<':
        return truth(x < y);
      case '>':
        return truth(x > y);
      case '<=':
        return truth(x <= y);
      case '>=':
        return truth(x >= y);
      case '<<':
        return make(a.v << (b.v & 63n), a.unsigned);
      case '>>':
        return make(a.v >> (b.v & 63n), a.unsigned);
      case '+':
        return make(x + y, unsigned);
      case '-':
        return make(x - y, unsigned);
      case '*':
        return make(x * y, unsigned);
    }
    if (y === 0n) {
      if (live) throw new Mistake('division by zero', token);
      return make(0n, unsigned);
    }
    return make(token.text === '/' ? x / y : x % y, unsigned);
  }

  private unary(live: boolean): Value {
    const token = this.tokens[this.pos];
    if (!token)
      throw new Mistake(this.pos === 0 ? 'the expression is missing' : 'the expression is incomplete', undefined);
    this.pos++;
    this.enter();
    const value = this.operand(token, live);
    this.depth--;
    return value;
  }

  private operand(token: PpToken, live: boolean): Value {
    switch (token.kind) {
      case 'number': {
        const number = parseNumber(token.text);
        if (number.problem) throw new Mistake(number.problem.text, token);
        if (number.floatType) throw new Mistake(`${token.text} is no integer, and #if takes only integers`, token);
        const unsigned = /u/i.test(token.text) || number.intType === 'uint64';
        return make(number.value, unsigned);
      }
      case 'char': {
        const char = parseChar(token.text);
        if (token.unterminated) throw new Mistake("the closing ' is missing", token);
        if (char.problem) throw new Mistake(char.problem.text, token);
        return make(char.value, false);
      }
      case 'identifier':
        return this.name(token);
      case 'punct':
        switch (token.text) {
          case '(': {
            const value = this.comma(live);
            this.expect(')');
            return value;
          }
          case '!':
            return { v: this.unary(live).v === 0n ? 1n : 0n, unsigned: false };
          case '~': {
            const value = this.unary(live);
            return make(~value.v, value.unsigned);
          }
          case '-': {
            const value = this.unary(live);
            return make(-value.v, value.unsigned);
          }
          case '+':
            return this.unary(live);
        }
    }
    throw new Mistake(
      token.kind === 'string' ? 'a string cannot be compared here' : `'${token.text}' is not expected here`,
      token,
    );
  }

  private name(token: PpToken): Value {
    const truth = (x: boolean): Value => ({ v: x ? 1n : 0n, unsigned: false });
    if (token.text === 'defined') {
      const open = this.tokens[this.pos]?.text === '(';
      if (open) this.pos++;
      const name = this.tokens[this.pos];
      if (name?.kind !== 'identifier') throw new Mistake("'defined' needs the name of a macro", name ?? token);
      this.pos++;
      if (open) this.expect(')');
      return truth(this.host.isDefined(name.text));
    }
    if (this.tokens[this.pos]?.text === '(') {
      if (token.text === '__has_include' || token.text === '__has_include_next') {
        const from = ++this.pos;
        while (this.pos < this.tokens.length && this.tokens[this.pos].text !== ')') this.pos++;
        const operand = this.tokens.slice(from, this.pos);
        this.expect(')');
        return truth(this.host.hasInclude(operand));
      }
      if (/^__(has|is)_/.test(token.text)) {
        let depth = 0;
        while (this.pos < this.tokens.length) {
          const text = this.tokens[this.pos++].text;
          if (text === '(') depth++;
          else if (text === ')' && --depth === 0) break;
        }
        return truth(false);
      }
      throw new Mistake(`'${token.text}' is not a macro that is known here`, token);
    }
    return truth(false);
  }

  private expect(text: string): void {
    const token = this.tokens[this.pos];
    if (token?.text !== text) throw new Mistake(`a '${text}' is missing`, token);
    this.pos++;
  }

  private enter(): void {
    if (++this.depth > 200) throw new Mistake('the expression is nested too deeply', this.tokens[this.pos]);
  }
}

function make(v: bigint, unsigned: boolean): Value {
  return { v: unsigned ? BigInt.asUintN(64, v) : BigInt.asIntN(64, v), unsigned };
}

/** Truth of the condition, or what is wrong with it (`at` undefined: the end of the line). */
export function evaluateCondition(
  tokens: PpToken[],
  host: ConditionHost,
): { value: boolean; problem?: { text: string; at: PpToken | undefined } } {
  try {
    return { value: new Condition(tokens, host).all().v !== 0n };
  } catch (mistake) {
    if (!(mistake instanceof Mistake)) throw mistake;
    return { value: false, problem: { text: mistake.message, at: mistake.token } };
  }
}
