/**
 * Random programs of structured exception handling, as a small tree with two readings: the C text, and a model that says what the program must
 * print (seh-model.ts). Everything that happens is printed as a number: marks, questions to filters, codes in handlers, AbnormalTermination.
 */
import type { Dice } from './kind.ts';

export type Filter =
  /** A constant: 1, 0 or -1. */
  | { kind: 'constant'; value: number }
  /** GetExceptionCode() == a code. */
  | { kind: 'code'; code: number }
  /** A call that prints `mark` and the code and gives `value`, or raises `raises` the first time. */
  | { kind: 'ask'; mark: number; value: number; raises: number | undefined }
  /** Changes variable `variable` of the function and gives `value`. */
  | { kind: 'change'; variable: number; by: number; value: number };

export type Stmt =
  | { kind: 'mark'; mark: number }
  | { kind: 'add'; variable: number; by: number }
  | { kind: 'print'; variable: number }
  | { kind: 'raise'; code: number; how: 'call' | 'fault' | 'divide' }
  | { kind: 'call'; callee: number; variable: number }
  | { kind: 'if'; variable: number; bits: number; then: Stmt[] }
  | { kind: 'loop'; times: number; body: Stmt[] }
  | { kind: 'except'; body: Stmt[]; filter: Filter; handler: Stmt[] }
  | { kind: 'finally'; body: Stmt[]; handler: Stmt[] }
  | { kind: 'return'; variable: number }
  | { kind: 'break' | 'continue' | 'leave' };

export const VARIABLES = 3;
export const FAULT = 0xc0000005;
export const DIVIDE = 0xc0000094;
const CODES = 4;
/** Codes of one's own: bit 28 is the system's. */
export const own = (n: number): number => 0xe0000000 + n;

interface Place {
  depth: number;
  inLoop: boolean;
  inTry: boolean;
  functions: number;
}

class Maker {
  private mark = 1;
  private readonly dice: Dice;
  /** Statements that may still be made. */
  private left = 60;

  constructor(dice: Dice) {
    this.dice = dice;
  }

  block(place: Place): Stmt[] {
    return Array.from({ length: 1 + this.dice.below(3) }, () => this.stmt(place));
  }

  private stmt(place: Place): Stmt {
    const { dice } = this;
    const inner = { ...place, depth: place.depth + 1 };
    const nested = place.depth < 6 && this.left-- > 0;
    const variable = dice.below(VARIABLES);
    switch (nested ? dice.below(16) : dice.below(8)) {
      case 0:
        return { kind: 'add', variable, by: 1 + dice.below(9) };
      case 1:
        return { kind: 'print', variable };
      case 2:
      case 3: {
        const how = dice.pick(['call', 'call', 'call', 'fault', 'divide'] as const);
        const code = how === 'call' ? own(dice.below(CODES)) : how === 'fault' ? FAULT : DIVIDE;
        // Not always: what follows is to be reached too.
        const raise: Stmt = { kind: 'raise', code, how };
        return dice.once(2) ? raise : { kind: 'if', variable, bits: 1 + dice.below(3), then: [raise] };
      }
      case 4:
        return this.jump(place);
      case 5:
        return place.functions > 0
          ? { kind: 'call', callee: dice.below(place.functions), variable }
          : { kind: 'mark', mark: this.mark++ };
      case 6:
      case 7:
        return { kind: 'mark', mark: this.mark++ };
      case 8:
        return { kind: 'if', variable, bits: 1 + dice.below(3), then: this.block(inner) };
      case 9:
        return { kind: 'loop', times: 1 + dice.below(3), body: this.block({ ...inner, inLoop: true }) };
      case 10:
      case 11:
      case 12: {
        const body = this.block({ ...inner, inTry: true });
        return { kind: 'except', body, filter: this.filter(), handler: this.block(inner) };
      }
      default: {
        const body = this.block({ ...inner, inTry: true });
        return { kind: 'finally', body, handler: this.block(inner) };
      }
    }
  }

  private jump(place: Place): Stmt {
    const jumps: Stmt[] = [{ kind: 'return', variable: this.dice.below(VARIABLES) }];
    if (place.inLoop) jumps.push({ kind: 'break' }, { kind: 'continue' });
    if (place.inTry) jumps.push({ kind: 'leave' }, { kind: 'leave' });
    const jump = this.dice.pick(jumps);
    return { kind: 'if', variable: this.dice.below(VARIABLES), bits: 1 + this.dice.below(3), then: [jump] };
  }

  private filter(): Filter {
    const { dice } = this;
    const value = dice.pick([1, 1, 0, 0, 1, -1, 5]);
    switch (dice.below(6)) {
      case 0:
        return { kind: 'constant', value: dice.pick([1, 1, 1, 0, -1]) };
      case 1:
      case 2:
        return { kind: 'code', code: dice.pick([own(0), own(1), own(2), FAULT, DIVIDE]) };
      case 3:
        return { kind: 'change', variable: dice.below(VARIABLES), by: 1 + dice.below(5), value };
      default:
        return {
          kind: 'ask',
          mark: 1000 + this.mark++,
          value,
          raises: dice.once(6) ? own(dice.below(CODES)) : undefined,
        };
    }
  }
}

