/**
 * Random C expressions over numbers of every arithmetic type, for tests: as constants, which the compiler folds, and as volatile variables, which
 * the machine calculates with. Values sit where rounding, overflow and conversions change their minds.
 */
import { nextRandom, seedRandom } from '../base/random.ts';

interface GeneratedExpression {
  /** With constants only. */
  folded: string;
  /** The same with variables. */
  run: string;
}

interface GeneratedProgram {
  /** Definitions of the variables. */
  variables: string;
  expressions: GeneratedExpression[];
}

type Kind = 'int' | 'float';
interface Piece extends GeneratedExpression {
  kind: Kind;
}

const INTEGERS: readonly (readonly [string, readonly string[]])[] = [
  ['int', ['0', '1', '(-1)', '7', '(-2147483647-1)', '2147483647', '16777217', '123456789']],
  ['unsigned', ['0u', '1u', '4294967295u', '2147483648u', '4026531841u']],
  ['short', ['(short)-32768', '(short)255', '(short)-3']],
  ['unsigned char', ['(unsigned char)200', '(unsigned char)1']],
  ['signed char', ['(signed char)-128', '(signed char)127']],
  [
    '__int64',
    [
      '0ll',
      '(-1ll)',
      '9007199254740993ll',
      '(-9223372036854775807ll-1)',
      '9223372036854775807ll',
      '9223371761976868864ll',
    ],
  ],
  [
    'unsigned __int64',
    ['0ull', '18446744073709551615ull', '9223372036854775808ull', '9223372036854775809ull', '18446743523953737728ull'],
  ],
  ['_Bool', ['(_Bool)1', '(_Bool)0']],
];
const DOUBLES = [
  ...[
    '0.0',
    '(-0.0)',
    '1.0',
    '(-1.0)',
    '0.5',
    '1.5',
    '(-2.5)',
    '3.25',
    '0.1',
    '1e-3',
    '1e10',
    '1e18',
    '(-1e19)',
    '2147483647.5',
    '4294967296.0',
  ],
  ...[
    '(-2147483648.5)',
    '9223372036854774784.0',
    '9223372036854775808.0',
    '18446744073709549568.0',
    '1e300',
    '(-1e308)',
    '1e-300',
    '5e-324',
  ],
  ...[
    '2.2250738585072014e-308',
    '1.7976931348623157e308',
    '(1e308*10)',
    '(-1e308*10)',
    '(0.0/0.0)',
    '0x1.fffffep127',
    '0x1.ffffffp127',
    '0x1.000001p-126',
  ],
];
const FLOATS = [
  ...[
    '0.0f',
    '(-0.0f)',
    '1.0f',
    '0.1f',
    '(-2.5f)',
    '16777216.0f',
    '16777215.0f',
    '3.4e38f',
    '(-1e-45f)',
    '1.17549435e-38f',
    '2147483648.0f',
    '1e19f',
  ],
  ...['(1e38f*10)', '(-(1e38f*10))', '(0.0f/0.0f)', '0.333333343f', '9223371487098961920.0f'],
];
const INTEGER_TYPES = INTEGERS.map(([type]) => type);

/** `count` expressions, at most `depth` operators deep. */
export function generateFloats(seed: number, count: number, depth: number): GeneratedProgram {
  const variables: string[] = [];
  const state = new Int32Array(4);
  seedRandom(state, 0, seed);
  const below = (n: number): number => nextRandom(state, 0) % n;
  const pick = <T>(from: readonly T[]): T => from[below(from.length)];

  const leaf = (kind: Kind): Piece => {
    let type: string;
    let text: string;
    if (kind === 'int') {
      const [name, values] = pick(INTEGERS);
      type = name;
      text = pick(values);
    } else {
      type = below(3) === 0 ? 'float' : 'double';
      text = type === 'float' ? pick(FLOATS) : pick(DOUBLES);
      if (below(3) === 0) {
        const exponent = below(type === 'float' ? 60 : 400) - (type === 'float' ? 30 : 200);
        text = `0x1.${below(0x7fffffff).toString(16)}p${exponent}${type === 'float' ? 'f' : ''}`;
      }
    }
    const name = `v${variables.length}`;
    variables.push(`static volatile ${type} ${name} = ${text};`);
    return { folded: text, run: name, kind };
  };

  const both = (kind: Kind, parts: readonly Piece[], make: (texts: string[]) => string): Piece => ({
    kind,
    folded: make(parts.map((p) => p.folded)),
    run: make(parts.map((p) => p.run)),
  });

  const expression = (kind: Kind, left: number): Piece => {
    if (left === 0 || below(8) === 0) return leaf(kind);
    const inner = (k: Kind) => expression(k, left - 1);
    const any = () => inner(below(4) === 0 ? 'int' : 'float');
    if (kind === 'float') {
      switch (below(8)) {
        case 0:
          return both('float', [inner('float')], ([a]) => `(-${a})`);
        case 1: {
          const type = pick(['float', 'double']);
          return both('float', [any()], ([a]) => `((${type})${a})`);
        }
        case 2:
          return both('float', [any(), inner('float'), any()], ([c, a, b]) => `(${c} ? ${a} : ${b})`);
        default: {
          const op = pick(['+', '-', '*', '/']);
          const [a, b] = below(2) === 0 ? [inner('float'), any()] : [any(), inner('float')];
          return both('float', [a, b], ([x, y]) => `(${x} ${op} ${y})`);
        }
      }
    }
    switch (below(6)) {
      case 0: {
        const type = pick(INTEGER_TYPES);
        return both('int', [inner('float')], ([a]) => `((${type})${a})`);
      }
      case 1:
        return both('int', [any()], ([a]) => `(!${a})`);
      case 2: {
        const op = pick(['&&', '||']);
        return both('int', [any(), any()], ([a, b]) => `(${a} ${op} ${b})`);
      }
      case 3: {
        const op = pick(['+', '-', '*', '&', '|', '^']);
        return both('int', [inner('int'), inner('int')], ([a, b]) => `(${a} ${op} ${b})`);
      }
      default: {
        const op = pick(['<', '>', '<=', '>=', '==', '!=']);
        return both('int', [any(), any()], ([a, b]) => `(${a} ${op} ${b})`);
      }
    }
  };

  const expressions = Array.from({ length: count }, () => expression(below(3) === 0 ? 'int' : 'float', depth));
  return { variables: variables.join('\n'), expressions };
}
