/**
 * Programs on the lab's user-mode libraries: C run-time library, Win32, exceptions, threads. What is expected of ordinary C and Win32 was
 * taken from the same sources under Wine; exceptions, and what Wine does otherwise than documented, from the documentation.
 */
import { describe, expect, test } from 'vitest';
import { appWith, driverWith, runLab } from './lab-testing.ts';
import type { LabConfig } from './protocol/lab-api.ts';

const HEADERS = ['windows', 'stdio', 'stdlib', 'string', 'wchar', 'errno', 'conio', 'process', 'time', 'strsafe']
  .map((name) => `#include <${name}.h>\n`)
  .join('');

/** Runs a program (`body` of main, what stands before it) to its exit. Returns its lines and its status. */
function program(body: string, globals = '', config: Partial<LabConfig> = {}) {
  return whole(`${HEADERS}${globals}\nint main(int argc, char **argv)\n{\n${body}\nreturn 0;\n}\n`, config);
}

function whole(app: string, config: Partial<LabConfig> = {}) {
  const outcome = runLab({ app, config });
  expect(outcome.report.messages.filter((m) => m.severity === 'error')).toEqual([]);
  return { ...outcome, lines: outcome.console.split('\n').filter((line) => line !== '') };
}

function exitStatus(outcome: ReturnType<typeof runLab>): number | undefined {
  return outcome.end?.kind === 'exit' ? outcome.end.status : undefined;
}

