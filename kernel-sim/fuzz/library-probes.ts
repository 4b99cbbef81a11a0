/**
 * Random calls of the C library, each the C text of a block that prints one line. What is printed must be defined by the C standard or by Microsoft's
 * documentation: signs instead of values where only the sign is, no order of equal elements. `~` before 16 digits says: bits of a
 * double that need not be correctly rounded.
 */
import type { Dice } from './kind.ts';
import { printProbe } from './library-printf.ts';
import { scanProbe } from './library-scanf.ts';
import { double, fewLetters, fractional, literal, numeral, repeat, untied, wholeNumber } from './library-values.ts';

/** What every program begins with. */
export const FRAME = `#include <ctype.h>
#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>
#include <wctype.h>
#ifdef __MINGW32__
__declspec(dllimport) void *__stdcall SetUnhandledExceptionFilter(long(__stdcall *)(void *));
__declspec(dllimport) void __stdcall ExitProcess(unsigned);
static long __stdcall crash(void *p) { ExitProcess(9); return 1; }
#endif
static void ignore(const wchar_t *e, const wchar_t *f, const wchar_t *g, unsigned l, uintptr_t r) {}
static double B(unsigned long long bits) { double d; memcpy(&d, &bits, 8); return d; }
static unsigned long long D(double d) { unsigned long long bits; memcpy(&bits, &d, 8); return d != d ? 0x7ff8000000000000ULL : bits; }
static unsigned F(float f) { unsigned bits; memcpy(&bits, &f, 4); return f != f ? 0x7fc00000u : bits; }
static void show(const char *s, size_t n) {
  size_t i;
  putchar('[');
  for (i = 0; i < n; i++) { if (s[i] >= 32 && s[i] < 127) putchar(s[i]); else printf("<%02x>", (unsigned char)s[i]); }
  putchar(']');
}
static void wide(const wchar_t *s, size_t n) {
  size_t i;
  putchar('[');
  for (i = 0; i < n; i++) { if (s[i] >= 32 && s[i] < 127) putchar((char)s[i]); else printf("<%04x>", s[i]); }
  putchar(']');
}
static int sign(int n) { return (n > 0) - (n < 0); }
static int by_int(const void *a, const void *b) { int x = *(const int *)a, y = *(const int *)b; return (x > y) - (x < y); }
static int at(const void *p, const void *s) { return p ? (int)((const char *)p - (const char *)s) : -1; }
`;

function strtoProbe(dice: Dice): string {
  // Wine negates even the greatest value, which stands for a number that is too big.
  const written = numeral(dice).replace(/-(?=\w{6})/, '');
  const text = literal(written);
  const base = dice.pick([0, 0, 0, 2, 8, 10, 10, 10, 16, 16, 36, 3, 7, 35]);
  const [name, format] = dice.pick([
    ['strtol', '%ld'],
    ['strtoul', '%lu'],
    ['strtoll', '%I64d'],
    ['strtoull', '%I64u'],
  ]);
  if (dice.once(4)) {
    const wide = name.replace('str', 'wcs');
    return `static const wchar_t t[] = L${text}; wchar_t *e; errno = 0; printf("${format} ", ${wide}(t, &e, ${base})); printf("%d %d", at(e, t), errno);`;
  }
  return `static const char t[] = ${text}; char *e; errno = 0; printf("${format} ", ${name}(t, &e, ${base})); printf("%d %d", at(e, t), errno);`;
}

function strtodProbe(dice: Dice): string {
  const text = literal(fractional(dice));
  switch (dice.below(5)) {
    case 0:
      return `static const char t[] = ${text}; char *e; errno = 0; printf("%08x ", F(strtof(t, &e))); printf("%d %d", at(e, t), errno);`;
    case 1:
      return `static const wchar_t t[] = L${text}; wchar_t *e; errno = 0; printf("%016I64x ", D(wcstod(t, &e))); printf("%d %d", at(e, t), errno);`;
    case 2:
      return `printf("%016I64x", D(atof(${text})));`;
    default:
      return `static const char t[] = ${text}; char *e; errno = 0; printf("%016I64x ", D(strtod(t, &e))); printf("%d %d", at(e, t), errno);`;
  }
}

