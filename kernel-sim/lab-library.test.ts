/**
 * The C library is whole: every function of the C11 library, of the tiers of the public samples (win32-tiers.json, part crt) and of what
 * Microsoft adds to it is declared by its header and found by the linker. What is left out stands in LEFT_OUT, with the reason.
 */
import { describe, expect, test } from 'vitest';
import { runLab } from './lab-testing.ts';

/** Functions by header: C11 first, then Microsoft's. Macros that take arguments are in MACROS. */
const FUNCTIONS: Record<string, string> = {
  ctype: `isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit tolower toupper
    __iscsym __iscsymf`,
  errno: '_errno _get_errno _set_errno',
  inttypes: 'imaxabs imaxdiv strtoimax strtoumax wcstoimax wcstoumax',
  locale: 'setlocale localeconv _wsetlocale',
  /** Each also with f and with l behind its name. */
  math: `acos asin atan cos sin tan acosh asinh atanh cosh sinh tanh exp exp2 expm1 log log10 log1p log2 logb cbrt fabs sqrt erf erfc
    lgamma tgamma ceil floor nearbyint rint round trunc atan2 pow hypot fmod remainder copysign nextafter fdim fmax fmin ilogb
    frexp ldexp modf scalbn scalbln lrint llrint lround llround remquo nan nexttoward fma`,
  float: '_copysign _chgsign _scalb _logb _nextafter _finite _isnan _fpclass',
  fenv: `feclearexcept fegetexceptflag feraiseexcept fesetexceptflag fetestexcept fegetround fesetround fegetenv feholdexcept fesetenv
    feupdateenv`,
  signal: 'signal raise',
  stdio: `remove rename tmpfile tmpnam fclose fflush fopen freopen setbuf setvbuf fprintf fscanf printf scanf snprintf sprintf sscanf
    vfprintf vfscanf vprintf vscanf vsnprintf vsprintf vsscanf fgetc fgets fputc fputs getc getchar putc putchar puts ungetc fread fwrite
    fgetpos fseek fsetpos ftell rewind clearerr feof ferror perror gets
    fprintf_s fscanf_s printf_s scanf_s sprintf_s sscanf_s vfprintf_s vprintf_s vsprintf_s fopen_s freopen_s tmpfile_s tmpnam_s gets_s
    _snprintf _vsnprintf _snprintf_s _vsnprintf_s _scprintf _vscprintf _fileno _fdopen _fseeki64 _ftelli64 _flushall _fcloseall
    fwprintf_s wprintf_s swprintf_s vfwprintf_s vwprintf_s vswprintf_s fwscanf_s wscanf_s swscanf_s _snwprintf _vsnwprintf _snwprintf_s
    _vsnwprintf_s _scwprintf _vscwprintf _swprintf _vswprintf _putws _wfopen _wfopen_s _wperror`,
  stdlib: `atof atoi atol atoll strtod strtof strtold strtol strtoll strtoul strtoull rand srand calloc free malloc realloc abort atexit
    at_quick_exit exit _Exit getenv quick_exit system bsearch qsort abs labs llabs div ldiv lldiv mblen mbtowc wctomb mbstowcs wcstombs
    rand_s getenv_s bsearch_s qsort_s mbstowcs_s wcstombs_s wctomb_s _exit _msize _recalloc _aligned_malloc _aligned_free
    _aligned_realloc _abs64 _atoi64 _strtoi64 _strtoui64 _wtoi _wtol _wtoi64 _wtoll _wtof _ecvt _fcvt _gcvt _wcstoi64 _wcstoui64 _itoa _ltoa _ultoa
    _i64toa _ui64toa _itow _ltow _ultow _i64tow _ui64tow _itoa_s _ltoa_s _ultoa_s _i64toa_s _ui64toa_s _itow_s _ltow_s _ultow_s
    _i64tow_s _ui64tow_s _putenv _putenv_s _dupenv_s _wgetenv _splitpath _makepath _wsystem
    _set_invalid_parameter_handler _get_invalid_parameter_handler`,
  string: `memcpy memmove strcpy strncpy strcat strncat memcmp strcmp strcoll strncmp strxfrm memchr strchr strcspn strpbrk strrchr strspn
    strstr strtok memset strerror strlen
    memcpy_s memmove_s strcpy_s strncpy_s strcat_s strncat_s strtok_s strerror_s strnlen _stricmp _strnicmp _stricoll _strncoll _strnicoll
    _strdup _strrev _strset _strnset _strlwr _strupr _strlwr_s _strupr_s _strset_s _strnset_s _strerror _memicmp _memccpy
    wcsncat_s _wcsrev _wcsset _wcsnset _wcslwr _wcsupr _wcslwr_s _wcsupr_s _wcsicmp _wcsnicmp _wcsicoll _wcsdup _wcserror wcscpy_s
    wcsncpy_s wcscat_s wcstok_s wcsnlen`,
  time: `clock difftime mktime time timespec_get asctime ctime gmtime localtime strftime
    asctime_s ctime_s gmtime_s localtime_s _mkgmtime _time64 _gmtime64 _localtime64 _gmtime64_s _localtime64_s _mktime64 _ctime64
    _strdate _strtime _strdate_s _strtime_s _tzset _wasctime _wctime _get_timezone _get_daylight`,
  uchar: 'mbrtoc16 c16rtomb mbrtoc32 c32rtomb',
  wchar: `fwprintf fwscanf swprintf swscanf vfwprintf vfwscanf vswprintf vswscanf vwprintf vwscanf wprintf wscanf fgetwc fgetws fputwc
    fputws fwide getwc getwchar putwc putwchar ungetwc wcstod wcstof wcstold wcstol wcstoll wcstoul wcstoull wcscpy wcsncpy wmemcpy
    wmemmove wcscat wcsncat wcscmp wcscoll wcsncmp wcsxfrm wmemcmp wcschr wcscspn wcspbrk wcsrchr wcsspn wcsstr wcstok wmemchr wcslen
    wmemset wcsftime btowc wctob mbsinit mbrlen mbrtowc wcrtomb mbsrtowcs wcsrtombs wmemcpy_s wmemmove_s`,
  wctype: `iswalnum iswalpha iswblank iswcntrl iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit iswctype wctype
    towlower towupper towctrans wctrans`,
  conio: '_kbhit _getch _getche _putch _ungetch _cputs _cprintf _cscanf _getwch _getwche _putwch _cputws',
  malloc: 'malloc _aligned_malloc _resetstkoflw',
  memory: 'memcpy',
  process: '_beginthread _beginthreadex _endthread _endthreadex _getpid exit',
  search: '_lfind _lsearch bsearch qsort',
  io: '_write _read _isatty',
  'sys/timeb': '_ftime _ftime64 _ftime_s',
};