describe('the C run-time library', () => {
  test('printf knows Microsoft’s conversions', () => {
    const { lines } = program(String.raw`
    printf("%d %i %u %x %X %o %c %s|%5d|%-5d|%05d|%+d|% d|%#x|%#o\n", -5, 7, 4000000000u, 255, 255, 8, 'A', "str", 42, 42, 42, 42, 42, 255, 8);
    printf("%ld %I64d %I64x %hd %hu %Iu %I32d %zu\n", -1L, -5000000000ll, 0x123456789abcull, (short)70000, (unsigned short)70000, (size_t)5, -1, (size_t)7);
    printf("%p %10s|%-10s|%.3s|%*d|%-*d|%.*s|%%\n", (void *)0x1234ABCDull, "right", "left", "truncate", 6, 42, 6, 42, 2, "abc");
    printf("%S %ls %ws %hs %C %lc\n", L"wide", L"wide2", L"wide3", "narrow", L'W', L'L');
    printf("%08lX %#010x %.5d|%8.3d|%-8.3d|%010.4d|%.0d|%s\n", 0xBEEFul, 0xBEEF, 42, 7, 7, 42, 0, (char *)0);
    wprintf(L"%s %S %d %c\n", L"wide", "narrow", 5, L'c');
    printf("%d\n", printf("12345\n"));`);
    expect(lines).toEqual([
      '-5 7 4000000000 ff FF 10 A str|   42|42   |00042|+42| 42|0xff|010',
      '-1 -5000000000 123456789abc 4464 4464 5 -1 7',
      '000000001234ABCD      right|left      |tru|    42|42    |ab|%',
      'wide wide2 wide3 narrow W L',
      '0000BEEF 0x0000beef 00042|     007|007     |      0042||(null)',
      'wide narrow 5 c',
      '12345',
      '6',
    ]);
  });

  test('bounded printing cuts, refuses or counts as each member of the family does', () => {
    const { lines } = program(
      String.raw`
    char b[40]; wchar_t w[10]; int n;
    _set_invalid_parameter_handler(mine);
    n = _snprintf(b, 4, "abcdefg"); printf("%d %.4s\n", n, b);
    n = _snprintf(b, 10, "abc"); printf("%d %s\n", n, b);
    n = snprintf(b, 4, "abcdefg"); printf("%d %s\n", n, b);
    n = sprintf_s(b, 4, "abcdefg"); printf("%d '%s' %d\n", n, b, errno);
    n = _snprintf_s(b, 4, _TRUNCATE, "abcdefg"); printf("%d %s\n", n, b);
    n = _snprintf_s(b, 40, 3, "abcdefg"); printf("%d %s\n", n, b);
    n = _scprintf("%d-%s", 42, "x"); printf("%d\n", n);
    n = swprintf(w, 10, L"%s %d", L"wide", 5); printf("%d %S\n", n, w);
    n = strcpy_s(b, 3, "toolong"); printf("%d '%s'\n", n, b);
    printf("%lX ", StringCchCopyA(b, 10, "far too long")); puts(b);
    printf("%lX ", StringCbPrintfW(w, sizeof(w), L"%s!", L"ok")); printf("%S\n", w);`,
      'static void mine(const wchar_t *e, const wchar_t *f, const wchar_t *g, unsigned l, uintptr_t r) {}',
    );
    expect(lines).toEqual([
      ...[
        '-1 abcd',
        '3 abc',
        '7 abc',
        `-1 '' 34`,
        '-1 abc',
        '-1 abc',
        '4',
        '6 wide 5',
        `34 ''`,
        '8007007A far too l',
        '0 ok!',
      ],
    ]);
  });

  test('numbers in text: prefixes, rests, limits', () => {
    const { lines } = program(String.raw`
    static const char *texts[] = {"0", "  12x", "-12", "0x1F", "0xg", "077", "08", "2147483648", "-2147483649", "99999999999999999999", "", "-"};
    char *end; int i;
    for (i = 0; i < 12; i++) {
        long value;
        errno = 0;
        value = strtol(texts[i], &end, 0);
        printf("%ld '%s' %d | ", value, end, errno);
        errno = 0;
        printf("%lu", strtoul(texts[i], &end, 10));
        printf(" '%s' %d\n", end, errno);
    }
    printf("%d %I64d %I64u\n", atoi(" 42x"), _strtoi64("-9223372036854775809", NULL, 10), _strtoui64("ffffffffffffffff", NULL, 16));
    printf("%s %s\n", _itoa(-255, (char[20]){0}, 16), _i64toa(-5, (char[30]){0}, 10));`);
    expect(lines).toEqual([
      `0 '' 0 | 0 '' 0`,
      `12 'x' 0 | 12 'x' 0`,
      `-12 '' 0 | 4294967284 '' 0`,
      `31 '' 0 | 0 'x1F' 0`,
      `0 'xg' 0 | 0 'xg' 0`,
      `63 '' 0 | 77 '' 0`,
      `0 '8' 0 | 8 '' 0`,
      `2147483647 '' 34 | 2147483648 '' 0`,
      `-2147483648 '' 34 | 2147483647 '' 0`,
      `2147483647 '' 34 | 4294967295 '' 34`,
      `0 '' 0 | 0 '' 0`,
      `0 '-' 0 | 0 '-' 0`,
      '42 -9223372036854775808 18446744073709551615',
      'ffffff01 -5',
    ]);
  });

  test('rand, strtok and errno are each thread’s own', () => {
    const globals = `static DWORD WINAPI other(LPVOID p)
      {
          char text[] = "x y"; char *first = strtok(text, " "); int a = rand(), b = rand();
          sprintf(p, "%d %d %d %s ", errno, a, b, first); strcat(p, strtok(NULL, " ")); errno = 7; srand(5); return 0;
      }`;
    const { lines } = program(
      String.raw`
    char said[60]; char text[] = "a b c"; HANDLE h; int first, second;
    srand(42); errno = 3; first = rand(); printf("%s ", strtok(text, " "));
    h = CreateThread(NULL, 0, other, said, 0, NULL); WaitForSingleObject(h, INFINITE);
    second = rand(); printf("%s %d %d %d\n%s\n", strtok(NULL, " "), errno, first, second, said);`,
      globals,
    );
    expect(lines).toEqual(['a b 3 175 400', '0 41 18467 x y']);
  });

  test('sscanf', () => {
    const { lines } = program(String.raw`
    int n, a, b, i; char s[40], t[40], c; short h; __int64 q; wchar_t w[20];
    n = sscanf("12 -7 0x1f 077 abc", "%d %d %i %i %s", &a, &b, &i, &n, s); printf("%d %d %d %s\n", a, b, i, s);
    n = sscanf("a,b,c", "%[^,],%[^,],%c", s, t, &c); printf("%d %s %s %c\n", n, s, t, c);
    n = sscanf("12345678", "%3d%3d%d", &a, &b, &i); printf("%d %d %d %d\n", n, a, b, i);
    n = sscanf("5 6", "%*d %d", &a); printf("%d %d\n", n, a);
    n = sscanf("70000 5000000000", "%hd %I64d", &h, &q); printf("%d %d %I64d\n", n, h, q);
    n = sscanf("hello world", "%s%n", s, &a); printf("%d %s %d\n", n, s, a);
    n = sscanf("wide", "%S", w); printf("%d %S\n", n, w);
    printf("%d %d %d %d\n", sscanf("abc", "%d", &a), sscanf("", "%d", &a), sscanf("0x", "%x", &a), sscanf("k:5", "k=%d", &a));
    n = sscanf_s("longword 7", "%s %d", s, 4u, &a); printf("%d '%s'\n", n, s);
    n = sscanf_s("word 7", "%s %d", s, 40u, &a); printf("%d %s %d\n", n, s, a);`);
    expect(lines).toEqual([
      ...[
        '12 -7 31 abc',
        '3 a b c',
        '3 123 456 78',
        '1 6',
        '2 4464 5000000000',
        '1 hello 5',
        '1 wide',
        '0 -1 0 0',
        `0 ''`,
      ],
      '2 word 7',
    ]);
  });

  test('strings, sorting, random numbers, time', () => {
    const { lines } = program(
      String.raw`
    char b[100], t[] = "a,b;c"; char *k; int v[40], i, key = 20; struct tm tm; time_t when = 946684800 + 86400 * 59 + 3661;
    strcpy(b, "one"); strcat(b, "two"); strncat(b, "three", 2); printf("%s %s %s\n", b, strrchr(b, 't'), strstr("hello world", "wor"));
    for (k = strtok(t, ",;"); k != NULL; k = strtok(NULL, ",;")) printf("[%s]", k);
    puts("");
    printf("%d %d %d %s %s\n", _stricmp("ABC", "abc"), memcmp("a\xff", "a\x01", 2), (int)strspn("hello", "hel"), _strrev(_strdup("abc")), _strupr(_strdup("MiXed")));
    for (i = 0; i < 40; i++) v[i] = (i * 37 + 11) % 41;
    qsort(v, 40, sizeof(int), compare);
    for (i = 1; i < 40; i++) if (v[i - 1] > v[i]) puts("not sorted");
    printf("%d\n", *(int *)bsearch(&key, v, 40, sizeof(int), compare));
    srand(1); printf("%d %d %d\n", rand(), rand(), rand());
    tm = *gmtime(&when); strftime(b, 100, "%Y-%m-%d %H:%M:%S %j %a %B", &tm); puts(b);
    printf("%d %s", mktime(&tm) == when, asctime(&tm));
    printf("%d %d\n", time(NULL) > 1000000000, clock() >= 0);`,
      'static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }',
    );
    expect(lines).toEqual([
      ...[
        'onetwoth th world',
        '[a][b][c]',
        '0 1 4 cba MIXED',
        '20',
        '6334 18467 41',
        '2000-02-29 01:01:01 060 Tue February',
      ],
      ...['1 Tue Feb 29 01:01:01 2000', '1 1'],
    ]);
  });

  test('typed input, line by line and key by key', () => {
    const { console: text } = program(
      String.raw`
    char b[50]; int a, c, n;
    printf("name? "); fgets(b, sizeof(b), stdin); printf("[%s]", b);
    n = scanf("%d %x", &a, &c); printf("%d %d %x\n", n, a, c);
    printf("%d\n", getchar());
    gets_s(b, sizeof(b)); puts(b);
    printf("%d %c%c", _kbhit(), _getch(), _getch());
    while ((c = getchar()) != EOF) putchar(c);
    printf("%d %d\n", feof(stdin) != 0, _kbhit());`,
      '',
      { stdin: 'Ann\n12 ff\nrest of line\nxyz\nlast\n' },
    );
    expect(text).toBe('name? [Ann\n]2 12 ff\n10\nrest of line\n1 yxz\nlast\n1 0\n');
  });

  test('exit runs what atexit collected; abort and assert end with 3', () => {
    const bye = 'static void one(void) { puts("one"); }\nstatic void two(void) { puts("two"); }';
    const first = program('atexit(one); atexit(two); exit(300);', bye);
    expect([first.lines, exitStatus(first)]).toEqual([['two', 'one'], 300]);
    const second = program('assert(argc == 99);', '#include <assert.h>');
    expect(second.console).toMatch(/^Assertion failed: argc == 99, file app\.c, line \d+\n$/);
    expect(exitStatus(second)).toBe(3);
  });

  test('main takes arguments as Microsoft’s library cuts them, and may be void or wide', () => {
    const args = ['a', 'b c', 'd"e', 'f\\', '\\\\x', ''];
    const print = String.raw`int i; for (i = 1; i < argc; i++) printf("[%s]", argv[i]); printf("%d\n", argc);`;
    expect(program(print, '', { args }).lines).toEqual(['[a][b c][d"e][f\\][\\\\x][]7']);
    const wide = whole(
      String.raw`#include <stdio.h>
      int wmain(int argc, wchar_t **argv) { wprintf(L"%d %s\n", argc, argv[1]); return 4; }`,
      { args: ['hello'] },
    );
    expect([wide.lines, exitStatus(wide)]).toEqual([['2 hello'], 4]);
    const nothing = whole('#include <stdio.h>\nvoid main(void) { puts("done"); }');
    expect([nothing.lines, exitStatus(nothing)]).toEqual([['done'], 0]);
  });
});

