/**
 * Where well-known names come from: the header that a source forgot, and what a driver uses in place of a routine that only
 * programs have. For hints in findings; knows nothing of the build.
 */
import type { Profile } from './profiles.ts';

const HOMES: readonly (readonly [RegExp, string])[] = [
  [/^(u?int(8|16|32|64|ptr|max|_fast\d+|_least\d+)_t|U?INT(8|16|32|64)_(MAX|MIN))$/, '<stdint.h>'],
  [/^(bool|true|false)$/, '<stdbool.h>'],
  [/^(size_t|ptrdiff_t|wchar_t|offsetof|NULL)$/, '<stddef.h>'],
  [
    /^(FILE|fpos_t|stdin|stdout|stderr|EOF|v?[fs]?n?w?printf|f?w?scanf|sscanf|f?putw?s|f?putw?c(har)?|f?getw?s|f?getw?c|getw?char|fopen|fclose|fread|fwrite|fflush|perror)$/,
    '<stdio.h>',
  ],
  [
    /^(malloc|calloc|realloc|free|exit|abort|atexit|atoi|atol|strtou?ll?|rand|srand|qsort|bsearch|l?labs|abs|system|getenv|EXIT_(SUCCESS|FAILURE)|RAND_MAX)$/,
    '<stdlib.h>',
  ],
  [/^(alloca)$/, '<malloc.h>'],
  [/^(bzero|bcopy|bcmp)$/, '<strings.h>'],
  [/^(getopt|optarg|optind|usleep|sleep|STD(IN|OUT|ERR)_FILENO)$/, '<unistd.h>'],
  [/^(gettimeofday|timeval)$/, '<sys/time.h>'],
  [/^(str(len|n?cpy|n?cat|n?cmp|r?chr|str|tok|spn|cspn|dup|error)|mem(cpy|move|set|cmp|chr))$/, '<string.h>'],
  [
    /^(sqrt|floor|ceil|trunc|round|rint|fmod|fmax|fmin|fabs|pow|exp|log|log2|log10|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|ldexp|frexp|modf|cbrt|hypot)f?$/,
    '<math.h>',
  ],
  [/^(is(alpha|digit|alnum|space|upper|lower|punct|print|xdigit|cntrl|graph)|to(upper|lower))$/, '<ctype.h>'],
  [/^(U?(CHAR|SHRT|INT|LONG|LLONG)_(MAX|MIN|BIT))$/, '<limits.h>'],
  [/^(va_(list|start|arg|end|copy))$/, '<stdarg.h>'],
  [/^(assert)$/, '<assert.h>'],
  [/^align(as|of)$/, '<stdalign.h>'],
  [/^noreturn$/, '<stdnoreturn.h>'],
  [
    /^(_?TCHAR|_T|_TEXT|_tmain|_t(printf|fopen|system|perror)|_tcs\w+|_f?putts|_f?getts|_stprintf(_s)?|_ttoi)$/,
    '<tchar.h>',
  ],
  [/^(errno|ENOMEM|EINVAL|ERANGE)$/, '<errno.h>'],
  [/^(time|clock|time_t|clock_t|localtime|difftime)$/, '<time.h>'],
  [
    /^(P?DRIVER_OBJECT|P?DEVICE_OBJECT|P?IRP|P?IO_STACK_LOCATION|P?UNICODE_STRING|P?KEVENT|P?KSPIN_LOCK|KIRQL|P?KDPC|P?MDL|DRIVER_\w+|DbgPrint|KdPrint|IRP_MJ_\w+|Io(Create|Delete)Device|IoCompleteRequest|RtlInitUnicodeString)$/,
    '<ntddk.h>',
  ],
  [
    /^(HWND|HINSTANCE|HMODULE|LPCSTR|LPCWSTR|LPSTR|LPWSTR|LPVOID|LPDWORD|P?OVERLAPPED|LPOVERLAPPED|DWORD|BOOL|WORD|SECURITY_ATTRIBUTES|CreateFile[AW]?|CloseHandle|ReadFile|WriteFile|DeviceIoControl|GetLastError|Sleep|CreateThread|WaitForSingleObject|INVALID_HANDLE_VALUE|GENERIC_(READ|WRITE))$/,
    '<windows.h>',
  ],
  [
    /^(NTSTATUS|HANDLE|P?ULONG|P?UCHAR|P?USHORT|PVOID|P?LONG|BOOLEAN|LARGE_INTEGER|P?LIST_ENTRY|P?WCHAR|SIZE_T|ULONG_PTR|TRUE|FALSE)$/,
    '<ntddk.h> in a driver, <windows.h> in a program',
  ],
  [/^(STATUS_[A-Z_]+)$/, '<ntddk.h> in a driver, <ntstatus.h> in a program'],
];

