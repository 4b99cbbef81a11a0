/*
 * ki.h: private structures of the kernel proper (Ke, Ps, Mm) and what it offers to the rest of ntoskrnl. Layouts are the lab's own
 * except KTRAP_FRAME (the machine's, kernel-sim/machine/layout.ts) and the heads of KPCR and KPRCB (gs:[0x188] is the
 * current thread, as on x64 Windows). A `__declspec(primitive)` routine is carried out by TypeScript at one instant.
 */
#pragma once
#ifndef _NTOSKRNL_
#define _NTOSKRNL_
#endif
#include <ntddk.h>
#include "unwind.h"

#define KiPrimitive __declspec(primitive)

/* ------------------------------------------------------------------ constants (also in layouts.generated.ts) */

#define KI_MAX_CPUS 8
#define KI_PRIORITY_LEVELS 32
#define KI_PRIORITY_IDLE 0
#define KI_PRIORITY_SYSTEM 8
#define KI_PRIORITY_USER 8
#define KI_PRIORITY_WORKER 13
/* One quantum in clock ticks; a knob of the model (real systems charge cycles since Vista). */
#define KI_QUANTUM_TICKS 2
#define KI_KERNEL_STACK_BYTES 0x6000
#define KI_STACK_SLOT_BYTES 0x8000
#define KI_USER_STACK_RESERVE 0x100000
#define KI_USER_STACK_COMMIT 0x4000
#define KI_MAX_IMAGE_NAME 64
#define KI_MAX_SCENARIO 16
#define KI_MAX_USER_MODULES 8
#define KI_MAX_SYSTEM_MODULES 24
#define KI_SERVICE_ARGUMENTS 16
#define KI_WORKERS 2
#define KI_CONSOLE_BYTES 16384
#define KI_MAX_COMMAND_LINE 1024

/* KTHREAD.State */
#define KI_INITIALIZED 0
#define KI_READY 1
#define KI_RUNNING 2
#define KI_STANDBY 3
#define KI_TERMINATED 4
#define KI_WAITING 5

/* DISPATCHER_HEADER.Type, KAPC.Type, KDPC.Type */
#define KI_EVENT_NOTIFICATION 0
#define KI_EVENT_SYNCHRONIZATION 1
#define KI_MUTANT 2
#define KI_PROCESS 3
#define KI_SEMAPHORE 5
#define KI_THREAD 6
#define KI_TIMER_NOTIFICATION 8
#define KI_TIMER_SYNCHRONIZATION 9
#define KI_APC 18
#define KI_DPC 19

/* Reasons of a switch, KiSwapThread(Reason). */
#define KI_SWITCH_PREEMPTED 0
#define KI_SWITCH_QUANTUM 1
#define KI_SWITCH_YIELD 2
#define KI_SWITCH_EXIT 3
#define KI_SWITCH_WAIT 4

/* A wait that ended because a kernel APC is to run; the caller waits again. */
#define KI_STATUS_KERNEL_APC 0x100
/* Due times: absolute interrupt time in 100 ns; 0 polls. */
#define KI_NO_TIMEOUT 0x7FFFFFFFFFFFFFFFLL

/* KPRCB.Requests: what an inter-processor interrupt asks for. */
#define KI_IPI_DISPATCH 1
#define KI_IPI_APC 2

/* Vectors of the machine. */
#define KI_VECTOR_DIVIDE 0
#define KI_VECTOR_BREAKPOINT 3
#define KI_VECTOR_OVERFLOW 4
#define KI_VECTOR_ILLEGAL 6
#define KI_VECTOR_DOUBLE_FAULT 8
#define KI_VECTOR_GENERAL_PROTECTION 13
#define KI_VECTOR_PAGE_FAULT 14
#define KI_VECTOR_FASTFAIL 0x29
#define KI_VECTOR_ASSERT 0x2c
#define KI_VECTOR_INTERRUPT 0x30
#define KI_VECTOR_SYSCALL 0x100
/* KTRAP_FRAME.ErrorCode of a page fault. */
#define KI_FAULT_PRESENT 1
#define KI_FAULT_WRITE 2
#define KI_FAULT_USER 4
#define KI_FAULT_EXECUTE 0x10
#define KI_USER_MODE 3

/* MMPFN.State */
#define KI_PFN_FREE 0
#define KI_PFN_ACTIVE 1
#define KI_PFN_PAGE_TABLE 2
#define KI_PFN_BOOT 3
#define KI_PFN_FREED_LOCKED 4

