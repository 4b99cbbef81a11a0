/**
 * Constant expressions of random shape over all integer types, each three times: folded by the compiler, as the initialiser of a static (which
 * must be constant), and computed by the program from volatile variables. All three must agree.
 */
import { runC } from '../vm/testing-c.ts';
import { Dice, type Kind, type Outcome } from './kind.ts';

const TYPES = [
  'signed char',
  'unsigned char',
  'short',
  'unsigned short',
  'int',
  'unsigned',
  'long',
  'unsigned long',
  'long long',
  'unsigned long long',
  '_Bool',
];
const EDGES = [
  '0',
  '1',
  '-1',
  '2',
  '7',
  '127',
  '128',
  '255',
  '256',
  '32767',
  '65535',
  '0x7fffffff',
  '0x80000000u',
  '0xffffffffu',
  '0x7fffffffffffffffLL',
  '0x8000000000000000ULL',
  '0xffffffffffffffffULL',
];
const BINARY = ['+', '-', '*', '&', '|', '^', '<', '>', '<=', '>=', '==', '!=', '&&', '||', '<<', '>>', '/', '%'];
const PER_PROGRAM = 24;

interface Leaf {
  type: string;
  value: string;
}

/** An expression as a function of how its leaves are written. */
function expression(dice: Dice, leaves: Leaf[], depth: number): (leaf: (n: number) => string) => string {
  if (depth === 0 || dice.once(5)) {
    const value = dice.once(3) ? `${dice.below(2 ** 31)}${dice.pick(['', 'u', 'LL', 'ULL'])}` : dice.pick(EDGES);
    const n = leaves.push({ type: dice.pick(TYPES), value }) - 1;
    return (leaf) => leaf(n);
  }
  const sub = () => expression(dice, leaves, depth - 1);
  switch (dice.below(10)) {
    case 0: {
      const inner = sub();
      const op = dice.pick(['-', '~', '!', '+']);
      return (leaf) => `(${op}${inner(leaf)})`;
    }
    case 1: {
      const inner = sub();
      const type = dice.pick(TYPES);
      return (leaf) => `((${type})${inner(leaf)})`;
    }
    case 2: {
      const [a, b, c] = [sub(), sub(), sub()];
      return (leaf) => `(${a(leaf)} ? ${b(leaf)} : ${c(leaf)})`;
    }
    default: {
      const op = dice.pick(BINARY);
      const [a, b] = [sub(), sub()];
      // Counts within the width and divisors that cannot trap: the rest is undefined or no constant.
      if (op === '<<' || op === '>>') return (leaf) => `(${a(leaf)} ${op} (${b(leaf)} & 31))`;
      if (op === '/' || op === '%') return (leaf) => `(${a(leaf)} ${op} ((${b(leaf)} & 0xff) | 1))`;
      return (leaf) => `(${a(leaf)} ${op} ${b(leaf)})`;
    }
  }
}

export function expressionProgram(seed: number): string {
  const dice = new Dice(seed);
  const leaves: Leaf[] = [];
  const shapes = Array.from({ length: PER_PROGRAM }, () => expression(dice, leaves, 1 + dice.below(4)));
  const literal = (n: number): string => `((${leaves[n].type})${leaves[n].value})`;
  const variable = (n: number): string => `v${n}`;
  const lines = [
    '#include "lab.h"',
    ...leaves.map(({ type, value }, n) => `static volatile ${type} v${n} = (${type})${value};`),
  ];
  lines.push(...shapes.map((shape, i) => `static const long long s${i} = (long long)${shape(literal)};`));
  lines.push('int main(void) {');
  shapes.forEach((shape, i) => {
    lines.push(`if ((long long)${shape(literal)} != (long long)${shape(variable)}) lab_out(${i});`);
    lines.push(`if (s${i} != (long long)${shape(variable)}) lab_out(${i} + 1000);`);
  });
  lines.push('return 0; }');
  return `${lines.join('\n')}\n`;
}

function disagreement(program: string): string | undefined {
  const { out, exit, ended } = runC(program, 5_000_000);
  if (out.length > 0) return `folded and computed differ in expressions ${out.join(', ')}`;
  return exit === 0 ? undefined : `the program ended otherwise: ${ended}`;
}

export const expressionKind: Kind = {
  missing: () => undefined,
  try(seed): Outcome {
    const program = expressionProgram(seed);
    const what = disagreement(program);
    if (what === undefined) return { kind: 'ok' };
    const stillWrong = (smaller: string): boolean => {
      try {
        return disagreement(smaller)?.startsWith('folded') === true;
      } catch {
        return false; // no valid program any more
      }
    };
    return { kind: 'wrong', what, program, stillWrong };
  },
};
