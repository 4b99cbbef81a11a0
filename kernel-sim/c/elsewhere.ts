/**
 * What a pasted program may ask for and the lab does not have on purpose: words of C++, parts of C11 that are optional, other systems'
 * headers and calls, the window system, the network, other driver frameworks. Each with the sentence that tells a learner so; for hints
 * in findings. Knows nothing of the build. What the lab does have is in homes.ts.
 */

const CPP = 'it belongs to C++, and this is a C compiler';
const POSIX = 'it belongs to POSIX; programs here are Windows programs (#include <windows.h>)';
const WINDOWS_ON_SCREEN = 'the lab has no windows on the screen; a program here writes to its console (printf)';
const NETWORK = 'the lab has no network';
const KMDF = 'the framework (KMDF, UMDF) is not in the lab; a driver here is a WDM driver (#include <ntddk.h>)';
const MINIFILTER = 'file system minifilters are not in the lab; a driver here is a WDM driver (#include <ntddk.h>)';
const NDIS = 'network drivers (NDIS) are not in the lab; a driver here is a WDM driver (#include <ntddk.h>)';
const UNWINDING =
  'frames are not laid out as on x64, so programs cannot unwind them; return, goto or longjmp leave a __try and run its __finally, RtlCaptureStackBackTrace lists callers';
const DOS = 'it belongs to compilers for DOS; the lab has <conio.h> for the console and no graphics';

const HEADERS: readonly (readonly [RegExp, string])[] = [
  [
    /^(iostream|ios|[io]?fstream|[io]?sstream|iomanip|string|string_view|vector|map|set|unordered_(map|set)|list|deque|queue|stack|bitset|memory|algorithm|numeric|functional|utility|tuple|optional|array|iterator|thread|mutex|atomic|chrono|random|regex|exception|stdexcept|new|limits|type_traits|bits\/stdc\+\+\.h|c(stdio|stdlib|string|stdint|stddef|assert|ctype|math|limits|time|errno))$/,
    CPP,
  ],
  [/^(sys\/stat|sys\/file|fcntl|dirent)\.h$/, 'the lab has no files; a program reads its console and writes to it'],
  [/^complex\.h$/, "the lab's C has no complex numbers (__STDC_NO_COMPLEX__)"],
  [/^threads\.h$/, "the lab's C has no <threads.h> (__STDC_NO_THREADS__); CreateThread of <windows.h> starts a thread"],
  [
    /^stdatomic\.h$/,
    "the lab's C has no <stdatomic.h> (__STDC_NO_ATOMICS__); <windows.h> and <ntddk.h> have InterlockedIncrement and its kin, and __atomic_fetch_add is there",
  ],
  [
    /^(winsock2?|ws2tcpip|mswsock|wininet|winhttp|iphlpapi)\.h$|^(sys\/socket|arpa\/inet|netdb)\.h$|^netinet\//,
    NETWORK,
  ],
  [
    /^(pthread|semaphore|dlfcn|poll|pwd|grp|termios|ucontext|spawn|syslog|ncurses|curses|err|error|libgen|fnmatch|glob|regex|langinfo|byteswap|endian|features|execinfo)\.h$|^sys\/(wait|mman|ioctl|select|sem|shm|msg|ipc|un|uio|utsname|epoll|eventfd|syscall|ptrace|prctl|vfs|statvfs|mount)\.h$|^linux\//,
    POSIX,
  ],
  [
    /^(winuser|wingdi|commctrl|commdlg|richedit|shellapi|shlobj|shlwapi|gdiplus|d2d1|d3d\d*|ddraw|opengl|gl\/\w+|resource|afxwin|atlbase|windowsx|uxtheme)\.h$/i,
    WINDOWS_ON_SCREEN,
  ],
  [/^(wdf|wdfcore|wdfdriver|wdfdevice|wdfrequest|wdfusb|wudfddi|wudfwdm)\.h$/i, KMDF],
  [/^(fltkernel|fltuser)\.h$/i, MINIFILTER],
  [/^(ndis|fwpsk|fwpmk|netadaptercx)\.h$/i, NDIS],
  [/^(graphics|dos|bios|alloc|mem)\.h$/, DOS],
];

/** Why the lab has no such header, if it is known what the header is. */
export function headerElsewhere(name: string): string | undefined {
  return HEADERS.find(([pattern]) => pattern.test(name))?.[1];
}

/** What an unknown name was taken for where it stands. Plain words count as foreign only in their own place: a variable may be called `string`. */
export type NamePlace = 'type' | 'function' | 'value';

