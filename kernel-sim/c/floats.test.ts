/**
 * Floating point in the compiler: literals are rounded once, constants are what the machine would have made of them, and the machine makes what a
 * native compiler's program makes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runC } from '../vm/testing-c.ts';
import { parseFloatLiteral } from './literal-float.ts';
import { generateFloats } from './testing-floats.ts';

const view = new DataView(new ArrayBuffer(8));

function doubleOf(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}
function floatOf(bits: bigint): number {
  view.setUint32(0, Number(bits));
  return view.getFloat32(0);
}
function bitsOfDouble(x: number): bigint {
  view.setFloat64(0, x);
  return view.getBigUint64(0);
}

/** `0x1.8p+3` of a finite number without a sign, from its bits. */
function hexText(bits: bigint, fraction: number, bias: number): string {
  const field = Number(bits >> BigInt(fraction));
  const low = bits & ((1n << BigInt(fraction)) - 1n);
  // Whole hexadecimal digits behind the point.
  const digits = Math.ceil(fraction / 4);
  const text = (low << BigInt(digits * 4 - fraction)).toString(16).padStart(digits, '0');
  return `0x${field === 0 ? 0 : 1}.${text}p${(field || 1) - bias}`;
}

describe('literals', () => {
  const finite64 = fc.bigInt(0n, 0x7fefffffffffffffn);
  const finite32 = fc.bigInt(0n, 0x7f7fffffn);

  test('every double comes back from its shortest decimal, from many digits and from hexadecimal', () => {
    fc.assert(
      fc.property(finite64, (bits) => {
        const x = doubleOf(bits);
        const shortest = /[.e]/.test(String(x)) ? String(x) : `${x}.`;
        for (const text of [shortest, x.toExponential(25), hexText(bits, 52, 1023)])
          expect(parseFloatLiteral(text)).toEqual({ bits, float: 'double' });
      }),
      { numRuns: 500 },
    );
  });

  test('every float does', () => {
    fc.assert(
      fc.property(finite32, (bits) => {
        for (const text of [`${floatOf(bits).toExponential()}f`, `${hexText(bits, 23, 127)}F`])
          expect(parseFloatLiteral(text)).toEqual({ bits, float: 'float' });
      }),
      { numRuns: 500 },
    );
  });

  test('any digits and exponent round as the host rounds them', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 40n), fc.nat(40), fc.integer({ min: -400, max: 350 }), (digits, point, e) => {
        const padded = String(digits).padStart(point + 1, '0');
        const at = padded.length - point;
        const text = `${padded.slice(0, at)}.${padded.slice(at)}e${e}`;
        expect(parseFloatLiteral(text)?.bits, text).toBe(bitsOfDouble(Number(text)));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['1e400', 'double', 0x7ff0000000000000n],
    ['1e-400', 'double', 0n],
    ['1e999999999999', 'double', 0x7ff0000000000000n],
    ['0e999999999999', 'double', 0n],
    ['0x1p-999999999', 'double', 0n],
    ['1e39f', 'float', 0x7f800000n],
    ['3.40282357e38f', 'float', 0x7f800000n],
    ['3.40282356e38f', 'float', 0x7f7fffffn],
    ['1.L', 'ldouble', 0x3ff0000000000000n],
    // Halfway between two floats but for its last digit; by way of double it would round down.
    ['1.00000005960464477539062501f', 'float', 0x3f800001n],
  ])('%s', (text, float, bits) => {
    expect(parseFloatLiteral(text)).toEqual({ bits, float });
  });

  test.each(['1', '1f', '.', 'e5', '.e5', '1e', '1e+', '0x1.8', '0x.p1', '0xp1', '1.5ff', '1.5u', '1..5', '0b1.1'])(
    '%s is none',
    (text) => {
      expect(parseFloatLiteral(text)).toBeUndefined();
    },
  );
});

const BITS = 'static __int64 bits(double d) { __int64 b; memcpy(&b, &d, 8); return b; }';

describe('random expressions', () => {
  test('folding gives the bits that execution gives', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { variables, expressions } = generateFloats(seed, 40, 4);
      const all = expressions.map((e) => e.folded);
      const run = runC(`#include "lab.h"
${BITS}
${variables}
${expressions.map((e, i) => `static double s${i} = ${e.folded};`).join('\n')}
int main(void) {
${expressions.map((e, i) => `lab_out(bits(${e.folded})); lab_out(bits(s${i})); lab_out(bits(${e.run}));`).join('\n')}
return 0; }`);
      expect(run.exit).toBe(0);
      all.forEach((text, i) => {
        const [folded, initial, executed] = run.out
          .slice(3 * i, 3 * i + 3)
          .map((x) => BigInt.asUintN(64, x).toString(16));
        expect({ text, folded, initial }).toEqual({ text, folded: executed, initial: executed });
      });
    }
  });

  const native = nativeCompiler();
  test.skipIf(!native)(
    `execution gives what gcc's program gives${native ? '' : ' (mingw gcc or wine is missing)'}`,
    () => {
      const { variables, expressions } = generateFloats(1, 400, 4);
      // Which of two NaNs goes on depends on how a compiler orders operands.
      const body = `static void show(double d) { if (d != d) lab_out(-1); else lab_out(bits(d)); }
${variables}
int main(void) {
${expressions.map((e) => `show(${e.run});`).join('\n')}
return 0; }`;
      const ours = runC(`#include "lab.h"\n${BITS}\n${body}`).out.map(String);
      const theirs = runNative(`#include <stdio.h>
#include <string.h>
#define lab_out(x) printf("%I64d\\n", (__int64)(x))
${BITS}\n${body}`);
      expressions.forEach((e, i) => {
        expect({ text: e.run, bits: ours[i] }).toEqual({ text: e.run, bits: theirs[i] });
      });
    },
  );
});

function nativeCompiler(): boolean {
  try {
    for (const tool of ['x86_64-w64-mingw32-gcc', 'wine']) execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Lines that the program prints. */
function runNative(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lab-floats-'));
  try {
    const program = join(folder, 'test.exe');
    writeFileSync(join(folder, 'test.c'), text);
    execFileSync('x86_64-w64-mingw32-gcc', ['-O0', '-w', '-o', program, join(folder, 'test.c')]);
    const out = execFileSync('wine', [program], { env: { ...process.env, WINEDEBUG: '-all' }, maxBuffer: 1 << 26 });
    return out.toString().split(/\r?\n/);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
