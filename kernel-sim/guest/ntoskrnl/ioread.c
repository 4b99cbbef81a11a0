/*
 * ioread.c: NtReadFile, NtWriteFile, NtFlushBuffersFile. Which buffer the driver sees is decided by the flags of the top device of the stack.
 * There is no fast I/O in this model: every request is an IRP.
 */
#include "iop.h"

/* Where a request starts, from what the caller gave. */
static NTSTATUS IopTransferOffset(PFILE_OBJECT FileObject, PLARGE_INTEGER ByteOffset, BOOLEAN Given, BOOLEAN Write)
{
    BOOLEAN Synchronous = (FileObject->Flags & FO_SYNCHRONOUS_IO) != 0;
    BOOLEAN UsePosition = Given && ByteOffset->HighPart == -1 && ByteOffset->LowPart == FILE_USE_FILE_POINTER_POSITION;
    BOOLEAN Append = Given && ByteOffset->HighPart == -1 && ByteOffset->LowPart == FILE_WRITE_TO_END_OF_FILE;

    if (Synchronous && (!Given || UsePosition)) {
        *ByteOffset = FileObject->CurrentByteOffset;
        return STATUS_SUCCESS;
    }
    if (!Given && (FileObject->Flags & (FO_NAMED_PIPE | FO_MAILSLOT)) == 0)
        return STATUS_INVALID_PARAMETER;
    if (ByteOffset->QuadPart < 0 && !(Write && Append))
        return STATUS_INVALID_PARAMETER;
    return STATUS_SUCCESS;
}

/* The buffer of a read or write as the device wants it. Raises. */
static VOID IopBuildTransferBuffer(PIRP Irp, PDEVICE_OBJECT Device, PVOID Buffer, ULONG Length, BOOLEAN Write, KPROCESSOR_MODE Mode)
{
    if (Device->Flags & DO_BUFFERED_IO) {
        Irp->UserBuffer = Buffer;
        if (Length == 0)
            return;
        Irp->AssociatedIrp.SystemBuffer = ExAllocatePoolWithQuotaTag(NonPagedPoolNx, Length, '  oI');
        Irp->Flags |= IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER;
        if (Write) {
            RtlCopyMemory(Irp->AssociatedIrp.SystemBuffer, Buffer, Length);
            IopTraceCopy(Irp, Length, FALSE);
        } else
            Irp->Flags |= IRP_INPUT_OPERATION;
    } else if (Device->Flags & DO_DIRECT_IO) {
        if (Length == 0)
            return;
        if (IoAllocateMdl(Buffer, Length, FALSE, TRUE, Irp) == NULL)
            ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
        MmProbeAndLockPages(Irp->MdlAddress, Mode, Write ? IoReadAccess : IoWriteAccess);
    } else
        Irp->UserBuffer = Buffer;
}