describe('memory', () => {
  test('blocks are aligned, keep their bytes, and are used again', () => {
    const { lines } = program(String.raw`
    char *p[100], *q; int i, bad = 0; HANDLE heap = HeapCreate(0, 0, 0);
    for (i = 0; i < 100; i++) { p[i] = HeapAlloc(heap, 0, i * 50 + 1); memset(p[i], i, i * 50 + 1); }
    for (i = 0; i < 100; i += 2) HeapFree(heap, 0, p[i]);
    for (i = 0; i < 100; i += 2) { p[i] = HeapAlloc(heap, HEAP_ZERO_MEMORY, i * 30 + 1); bad += p[i][i * 30] != 0; }
    for (i = 1; i < 100; i += 2) bad += p[i][0] != i || p[i][i * 50] != i || HeapSize(heap, 0, p[i]) != i * 50 + 1;
    for (i = 0; i < 100; i++) bad += ((ULONG_PTR)p[i] & 15) != 0;
    printf("%d %d\n", bad, HeapDestroy(heap));
    q = malloc(10); strcpy(q, "kept");
    for (i = 1; i < 60; i++) q = realloc(q, i * 2000);
    puts(q); free(q);
    printf("%d\n", malloc((size_t)1 << 40) == NULL);
    q = VirtualAlloc(NULL, 10000, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE); q[9999] = 1;
    { DWORD old; VirtualProtect(q, 4096, PAGE_READONLY, &old); printf("%lX %d\n", old, VirtualFree(q, 0, MEM_RELEASE)); }`);
    expect(lines).toEqual(['0 1', 'kept', '1', '4 1']);
  });

  test('freed twice, or written past the end: heap corruption', () => {
    const caught = (body: string) =>
      program(`char *p; __try { ${body} } __except (1) { printf("%08lX\\n", GetExceptionCode()); }`).lines;
    expect(caught('p = malloc(20); free(p); free(p);')).toEqual(['C0000374']);
    expect(caught('p = malloc(20); memset(p, 0x41, 40); free(p);')).toEqual(['C0000374']);
    expect(caught('p = malloc(20); free(p + 8);')).toEqual(['C0000374']);
  });
});

