import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Declarator, DeclSpecs, Expr, ExternalDecl, Initializer, Stmt, TranslationUnit, TypeName } from './ast.ts';
import { parse } from './parser.ts';
import { preprocess } from './pp.ts';
import { Diagnostics, SourceManager, type Token } from './source.ts';

function cut(text: string): { tokens: Token[]; sm: SourceManager; diags: Diagnostics } {
  const sm = new SourceManager();
  const diags = new Diagnostics();
  const tokens = preprocess(sm.add('a.c', text, false), sm, diags, { include: () => undefined, defines: [] });
  return { tokens, sm, diags };
}

function run(text: string): { unit: TranslationUnit; diags: Diagnostics; sm: SourceManager } {
  const { tokens, sm, diags } = cut(text);
  return { unit: parse(tokens, 0, sm, diags), diags, sm };
}

// ---------------------------------------------------------------- the tree as text

function specs(s: DeclSpecs): string {
  const words: string[] = [];
  if (s.storage) words.push(s.storage);
  if (s.inline) words.push('inline');
  if (s.const) words.push('const');
  if (s.volatile) words.push('volatile');
  for (const d of s.declspec) words.push(`@${d.name}${d.arg ? `(${d.text ?? expr(d.arg)})` : ''}`);
  const t = s.type;
  if (t.kind === 'builtin') words.push(...(t.words.length > 0 ? t.words : ['implicit']));
  else if (t.kind === 'typedef-name') words.push(t.name);
  else if (t.kind === 'typeof') words.push(`typeof(${t.arg.kind === 'type-name' ? typeName(t.arg) : expr(t.arg)})`);
  else if (t.kind === 'enum') {
    const members = t.members?.map((m) => m.name + (m.value ? `=${expr(m.value)}` : '')).join();
    words.push(`enum ${t.tag ?? ''}${members === undefined ? '' : `{${members}}`}`);
  } else if (t.kind === 'record') {
    const members = t.members?.map((m) => {
      const list = m.declarators.map(
        (d) => (d.declarator ? declarator(d.declarator) : '') + (d.width ? `:${expr(d.width)}` : ''),
      );
      return `${specs(m.specs)} ${list.join()};`;
    });
    const extra = (t.pack === 8 ? '' : `/${t.pack}`) + (t.alignArg ? `@${expr(t.alignArg)}` : '');
    words.push(`${t.union ? 'union' : 'struct'} ${t.tag ?? ''}${extra}${members ? `{${members.join('')}}` : ''}`);
  } else words.push('?');
  return words.join(' ');
}

/** `x: array 3 of pointer` in short: `x [3] *`. */
function declarator(d: Declarator): string {
  const parts = d.derivations.map((x) => {
    if (x.kind === 'pointer') return `*${x.const ? 'c' : ''}${x.volatile ? 'v' : ''}`;
    if (x.kind === 'array') return `[${x.size ? expr(x.size) : ''}]`;
    if (x.knr) return `(knr ${x.knr.join()})`;
    const params = x.params.map((p) => `${specs(p.specs)} ${declarator(p.declarator)}`.trim());
    if (x.variadic) params.push('...');
    return x.prototyped ? `(${params.join()})` : '(?)';
  });
  return [d.name ?? '', ...parts].join(' ').trim();
}

function typeName(t: TypeName): string {
  return `${specs(t.specs)} ${declarator(t.declarator)}`.trim();
}

function initializer(i: Initializer): string {
  if (i.kind === 'init-expr') return expr(i.expr);
  const items = i.items.map(({ designators, value }) => {
    const path = designators.map((d) => (d.kind === 'field' ? `.${d.name}` : `[${expr(d.index)}]`)).join('');
    return (path === '' ? '' : `${path}=`) + initializer(value);
  });
  return `{${items.join()}}`;
}

