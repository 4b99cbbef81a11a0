import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex } from './lexer.ts';
import { preprocess } from './pp.ts';
import { profileDefines } from './profiles.ts';
import { Diagnostics, SourceManager, type Token } from './source.ts';

interface Run {
  tokens: Token[];
  diags: Diagnostics;
  sm: SourceManager;
}

function run(text: string, headers: Record<string, string> = {}, defines: string[] = []): Run {
  const sm = new SourceManager();
  const diags = new Diagnostics();
  const include = (name: string): { name: string; text: string; system: boolean } | undefined => {
    const key = name.toLowerCase();
    return headers[key] === undefined ? undefined : { name: key, text: headers[key], system: false };
  };
  const tokens = preprocess(sm.add('a.c', text, false), sm, diags, { include, defines });
  return { tokens, diags, sm };
}

/** Spellings joined by single blanks. */
function spell({ tokens }: Run): string {
  return tokens
    .filter((t) => t.kind !== 'eof')
    .map((t) => t.text)
    .join(' ');
}

function findings({ diags, sm }: Run): string[] {
  return diags.list.map((d) => `${sm.lineCol(d.span.file, d.span.start).line}: ${d.id}`);
}

describe('macros', () => {
  const cases: [what: string, input: string, expected: string][] = [
    ['object-like', '#define A 1 + 2\nA * A', '1 + 2 * 1 + 2'],
    ['no recursion', '#define A B\n#define B A\nA B', 'A B'],
    ['function-like without call', '#define f(x) x\nf; f (3)', 'f ; 3'],
    ['call over lines', '#define f(x,y) y x\nf(a\n,\nb)', 'b a'],
    ['nested call of itself', '#define f(x) [x]\nf(f(1))', '[ [ 1 ] ]'],
    ['painted name', '#define f(a) a*g\n#define g f\nf(2)(9)', '2 * f ( 9 )'],
    ['stringize', '#define s(x) #x\ns( a  "b\\n"  \'\\0\' )', '"a \\"b\\\\n\\" \'\\\\0\'"'],
    ['stringize expanded', '#define s(x) #x\n#define t(x) s(x)\n#define N 4\ns(N) ; t(N)', '"N" ; "4"'],
    ['paste', '#define p(a,b) a##b\np(x,1) p(,y) p(z,) p(+,=)', 'x1 y z +='],
    ['paste makes a macro', '#define p(a,b) a##b\n#define xy 7\np(x,y)', '7'],
    ['paste wide', '#define W(x) L##x\nW("a")', 'L"a"'],
    ['variadic', '#define v(...) f(__VA_ARGS__)\nv() v(1) v(1,2)', 'f ( ) f ( 1 ) f ( 1 , 2 )'],
    ['comma with ##', '#define v(f, ...) g(f, ##__VA_ARGS__)\nv(1) v(1,2)', 'g ( 1 ) g ( 1 , 2 )'],
    ['comma without ##', '#define v(f, ...) g(f, __VA_ARGS__)\nv(1) v(1,2)', 'g ( 1 ) g ( 1 , 2 )'],
    ['__VA_OPT__', '#define v(f, ...) g(f __VA_OPT__(,) __VA_ARGS__)\nv(1) v(1,2)', 'g ( 1 ) g ( 1 , 2 )'],
    ['named variadic', '#define v(a...) f(a)\nv(1,2)', 'f ( 1 , 2 )'],
    ['counter', '__COUNTER__ __COUNTER__', '0 1'],
    ['line and file', '\n#define L __LINE__\nL __FILE__', '3 "a.c"'],
    ['#line', '#line 50 "x.c"\n__LINE__ __FILE__', '50 "x.c"'],
    ['splice in a name', 'ab\\\ncd', 'abcd'],
    ['directive in arguments', '#define f(x) x\nf(1\n#if 0\n2\n#else\n3\n#endif\n)', '1 3'],
    ['macro gives a call across its end', '#define g f\n#define f(x) <x>\ng(1)', '< 1 >'],
    ['push_macro', '#define A 1\n#pragma push_macro("A")\n#undef A\n#define A 2\nA\n#pragma pop_macro("A")\nA', '2 1'],
    [
      'push_macro, also a macro',
      '#define push_macro x\n#define pop_macro y\n#define A 1\n#pragma push_macro("A")\n#undef A\n#pragma pop_macro("A")\nA',
      '1',
    ],
    ['__identifier', '__identifier(int)', 'int'],
  ];
  for (const [what, input, expected] of cases) {
    it(what, () => {
      const result = run(input);
      expect(spell(result)).toBe(expected);
      expect(findings(result)).toEqual([]);
    });
  }

  it('keeps the comma in a standard preprocessor', () => {
    expect(spell(run('#define v(f, ...) g(f, __VA_ARGS__)\nv(1)', {}, ['_MSVC_TRADITIONAL=0']))).toBe('g ( 1 , )');
  });

  it('remembers where a token came from', () => {
    const { tokens, sm } = run('#define IN(a) a + b\n#define OUT(a) IN(a)\nx = OUT(y);');
    const b = tokens.find((t) => t.text === 'b');
    const y = tokens.find((t) => t.text === 'y');
    expect(b?.expansion?.macro).toBe('IN');
    expect(b?.expansion?.parent?.macro).toBe('OUT');
    expect(b && sm.spanOf(b)).toEqual({ file: 0, start: 45, end: 51 });
    // An argument stands where it was written.
    expect(y && sm.spanOf(y)).toEqual({ file: 0, start: 49, end: 50 });
  });
});