describe('exceptions', () => {
  const GLOBALS = String.raw`
static LONG filter(EXCEPTION_POINTERS *p, int answer)
{
    printf("filter %08lX %llu %llX\n", p->ExceptionRecord->ExceptionCode, p->ExceptionRecord->ExceptionInformation[0],
           p->ExceptionRecord->ExceptionInformation[1]);
    return answer;
}
static void thrower(int v)
{
    volatile int zero = 0;
    __try {
        if (v == 1) *(volatile int *)0x10 = 5;
        if (v == 2) RaiseException(0xE0001234, 0, 0, NULL);
        if (v == 3) zero = 7 / zero;
        if (v == 4) ((void (*)(void))0)();
    } __finally {
        printf("finally %d\n", AbnormalTermination());
    }
}
static int depth(int n) { volatile char pad[256]; pad[0] = (char)n; return n == 0 ? pad[0] : depth(n - 1) + 1; }
static LONG WINAPI top(EXCEPTION_POINTERS *p) { printf("top %08lX\n", p->ExceptionRecord->ExceptionCode); return EXCEPTION_EXECUTE_HANDLER; }
`;

  test('filters, handlers and __finally blocks in order', () => {
    const { lines } = program(
      String.raw`
    int i;
    for (i = 0; i < 5; i++) {
        __try { thrower(i); printf("%d passed\n", i); } __except (filter(GetExceptionInformation(), 1)) { printf("caught %08lX\n", GetExceptionCode()); }
    }
    __try {
        __try { RaiseException(0xE0000001, 0, 0, NULL); } __finally { puts("inner"); RaiseException(0xE0000002, 0, 0, NULL); }
    } __except (1) { printf("outer %08lX\n", GetExceptionCode()); }`,
      GLOBALS,
    );
    expect(lines).toEqual([
      ...['finally 0', '0 passed'],
      ...['filter C0000005 1 10', 'finally 1', 'caught C0000005'],
      ...['filter E0001234 0 0', 'finally 1', 'caught E0001234'],
      ...['filter C0000094 0 0', 'finally 1', 'caught C0000094'],
      ...['filter C0000005 8 0', 'finally 1', 'caught C0000005'],
      ...['inner', 'outer E0000002'],
    ]);
  });

  test('a filter may repair and continue; stacks grow and end', () => {
    const { lines } = program(
      String.raw`
    DWORD old; int *page = VirtualAlloc(NULL, 4096, MEM_COMMIT | MEM_RESERVE, PAGE_READONLY);
    __try { *page = 42; printf("%d\n", *page); } __except (VirtualProtect(page, 4096, PAGE_READWRITE, &old), EXCEPTION_CONTINUE_EXECUTION) { }
    __try { RaiseException(0xE0000003, 0, 0, NULL); puts("continued"); } __except (EXCEPTION_CONTINUE_EXECUTION) { }
    printf("%d\n", depth(2000));
    __try { depth(1000000); } __except (GetExceptionCode() == EXCEPTION_STACK_OVERFLOW) { puts("overflow"); }`,
      GLOBALS,
    );
    expect(lines).toEqual(['42', 'continued', '2000', 'overflow']);
  });

  test('unhandled: the process ends with the code, unless the program’s own last filter takes it', () => {
    const plain = program('thrower(1);', GLOBALS);
    expect(plain.lines).toEqual([]);
    expect(plain.end).toMatchObject({
      kind: 'exception',
      exitCode: 124,
      process: 'app.exe',
      codeName: 'STATUS_ACCESS_VIOLATION',
    });
    const own = program('SetUnhandledExceptionFilter(top); thrower(2);', GLOBALS);
    expect(own.lines).toEqual(['top E0001234', 'finally 1']);
    expect(exitStatus(own)).toBe(0xe0001234);
  });
});

test('a buffer written past its end is found when its function returns', () => {
  const { lines, end } = program(
    'copy("short"); copy("much too long for a buffer of eight characters"); puts("back");',
    'static void copy(const char *s) { char b[8]; strcpy(b, s); puts("copied"); }',
  );
  expect(lines).toEqual(['copied', 'copied']);
  expect(end).toMatchObject({ kind: 'exception', codeName: 'STATUS_STACK_BUFFER_OVERRUN' });
});