/** strsafe.h: each with a count of characters (Cch) or bytes (Cb), narrow (A) and wide (W). */
const SAFE = 'Copy CopyEx CopyN CopyNEx Cat CatEx CatN CatNEx VPrintf VPrintfEx Printf PrintfEx Length Gets GetsEx';

/** Function-like macros by header, as expressions or statements that must compile. */
const MACROS: Record<string, string[]> = {
  assert: ['assert(1)', 'static_assert(1, "always")'],
  stdarg: ['va_list a = 0, b', 'va_copy(b, a)', 'va_end(b)', '(void)sizeof(va_arg(a, int))'],
  stddef: [
    'struct s { int a, b; }',
    '(void)offsetof(struct s, b)',
    'max_align_t m',
    'ptrdiff_t d = 0',
    'wchar_t w = 0',
  ],
  stdint: ['uint_fast16_t n = UINT16_C(7)', 'intmax_t i = INTMAX_C(1)', '(void)(SIZE_MAX + PTRDIFF_MAX + INTPTR_MAX)'],
  inttypes: ['printf("%" PRId64 "%" PRIxPTR, (int64_t)1, (uintptr_t)2)'],
  limits: ['(void)(CHAR_BIT + MB_LEN_MAX + (LLONG_MAX > INT_MAX))'],
  tchar: [
    '_tprintf(_T("%d"), (int)_tcslen(_T("abc")))',
    '(void)_tcsrchr(_T("a"), 97)',
    'TCHAR t[9] = {0}; _tcscat_s(t, 9, _T("a"))',
  ],
  stdalign: ['alignas(16) int aligned', '(void)alignof(int)'],
  stdbool: ['bool flag = true'],
  iso646: ['(void)(argc and not argc)'],
  math: [
    '(void)(isnan(NAN) + isinf(INFINITY) + isfinite(1.0) + isnormal(1.0f) + signbit(-0.0) + fpclassify(0.0))',
    '(void)(isgreater(1, 2) + isgreaterequal(1, 2) + isless(1, 2) + islessequal(1, 2) + islessgreater(1, 2) + isunordered(1.0, 2.0))',
    'double_t d = HUGE_VAL + HUGE_VALF + HUGE_VALL; float_t f = 0',
  ],
  tgmath: [
    'double d = sqrt(2) + pow(2.0f, 3) + sin(1.0L) + fma(1.0, 2.0, 3.0) + atan2(1.0f, 2.0f)',
    '_Static_assert(sizeof(cos(1.0f)) == 4, "a float")',
  ],
  setjmp: ['jmp_buf buffer', '(void)setjmp(buffer)'],
  crtdbg: ['_ASSERTE(1)', '_CrtDumpMemoryLeaks()'],
};