/* Protections of MiAllocatePages and the like. */
#define KI_PROTECT_READ 1
#define KI_PROTECT_WRITE 2
#define KI_PROTECT_EXECUTE 4

/* KLDR_DATA_TABLE_ENTRY.Flags */
#define KI_IMAGE_LOADED 1
#define KI_IMAGE_INIT_DISCARDED 2
#define KI_IMAGE_USER 4
#define KI_IMAGE_UNLOADED 8

/* How a machine ends by itself (KiStopMachine); values go to the machine block's STOP_ARGS. */
#define KI_STOP_BUGCHECK 1
#define KI_STOP_EXIT 2 /* status; number of a program that was not started, from 1, or 0 */
#define KI_STOP_HANG 3
#define KI_STOP_DRIVER_FAILED 4
#define KI_STOP_EXCEPTION 5

/* ------------------------------------------------------------------ machine records */

/* Pushed by the machine at every trap; returning from the handler resumes it. Same offsets as TrapFrame in machine/layout.ts. */
typedef struct _KTRAP_FRAME {
    ULONG Vector;
    ULONG ErrorCode;
    ULONG64 FaultAddress;
    ULONG64 Rip;
    ULONG64 Rbp;
    ULONG64 Rsp;
    ULONG Mode;
    ULONG InterruptsEnabled;
    ULONG Irql;
    ULONG Enter;
    ULONG64 Rax;
    ULONG64 Rcx;
    ULONG64 Rdx;
    ULONG64 R8;
    ULONG64 R9;
    ULONG64 R10;
    ULONG64 R11;
    ULONG64 EnterFlags;
    ULONG64 EnterReturn;
    ULONG64 Window;
    struct _KTRAP_FRAME *Previous;
    ULONG64 PreviousMode;
    ULONG64 Arguments;
} KTRAP_FRAME, *PKTRAP_FRAME;

/* ------------------------------------------------------------------ threads and processes */

struct _KPROCESS {
    DISPATCHER_HEADER Header;
    ULONG64 DirectoryTableBase;
    LIST_ENTRY ThreadListHead;
    ULONG64 KernelTime;
    ULONG64 UserTime;
    CHAR BasePriority;
};

struct _KTHREAD {
    DISPATCHER_HEADER Header;
    PVOID InitialStack; /* top of the kernel stack */
    PVOID StackLimit;   /* lowest usable address; the guard page lies below */
    /* Where the thread goes on: valid while it does not run. SwitchFp 0: it has not started, SwitchIp is called with the arguments. */
    PVOID SwitchIp;
    PVOID SwitchFp;
    PVOID SwitchSp;
    ULONG64 StartArguments[2];
    ULONG StartFlags;
    ULONG SwitchIrql;
    ULONG SwitchInterrupts;
    PKTRAP_FRAME TrapFrame; /* of the system call under way, or NULL */
    PVOID Teb;
    struct _KPROCESS *Process; /* owner; ApcState.Process is where it is attached */
    KAPC_STATE ApcState;
    KPROCESSOR_MODE PreviousMode;
    UCHAR State;
    CHAR Priority;
    CHAR BasePriority;
    LONG Quantum;
    SHORT KernelApcDisable;
    SHORT SpecialApcDisable;
    UCHAR ApcStateIndex;
    UCHAR WaitIrql;
    KPROCESSOR_MODE WaitMode;
    BOOLEAN Alertable;
    UCHAR WaitReason;
    UCHAR WaitType;
    UCHAR NextProcessor; /* where it runs or ran last */
    BOOLEAN ApcQueueable;
    ULONG WaitCount;
    NTSTATUS WaitStatus;
    PKWAIT_BLOCK WaitBlockList;
    KWAIT_BLOCK WaitBlock[4]; /* three objects and the timer */
    KTIMER Timer;
    LIST_ENTRY ReadyListEntry;
    LIST_ENTRY ThreadListEntry;
    LIST_ENTRY MutantListHead;
    PKI_DETOUR Detours; /* unwinds under way, innermost first */
    ULONG64 KernelTime;
    ULONG64 UserTime;
    ULONG ContextSwitches;
    BOOLEAN SystemThread;
    BOOLEAN IdleThread;
};