test('a stack overflow leaves room to handle it, and _resetstkoflw makes the next one an overflow again', () => {
  const { lines, end } = program(
    String.raw`
    for (i = 0; i < 3; i++) {
        printf("%lX ", overflow());
        printf("%d\n", _resetstkoflw() != 0);
    }
    puts("back");`,
    `
    #include <malloc.h>
    static int i;
    static void deeper(int n) { volatile char b[3000]; b[0] = (char)n; deeper(n + 1); b[1] = b[0]; }
    static DWORD overflow(void) {
        DWORD code = 0;
        __try { deeper(0); } __except (1) { code = GetExceptionCode(); }
        return code;
    }`,
  );
  expect(lines).toEqual(['C00000FD 1', 'C00000FD 1', 'C00000FD 1', 'back']);
  expect(end).toMatchObject({ kind: 'exit', status: 0 });
});

test('an invalid argument of the C library ends the program, or is what its handler makes of it', () => {
  const { lines, end } = program(
    String.raw`
    errno = 0;
    _set_invalid_parameter_handler(mine);
    int n = strcpy_s(b, 4, "four");
    printf("%d [%s] %d\n", n, b, errno);
    printf("%d\n", sprintf_s(b, 4, "%d", 12345));
    _set_invalid_parameter_handler(NULL);
    strcpy_s(b, 4, "four");
    puts("back");`,
    `
    #include <errno.h>
    static char b[4];
    static void mine(const wchar_t *e, const wchar_t *f, const wchar_t *g, unsigned l, uintptr_t r) { puts("asked"); }`,
  );
  expect(lines).toEqual(['asked', '34 [] 34', 'asked', '-1']);
  expect(end).toMatchObject({ kind: 'exception', codeName: 'STATUS_STACK_BUFFER_OVERRUN' });
  expect(end).toMatchObject({ text: expect.stringContaining('an argument that it refuses') });
});

test('setjmp and longjmp', () => {
  const { lines } = program(
    String.raw`
    volatile int count = 0; int keep = 5, r = setjmp(place);
    printf("%d %d %d\n", r, keep, count);
    if (r == 0) { count = 1; deep(20); }
    if (r == 7) { count++; longjmp(place, 0); }`,
    '#include <setjmp.h>\nstatic jmp_buf place; static int deep(int n) { if (n == 0) longjmp(place, 7); return deep(n - 1) + 1; }',
  );
  expect(lines).toEqual(['0 5 0', '7 5 1', '1 5 2']);
});

