/*
 * ke-init.c: start of every processor, the idle loop, and the kernel's own data. The boot loader (kernel/boot.ts) has made page tables,
 * stacks, the processor blocks and the idle threads; processor 0 enters KiSystemStartup, the others KiApStartup.
 */
#include "iop.h"

LOADER_BLOCK KiLoaderBlock;
LAB_CONSOLE KiConsole;
KI_READY_QUEUE KiReadyQueue;
LIST_ENTRY KiTimerListHead;
LIST_ENTRY PsActiveProcessHead;
LIST_ENTRY PsLoadedModuleList;
KLDR_DATA_TABLE_ENTRY MmSystemModules[KI_MAX_SYSTEM_MODULES];
KIPCR *KiProcessorBlock[KI_MAX_CPUS];
/* What GS addresses on each processor; one page each, so that no two share one. */
__declspec(align(4096)) UCHAR KiProcessorPages[KI_MAX_CPUS][4096];
EPROCESS KiIdleProcess;
ETHREAD KiIdleThreads[KI_MAX_CPUS];
/* Handler of each vector; the machine reads it (CpuField.IDT). */
PVOID KiInterruptTable[256];
volatile CCHAR KeNumberProcessors;

VOID KiDivideFault(PKTRAP_FRAME TrapFrame);
VOID KiBreakpointTrap(PKTRAP_FRAME TrapFrame);
VOID KiOverflowTrap(PKTRAP_FRAME TrapFrame);
VOID KiIllegalInstruction(PKTRAP_FRAME TrapFrame);
VOID KiGeneralProtection(PKTRAP_FRAME TrapFrame);
VOID KiPageFault(PKTRAP_FRAME TrapFrame);
VOID KiFastFail(PKTRAP_FRAME TrapFrame);
VOID KiAssertionTrap(PKTRAP_FRAME TrapFrame);
VOID KiUnexpectedTrap(PKTRAP_FRAME TrapFrame);
VOID KiApcInterrupt(PKTRAP_FRAME TrapFrame);
VOID KiDispatchInterrupt(PKTRAP_FRAME TrapFrame);
VOID KiClockInterrupt(PKTRAP_FRAME TrapFrame);
VOID KiIpiInterrupt(PKTRAP_FRAME TrapFrame);
VOID KiUnexpectedInterrupt(PKTRAP_FRAME TrapFrame);

static VOID KiInitializeInterruptTable(VOID)
{
    ULONG Vector;

    for (Vector = 0; Vector < 256; Vector++) {
        KiInterruptTable[Vector] = Vector < KI_VECTOR_INTERRUPT ? (PVOID)KiUnexpectedTrap : (PVOID)KiUnexpectedInterrupt;
    }
    KiInterruptTable[KI_VECTOR_DIVIDE] = (PVOID)KiDivideFault;
    KiInterruptTable[KI_VECTOR_BREAKPOINT] = (PVOID)KiBreakpointTrap;
    KiInterruptTable[KI_VECTOR_OVERFLOW] = (PVOID)KiOverflowTrap;
    KiInterruptTable[KI_VECTOR_ILLEGAL] = (PVOID)KiIllegalInstruction;
    KiInterruptTable[KI_VECTOR_GENERAL_PROTECTION] = (PVOID)KiGeneralProtection;
    KiInterruptTable[KI_VECTOR_PAGE_FAULT] = (PVOID)KiPageFault;
    KiInterruptTable[KI_VECTOR_FASTFAIL] = (PVOID)KiFastFail;
    KiInterruptTable[KI_VECTOR_ASSERT] = (PVOID)KiAssertionTrap;
    KiInterruptTable[KI_VECTOR_INTERRUPT + APC_LEVEL] = (PVOID)KiApcInterrupt;
    KiInterruptTable[KI_VECTOR_INTERRUPT + DISPATCH_LEVEL] = (PVOID)KiDispatchInterrupt;
    KiInterruptTable[KI_VECTOR_INTERRUPT + CLOCK_LEVEL] = (PVOID)KiClockInterrupt;
    KiInterruptTable[KI_VECTOR_INTERRUPT + IPI_LEVEL] = (PVOID)KiIpiInterrupt;
}

/* Waits for work: a switch away from here is made by the dispatch interrupt. */
static VOID KiIdleLoop(VOID)
{
    for (;;) {
        KiIdle();
        __halt();
    }
}

/* Phase 1, in the first system thread. */
static VOID KiPhase1(PVOID Context)
{
    ExpInitializeWorkers();
    IoInitSystem();
    LabSessionThread(Context);
}

/* Processor 0, interrupts off, IRQL HIGH_LEVEL, on the idle thread's stack. */
VOID KiSystemStartup(PLOADER_BLOCK LoaderBlock)
{
    PETHREAD Thread;

    UNREFERENCED_PARAMETER(LoaderBlock);
    KiInitializeInterruptTable();
    KeNumberProcessors = (CCHAR)KiLoaderBlock.CpuCount;
    KeInitializeEvent(&KiConsole.Available, NotificationEvent, FALSE);
    __writecr8(PASSIVE_LEVEL);
    _enable();
    KiStartProcessors();
    ExpInitializePool();
    ObInitSystem();
    PspInitialize();
    PspCreateThread(PsInitialSystemProcess, KiPhase1, NULL, NULL, NULL, &Thread);
    KiIdleLoop();
}

VOID KiApStartup(PLOADER_BLOCK LoaderBlock)
{
    UNREFERENCED_PARAMETER(LoaderBlock);
    __writecr8(PASSIVE_LEVEL);
    _enable();
    KiIdleLoop();
}
