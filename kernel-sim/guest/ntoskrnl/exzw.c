/*
 * exzw.c: ZwXxx for drivers of the services whose own files do not have them: NtXxx with KernelMode as previous mode.
 */
#include "iop.h"

KI_ZW(AllocateVirtualMemory,
      (HANDLE ProcessHandle, PVOID *BaseAddress, ULONG_PTR ZeroBits, PSIZE_T RegionSize, ULONG AllocationType, ULONG Protect),
      (ProcessHandle, BaseAddress, ZeroBits, RegionSize, AllocationType, Protect))
KI_ZW(CancelIoFile, (HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock), (FileHandle, IoStatusBlock))
KI_ZW(CancelIoFileEx,
      (HANDLE FileHandle, PIO_STATUS_BLOCK IoRequestToCancel, PIO_STATUS_BLOCK IoStatusBlock),
      (FileHandle, IoRequestToCancel, IoStatusBlock))
KI_ZW(CancelSynchronousIoFile,
      (HANDLE ThreadHandle, PIO_STATUS_BLOCK IoRequestToCancel, PIO_STATUS_BLOCK IoStatusBlock),
      (ThreadHandle, IoRequestToCancel, IoStatusBlock))
KI_ZW(CreateDirectoryObject,
      (PHANDLE DirectoryHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes),
      (DirectoryHandle, DesiredAccess, ObjectAttributes))
KI_ZW(CreateMutant,
      (PHANDLE MutantHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, BOOLEAN InitialOwner),
      (MutantHandle, DesiredAccess, ObjectAttributes, InitialOwner))
KI_ZW(CreateSemaphore,
      (PHANDLE SemaphoreHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, LONG InitialCount, LONG MaximumCount),
      (SemaphoreHandle, DesiredAccess, ObjectAttributes, InitialCount, MaximumCount))
KI_ZW(DelayExecution, (BOOLEAN Alertable, PLARGE_INTEGER Interval), (Alertable, Interval))
KI_ZW(DuplicateObject,
      (HANDLE SourceProcessHandle, HANDLE SourceHandle, HANDLE TargetProcessHandle, PHANDLE TargetHandle, ACCESS_MASK DesiredAccess,
       ULONG HandleAttributes, ULONG Options),
      (SourceProcessHandle, SourceHandle, TargetProcessHandle, TargetHandle, DesiredAccess, HandleAttributes, Options))
KI_ZW(FreeVirtualMemory,
      (HANDLE ProcessHandle, PVOID *BaseAddress, PSIZE_T RegionSize, ULONG FreeType),
      (ProcessHandle, BaseAddress, RegionSize, FreeType))
KI_ZW(MakePermanentObject, (HANDLE Handle), (Handle))
KI_ZW(OpenDirectoryObject,
      (PHANDLE DirectoryHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes),
      (DirectoryHandle, DesiredAccess, ObjectAttributes))
KI_ZW(OpenMutant,
      (PHANDLE MutantHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes),
      (MutantHandle, DesiredAccess, ObjectAttributes))
KI_ZW(OpenSemaphore,
      (PHANDLE SemaphoreHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes),
      (SemaphoreHandle, DesiredAccess, ObjectAttributes))
KI_ZW(ProtectVirtualMemory,
      (HANDLE ProcessHandle, PVOID *BaseAddress, PSIZE_T RegionSize, ULONG NewProtect, PULONG OldProtect),
      (ProcessHandle, BaseAddress, RegionSize, NewProtect, OldProtect))
KI_ZW(PulseEvent, (HANDLE EventHandle, PLONG PreviousState), (EventHandle, PreviousState))
KI_ZW(QueryInformationFile,
      (HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS
       FileInformationClass),
      (FileHandle, IoStatusBlock, FileInformation, Length, FileInformationClass))
KI_ZW(QueryInformationProcess,
      (HANDLE ProcessHandle, PROCESSINFOCLASS ProcessInformationClass, PVOID ProcessInformation, ULONG ProcessInformationLength, PULONG
       ReturnLength),
      (ProcessHandle, ProcessInformationClass, ProcessInformation, ProcessInformationLength, ReturnLength))
KI_ZW(QueryInformationThread,
      (HANDLE ThreadHandle, THREADINFOCLASS ThreadInformationClass, PVOID ThreadInformation, ULONG ThreadInformationLength, PULONG
       ReturnLength),
      (ThreadHandle, ThreadInformationClass, ThreadInformation, ThreadInformationLength, ReturnLength))
KI_ZW(QueryPerformanceCounter,
      (PLARGE_INTEGER PerformanceCounter, PLARGE_INTEGER PerformanceFrequency),
      (PerformanceCounter, PerformanceFrequency))
KI_ZW(QuerySystemTime, (PLARGE_INTEGER SystemTime), (SystemTime))
KI_ZW(ReleaseMutant, (HANDLE MutantHandle, PLONG PreviousCount), (MutantHandle, PreviousCount))
KI_ZW(ReleaseSemaphore, (HANDLE SemaphoreHandle, LONG ReleaseCount, PLONG PreviousCount), (SemaphoreHandle, ReleaseCount, PreviousCount))
KI_ZW(SetInformationFile,
      (HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS
       FileInformationClass),
      (FileHandle, IoStatusBlock, FileInformation, Length, FileInformationClass))
KI_ZW(TerminateProcess, (HANDLE ProcessHandle, NTSTATUS ExitStatus), (ProcessHandle, ExitStatus))
KI_ZW(TerminateThread, (HANDLE ThreadHandle, NTSTATUS ExitStatus), (ThreadHandle, ExitStatus))
KI_ZW(YieldExecution, (VOID), ())
