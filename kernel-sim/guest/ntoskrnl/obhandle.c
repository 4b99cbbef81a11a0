/*
 * obhandle.c: handles. A process's table is used by any of its threads: entries change in one step (primitives), what an entry needs
 * around that (references, close procedures, names) is here.
 */
#include "obp.h"
#include "ki.h"

PHANDLE_TABLE ObpKernelHandleTable;

#define OBP_TAG_TABLE 'btbO'

/* ------------------------------------------------------------------ tables */

NTSTATUS ObpCreateHandleTable(PEPROCESS Process)
{
    PHANDLE_TABLE Table = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(HANDLE_TABLE), OBP_TAG_TABLE);

    if (Table == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    Table->Process = Process;
    Table->NextNew = 1;
    Process->ObjectTable = Table;
    if (ObpKernelHandleTable == NULL)
        ObpKernelHandleTable = Table;
    return STATUS_SUCCESS;
}

/* What follows when an entry has left its table. */
static VOID ObpReleaseHandle(PHANDLE_TABLE Table, ULONG HandleValue, PHANDLE_TABLE_ENTRY Entry)
{
    PVOID Object = Entry->Object;
    POBJECT_HEADER Header = OBP_HEADER(Object);
    LONGLONG Left;

    ObpTraceHandle(Table, HandleValue, Object, Entry->GrantedAccess, FALSE);
    Left = ObpAdjustHandleCount(Object, -1);
    InterlockedDecrement(&Header->Type->TotalHandles);
    if (Header->Type->CloseProcedure != NULL)
        Header->Type->CloseProcedure(Table->Process, Object, Entry->GrantedAccess, Left + 1);
    if (Left == 0 && (Header->Flags & OBP_FLAG_PERMANENT) == 0)
        ObpDeleteName(Object);
    ObfDereferenceObject(Object);
}

VOID ObpCloseProcessHandles(PEPROCESS Process)
{
    PHANDLE_TABLE Table = Process->ObjectTable;
    HANDLE_TABLE_ENTRY Entry;
    ULONG Index = 0;

    if (Table == NULL)
        return;
    while ((Index = ObpNextHandleEntry(Table, Index + 1)) != 0) {
        if (ObpFreeHandleEntry(Table, Index, &Entry))
            ObpReleaseHandle(Table, Index * 4, &Entry);
    }
    Process->ObjectTable = NULL;
    for (Index = 0; Index < OBP_HANDLE_PAGES; Index++) {
        if (Table->Pages[Index] != NULL)
            ExFreePoolWithTag(Table->Pages[Index], OBP_TAG_TABLE);
    }
    ExFreePoolWithTag(Table, OBP_TAG_TABLE);
}