/** The header that a name comes with. */
export function homeOf(name: string): string | undefined {
  return HOMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** Functions that beginners call, for those who mistype one without its header. */
export const LIBRARY_FUNCTIONS: readonly string[] =
  `printf scanf puts putchar getchar fprintf sprintf snprintf malloc calloc realloc free exit atoi qsort strlen strcpy strncpy
  strcat strcmp strncmp strchr strstr memcpy memset memcmp memmove toupper tolower`.split(/\s+/);

/** A function of the C library, as far as `homeOf` knows it. */
export function isLibraryFunction(name: string): boolean {
  return /^<(std(io|lib)|string|malloc|ctype|time|math|wchar|setjmp|signal|locale)\.h>$/.test(homeOf(name) ?? '');
}

const IN_DRIVERS: readonly (readonly [RegExp, string])[] = [
  [/^(printf|puts|putchar|fprintf|wprintf|OutputDebugString[AW]?)$/, 'DbgPrint'],
  [/^(malloc|calloc|realloc|HeapAlloc|LocalAlloc|GlobalAlloc|VirtualAlloc)$/, 'ExAllocatePool2'],
  [/^(free|HeapFree|LocalFree|GlobalFree|VirtualFree)$/, 'ExFreePoolWithTag'],
  [/^(Sleep|sleep|usleep)$/, 'KeDelayExecutionThread'],
  [/^(CreateFile[AW]?|fopen)$/, 'ZwCreateFile'],
  [/^(ReadFile|fread)$/, 'ZwReadFile'],
  [/^(WriteFile|fwrite)$/, 'ZwWriteFile'],
  [/^(CloseHandle|fclose)$/, 'ZwClose'],
  [/^(CreateThread|_beginthread(ex)?)$/, 'PsCreateSystemThread'],
  [/^(WaitForSingleObject)$/, 'KeWaitForSingleObject'],
  [/^(CreateEvent[AW]?)$/, 'KeInitializeEvent'],
  [/^(SetEvent)$/, 'KeSetEvent'],
  [/^(EnterCriticalSection|InitializeCriticalSection)$/, 'a fast mutex or a spin lock'],
  [/^(GetTickCount(64)?)$/, 'KeQueryTickCount'],
  [/^(exit|abort|ExitProcess|ExitThread)$/, 'a status to return'],
];

/** What a driver uses in place of a routine that only programs have. */
export function inDrivers(name: string): string | undefined {
  return IN_DRIVERS.find(([pattern]) => pattern.test(name))?.[1];
}

const FOR_PROGRAMS = /^(windows|winbase|winuser|process|conio|psapi|winsvc|setupapi|tchar|winsock2?|winioctl32)\.h$/;
const FOR_DRIVERS = /^(ntddk|wdm|ntifs|wdmsec|ntstrsafe|ntddstor|wdf|fltkernel)\.h$/;

/** Why a header of the lab is the wrong one here, if it is. */
export function wrongHeader(name: string, profile: Profile): string | undefined {
  const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  if (profile === 'driver' && FOR_PROGRAMS.test(base)) {
    return `<${base}> is for programs; a driver includes <ntddk.h> or <wdm.h>`;
  }
  if (profile !== 'driver' && profile !== 'guest' && FOR_DRIVERS.test(base)) {
    return `<${base}> is for drivers; a program includes <windows.h>`;
  }
  return undefined;
}