describe('threads', () => {
  test('events, mutexes, semaphores, waits', () => {
    const { lines } = program(
      String.raw`
    HANDLE t[3], h[2], m, s, e; DWORD code; LONG prev; int i;
    go = CreateEventA(NULL, TRUE, FALSE, "MyEvent");
    e = CreateEventA(NULL, TRUE, FALSE, "MyEvent"); printf("second %d %lu\n", e != NULL, GetLastError()); CloseHandle(e);
    InitializeCriticalSection(&cs);
    for (i = 0; i < 3; i++) t[i] = CreateThread(NULL, 0, work, (LPVOID)(ULONG_PTR)(i + 10), 0, NULL);
    printf("timeout %lu\n", WaitForSingleObject(t[0], 20)); SetEvent(go); printf("all %lu\n", WaitForMultipleObjects(3, t, TRUE, INFINITE));
    for (i = 0; i < 3; i++) { GetExitCodeThread(t[i], &code); printf("code %lu\n", code); CloseHandle(t[i]); }
    printf("%ld %d\n", total, plain);
    m = mutex = CreateMutexA(NULL, FALSE, NULL);
    t[0] = CreateThread(NULL, 0, abandon, NULL, 0, NULL); WaitForSingleObject(t[0], INFINITE);
    printf("abandoned %lu ", WaitForSingleObject(m, 100)); printf("%d ", ReleaseMutex(m)); printf("%d ", ReleaseMutex(m)); printf("%lu\n", GetLastError());
    s = CreateSemaphoreA(NULL, 1, 2, NULL); printf("%d ", ReleaseSemaphore(s, 2, NULL)); printf("%lu ", GetLastError()); ReleaseSemaphore(s, 1, &prev); printf("%ld\n", prev);
    h[0] = CreateEventA(NULL, TRUE, FALSE, NULL); h[1] = CreateEventA(NULL, FALSE, TRUE, NULL);
    printf("any %lu all %lu\n", WaitForMultipleObjects(2, h, FALSE, 1000), WaitForMultipleObjects(2, h, TRUE, 20));
    printf("bad %lu ", WaitForSingleObject((HANDLE)0x1234, 0)); printf("%lu ", GetLastError()); printf("%d\n", CloseHandle((HANDLE)0x1234));`,
      `
static HANDLE go, mutex; static LONG total; static CRITICAL_SECTION cs; static int plain;
static DWORD WINAPI work(LPVOID p)
{
    int i;
    WaitForSingleObject(go, INFINITE);
    for (i = 0; i < 100; i++) { InterlockedIncrement(&total); EnterCriticalSection(&cs); plain++; LeaveCriticalSection(&cs); }
    return (DWORD)(ULONG_PTR)p;
}
static DWORD WINAPI abandon(LPVOID p) { return WaitForSingleObject(mutex, INFINITE); }`,
    );
    expect(lines).toEqual([
      ...['second 1 183', 'timeout 258', 'all 0', 'code 10', 'code 11', 'code 12', '300 300', 'abandoned 128 1 0 288'],
      ...['0 298 1', 'any 1 all 258', 'bad 4294967295 6 0'],
    ]);
  });

  test('condition variables, slim locks, local storage, suspended and terminated threads', () => {
    const { lines } = program(
      String.raw`
    HANDLE t[3]; DWORD code; int i;
    InitializeCriticalSection(&cs);
    t[0] = CreateThread(NULL, 0, consumer, NULL, 0, NULL); t[1] = CreateThread(NULL, 0, consumer, NULL, 0, NULL); t[2] = CreateThread(NULL, 0, producer, NULL, 0, NULL);
    WaitForMultipleObjects(3, t, TRUE, INFINITE); printf("%d %d\n", queue, taken);
    EnterCriticalSection(&cs); printf("%d ", SleepConditionVariableCS(&cv, &cs, 10)); printf("%lu\n", GetLastError()); LeaveCriticalSection(&cs);
    for (i = 0; i < 3; i++) t[i] = CreateThread(NULL, 0, writer, NULL, 0, NULL);
    WaitForMultipleObjects(3, t, TRUE, INFINITE); printf("%d\n", shared);
    slot = TlsAlloc(); TlsSetValue(slot, &cs);
    t[0] = CreateThread(NULL, 0, local, &cv, CREATE_SUSPENDED, NULL); Sleep(30); GetExitCodeThread(t[0], &code); printf("%lu ", code);
    printf("%lu ", ResumeThread(t[0])); WaitForSingleObject(t[0], INFINITE); GetExitCodeThread(t[0], &code); printf("%lu %d\n", code, TlsGetValue(slot) == &cs);
    t[0] = CreateThread(NULL, 0, forever, NULL, 0, NULL); Sleep(20); TerminateThread(t[0], 55); WaitForSingleObject(t[0], INFINITE); GetExitCodeThread(t[0], &code); printf("%lu\n", code);
    ExitThread(9);`,
      `
static SRWLOCK srw; static CONDITION_VARIABLE cv; static CRITICAL_SECTION cs; static int queue, taken, shared; static DWORD slot;
static DWORD WINAPI producer(LPVOID p)
{
    int i;
    for (i = 0; i < 20; i++) { EnterCriticalSection(&cs); queue++; LeaveCriticalSection(&cs); WakeConditionVariable(&cv); }
    return 0;
}
static DWORD WINAPI consumer(LPVOID p)
{
    int i;
    for (i = 0; i < 10; i++) {
        EnterCriticalSection(&cs);
        while (queue == 0) SleepConditionVariableCS(&cv, &cs, INFINITE);
        queue--; taken++;
        LeaveCriticalSection(&cs);
    }
    return 0;
}
static DWORD WINAPI writer(LPVOID p)
{
    int i;
    for (i = 0; i < 50; i++) { AcquireSRWLockExclusive(&srw); shared++; ReleaseSRWLockExclusive(&srw); AcquireSRWLockShared(&srw); ReleaseSRWLockShared(&srw); }
    return 0;
}
static DWORD WINAPI local(LPVOID p) { LPVOID before = TlsGetValue(slot); TlsSetValue(slot, p); return before == NULL && TlsGetValue(slot) == p; }
static DWORD WINAPI forever(LPVOID p) { for (;;) Sleep(1000); }`,
    );
    expect(lines).toEqual(['0 20', '0 1460', '150', '259 1 1 1', '55']);
  });

  test('time passes for a sleeper, on every clock', () => {
    const { lines } = program(String.raw`
    LARGE_INTEGER f, a, b; ULONGLONG ticks = GetTickCount64(); FILETIME u, v; clock_t c = clock();
    QueryPerformanceFrequency(&f); QueryPerformanceCounter(&a); GetSystemTimeAsFileTime(&u);
    Sleep(100);
    QueryPerformanceCounter(&b); GetSystemTimeAsFileTime(&v); ticks = GetTickCount64() - ticks; c = clock() - c;
    b.QuadPart = (b.QuadPart - a.QuadPart) * 1000 / f.QuadPart;
    printf("%d %d %d %d\n", ticks >= 90 && ticks < 130, b.QuadPart >= 90 && b.QuadPart < 130, CompareFileTime(&u, &v), c >= 90 && c < 130);`);
    expect(lines).toEqual(['1 1 -1 1']);
  });
});

