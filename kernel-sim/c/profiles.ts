/**
 * Predefined macros of each kind of build: those of a 64-bit Microsoft compiler, and what the WDK's or the SDK's project files add.
 * Pure data in the form of `-D` options; the preprocessor adds __LINE__, __FILE__, __COUNTER__, __DATE__ and __TIME__ itself.
 */
import type { BuildOptions } from './index.ts';

const COMPILER = [
  '_MSC_VER=1940',
  '_MSC_FULL_VER=194033811',
  '_MSC_BUILD=0',
  '_MSC_EXTENSIONS=1',
  '_INTEGRAL_MAX_BITS=64',
  '_WIN32=1',
  '_WIN64=1',
  '_M_X64=100',
  '_M_AMD64=100',
  '_MT=1',
  '__STDC_HOSTED__=1',
  '__STDC_VERSION__=201112L',
  '__STDC_NO_VLA__=1',
  '__STDC_NO_ATOMICS__=1',
  '__STDC_NO_THREADS__=1',
  '__STDC_NO_COMPLEX__=1',
  '__RING_ZERO_LAB__=1',
];

/** Windows 10 and later, 64 bits. */
const WINDOWS = ['_AMD64_=1', 'AMD64=1', 'WINVER=0x0A00', '_WIN32_WINNT=0x0A00', 'NTDDI_VERSION=0x0A000010', 'WINNT=1'];

const DRIVER = ['_KERNEL_MODE=1', 'DBG=1', 'POOL_NX_OPTIN=1', 'ALLOC_PRAGMA=1'];

export function profileDefines(profile: BuildOptions['profile']): string[] {
  switch (profile) {
    case 'driver':
      return [...COMPILER, '_MSVC_TRADITIONAL=1', ...WINDOWS, ...DRIVER];
    case 'guest':
    case 'user':
      return [...COMPILER, '_MSVC_TRADITIONAL=1', ...WINDOWS];
    case 'plain':
      // A standard preprocessor: `, __VA_ARGS__` keeps its comma. __STDC__ as with /Zc:__STDC__.
      return [...COMPILER, '_MSVC_TRADITIONAL=0', '__STDC__=1', ...WINDOWS];
  }
}