/** A size of a small buffer, but not `exact`. */
function roomBut(dice: Dice, exact: number): number {
  const room = 5 + dice.below(12);
  return room === exact ? room + 1 : room;
}

function stringProbe(dice: Dice): string {
  const [long, short] = [fewLetters(dice, 12), fewLetters(dice, 4)];
  const [a, b] = [literal(long), literal(short)];
  const n = dice.below(14);
  const c = dice.pick(["'a'", "'B'", "','", '0', "'z'", "'b' + 256"]);
  const wide = dice.once(3);
  const [t, l, s] = wide ? ['wchar_t', 'L', 'wcs'] : ['char', '', 'str'];
  const unit = wide ? 2 : 1;
  const print = wide ? 'wide' : 'show';
  const frame = (body: string): string =>
    `static const ${t} a[] = ${l}${a}, b[] = ${l}${b}; ${t} o[32]; memset(o, '#', sizeof(o)); ${body}`;
  const other = (narrow: string, broad: string): string => (wide ? broad : narrow);
  switch (dice.below(16)) {
    case 0:
      return frame(`printf("%d %d", sign(${s}cmp(a, b)), sign(${s}ncmp(a, b, ${n})));`);
    case 1:
      return frame(
        `printf("%d %d", sign(${other('_stricmp', '_wcsicmp')}(a, b)), sign(${other('_strnicmp', '_wcsnicmp')}(a, b, ${n})));`,
      );
    case 2:
      return frame(`printf("%d %d", at(${s}chr(a, ${c}), a), at(${s}rchr(a, ${c}), a));`);
    case 3:
      // Wine finds no empty text in an empty wide one.
      return frame(`printf("%d", at(${s}str(a, ${long === '' ? `${l}"a"` : 'b'}), a));`);
    case 4:
      return frame(`printf("%d %d %d", (int)${s}spn(a, b), (int)${s}cspn(a, b), at(${s}pbrk(a, b), a));`);
    case 5:
      return frame(`${s}ncpy(o, a, ${n}); ${print}(o, 20);`);
    case 6:
      return frame(`${s}cpy(o, b); ${s}ncat(o, a, ${n}); ${print}(o, 20);`);
    case 7:
      return frame(
        `printf("%d %d", (int)${s}nlen(a, ${n}), at(${other('memchr', 'wmemchr')}(a, ${c}, sizeof(a) / ${unit}), a));`,
      );
    case 8:
      return frame(
        `${t} *p, *c = NULL; ${s}cpy(o, a); for (p = ${other('strtok_s', 'wcstok_s')}(o, b, &c); p; p = ${other('strtok_s', 'wcstok_s')}(NULL, b, &c)) ${print}(p, ${s}len(p)); printf("%d", at(c, o));`,
      );
    case 9:
      return frame(
        `${s}cpy(o, a); ${dice.pick(wide ? ['_wcsrev(o)', '_wcslwr(o)', '_wcsupr(o)', "_wcsset(o, L'q')", `_wcsnset(o, L'q', ${n})`] : ['_strrev(o)', '_strlwr(o)', '_strupr(o)', "_strset(o, 'q')", `_strnset(o, 'q', ${n})`])}; ${print}(o, 16);`,
      );
    case 10:
      // Wine's strncpy_s leaves errno alone, and a buffer of size 0 is nothing to it.
      return frame(
        dice.pick([
          `printf("%d ", (int)${s}ncpy_s(o, ${1 + dice.below(11)}, a, ${dice.pick([n, '_TRUNCATE'])})); ${print}(o, ${s}nlen(o, 12));`,
          `errno = 0; printf("%d ", (int)${s}cpy_s(o, ${dice.below(16)}, a)); ${print}(o, ${s}nlen(o, 12)); printf(" %d", errno);`,
        ]),
      );
    case 11:
      // Wine's wcscat_s leaves errno alone, its strncat_s takes what just fits for cut off.
      return frame(
        `errno = 0; ${s}cpy(o, b); printf("%d ", (int)${s}${dice.pick([`ncat_s(o, ${5 + dice.below(12)}, a, ${n})`, `ncat_s(o, ${roomBut(dice, short.length + long.length + 1)}, a, _TRUNCATE)`, `cat_s(o, ${5 + dice.below(12)}, a)`])}); ${print}(o, ${s}nlen(o, 12));${wide ? '' : ' printf(" %d", errno);'}`,
      );
    case 12:
      return wide
        ? `static const wchar_t a[] = L${a}; char o[32]; size_t n = 0; memset(o, '#', 32); errno = 0; printf("%d ", (int)wcstombs_s(&n, o, ${1 + dice.below(14)}, a, ${dice.pick([String(n), '_TRUNCATE'])})); printf("%d %d ", (int)n, errno); show(o, strnlen(o, 16));`
        : `static const char a[] = ${a}; wchar_t o[32]; size_t n = 0; memset(o, '#', 64); errno = 0; printf("%d ", (int)mbstowcs_s(&n, o, ${1 + dice.below(14)}, a, ${dice.pick([String(n), '_TRUNCATE'])})); printf("%d %d ", (int)n, errno); wide(o, wcsnlen(o, 16));`;
    case 13:
      return frame(
        `memcpy(o, a, sizeof(a)); memmove(o + ${dice.below(8)}, o + ${dice.below(8)}, ${n}); ${print}(o, 24);`,
      );
    case 14:
      return wide
        ? `static const wchar_t a[] = L${a}; char o[32]; memset(o, '#', 32); printf("%d ", (int)wcstombs(o, a, ${n})); show(o, 16);`
        : `static const char a[] = ${a}; wchar_t o[32]; memset(o, '#', 64); printf("%d ", (int)mbstowcs(o, a, ${n})); wide(o, 16);`;
    default:
      return `static const char a[] = ${a}, b[] = ${b}; char o[32]; memset(o, '#', 32); printf("%d %d %d ", sign(memcmp(a, b, ${dice.below(2)} + sizeof(b) - 1)), sign(_memicmp(a, b, sizeof(b) - 1)), at(_memccpy(o, a, ${c}, ${n} < sizeof(a) ? ${n} : sizeof(a)), o)); show(o, 16);`;
  }
}