describe('what a program sees of its requests', () => {
  /** Answers IOCTL n with the status it is given and as many bytes as it is told; 7: later, by a timer's DPC. */
  const DRIVER = driverWith(
    `
    ULONG *Words = Buffer;
    if (Code == IOCTL_LAB(7)) {
        LARGE_INTEGER Due;
        Due.QuadPart = -10000 * 5;
        Later = Irp; LaterStatus = (NTSTATUS)Words[0];
        IoMarkIrpPending(Irp);
        KeSetTimer(&Timer, Due, &Dpc);
        return STATUS_PENDING;
    }
    if (In >= 8) { NTSTATUS Status = (NTSTATUS)Words[0]; ULONG Count = Words[1]; if (Out >= 4) Words[0] = 0xC0FFEE; return Complete(Irp, Status, Count); }
    return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);`,
    {
      globals: `
static KTIMER Timer; static KDPC Dpc; static PIRP Later; static NTSTATUS LaterStatus;
static VOID Expired(PKDPC D, PVOID C, PVOID A, PVOID B)
{
    UNREFERENCED_PARAMETER(D); UNREFERENCED_PARAMETER(C); UNREFERENCED_PARAMETER(A); UNREFERENCED_PARAMETER(B);
    *(ULONG *)Later->AssociatedIrp.SystemBuffer = 0xBEEF;
    Later->IoStatus.Status = LaterStatus;
    Later->IoStatus.Information = 4;
    IoCompleteRequest(Later, IO_NO_INCREMENT);
}`,
      entry: 'KeInitializeTimer(&Timer); KeInitializeDpc(&Dpc, Expired, NULL);',
    },
  );

  test('DeviceIoControl: result, last error, count and data follow the status', () => {
    const { console: text, end } = runLab({
      driver: DRIVER,
      app: appWith(
        String.raw`
    show(h, 0, 4); show(h, 0x103 - 0x103, 0); show(h, 0x80000005, 4); show(h, 0xC0000001, 4); show(h, 0xC000000E, 0); show(h, 0x40000000, 4);
    n = 77; v = 0; w[0] = 0; ok = DeviceIoControl(h, IOCTL_LAB(7), w, 8, &v, 4, &n, NULL); printf("later %d %lX %lu\n", ok, v, n);
    w[0] = 0xC0000185; v = 0; n = 77; SetLastError(0); ok = DeviceIoControl(h, IOCTL_LAB(7), w, 8, &v, 4, &n, NULL); printf("later %d %lX %lu %lu\n", ok, v, n, GetLastError());
    w[0] = 0; __try { DeviceIoControl(h, IOCTL_LAB(0), w, 8, &v, 4, NULL, NULL); } __except (1) { printf("no count: %08lX\n", GetExceptionCode()); }
    ok = DeviceIoControl(h, IOCTL_LAB(0), (PVOID)16, 8, &v, 4, &n, NULL); printf("bad input %d %lu\n", ok, GetLastError());
    ok = DeviceIoControl((HANDLE)0x5554, IOCTL_LAB(0), NULL, 0, NULL, 0, &n, NULL); printf("bad handle %d %lu\n", ok, GetLastError());`,
        String.raw`
static DWORD w[2], v, n; static BOOL ok;
static void show(HANDLE h, DWORD status, DWORD count)
{
    w[0] = status; w[1] = count; v = 0; n = 77; SetLastError(0);
    ok = DeviceIoControl(h, IOCTL_LAB(0), w, 8, &v, 4, &n, NULL);
    printf("%08lX: %d %lu %lu %lX\n", status, ok, GetLastError(), n, v);
}`,
      ),
    });
    expect(end?.kind).toBe('exit');
    expect(text.trim().split('\n')).toEqual([
      '00000000: 1 0 4 C0FFEE',
      '00000000: 1 0 0 0',
      '80000005: 0 234 4 C0FFEE',
      'C0000001: 0 31 77 0',
      'C000000E: 0 433 77 0',
      '40000000: 1 0 4 C0FFEE',
      'later 1 BEEF 4',
      'later 0 0 77 1117',
      'no count: C0000005',
      'bad input 0 998',
      'bad handle 0 6',
    ]);
  });

  test('overlapped requests, their results, and opening', () => {
    const { console: text } = runLab({
      driver: DRIVER,
      app: appWith(String.raw`
    OVERLAPPED o = {0}; DWORD w[2] = {0, 4}, v = 0; BOOL ok; HANDLE a, bad;
    a = CreateFileA("\\\\.\\Lab", 0, 0, NULL, OPEN_ALWAYS, FILE_FLAG_OVERLAPPED, NULL); printf("open always %lu\n", GetLastError());
    o.hEvent = CreateEventA(NULL, TRUE, FALSE, NULL);
    ok = DeviceIoControl(a, IOCTL_LAB(7), w, 8, &v, 4, NULL, &o); printf("async %d %lu\n", ok, GetLastError());
    ok = GetOverlappedResult(a, &o, &got, FALSE); printf("poll %d %lu %d\n", ok, GetLastError(), HasOverlappedIoCompleted(&o));
    printf("wait %lu ", WaitForSingleObject(o.hEvent, 5000)); ok = GetOverlappedResult(a, &o, &got, TRUE); printf("%d %lu %lX\n", ok, got, v);
    ok = DeviceIoControl(a, IOCTL_LAB(0), w, 8, &v, 4, &got, &o); printf("at once %d %lu %lX %lu\n", ok, got, v, WaitForSingleObject(o.hEvent, 0));
    w[0] = 0xC0000185; o.hEvent = NULL; ok = DeviceIoControl(a, IOCTL_LAB(7), w, 8, &v, 4, NULL, &o); ok = GetOverlappedResult(a, &o, &got, TRUE); printf("failed %d %lu\n", ok, GetLastError());
    ok = CancelIoEx(a, NULL); printf("nothing to cancel %d %lu\n", ok, GetLastError());
    CloseHandle(a);
    bad = CreateFileA("\\\\.\\NoSuchThing", 0, 0, NULL, OPEN_EXISTING, 0, NULL); printf("%d %lu\n", bad == INVALID_HANDLE_VALUE, GetLastError());
    bad = CreateFileA("\\\\.\\Lab", 0, 0, NULL, 9, 0, NULL); printf("%d %lu\n", bad == INVALID_HANDLE_VALUE, GetLastError());
    { WCHAR target[64]; printf("%lu ", QueryDosDeviceW(L"lab", target, 64)); printf("%S\n", target); }`),
    });
    expect(text.trim().split('\n')).toEqual([
      'open always 0',
      'async 0 997',
      'poll 0 996 0',
      'wait 0 1 4 BEEF',
      'at once 1 4 C0FFEE 0',
      'failed 0 1117',
      'nothing to cancel 0 1168',
      '1 2',
      '1 87',
      '13 \\Device\\Lab',
    ]);
  });
});

