/** Rules that hold for every expression: C's arithmetic, plain errors for any text, and that looking changes nothing. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluateConstants } from '../c/layouts.ts';
import { generateFloats } from '../c/testing-floats.ts';
import { appWith, driverWith } from '../lab-testing.ts';
import { type Stopped, stopAt } from '../lab-testing-marker.ts';
import { DebugError } from './error.ts';
import { evaluate, evaluateText } from './expression.ts';
import { printType } from './types.ts';

let at: Stopped;
beforeAll(() => {
  at = stopAt({
    driver: driverWith('ULONG n = 5; CHAR text[8] = "abc"; /*HERE*/ n += text[0]; return Complete(Irp, n, 0);'),
    app: appWith('DeviceIoControl(h, IOCTL_LAB(1), 0, 0, 0, 0, &got, 0);'),
  });
});

const TYPES = ['char', 'signed char', 'unsigned char', 'short', 'unsigned short', 'int', 'unsigned int', 'long'];
const WIDE_TYPES = ['unsigned long', '__int64', 'unsigned __int64', 'long long', '_Bool'];

const literal = fc.oneof(
  fc
    .tuple(
      fc.oneof(fc.integer({ min: 0, max: 300 }), fc.maxSafeNat()),
      fc.constantFrom('', 'u', 'l', 'ul', 'll', 'ull', 'i64'),
    )
    .map(([n, suffix]) => `${n}${suffix}`),
  fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map((n) => `0x${n.toString(16)}`),
  fc.constantFrom("'A'", "L'x'", "'\\n'", '0x7fffffff', '0x80000000', '0xffffffff', '2147483648', '010'),
  fc.constantFrom(...TYPES, ...WIDE_TYPES).map((type) => `sizeof(${type})`),
);

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: 'large', withCrossShrink: true },
    literal,
    fc.tuple(fc.constantFrom('-', '+', '~', '!'), tie('expression')).map(([op, a]) => `${op}(${a})`),
    fc.tuple(fc.constantFrom(...TYPES, ...WIDE_TYPES), tie('expression')).map(([type, a]) => `(${type})(${a})`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom(...'+ - * / % << >> & | ^ == != < > <= >= && ||'.split(' ')),
        tie('expression'),
      )
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
    // Without parentheses: what binds tighter is C's table.
    fc
      .tuple(
        literal,
        fc.constantFrom(...'+ - * & | ^ == < && ||'.split(' ')),
        literal,
        fc.constantFrom('+', '*', '>>', '|', '>='),
        literal,
      )
      .map((parts) => parts.join(' ')),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
  ),
}));

describe('expressions', () => {
  test('of numbers are what the C front end folds them to, type and value', () => {
    fc.assert(
      fc.property(fc.array(expression, { minLength: 60, maxLength: 60 }), (texts) => {
        const options = { include: () => undefined, defines: [], profile: 'plain' as const, preamble: '' };
        const known = evaluateConstants(options, texts);
        for (const text of texts) {
          const constant = known.get(text);
          const own = tryEvaluate(text);
          if (constant) expect(`${text} = ${own}`).toBe(`${text} = ${constant.value} ${constant.type}`);
        }
        expect(known.size).toBeGreaterThan(0);
      }),
      { numRuns: 25, seed: 31 },
    );
  });

  test('of floating-point numbers too', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { expressions } = generateFloats(seed, 60, 4);
      const texts = expressions.flatMap(({ folded }) => [`(__int64)(${folded})`, `(${folded}) < 0.75f`, `!${folded}`]);
      const options = { include: () => undefined, defines: [], profile: 'plain' as const, preamble: '' };
      const known = evaluateConstants(options, texts);
      for (const text of texts) {
        const constant = known.get(text);
        expect(`${text} = ${tryEvaluate(text)}`).toBe(`${text} = ${constant?.value} ${constant?.type}`);
      }
    }
  });

  test('of any text give a value or a DebugError with its place inside the text', () => {
    const pieces =
      'n text Irp Stack -> . [ ] ( ) * & + - / % ? : , ! ~ == << sizeof struct _IRP PIRP ULONG @rip $thread 0x10 1 lab! nt! ` \' " # $ @ \\ = ++ CONTAINING_RECORD NT_SUCCESS KeInitializeEvent'.split(
        ' ',
      );
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((words) => words.join(' ')),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        try {
          evaluateText(input, at.context);
        } catch (e) {
          if (!(e instanceof DebugError)) throw e;
          expect(e.message).not.toBe('');
          const { start, end } = e.span ?? { start: 0, end: 0 };
          expect(start >= 0 && start <= end && end <= input.length).toBe(true);
        }
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  test('change nothing in the machine, whatever they look at', () => {
    const { k, context } = at;
    const before = k.machine.stateHash();
    const address = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
    const looked = fc.oneof(
      address.map((a) => `*(ULONG64 *)0x${a.toString(16)}`),
      fc.nat(0xffffff).map((a) => `*(IRP *)(0xFFFFE00000000000 + ${a})`),
      fc.nat(0x4000).map((a) => `*(KTHREAD *)(@rsp + ${a})`),
      fc.nat(60).map((i) => `Irp[${i}].Tail.Overlay`),
      fc.constantFrom(
        '*Irp',
        '*DeviceObject->DriverObject',
        '*$thread',
        '*$process',
        '*$peb',
        'text',
        'Stack->Parameters',
      ),
    );
    fc.assert(
      fc.property(looked, (text) => {
        try {
          evaluateText(text, context);
        } catch (e) {
          if (!(e instanceof DebugError)) throw e;
        }
      }),
      { numRuns: 500, seed: 3 },
    );
    expect(k.machine.stateHash()).toBe(before);
  });

  test('that are deep or long are refused, not crashed over', () => {
    for (const text of [
      '('.repeat(900),
      '-'.repeat(1),
      `${'- '.repeat(900)}1`,
      '!'.repeat(900),
      `${'1+'.repeat(999)}1`,
      '1?'.repeat(500),
      'a.'.repeat(900),
      `${'*'.repeat(900)}n`,
      `${'(char)'.repeat(300)}1`,
      '1'.repeat(5000),
    ]) {
      try {
        evaluateText(text, at.context);
      } catch (e) {
        expect(e).toBeInstanceOf(DebugError);
      }
    }
  });
});

function tryEvaluate(text: string): string {
  try {
    const v = evaluate(text, at.context);
    return `${v.value} ${v.type.kind === 'int' && v.type.name === 'size_t' ? 'unsigned long long' : printType(v.type)}`;
  } catch (e) {
    if (e instanceof DebugError) return e.message;
    throw e;
  }
}