/** Of C11, with reasons. */
const LEFT_OUT: Record<string, string> = {
  aligned_alloc: 'Microsoft’s library has none: free could not tell its blocks; _aligned_malloc takes its place',
  'complex.h': '_Complex is refused by name',
  'stdatomic.h': 'optional (__STDC_NO_ATOMICS__): the Interlocked functions take its place',
  'threads.h': 'optional (__STDC_NO_THREADS__): CreateThread and _beginthreadex take its place',
};

function errorsOf(app: string): string[] {
  return runLab({ app, config: { dialect: 'plain' } })
    .report.messages.filter((m) => m.severity === 'error')
    .map((m) => m.text);
}

describe('every function is declared and linked', () => {
  for (const [header, names] of Object.entries(FUNCTIONS)) {
    test(header, () => {
      const all = header === 'math' ? names.replaceAll(/\w+/g, '$& $&f $&l') : names;
      const list = all.split(/\s+/).map((name) => `    (function)${name},`);
      const app = [`#include <${header}.h>`, 'typedef void (*function)(void);', 'function all[] = {', ...list, '};'];
      expect(errorsOf(`${app.join('\n')}\nint main(void) { return all[0] == 0; }\n`)).toEqual([]);
    });
  }

  test('strsafe', () => {
    const list = SAFE.split(' ').flatMap((name) =>
      ['Cb', 'Cch'].flatMap((unit) => [`String${unit}${name}A`, `String${unit}${name}W`]),
    );
    const app = [
      '#include <strsafe.h>',
      'typedef void (*function)(void);',
      'function all[] = {',
      ...list.map((name) => `    (function)${name},`),
      '};',
    ];
    expect(errorsOf(`${app.join('\n')}\nint main(void) { return all[0] == 0; }\n`)).toEqual([]);
  });

  for (const [header, statements] of Object.entries(MACROS)) {
    test(`macros of ${header}`, () => {
      const app = `#include <stdio.h>\n#include <${header}.h>\nint main(int argc, char **argv)\n{\n${statements.join(';\n')};\nreturn 0;\n}\n`;
      expect(errorsOf(app)).toEqual([]);
    });
  }

  test('what is left out is an error that names it', () => {
    for (const name of Object.keys(LEFT_OUT)) {
      const [call, include] = name.endsWith('.h') ? ['', `#include <${name}>`] : [`${name}();`, '#include <stdlib.h>'];
      expect(errorsOf(`${include}\nint main(void)\n{\n${call}\nreturn 0;\n}\n`).join('\n')).toContain(name);
    }
  });
});

/** Programs that check themselves (c/testdata/library): nothing printed, status 0. Any C compiler takes them. */
describe('programs that check themselves', () => {
  const files = import.meta.glob<string>('./c/testdata/library/*', { query: '?raw', import: 'default', eager: true });
  const headers = { 'check.h': files['./c/testdata/library/check.h'] ?? '' };
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.c')) continue;
    test(path.slice(path.lastIndexOf('/') + 1), () => {
      const { report, console, end } = runLab({ app: text, config: { dialect: 'plain', headers } });
      expect(report.messages.filter((m) => m.severity === 'error')).toEqual([]);
      expect(console).toBe('');
      expect(end).toMatchObject({ kind: 'exit', status: 0 });
    });
  }
});
