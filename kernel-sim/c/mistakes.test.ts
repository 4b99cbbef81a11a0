/**
 * Typical mistakes of people who learn C and drivers: each is told once, near its place, in words that help, and causes no further findings.
 */
import { describe, expect, test } from 'vitest';
import { build } from './index.ts';

const HEADERS: Record<string, string> = {
  'stdio.h': 'int printf(const char *f, ...); int scanf(const char *f, ...);\n#define LIMIT_OF_FILES 20',
  'sal.h': '#define _Must_inspect_result_ __declspec(must_inspect)',
  'string.h': 'void *memset(void *p, int c, unsigned long long n); int puts(const char *s);',
  'ntddk.h': 'typedef long NTSTATUS; typedef unsigned long ULONG; unsigned long DbgPrint(const char *f, ...);',
  'windows.h': 'typedef unsigned long DWORD;',
};

const PROVIDED = [
  ...['printf', 'scanf', 'strlen', 'memset', 'get', 'floor', 'DbgPrint'],
  ...['Create', 'ZwClose', 'KeWaitForSingleObject', 'Count', 'Number'],
];

type Profile = 'plain' | 'driver';

/** `line severity id: text` of everything said about a unit; system headers are the ones above. */
function said(text: string, profile: Profile = 'plain'): string[] {
  const { diagnostics, sources } = build({
    name: profile === 'driver' ? 'a.sys' : 'a.exe',
    kind: profile === 'driver' ? 'sys' : 'exe',
    sources: [{ name: 'a.c', text }],
    include: (name) => (HEADERS[name] === undefined ? undefined : { name, text: HEADERS[name], system: true }),
    defines: [],
    profile,
    libraries: [{ image: 'msvcrt.dll', exports: PROVIDED }],
    entry: profile === 'driver' ? 'DriverEntry' : 'main',
  });
  return diagnostics.list.map(
    ({ severity, id, text, span }) => `${sources.lineCol(span.file, span.start).line} ${severity} ${id}: ${text}`,
  );
}

const main = (body: string): string => `#include <stdio.h>\nint main(void)\n{\n${body}\nreturn 0;\n}\n`;

describe('what cannot be read costs one finding', () => {
  test.each<[string, string[]]>([
    ['int a = 3 @ 4;', ["4 error stray-character: the character '@' has no meaning in C"]],
    [
      'printf(\u201chello\u201d);',
      ['4 error stray-character: these are typographic quotes; C needs plain ones: "..."'],
    ],
    [
      'int b = 5 \u2013 3;',
      ["4 error stray-character: the character '\u2013' (U+2013) has no meaning in C; did you mean - ?"],
    ],
    [
      '\udcc1 \udcea \u0001',
      ['4 error stray-character: the byte 0xC1 is no character of C: this file is not plain text in UTF-8'],
    ],
    ['/* and so on', ["4 error unterminated-comment: this comment has no end: '*/' is missing"]],
    ['printf("hello);', ['4 error unterminated-string: the closing " is missing']],
  ])('%s', (body, expected) => expect(said(main(body))).toEqual(expected));
});

test('a header that is missing is all that is said', () => {
  const text = '#include "dveice.h"\nint main(void) { DEVICE d; initialise(&d); return d.state == READY; }';
  expect(said(text)).toEqual(["1 error include-not-found: the file 'dveice.h' was not found"]);
  expect(said('#include <iostream>\nusing namespace std;\nint main(void) { cout << 1; }')).toEqual([
    "1 error include-not-found: the file 'iostream' was not found; it belongs to C++, and this is a C compiler",
  ]);
});