/** The functions of a program; each calls only those before it, the last is called by main. */
export function randomFunctions(dice: Dice): Stmt[][] {
  const maker = new Maker(dice);
  const functions: Stmt[][] = [];
  for (let i = 0; i < 3; i++)
    functions.push(maker.block({ depth: 0, inLoop: false, inTry: false, functions: functions.length }));
  return functions;
}

const NAMES = ['a', 'b', 'c'];

class Writer {
  private loops = 0;
  /** Filters that raise the first time they are asked. */
  raisers = 0;

  block(list: readonly Stmt[], indent: string): string {
    return `{\n${list.map((s) => this.stmt(s, `${indent}  `)).join('')}${indent}}`;
  }

  private stmt(s: Stmt, indent: string): string {
    const line = (text: string): string => `${indent}${text}\n`;
    switch (s.kind) {
      case 'mark':
        return line(`say(${s.mark});`);
      case 'add':
        return line(`${NAMES[s.variable]} += ${s.by};`);
      case 'print':
        return line(`say(${NAMES[s.variable]});`);
      case 'raise':
        if (s.how === 'fault') return line('*nowhere = 1;');
        return line(s.how === 'divide' ? 'zero = 1 / zero;' : `RaiseException(0x${s.code.toString(16)}u, 0, 0, 0);`);
      case 'call':
        return line(`${NAMES[s.variable]} += f${s.callee}(a, b) & 15;`);
      case 'if':
        return line(`if (${NAMES[s.variable]} & ${s.bits}) ${this.block(s.then, indent)}`);
      case 'loop': {
        const i = `i${this.loops++}`;
        return line(`for (int ${i} = 0; ${i} < ${s.times}; ${i}++) ${this.block(s.body, indent)}`);
      }
      case 'except': {
        const handler = this.block(s.handler, indent).replace('{\n', `{\n${indent}  code(GetExceptionCode());\n`);
        return line(`__try ${this.block(s.body, indent)} __except (${this.filter(s.filter)}) ${handler}`);
      }
      case 'finally': {
        const handler = this.block(s.handler, indent).replace(
          '{\n',
          `{\n${indent}  say(2000 + AbnormalTermination());\n`,
        );
        return line(`__try ${this.block(s.body, indent)} __finally ${handler}`);
      }
      case 'return':
        return line(`return ${NAMES[s.variable]};`);
      case 'leave':
        return line('__leave;');
      default:
        return line(`${s.kind};`);
    }
  }

  private filter(filter: Filter): string {
    switch (filter.kind) {
      case 'constant':
        return `${filter.value}`;
      case 'code':
        return `GetExceptionCode() == 0x${filter.code.toString(16)}u`;
      case 'change':
        return `${NAMES[filter.variable]} += ${filter.by}, ${filter.value}`;
      case 'ask':
        return filter.raises === undefined
          ? `ask(${filter.mark}, GetExceptionCode(), ${filter.value})`
          : `raiseOnce(&raised[${this.raisers++}], ${filter.mark}, GetExceptionCode(), 0x${filter.raises.toString(16)}u, ${filter.value})`;
    }
  }
}

const PROGRAM = `#include <windows.h>
#include <stdio.h>
#define PRINT printf
`;
const DRIVER = `#include <ntddk.h>
#define PRINT DbgPrint
static void RaiseException(unsigned code, unsigned flags, unsigned count, void *arguments)
{
  EXCEPTION_RECORD record;
  RtlZeroMemory(&record, sizeof(record));
  record.ExceptionCode = code;
  RtlRaiseException(&record);
}
`;
const HEAD = `static volatile int zero, *volatile nowhere;
static void say(int n) { PRINT("%d\\n", n); }
static void code(unsigned n) { PRINT("%x\\n", n); }
static int ask(int n, unsigned c, int value) { say(n); code(c); return value; }
static int raised[100];
static int raiseOnce(int *done, int n, unsigned c, unsigned raises, int value)
{
  ask(n, c, 0);
  if (!(*done)++) RaiseException(raises, 0, 0, 0);
  return value;
}
`;

/** As a program, or as a driver that does it all in DriverEntry. */
export function textOf(functions: readonly (readonly Stmt[])[], driver: boolean): string {
  const writer = new Writer();
  const bodies = functions.map(
    (body, i) =>
      `static int f${i}(int a, int b) {\n  int c = a + 1;\n  ${writer.block(body, '  ')}\n  say(a); say(b); say(c);\n  return a + b;\n}\n`,
  );
  const last = functions.length - 1;
  const entry = 'NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)';
  const main = `${driver ? entry : 'int main(void)'} {
  for (int i = 0; i < 4; i++)
    __try { say(f${last}(i, 3 - i)); } __except (ask(3000, GetExceptionCode(), 1)) { code(GetExceptionCode()); }
  return 0;
}
`;
  return (driver ? DRIVER : PROGRAM) + HEAD + bodies.join('') + main;
}
