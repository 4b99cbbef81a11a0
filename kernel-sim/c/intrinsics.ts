/**
 * Names that the compiler knows: a call of one of these becomes instructions, not a call. The checker marks such symbols
 * (`Sym.intrinsic`); code generation expands them. Prototypes come from the headers, as for any function; a name listed here
 * may still be defined by nobody.
 */
export const INTRINSICS: ReadonlySet<string> = new Set([
  // interlocked (8/16/64 suffixes, Acquire / Release / NoFence forms are mapped to the base name by `baseIntrinsic`)
  ...['Increment', 'Decrement', 'Exchange', 'ExchangeAdd', 'CompareExchange', 'And', 'Or', 'Xor'].flatMap((n) =>
    ['', '8', '16', '64'].map((size) => `_Interlocked${n}${size}`),
  ),
  '_InterlockedCompareExchange128',
  '_InterlockedExchangePointer',
  '_InterlockedCompareExchangePointer',
  '_interlockedbittestandset',
  '_interlockedbittestandreset',
  '_interlockedbittestandset64',
  '_interlockedbittestandreset64',
  '_bittest',
  '_bittestandset',
  '_bittestandreset',
  '_bittestandcomplement',
  '_bittest64',
  '_bittestandset64',
  '_bittestandreset64',
  // processor state
  '__readcr0',
  '__readcr2',
  '__readcr3',
  '__readcr4',
  '__readcr8',
  '__writecr0',
  '__writecr3',
  '__writecr4',
  '__writecr8',
  '__readmsr',
  '__writemsr',
  '__readeflags',
  '_disable',
  '_enable',
  '__halt',
  '__invlpg',
  '__rdtsc',
  '__debugbreak',
  '__int2c',
  '__fastfail',
  '__readgsqword',
  '__readgsdword',
  '__readgsbyte',
  '__readgsword',
  '__writegsqword',
  '_mm_pause',
  '_mm_mfence',
  '_mm_lfence',
  '_mm_sfence',
  '_mm_prefetch',
  '__faststorefence',
  '_ReadWriteBarrier',
  '_ReadBarrier',
  '_WriteBarrier',
  '_ReturnAddress',
  '_AddressOfReturnAddress',
  '__ud2',
  '__nop',
  // bits
  '_byteswap_ushort',
  '_byteswap_ulong',
  '_byteswap_uint64',
  '_BitScanForward',
  '_BitScanReverse',
  '_BitScanForward64',
  '_BitScanReverse64',
  '_rotl',
  '_rotr',
  '_lrotl',
  '_lrotr',
  '_rotl64',
  '_rotr64',
  '_rotl8',
  '_rotl16',
  '_rotr8',
  '_rotr16',
  '__umulh',
  '__mulh',
  '_umul128',
  '_mul128',
  '__shiftleft128',
  '__shiftright128',
  '__popcnt16',
  '__popcnt',
  '__popcnt64',
  '__emulu',
  '__emul',
  '__ll_lshift',
  '__ull_rshift',
  // the GNU compiler's, called by check-builtin.ts
  ...['ctz', 'clz', 'ffs', 'popcount', 'parity', 'clrsb'].flatMap((n) => [`__builtin_${n}`, `__builtin_${n}ll`]),
  ...['fabs', 'copysign', 'signbit'].flatMap((n) => [`__builtin_${n}`, `__builtin_${n}f`]),
  '__builtin_bswap16',
  '__builtin_bswap32',
  '__builtin_bswap64',
  '_alloca',
  'alloca',
  // hints
  '__assume',
  '__noop',
  '__analysis_assume',
  '__annotation',
  // the lab's own, for its guest C
  '__lab_fp', // void *(void): FP of the running function
  '__lab_sp', // void *(void)
  '__lab_ip', // void *(void)
  '__lab_cpu', // unsigned (void): CPU number
  '__lab_call_funclet', // ULONG64 (void *parentFp, void *ip, ULONG64 a0, ULONG64 a1)
  '__lab_syscall', // long (unsigned service): SYSCALL; RCX, RDX, R8, R9 are still the caller's if nothing was called before
  '__lab_sqrt', // double (double): square root, rounded once
  '__lab_sqrtf', // float (float)
  '__lab_fabs', // double (double)
  '__lab_rint', // double (double): to the nearest whole number, ties to even
  '__lab_floor', // double (double)
  '__lab_ceil', // double (double)
  '__lab_trunc', // double (double)
  '__lab_double_bits', // ULONG64 (double): the same 64 bits
  '__lab_bits_double', // double (ULONG64)
  '__lab_float_bits', // unsigned (float): the same 32 bits
  '__lab_bits_float', // float (unsigned)
  '__lab_unwind', // void (void *fp, void *sp, void *ip, ULONG64 rax), does not return
]);

/** The intrinsic behind a name: `_InterlockedAnd64_acq`, `_InterlockedIncrementNoFence` ... mean their base; undefined if it is none. */
export function baseIntrinsic(name: string): string | undefined {
  if (INTRINSICS.has(name)) return name;
  if (!/^_(Interlocked|interlocked)/.test(name)) return undefined;
  const base = name.replace(/(_acq|_rel|_nf|Acquire|Release|NoFence|Raw)(?=(8|16|64)?$)/, '');
  if (INTRINSICS.has(base)) return base;
  const plain = base.replace(/_(HLEAcquire|HLERelease|np)$/, '');
  return INTRINSICS.has(plain) ? plain : undefined;
}
