/**
 * Kinds of builds: the macros they predefine (those of a 64-bit Microsoft compiler, and what the WDK's or the SDK's project files add) and
 * the dialect of C that their units are judged by. Pure data; macros in the form of `-D` options. The preprocessor adds
 * __LINE__, __FILE__, __COUNTER__, __DATE__ and __TIME__ itself.
 */

/**
 * 'driver': _KERNEL_MODE, DBG=1 ...; 'user': Windows program; 'plain': cc on a plain C program; 'gnu': the same with `--gnu`; 'guest': the
 * lab's own sources.
 */
export type Profile = 'driver' | 'user' | 'plain' | 'gnu' | 'guest';

/**
 * Whose rules decide how grave a finding is (findings.ts): those of Microsoft's C compiler, of the C11 standard, or of a GNU compiler in its
 * lenient days. Forms of all three are accepted in each. A program that includes a Windows header is Microsoft's; one that uses words of GNU
 * compilers or definitions in the old style is theirs; every other one is standard C.
 */
export type Dialect = 'ms' | 'c11' | 'gnu';

/** Headers that make a unit a Windows one. */
const WINDOWS_HEADER = /^(windows|win(base|nt|def|ternl|ioctl)|minwindef|nt(ddk|ifs|def)|wdm)\.h$/i;

/** Whether a file makes its unit a Windows one. */
export function isWindowsHeader(name: string): boolean {
  return WINDOWS_HEADER.test(name.slice(name.lastIndexOf('/') + 1));
}

/** Words that only GNU compilers have: a program that uses one was written for them. */
const GNU_WORD =
  /^__(attribute|extension|typeof|alignof|inline|const|volatile|signed|restrict|label)(__)?$|^__builtin_|^__auto_type$/;

/** Before these a '&&' cannot join two operands: it takes a label's address. */
const BEFORE_OPERAND = new Set(['=', '(', '{', ',', '[', '?', ':', 'return', '-', '+']);

/** Whether a text, token by token, has words or forms of GNU compilers: `__attribute__`, `({ ... })`, `&&label`. */
function isGnuText(tokens: readonly { readonly text: string }[]): boolean {
  let before = '';
  for (const { text } of tokens) {
    if (text === '{' && before === '(') return true;
    if (text === '&&' && BEFORE_OPERAND.has(before)) return true;
    if (text.startsWith('__') && GNU_WORD.test(text)) return true;
    before = text;
  }
  return false;
}

/** The dialect of a unit whose text came from these files. `tokens` gives what of it stands outside the lab's headers; not asked for where it decides nothing. */
export function dialectOf(
  profile: Profile,
  files: readonly { name: string; system: boolean }[],
  tokens: () => readonly { readonly text: string }[],
): Dialect {
  if (profile === 'driver' || profile === 'guest' || files[0]?.system) return 'ms';
  if (files.some(({ name }) => isWindowsHeader(name))) return 'ms';
  return profile === 'gnu' || isGnuText(tokens()) ? 'gnu' : 'c11';
}

/**
 * Findings that show an old program, from before there were prototypes, or before every declaration needed a type: it is judged as a GNU
 * compiler judges it.
 */
export function isOldProgram(findings: readonly { id: string }[]): boolean {
  return findings.some(({ id }) => id === 'implicit-int' || id === 'old-style-definition');
}

const COMPILER = [
  '_WIN32=1',
  '_WIN64=1',
  '__STDC_HOSTED__=1',
  '__STDC_VERSION__=201112L',
  '__STDC_NO_ATOMICS__=1',
  '__STDC_NO_THREADS__=1',
  '__STDC_NO_COMPLEX__=1',
  '__RING_ZERO_LAB__=1',
];

const MICROSOFT = [
  '_MSC_VER=1940',
  '_MSC_FULL_VER=194033811',
  '_MSC_BUILD=0',
  '_MSC_EXTENSIONS=1',
  '_INTEGRAL_MAX_BITS=64',
  '_M_X64=100',
  '_M_AMD64=100',
  '_MT=1',
  // Older spellings of keywords.
  ...['_try=__try', '_except=__except', '_finally=__finally', '_leave=__leave'],
];

/** A GNU compiler for 64-bit Windows. */
const GNU = [
  ...['__GNUC__=12', '__GNUC_MINOR__=0', '__GNUC_PATCHLEVEL__=0', '__GNUC_STDC_INLINE__=1', '__VERSION__="12"'],
  ...['__x86_64=1', '__x86_64__=1', '__amd64=1', '__amd64__=1', '__MINGW32__=1', '__MINGW64__=1'],
];