typedef struct _ETHREAD {
    KTHREAD Tcb;
    CLIENT_ID Cid;
    LIST_ENTRY IrpList; /* of IRP.ThreadListEntry */
    NTSTATUS ExitStatus;
    BOOLEAN Terminating;
    PVOID StartAddress;      /* kernel: the routine; user: ntdll's start */
    PVOID Win32StartAddress; /* user: what the thread is for */
    PVOID StartContext;
    LIST_ENTRY ReaperListEntry;
    PVOID UserStackBase; /* lowest reserved address of the user stack */
    ULONG64 UserStackReserve;
    LARGE_INTEGER CreateTime;
    LARGE_INTEGER ExitTime; /* 0 while it lives */
} ETHREAD;

typedef struct _KLDR_DATA_TABLE_ENTRY {
    LIST_ENTRY InLoadOrderLinks;
    PVOID DllBase;
    PVOID EntryPoint;
    ULONG SizeOfImage;
    ULONG Flags;
    ULONG64 Hash; /* of the image, names the host's copy of its tables */
    UNICODE_STRING BaseDllName;
    WCHAR NameBuffer[KI_MAX_IMAGE_NAME];
} KLDR_DATA_TABLE_ENTRY, *PKLDR_DATA_TABLE_ENTRY;

typedef struct _EPROCESS {
    KPROCESS Pcb;
    HANDLE UniqueProcessId;
    LIST_ENTRY ActiveProcessLinks;
    PVOID ObjectTable; /* handle table, of Ob */
    PVOID Peb;
    NTSTATUS ExitStatus;
    ULONG ActiveThreads;
    BOOLEAN Terminating;
    BOOLEAN UnhandledException; /* ExitStatus is the code of an exception nobody handled */
    ULONG64 ExceptionAddress;
    ULONG64 ExceptionInformation[2];
    CHAR ImageFileName[KI_MAX_IMAGE_NAME];
    LIST_ENTRY ModuleList;   /* of KLDR_DATA_TABLE_ENTRY.InLoadOrderLinks: images mapped in this process */
    KLDR_DATA_TABLE_ENTRY Modules[KI_MAX_USER_MODULES];
    PVOID EntryPoint;
    PVOID NextStack;         /* next user stack goes below */
    PVOID NextTeb;
    PVOID NextAllocation;    /* next NtAllocateVirtualMemory */
    PVOID UserThreadStart;   /* ntdll!RtlUserThreadStart */
    PVOID ExceptionDispatcher; /* ntdll!KiUserExceptionDispatcher */
    PVOID ApcDispatcher;       /* ntdll!KiUserApcDispatcher */
} EPROCESS;

/* ------------------------------------------------------------------ processors */

typedef struct _KPRCB {
    ULONG MxCsr;
    UCHAR Number;
    UCHAR Spare;
    BOOLEAN DpcRoutineActive;
    BOOLEAN QuantumEnd;
    PKTHREAD CurrentThread; /* gs:[0x188] */
    PKTHREAD IdleThread;
    PRKDPC DpcListHead; /* linked by DpcListEntry */
    PRKDPC DpcListTail;
    ULONG DpcQueueDepth;
    ULONG DpcCount;
    ULONG Requests; /* KI_IPI_... */
    ULONG TimerRequest;
    ULONG ClockTicks;
    ULONG ContextSwitches;
    ULONG SystemCalls;
    PVOID CurrentDpcRoutine;
} KPRCB;

/* What GS addresses in kernel mode: the documented head, then the processor's block at 0x180. */
typedef struct _KIPCR {
    KPCR Pcr;
    ULONG64 Spare;
    KPRCB Prcb;
} KIPCR, *PKIPCR;
C_ASSERT(FIELD_OFFSET(KIPCR, Prcb.CurrentThread) == 0x188);

/* Ready threads: one list a priority and a bit for each that is not empty. One queue serves all processors. */
typedef struct _KI_READY_QUEUE {
    ULONG Summary;
    ULONG Count;
    LIST_ENTRY Lists[KI_PRIORITY_LEVELS];
} KI_READY_QUEUE, *PKI_READY_QUEUE;

/* ------------------------------------------------------------------ memory */

typedef struct _MMPFN {
    ULONG Next; /* free list */
    USHORT LockCount; /* of MDLs; a page that is freed while locked goes to the free list when unlocked */
    UCHAR State;
    UCHAR Spare;
} MMPFN, *PMMPFN;