const NAMES: readonly { names: RegExp; why: string; only?: NamePlace }[] = [
  {
    names:
      /^(class|template|typename|namespace|using|new|delete|public|private|protected|virtual|friend|operator|mutable|explicit|string|vector)$/,
    why: CPP,
    only: 'type',
  },
  { names: /^(cout|cin|cerr|endl|std|decltype|(static|dynamic|reinterpret|const)_cast)$/, why: CPP },
  {
    names: /^(__u?int128_t|__float80|__ibm128|_Float(16|32|64|128)x?|__fp16|__bf16)$/,
    why: 'the numbers of this lab are char to long long, float and double',
    only: 'type',
  },
  {
    names: /^(_Decimal(32|64|128)|_Accum|_Fract|_Sat|_BitInt)$/,
    why: 'this is a C11 compiler without decimal and fixed-point numbers',
    only: 'type',
  },
  { names: /^(complex|imaginary)$/, why: "the lab's C has no complex numbers", only: 'type' },
  {
    names: /^atomic_\w+$/,
    why: "the lab's C has no <stdatomic.h>; __atomic_fetch_add and its kin are there, and Interlocked functions in <windows.h>",
  },
  { names: /^nullptr$/, why: 'it belongs to C++ and C23; in C11 it is NULL' },
  { names: /^(constexpr|thread_local)$/, why: 'it belongs to C++ and C23; this is a C11 compiler' },
  {
    names:
      /^(MessageBox|CreateWindow|RegisterClass|DialogBox|CreateDialog|DefWindowProc|GetMessage|PeekMessage|PostMessage|SendMessage|DispatchMessage|LoadIcon|LoadCursor|LoadString|DrawText|TextOut|SetWindowText|GetWindowText)(Ex|Param)?[AW]?$|^(ShowWindow|UpdateWindow|TranslateMessage|PostQuitMessage|BeginPaint|EndPaint|GetDC|ReleaseDC|InvalidateRect|DestroyWindow|GetClientRect|SetTimer|KillTimer|GetDesktopWindow|GetForegroundWindow|WNDCLASS(EX)?[AW]?|PAINTSTRUCT|HDC|HICON|HBRUSH|HCURSOR|HMENU|MB_[A-Z]+|ID(OK|CANCEL|YES|NO)|WM_[A-Z]+|WS_[A-Z]+|SW_[A-Z]+|CW_USEDEFAULT)$/,
    why: WINDOWS_ON_SCREEN,
  },
  { names: /^(WSA\w+|SOCKET|sockaddr(_in)?)$/, why: NETWORK },
  {
    names:
      /^(socket|bind|listen|accept|connect|send|recv|sendto|recvfrom|closesocket|gethostbyname|getaddrinfo|inet_(addr|ntoa|pton|ntop))$/,
    why: NETWORK,
    only: 'function',
  },
  { names: /^(pthread_\w+|pid_t|sigset_t|sem_t)$/, why: POSIX },
  {
    names:
      /^(fork|vfork|wait(pid)?|exec[lv]p?e?|pipe|dup2?|kill|sigaction|sigprocmask|mmap|munmap|mprotect|shmget|shmat|semget|dlopen|dlsym|getppid|ioctl|select|poll|sem_(init|wait|post|destroy|open))$/,
    why: POSIX,
    only: 'function',
  },
  { names: /^(P?WDF[A-Z_]+|Wdf[A-Z]\w+|EVT_WDF_\w+|EvtWdf\w+)$/, why: KMDF },
  { names: /^(Flt[A-Z]\w+|P?FLT_\w+|Filter(Connect|Send|Get|Attach|Detach|Volume|Load|Unload)\w*)$/, why: MINIFILTER },
  { names: /^(Ndis[A-Z]\w+|NDIS_\w+)$/, why: NDIS },
  {
    names:
      /^Rtl(Unwind(2|Ex)?|VirtualUnwind2?|LookupFunctionEntry|AddFunctionTable|DeleteFunctionTable|InstallFunctionTableCallback)$/,
    why: UNWINDING,
    only: 'function',
  },
  {
    names: /^(initgraph|closegraph|putpixel|textcolor|textbackground|gotoxy|clrscr|int86|outportb|inportb)$/,
    why: DOS,
    only: 'function',
  },
];

/** Why the lab knows no such name, if it is known what it is. */
export function nameElsewhere(name: string, place: NamePlace): string | undefined {
  return NAMES.find(({ names, only }) => (only ?? place) === place && names.test(name))?.why;
}