test.each<[string, string[]]>([
  [
    '#include <pthread.h>',
    [
      "1 error include-not-found: the file 'pthread.h' was not found; it belongs to POSIX; programs here are Windows programs (#include <windows.h>)",
    ],
  ],
  ['#include <winsock2.h>', ["1 error include-not-found: the file 'winsock2.h' was not found; the lab has no network"]],
  [
    '#include <wdf.h>',
    [
      "1 error include-not-found: the file 'wdf.h' was not found; the framework (KMDF, UMDF) is not in the lab; a driver here is a WDM driver (#include <ntddk.h>)",
    ],
  ],
  [
    'class Box { int x; };',
    ["1 error unknown-type: unknown type name 'class'; it belongs to C++, and this is a C compiler"],
  ],
  ['extern "C" int f(void);', ['1 error expected-name: \'extern "C"\' belongs to C++; C needs no such words']],
  [
    'int *p = nullptr;',
    ["1 error undeclared-identifier: 'nullptr' is not declared; it belongs to C++ and C23; in C11 it is NULL"],
  ],
  [
    'int f(void) { return fork(); }',
    [
      "1 error implicit-declaration: 'fork' is called without a declaration, as if it returned int; it belongs to POSIX; programs here are Windows programs (#include <windows.h>)",
    ],
  ],
  // A plain word is the learner's own where the foreign one could not stand.
  ['int f(int select) { return string + select; }', ["1 error undeclared-identifier: 'string' is not declared"]],
])('what is not in the lab: %s', (text, expected) => expect(said(text)).toEqual(expected));

