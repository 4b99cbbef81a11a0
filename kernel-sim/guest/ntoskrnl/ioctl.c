/*
 * ioctl.c: NtDeviceIoControlFile and NtFsControlFile: from the caller's buffers to an IRP by the method in the control code. The order
 * of the checks is observable (semantics B3).
 */
#include "iop.h"

/* Probes what the method says; a NULL buffer makes its length 0. Raises for what cannot be. */
static VOID IopProbeControlBuffers(ULONG Method, PVOID InputBuffer, PULONG InputLength, PVOID OutputBuffer, PULONG OutputLength)
{
    if (Method == METHOD_BUFFERED) {
        if (OutputBuffer == NULL)
            *OutputLength = 0;
        else
            ProbeForWrite(OutputBuffer, *OutputLength, 1);
    }
    if (Method != METHOD_NEITHER) {
        if (InputBuffer == NULL)
            *InputLength = 0;
        else
            ProbeForRead(InputBuffer, *InputLength, 1);
    }
}

/* Fills the IRP's buffers. Raises: unreadable input, no memory, pages that cannot be locked. */
static VOID IopBuildControlBuffers(PIRP Irp, PIO_STACK_LOCATION Stack, ULONG Method, PVOID InputBuffer, ULONG InputLength, PVOID OutputBuffer,
                                   ULONG OutputLength, KPROCESSOR_MODE Mode)
{
    ULONG Length = InputLength;

    switch (Method) {
    case METHOD_BUFFERED:
        if (OutputLength > Length)
            Length = OutputLength;
        Irp->UserBuffer = OutputBuffer;
        break;
    case METHOD_NEITHER:
        Irp->UserBuffer = OutputBuffer;
        Stack->Parameters.DeviceIoControl.Type3InputBuffer = InputBuffer;
        return;
    default:
        if (InputBuffer == NULL)
            Length = 0;
        break;
    }
    if (Length != 0) {
        Irp->AssociatedIrp.SystemBuffer = ExAllocatePoolWithQuotaTag(NonPagedPoolNx, Length, '  oI');
        if (InputLength != 0 && InputBuffer != NULL) {
            RtlCopyMemory(Irp->AssociatedIrp.SystemBuffer, InputBuffer, InputLength);
            IopTraceCopy(Irp, InputLength, FALSE);
        }
        Irp->Flags |= IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER;
        if (Method == METHOD_BUFFERED && OutputBuffer != NULL)
            Irp->Flags |= IRP_INPUT_OPERATION;
    }
    if (Method != METHOD_BUFFERED && OutputLength != 0 && OutputBuffer != NULL) {
        if (IoAllocateMdl(OutputBuffer, OutputLength, FALSE, TRUE, Irp) == NULL)
            ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
        MmProbeAndLockPages(Irp->MdlAddress, Mode, Method == METHOD_IN_DIRECT ? IoReadAccess : IoWriteAccess);
    }
}

static NTSTATUS IopControlFile(HANDLE FileHandle, HANDLE EventHandle, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                               PIO_STATUS_BLOCK IoStatusBlock, ULONG Code, PVOID InputBuffer, ULONG InputLength, PVOID OutputBuffer,
                               ULONG OutputLength, UCHAR MajorFunction)
{
    KPROCESSOR_MODE Mode = ExGetPreviousMode();
    ULONG Method = Code & 3;
    ACCESS_MASK Needed = (Code >> 14) & (FILE_READ_ACCESS | FILE_WRITE_ACCESS), Granted = 0;
    PFILE_OBJECT FileObject;
    PDEVICE_OBJECT Device;
    PIO_STACK_LOCATION Stack;
    PKEVENT Event = NULL;
    BOOLEAN Synchronous;
    NTSTATUS Status;
    PIRP Irp;

    if (Mode != KernelMode) {
        __try {
            ProbeForWrite(IoStatusBlock, sizeof(IO_STATUS_BLOCK), sizeof(PVOID));
            IopProbeControlBuffers(Method, InputBuffer, &InputLength, OutputBuffer, &OutputLength);
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            return GetExceptionCode();
        }
    } else if (Method == METHOD_BUFFERED && OutputBuffer == NULL)
        OutputLength = 0;
    Status = ObpReferenceByHandle(FileHandle, 0, ObpFileType, Mode, (PVOID *)&FileObject, &Granted);
    if (!NT_SUCCESS(Status))
        return Status;
    if (Mode != KernelMode && (Needed & ~Granted) != 0) {
        ObfDereferenceObject(FileObject);
        return STATUS_ACCESS_DENIED;
    }
    if (EventHandle != NULL) {
        Status = ObpReferenceByHandle(EventHandle, EVENT_MODIFY_STATE, ObpEventType, Mode, (PVOID *)&Event, NULL);
        if (!NT_SUCCESS(Status)) {
            ObfDereferenceObject(FileObject);
            return Status;
        }
        KeClearEvent(Event);
    }
    Synchronous = (FileObject->Flags & FO_SYNCHRONOUS_IO) != 0;
    if (Synchronous) {
        Status = IopAcquireFileLock(FileObject, Mode);
        if (Status != STATUS_SUCCESS) {
            if (Event != NULL)
                ObfDereferenceObject(Event);
            ObfDereferenceObject(FileObject);
            return Status;
        }
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
    Stack = IoGetNextIrpStackLocation(Irp);
    Stack->MajorFunction = MajorFunction;
    Stack->FileObject = FileObject;
    Stack->Parameters.DeviceIoControl.OutputBufferLength = OutputLength;
    Stack->Parameters.DeviceIoControl.InputBufferLength = InputLength;
    Stack->Parameters.DeviceIoControl.IoControlCode = Code;
    if (MajorFunction == IRP_MJ_FILE_SYSTEM_CONTROL)
        Irp->Flags |= IRP_DEFER_IO_COMPLETION;
    __try {
        IopBuildControlBuffers(Irp, Stack, Method, InputBuffer, InputLength, OutputBuffer, OutputLength, Mode);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
        IopCleanupUnsentIrp(Irp, FileObject, Event);
        return Status;
    }
    return IopPerformRequest(Device, Irp, FileObject, Mode, Synchronous, MajorFunction == IRP_MJ_FILE_SYSTEM_CONTROL);
}

NTSTATUS NTAPI NtDeviceIoControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                                     PIO_STATUS_BLOCK IoStatusBlock, ULONG IoControlCode, PVOID InputBuffer, ULONG InputBufferLength,
                                     PVOID OutputBuffer, ULONG OutputBufferLength)
{
    return IopControlFile(FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, IoControlCode, InputBuffer, InputBufferLength,
                          OutputBuffer, OutputBufferLength, IRP_MJ_DEVICE_CONTROL);
}

NTSTATUS NTAPI NtFsControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
                               ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength)
{
    return IopControlFile(FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, FsControlCode, InputBuffer, InputBufferLength,
                          OutputBuffer, OutputBufferLength, IRP_MJ_FILE_SYSTEM_CONTROL);
}

KI_ZW(DeviceIoControlFile,
      (HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock, ULONG IoControlCode,
       PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength),
      (FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, IoControlCode, InputBuffer, InputBufferLength, OutputBuffer,
       OutputBufferLength))
KI_ZW(FsControlFile,
      (HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock, ULONG FsControlCode,
       PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength),
      (FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, FsControlCode, InputBuffer, InputBufferLength, OutputBuffer,
       OutputBufferLength))