function expr(e: Expr): string {
  switch (e.kind) {
    case 'int-literal':
      return `${e.value}`;
    case 'float-literal':
      return `${e.float}:${e.bits.toString(16)}`;
    case 'string':
      return `${e.unitSize === 1 ? '' : 'L'}"${String.fromCharCode(...e.units)}"`;
    case 'name':
      return e.name;
    case 'unary':
      return `(${e.op} ${expr(e.operand)})`;
    case 'incdec':
      return e.prefix ? `(${e.op}_ ${expr(e.operand)})` : `(_${e.op} ${expr(e.operand)})`;
    case 'binary':
    case 'logical':
    case 'assign':
      return `(${e.op} ${expr(e.left)} ${expr(e.right)})`;
    case 'comma':
      return `(, ${expr(e.left)} ${expr(e.right)})`;
    case 'conditional':
      return `(? ${expr(e.condition)} ${expr(e.then)} ${expr(e.else)})`;
    case 'call':
      return `${expr(e.callee)}(${e.args.map(expr).join()})`;
    case 'member':
      return `${expr(e.object)}${e.arrow ? '->' : '.'}${e.name}`;
    case 'index':
      return `${expr(e.object)}[${expr(e.index)}]`;
    case 'cast':
      return `<${e.target ? typeName(e.target) : ''}>${expr(e.operand)}`;
    case 'sizeof':
      return `${e.op}(${e.arg.kind === 'type-name' ? typeName(e.arg) : expr(e.arg)})`;
    case 'offsetof':
      return `offsetof(${typeName(e.target)},${e.path.map((p) => (p.kind === 'field' ? p.name : `[${expr(p.index)}]`)).join('.')})`;
    case 'compound-literal':
      return `<${typeName(e.target)}>${initializer(e.init)}`;
    case 'generic':
      return `generic(${expr(e.control)},${e.arms.map((a) => `${a.target ? typeName(a.target) : '*'}:${expr(a.value)}`).join()})`;
    case 'va':
      return `va_${e.op}(${e.args.map(expr).join()}${e.target ? `,${typeName(e.target)}` : ''})`;
    case 'seh':
      return `seh_${e.op}`;
    case 'stmt-expr':
      return `(${stmt(e.body)})`;
    case 'short-conditional':
      return `(?: ${expr(e.condition)} ${expr(e.else)})`;
    case 'label-address':
      return `&&${e.name}`;
    case 'types-compatible':
      return `compatible(${e.types.map(typeName).join()})`;
    case 'overflow':
      return `(overflow${e.op} ${expr(e.left)} ${expr(e.right)})`;
    case 'error':
      return '!';
  }
}

function stmt(s: Stmt): string {
  switch (s.kind) {
    case 'block':
      return `{${s.body.map(stmt).join(' ')}}`;
    case 'expr-stmt':
      return `${expr(s.expr)};`;
    case 'empty':
      return ';';
    case 'decl-stmt':
      return external(s.decl);
    case 'if':
      return `if ${expr(s.condition)} ${stmt(s.then)}${s.else ? ` else ${stmt(s.else)}` : ''}`;
    case 'while':
      return `while ${expr(s.condition)} ${stmt(s.body)}`;
    case 'do':
      return `do ${stmt(s.body)} ${expr(s.condition)}`;
    case 'for': {
      const init = s.init === undefined ? ';' : s.init.kind === 'declaration' ? external(s.init) : `${expr(s.init)};`;
      return `for ${init}${s.condition ? expr(s.condition) : ''};${s.step ? expr(s.step) : ''} ${stmt(s.body)}`;
    }
    case 'switch':
      return `switch ${expr(s.value)} ${stmt(s.body)}`;
    case 'case':
      return `${s.value ? `case ${expr(s.value)}` : 'default'}: ${stmt(s.body)}`;
    case 'label':
      return `${s.name}: ${stmt(s.body)}`;
    case 'goto':
      return `goto ${s.name};`;
    case 'return':
      return `return${s.value ? ` ${expr(s.value)}` : ''};`;
    case 'try-except':
      return `try ${stmt(s.body)} except ${expr(s.filter)} ${stmt(s.handler)}`;
    case 'try-finally':
      return `try ${stmt(s.body)} finally ${stmt(s.handler)}`;
    case 'error-stmt':
      return '!';
    default:
      return `${s.kind};`;
  }
}

function external(d: ExternalDecl): string {
  if (d.kind === 'empty-decl') return ';';
  if (d.kind === 'static-assert') return `assert ${expr(d.condition)} "${d.message ?? ''}";`;
  if (d.kind === 'function') {
    const knr = d.knrDecls.map(external).join(' ');
    return `${specs(d.specs)} ${declarator(d.declarator)} ${knr}${stmt(d.body)}`;
  }
  const list = d.declarators.map((x) => declarator(x.declarator) + (x.init ? ` = ${initializer(x.init)}` : ''));
  return `${specs(d.specs)} ${list.join(', ')};`;
}

