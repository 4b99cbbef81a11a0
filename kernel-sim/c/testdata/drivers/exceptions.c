/* Exceptions in the kernel: raised, of the machine, of probes, continued, ended by a jump out of a __finally. */
#include <ntddk.h>
static int filt(PEXCEPTION_POINTERS p, int v){ DbgPrint("F %x flags %x n=%d\n", p->ExceptionRecord->ExceptionCode, p->ExceptionRecord->ExceptionFlags, p->ExceptionRecord->NumberParameters); return v; }
static void RaiseIt(NTSTATUS s){ ExRaiseStatus(s); }
DRIVER_UNLOAD Unload; VOID Unload(PDRIVER_OBJECT d){ UNREFERENCED_PARAMETER(d);} 
static int a(void){ try { RaiseIt(STATUS_ACCESS_DENIED); } except(filt(GetExceptionInformation(),1)) { DbgPrint("H %x\n", GetExceptionCode()); } return 0; }
static int b(void){ __try { ExRaiseAccessViolation(); } __except(filt(GetExceptionInformation(),1)) { DbgPrint("H %x\n", GetExceptionCode()); } return 0; }
static int c(void){ int n=0; __try { RaiseIt(STATUS_NO_MEMORY); } __except(filt(GetExceptionInformation(), n++==0 ? -1 : 1)) { DbgPrint("H %x\n", GetExceptionCode()); } return 0; }
static int d(volatile int z){ __try { z = 5/z; } __except(filt(GetExceptionInformation(),1)) { DbgPrint("H %x\n", GetExceptionCode()); } return z; }
static int e(void){ __try { *(volatile int*)0x10 = 3; } __except(filt(GetExceptionInformation(),1)) { DbgPrint("H %x\n", GetExceptionCode()); } return 0; }
static int f(void){ __try { ProbeForRead((PVOID)0xFFFF800000001000, 4, 1); } __except(filt(GetExceptionInformation(),1)) { DbgPrint("H %x\n", GetExceptionCode()); } 
 __try { ProbeForWrite((PVOID)0x10001, 4, 4); } __except(filt(GetExceptionInformation(),1)) { DbgPrint("H %x\n", GetExceptionCode()); } return 0; }
static int g(void){ __try { __try { RaiseIt(1); } __finally { DbgPrint("fin %d\n", AbnormalTermination()); return 7; } } __except(filt(GetExceptionInformation(),1)) { DbgPrint("H\n"); } return 0; }
static int h(void){ NTSTATUS st; PMDL m = IoAllocateMdl((PVOID)0x10000, 4096, FALSE, FALSE, NULL); __try { MmProbeAndLockPages(m, UserMode, IoWriteAccess); st=0; } __except(EXCEPTION_EXECUTE_HANDLER) { st = GetExceptionCode(); } IoFreeMdl(m); DbgPrint("mdl %x\n", st); return 0; }
static int i(void){ EXCEPTION_RECORD r; RtlZeroMemory(&r, sizeof r); r.ExceptionCode=0xE1234567; r.NumberParameters=2; r.ExceptionInformation[0]=5; __try { RtlRaiseException(&r); DbgPrint("cont\n"); } __except(filt(GetExceptionInformation(),-1)) { } return 0; }
NTSTATUS DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING r){ UNREFERENCED_PARAMETER(r); o->DriverUnload=Unload; a(); b(); c(); d(0); e(); f(); DbgPrint("g=%d\n", g()); h(); i();

  return STATUS_SUCCESS; }