describe('services', () => {
  test('a program installs, starts, stops and deletes a driver', () => {
    const outcome = runLab({
      config: {
        images: [
          { name: 'lab', sources: [{ name: 'lab.c', text: driverWith('return Complete(Irp, STATUS_SUCCESS, 0);') }] },
        ],
      },
      app: String.raw`
#include <windows.h>
#include <stdio.h>
static SC_HANDLE m, s;
static void state(const char *what, BOOL ok)
{
    SERVICE_STATUS status = {0};
    DWORD error = ok ? 0 : GetLastError();
    QueryServiceStatus(s, &status);
    printf("%s %d %lu state %lu\n", what, ok, error, status.dwCurrentState);
}
static SC_HANDLE create(const char *name)
{
    return CreateServiceA(m, name, name, SERVICE_ALL_ACCESS, SERVICE_KERNEL_DRIVER, SERVICE_DEMAND_START, SERVICE_ERROR_NORMAL, "C:\\lab\\lab.sys", NULL, NULL, NULL, NULL, NULL);
}
int main(void)
{
    SERVICE_STATUS status; HANDLE h; BOOL ok;
    m = OpenSCManagerA(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    printf("%d ", OpenServiceA(m, "lab", SERVICE_ALL_ACCESS) != NULL); printf("%lu\n", GetLastError());
    h = CreateFileA("C:\\lab\\lab.sys", GENERIC_READ, 0, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL); printf("there %d ", h != INVALID_HANDLE_VALUE); CloseHandle(h);
    h = CreateFileA("C:\\lab\\none.sys", GENERIC_READ, 0, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL); printf("%d %lu\n", h != INVALID_HANDLE_VALUE, GetLastError());
    s = create("lab");
    printf("%d ", create("LAB") != NULL); printf("%lu\n", GetLastError());
    state("stop", ControlService(s, SERVICE_CONTROL_STOP, &status));
    state("start", StartServiceA(s, 0, NULL)); state("start", StartServiceA(s, 0, NULL));
    h = CreateFileA("\\\\.\\Lab", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL); printf("open %d\n", h != INVALID_HANDLE_VALUE);
    state("stop while open", ControlService(s, SERVICE_CONTROL_STOP, &status));
    ok = CreateFileA("\\\\.\\Lab", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL) != INVALID_HANDLE_VALUE; printf("open %d %lu\n", ok, GetLastError());
    CloseHandle(h); Sleep(50); state("closed", TRUE);
    state("delete", DeleteService(s)); state("delete", DeleteService(s)); state("start", StartServiceA(s, 0, NULL));
    CloseServiceHandle(s);
    s = create("nofile"); state("start", StartServiceA(s, 0, NULL));
    return 0;
}`,
    });
    expect(outcome.console.trim().split('\n')).toEqual([
      '0 1060',
      'there 1 0 2',
      '0 1073',
      'stop 0 1062 state 1',
      'start 1 0 state 4',
      'start 0 1056 state 4',
      'open 1',
      'stop while open 1 0 state 3',
      'open 0 433',
      'closed 1 0 state 1',
      'delete 1 0 state 1',
      'delete 0 1072 state 1',
      'start 0 1072 state 1',
      'start 0 2 state 1',
    ]);
  });
});

test('text beyond ASCII reaches the console as the source has it, whole or byte by byte', () => {
  const app = `#include <stdio.h>
int main(void) { const char *p; printf("é ☃\\n"); for (p = "ü"; *p; p++) putchar(*p); return 0; }`;
  expect(runLab({ app }).console).toBe('é ☃\nü');
});