/** Types and limits by the names that GNU compilers predefine. Portable test programs use them without asking for the compiler. */
const TYPES = [
  ...['__ORDER_LITTLE_ENDIAN__=1234', '__ORDER_BIG_ENDIAN__=4321', '__BYTE_ORDER__=__ORDER_LITTLE_ENDIAN__'],
  ...['__ATOMIC_RELAXED=0', '__ATOMIC_CONSUME=1', '__ATOMIC_ACQUIRE=2', '__ATOMIC_RELEASE=3'],
  ...['__ATOMIC_ACQ_REL=4', '__ATOMIC_SEQ_CST=5'],
  ...['__CHAR_BIT__=8', '__SCHAR_MAX__=0x7f', '__SHRT_MAX__=0x7fff', '__INT_MAX__=0x7fffffff'],
  ...['__LONG_MAX__=0x7fffffffL', '__LONG_LONG_MAX__=0x7fffffffffffffffLL', '__WCHAR_MAX__=0xffff'],
  ...['__SIZEOF_SHORT__=2', '__SIZEOF_INT__=4', '__SIZEOF_LONG__=4', '__SIZEOF_LONG_LONG__=8', '__SIZEOF_POINTER__=8'],
  ...['__SIZEOF_FLOAT__=4', '__SIZEOF_DOUBLE__=8', '__SIZEOF_LONG_DOUBLE__=8', '__SIZEOF_SIZE_T__=8'],
  ...['__SIZEOF_PTRDIFF_T__=8', '__SIZEOF_WCHAR_T__=2', '__SIZEOF_WINT_T__=2'],
  ...['__SIZE_TYPE__=unsigned long long', '__PTRDIFF_TYPE__=long long', '__WCHAR_TYPE__=unsigned short'],
  ...['__WINT_TYPE__=unsigned short', '__INTMAX_TYPE__=long long', '__UINTMAX_TYPE__=unsigned long long'],
  ...['__INTPTR_TYPE__=long long', '__UINTPTR_TYPE__=unsigned long long', '__SIZE_MAX__=0xffffffffffffffffULL'],
  ...['__PTRDIFF_MAX__=0x7fffffffffffffffLL', '__INTMAX_MAX__=0x7fffffffffffffffLL'],
  ...['__INT8_TYPE__=signed char', '__INT16_TYPE__=short', '__INT32_TYPE__=int', '__INT64_TYPE__=long long'],
  ...['__UINT8_TYPE__=unsigned char', '__UINT16_TYPE__=unsigned short', '__UINT32_TYPE__=unsigned int'],
  '__SIG_ATOMIC_TYPE__=int',
  ...['__INT_LEAST8_TYPE__=signed char', '__INT_LEAST16_TYPE__=short', '__INT_LEAST32_TYPE__=int'],
  ...['__INT_LEAST64_TYPE__=long long', '__UINT_LEAST8_TYPE__=unsigned char', '__UINT_LEAST16_TYPE__=unsigned short'],
  ...['__UINT_LEAST32_TYPE__=unsigned int', '__UINT_LEAST64_TYPE__=unsigned long long'],
  ...['__INT_FAST8_TYPE__=signed char', '__INT_FAST16_TYPE__=short', '__INT_FAST32_TYPE__=int'],
  ...['__INT_FAST64_TYPE__=long long', '__UINT_FAST8_TYPE__=unsigned char', '__UINT_FAST16_TYPE__=unsigned short'],
  ...['__UINT_FAST32_TYPE__=unsigned int', '__UINT_FAST64_TYPE__=unsigned long long'],
  ...['__INT8_MAX__=0x7f', '__INT16_MAX__=0x7fff', '__INT32_MAX__=0x7fffffff', '__INT64_MAX__=0x7fffffffffffffffLL'],
  ...['__UINT8_MAX__=0xff', '__UINT16_MAX__=0xffff', '__UINT32_MAX__=0xffffffffU'],
  ...['__UINT64_MAX__=0xffffffffffffffffULL', '__UINTMAX_MAX__=0xffffffffffffffffULL'],
  ...['__INTPTR_MAX__=0x7fffffffffffffffLL', '__UINTPTR_MAX__=0xffffffffffffffffULL'],
  ...['__SCHAR_WIDTH__=8', '__SHRT_WIDTH__=16', '__INT_WIDTH__=32', '__LONG_WIDTH__=32', '__LONG_LONG_WIDTH__=64'],
  ...['__FLT_RADIX__=2', '__FLT_EVAL_METHOD__=0', '__DECIMAL_DIG__=17'],
  ...['__FLT_MANT_DIG__=24', '__FLT_DIG__=6', '__FLT_MIN_EXP__=(-125)', '__FLT_MIN_10_EXP__=(-37)'],
  ...[
    '__FLT_MAX_EXP__=128',
    '__FLT_MAX_10_EXP__=38',
    '__FLT_DECIMAL_DIG__=9',
    '__FLT_MAX__=3.40282346638528859812e+38F',
  ],
  ...[
    '__FLT_MIN__=1.17549435082228750797e-38F',
    '__FLT_EPSILON__=1.19209289550781250000e-7F',
    '__FLT_DENORM_MIN__=1.40129846432481707092e-45F',
  ],
  ...['__FLT_HAS_INFINITY__=1', '__FLT_HAS_QUIET_NAN__=1', '__FLT_HAS_DENORM__=1'],
  ...['__DBL_MANT_DIG__=53', '__DBL_DIG__=15', '__DBL_MIN_EXP__=(-1021)', '__DBL_MIN_10_EXP__=(-307)'],
  ...[
    '__DBL_MAX_EXP__=1024',
    '__DBL_MAX_10_EXP__=308',
    '__DBL_DECIMAL_DIG__=17',
    '__DBL_MAX__=((double)1.79769313486231570815e+308)',
  ],
  ...[
    '__DBL_MIN__=((double)2.22507385850720138309e-308)',
    '__DBL_EPSILON__=((double)2.22044604925031308085e-16)',
    '__DBL_DENORM_MIN__=((double)4.94065645841246544177e-324)',
  ],
  ...['__DBL_HAS_INFINITY__=1', '__DBL_HAS_QUIET_NAN__=1', '__DBL_HAS_DENORM__=1'],
  ...['__LDBL_MANT_DIG__=53', '__LDBL_DIG__=15', '__LDBL_MIN_EXP__=(-1021)', '__LDBL_MIN_10_EXP__=(-307)'],
  ...[
    '__LDBL_MAX_EXP__=1024',
    '__LDBL_MAX_10_EXP__=308',
    '__LDBL_DECIMAL_DIG__=17',
    '__LDBL_MAX__=1.79769313486231570815e+308L',
  ],
  ...[
    '__LDBL_MIN__=2.22507385850720138309e-308L',
    '__LDBL_EPSILON__=2.22044604925031308085e-16L',
    '__LDBL_DENORM_MIN__=4.94065645841246544177e-324L',
  ],
  ...['__LDBL_HAS_INFINITY__=1', '__LDBL_HAS_QUIET_NAN__=1', '__LDBL_HAS_DENORM__=1'],
  ...['__UINT64_TYPE__=unsigned long long', '__CHAR16_TYPE__=unsigned short', '__CHAR32_TYPE__=unsigned int'],
];

