import { describe, expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import type { Profile } from './profiles.ts';

/** `severity id` of all that is said. */
function graded(text: string, profile: Profile, name = 'a.c'): string[] {
  const { diagnostics } = analyze({
    sources: [{ name, text }],
    include: (header) => ({ name: header, text: 'typedef unsigned long DWORD;', system: true }),
    defines: [],
    profile,
  });
  return diagnostics.list.map(({ severity, id }) => `${severity} ${id}`);
}

describe('one finding, three dialects', () => {
  test.each<[string, string, [ms: string, c11: string, gnu: string]]>([
    ['implicit-declaration', 'int f(void) { return g(); }', ['warning', 'error', 'warning']],
    ['missing-header', 'int f(void) { return puts("x"); }', ['warning', 'warning', 'warning']],
    ['int-to-pointer', 'int *f(int i) { return i; }', ['warning', 'error', 'warning']],
    ['pointer-to-int', 'int f(int *p) { return p; }', ['warning', 'error', 'warning']],
    ['incompatible-pointer', 'char *f(long *p) { return p; }', ['warning', 'error', 'warning']],
    ['discards-qualifiers', 'char *f(const char *p) { return p; }', ['warning', 'error', 'warning']],
    ['too-many-arguments', 'int g(void); int f(void) { return g(1); }', ['warning', 'error', 'error']],
    ['return-with-value', 'void f(void) { return 1; }', ['warning', 'error', 'warning']],
    ['return-without-value', 'int f(int i) { if (i) return; return 1; }', ['warning', 'error', 'warning']],
    ['no-return', 'int f(void) { }', ['error', 'warning', 'warning']],
    ['void-return', 'void g(void); void f(void) { return g(); }', ['', 'warning', '']],
    ['extra-semicolon', 'struct S { int a;; };', ['', 'error', '']],
    ['empty-initializer', 'int a[2] = {};', ['', 'warning', '']],
    ['empty-array', 'int a[0];', ['error', 'warning', '']],
    ['empty-record', 'struct S { };', ['error', 'warning', '']],
    ['flexible-initializer', 'struct S { int n; int d[]; } s = { 1, { 2 } };', ['', 'warning', '']],
    ['incomplete-enum', 'enum E *p; enum E { A };', ['', 'warning', '']],
    ['char-too-long', "int x = 'abcde';", ['error', 'warning', 'warning']],
    ['too-many-initializers', 'union { int a, b; } x = { 1, 2 };', ['error', 'error', 'warning']],
  ])('%s: %s', (id, text, [ms, c11, gnu]) => {
    const said = (severity: string): string[] => (severity === '' ? [] : [`${severity} ${id}`]);
    expect(graded(text, 'driver')).toEqual(said(ms));
    expect(graded(`#include <windows.h>\n${text}`, 'plain')).toEqual(said(ms));
    expect(graded(`#include <stdlib.h>\n${text}`, 'plain')).toEqual(said(c11));
    expect(graded(text, 'user')).toEqual(said(c11));
    expect(graded(text, 'gnu')).toEqual(said(gnu));
  });
});

describe('a program shows for whom it was written', () => {
  const text = 'char *f(long *p) { return p; }';
  test.each<[string, string]>([
    ['a word of GNU compilers', 'static int g __attribute__((unused));'],
    ['an extension', '__extension__ typedef long long big;'],
    ['a statement in an expression', 'int g(int a) { return ({ int b = a; b; }); }'],
    ['the address of a label', 'void g(void) { void *p = &&end; goto *p; end:; }'],
  ])('%s: %s', (_, form) => {
    expect(graded(`${form}\n${text}`, 'plain')).toEqual(['warning incompatible-pointer']);
  });
  test('definitions in the old style', () => {
    const old = 'int g(a) int a; { return a; }';
    expect(graded(`${old}\n${text}`, 'plain')).toEqual([
      'warning old-style-definition',
      'warning incompatible-pointer',
    ]);
    const untyped = 'twice(int a) { return a + a; }';
    expect(graded(`${untyped}\n${text}`, 'plain')).toEqual(['warning implicit-int', 'warning incompatible-pointer']);
  });
  test('an operator with two operands is no sign of it', () => {
    const both = 'int g(int a, int b) { return (a) && b; }';
    expect(graded(`${both}\n${text}`, 'plain')).toEqual(['error incompatible-pointer']);
  });
});

test("bytes given to a function of the lab's headers are no error", () => {
  const text =
    '#include <string.h>\nint f(unsigned char *p, const void *q) { return strlen(p) + (memset(q, 0, 1) == 0); }';
  const { diagnostics } = analyze({
    sources: [{ name: 'a.c', text }],
    include: (header) => ({
      name: header,
      text: 'int strlen(const char *s);\nvoid *memset(void *p, int c, int n);',
      system: true,
    }),
    defines: [],
    profile: 'plain',
  });
  expect(diagnostics.list.map(({ severity, id }) => `${severity} ${id}`)).toEqual([
    'warning library-pointer-sign',
    'warning library-qualifiers',
  ]);
});
