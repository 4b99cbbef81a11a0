/*
 * oblink.c: symbolic links and small queries by handle: what DefineDosDevice, QueryDosDevice, GetExitCodeThread and the like need.
 */
#include "iop.h"

NTSTATUS NTAPI NtOpenSymbolicLinkObject(PHANDLE LinkHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
    return ExpOpen(ObpSymbolicLinkType, LinkHandle, DesiredAccess, ObjectAttributes);
}

/* The link lives as long as its handle, or for ever with OBJ_PERMANENT. */
NTSTATUS NTAPI NtCreateSymbolicLinkObject(PHANDLE LinkHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                                          PUNICODE_STRING LinkTarget)
{
    UNICODE_STRING Target;
    ULONG Attributes;
    POBJECT_SYMBOLIC_LINK Link;
    NTSTATUS Status = ObpCaptureName(&Target, LinkTarget, ExGetPreviousMode());

    if (!NT_SUCCESS(Status))
        return Status;
    Status = ExpCreate(ObpSymbolicLinkType, sizeof(OBJECT_SYMBOLIC_LINK), LinkHandle, ObjectAttributes, &Attributes, (PVOID *)&Link);
    if (Status != STATUS_SUCCESS) {
        ObpFreeName(&Target);
        return NT_SUCCESS(Status) ? ExpReturnHandle(LinkHandle, Link, DesiredAccess, Attributes, Status) : Status;
    }
    KeQuerySystemTime(&Link->CreationTime);
    ObpLockNamespace();
    Link->LinkTarget = Target;
    ObpUnlockNamespace();
    ObpTraceLink(&OBP_HEADER(Link)->NameInfo->Name, &Link->LinkTarget, TRUE);
    return ExpReturnHandle(LinkHandle, Link, DesiredAccess, Attributes, Status);
}

NTSTATUS NTAPI NtQuerySymbolicLinkObject(HANDLE LinkHandle, PUNICODE_STRING LinkTarget, PULONG ReturnedLength)
{
    KPROCESSOR_MODE Mode = ExGetPreviousMode();
    POBJECT_SYMBOLIC_LINK Link;
    NTSTATUS Status = ObpReferenceByHandle(LinkHandle, 1, ObpSymbolicLinkType, Mode, (PVOID *)&Link, NULL);

    if (!NT_SUCCESS(Status))
        return Status;
    __try {
        if (Mode != KernelMode) {
            ProbeForWrite(LinkTarget, sizeof(UNICODE_STRING), sizeof(PVOID));
            ProbeForWrite(LinkTarget->Buffer, LinkTarget->MaximumLength, sizeof(WCHAR));
            if (ReturnedLength != NULL)
                ProbeForWrite(ReturnedLength, sizeof(ULONG), sizeof(ULONG));
        }
        if (ReturnedLength != NULL)
            *ReturnedLength = Link->LinkTarget.Length + sizeof(WCHAR);
        if (Link->LinkTarget.Length > LinkTarget->MaximumLength)
            Status = STATUS_BUFFER_TOO_SMALL;
        else
            RtlCopyUnicodeString(LinkTarget, &Link->LinkTarget);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
    }
    ObfDereferenceObject(Link);
    return Status;
}

NTSTATUS NTAPI NtMakeTemporaryObject(HANDLE Handle)
{
    PVOID Object;
    NTSTATUS Status = ObpReferenceByHandle(Handle, DELETE, NULL, ExGetPreviousMode(), &Object, NULL);

    if (!NT_SUCCESS(Status))
        return Status;
    if (OBP_HEADER(Object)->Type == ObpSymbolicLinkType && OBP_HEADER(Object)->NameInfo != NULL)
        ObpTraceLink(&OBP_HEADER(Object)->NameInfo->Name, &((POBJECT_SYMBOLIC_LINK)Object)->LinkTarget, FALSE);
    ObMakeTemporaryObject(Object);
    ObfDereferenceObject(Object);
    return STATUS_SUCCESS;
}

KI_ZW(OpenSymbolicLinkObject, (PHANDLE LinkHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes),
      (LinkHandle, DesiredAccess, ObjectAttributes))