const CTYPE = ['alnum', 'alpha', 'cntrl', 'digit', 'graph', 'lower', 'print', 'punct', 'space', 'upper', 'xdigit'];

function ctypeProbe(dice: Dice): string {
  const first = dice.below(260) - 1;
  const name = dice.pick(CTYPE);
  const char = (f: string) => `int c; for (c = ${first}; c < ${Math.min(first + 40, 256)}; c++) ${f}`;
  switch (dice.below(4)) {
    case 0:
      return char(`putchar(is${name}(c) ? '1' : '0');`);
    case 1:
      return char('printf("%x ", tolower(c));');
    case 2:
      return char('printf("%x ", toupper(c));');
    default: {
      const low = dice.below(88);
      return `int c; for (c = ${low}; c < ${low + 40}; c++) printf("%d%x%x ", isw${name}((wint_t)c) != 0, towlower((wint_t)c), towupper((wint_t)c));`;
    }
  }
}

function sortProbe(dice: Dice): string {
  const values = repeat(dice, 24, () => `${dice.below(40) - 10}, `);
  return `static int v[] = {${values}${dice.below(40)}}; int i, k = ${dice.below(40) - 10}, n = sizeof(v) / sizeof(v[0]), *p; qsort(v, n, sizeof(v[0]), by_int); for (i = 0; i < n; i++) printf("%d ", v[i]); p = bsearch(&k, v, n, sizeof(v[0]), by_int); printf("%d", p ? *p : -99);`;
}

const SHOW_TIME =
  'printf("%d-%d-%d %d:%d:%d w%d y%d d%d", t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst);';