function clean(text: string): string {
  const { unit, diags } = run(text);
  expect(diags.list).toEqual([]);
  return unit.decls.map(external).join(' ');
}

describe('declarations', () => {
  const cases: [input: string, expected: string][] = [
    ['int x, *y, z[3];', 'int x, y *, z [3];'],
    ['int *a[3], (*b)[3];', 'int a [3] *, b * [3];'],
    ['int (*fp)(int, char *);', 'int fp * (int,char *);'],
    ['int (*f(int x))(void);', 'int f (int x) * ();'],
    ['char *const *volatile p;', 'char p *v *c;'],
    ['void (*signal(int, void (*)(int)))(int);', 'void signal (int,void * (int)) * (int);'],
    ['int f(), g(void), h(int, ...);', 'int f (?), g (), h (int,...);'],
    ['unsigned long long int x; long unsigned y;', 'unsigned long long int x; long unsigned y;'],
    ['typedef int T; T x; int f(T), g(int T);', 'typedef int T; T x; int f (T), g (int T);'],
    ['typedef int FN(int); FN f, *p;', 'typedef int FN (int); FN f, p *;'],
    ['typedef long __stdcall F(void); __int64 __cdecl g(void);', 'typedef long F (); __int64 g ();'],
    ['int __stdcall (*p)(void); int (__stdcall *q)(void);', 'int p * (); int q * ();'],
    ['int (__cdecl f)(void), (__stdcall * const a[2])(int);', 'int f (), a [2] *c (int);'],
    ['__declspec(dllimport) extern int f(void);', 'extern @dllimport int f ();'],
    ['static __forceinline int f(void) { return 1; }', 'static inline @forceinline int f () {return 1;}'],
    ['__declspec(align(16)) struct S { int a; } s;', 'struct S@16{int a;} s;'],
    ['struct __declspec(align(8)) S { char c; };', 'struct S@8{char c;} ;'],
    ['int __declspec(align(32)) x; _Alignas(8) char c;', '@align(32) int x; @align(8) char c;'],
    ['__declspec(code_seg("PAGE")) void f(void);', '@code_seg(PAGE) void f ();'],
    [
      '#pragma pack(push,1)\nstruct S { int a; };\n#pragma pack(pop)\nstruct T { int a; };',
      'struct S/1{int a;} ; struct T{int a;} ;',
    ],
    [
      'struct S { int a:3, :2; union { int x; long y; }; struct S *n; int v[]; };',
      'struct S{int a:3,:2;union {int x;long y;} ;struct S n *;int v [];} ;',
    ],
    ['struct S *p; enum E { A, B = 2, C, } e;', 'struct S p *; enum E{A,B=2,C} e;'],
    ['int a[] = {1, [3] = 2, 3}, s = {0};', 'int a [] = {1,[3]=2,3}, s = {0};'],
    ['struct S s = { .a = 1, .b.c[2] = { 2, }, 3 };', 'struct S s = {.a=1,.b.c[2]={2},3};'],
    ['f(a, b) int a; char *b; { }', 'implicit f (knr a,b) int a; char b *;{}'],
    ['main() { return 0; }', 'implicit main (?) {return 0;}'],
    ['static x; const y = 1;', 'static implicit x; const implicit y = 1;'],
    ['_Static_assert(1 + 1 == 2, "math"); ;', 'assert (== (+ 1 1) 2) "math"; ;'],
    ['typeof(1 + 2) x; typeof(char *) y;', 'typeof((+ 1 2)) x; typeof(char *) y;'],
    ['void f(int a[static 3], int b[const]);', 'void f (int a [3],int b []);'],
    [
      'typedef struct _A A, *PA; struct _A { PA next; };',
      'typedef struct _A A, PA *; struct _A{PA next *;} ;'.replace(' *;}', ';}'),
    ],
    ['int x __attribute__((aligned(8), unused));', '@align(8) int x;'],
    ['void * __ptr64 p; int __unaligned * __restrict q;', 'void p *; int q *;'],
    ['extern int f(int (void)), g(int (*)(void), int []);', 'extern int f (int ()), g (int * (),int []);'],
  ];
  for (const [input, expected] of cases) it(input, () => expect(clean(input)).toBe(expected));
});