/* At physical address 0; system addresses are handed out upwards and never again, so that what was freed is never valid again. */
typedef struct _MI_PHYSICAL_MEMORY {
    ULONG TotalPages;
    ULONG FreePages;
    ULONG FreeHead; /* page frame number; 0 ends the list */
    ULONG FreeTail; /* pages are freed to the tail: what was freed last is used again last */
    PVOID NextKernelStack;
    PVOID NextSystemImage;
    PVOID NextSystemPages;
} MI_PHYSICAL_MEMORY, *PMI_PHYSICAL_MEMORY;
#define MmPhysicalMemory ((PMI_PHYSICAL_MEMORY)0xFFFFFA8000000000)
#define MmPfnDatabase    ((PMMPFN)0xFFFFFA8000001000)

/* ------------------------------------------------------------------ boot */

typedef struct _LAB_PROGRAM {
    WCHAR Image[KI_MAX_IMAGE_NAME];
    WCHAR CommandLine[KI_MAX_COMMAND_LINE];
} LAB_PROGRAM, *PLAB_PROGRAM;

/* Made by the boot loader: what this session does. */
typedef struct _LOADER_BLOCK {
    ULONG CpuCount;
    ULONG Parallel;
    ULONG Debugger;
    ULONG DriverCount;
    ULONG ProgramCount;
    ULONG64 TickNs;
    ULONG64 FirstStackReserve; /* of each program's first thread, as its image would say; others have KI_USER_STACK_RESERVE */
    WCHAR Drivers[KI_MAX_SCENARIO][KI_MAX_IMAGE_NAME];
    PLAB_PROGRAM Programs;
    PVOID FirstStacks[KI_MAX_CPUS]; /* top of each processor's idle stack */
} LOADER_BLOCK, *PLOADER_BLOCK;

/* Typed input waiting to be read by NtLabConsoleRead. */
typedef struct _LAB_CONSOLE {
    ULONG Read;
    ULONG Written;
    BOOLEAN Closed; /* no more input will come */
    KEVENT Available;
    UCHAR Ring[KI_CONSOLE_BYTES];
} LAB_CONSOLE, *PLAB_CONSOLE;

extern LOADER_BLOCK KiLoaderBlock;
extern LAB_CONSOLE KiConsole;
extern KI_READY_QUEUE KiReadyQueue;
extern LIST_ENTRY KiTimerListHead;
extern LIST_ENTRY PsActiveProcessHead;
extern LIST_ENTRY PsLoadedModuleList;
extern KLDR_DATA_TABLE_ENTRY MmSystemModules[KI_MAX_SYSTEM_MODULES];
extern KIPCR *KiProcessorBlock[KI_MAX_CPUS];
extern UCHAR KiProcessorPages[KI_MAX_CPUS][4096];
extern PVOID KiInterruptTable[256];
extern EPROCESS KiIdleProcess;
extern ETHREAD KiIdleThreads[KI_MAX_CPUS];
extern PEPROCESS PsInitialSystemProcess;

/* ------------------------------------------------------------------ primitives: dispatcher */

/* The one blocking routine. Objects: Count pointers to dispatcher objects (0: only the timeout). WaitBlocks may be NULL up to 3 objects. */
KiPrimitive NTSTATUS KiWaitForObjects(ULONG Count, PVOID *Objects, ULONG WaitType, ULONG WaitReason, ULONG WaitMode, ULONG Alertable,
                                      LONGLONG DueTime, PKWAIT_BLOCK WaitBlocks);
KiPrimitive VOID KiSwapThread(ULONG Reason);
KiPrimitive VOID KiReadyThread(PKTHREAD Thread, LONG Increment);
KiPrimitive VOID KiInitializeThread(PKTHREAD Thread, PVOID StackTop, PVOID Start, ULONG64 Argument1, ULONG64 Argument2,
                                    PVOID UserStart, PVOID UserStack, ULONG64 UserArgument1, ULONG64 UserArgument2);
