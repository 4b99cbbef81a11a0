/**
 * Microsoft C, item by item, on the lab's own headers: what must be accepted without a word, and what must be said about the rest. What programs compute
 * is in testdata/ms.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze } from './analyze.ts';

const DRIVER = '#include <ntifs.h>\n#include <ntstrsafe.h>\n#include <driverspecs.h>\n';
const PROGRAM = '#include <windows.h>\n#include <intrin.h>\n';

/** `line: severity id` of all that is said about the text behind the includes. */
function said(head: string, text: string): string[] {
  const { diagnostics, sources } = analyze({
    sources: [{ name: 'a.c', text: head + text }],
    include: (name) => {
      const path = fileURLToPath(new URL(`../guest/include/${name.toLowerCase()}`, import.meta.url));
      return existsSync(path) ? { name, text: readFileSync(path, 'utf8'), system: true } : undefined;
    },
    defines: [],
    profile: head === DRIVER ? 'driver' : 'user',
  });
  const lines = head.split('\n').length - 1;
  return diagnostics.list
    .filter(({ span }) => sources.files[span.file]?.name === 'a.c')
    .map(({ severity, id, span }) => `${sources.lineCol(span.file, span.start).line - lines}: ${severity} ${id}`);
}

describe('accepted in a driver', () => {
  test.each<[feature: string, text: string]>([
    [
      'suffixes',
      'ULONG64 a = 1ui64 + 0xFFUI64 + POOL_FLAG_PAGED; UCHAR b = 7ui8; LONG64 c = -1i64; USHORT d = 3ui16; ULONG e = 4ui32;',
    ],
    [
      'interlocked family',
      `LONG l; LONG64 q; short s; char c; PVOID p; void f(void) { _InterlockedIncrement(&l); InterlockedIncrementAcquire(&l); InterlockedAdd(&l, 3);
      _InterlockedExchange64(&q, 1); InterlockedCompareExchangeRelease(&l, 1, 2); _InterlockedOr8(&c, 1); _InterlockedXor16(&s, 1); InterlockedAnd(&l, 1);
      InterlockedOrNoFence(&l, 1); InterlockedBitTestAndSet(&l, 3); InterlockedExchangePointer(&p, 0); InterlockedCompareExchangePointer(&p, 0, 0); }`,
    ],
    [
      'processor',
      `ULONG64 f(void) { int r[4]; __cpuid(r, 0); _disable(); _enable(); __writecr8(2); __invlpg(r); __nop(); _mm_pause(); YieldProcessor(); _ReadWriteBarrier();
      KeMemoryBarrier(); return __readcr0() + __readcr2() + __readcr3() + __readcr4() + __readcr8() + __readmsr(0x10) + __readeflags() + __rdtsc() + __readgsqword(0x20); }`,
    ],
    [
      'ports and strings',
      `void f(PUCHAR p, PULONG q, PUSHORT w, PULONG64 z) { __outbyte(0x70, __inbyte(0x71)); __outword(1, __inword(2)); __outdword(1, __indword(2)); __movsb(p, p, 3);
      __stosb(p, 0, 3); __stosd(q, 0, 3); __stosw(w, 0, 3); __stosq(z, 0, 3); __movsd(q, q, 1); __movsq(z, z, 1); READ_PORT_UCHAR(p); }`,
    ],
    [
      'bits',
      `ULONG i; ULONG64 f(ULONG x, ULONG64 y) { _BitScanForward(&i, x); BitScanReverse64(&i, y); return _byteswap_ulong(x) + _byteswap_ushort(3) + _byteswap_uint64(y) +
      _rotl(x, 3) + _rotr64(y, 5) + __umulh(y, y) + __popcnt(x) + RtlUlongByteSwap(x); }`,
    ],
    [
      'alignment',
      'DECLSPEC_ALIGN(16) ULONG a; typedef struct DECLSPEC_CACHEALIGN _A { ULONG POINTER_ALIGNMENT x; } A; ULONG UNALIGNED *p; C_ASSERT(sizeof(A) == 64);',
    ],
    ['pointers of a width', 'void * __ptr64 b; void * POINTER_64 c; int * __restrict d; void * __sptr e;'],
    [
      'conventions everywhere',
      'typedef VOID (NTAPI *A)(int); VOID (FASTCALL * const t[2])(int); static int __cdecl f(int (__stdcall *g)(void)) { return g(); } A __stdcall h(void);',
    ],
    [
      'pragmas',
      `#pragma code_seg(push, old, "PAGE")
      void f(void) { }
      #pragma code_seg(pop, old)
      #pragma data_seg("PAGED")
      int a = 1;
      #pragma data_seg()
      #pragma section("MINE", read, write)
      __declspec(allocate("MINE")) int b;
      #pragma comment(lib, "x.lib")
      #pragma comment(linker, "/MERGE:a=b")
      #pragma intrinsic(memcpy)
      #pragma optimize("", off)
      #pragma region Here
      #pragma endregion
      #pragma prefast(suppress: 28182, "words (in parentheses)")
      #pragma warning(push, 3)
      #pragma warning(disable: 4100 4201; once: 4700; suppress: 6001)
      #pragma warning(pop)
      __pragma(warning(push)) _Pragma("pack(push, 1)") struct s { char c; int i; }; _Pragma("pack(pop)") __pragma(warning(pop))
      C_ASSERT(sizeof(struct s) == 5);`,
    ],
    [
      'macros in pragmas',
      '#define PAGEDCODE code_seg("PAGE")\n#define STACK push\n#pragma PAGEDCODE\nvoid f(void) { }\n#pragma pack(STACK, 1)\n#pragma pack(pop)',
    ],
    [
      'annotations',
      `_IRQL_requires_max_(DISPATCH_LEVEL) _Function_class_(DRIVER_DISPATCH) _Dispatch_type_(IRP_MJ_READ) __drv_functionClass(X) __drv_maxIRQL(APC_LEVEL)
      _Success_(return != 0) _When_(x == 1, _At_(*p, _Post_maybenull_)) _Must_inspect_result_
      NTSTATUS f(_In_ int x, _Inout_updates_bytes_opt_(x) __drv_when(x > (1, 2), __drv_aliasesMem) PVOID p, _Out_writes_bytes_to_(x, *n) PVOID q, _Outptr_opt_ PULONG *n);
      _Use_decl_annotations_ NTSTATUS f(int x, PVOID p, PVOID q, PULONG *n) { _Analysis_assume_(x > 0); return x + (p == q) + (n == 0); }`,
    ],
    [
      'declspecs',
      '__declspec(noinline) __declspec(restrict) void *f(void); __declspec(selectany) int a = 1; __declspec(dllexport) int b; __declspec(noreturn) void g(void); __declspec(code_seg("PAGE")) void h(void) { }',
    ],
    [
      'names of the compiler',
      'const char *a(void) { return __FUNCSIG__; } const char *b(void) { return __FUNCDNAME__; } int c = __COUNTER__ + __alignof(int); int f(int x) { __assume(x); __noop(x); __annotation(L"x"); return x; }',
    ],
    [
      'existence',
      'int a; __if_exists(a) { int b; } __if_not_exists(a) { garbage } int f(void) { __if_not_exists(zz) { return b; } }',
    ],
    [
      'unnamed members',
      'struct in { int x; }; struct out { struct in; union { int u; char c; }; } o; int f(void) { return o.x + o.u + o.c; }',
    ],
    ['enums before their definition', 'enum later; typedef enum later *P; enum later { ONE }; enum { LAST, };'],
    [
      'arrays without elements',
      'struct a { int n; char t[0]; }; struct b { int n; char t[]; }; struct { int n; UCHAR Data[ANYSIZE_ARRAY]; } c;',
    ],
    ['constants of several characters', "ULONG a = 'Tag1', b = ' kdD'; C_ASSERT('ab' == 0x6162);"],
    [
      'old parameter words',
      'NTSTATUS f(IN PVOID a, OUT PULONG b OPTIONAL, IN OUT PULONG c, __in ULONG d, __out_opt PULONG e, CONST CHAR FAR *g);',
    ],
    [
      'debugging macros',
      'void f(int x) { PAGED_CODE(); KdPrint(("%d\\n", x)); ASSERT(x); NT_ASSERT(x); ASSERTMSG("m", x); NT_VERIFY(x); KdBreakPoint(); UNREFERENCED_PARAMETER(x); }',
    ],
    [
      'a GUID',
      '#include <initguid.h>\nDEFINE_GUID(GUID_X, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11); int f(void) { return IsEqualGUID(&GUID_X, &GUID_X); }',
    ],
    [
      'records around members',
      'struct in { LIST_ENTRY l; }; struct o { int a; struct in i; }; struct o *f(PLIST_ENTRY e) { return CONTAINING_RECORD(e, struct o, i.l); }',
    ],
  ])('%s', (_, text) => {
    expect(said(DRIVER, text)).toEqual([]);
  });
});