describe('expressions', () => {
  const cases: [input: string, expected: string][] = [
    ['a + b * c - d', '(- (+ a (* b c)) d)'],
    ['a = b += c ? d : e, f', '(, (= a (+= b (? c d e))) f)'],
    ['a || b && c | d ^ e & f == g < h << i', '(|| a (&& b (| c (^ d (& e (== f (< g (<< h i))))))))'],
    ['a ? b : c ? d : e', '(? a b (? c d e))'],
    ['-a++ + ++*p', '(+ (- (_++ a)) (++_ (* p)))'],
    ['!~&x', '(! (~ (& x)))'],
    ['p->a.b[1](2, 3)->c--', '(_-- p->a.b[1](2,3)->c)'],
    ['(T)x + (T *)y', '(+ <T>x <T *>y)'],
    ['(T)(x)', '<T>(x)'.replace('(x)', 'x')],
    ['(x)(1)', 'x(1)'],
    [
      'sizeof(T) + sizeof x + sizeof (x)[0] + sizeof(T *[3])',
      '(+ (+ (+ sizeof(T) sizeof(x)) sizeof(x[0])) sizeof(T [3] *))',
    ],
    ['__alignof(int) + _Alignof(T)', '(+ alignof(int) alignof(T))'],
    ['(T[]){1, 2}[0]', '<T []>{1,2}[0]'],
    ['(int (*)(void))p', '<int * ()>p'],
    ['__builtin_offsetof(struct S, a.b[2])', 'offsetof(struct S,a.b.[2])'],
    ['_Generic(x, int: 1, char *: 2, default: 3)', 'generic(x,int:1,char *:2,*:3)'],
    ['__builtin_va_arg(ap, T *)', 'va_arg(ap,T *)'],
    ['__builtin_va_start(ap, x)', 'va_start(ap,x)'],
    ['_exception_code() == 5', '(== seh_code 5)'],
    ['(struct E *)_exception_info()', '<struct E *>seh_info'],
    ['_abnormal_termination()', 'seh_abnormal'],
    ['__FUNCTION__ ": x"', '"f: x"'],
    ['__func__', '"f"'],
    ['__noop(1), __assume(0)', '(, __noop(1) __assume(0))'],
    ["'\\xff'", '-1'],
    ['0xFFFFFFFFFFFFFFFF', '18446744073709551615'],
    ['- 2147483648', '(- 2147483648)'],
    ['L"a" "b"', 'L"ab"'],
  ];
  for (const [input, expected] of cases) {
    it(input, () =>
      expect(clean(`typedef int T; void f(void) { ${input}; }`)).toBe(`typedef int T; void f () {${expected};}`),
    );
  }
});

describe('statements', () => {
  const cases: [input: string, expected: string][] = [
    ['if (a) b; else if (c) d; else e;', 'if a b; else if c d; else e;'],
    ['if (a) if (b) c; else d;', 'if a if b c; else d;'],
    ['while (a) { b; continue; }', 'while a {b; continue;}'],
    ['do a--; while (a);', 'do (_-- a); a'],
    ['for (int i = 0; i < 3; i++) ;', 'for int i = 0;(< i 3);(_++ i) ;'],
    ['for (;;) break;', 'for ;; break;'],
    ['switch (a) { case 1: case 2: b; break; default: c; }', 'switch a {case 1: ; case 2: b; break; default: c;}'],
    ['switch (a) case 1: case 2: b;', 'switch a case 1: case 2: b;'],
    ['switch (a) { case 1: }', 'switch a {case 1: ;}'],
    ['x: y: a; goto x;', 'x: y: a; goto x;'],
    ['x: int y = 1;', 'x: int y = 1;'],
    ['__try { __leave; } __finally { a; }', 'try {leave;} finally {a;}'],
    ['__try { a; } __except (1) { b; }', 'try {a;} except 1 {b;}'],
    ['T * p; T (q); { int T = 2; T * p; }', 'T p *; T q; {int T = 2; (* T p);}'],
    ['T: ; goto T;', 'T: ; goto T;'],
    ['return (T)1;', 'return <T>1;'],
    ['extern int g(T T); T x;', 'extern int g (T T); T x;'],
    ['{ enum { T }; x = T; } T y;', '{enum {T} ; (= x T);} T y;'],
  ];
  for (const [input, expected] of cases) {
    it(input, () =>
      expect(clean(`typedef int T; void f(void) { ${input} }`)).toBe(`typedef int T; void f () {${expected}}`),
    );
  }
});

