/**
 * Floating point in the C library against what is exact: printf against decimal expansions in whole numbers, strtod and scanf against
 * JavaScript's reading of numbers and against points just between two of them, math.h against values computed with 48 digits
 * (c/testdata/library/math-points.txt: function, arguments, correctly rounded result, as bits).
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { nextRandom, seedRandom } from './base/random.ts';
import { runLab } from './lab-testing.ts';

const mathPoints = readFileSync(fileURLToPath(new URL('c/testdata/library/math-points.txt', import.meta.url)), 'utf8');

/** Whole numbers below a limit, the same for a seed. */
function chance(seed: number): (limit: number) => number {
  const state = new Int32Array(4);
  seedRandom(state, 0, seed);
  return (limit) => nextRandom(state, 0) % limit;
}

const view = new DataView(new ArrayBuffer(8));

function bitsOf(x: number): bigint {
  view.setFloat64(0, x);
  return view.getBigUint64(0);
}

function doubleOf(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/** Runs a C program; its lines. */
function lines(app: string): string[] {
  const { report, console, end } = runLab({ app, config: { dialect: 'plain' } });
  expect(report.messages.filter((m) => m.severity === 'error')).toEqual([]);
  expect(end).toMatchObject({ kind: 'exit', status: 0 });
  return console.trimEnd().split('\n');
}

const HEADERS = '#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <math.h>\n';

// ---------------------------------------------------------------------------------------------- exact decimal text

/** |x| as up / down. */
function fraction(x: number): [bigint, bigint] {
  const bits = bitsOf(Math.abs(x));
  const field = Number(bits >> 52n);
  const m = field === 0 ? bits : (bits & 0xfffffffffffffn) | 0x10000000000000n;
  const e = Math.max(field, 1) - 1075;
  return e >= 0 ? [m << BigInt(e), 1n] : [m, 1n << BigInt(-e)];
}

/** up / down to the nearest whole number, halves to even. */
function nearest(up: bigint, down: bigint): bigint {
  const q = up / down;
  const rest = 2n * (up % down);
  return rest > down || (rest === down && q % 2n === 1n) ? q + 1n : q;
}

function fixed(x: number, places: number, alternate: boolean): string {
  const [up, down] = fraction(x);
  const digits = nearest(up * 10n ** BigInt(places), down)
    .toString()
    .padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return places > 0 ? `${whole}.${digits.slice(-places)}` : whole + (alternate ? '.' : '');
}

/** Digits (places + 1 of them) and exponent of 10. */
function scientific(x: number, places: number): [string, number] {
  const [up, down] = fraction(x);
  if (up === 0n) return ['0'.repeat(places + 1), 0];
  let e = up >= down ? (up / down).toString().length - 1 : -(down / up).toString().length;
  for (;;) {
    const shift = BigInt(places - e);
    const digits = (shift >= 0n ? nearest(up * 10n ** shift, down) : nearest(up, down * 10n ** -shift)).toString();
    if (digits.length === places + 1) return [digits, e];
    e += digits.length - places - 1;
  }
}

function exponential(x: number, places: number, alternate: boolean): string {
  const [digits, e] = scientific(x, places);
  const point = places > 0 || alternate ? '.' : '';
  return `${digits[0]}${point}${digits.slice(1)}e${e < 0 ? '-' : '+'}${String(Math.abs(e)).padStart(2, '0')}`;
}

function general(x: number, precision: number, alternate: boolean): string {
  const kept = precision === 0 ? 1 : precision;
  const [, e] = scientific(x, kept - 1);
  const text = e < -4 || e >= kept ? exponential(x, kept - 1, alternate) : fixed(x, kept - 1 - e, alternate);
  if (alternate) return text;
  return text.replace(/(\.\d*?)0+(e|$)/, '$1$2').replace(/\.(e|$)/, '$1');
}

interface Conversion {
  flags: string;
  width: number;
  precision: number | undefined;
  letter: string;
}

function formatted({ flags, width, precision, letter }: Conversion, x: number): string {
  const places = precision ?? 6;
  const alternate = flags.includes('#');
  const lower = letter.toLowerCase();
  const write = lower === 'f' ? fixed : lower === 'e' ? exponential : general;
  const isNegative = bitsOf(x) >> 63n === 1n;
  const sign = isNegative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  let body = Number.isFinite(x) ? write(x, places, alternate) : 'inf';
  if (letter !== lower) body = body.toUpperCase();
  if (flags.includes('-')) return (sign + body).padEnd(width);
  if (flags.includes('0') && Number.isFinite(x)) return sign + body.padStart(width - sign.length, '0');
  return (sign + body).padStart(width);
}

/** Doubles of every size, some that lie between two decimal ones, some special. */
function anyDouble(below: (n: number) => number): number {
  const special = [
    0,
    -0,
    0.5,
    1.5,
    2.5,
    0.125,
    1e15,
    9.5,
    99.95,
    0.0001,
    0.00001,
    123456789,
    5e-324,
    1.7976931348623157e308,
    Infinity,
  ];
  switch (below(5)) {
    case 0:
      return special[below(special.length)];
    case 1:
      return (below(2_000_001) - 1_000_000) / 1000;
    case 2:
      return (below(4097) - 2048) / 16;
    case 3:
      return below(1_000_000) * 10 ** (below(40) - 20);
    default: {
      const x = doubleOf((BigInt(below(2 ** 32)) << 32n) | BigInt(below(2 ** 32)));
      return Number.isNaN(x) ? 1 : x;
    }
  }
}

test('printf %f %e %g: exact, rounded once', () => {
  const below = chance(18);
  const cases = Array.from({ length: 500 }, () => {
    const flags = ['-', '+', ' ', '#', '0'].filter(() => below(5) === 0).join('');
    const width = below(3) === 0 ? below(30) : 0;
    const precision = below(4) === 0 ? undefined : below(10) === 0 ? below(120) : below(20);
    const conversion: Conversion = { flags, width, precision, letter: 'feEgGF'[below(6)] };
    return { conversion, x: anyDouble(below) };
  });
  const rows = cases.map(({ conversion: c, x }) => {
    const format = `%${c.flags}${c.width || ''}${c.precision === undefined ? '' : `.${c.precision}`}${c.letter}`;
    return `{"[${format}]\\n", 0x${bitsOf(x).toString(16)}ull},`;
  });
  const app = `${HEADERS}static const struct { const char *format; unsigned long long bits; } rows[] = {\n${rows.join('\n')}\n};
int main(void)
{
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        double x;
        memcpy(&x, &rows[i].bits, 8);
        printf(rows[i].format, x);
    }
    return 0;
}`;
  expect(lines(app)).toEqual(cases.map(({ conversion, x }) => `[${formatted(conversion, x)}]`));
});

// ---------------------------------------------------------------------------------------------- reading

/** The exact decimal text of a number between x and the next one, and that text a little larger and smaller. */
function between(x: number, down: bigint, up: bigint): string[] {
  const exact = (up * 10n ** 1100n) / down;
  const digits = exact.toString().replace(/0+$/, '');
  const e = exact.toString().length - 1 - 1100;
  const sign = x < 0 ? '-' : '';
  const text = (d: string) => `${sign}${d[0]}.${d.slice(1)}e${e}`;
  return [text(digits), text(`${digits}000000000000000000001`), text(`${(BigInt(digits) - 1n).toString()}9`)];
}

test('strtod and strtof: any number of digits, rounded once', () => {
  const below = chance(5);
  const texts = [
    '0x1.8p1',
    '0X.00000000000008p-1022',
    '0x1.fffffffffffff8p1023',
    'inf',
    '-Infinity',
    '1e400',
    '-1e-400',
    '4.9e-324',
    '2.4703282292062327e-324',
  ];
  const wanted = [3, 0, Infinity, Infinity, -Infinity, Infinity, -0, 5e-324, 0];
  const add = (text: string) => {
    texts.push(text);
    wanted.push(Number(text));
  };
  for (let i = 0; i < 120; i++) add(String(anyDouble(below)));
  for (let i = 0; i < 120; i++) {
    const digits = Array.from({ length: 1 + below(40) }, () => below(10)).join('');
    add(`${digits.slice(0, 3)}.${digits.slice(3)}e${below(680) - 340}`);
  }
  for (let i = 0; i < 60; i++) {
    const x = anyDouble(below);
    if (!Number.isFinite(x) || Math.abs(x) > 1e300) continue;
    const [a, b] = fraction(x);
    const [c, d] = fraction(doubleOf(bitsOf(Math.abs(x)) + 1n));
    for (const text of between(x, 2n * b * d, a * d + c * b)) add(text);
  }
  const app = `${HEADERS}static const char *texts[] = {\n${texts.map((t) => JSON.stringify(t)).join(',\n')}\n};
int main(void)
{
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        char *end;
        unsigned long long bits, scanned = 0;
        double x = strtod(texts[i], &end);
        memcpy(&bits, &x, 8);
        if (sscanf(texts[i], "%lf", (double *)&scanned) != 1 || scanned != bits)
            printf("scanf differs: ");
        printf("%llx %d\\n", bits, (int)strlen(end));
    }
    return 0;
}`;
  expect(lines(app)).toEqual(wanted.map((x) => `${bitsOf(x).toString(16)} 0`));
});

test('strtof rounds once, not by way of double', () => {
  const below = chance(9);
  const cases = Array.from({ length: 80 }, () => {
    const low = Math.fround(((below(2_000_000) + 1) / 7) * 2 ** (below(60) - 30));
    view.setFloat32(0, low);
    const bits = view.getUint32(0);
    view.setUint32(0, bits + 1);
    const next = view.getFloat32(0);
    const [a, b] = fraction(low);
    const [c, d] = fraction(next);
    const [exact, above, under] = between(low, 2n * b * d, a * d + c * b);
    return [
      [exact, bits + (bits & 1)],
      [above, bits + 1],
      [under, bits],
    ] as const;
  }).flat();
  const app = `${HEADERS}static const char *texts[] = {\n${cases.map(([t]) => JSON.stringify(t)).join(',\n')}\n};
int main(void)
{
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        float x = strtof(texts[i], NULL);
        unsigned bits;
        memcpy(&bits, &x, 4);
        printf("%u\\n", bits);
    }
    return 0;
}`;
  expect(lines(app)).toEqual(cases.map(([, bits]) => String(bits)));
});

// ---------------------------------------------------------------------------------------------- math.h

/** Units in the last place that may be missing; measured on thousands of points: at most 0.501, but for these. */
const MOST = 0;
const LOOSER: Record<string, number> = { erf: 1, erfc: 1, tgamma: 1, lgamma: 1 };

test('math.h: correctly rounded, but for a few functions that may be one unit off', () => {
  const points = mathPoints
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' '));
  const calls = points.map(([name, ...words]) => {
    const args = words.slice(0, -1).map((word) => `of(0x${word}ull)`);
    return `put(${name}(${args.join(', ')}));`;
  });
  const app = `${HEADERS}static double of(unsigned long long bits) { double x; memcpy(&x, &bits, 8); return x; }
static void put(double x) { unsigned long long bits; memcpy(&bits, &x, 8); printf("%llx\\n", bits); }
int main(void)
{
${calls.join('\n')}
return 0;
}`;
  const off = lines(app).flatMap((line, i) => {
    const [name, ...words] = points[i];
    const distance = Number(BigInt(`0x${line}`) - BigInt(`0x${words.at(-1)}`));
    return Math.abs(distance) > (LOOSER[name] ?? MOST) ? [`${name} ${words.join(' ')}: ${line}`] : [];
  });
  expect(off).toEqual([]);
});