function timeProbe(dice: Dice): string {
  // Far from the beginning of 1970: moments before it are refused.
  const near = (low: number, high: number): number =>
    dice.once(4) ? dice.below(800) - 400 : low + dice.below(high - low + 1);
  const fields = [near(0, 59), near(0, 59), near(0, 23), near(1, 31), near(0, 11), 120 + dice.below(200), 0, 0, 0];
  const moment = dice.once(2) ? dice.below(2 ** 31) : dice.below(2 ** 31) * 12;
  switch (dice.below(4)) {
    case 0:
      return `struct tm t = {${fields.join(', ')}}; printf("%I64d ", (long long)_mkgmtime(&t)); ${SHOW_TIME}`;
    case 1:
      return `struct tm t = {${fields.join(', ')}}; printf("%I64d ", (long long)mktime(&t)); ${SHOW_TIME}`;
    case 2:
      return `time_t s = ${moment}LL; struct tm t = {0}; printf("%d ", gmtime_s(&t, &s)); ${SHOW_TIME} printf(" %.24s", asctime(&t));`;
    default: {
      const letters = repeat(
        dice,
        5,
        () => `%${dice.once(6) ? '#' : ''}${dice.pick([...'aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyY%'])}|`,
      );
      return `time_t s = ${moment}LL; struct tm t = *gmtime(&s); char o[200]; size_t n = strftime(o, ${dice.once(6) ? dice.below(30) : 200}, ${literal(letters)}, &t); printf("%d ", (int)n); if (n) show(o, n);`;
    }
  }
}

const EXACT_ONE = ['floor', 'ceil', 'trunc', 'round', 'rint', 'nearbyint', 'sqrt', 'fabs', 'logb'];
const EXACT_TWO = ['fmod', 'remainder', 'nextafter', 'copysign', 'fdim', 'fmax', 'fmin'];
const TRIGONOMETRIC = ['sin', 'cos', 'tan'];
const NEAR_ONE =
  `asin acos atan sinh cosh tanh asinh acosh atanh exp exp2 expm1 log log2 log10 log1p cbrt erf erfc`.split(' ');
const NEAR_TWO = ['pow', 'atan2', 'hypot'];

function mathProbe(dice: Dice): string {
  const [a, b] = [double(dice), double(dice)];
  switch (dice.below(9)) {
    case 0:
    case 1:
      // Wine rounds the root of the greatest number up.
      return `printf("%016I64x", D(${dice.pick(EXACT_ONE)}(${a.replace('7fefffffffffffff', '7feffffffffffffe')})));`;
    case 2:
      return `printf("%016I64x", D(${dice.pick(EXACT_TWO)}(${a}, ${b})));`;
    case 3:
      return dice.pick([
        `int e = 0; printf("%016I64x ", D(frexp(${a}, &e))); printf("%d", isfinite(${a}) ? e : 0);`,
        `double i; printf("%016I64x ", D(modf(${a}, &i) + 0.0)); printf("%016I64x", D(i));`,
        `printf("%016I64x", D(ldexp(${a}, ${dice.below(2400) - 1200})));`,
        `printf("%016I64x", D(scalbn(${a}, ${dice.below(240) - 120})));`,
        `int q; printf("%016I64x", D(remquo(${a}, ${b}, &q)));`,
        `printf("%016I64x", D(fma(${a}, ${b}, ${double(dice)})));`,
      ]);
    case 4: {
      const small = `B(0x${(0x4000000000000000n | (BigInt(dice.below(2 ** 28)) << 25n) | BigInt(dice.below(2 ** 25))).toString(16)}ULL)`;
      return `printf("%ld %I64d %ld %d", lrint(${dice.pick(['', '-'])}${small}), llround(${small}), lround(-${small}), ilogb(${a}));`;
    }
    case 5:
      return `printf("~%016I64x", D(${dice.pick(NEAR_TWO)}(${a}, ${b})));`;
    case 6:
      return `printf("%08x %08x", F(${dice.pick(EXACT_ONE)}f((float)${a})), F(${dice.pick(['fmod', 'copysign', 'fmax', 'fmin', 'nextafter'])}f((float)${a}, (float)${b})));`;
    case 7:
      // Wine's library is wrong about greater angles.
      return `printf("~%016I64x", D(${dice.pick(TRIGONOMETRIC)}(fmod(${a}, 8))));`;
    default: {
      // Wine's exp2 ends at 512, and its compiler's log2 of -0.0 is positive.
      const name = dice.pick(NEAR_ONE);
      const fit = name === 'exp2' ? `fmod(${a}, 512)` : name === 'log2' ? `${a} + 0.0` : a;
      return `printf("~%016I64x", D(${name}(${fit})));`;
    }
  }
}