KiPrimitive LONG KiSetEvent(PRKEVENT Event, LONG Increment);
KiPrimitive LONG KiPulseEvent(PRKEVENT Event, LONG Increment);
KiPrimitive LONG KiReleaseSemaphore(PRKSEMAPHORE Semaphore, LONG Increment, LONG Adjustment, PLONG Old);
KiPrimitive NTSTATUS KiReleaseMutant(PKMUTANT Mutant, LONG Increment, ULONG Abandoned, PLONG Old);
KiPrimitive VOID KiSignalObject(PVOID DispatcherObject); /* thread or process that ended */
KiPrimitive BOOLEAN KiSetTimer(PKTIMER Timer, LONGLONG DueTime, ULONG Period, PKDPC Dpc);
KiPrimitive BOOLEAN KiCancelTimer(PKTIMER Timer);
KiPrimitive VOID KiExpireTimers(VOID);
KiPrimitive BOOLEAN KiTimersPending(VOID);
KiPrimitive ULONG KiClockTick(PKTRAP_FRAME TrapFrame);
KiPrimitive BOOLEAN KiInsertQueueDpc(PRKDPC Dpc, ULONG64 Argument1, ULONG64 Argument2);
KiPrimitive BOOLEAN KiRemoveQueueDpc(PRKDPC Dpc);
KiPrimitive BOOLEAN KiRetireDpc(PKDPC Copy);
KiPrimitive BOOLEAN KiInsertQueueApc(PRKAPC Apc, LONG Increment);
KiPrimitive PKAPC KiNextKernelApc(PKAPC Copy);
KiPrimitive PKAPC KiNextUserApc(PKAPC Copy);
KiPrimitive VOID KiRequestSoftwareInterrupt(ULONG Irql);
KiPrimitive ULONG KiTakeRequests(VOID);
KiPrimitive PETHREAD KiNextDeadThread(VOID); /* takes one off PspReaperListHead */
KiPrimitive VOID KiIdle(VOID);
KiPrimitive VOID KiStartProcessors(VOID);
KiPrimitive LONG KiSetPriorityThread(PKTHREAD Thread, LONG Priority);
KiPrimitive BOOLEAN KiAlertThread(PKTHREAD Thread, NTSTATUS Status); /* ends a wait of the thread */

/* ------------------------------------------------------------------ primitives: memory, images, processes */

KiPrimitive PVOID MiAllocatePages(ULONG Count, ULONG Protection); /* system addresses, zeroed; NULL when there is no RAM */
KiPrimitive VOID MiFreePages(PVOID Address, ULONG Count);
KiPrimitive PVOID MiAllocateKernelStack(VOID); /* its top; NULL */
KiPrimitive VOID MiFreeKernelStack(PVOID Top);
KiPrimitive NTSTATUS MiLoadSystemImage(PUNICODE_STRING File, PVOID *Base, PVOID *Entry);
KiPrimitive VOID MiUnloadSystemImage(PVOID Base);
KiPrimitive VOID MiDiscardInit(PVOID Base);
KiPrimitive BOOLEAN MiFindImage(PUNICODE_STRING File); /* is there an image of this name (last component)? */
KiPrimitive PVOID MiFindRoutine(PUNICODE_STRING Name); /* exported by ntoskrnl, or NULL */
KiPrimitive NTSTATUS MiCreateAddressSpace(PEPROCESS Process);
KiPrimitive VOID MiDeleteAddressSpace(PEPROCESS Process);
KiPrimitive NTSTATUS MiMapUserImage(PEPROCESS Process, PUNICODE_STRING File);
KiPrimitive NTSTATUS MiResolveUserImports(PEPROCESS Process);
KiPrimitive NTSTATUS MiCreatePeb(PEPROCESS Process, PUNICODE_STRING Image, PUNICODE_STRING CommandLine);
KiPrimitive NTSTATUS MiCreateUserStack(PEPROCESS Process, PETHREAD Thread, SIZE_T Reserve, PVOID *StackTop);
KiPrimitive VOID MiDeleteUserStack(PEPROCESS Process, PETHREAD Thread);
KiPrimitive NTSTATUS MiAllocateUser(PEPROCESS Process, PVOID *Base, PSIZE_T Size, ULONG Type, ULONG Protect);
KiPrimitive NTSTATUS MiFreeUser(PEPROCESS Process, PVOID Base, SIZE_T Size, ULONG Type);
KiPrimitive NTSTATUS MiProtectUser(PEPROCESS Process, PVOID Base, SIZE_T Size, ULONG Protect, PULONG OldProtect);
/* STATUS_SUCCESS: repaired (a stack has grown), go on; else the status of the exception. */
KiPrimitive NTSTATUS MiAccessFault(PKTRAP_FRAME TrapFrame);
KiPrimitive VOID KiAttachAddressSpace(PEPROCESS Process); /* sets CR3 of this processor */
/* P4 of 0x50 and the bug-check code of a bad kernel access; fills Parameters[4]. */
KiPrimitive ULONG KiClassifyFault(PKTRAP_FRAME TrapFrame, PULONG64 Parameters);

/* ------------------------------------------------------------------ primitives: session, stops, trace */