/** Windows 10 and later, 64 bits. */
const WINDOWS = ['_AMD64_=1', 'AMD64=1', 'WINVER=0x0A00', '_WIN32_WINNT=0x0A00', 'NTDDI_VERSION=0x0A000010', 'WINNT=1'];

/** Microsoft's compiler has no arrays of variable length. */
const NO_VLA = '__STDC_NO_VLA__=1';

const DRIVER = ['_KERNEL_MODE=1', 'DBG=1', 'POOL_NX_OPTIN=1', 'ALLOC_PRAGMA=1'];

export function profileDefines(profile: Profile): string[] {
  switch (profile) {
    case 'driver':
      return [...COMPILER, ...MICROSOFT, '_MSVC_TRADITIONAL=1', ...WINDOWS, ...DRIVER, NO_VLA];
    case 'guest':
    case 'user':
      return [...COMPILER, ...MICROSOFT, '_MSVC_TRADITIONAL=1', ...WINDOWS, NO_VLA];
    case 'plain':
      // A standard preprocessor: `, __VA_ARGS__` keeps its comma. __STDC__ as with /Zc:__STDC__.
      return [...COMPILER, ...MICROSOFT, '_MSVC_TRADITIONAL=0', '__STDC__=1', ...TYPES, ...WINDOWS];
    case 'gnu':
      return [...COMPILER, ...GNU, '__STDC__=1', ...TYPES, ...WINDOWS];
  }
}