static NTSTATUS IopTransferFile(HANDLE FileHandle, HANDLE EventHandle, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                                PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key,
                                BOOLEAN Write)
{
    KPROCESSOR_MODE Mode = ExGetPreviousMode();
    LARGE_INTEGER Offset;
    ULONG KeyValue = 0;
    ACCESS_MASK Granted = 0;
    PFILE_OBJECT FileObject;
    PDEVICE_OBJECT Device;
    PIO_STACK_LOCATION Stack;
    PKEVENT Event = NULL;
    BOOLEAN Synchronous;
    NTSTATUS Status;
    PIRP Irp = NULL;

    Offset.QuadPart = 0;
    Status = ObpReferenceByHandle(FileHandle, 0, ObpFileType, Mode, (PVOID *)&FileObject, &Granted);
    if (!NT_SUCCESS(Status))
        return Status;
    if (Mode != KernelMode && (Granted & (Write ? FILE_WRITE_DATA | FILE_APPEND_DATA : FILE_READ_DATA)) == 0) {
        ObfDereferenceObject(FileObject);
        return STATUS_ACCESS_DENIED;
    }
    __try {
        if (Mode != KernelMode) {
            ProbeForWrite(IoStatusBlock, sizeof(IO_STATUS_BLOCK), sizeof(PVOID));
            if (Write)
                ProbeForRead(Buffer, Length, 1);
            else
                ProbeForWrite(Buffer, Length, 1);
            if (ByteOffset != NULL)
                ProbeForRead(ByteOffset, sizeof(LARGE_INTEGER), sizeof(LARGE_INTEGER));
            if (Key != NULL)
                ProbeForRead(Key, sizeof(ULONG), sizeof(ULONG));
        }
        if (ByteOffset != NULL)
            Offset = *ByteOffset;
        if (Key != NULL)
            KeyValue = *Key;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
    }
    if (NT_SUCCESS(Status) && EventHandle != NULL) {
        Status = ObpReferenceByHandle(EventHandle, EVENT_MODIFY_STATE, ObpEventType, Mode, (PVOID *)&Event, NULL);
        if (NT_SUCCESS(Status))
            KeClearEvent(Event);
    }
    Synchronous = (FileObject->Flags & FO_SYNCHRONOUS_IO) != 0;
    if (NT_SUCCESS(Status) && Synchronous)
        Status = IopAcquireFileLock(FileObject, Mode);
    if (Status != STATUS_SUCCESS) {
        if (Event != NULL)
            ObfDereferenceObject(Event);
        ObfDereferenceObject(FileObject);
        return Status;
    }
    Status = IopTransferOffset(FileObject, &Offset, ByteOffset != NULL, Write);
    if (!NT_SUCCESS(Status)) {
        IopCleanupUnsentIrp(NULL, FileObject, Event);
        return Status;
    }
    KeClearEvent(&FileObject->Event);
    Device = IoGetRelatedDeviceObject(FileObject);

    Irp = IoAllocateIrp(Device->StackSize, Mode != KernelMode);
    if (Irp == NULL) {
        IopCleanupUnsentIrp(NULL, FileObject, Event);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    Irp->RequestorMode = Mode;
    Irp->UserEvent = Event;
    Irp->UserIosb = IoStatusBlock;
    Irp->Overlay.AsynchronousParameters.UserApcRoutine = ApcRoutine;
    Irp->Overlay.AsynchronousParameters.UserApcContext = ApcContext;
    Irp->Tail.Overlay.Thread = PsGetCurrentThread();
    Irp->Tail.Overlay.OriginalFileObject = FileObject;
    Irp->Flags |= IRP_DEFER_IO_COMPLETION | (Write ? IRP_WRITE_OPERATION : IRP_READ_OPERATION);
    Stack = IoGetNextIrpStackLocation(Irp);
    Stack->MajorFunction = Write ? IRP_MJ_WRITE : IRP_MJ_READ;
    Stack->FileObject = FileObject;
    if (Write && (FileObject->Flags & FO_WRITE_THROUGH))
        Stack->Flags |= SL_WRITE_THROUGH;
    if (Key != NULL)
        Stack->Flags |= SL_KEY_SPECIFIED;
    /* Read and Write have the same members at the same places. */
    Stack->Parameters.Read.Length = Length;
    Stack->Parameters.Read.ByteOffset = Offset;
    Stack->Parameters.Read.Key = KeyValue;
    __try {
        IopBuildTransferBuffer(Irp, Device, Buffer, Length, Write, Mode);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
        IopCleanupUnsentIrp(Irp, FileObject, Event);
        return Status;
    }
    return IopPerformRequest(Device, Irp, FileObject, Mode, Synchronous, TRUE);
}

NTSTATUS NTAPI NtReadFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
                          PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key)
{
    return IopTransferFile(FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, Buffer, Length, ByteOffset, Key, FALSE);
}

NTSTATUS NTAPI NtWriteFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
                           PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key)
{
    return IopTransferFile(FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, Buffer, Length, ByteOffset, Key, TRUE);
}

NTSTATUS NTAPI NtFlushBuffersFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock)
{
    KPROCESSOR_MODE Mode = ExGetPreviousMode();
    IO_STATUS_BLOCK Local;
    PFILE_OBJECT FileObject;
    NTSTATUS Status;

    Status = ObpReferenceByHandle(FileHandle, FILE_WRITE_DATA, ObpFileType, Mode, (PVOID *)&FileObject, NULL);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = IopSendSimpleRequest(FileObject, IoGetRelatedDeviceObject(FileObject), IRP_MJ_FLUSH_BUFFERS, &Local);
    ObfDereferenceObject(FileObject);
    __try {
        if (Mode != KernelMode)
            ProbeForWrite(IoStatusBlock, sizeof(IO_STATUS_BLOCK), sizeof(PVOID));
        *IoStatusBlock = Local;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
    }
    return Status;
}

KI_ZW(ReadFile,
      (HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer,
       ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key),
      (FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, Buffer, Length, ByteOffset, Key))
KI_ZW(WriteFile,
      (HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer,
       ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key),
      (FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, Buffer, Length, ByteOffset, Key))
KI_ZW(FlushBuffersFile, (HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock), (FileHandle, IoStatusBlock))