describe('mistakes', () => {
  /** Expected: `line: id` each. One mistake, one finding. */
  const cases: [what: string, input: string, expected: string[]][] = [
    [
      'no ; after a statement',
      'int f(void) {\n int a = 1\n a = 2;\n return a\n}',
      ['2: expected-semicolon', '4: expected-semicolon'],
    ],
    ['no ; on one line', 'int f(void) { int a = 1 return a; }', ['1: expected-semicolon']],
    [
      'no ; before a macro that makes (x);',
      '#define UNUSED(P) (P)\nint f(int p) {\nint a\n\nUNUSED(p);\na = 1;\nreturn a;\n}',
      ['3: expected-semicolon'],
    ],
    ['no ; after a struct', 'struct S { int a; }\nint x;', ['1: expected-semicolon']],
    ['no ; after a typedef', 'typedef struct { int a; } S\nint x;', ['1: expected-semicolon']],
    ['no ; after a member', 'struct S { int a\n int b; };', ['1: expected-semicolon']],
    ['no ) of if', 'int f(int a) { if (a == 2 { return 3; } return 0; }', ['1: expected-paren']],
    ['no ) of call', 'int f(int a) { g(a, 1; return a; }', ['1: expected-paren']],
    ['no ) at line end', 'int f(int a) { g(a\n return a; }', ['1: expected-paren']],
    ['no ( of while', 'int f(int a) { while a { } return a; }', ['1: expected-paren']],
    ['too many )', 'int f(int a) { g(a)); return a; }', ['1: unexpected-paren']],
    ['no , in call', 'int f(int a) { return g(a 1); }', ['1: expected-comma']],
    ['no , in list', 'int a[] = {1 2, 3};', ['1: expected-comma']],
    ['no , in enum', 'enum E { A B, C };', ['1: expected-comma']],
    ['no , in parameters', 'int f(int a int b);', ['1: expected-comma']],
    ['no ]', 'int f(int *a) { return a[0; }', ['1: expected-bracket']],
    ['no = before list', 'int a[] {1};', ['1: expected-equals']],
    ['no } of a function', 'int f(void) {\n if (1) {\n return 1;\n}\nint g(void) { return 2; }', ['4: expected-brace']],
    ['no } at the end', 'int f(void) {\n return 1;\n', ['2: expected-brace']],
    ['too many }', 'int f(void) { } }\nint g(void) { return 1; }', ['1: unexpected-brace']],
    ['else without if', 'int f(void) { if (1); return 1; else return 2; }', ['1: else-without-if']],
    ['nothing after +', 'int f(int a) { a = a + ; return a; }', ['1: expected-expression']],
    ['nothing in ()', 'int f(int a) { if () return a; return 1; }', ['1: expected-expression']],
    ['=<', 'int f(int a) { return a =< 1; }', ['1: expected-expression']],
    ['type in a call', 'int f(int a) { return g(int a); }', ['1: expected-expression']],
    ['typedef as value', 'typedef int T; int f(void) { return T + 1; }', ['1: expected-expression']],
    ['keyword as name', 'int if;', ['1: expected-name']],
    ['case with ;', 'int f(int a) { switch (a) { case 1; return 2; } return 0; }', ['1: expected-colon']],
    ['for with ,', 'int f(int i) { for (i = 0, i < 3, i++) { } return 1; }', ['1: expected-semicolon']],
    [
      'for with , and a declaration',
      'int f(void) { for (int i = 0, i < 3, i++) { } return 1; }',
      ['1: expected-semicolon'],
    ],
    ['do without while', 'int f(void) { do { } return 1; }', ['1: expected-while']],
    ['__try alone', 'int f(void) { __try { } return 1; }', ['1: expected-handler']],
    ['unknown type', 'FOO x;\nFOO *f(FOO y);', ['1: unknown-type']],
    [
      'unknown types in a block',
      'int f(void) { FOO *p; BAR q; (BAZ)p; sizeof(QUX *); return 1; }',
      ['1: unknown-type', '1: unknown-type', '1: unknown-type', '1: unknown-type'],
    ],
    ['unknown member type', 'struct S { FOO a; BAR *b; int c; };', ['1: unknown-type', '1: unknown-type']],
    ['unknown parameter type', 'int f(FOO, int);', ['1: unknown-type']],
    ['unknown annotation', 'typedef int T; int f(_Foo_ T x);', ['1: unknown-word']],
    ['unknown word', 'typedef int T; T FOOAPI f(int x);', ['1: unknown-word']],
    ['statement outside', 'int printf();\nprintf("x");\nint x;', ['2: statement-outside']],
    ['loop outside', 'for (;;) { }\nint x;', ['1: statement-outside']],
    ['float', 'float f; long double g(double d) { return (float)1; }', []],
    ['complex', 'double _Complex f; _Imaginary float g;', ['1: complex-unsupported', '1: complex-unsupported']],
    ['assembler', 'int f(void) { __asm { mov eax, 1 } return 1; }', ['1: unsupported']],
    ['assembler line', 'int f(void) { __asm mov eax, 1\n return 1; }', ['1: unsupported']],
    ['nested function', 'int f(void) { int g(void) { return 1; } return 1; }', ['1: nested-function']],
    ['declaration as a body', 'int f(void) { if (1) int x = 1; return 1; }', ['1: declaration-without-block']],
    ['member value', 'struct S { int a = 1; };', ['1: member-initializer']],
    ['open string', 'int f(void) { g("abc);\n return 1; }', ['1: unterminated-string']],
  ];
  for (const [what, input, expected] of cases) {
    it(what, () => {
      const { diags, sm } = run(input);
      const found = diags.list.map((d) => `${sm.lineCol(d.span.file, d.span.start).line}: ${d.id}`);
      expect(found).toEqual(expected);
    });
  }

  it('says what was meant', () => {
    expect(run('typedef int NTSTATUS; NTSTAUS x;').diags.list[0].text).toBe(
      "unknown type name 'NTSTAUS'; did you mean 'NTSTATUS'?",
    );
    expect(run('uint32_t x;').diags.list[0].text).toBe(
      "unknown type name 'uint32_t'; it comes with #include <stdint.h>",
    );
  });

  it('reads on after a mistake', () => {
    const { unit } = run('int f(void) { x = ; }\nstruct S { int a }\n; int g(void) { return 1; }');
    expect(unit.decls.map(external)).toEqual(['int f () {(= x !);}', 'struct S{int a;} ;', 'int g () {return 1;}']);
  });

  const deep = (open: string, close: string, n = 10_000): string => open.repeat(n) + close;
  const nested: [what: string, input: string][] = [
    ['parentheses', `int x = ${deep('(', `1${')'.repeat(10_000)}`)};`],
    ['open parentheses', `int x = ${deep('(', '')}`],
    ['declarators', `int ${deep('(', 'x')};`],
    ['blocks', `void f(void) ${deep('{', '}'.repeat(10_000))}`],
    ['unary', `int x = ${deep('- ', '1')};`],
    ['casts', `int x = ${deep('(int)', '1')};`],
    ['a chain of +', `int x = ${deep('1 + ', '1')};`],
    ['a chain of calls', `int x = f${'()'.repeat(10_000)};`],
    ['initialisers', `int x[] = ${deep('{', '}'.repeat(10_000))};`],
    ['structs', `${deep('struct {', '}'.repeat(10_000))};`],
    ['else if', `void f(void) { ${deep('if (1) ; else ', ';')} }`],
    ['assignments', `void f(void) { ${deep('a = ', '1')}; }`],
    ['conditionals', `int x = ${deep('1 ? 2 : ', '3')};`],
    ['parameters', `void f(${deep('void (*)(', ')'.repeat(10_000))});`],
    ['sizeof', `int x = ${deep('sizeof ', '1')};`],
    ['typeof', `${deep('typeof(', `1${')'.repeat(10_000)}`)} x;`],
    ['labels', `void f(void) { ${deep('a: ', ';')} }`],
    ['if', `void f(void) { ${deep('if (1) ', ';')} }`],
    ['index', `int x = ${deep('a[', `1${']'.repeat(10_000)}`)};`],
  ];
  for (const [what, input] of nested) {
    it(`bounds the depth of ${what}`, () => {
      const { diags, unit } = run(`${input}\nint after;`);
      expect(diags.list.map((d) => d.id)).toContain('nesting-too-deep');
      expect(diags.list.length).toBeLessThan(3);
      expect(unit.tokens.at(-1)?.kind).toBe('eof');
    });
  }

  it('takes long rows that do not nest', () => {
    const cases_ = Array.from({ length: 2000 }, (_, i) => `case ${i}:`).join(' ');
    const list = Array.from({ length: 5000 }, (_, i) => i).join();
    expect(clean(`int a[] = {${list}}; void f(int x) { switch (x) { ${cases_} x; } }`).length).toBeGreaterThan(20_000);
  });
});