NTSTATUS ObpInsertHandleEx(PEPROCESS Process, PVOID Object, ACCESS_MASK Access, ULONG Attributes, PHANDLE Handle)
{
    PHANDLE_TABLE Table = Attributes & OBJ_KERNEL_HANDLE ? ObpKernelHandleTable : Process->ObjectTable;
    PHANDLE_TABLE_ENTRY Page;
    ULONG PageNeeded, Value;
    LONG Index;

    *Handle = NULL;
    if (Table == NULL)
        return STATUS_PROCESS_IS_TERMINATING;
    ObfReferenceObject(Object);
    ObpAdjustHandleCount(Object, 1);
    InterlockedIncrement(&OBP_HEADER(Object)->Type->TotalHandles);
    while ((Index = ObpTakeHandleEntry(Table, Object, Access, Attributes & OBJ_INHERIT, &PageNeeded)) == 0) {
        Page = ExAllocatePool2(POOL_FLAG_NON_PAGED, OBP_HANDLES_PER_PAGE * sizeof(HANDLE_TABLE_ENTRY), OBP_TAG_TABLE);
        if (Page == NULL) {
            Index = -1;
            break;
        }
        /* Another thread may have been quicker. */
        if (InterlockedCompareExchangePointer((PVOID volatile *)&Table->Pages[PageNeeded], Page, NULL) != NULL)
            ExFreePoolWithTag(Page, OBP_TAG_TABLE);
    }
    if (Index < 0) {
        InterlockedDecrement(&OBP_HEADER(Object)->Type->TotalHandles);
        ObpAdjustHandleCount(Object, -1);
        ObfDereferenceObject(Object);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    Value = (ULONG)Index * 4;
    if (Attributes & OBJ_KERNEL_HANDLE)
        Value |= OBP_KERNEL_HANDLE;
    *Handle = (HANDLE)(LONG_PTR)(LONG)Value;
    ObpTraceHandle(Table, Value, Object, Access, TRUE);
    return STATUS_SUCCESS;
}

NTSTATUS ObpInsertHandle(PEPROCESS Process, PVOID Object, ACCESS_MASK Access, PHANDLE Handle)
{
    return ObpInsertHandleEx(Process, Object, Access, 0, Handle);
}

/* ------------------------------------------------------------------ look-up */

/* The table that a handle value belongs to, and the entry's index; NULL for what can be no handle. */
static PHANDLE_TABLE ObpTableOfHandle(HANDLE Handle, KPROCESSOR_MODE Mode, PULONG Index)
{
    LONG_PTR Value = (LONG_PTR)Handle;

    if (Value < 0) {
        if (Mode != KernelMode || Value < (LONG_PTR)(LONG)OBP_KERNEL_HANDLE)
            return NULL;
        *Index = ((ULONG)Value & ~OBP_KERNEL_HANDLE) >> 2;
        return ObpKernelHandleTable;
    }
    if (Value > 0x7FFFFFFF)
        return NULL;
    *Index = (ULONG)Value >> 2;
    return PsGetCurrentProcess()->ObjectTable;
}

NTSTATUS ObpReferenceByHandle(HANDLE Handle, ACCESS_MASK Access, POBJECT_TYPE Type, KPROCESSOR_MODE Mode, PVOID *Object,
                              PACCESS_MASK GrantedAccess)
{
    HANDLE_TABLE_ENTRY Entry;
    PHANDLE_TABLE Table;
    ULONG Index = 0;
    NTSTATUS Status = STATUS_SUCCESS;

    *Object = NULL;
    if (Handle == NtCurrentProcess() || Handle == NtCurrentThread()) {
        Entry.Object = Handle == NtCurrentProcess() ? (PVOID)PsGetCurrentProcess() : (PVOID)PsGetCurrentThread();
        Entry.GrantedAccess = OBP_HEADER(Entry.Object)->Type->ValidAccess;
        ObfReferenceObject(Entry.Object);
    } else {
        Table = ObpTableOfHandle(Handle, Mode, &Index);
        if (Table == NULL || !ObpReferenceHandleEntry(Table, Index, &Entry))
            return STATUS_INVALID_HANDLE;
    }
    if (Type != NULL && OBP_HEADER(Entry.Object)->Type != Type)
        Status = STATUS_OBJECT_TYPE_MISMATCH;
    else if (Mode != KernelMode && (Access & ~Entry.GrantedAccess) != 0)
        Status = STATUS_ACCESS_DENIED;
    if (!NT_SUCCESS(Status)) {
        ObfDereferenceObject(Entry.Object);
        return Status;
    }
    *Object = Entry.Object;
    if (GrantedAccess != NULL)
        *GrantedAccess = Entry.GrantedAccess;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
                                         PVOID *Object, POBJECT_HANDLE_INFORMATION HandleInformation)
{
    ACCESS_MASK Granted = 0;
    NTSTATUS Status = ObpReferenceByHandle(Handle, DesiredAccess, ObjectType, AccessMode, Object, &Granted);

    if (HandleInformation != NULL) {
        HandleInformation->HandleAttributes = 0;
        HandleInformation->GrantedAccess = NT_SUCCESS(Status) ? Granted : 0;
    }
    return Status;
}

NTSTATUS NTAPI ObOpenObjectByPointer(PVOID Object, ULONG HandleAttributes, PACCESS_STATE PassedAccessState, ACCESS_MASK DesiredAccess,
                                     POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode, PHANDLE Handle)
{
    UNREFERENCED_PARAMETER(PassedAccessState);
    UNREFERENCED_PARAMETER(AccessMode);
    if (ObjectType != NULL && OBP_HEADER(Object)->Type != ObjectType)
        return STATUS_OBJECT_TYPE_MISMATCH;
    return ObpInsertHandleEx(PsGetCurrentProcess(), Object, ObpMapAccess(OBP_HEADER(Object)->Type, DesiredAccess), HandleAttributes, Handle);
}

/* Generic rights and MAXIMUM_ALLOWED as the type's own; programs run as administrator, so that what is asked for is granted. */
ACCESS_MASK ObpMapAccess(POBJECT_TYPE Type, ACCESS_MASK Access)
{
    if (Access & MAXIMUM_ALLOWED)
        Access = (Access & ~MAXIMUM_ALLOWED) | GENERIC_ALL;
    RtlMapGenericMask(&Access, &Type->Mapping);
    return Access & (Type->ValidAccess | ACCESS_SYSTEM_SECURITY);
}

/* ------------------------------------------------------------------ system services */

NTSTATUS ObpCloseHandle(HANDLE Handle, KPROCESSOR_MODE Mode)
{
    HANDLE_TABLE_ENTRY Entry;
    PHANDLE_TABLE Table;
    ULONG Index = 0;

    if (Handle == NtCurrentProcess() || Handle == NtCurrentThread())
        return STATUS_SUCCESS;
    Table = ObpTableOfHandle(Handle, Mode, &Index);
    if (Table == NULL)
        return STATUS_INVALID_HANDLE;
    if (!ObpFreeHandleEntry(Table, Index, &Entry))
        return STATUS_INVALID_HANDLE;
    ObpReleaseHandle(Table, (ULONG)(ULONG_PTR)Handle, &Entry);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI NtClose(HANDLE Handle)
{
    return ObpCloseHandle(Handle, ExGetPreviousMode());
}

KI_ZW(Close, (HANDLE Handle), (Handle))

NTSTATUS NTAPI NtDuplicateObject(HANDLE SourceProcessHandle, HANDLE SourceHandle, HANDLE TargetProcessHandle, PHANDLE TargetHandle,
                                 ACCESS_MASK DesiredAccess, ULONG HandleAttributes, ULONG Options)
{
    KPROCESSOR_MODE Mode = ExGetPreviousMode();
    PEPROCESS Source, Target = NULL;
    KAPC_STATE Apc;
    PVOID Object = NULL;
    ACCESS_MASK Granted = 0;
    HANDLE New = NULL;
    NTSTATUS Status;

    Status = ObpReferenceByHandle(SourceProcessHandle, PROCESS_DUP_HANDLE, ObpProcessType, Mode, (PVOID *)&Source, NULL);
    if (!NT_SUCCESS(Status))
        return Status;
    if (TargetProcessHandle != NULL)
        Status = ObpReferenceByHandle(TargetProcessHandle, PROCESS_DUP_HANDLE, ObpProcessType, Mode, (PVOID *)&Target, NULL);
    if (NT_SUCCESS(Status)) {
        KeStackAttachProcess((PRKPROCESS)Source, &Apc);
        Status = ObpReferenceByHandle(SourceHandle, 0, NULL, Mode, &Object, &Granted);
        if (NT_SUCCESS(Status) && (Options & DUPLICATE_CLOSE_SOURCE))
            ObpCloseHandle(SourceHandle, Mode);
        KeUnstackDetachProcess(&Apc);
    }
    if (NT_SUCCESS(Status) && Target != NULL) {
        if ((Options & DUPLICATE_SAME_ACCESS) == 0)
            Granted = ObpMapAccess(OBP_HEADER(Object)->Type, DesiredAccess);
        Status = ObpInsertHandleEx(Target, Object, Granted, HandleAttributes & OBJ_INHERIT, &New);
    }
    if (Object != NULL)
        ObfDereferenceObject(Object);
    if (Target != NULL)
        ObfDereferenceObject(Target);
    ObfDereferenceObject(Source);
    if (NT_SUCCESS(Status) && TargetHandle != NULL) {
        __try {
            if (Mode != KernelMode)
                ProbeForWrite(TargetHandle, sizeof(HANDLE), sizeof(HANDLE));
            *TargetHandle = New;
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            Status = GetExceptionCode();
        }
    }
    return Status;
}