KiPrimitive VOID KiStopMachine(ULONG Kind, ULONG64 A, ULONG64 B, ULONG64 C, ULONG64 D, ULONG64 E);
KiPrimitive VOID KiConsoleWrite(PVOID Buffer, ULONG Length);
KiPrimitive ULONG KiConsoleRead(PVOID Buffer, ULONG Length);
KiPrimitive VOID KiNote(ULONG Kind, PKTRAP_FRAME TrapFrame);
KiPrimitive VOID KiTraceIrql(ULONG From, ULONG To);
KiPrimitive VOID KiTraceLock(PVOID Lock, ULONG Spins, ULONG Acquired);
KiPrimitive VOID KiTraceSystemCall(PKTRAP_FRAME TrapFrame, ULONG Number, const CHAR *Name, ULONG Enter, NTSTATUS Status);
KiPrimitive VOID KiTraceException(NTSTATUS Code, PVOID Address, ULONG Handled);
KiPrimitive VOID KiTraceApc(PKAPC Apc);
KiPrimitive VOID KiTraceProcess(PEPROCESS Process, ULONG Exit);
KiPrimitive VOID KiTraceThread(PETHREAD Thread, ULONG Exit);

/* ------------------------------------------------------------------ routines (guest C) */

#define KiGetPcr() ((PKIPCR)__readgsqword(FIELD_OFFSET(KIPCR, Pcr.Self)))
#define KiGetCurrentThread() ((PKTHREAD)__readgsqword(0x188))

/* One line of the system-service table. Numbers are this lab's own but for 6, 7, 8 and 0x55, which are x64 Windows'. */
typedef struct _KI_SERVICE {
    PVOID Routine;
    const CHAR *Name;
    ULONG Arguments;
} KI_SERVICE;
#define KI_SERVICES 0x80
extern KI_SERVICE KiServiceTable[KI_SERVICES];

/* ZwName of the kernel: NtName with KernelMode as previous mode. Usage: KI_ZW(Close, (HANDLE Handle), (Handle)) */
KPROCESSOR_MODE KiBeginKernelCall(VOID);
VOID KiEndKernelCall(KPROCESSOR_MODE Previous);
#define KI_ZW(Name, Parameters, Arguments)                       \
    NTSTATUS NTAPI Zw##Name Parameters                           \
    {                                                            \
        KPROCESSOR_MODE KiPrevious = KiBeginKernelCall();        \
        NTSTATUS KiStatus;                                       \
        __try {                                                  \
            KiStatus = Nt##Name Arguments;                       \
        } __finally {                                            \
            KiEndKernelCall(KiPrevious);                         \
        }                                                        \
        return KiStatus;                                         \
    }

VOID KiSystemStartup(PLOADER_BLOCK LoaderBlock);
VOID KiApStartup(PLOADER_BLOCK LoaderBlock);
VOID KiDispatchException(PKTRAP_FRAME TrapFrame, NTSTATUS Code, ULONG Parameters, ULONG64 P0, ULONG64 P1);
VOID KiDeliverApc(VOID);
VOID KiDeliverUserApc(PKTRAP_FRAME TrapFrame);
VOID KiRundownUserApcs(VOID);

/* Processes and threads. Ob calls the Delete routines when the last reference goes. */
VOID PspInitialize(VOID); /* after ObInitSystem: System process */
VOID PspDeleteProcess(PVOID Body);
VOID PspDeleteThread(PVOID Body);
NTSTATUS PspCreateUserProcess(PUNICODE_STRING Image, PUNICODE_STRING CommandLine, PEPROCESS *Process);
NTSTATUS PspCreateThread(PEPROCESS Process, PKSTART_ROUTINE SystemStart, PVOID Context, PVOID UserStart, PVOID UserArgument, PETHREAD *Thread);
DECLSPEC_NORETURN VOID PspExitThread(NTSTATUS Status);
VOID PspExitProcess(PEPROCESS Process, NTSTATUS Status);
VOID PspStartReaper(VOID);
HANDLE PspAllocateCid(VOID);
extern KSPIN_LOCK PspLock;
extern KEVENT PspReaperEvent;
extern LIST_ENTRY PspReaperListHead;
LONGLONG KiDueTime(PLARGE_INTEGER Timeout);
VOID KeInitializeMutant(PKMUTANT Mutant, BOOLEAN InitialOwner);
LONG KeReleaseMutant(PKMUTANT Mutant, KPRIORITY Increment, BOOLEAN Abandoned, BOOLEAN Wait);
NTSTATUS PspTerminateProcess(PEPROCESS Process, NTSTATUS Status);
VOID ExpInitializeWorkers(VOID);
VOID LabSessionThread(PVOID Context);