describe('syntax', () => {
  test.each<[string, string[]]>([
    [
      'int f(int x);\n{ return x; }\nint main(void) { return 0; }',
      [
        "2 error body-after-semicolon: the ';' before this '{' ends the declaration; take it out to give the function its body",
      ],
    ],
    [
      '#define N 10;\nint main(void) { int a[N]; a[0] = N a[1] = 2; return a[0] + a[1]; }',
      ["2 error macro-semicolon: the definition of macro 'N' ends with a ';' that does not belong here"],
    ],
    [
      'int f(int x)\n{\nif (x) {\nreturn 1;\n}\nint main(void) { return f(1); }',
      ["6 error expected-brace: expected '}' before 'main' begins: the function 'f' is still open"],
    ],
    [
      'struct node { int v; node *next; };\nint main(void) { node n; n.v = 1; return n.v; }',
      ["1 error unknown-type: unknown type name 'node'; did you mean 'struct node'?"],
    ],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('names', () => {
  test.each<[string, string[]]>([
    ['retrun;', ["4 error undeclared-identifier: 'retrun' is not declared; did you mean 'return'?"]],
    [
      'int n = LIMIT_OF_FLIES;',
      ["4 error undeclared-identifier: 'LIMIT_OF_FLIES' is not declared; did you mean 'LIMIT_OF_FILES'?"],
    ],
    ['char *p = NULL;', ["4 error undeclared-identifier: 'NULL' is not declared; it comes with #include <stddef.h>"]],
    [
      'pritnf("x");',
      [
        "4 error implicit-declaration: 'pritnf' is called without a declaration, as if it returned int; did you mean 'printf'?",
      ],
    ],
    [
      'strlne("x");',
      [
        "4 error implicit-declaration: 'strlne' is called without a declaration, as if it returned int; did you mean 'strlen'?",
      ],
    ],
    [
      'strlen("x");',
      ["4 warning missing-header: 'strlen' is called without a declaration; it comes with #include <string.h>"],
    ],
  ])('%s', (body, expected) => expect(said(main(body))).toEqual(expected));

  test('the entry', () => {
    expect(said('int Main(void) { return 0; }')).toEqual([
      "1 error no-entry: there is no 'main', where the program would begin; did you mean 'Main' to be it? Upper and lower case count",
    ]);
  });
});

describe('headers and routines of the other world', () => {
  test.each<[Profile, string, string[]]>([
    [
      'driver',
      '#include <windows.h>\nint DriverEntry(void) { return 0; }',
      ['1 error wrong-header: <windows.h> is for programs; a driver includes <ntddk.h> or <wdm.h>'],
    ],
    [
      'plain',
      '#include <ntddk.h>\nint main(void) { return 0; }',
      ['1 error wrong-header: <ntddk.h> is for drivers; a program includes <windows.h>'],
    ],
    [
      'driver',
      '#include <ntddk.h>\nNTSTATUS DriverEntry(void) { malloc(5); return 0; }',
      [
        "2 error undefined-symbol: 'malloc' is not provided by the lab's msvcrt.dll (called in DriverEntry); that is for programs, a driver has ExAllocatePool2",
      ],
    ],
    [
      'plain',
      '#include <windows.h>\nint main(void) { RtlUnwind(0, 0, 0, 0); return 0; }',
      [
        "2 error undefined-symbol: 'RtlUnwind' is not provided by the lab's msvcrt.dll (called in main); frames are not laid out as on x64, so programs cannot unwind them; return, goto or longjmp leave a __try and run its __finally, RtlCaptureStackBackTrace lists callers",
      ],
    ],
  ])('%s: %s', (profile, text, expected) => expect(said(text, profile)).toEqual(expected));
});

describe('formats', () => {
  test.each<[string, string[]]>([
    ['printf("%d %5.2s %p %%\\n", 1, "x", (void *)0);', []],
    ['printf("%lu %lx %hhd %c %*d", 1UL, 2L, 3, \'c\', 4, 5);', []],
    ['printf("%I64d %llx %zu %S %ls", 1i64, 2ULL, sizeof(int), L"w", L"w");', []],
    [
      'printf("%s", 5);',
      ["4 warning format-mismatch: '%s' in the format of 'printf' needs a string (char *); this is 'int'"],
    ],
    [
      'printf("%d", sizeof(int));',
      [
        "4 warning format-mismatch: '%d' in the format of 'printf' needs an integer of 32 bits; this is 'unsigned long long'",
      ],
    ],
    [
      'float f = 1; double d = 2; printf("%f %g %Le %.2f %a", f, d, (long double)d, 1.5f, d); scanf("%f %lf", &f, &d);',
      [],
    ],
    [
      'float f = 1; printf("%f %d", 1, f);',
      [
        "4 warning format-mismatch: '%f' in the format of 'printf' needs a double; this is 'int'",
        "4 warning format-mismatch: '%d' in the format of 'printf' needs an integer of 32 bits; this is 'double'",
      ],
    ],
    [
      'float f; double d; int n = scanf("%f %lf", &d, &f); printf("%d", n);',
      [
        "4 warning format-mismatch: '%f' in the format of 'scanf' needs the address of a float; this is 'double *'",
        "4 warning format-mismatch: '%lf' in the format of 'scanf' needs the address of a double; this is 'float *'",
      ],
    ],
    ['printf("%d %d", 1);', ["4 warning format-argument-missing: '%d' in the format of 'printf' has no argument"]],
    ['printf("hi", 1);', ["4 warning format-argument-unused: the format of 'printf' uses 0 of 1 arguments"]],
    [
      'int x = 0; scanf("%d", x);',
      ["4 warning format-mismatch: '%d' in the format of 'scanf' needs an address ('&' is missing); this is 'int'"],
    ],
  ])('%s', (body, expected) => expect(said(main(body))).toEqual(expected));
});

describe('local variables', () => {
  test.each<[string, string[]]>([
    ['int x; printf("%d", x);', ["4 warning uninitialized: 'x' is used and never got a value"]],
    ['int x; scanf("%d", &x); printf("%d", x);', []],
    ['int x; for (x = 0; x < 3; x++) { } int y = x; y += 1;', []],
    ['int x; int n = sizeof(x); n++;', []],
    ['int x; int y = x; x = 3; y++;', ["4 warning uninitialized: 'x' is used before it gets a value"]],
    ['int s; for (int i = 0; i < 3; i++) s += i;', ["4 warning uninitialized: 's' is used before it gets a value"]],
    ['int x; if (printf("")) x = 1; printf("%d", x);', []],
    [
      'int x; if (printf("")) x = 1; else printf("%d", x);',
      ["4 warning uninitialized: 'x' is used before it gets a value"],
    ],
    ['int x; for (int i = 0; i < 3; i++) { if (i == 0) x = 1; else printf("%d", x); }', []],
    ['int x; for (int i = 0; i < 3; i++) { if (i == 0) { x = 1; continue; } printf("%d", x); }', []],
    ['int x; while (printf("")) x = 1; printf("%d", x);', []],
    ['int x; do { x = printf(""); } while (x); printf("%d", x);', []],
    ['int x; for (;;) { x = printf(""); if (x) break; } printf("%d", x);', []],
    ['int x; if (printf("") && (x = printf(""))) printf("%d", x);', []],
    ['int x; switch (printf("")) { case 1: x = 1; break; default: return 1; } printf("%d", x);', []],
    [
      'int x; switch (printf("")) { case 1: x = 1; break; case 2: printf("%d", x); }',
      ["4 warning uninitialized: 'x' is used before it gets a value"],
    ],
    ['int x; goto in; out: printf("%d", x); return 0; in: x = 1; goto out;', []],
    ['int x; if (printf("")) { return 1; in: x = 1; } else goto in; printf("%d", x);', []],
    ['int x; __try { x = printf(""); } __except (1) { x = 2; } printf("%d", x);', []],
    ['int x; __try { x = printf(""); } __finally { printf("%d", x); }', []],
    ['int x = ({ int z = 3; z * z; }); int a[x ?: 1]; a[0] = x; printf("%d %d", a[0], (int)sizeof a);', []],
    ['int x; if (printf("")) return 1; else x = 2; printf("%d", x);', []],
    ['int x; for (;;) { if (printf("")) x = 1; else break; } printf("%d", x);', []],
    ['int x; for (int i = 0; i < 3; i++) { if (i == 0) { x = 1; goto next; } printf("%d", x); next:; }', []],
    ['int x; for (int i = 0; i < 3; i++) for (;;) { if (i == 0) { x = 1; break; } printf("%d", x); break; }', []],
    ['int x = x; printf("%d", x);', []],
  ])('%s', (body, expected) => expect(said(main(body))).toEqual(expected));

  test('an address that outlives its variable', () => {
    const text =
      'int *f(void) { int v = 1; return &v; } int *g(void) { static int v; return &v; } int main(void) { return *f() + *g(); }';
    expect(said(text)).toEqual([
      "1 warning returns-local-address: 'f' returns the address of 'v', which ends with the function",
    ]);
  });
});

describe('a status that nobody looks at', () => {
  const unit = (statement: string): string =>
    `#include <ntddk.h>
#include <sal.h>
NTSTATUS Create(int n); NTSTATUS ZwClose(void *h); NTSTATUS KeWaitForSingleObject(void *o, int r, int m, int a, long long *t);
_Must_inspect_result_ ULONG Count(void); long Number(void);
NTSTATUS Give(int n, NTSTATUS s) { if (n) return 0; return s; }
NTSTATUS Check(int n) { if (n) return (NTSTATUS)0xC0000001L; return 0; }
NTSTATUS DriverEntry(void *d, void *r) { NTSTATUS s = 0; long long t = 0;
${statement}
return s + (t != 0 && d && r); }`;
  test.each<[string, string[]]>([
    ['Create(1);', ["8 warning unused-status: the NTSTATUS of 'Create' is dropped: if it fails, nobody notices"]],
    ['if (s) Check(1);', ["8 warning unused-status: the NTSTATUS of 'Check' is dropped: if it fails, nobody notices"]],
    [
      'KeWaitForSingleObject(d, 0, 0, 0, &t);',
      ["8 warning unused-status: the NTSTATUS of 'KeWaitForSingleObject' is dropped: if it fails, nobody notices"],
    ],
    ['Count();', ["8 warning unused-result: the result of 'Count' must be looked at, and it is dropped here"]],
    ['(void)Create(1); (void)Count();', []],
    ['s = Create(1);', []],
    ['if (Create(1) < 0) s = 1;', []],
    ['Give(1, 0); ZwClose(d); Number(); KeWaitForSingleObject(d, 0, 0, 0, (void *)0);', []],
  ])('%s', (statement, expected) => expect(said(unit(statement), 'driver')).toEqual(expected));
});

describe('signed against unsigned', () => {
  const unit = (body: string): string =>
    `unsigned n; unsigned short w; char b[20]; int get(void);
int f(int i, unsigned u, long long q)
{
${body}
}
int main(void) { return f(1, 2, 3); }`;
  const text = (op: string, signed = 'int', unsigned = 'unsigned int'): string[] => [
    `4 warning sign-comparison: '${op}' compares signed '${signed}' with unsigned '${unsigned}': a negative number counts as a huge one`,
  ];
  test.each<[string, string[]]>([
    ['return i < u;', text('<')],
    ['return u >= get();', text('>=')],
    ['return i + 1 > sizeof b;', text('>', 'int', 'unsigned long long')],
    ['return u < -1;', text('<')],
    ['int k = get(); return k < u;', text('<')],
    ['int k = 10; while (k < u) k--; return k;', text('<')],
    // None of these can come out wrong.
    ['return 3 < u && i == u && i < w && q < u && (i & 15) < u;', []],
    ['for (int k = 0; k < sizeof b; k++) b[k] = 0; return 0;', []],
    ['int k; int m = 2; for (k = 0; k < n; k += m) m = k * 2; return k;', []],
    ['if (i < 0 || i >= sizeof b) return -1; return b[i];', []],
    ['int k = get(); if (k == -1) return 0; return k < u;', []],
    ['return (unsigned)i < u;', []],
  ])('%s', (body, expected) => expect(said(unit(body))).toEqual(expected));
});

test('the size of a pointer where that of the data is meant', () => {
  const text = (statement: string): string =>
    `#include <string.h>\nstruct s { int a[9]; };\nvoid f(struct s *p, struct s v[3]) {\n${statement}\n}\nint main(void) { struct s s[3]; f(s, s); return 0; }`;
  expect(said(text('memset(p, 0, sizeof(p));'))).toEqual([
    "4 warning sizeof-pointer: this is the size of the pointer 'p' (8), not of what it points to",
  ]);
  expect(said(text('memset(v, 0, sizeof v);'))).toEqual([
    "4 warning sizeof-pointer: this is the size of the pointer 'v' (8), not of what it points to",
  ]);
  expect(said(text('memset(p, 0, sizeof *p); memset(v, 0, sizeof(struct s)); memset(&p, 0, sizeof p);'))).toEqual([]);
});

describe('a fraction that is lost', () => {
  test.each<[string, string[]]>([
    ['double d = n / 2.0; n = d;', ["assignment to 'n': 'double' becomes 'int'; its fraction is lost"]],
    ['float f = 1.5f; int m = f * n; n = m;', ["initial value of 'm': 'float' becomes 'int'; its fraction is lost"]],
    ['n *= 1.5;', ["assignment to 'n': 'double' becomes 'int'; its fraction is lost"]],
    ['double d = 1; d *= n; _Bool b = 1; b *= 1.5; n += b + (int)d;', []],
    ['n = (int)(n / 2.0); n = 4.0;', []],
    ['double d = n; double floor(double x); n = floor(d);', []],
  ])('%s', (body, expected) => {
    const text = `int f(int n)\n{\n${body}\nreturn n; }\nint main(void) { return f(1); }`;
    expect(said(text)).toEqual(expected.map((words) => `3 warning fraction-lost: ${words}`));
  });
});