// ---------------------------------------------------------------- any damage to a good program

const SAMPLE = `
typedef unsigned long ULONG, *PULONG;
typedef struct _E { struct _E *Flink, *Blink; } E, *PE;
typedef int (__stdcall *FN)(PE e, ...);
#pragma pack(push, 1)
struct S { char a; int b : 3, : 2; union { int x; E e; }; FN fn; int tail[]; };
#pragma pack(pop)
enum K { A, B = 4, C };
static const ULONG table[] = { 1, [3] = 2, sizeof(struct S) };
__declspec(dllimport) int __cdecl Print(const char *format, ...);
#define MAX(a, b) ((a) > (b) ? (a) : (b))
int old(a, b) int a; char *b; { return a; }
int __stdcall Main(struct S *s, ULONG n)
{
    ULONG i = 0, *p = &i;
    struct S local = { .a = 'x', .e = { s, 0 } };
    for (int k = 0; k < (int)n; k++) {
        switch (table[k]) { case A: case B: i++; break; default: goto out; }
    }
    __try { i = MAX(*p, n) << 2; __leave; }
    __except (_exception_code() == 5 ? 1 : 0) { i = 0; }
    do { i--; } while (i && !s->fn(&s->e, (ULONG)1, "x" "y"));
    if (i == 3) return -1; else if (i) { Print("%d\\n", i, L"w"); } else ;
out:
    return (int)(i + ((struct S){ .a = 1 }).a);
}
`;