describe('conditions', () => {
  const cases: [condition: string, truth: boolean][] = [
    ['1', true],
    ['0x10 == 16 && 010 == 8', true],
    ['defined A', true],
    ['defined(B) || !defined B', true],
    ['A == 3', true],
    ['B', false],
    ['-1 > 0u', true],
    ['(2 + 3) * 4 == 20 ? 1 : 0', true],
    ['0 && 1 / 0', false],
    ["'A' == 65", true],
    ['1 << 40 != 0', true],
    ['~0 == -1', true],
    ['__has_include(<h.h>) && !__has_include("no.h")', true],
    ['F(1, 2) == 3', true],
    ['__has_attribute(x)', false],
    ['0x80000000UI64 > 1', true],
  ];
  for (const [condition, truth] of cases) {
    it(condition, () => {
      const result = run(`#define A 3\n#define F(a,b) a+b\n#if ${condition}\nyes\n#else\nno\n#endif`, { 'h.h': '' });
      expect(findings(result)).toEqual([]);
      expect(spell(result)).toBe(truth ? 'yes' : 'no');
    });
  }

  it('takes one branch of a chain and skips nested groups', () => {
    const text = '#if 0\n#if 1\na\n#else\nb\n#endif\n#elif 1\nc\n#elif 1\nd\n#else\ne\n#endif\n#ifndef X\nf\n#endif';
    expect(spell(run(text))).toBe('c f');
  });

  it("does not look at text that is skipped: don't, @, 1.5x", () => {
    expect(findings(run('#if 0\ndon\'t @ 1.5x "\n#bogus\n#endif'))).toEqual([]);
  });
});

describe('literals', () => {
  const numbers: [text: string, value: bigint, type: string][] = [
    ['0', 0n, 'int'],
    ['2147483647', 2147483647n, 'int'],
    ['2147483648', 2147483648n, 'int64'],
    ['0x7fffffff', 0x7fffffffn, 'int'],
    ['0xffffffff', 0xffffffffn, 'uint'],
    ['0x100000000', 0x100000000n, 'int64'],
    ['0xffffffffffffffff', 0xffffffffffffffffn, 'uint64'],
    ['017', 15n, 'int'],
    ['0b101', 5n, 'int'],
    ['1u', 1n, 'uint'],
    ['1L', 1n, 'long'],
    ['1UL', 1n, 'ulong'],
    ['0xffffffffL', 0xffffffffn, 'ulong'],
    ['1LL', 1n, 'int64'],
    ['1llu', 1n, 'uint64'],
    ['1i64', 1n, 'int64'],
    ['0x40UI64', 64n, 'uint64'],
    ['5ui32', 5n, 'uint'],
    ["'A'", 65n, 'int'],
    ["'\\xff'", 0xffffffffffffffffn, 'int'],
    ["'ABCD'", 0x41424344n, 'int'],
    ["'\\101\\n'", 0x410an, 'int'],
    ["L'\\x263a'", 0x263an, 'ushort'],
    ["U'x'", 120n, 'uint'],
  ];
  for (const [text, value, type] of numbers) {
    it(text, () => {
      const result = run(text);
      expect(findings(result)).toEqual([]);
      expect([result.tokens[0].value, result.tokens[0].intType]).toEqual([value, type]);
    });
  }

  const strings: [text: string, unitSize: number, units: number[]][] = [
    ['"ab" "c"', 1, [97, 98, 99]],
    ['"\\x41" "1"', 1, [65, 49]],
    ['"é€"', 1, [0xc3, 0xa9, 0xe2, 0x82, 0xac]],
    ['L"é" "€"', 2, [0xe9, 0x20ac]],
    ['"é" L"x"', 2, [0xe9, 120]],
    ['L"😀"', 2, [0xd83d, 0xde00]],
    ['U"😀"', 4, [0x1f600]],
    ['u8"é"', 1, [0xc3, 0xa9]],
    ['"\\u20ac\\0"', 1, [0xe2, 0x82, 0xac, 0]],
  ];
  for (const [text, unitSize, units] of strings) {
    it(text, () => {
      const { tokens } = run(text);
      expect([tokens.length, tokens[0].unitSize, tokens[0].units]).toEqual([2, unitSize, units]);
    });
  }
});