describe('said in a program', () => {
  test.each<[text: string, findings: string[]]>([
    ['int f(void *p) { return 1 + (int)p; }', ['1: warning pointer-truncation']],
    [
      '#pragma warning(disable: 4311)\nint f(void *p) { return (int)p; }\n#pragma warning(default: 4311)\nint g(void *p) { return (int)p; }',
      ['4: warning pointer-truncation'],
    ],
    [
      '#pragma warning(push)\n#pragma warning(disable: 4311)\n#pragma warning(pop)\nint g(void *p) { return (int)p; }',
      ['4: warning pointer-truncation'],
    ],
    [
      '#pragma warning(suppress: 4311)\nint f(void *p) { return (int)p; }\nint g(void *p) { return (int)p; }',
      ['3: warning pointer-truncation'],
    ],
    ['#pragma warning(error: 4311)\nint f(void *p) { return (int)p; }', ['2: error pointer-truncation']],
    ['__pragma(warning(disable: 4311)) int f(void *p) { return (int)p; }', []],
    ['#pragma onec', ['1: warning unknown-pragma']],
    ['#pragma pakc(1)', ['1: warning unknown-pragma']],
    ['#pragma warning(disable: 4068)\n#pragma nonsense', []],
    ['#pragma region Dispatch\n#pragma endregion\n#pragma prefast(disable: 1, "x")\n#pragma GCC poison x', []],
    ['void f(void);\nvoid f(void) { }\n#pragma alloc_text(PAGE, f)', ['3: warning alloc-text-late']],
    ['void f(void);\n#pragma alloc_text(PAGE, f)\nvoid f(void) { }', []],
    ['#pragma alloc_text(PAGE, nothere)', ['1: error alloc-text-undeclared']],
    ['__declspec(thread) int a;', ['1: error unsupported']],
    ['__declspec(naked) void f(void) { }', ['1: error unsupported']],
    ['__declspec(deprecated("use g")) int f(void);\nint g(void) { return f(); }', ['2: warning deprecated']],
    ['struct e { };', ['1: error empty-record']],
    ['void *f(void *p) { return p + 1; }', ['1: error void-arithmetic']],
    ['void f(int a) { (char)a = 1; }', ['1: error not-an-lvalue']],
    ['void main(ULONG n, PCHAR a[]) { }', ['1: warning main-prototype']],
    ['void f(void) { __leave; }', ['1: error leave-misplaced']],
    ['void f(void) { __try { } __except (1) { GetExceptionInformation(); } }', ['1: error seh-misplaced']],
    ['int f(void) { __try { } __finally { return 1; } }', ['1: warning jump-out-of-finally']],
    ['void f(void) { __try { } __finally { __try { } __finally { __leave; } } }', ['1: error leave-misplaced']],
    ['void f(void) { __try { __try { } __finally { __leave; } } __finally { } }', ['1: warning jump-out-of-finally']],
    ['void f(void) { goto l; __try { l: ; } __except (1) { } }', ['1: error jump-into-try']],
    ['void f(void) { __try { } }', ['1: error expected-handler']],
  ])('%s', (text, findings) => {
    expect(said(PROGRAM, text)).toEqual(findings);
  });
});

test('pointers of 32 bits are told to be none', () => {
  const text = 'void * POINTER_32 a; typedef struct { int * __ptr32 p; } S;';
  expect(said(DRIVER, text)).toEqual(['1: warning pointer-width', '1: warning pointer-width']);
});
