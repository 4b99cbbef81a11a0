/** Glossary: the user-mode side of a request. */
import type { Entry } from './term';

export const USER: readonly Entry[] = [
  {
    id: 'ntdll',
    name: 'ntdll.dll',
    aliases: ['ntdll'],
    also: ['kernel32', 'syscall-instruction'],
    short: 'The lowest library of user mode: stubs of the system calls, loader, heap, exception dispatch.',
    long: [
      'It is mapped into every process, and the first user-mode instruction of a thread is in it.',
      'A stub does little more than put the service number into EAX and execute SYSCALL.',
      'In the lab the kernel links program and DLLs before the first instruction; in Windows ntdll does that.',
    ],
  },
  {
    id: 'kernel32',
    name: 'kernel32.dll',
    aliases: ['kernel32', 'Win32', 'Win32 API', 'KernelBase', 'Windows API'],
    also: ['dll', 'last-error'],
    short: 'The library with the documented Win32 calls for files, processes, threads and memory.',
    long: [
      'It translates them into the native calls of ntdll and status codes into Win32 errors.',
      'In spite of its name it runs in user mode; much of it has moved to KernelBase.dll.',
    ],
  },
  {
    id: 'dll',
    name: 'DLL',
    aliases: ['dynamic-link library', 'loader'],
    also: ['ntdll'],
    short: 'A library that is mapped into a process and linked to it at run time.',
    long: [
      'Its code pages are shared among processes, its variables are not.',
      'Drivers are linked to ntoskrnl in much the same way.',
    ],
  },
  {
    id: 'createfile',
    name: 'CreateFile',
    aliases: ['CreateFileA', 'CreateFileW', 'NtCreateFile', 'INVALID_HANDLE_VALUE'],
    also: ['handle', 'kernel32', 'symbolic-link'],
    short: 'Opens a file or a device and returns a handle; a device gets the request IRP_MJ_CREATE.',
    long: [
      'For a device the name is \\\\.\\ and the name of its symbolic link.',
      'On failure it returns INVALID_HANDLE_VALUE, which is -1 and not NULL.',
    ],
  },
  {
    id: 'deviceiocontrol',
    name: 'DeviceIoControl',
    aliases: ['NtDeviceIoControlFile', 'lpBytesReturned', 'bytes returned'],
    also: ['kernel32', 'overlapped-io'],
    short: 'The Win32 call that sends an IOCTL with an input and an output buffer to a device.',
    long: [
      'It returns TRUE if the driver reported success, and then lpBytesReturned holds the Information of the driver.',
      'On an error status that variable is left as it was; on a warning such as "more data" data and count are valid although it returns FALSE.',
    ],
  },
  {
    id: 'readfile',
    name: 'ReadFile and WriteFile',
    aliases: ['ReadFile', 'WriteFile', 'NtReadFile', 'NtWriteFile'],
    also: ['overlapped-io', 'major-function', 'buffer-method'],
    short: 'The Win32 calls to read and write bytes of a file or device through a handle.',
    long: [
      'A device gets them as IRP_MJ_READ and IRP_MJ_WRITE.',
      'They set the byte count to zero first, and reading at the end of a file is a success with 0 bytes.',
    ],
  },
  {
    id: 'overlapped-io',
    name: 'Overlapped I/O',
    aliases: [
      'OVERLAPPED',
      'asynchronous I/O',
      'FILE_FLAG_OVERLAPPED',
      'ERROR_IO_PENDING',
      'GetOverlappedResult',
      'error 997',
      'ReadFileEx',
    ],
    also: ['user-apc', 'event'],
    short: 'The call returns before the request is done; the program asks for the result later.',
    long: [
      'FALSE with error 997 (ERROR_IO_PENDING) means that it is under way, not that it failed.',
      'Buffer and OVERLAPPED structure must stay valid and untouched until it is done.',
      'On a handle without the flag the kernel waits inside the call, one request at a time.',
    ],
  },
  {
    id: 'last-error',
    name: 'Last error',
    aliases: ['GetLastError', 'SetLastError', 'Win32 error', 'error code'],
    also: ['teb'],
    short: 'The Win32 error code of the last failed call of this thread.',
    long: [
      'It is a variable in the TEB, so each thread has its own.',
      'Read it at once after a call that says it failed; most successful calls leave an old value there.',
    ],
  },
  {
    id: 'teb',
    name: 'TEB',
    aliases: ['thread environment block'],
    also: ['peb', 'thread'],
    short: 'The block of user-mode data of each thread: stack limits, last error, thread-local storage.',
    long: [
      'On x64 it is reached through GS in user mode.',
      'The program can write to it, so the kernel must not trust what it finds there.',
    ],
  },
  {
    id: 'peb',
    name: 'PEB',
    aliases: ['process environment block'],
    also: ['process'],
    short: 'The block of user-mode data of a process: loaded modules, heap, parameters.',
    long: ['ntdll keeps it; each TEB points at it.', 'Like the TEB it can be changed by the program itself.'],
  },
  {
    id: 'shared-user-data',
    name: 'KUSER_SHARED_DATA',
    aliases: ['shared user data', 'SharedUserData', '0x7FFE0000'],
    also: ['user-mode'],
    short: 'A page of the kernel that every process can read at 0x7FFE0000, with times and version.',
    long: [
      'It lets calls such as GetTickCount do without a system call.',
      'Programs see it read-only; the kernel writes it at another address.',
    ],
  },
  {
    id: 'heap',
    name: 'Heap',
    aliases: ['malloc', 'HeapAlloc'],
    also: ['pool', 'commit'],
    short: 'The memory a program allocates in small pieces, managed by ntdll in user mode.',
    long: [
      'It takes whole ranges from the kernel and cuts them up, so most calls need no system call.',
      'An overrun destroys other data of the same process only.',
    ],
  },
  {
    id: 'exit-code',
    name: 'Exit code',
    aliases: ['exit status', 'GetExitCodeProcess', 'ExitProcess', 'TerminateProcess'],
    also: ['process', 'exception-dispatch'],
    short: 'The number a process leaves behind; for an unhandled exception it is the exception code.',
    long: [
      'It can be read through a handle as long as one is open.',
      '259 (STILL_ACTIVE) is what you get while the process runs, so do not use it yourself.',
    ],
  },
  {
    id: 'console',
    name: 'Console',
    aliases: ['console output', 'standard output', 'printf'],
    also: ['user-mode', 'dbgprint'],
    short: 'The text window in which a program prints and reads.',
    long: [
      'In Windows printing goes through a console driver to another process.',
      'In the lab it is one system service of its own and makes no IRPs.',
    ],
  },
];