describe('findings', () => {
  const cases: [text: string, expected: string[]][] = [
    ['a /* b', ['1: unterminated-comment']],
    ['"abc\nx', ['1: unterminated-string']],
    ["'a\nx", ['1: unterminated-char']],
    ["''", ['1: empty-char']],
    ['#if 1\nx', ['1: unterminated-if']],
    ['#endif', ['1: unmatched-directive']],
    ['#else', ['1: unmatched-directive']],
    ['#if 1\n#else\n#else\n#endif', ['3: unmatched-directive']],
    ['#if 1 +\n#endif', ['1: bad-if-expression']],
    ['#if 1 / 0\n#endif', ['1: bad-if-expression']],
    ['#include "gone.h"', ['1: include-not-found']],
    ['#include', ['1: bad-include']],
    ['#define f(x,y) x\nf(1)\nf(1,2,3)', ['2: macro-argument-count', '3: macro-argument-count']],
    ['#define f(x) x\nf(1', ['2: unterminated-macro-call']],
    ['#define f(x #\n', ['1: macro-parameters']],
    ['#define f(x) ## x', ['1: bad-macro-body']],
    ['#define f(x) #y', ['1: bad-macro-body']],
    ['#error out of cheese', ['1: error-directive']],
    ['#warning careful', ['1: warning-directive']],
    ['#incldue <a.h>', ['1: unknown-directive']],
    ['#define A 1\n#define A 2', ['2: macro-redefined']],
    ['#define A 1\n#define A 1', []],
    ['x = 1.5 + 2e3f + .5 + 0x1.8p3;', []],
    ['#if 1.5\n#endif', ['1: bad-if-expression']],
    ['1.5.2 1e 0x1.8 1.0q', ['1: bad-number', '1: bad-number', '1: bad-number', '1: bad-number']],
    ['09 1x 0x', ['1: bad-number', '1: bad-number', '1: bad-number']],
    ['0x1ffffffffffffffff', ['1: number-too-large']],
    ['“a”', ['1: stray-character']],
    ['“a', ['1: stray-character']],
    ['1 – 2', ['1: stray-character']],
    ['#include "gone.h', ['1: unterminated-string', '1: include-not-found']],
    ['#pragma pack(pop)', ['1: bad-pragma']],
    ['#pragma whatever(1, 2)\n#pragma region x', ['1: unknown-pragma']],
    ['"\\q"', ['1: bad-escape']],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => expect(findings(run(text))).toEqual(expected));

  it('suggests a header that exists', () => {
    const result = run('#include <ntdkd.h>', { 'ntddk.h': '' });
    expect(result.diags.list[0].text).toBe("the file 'ntdkd.h' was not found; did you mean 'ntddk.h'?");
  });

  it('shows the text of #error', () => {
    expect(run("#error don't do this").diags.list[0].text).toBe("#error: don't do this");
  });
});

