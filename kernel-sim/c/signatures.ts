/**
 * Prototypes of the C library's functions that the compiler may call by itself (`__builtin_memcpy`), in short: one letter for each type, the result
 * first. v void, i int, l long, L long long, m unsigned long, M unsigned long long, u unsigned, z size_t, c char *, C const char *, p void *, P const void *, a va_list,
 * . more arguments, d double, f float.
 */
import type { CType, FunctionType } from './types.ts';
import * as T from './types.ts';

export const LIBRARY: ReadonlyMap<string, string> = new Map(
  `abort:v exit:vi _exit:vi malloc:pz calloc:pzz realloc:ppz free:vp abs:ii labs:ll llabs:LL
  memcpy:ppPz memmove:ppPz memset:ppiz memcmp:iPPz memchr:pPiz mempcpy:ppPz
  strlen:zC strcmp:iCC strncmp:iCCz strcpy:ccC strncpy:ccCz strcat:ccC strncat:ccCz strchr:cCi strrchr:cCi strstr:cCC
  strpbrk:cCC strspn:zCC strcspn:zCC strdup:cC stpcpy:ccC strtok:ccC strerror:ci
  printf:iC. sprintf:icC. snprintf:iczC. vprintf:iCa vsprintf:icCa vsnprintf:iczCa fprintf:ipC. vfprintf:ipCa puts:iC putchar:ii
  sscanf:iCC. scanf:iC. fscanf:ipC. getchar:i fputc:iip fputs:iCp putc:iip fgetc:ip getc:ip fgets:cip ungetc:iip
  fopen:pCC fclose:ip fflush:ip fread:zpzzp fwrite:zPzzp fseek:ipli ftell:lp
  alloca:pz atoi:iC atol:lC atoll:LC atof:dC strtol:lCpi strtoul:mCpi strtoll:LCpi strtoull:MCpi strtod:dCp
  getenv:cC qsort:vpzzp bsearch:pPPzzp
  isalpha:ii isdigit:ii isalnum:ii isspace:ii isupper:ii islower:ii isprint:ii ispunct:ii isxdigit:ii iscntrl:ii isgraph:ii
  toupper:ii tolower:ii
  sqrt:dd floor:dd ceil:dd trunc:dd round:dd rint:dd nearbyint:dd fmod:ddd fmax:ddd fmin:ddd pow:ddd exp:dd log:dd log2:dd log10:dd
  sin:dd cos:dd tan:dd asin:dd acos:dd atan:dd atan2:ddd sinh:dd cosh:dd tanh:dd ldexp:ddi cbrt:dd hypot:ddd fdim:ddd fabs:dd frexp:ddp modf:ddp
  sqrtf:ff floorf:ff ceilf:ff truncf:ff roundf:ff rintf:ff fmodf:fff fmaxf:fff fminf:fff powf:fff expf:ff logf:ff sinf:ff cosf:ff tanf:ff`
    .split(/\s+/)
    .map((entry) => {
      const at = entry.indexOf(':');
      return [entry.slice(0, at), entry.slice(at + 1)];
    }),
);

/** Names of POSIX that Microsoft has with an underscore only; headers rename them, a call without the header means the same. */
export const OLD_NAMES: ReadonlyMap<string, string> = new Map([
  ['strdup', '_strdup'],
  ['alloca', '_alloca'],
]);

const CONST_CHAR: CType = { ...T.CHAR, q: { const: true } };
const CONST_VOID: CType = { ...T.VOID, q: { const: true } };
const LETTERS: Readonly<Record<string, CType>> = {
  v: T.VOID,
  i: T.INT,
  l: T.LONG,
  L: T.INT64,
  m: T.ULONG,
  M: T.UINT64,
  u: T.UINT,
  z: T.UINT64,
  c: T.pointerTo(T.CHAR),
  C: T.pointerTo(CONST_CHAR),
  p: T.pointerTo(T.VOID),
  P: T.pointerTo(CONST_VOID),
  a: T.pointerTo(T.CHAR),
  d: T.DOUBLE,
  f: T.FLOAT,
};

export function parseSignature(text: string): FunctionType {
  const [returns, ...params] = [...text].filter((letter) => letter !== '.').map((letter) => LETTERS[letter]);
  return {
    kind: 'function',
    returns,
    params: params.map((type) => ({ name: undefined, type })),
    variadic: text.endsWith('.'),
    prototyped: true,
  };
}