describe('damaged programs', () => {
  const good = cut(SAMPLE).tokens;
  const edit = fc.record({
    what: fc.constantFrom('delete', 'double', 'swap', 'move'),
    at: fc.nat(good.length - 2),
    to: fc.nat(good.length - 2),
  });

  it('the sample itself is clean', () => expect(run(SAMPLE).diags.list).toEqual([]));

  it('never throws, never hangs, always has findings within the file', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const { sm, diags } = cut(SAMPLE);
        const tokens = [...good];
        for (const { what, at, to } of edits) {
          const limit = tokens.length - 1; // eof stays where it is
          const i = at % limit;
          const j = to % limit;
          if (what === 'delete' && limit > 1) tokens.splice(i, 1);
          else if (what === 'double') tokens.splice(i, 0, tokens[i]);
          else if (what === 'move') tokens.splice(j, 0, ...tokens.splice(i, 1));
          else [tokens[i], tokens[j]] = [tokens[j], tokens[i]];
        }
        const unit = parse(tokens, 0, sm, diags);
        for (const decl of unit.decls) external(decl); // the tree is complete enough to walk
        expect(diags.list.length).toBeLessThan(40);
      }),
      { seed: 42, numRuns: 1500 },
    );
  });

  it('any order of tokens', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(good.length - 2), { maxLength: 80 }), (order) => {
        const { sm, diags } = cut(SAMPLE);
        const unit = parse([...order.map((i) => good[i]), good[good.length - 1]], 0, sm, diags);
        for (const decl of unit.decls) external(decl);
      }),
      { seed: 43, numRuns: 1500 },
    );
  });

  it('nodes name their tokens', () => {
    const { unit } = run(SAMPLE);
    let last = -1;
    for (const decl of unit.decls) {
      expect(decl.first).toBe(last + 1);
      expect(decl.last).toBeGreaterThanOrEqual(decl.first);
      last = decl.last;
    }
    expect(last).toBe(unit.tokens.length - 2);
  });
});