describe('files and pragmas', () => {
  it('reads headers, once where they say so, also through a macro', () => {
    const headers = { 'a.h': '#pragma once\n#include "b.h"\na', 'b.h': '#ifndef B\n#define B\nb\n#endif' };
    const result = run('#define H <a.h>\n#include H\n#include "A.H"\n#include "b.h"\nmain', headers);
    expect(spell(result)).toBe('b a main');
    expect(result.sm.files.map((f) => f.name)).toEqual(['a.c', 'a.h', 'b.h']);
  });

  it('keeps track of packing', () => {
    const text =
      'a\n#pragma pack(push, 1)\nb\n#pragma pack(push, x, 4)\nc\n#pragma pack(pop, x)\nd\n#pragma pack(pop)\ne';
    const more = '\n__pragma(pack(2)) f _Pragma("pack()") g\n#define P pack(4)\n#pragma P\nh';
    const packs = run(text + more).tokens.map((t) => t.pack ?? 8);
    expect(packs.slice(0, -1)).toEqual([8, 1, 4, 1, 8, 2, 8, 4]);
  });

  it('keeps track of code segments and alloc_text', () => {
    const text =
      '#define PAGEDCODE code_seg("PAGE")\n#pragma PAGEDCODE\na\n#pragma code_seg()\nb\n#pragma alloc_text(INIT, f, g)';
    const { tokens } = run(text);
    expect(tokens.map((t) => t.segment)).toEqual(['PAGE', undefined, undefined]);
    expect([...(tokens.at(-1)?.segments ?? [])].map(([name, { segment }]) => [name, segment])).toEqual([
      ['f', 'INIT'],
      ['g', 'INIT'],
    ]);
  });

  it('stops headers that include themselves', () => {
    const result = run('#include "a.h"\nx', { 'a.h': '#include "a.h"\n#include "a.h"\n' });
    expect(result.diags.list.map((d) => d.id)).toEqual(['include-too-deep']);
  });

  it('takes defines and profiles', () => {
    expect(spell(run('X F(3) Y', {}, ['X', 'Y=2', 'F(a)=a+a']))).toBe('1 3 + 3 2');
    const driver = run('_KERNEL_MODE _MSC_VER _M_X64 NTDDI_VERSION', {}, profileDefines('driver'));
    expect(spell(driver)).toBe('1 1940 100 0x0A000010');
    expect(spell(run('_KERNEL_MODE', {}, profileDefines('user')))).toBe('_KERNEL_MODE');
  });
});

describe('bad input ends', () => {
  it('macros that double for ever', () => {
    let text = '#define m0 x x\n';
    for (let i = 1; i < 60; i++) text += `#define m${i} m${i - 1} m${i - 1}\n`;
    const result = run(`${text}m59`);
    expect(result.diags.list.map((d) => d.id)).toEqual(['expansion-too-large']);
  });

  it('calls nested deeply', () => {
    const result = run(`#define f(x) x\n${'f('.repeat(1000)}1${')'.repeat(1000)}`);
    expect(result.diags.list.map((d) => d.id)).toEqual(['macro-too-deep']);
  });

  it('#if nested ten thousand deep', () => {
    expect(run(`#if ${'('.repeat(10_000)}1`).diags.list.map((d) => d.id)).toContain('bad-if-expression');
  });

  const piece = fc.constantFrom(
    '#',
    '##',
    '#define ',
    'f(',
    ')',
    ',',
    'f',
    'A',
    '__VA_ARGS__',
    '...',
    '\n',
    '\\\n',
    '"',
    "'",
    '/*',
    '*/',
    '//',
    '#if ',
    '#else\n',
    '#endif\n',
    'defined ',
    '1',
    '0x',
    '1.5',
    ' ',
    '(',
    '#include "a.h"\n',
    '__pragma(',
    'pack(',
    'push',
    '#pragma ',
    '__COUNTER__',
    'é',
  );
  it('any mixture of pieces', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { tokens } = run(`#define f(x) x A\n#define A f\n${pieces.join('')}`, { 'a.h': '#define A 1\nf(' });
        expect(tokens.at(-1)?.kind).toBe('eof');
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('cutting is stable: tokens printed with blanks are the same tokens', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const first = lex(pieces.join('')).tokens.filter((t) => !t.unterminated && t.kind !== 'header');
        const again = lex(first.map((t) => t.text).join(' \t')).tokens;
        const same = again.filter((t) => t.kind !== 'header');
        expect(same.map((t) => t.text)).toEqual(first.map((t) => t.text));
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});