function textOfNumberProbe(dice: Dice): string {
  const value = wholeNumber(dice);
  const radix = dice.pick([2, 8, 10, 10, 16, 36, 7]);
  const size = dice.below(20);
  const name = dice.pick(['_itoa', '_ltoa', '_ultoa', '_i64toa']);
  switch (dice.below(5)) {
    case 0: {
      const wide = name.replace(/a$/, 'w');
      return `wchar_t o[80]; ${wide}(${value}, o, ${radix}); wide(o, wcslen(o));`;
    }
    case 1:
      return `char o[80] = "#"; errno = 0; printf("%d ", (int)${name}_s(${value}, o, ${size}, ${radix})); show(o, strlen(o)); printf(" %d", errno);`;
    case 2:
      return `char o[80]; _gcvt(${untied(dice)}, ${1 + dice.below(17)}, o); show(o, strlen(o));`;
    case 3: {
      const [f, n] = dice.pick([
        ['_ecvt', 1 + dice.below(15)],
        ['_fcvt', dice.below(8)],
      ]);
      return `int p = 0, s = 0; char *o = ${f}(${1 + dice.below(2 ** 31)} / 1000.0, ${n}, &p, &s); show(o, strlen(o)); printf(" %d %d", p, s);`;
    }
    default:
      return `char o[80]; ${name}(${value}, o, ${radix}); show(o, strlen(o));`;
  }
}

function otherProbe(dice: Dice): string {
  switch (dice.below(5)) {
    case 0:
      return `int i; srand(${dice.below(2 ** 31)}); for (i = 0; i < 6; i++) printf("%d ", rand());`;
    case 1: {
      const [a, b] = [`(long long)${wholeNumber(dice)}`, dice.pick(['7', '-7', '3', '1000'])];
      return `lldiv_t d = lldiv(${a}, ${b}); ldiv_t l = ldiv((long)${a}, ${b}); printf("%I64d %I64d %ld %ld", d.quot, d.rem, l.quot, l.rem);`;
    }
    case 2:
      return `printf("%d %ld %I64d %I64d", atoi(${literal(numeral(dice))}), atol(${literal(numeral(dice))}), atoll(${literal(numeral(dice))}), _wtoi64(L${literal(String(dice.below(2 ** 31)))}));`;
    case 3:
      return `printf("%d %d %d", isnan(${double(dice)}) != 0, isinf(${double(dice)}) != 0, signbit(${double(dice)}) != 0);`;
    default:
      return `unsigned long long v = ${wholeNumber(dice)}; printf("%I64x %lx %x %x", _byteswap_uint64(v), _byteswap_ulong((unsigned long)v), _rotl((unsigned)v, ${dice.below(40)}), _rotr((unsigned)v, ${dice.below(40)}));`;
  }
}

const PROBES: readonly ((dice: Dice) => string)[] = [
  printProbe,
  printProbe,
  printProbe,
  scanProbe,
  scanProbe,
  strtoProbe,
  strtodProbe,
  stringProbe,
  stringProbe,
  ctypeProbe,
  sortProbe,
  timeProbe,
  mathProbe,
  mathProbe,
  textOfNumberProbe,
  otherProbe,
];

export function randomProbes(dice: Dice, count: number): string[] {
  return Array.from({ length: count }, () => dice.pick(PROBES)(dice));
}