KI_ZW(CreateSymbolicLinkObject, (PHANDLE LinkHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PUNICODE_STRING LinkTarget),
      (LinkHandle, DesiredAccess, ObjectAttributes, LinkTarget))
KI_ZW(QuerySymbolicLinkObject, (HANDLE LinkHandle, PUNICODE_STRING LinkTarget, PULONG ReturnedLength),
      (LinkHandle, LinkTarget, ReturnedLength))
KI_ZW(MakeTemporaryObject, (HANDLE Handle), (Handle))

NTSTATUS NTAPI NtMakePermanentObject(HANDLE Handle)
{
    PVOID Object;
    NTSTATUS Status = ObpReferenceByHandle(Handle, 0, NULL, ExGetPreviousMode(), &Object, NULL);

    if (!NT_SUCCESS(Status))
        return Status;
    OBP_HEADER(Object)->Flags |= OBP_FLAG_PERMANENT;
    ObfDereferenceObject(Object);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI NtOpenDirectoryObject(PHANDLE DirectoryHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
    return ExpOpen(ObpDirectoryType, DirectoryHandle, DesiredAccess, ObjectAttributes);
}

NTSTATUS NTAPI NtCreateDirectoryObject(PHANDLE DirectoryHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
    ULONG Attributes;
    PVOID Directory;
    NTSTATUS Status = ExpCreate(ObpDirectoryType, sizeof(OBJECT_DIRECTORY), DirectoryHandle, ObjectAttributes, &Attributes, &Directory);

    return NT_SUCCESS(Status) ? ExpReturnHandle(DirectoryHandle, Directory, DesiredAccess, Attributes, Status) : Status;
}

/* ------------------------------------------------------------------ queries */

static NTSTATUS ObpReturnData(PVOID Target, ULONG TargetLength, PULONG ReturnLength, const void *Data, ULONG Length)
{
    if (TargetLength != Length)
        return STATUS_INFO_LENGTH_MISMATCH;
    __try {
        if (ExGetPreviousMode() != KernelMode) {
            ProbeForWrite(Target, Length, sizeof(ULONG));
            if (ReturnLength != NULL)
                ProbeForWrite(ReturnLength, sizeof(ULONG), sizeof(ULONG));
        }
        RtlCopyMemory(Target, Data, Length);
        if (ReturnLength != NULL)
            *ReturnLength = Length;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

/* Class 0, ProcessBasicInformation: exit status, PEB, base priority, identifier. */
NTSTATUS NTAPI NtQueryInformationProcess(HANDLE ProcessHandle, PROCESSINFOCLASS ProcessInformationClass, PVOID ProcessInformation,
                                         ULONG ProcessInformationLength, PULONG ReturnLength)
{
    PROCESS_BASIC_INFORMATION Basic;
    PEPROCESS Process;
    NTSTATUS Status;

    if (ProcessInformationClass != 0)
        return STATUS_INVALID_INFO_CLASS;
    Status = ObpReferenceByHandle(ProcessHandle, 0x400, ObpProcessType, ExGetPreviousMode(), (PVOID *)&Process, NULL);
    if (!NT_SUCCESS(Status))
        return Status;
    RtlZeroMemory(&Basic, sizeof(Basic));
    Basic.ExitStatus = Process->Terminating ? Process->ExitStatus : STATUS_PENDING;
    Basic.PebBaseAddress = Process->Peb;
    Basic.BasePriority = Process->Pcb.BasePriority;
    Basic.UniqueProcessId = (ULONG_PTR)Process->UniqueProcessId;
    ObfDereferenceObject(Process);
    return ObpReturnData(ProcessInformation, ProcessInformationLength, ReturnLength, &Basic, sizeof(Basic));
}

/*
 * ThreadBasicInformation (0) and ThreadTimes (1). Times are counted by clock ticks: a tick belongs whole to the thread and the mode that it
 * interrupts.
 */
NTSTATUS NTAPI NtQueryInformationThread(HANDLE ThreadHandle, THREADINFOCLASS ThreadInformationClass, PVOID ThreadInformation,
                                        ULONG ThreadInformationLength, PULONG ReturnLength)
{
    OBP_THREAD_BASIC_INFORMATION Basic;
    KERNEL_USER_TIMES Times;
    PETHREAD Thread;
    NTSTATUS Status;

    if (ThreadInformationClass != ThreadBasicInformation && ThreadInformationClass != ThreadTimes)
        return STATUS_INVALID_INFO_CLASS;
    Status = ObpReferenceByHandle(ThreadHandle, 0x40, ObpThreadType, ExGetPreviousMode(), (PVOID *)&Thread, NULL);
    if (!NT_SUCCESS(Status))
        return Status;
    RtlZeroMemory(&Basic, sizeof(Basic));
    Basic.ExitStatus = Thread->Tcb.Header.SignalState != 0 ? Thread->ExitStatus : STATUS_PENDING;
    Basic.TebBaseAddress = Thread->Tcb.Teb;
    Basic.ClientId = Thread->Cid;
    Basic.Priority = Thread->Tcb.Priority;
    Basic.BasePriority = Thread->Tcb.BasePriority;
    Times.CreateTime = Thread->CreateTime;
    Times.ExitTime = Thread->ExitTime;
    Times.KernelTime.QuadPart = (LONGLONG)(Thread->Tcb.KernelTime / 100);
    Times.UserTime.QuadPart = (LONGLONG)(Thread->Tcb.UserTime / 100);
    ObfDereferenceObject(Thread);
    if (ThreadInformationClass == ThreadTimes)
        return ObpReturnData(ThreadInformation, ThreadInformationLength, ReturnLength, &Times, sizeof(Times));
    return ObpReturnData(ThreadInformation, ThreadInformationLength, ReturnLength, &Basic, sizeof(Basic));
}

/* FilePositionInformation (14) alone: the rest is a file system's. */
NTSTATUS NTAPI NtQueryInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
                                      FILE_INFORMATION_CLASS FileInformationClass)
{
    PFILE_OBJECT FileObject;
    LARGE_INTEGER Position;
    NTSTATUS Status = ObpReferenceByHandle(FileHandle, 0, ObpFileType, ExGetPreviousMode(), (PVOID *)&FileObject, NULL);

    if (!NT_SUCCESS(Status))
        return Status;
    Position = FileObject->CurrentByteOffset;
    ObfDereferenceObject(FileObject);
    if (FileInformationClass != FilePositionInformation)
        return STATUS_INVALID_INFO_CLASS;
    Status = ObpReturnData(FileInformation, Length, NULL, &Position, sizeof(Position));
    if (NT_SUCCESS(Status)) {
        __try {
            if (ExGetPreviousMode() != KernelMode)
                ProbeForWrite(IoStatusBlock, sizeof(IO_STATUS_BLOCK), sizeof(PVOID));
            IoStatusBlock->Status = STATUS_SUCCESS;
            IoStatusBlock->Information = sizeof(Position);
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            Status = GetExceptionCode();
        }
    }
    return Status;
}

NTSTATUS NTAPI NtSetInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
                                    FILE_INFORMATION_CLASS FileInformationClass)
{
    PFILE_OBJECT FileObject;
    NTSTATUS Status = ObpReferenceByHandle(FileHandle, 0, ObpFileType, ExGetPreviousMode(), (PVOID *)&FileObject, NULL);

    if (!NT_SUCCESS(Status))
        return Status;
    if (FileInformationClass != FilePositionInformation)
        Status = STATUS_INVALID_INFO_CLASS;
    else if (Length != sizeof(LARGE_INTEGER))
        Status = STATUS_INFO_LENGTH_MISMATCH;
    else {
        __try {
            if (ExGetPreviousMode() != KernelMode) {
                ProbeForRead(FileInformation, sizeof(LARGE_INTEGER), sizeof(LARGE_INTEGER));
                ProbeForWrite(IoStatusBlock, sizeof(IO_STATUS_BLOCK), sizeof(PVOID));
            }
            FileObject->CurrentByteOffset = *(PLARGE_INTEGER)FileInformation;
            IoStatusBlock->Status = STATUS_SUCCESS;
            IoStatusBlock->Information = 0;
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            Status = GetExceptionCode();
        }
    }
    ObfDereferenceObject(FileObject);
    return Status;
}
