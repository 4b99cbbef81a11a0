import { describe, expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import type { FunctionDef, Stmt, Sym } from './ast.ts';
import { printExpr, printFlat } from './tree-print.ts';
import { printType } from './type-print.ts';
import { sizeOf } from './types.ts';

const PRELUDE = `
typedef unsigned char UCHAR; typedef unsigned short USHORT, WCHAR; typedef unsigned long ULONG; typedef long LONG, NTSTATUS;
typedef unsigned __int64 ULONG64, ULONG_PTR; typedef __int64 LONG64; typedef void *PVOID, *HANDLE; typedef UCHAR BOOLEAN;
typedef struct _DEV { struct _DEV *Next; ULONG Flags; PVOID DeviceExtension; } DEV, *PDEV;
typedef struct _REC { ULONG a : 3; ULONG b : 5; union { struct { USHORT lo, hi; }; ULONG all; }; UCHAR tail[4]; } REC;
typedef NTSTATUS DISPATCH(PDEV Device, PVOID Irp);
enum COLOR { RED, GREEN = 5, BLUE };
NTSTATUS work(PDEV device, ULONG code);
int print(const char *format, ...);
#define NULL ((void *)0)
`;

function run(source: string, profile: 'driver' | 'plain' = 'driver') {
  return analyze({
    sources: [{ name: 'a.c', text: PRELUDE + source }],
    include: () => undefined,
    defines: [],
    profile,
  });
}

/** `error:12 id text`: the line counts from the first of the source. */
function findings(source: string): string[] {
  const { diagnostics, sources } = run(source);
  const skipped = PRELUDE.split('\n').length - 1;
  return diagnostics.list.map((d) => {
    const { line } = sources.lineCol(d.span.file, d.span.start);
    return `${d.severity}:${line - skipped} ${d.id}: ${d.text}`;
  });
}

function find(source: string): FunctionDef {
  const result = run(source);
  expect(result.diagnostics.list.filter((d) => d.severity === 'error')).toEqual([]);
  const def = result.units[0].decls.findLast((d) => d.kind === 'function');
  if (def?.kind !== 'function') throw new Error('no function');
  return def;
}

/** The last statement of `f`, printed. */
function tree(declarations: string, statement: string): string {
  const def = find(`${declarations}\nvoid f(void) { ${statement} }`);
  const last = def.body.body.at(-1) as Stmt;
  if (last.kind === 'expr-stmt') return printExpr(last.expr);
  if (last.kind === 'decl-stmt' && last.decl.kind === 'declaration') {
    return last.decl.declarators.map((d) => printFlat(d.flat ?? [])).join(' ');
  }
  throw new Error(last.kind);
}

function symbol(source: string, name: string): Sym {
  const result = run(source);
  expect(result.diagnostics.list.filter((d) => d.severity === 'error')).toEqual([]);
  const sym = result.units[0].names?.get(name);
  if (!sym) throw new Error(`no ${name}`);
  return sym;
}

const VARS = `int i; ULONG u; LONG l; UCHAR c; char ch; short s; LONG64 q; ULONG64 uq; int *p; char *text; PVOID v; REC r; REC *rp;
PDEV dev; int a[10]; int m[3][4]; DISPATCH *fp; _Bool b; const char *ct; enum COLOR e;`;

describe('expressions', () => {
  test.each<[string, string]>([
    ['i = c + s;', '(i = (int<-(load(c)) + int<-(load(s))))'],
    ['uq = u + i;', '(uq = unsigned long long<-((load(u) + unsigned long<-(load(i)))))'],
    ['q = u + q;', '(q = (long long<-(load(u)) + load(q)))'],
    ['l = i;', '(l = long<-(load(i)))'],
    ['c = 1;', '(c = unsigned char<-(1))'],
    ['i = e;', '(i = int<-(load(e)))'],
    ['b = p;', '(b = _Bool<-(load(p)))'],
    ['c += q;', '(c +=[long long] load(q))'],
    ['c <<= q;', '(c <<=[int] load(q))'],
    ['p += c;', '(p +=4[int *] long long<-(int<-(load(c))))'],
    ['p++;', 'p++4'],
    ['--i;', '--i'],
    ['i = *(2 + p);', '(i = load(*(load(p) +4 long long<-(2))))'],
    ['q = p - a;', '(q = (load(p) -4 decay(a)))'],
    ['p = p - u;', '(p = (load(p) -4 unsigned long long<-(load(u))))'],
    ['i = a[u];', '(i = load(*(decay(a) +4 unsigned long long<-(load(u)))))'],
    ['i = m[1][i];', '(i = load(*(decay(*(decay(m) +16 long long<-(1))) +4 long long<-(load(i)))))'],
    ['r.b = 3;', '(r.b@0 = unsigned long<-(3))'],
    ['i = rp->a + 1;', '(i = (int<-(load(load(rp)->a@0)) + 1))'],
    ['s = rp->hi;', '(s = short<-(load(load(rp)->hi@6)))'],
    ['r = *rp;', '(r = load(*load(rp)))'],
    ['p = &m[2][1];', '(p = &*(decay(*(decay(m) +16 long long<-(2))) +4 long long<-(1)))'],
    ['p = 0;', '(p = int *<-(0))'],
    ['p = NULL;', '(p = int *<-(void *<-(0)))'],
    ['v = p;', '(v = void *<-(load(p)))'],
    ['i = p == 0;', '(i = (load(p) == int *<-(0)))'],
    ['i = u < 7;', '(i = (load(u) < unsigned long<-(7)))'],
    ['i = !p && u;', '(i = (!load(p) && load(u)))'],
    ['l = fp(dev, p);', '(l = load(fp)(load(dev), void *<-(load(p))))'],
    ['l = (*fp)(dev, 0);', '(l = load(fp)(load(dev), void *<-(0)))'],
    ['work(dev, i);', 'decay(work)(load(dev), unsigned long<-(load(i)))'],
    ['print("%d", c, s, q);', 'decay(print)(const char *<-(decay("%d")), int<-(load(c)), int<-(load(s)), load(q))'],
    ['v = i ? p : NULL;', '(v = void *<-((load(i) ? load(p) : int *<-(void *<-(0)))))'],
    ['uq = (ULONG_PTR)p;', '(uq = unsigned long long<-(load(p)))'],
    ['v = (HANDLE)-1;', '(v = void *<-(-1))'],
    ['uq = sizeof r + sizeof(DEV);', '(uq = (12 + 24))'],
    ['i = _Generic(u, int: 1, ULONG: 2, default: 3);', '(i = 2)'],
    ['(void)i;', 'void<-(load(i))'],
    ['i = (p++, 3);', '(i = (p++4, 3))'],
    ['i = "abc"[1];', '(i = int<-(load(*(decay("abc") +1 long long<-(1)))))'],
    ['p = (int[]){1, 2};', '(p = decay(literal{0:int=1 4:int=2}))'],
  ])('%s', (statement, expected) => {
    expect(tree(VARS, statement)).toBe(expected);
  });
});

describe('constants', () => {
  test.each<[string, bigint]>([
    ['1 + 2 * 3', 7n],
    ['-1 < 0u', 0n],
    ['(UCHAR)300', 44n],
    ['(char)0xff', -1n],
    ['0x80000000', 2147483648n],
    ['0xffffffff + 1', 0n],
    ['0xffffffffi64 + 1', 4294967296n],
    ['-7 / 2', -3n],
    ['-7 % 3', -1n],
    ['-8 >> 1', -4n],
    ['0xf0000000 >> 28', 15n],
    ['1 ? 2 : 3', 2n],
    ['0 && 1 / 0', 0n],
    ['sizeof(REC)', 12n],
    ['sizeof(L"ab")', 6n],
    ["'A' + 1", 66n],
    ['GREEN + BLUE', 11n],
    ['~0ull', 18446744073709551615n],
    ['(ULONG64)(LONG)0x80000000', 18446744071562067968n],
    ['(ULONG)(ULONG_PTR)&((DEV *)0)->DeviceExtension', 16n],
    ['(ULONG_PTR)&((REC *)0)->tail[2]', 10n],
    ['__builtin_offsetof(REC, tail[1])', 9n],
    ['(NTSTATUS)0xC0000010L', -1073741808n],
    ['(LONG64)(HANDLE)-1', -1n],
    ['sizeof(int) == 4 && sizeof(long) == 4 && sizeof(void *) == 8', 1n],
    ['!5 || 3 > 2', 1n],
  ])('%s = %s', (text, value) => {
    const sym = symbol(`unsigned __int64 x = (unsigned __int64)(${text});`, 'x');
    const e = sym.flat?.[0].expr;
    expect(e?.kind === 'cast' ? e.operand.constant : undefined).toBe(value);
  });
});

describe('initialisers', () => {
  test.each<[string, string]>([
    ['int x = 5;', '{0:int=5}'],
    ['ULONG x = -1;', '{0:unsigned long=4294967295}'],
    ['int x[] = {1, 2, [5] = 6, 7};', '{0:int=1 4:int=2 20:int=6 24:int=7}'],
    ['char x[] = "ab";', '{0:char [3]="ab"}'],
    ['char x[2] = {"ab"};', '{0:char [2]="ab"}'],
    ['WCHAR x[] = L"ab";', '{0:unsigned short [3]=L"ab"}'],
    ['const char *x = "ab";', '{0:const char *=const char *<-(decay("ab"))}'],
    [
      'REC x = {1, 2, 3, {9}, 4};',
      '{0.0+3:unsigned long=1 0.3+5:unsigned long=2 4:unsigned short=3 6:unsigned short=9 8:unsigned char=4}',
    ],
    [
      'REC x = {1, 2, {{3, 4}}, {9}};',
      '{0.0+3:unsigned long=1 0.3+5:unsigned long=2 4:unsigned short=3 6:unsigned short=4 8:unsigned char=9}',
    ],
    [
      'REC x = {1, 2, 3, 4, 5, 6};',
      '{0.0+3:unsigned long=1 0.3+5:unsigned long=2 4:unsigned short=3 6:unsigned short=4 8:unsigned char=5 9:unsigned char=6}',
    ],
    ['REC x = {.tail = {1, 2}, .all = 7};', '{8:unsigned char=1 9:unsigned char=2 4:unsigned long=7}'],
    ['REC x = {.hi = 1, {9, 9}};', '{6:unsigned short=1 8:unsigned char=9 9:unsigned char=9}'],
    ['REC x = {.tail[1] = 5, 6};', '{9:unsigned char=5 10:unsigned char=6}'],
    [
      'struct { int a; struct { int b, c; } d[2]; int e; } x = {1, 2, 3, 4, 5, 6};',
      '{0:int=1 4:int=2 8:int=3 12:int=4 16:int=5 20:int=6}',
    ],
    ['struct { int a; struct { int b, c; } d[2]; int e; } x = {.d[1].b = 7, 8, 9};', '{12:int=7 16:int=8 20:int=9}'],
    ['int x[2][2] = {{1}, {2}};', '{0:int=1 8:int=2}'],
    ['DEV x = {0};', '{0:struct _DEV *=0}'],
    ['DEV x = {};', '{}'],
    ['int i; int *x = &i + 2;', '{0:int *=(&i +4 long long<-(2))}'],
    ['REC r; UCHAR *x = &r.tail[1];', '{0:unsigned char *=&*(decay(r.tail@8) +1 long long<-(1))}'],
    [
      'DISPATCH h; DISPATCH *x[] = {h, &h, 0};',
      '{0:long (*)(DEV *, void *)=decay(h) 8:long (*)(DEV *, void *)=decay(h) 16:long (*)(DEV *, void *)=0}',
    ],
    ['char x[2][4] = {"ab", "cd"};', '{0:char [4]="ab" 4:char [4]="cd"}'],
    ['ULONG_PTR x = (ULONG_PTR)"s";', '{0:unsigned long long=unsigned long long<-(decay("s"))}'],
    ['int x = {7};', '{0:int=7}'],
  ])('%s', (source, expected) => {
    expect(printFlat(symbol(source, 'x').flat ?? [])).toBe(expected.replaceAll('struct _DEV *', 'DEV *'));
  });

  test('an array without a length gets one', () => {
    expect(sizeOf(symbol('int x[] = {1, 2, [5] = 6, 7};', 'x').type)).toBe(28);
    expect(sizeOf(symbol('WCHAR x[] = L"abc";', 'x').type)).toBe(8);
    expect(sizeOf(symbol('int x[];', 'x').type)).toBe(4);
  });

  test('a record from an expression, and of automatic storage from anything', () => {
    expect(tree(VARS, 'REC x = *rp;')).toBe('{0:REC=load(*load(rp))}');
    expect(tree(VARS, 'struct { int n; REC k; } x = {i, r};')).toBe('{0:int=load(i) 4:REC=load(r)}');
  });
});

describe('declarations', () => {
  test('redeclarations are one symbol', () => {
    const source =
      'extern int x[]; int g(); int x[4]; int g(int a, char *b); int f(void) { extern int x[]; return x[0] + g(1, 0); }';
    expect(printType(symbol(source, 'x').type)).toBe('int [4]');
    expect(printType(symbol(source, 'g').type)).toBe('int (int, char *)');
    expect(symbol(source, 'x').tentative).toBe(true);
  });

  test('a function type declares functions', () => {
    const source = 'DISPATCH h; NTSTATUS h(PDEV d, PVOID i) { return d && i; }';
    expect(findings(source)).toEqual([]);
    const h = symbol(source, 'h');
    expect([h.kind, h.linkage, h.defined, printType(h.type)]).toEqual([
      'function',
      'external',
      true,
      'long (DEV *, void *)',
    ]);
  });

  test('static locals, locals and what needs memory', () => {
    const def = find(
      'int f(int p, REC q) { static int n; int i, *pi = &i, a[3]; volatile int v; for (int k = 0; k < p; k++) i = q.a; return n + *pi + a[0] + v; }',
    );
    expect(def.locals?.map((s) => `${s.name}${s.addressTaken ? '!' : ''}`)).toEqual(['i!', 'pi', 'a!', 'v!', 'k']);
    expect(def.params?.map((s) => `${s.name}${s.addressTaken ? '!' : ''}`)).toEqual(['p', 'q!']);
    const { units } = run('int f(void) { static int n = 3; return n; } int g(void) { static int n = 4; return n; }');
    const statics = units[0].symbols?.filter((s) => s.name === 'n').map((s) => [s.linkage, s.linkName]);
    expect(statics).toEqual([
      ['internal', 'n$1'],
      ['internal', 'n$2'],
    ]);
  });

  test('declspec and segments', () => {
    const source = `__declspec(noreturn) void stop(int); __declspec(dllimport) void imp(void); __declspec(primitive) int prim(int);
      __declspec(syscall(0x1A)) int call(void); __declspec(align(16)) int x; __declspec(selectany) int sel = 3;
      static __inline int inl(void) { return 1; } __forceinline int forced(void) { return 1; }
      long _InterlockedIncrementAcquire(volatile long *p);
      #pragma alloc_text(PAGE, paged)
      void paged(void) { }`;
    const flags = (name: string) => symbol(source, name);
    expect(flags('stop').noreturn).toBe(true);
    expect(flags('imp').dllimport).toBe(true);
    expect(flags('prim').primitive).toBe(true);
    expect(flags('call').syscall).toBe(0x1a);
    expect(flags('x').align).toBe(16);
    expect(flags('sel').selectany).toBe(true);
    expect([flags('inl').linkage, flags('forced').linkage, flags('forced').inline]).toEqual([
      'internal',
      'internal',
      true,
    ]);
    expect(flags('_InterlockedIncrementAcquire').intrinsic).toBe(true);
    expect(flags('paged').segment).toBe('PAGE');
  });

  test('enums are int, and may be declared before they are defined', () => {
    expect(
      findings(
        'enum later; enum later *p; enum later { A = 0xC0000001, B }; int x = A; int y[sizeof(enum later) == 4 ? 1 : -1];',
      ),
    ).toEqual([]);
    expect(symbol('enum later { A = 0xC0000001, B };', 'B').value).toBe(-1073741822n);
  });

  test('switch cases and SEH', () => {
    const def =
      find(`int f(ULONG u) { int r = 0; __try { switch (u) { case -1: r = 1; break; case RED: default: r = 2; } }
      __except (_exception_code() == 5 ? 1 : 0) { r = _exception_code(); } return r; }`);
    expect(def.usesSeh).toBe(true);
    const block = def.body.body[1];
    if (block.kind !== 'try-except' || block.body.body[0].kind !== 'switch') throw new Error('shape');
    expect(block.body.body[0].cases?.map((one) => one.value?.constant)).toEqual([4294967295n, 0n, undefined]);
  });
});

const BODY = (statements: string) => `${VARS}\nvoid f(void) {\n${statements}\n}`;

describe('diagnostics', () => {
  test.each<[string, string[]]>([
    ['int x = y;', ["error:1 undeclared-identifier: 'y' is not declared"]],
    [
      'int Value; int x(void) { return Vlaue + Vlaue; }',
      ["error:1 undeclared-identifier: 'Vlaue' is not declared; did you mean 'Value'?"],
    ],
    [
      'int x(PDEV d) { return d->DeviceExtention != 0; }',
      ["error:1 no-such-member: 'DeviceExtention' is not a member of 'DEV'; did you mean 'DeviceExtension'?"],
    ],
    [
      'int x(PDEV d) { return d.Flags; }',
      ["error:1 not-a-record: '.Flags' needs a struct or union, and this is 'DEV *'; use '->Flags'"],
    ],
    [
      'int x(DEV d) { return d->Flags; }',
      ["error:1 not-a-pointer: '->Flags' needs a pointer, and this is 'DEV'; use '.Flags'"],
    ],
    [
      'int x(void) { return wrok(0, 0); }',
      [
        "warning:1 implicit-declaration: 'wrok' is called without a declaration, as if it returned int; did you mean 'work'?",
      ],
    ],
    [
      'void x(void) { g(); }\nint g(void) { return 1; }',
      ["warning:1 implicit-declaration: 'g' is called without a declaration, as if it returned int"],
    ],
    [
      'void x(void) { g(); }\nvoid g(void) { }',
      [
        "warning:1 implicit-declaration: 'g' is called without a declaration, as if it returned int",
        "error:2 conflicting-types: 'g' was called before this declaration, as a function that returns int; declare it above its first use",
      ],
    ],
    ['int x(void) { }', ["error:1 no-return: 'x' must return a value of type 'int' and has no 'return'"]],
    [
      'int x(int a) { if (a) return 1; }',
      ["warning:1 missing-return: 'x' can reach its end without returning a value of type 'int'"],
    ],
    ['int x(int a) { for (;;) { if (a) return 1; } }', []],
    ['int x(int a) { switch (a) { case 1: return 1; default: return 2; } }', []],
    [
      'int x(int a) { while (1) { if (a) break; } }',
      ["error:1 no-return: 'x' must return a value of type 'int' and has no 'return'"],
    ],
    ['int main(void) { }', []],
    ['void main(void) { }', ["warning:1 main-prototype: 'main' should return int, not 'void'"]],
    ['int x(void) { return; }', ["warning:1 return-without-value: 'x' must return a value of type 'int'"]],
    ['void x(void) { return 1; }', ["warning:1 return-with-value: 'x' returns nothing (void); the value is dropped"]],
    ['int x = 1; int x = 2;', ["error:1 redefinition: 'x' is defined twice"]],
    ['int x(void) { return 1; } int x(void) { return 1; }', ["error:1 redefinition: function 'x' is defined twice"]],
    ['struct S { int a; }; struct S { int a; };', ["error:1 redefinition: struct 'S' is defined twice"]],
    ['struct S { int a; int a; };', ["error:1 duplicate-member: member 'a' is declared twice"]],
    ['struct S { };', ['error:1 empty-record: a struct needs at least one member']],
    ['struct S x;', ["error:1 incomplete-type: 'x' has type 'struct S', which is declared but not defined here"]],
    [
      'struct S *p; int x(void) { return p->a; }',
      ["error:1 incomplete-type: the object with 'a' has type 'struct S', which is declared but not defined here"],
    ],
    ['int x[-1];', ["error:1 negative-array-size: the size of array 'x' is negative (-1)"]],
    [
      'void x(int n) { int a[n]; }',
      [
        "error:1 vla-unsupported: the size of array 'a' is not constant; arrays of variable length are not part of Microsoft C",
      ],
    ],
    [
      'int n; int x = n;',
      [
        "error:1 initializer-not-constant: the initial value of 'x' is not known before the program runs; a constant or an address is needed",
      ],
    ],
    ['int x[2] = {1, 2, 3};', ["error:1 too-many-initializers: too many initial values for 'x'"]],
    ['char x[2] = "abc";', ["error:1 string-too-long: the string has 3 characters and 'x' room for 2"]],
    ['REC x = {.nope = 1};', ["error:1 no-such-member: 'nope' is not a member of 'REC'"]],
    ['void x;', ["error:1 void-object: 'x' has type void; only pointers to void can be declared"]],
    ['_Static_assert(sizeof(int) == 8, "int has 8 bytes");', ['error:1 static-assert: int has 8 bytes']],
    [
      'NTSTATUS work(PDEV d, PVOID c) { return d && c; }',
      [
        "warning:1 parameter-mismatch: 'work' does not agree with its earlier declaration; parameter 2 is 'void *', not 'unsigned long'",
      ],
    ],
    [
      'int work(PDEV d, ULONG c) { return d && c; }',
      ["error:1 conflicting-types: 'work' returns 'int' here and 'long' in its earlier declaration"],
    ],
    ['int x(void) { goto out; }', ["error:1 undefined-label: label 'out' is not defined in 'x'"]],
    [
      'int y(void) { goto ; }\nint x(void) { goto out; }',
      [
        "error:1 expected-label: expected a label after 'goto'",
        "error:2 undefined-label: label 'out' is not defined in 'x'",
      ],
    ],
    [
      'static int g(void); int x(void) { return g(); }',
      ["error:1 undefined-static: static function 'g' is used and never defined"],
    ],
    ['struct S { struct S { int a; } x; int b; };', ["error:1 redefinition: struct 'S' is defined inside itself"]],
    ['unsigned double x;', ["error:1 bad-type: 'unsigned double' is not a type"]],
    ['long float x;', ["error:1 bad-type: 'long float' is not a type"]],
    ['int x(double d) { return d % 2; }', ["error:1 bad-operand: '%' cannot be applied to 'double' and 'int'"]],
    [
      'int x(double d) { d <<= 1; return ~d; }',
      [
        "error:1 bad-operand: '<<=' cannot be applied to 'double' and 'int'",
        "error:1 bad-operand: '~' needs an integer, and this is 'double'",
      ],
    ],
    [
      'int x(int *p, float f) { return p[f]; }',
      ["error:1 bad-index: an index must be an integer, and this is 'float'"],
    ],
    [
      'void x(double d) { switch (d) { case 1: ; } }',
      ["error:1 bad-switch: 'switch' needs an integer, and this is 'double'"],
    ],
    ['int *x(double d) { return (int *)d; }', ["error:1 bad-cast: 'double' cannot be cast to 'int *'"]],
    [
      'int x = 2.5; int y[3] = {1.0, -1.0, 1e10};',
      [
        "warning:1 constant-truncation: initial value of 'x': 2.5 does not fit 'int'; 2 is stored",
        "warning:1 constant-truncation: initial value of 'y': 10000000000 does not fit 'int'; -2147483648 is stored",
      ],
    ],
    ['int x(int a, int a) { return a; }', ["error:1 redefinition: parameter 'a' is declared twice"]],
    [
      'typedef int T; typedef int T; typedef long T;',
      ["error:1 redefinition: type 'T' is defined again as 'long'; it was 'int'"],
    ],
  ])('%s', (source, expected) => {
    expect(findings(source)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['p = 5;', ["warning int-to-pointer: assignment to 'p': integer 'int' becomes pointer 'int *' without a cast"]],
    ['i = p;', ["warning pointer-to-int: assignment to 'i': pointer 'int *' becomes integer 'int' without a cast"]],
    ['p = rp;', ["warning incompatible-pointer: assignment to 'p': 'REC *' where 'int *' is expected"]],
    [
      'text = ct;',
      [
        "warning discards-qualifiers: assignment to 'text': 'const char *' where 'char *' is expected; this drops 'const'",
      ],
    ],
    ['text = &c;', []],
    [
      'fp = work;',
      [
        "warning incompatible-function: assignment to 'fp': 'long (*)(DEV *, unsigned long)' where 'long (*)(DEV *, void *)' is expected; parameter 2 is 'unsigned long', not 'void *'",
      ],
    ],
    [
      'u = (ULONG)p;',
      ["warning pointer-truncation: this cast cuts the pointer 'int *' to the 32 bits of 'unsigned long'"],
    ],
    ['v = (PVOID)u;', ["warning int-to-larger-pointer: 'unsigned long' has 32 bits and the pointer 'void *' has 64"]],
    ['v = (PVOID)(ULONG_PTR)u;', []],
    ['v = p; p = v; v = 0; p = NULL; fp = 0;', []],
    ['if (p == 5) { }', ["warning int-pointer-comparison: a pointer 'int *' is compared with an integer 'int'"]],
    ['v + 1;', ["error void-arithmetic: 'void *' has no element size to calculate with; cast it to 'char *' first"]],
    ['*i;', ["error not-a-pointer: '*' needs a pointer, and this is 'int'"]],
    ['*v;', ["error void-dereference: a 'void *' cannot be dereferenced; cast it to a pointer to a type first"]],
    ['i();', ["error not-a-function: 'i' is no function; its type is 'int'"]],
    [
      'work(dev);',
      ["error too-few-arguments: 'work' takes 2 arguments, and only 1 is given; 'code' (unsigned long) is missing"],
    ],
    ['work(dev, 1, 2);', ["warning too-many-arguments: 'work' takes 2 arguments, and 3 are given"]],
    [
      'work(i, 1);',
      ["warning int-to-pointer: argument 1 of 'work': integer 'int' becomes pointer 'DEV *' without a cast"],
    ],
    ['5 = i;', ['error not-an-lvalue: this is a value, not a variable; it cannot be assigned to']],
    ['a = p;', ['error not-an-lvalue: an array cannot be assigned to']],
    ['ct[0] = 1;', ['error const-assignment: this is const and cannot be assigned to']],
    ['const int k = 1; k = 2;', ["error const-assignment: 'k' is const and cannot be assigned to"]],
    ['r = 5;', ["error incompatible-types: assignment to 'r': 'int' cannot become 'REC'"]],
    ['i = r;', ["error incompatible-types: assignment to 'i': 'REC' cannot become 'int'"]],
    ['i = f();', ["error void-value: assignment to 'i': this has no value (void)"]],
    ['p = &r.a;', ["error bit-field-address: 'a' is a bit-field and has no address"]],
    ['i = 1 / 0;', ['warning division-by-zero: division by zero']],
    ['if (i = 5) { }', ["warning assignment-in-condition: '=' assigns; '==' compares"]],
    ['if ((i = 5)) { } if ((i = 5) != 0) { }', []],
    ['c = 300;', ["warning constant-truncation: assignment to 'c': 300 does not fit 'unsigned char'; 44 is stored"]],
    ['c = -1; ch = 0xff; u = -1; l = 0xC0000001;', []],
    ['break;', ["error break-misplaced: 'break' stands in no loop or switch"]],
    ['continue;', ["error continue-misplaced: 'continue' stands in no loop"]],
    ['switch (i) { case 1: case 1: break; }', ['error duplicate-case: case 1 occurs twice in this switch']],
    ['switch (i) { case 1: default: default: break; }', ["error duplicate-case: this switch has two 'default'"]],
    ['switch (i) { case i: break; }', ["error not-constant: the value of 'case' must be a constant integer"]],
    ['switch (p) { }', ["error bad-switch: 'switch' needs an integer, and this is 'int *'"]],
    ['x: x: ;', ["error redefinition: label 'x' is defined twice"]],
    ['int i; int i;', ["error redefinition: 'i' is already declared"]],
    [
      'nope->x = nope2(nope);',
      [
        "error undeclared-identifier: 'nope' is not declared",
        "warning implicit-declaration: 'nope2' is called without a declaration, as if it returned int",
      ],
    ],
    [
      'i = _exception_code();',
      ['error seh-misplaced: GetExceptionCode works only in the filter or the block of an __except'],
    ],
    [
      '__try { i = 1; } __except (1) { v = _exception_info(); }',
      ['error seh-misplaced: GetExceptionInformation works only in the filter of an __except'],
    ],
    ['__try { i = 1; } __except (work(_exception_info(), 0)) { i = _exception_code(); }', []],
    ['__try { __leave; } __finally { i = _abnormal_termination(); }', []],
    [
      '__try { i = _abnormal_termination(); } __finally { }',
      ['error seh-misplaced: AbnormalTermination works only in the block of a __finally'],
    ],
    ['__leave;', ["error leave-misplaced: '__leave' stands in no __try block"]],
    [
      '__try { return; } __finally { return; }',
      ["warning jump-out-of-finally: 'return' leaves the __finally block: an exception that is under way is lost"],
    ],
    [
      'while (i) { __try { continue; } __finally { break; } }',
      ["warning jump-out-of-finally: 'break' leaves the __finally block: an exception that is under way is lost"],
    ],
    [
      'goto in; __try { in: i = 1; } __finally { }',
      ["error jump-into-try: 'goto in' jumps into a part of a __try statement"],
    ],
    ['__try { goto out; } __finally { } out: ;', []],
    ['i = a + r;', ["error bad-operand: '+' cannot be applied to 'int *' and 'REC'"]],
    ['i == 5;', ["warning unused-value: the result of '==' is not used; '=' assigns"]],
    [
      'if (i < u) { }',
      [
        "warning sign-comparison: '<' compares signed 'int' with unsigned 'unsigned long': a negative number counts as a huge one",
      ],
    ],
    ['if (i == u) { }', []],
    ['if (i) ;', ["warning empty-body: ';' ends this 'if' at once; nothing depends on its condition"]],
    ['a[12] = 1;', ["warning index-out-of-range: index 12 is outside the array 'int [10]'"]],
    ['u = 1 << 40;', ["warning shift-count: '<<' by 40: 'int' has 32 bits"]],
    [
      'i = sizeof(struct nothing);',
      [
        "error incomplete-type: the operand of sizeof has type 'struct nothing', which is declared but not defined here",
      ],
    ],
    ['if (r) { }', ["error not-scalar: a value of type 'REC' cannot be tested; a number or pointer is needed"]],
    ['r = (REC)5;', ["error bad-cast: 'int' cannot be cast to 'REC'"]],
    ['i = ULONG;', []],
  ])('%s', (statements, expected) => {
    const got = findings(BODY(statements)).map((text) => text.replace(/:\d+/, ''));
    if (statements === 'i = ULONG;') expect(got.length).toBe(1);
    else expect(got).toEqual(expected);
  });

  test('deep trees end in one error, not in a stack overflow', () => {
    const sum = Array.from({ length: 20000 }, () => '1').join('+');
    expect(findings(`int x = ${sum};`).length).toBeLessThanOrEqual(2);
  });
});
