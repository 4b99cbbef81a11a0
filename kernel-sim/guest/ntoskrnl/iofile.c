/*
 * iofile.c: opening and closing: NtCreateFile, the device's parse procedure that sends IRP_MJ_CREATE, CLEANUP when the last handle goes,
 * CLOSE when the last reference goes. A failed create gets neither.
 */
#include "iop.h"

/* ------------------------------------------------------------------ requests that the I/O manager sends for itself */

NTSTATUS IopSendSimpleRequest(PFILE_OBJECT FileObject, PDEVICE_OBJECT Device, UCHAR MajorFunction, PIO_STATUS_BLOCK Result)
{
    PIO_STACK_LOCATION Stack;
    KEVENT Event;
    NTSTATUS Status;
    PIRP Irp;

    Result->Status = STATUS_INSUFFICIENT_RESOURCES;
    Result->Information = 0;
    Irp = IoAllocateIrp(Device->StackSize, FALSE);
    if (Irp == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    KeInitializeEvent(&Event, NotificationEvent, FALSE);
    Irp->Flags = IRP_CLOSE_OPERATION | IRP_SYNCHRONOUS_API;
    Irp->RequestorMode = KernelMode;
    Irp->UserIosb = Result;
    Irp->UserEvent = &Event;
    Irp->Tail.Overlay.Thread = PsGetCurrentThread();
    Irp->Tail.Overlay.OriginalFileObject = FileObject;
    Stack = IoGetNextIrpStackLocation(Irp);
    Stack->MajorFunction = MajorFunction;
    Stack->FileObject = FileObject;
    IopQueueIrpToThread(Irp, PsGetCurrentThread());
    Status = IofCallDriver(Device, Irp);
    if (Status == STATUS_PENDING) {
        KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL);
        Status = Result->Status;
    }
    IopDequeueIrp(Irp);
    IoFreeIrp(Irp);
    return Status;
}

/* ------------------------------------------------------------------ closing */

VOID IopCloseFile(PEPROCESS Process, PVOID Object, ACCESS_MASK GrantedAccess, LONGLONG HandleCount)
{
    PFILE_OBJECT FileObject = Object;
    IO_STATUS_BLOCK Result;

    UNREFERENCED_PARAMETER(Process);
    UNREFERENCED_PARAMETER(GrantedAccess);
    if (HandleCount != 1 || FileObject->DeviceObject == NULL)
        return;
    FileObject->Flags |= FO_CLEANUP_COMPLETE;
    IopSendSimpleRequest(FileObject, IoGetRelatedDeviceObject(FileObject), IRP_MJ_CLEANUP, &Result);
}

VOID IopDeleteFile(PVOID Object)
{
    PFILE_OBJECT FileObject = Object;
    PDEVICE_OBJECT Device = FileObject->DeviceObject;
    IO_STATUS_BLOCK Result;

    if (Device != NULL) {
        if ((FileObject->Flags & FO_CLEANUP_COMPLETE) == 0)
            IopSendSimpleRequest(FileObject, IoGetRelatedDeviceObject(FileObject), IRP_MJ_CLEANUP, &Result);
        IopSendSimpleRequest(FileObject, IoGetRelatedDeviceObject(FileObject), IRP_MJ_CLOSE, &Result);
        IopDereferenceDevice(Device);
    }
    if (FileObject->FileName.Buffer != NULL)
        ExFreePool(FileObject->FileName.Buffer);
    if (FileObject->RelatedFileObject != NULL)
        ObfDereferenceObject(FileObject->RelatedFileObject);
}

/* ------------------------------------------------------------------ opening */

/* A name relative to an open file: its device gets the rest. */
NTSTATUS IopParseFile(PVOID ParseObject, PUNICODE_STRING CompleteName, PUNICODE_STRING Remaining, POBP_OPEN_CONTEXT Context, PVOID *Object)
{
    return IopOpenDevice(((PFILE_OBJECT)ParseObject)->DeviceObject, ParseObject, CompleteName, Remaining, Context, Object);
}

NTSTATUS IopParseDevice(PVOID ParseObject, PUNICODE_STRING CompleteName, PUNICODE_STRING Remaining, POBP_OPEN_CONTEXT Context, PVOID *Object)
{
    return IopOpenDevice(ParseObject, NULL, CompleteName, Remaining, Context, Object);
}

static ULONG IopFileFlags(ULONG CreateOptions)
{
    ULONG Flags = 0;

    if (CreateOptions & (FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT))
        Flags |= FO_SYNCHRONOUS_IO;
    if (CreateOptions & FILE_SYNCHRONOUS_IO_ALERT)
        Flags |= FO_ALERTABLE_IO;
    if (CreateOptions & FILE_NO_INTERMEDIATE_BUFFERING)
        Flags |= FO_NO_INTERMEDIATE_BUFFERING;
    if (CreateOptions & FILE_WRITE_THROUGH)
        Flags |= FO_WRITE_THROUGH;
    if (CreateOptions & FILE_SEQUENTIAL_ONLY)
        Flags |= FO_SEQUENTIAL_ONLY;
    if (CreateOptions & FILE_RANDOM_ACCESS)
        Flags |= FO_RANDOM_ACCESS;
    if (CreateOptions & FILE_DELETE_ON_CLOSE)
        Flags |= FO_DELETE_ON_CLOSE;
    return Flags;
}

/* May this device be opened so, now? On success one more reference on it. */
NTSTATUS IopReferenceDeviceForOpen(PDEVICE_OBJECT Device)
{
    NTSTATUS Status = STATUS_SUCCESS;
    KIRQL Irql;

    KeAcquireSpinLock(&IopDatabaseLock, &Irql);
    if ((IOP_EXTENSION(Device)->ExtensionFlags &
         (DOE_UNLOAD_PENDING | DOE_DELETE_PENDING | DOE_REMOVE_PENDING | DOE_REMOVE_PROCESSED)) != 0 ||
        (Device->Flags & DO_DEVICE_INITIALIZING) != 0)
        Status = STATUS_NO_SUCH_DEVICE;
    else if ((Device->Flags & DO_EXCLUSIVE) != 0 && Device->ReferenceCount != 0)
        Status = STATUS_ACCESS_DENIED;
    else
        Device->ReferenceCount++;
    KeReleaseSpinLock(&IopDatabaseLock, Irql);
    return Status;
}

/* The whole IRP_MJ_CREATE. On success *Result is the referenced file object. */
static NTSTATUS IopSendCreate(PDEVICE_OBJECT Device, PFILE_OBJECT FileObject, POBP_OPEN_CONTEXT Context, POPEN_PACKET Packet)
{
    PDEVICE_OBJECT Top = IoGetAttachedDevice(Device);
    IO_SECURITY_CONTEXT Security;
    ACCESS_STATE AccessState;
    IO_STATUS_BLOCK Result;
    PIO_STACK_LOCATION Stack;
    NTSTATUS Status;
    PIRP Irp;

    Irp = IoAllocateIrp(Top->StackSize, TRUE);
    if (Irp == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    RtlZeroMemory(&AccessState, sizeof(AccessState));
    AccessState.OriginalDesiredAccess = Context->DesiredAccess;
    AccessState.PreviouslyGrantedAccess = ObpMapAccess(ObpFileType, Context->DesiredAccess);
    RtlZeroMemory(&Security, sizeof(Security));
    Security.AccessState = &AccessState;
    Security.DesiredAccess = AccessState.PreviouslyGrantedAccess;
    Security.FullCreateOptions = Packet->CreateOptions;
    Result.Status = STATUS_SUCCESS;
    Result.Information = 0;

    Irp->Flags = IRP_CREATE_OPERATION | IRP_SYNCHRONOUS_API | IRP_DEFER_IO_COMPLETION;
    Irp->RequestorMode = Context->AccessMode;
    Irp->UserIosb = &Result;
    Irp->Overlay.AllocationSize = Packet->AllocationSize;
    Irp->Tail.Overlay.Thread = PsGetCurrentThread();
    Irp->Tail.Overlay.OriginalFileObject = FileObject;
    Stack = IoGetNextIrpStackLocation(Irp);
    Stack->MajorFunction = IRP_MJ_CREATE;
    Stack->FileObject = FileObject;
    if (Context->Attributes & OBJ_FORCE_ACCESS_CHECK)
        Stack->Flags |= SL_FORCE_ACCESS_CHECK;
    Stack->Parameters.Create.SecurityContext = &Security;
    Stack->Parameters.Create.Options = (Packet->Disposition << 24) | (Packet->CreateOptions & 0x00FFFFFF);
    Stack->Parameters.Create.FileAttributes = Packet->FileAttributes;
    Stack->Parameters.Create.ShareAccess = Packet->ShareAccess;

    IopQueueIrpToThread(Irp, PsGetCurrentThread());
    Status = IofCallDriver(Top, Irp);
    if (Status == STATUS_PENDING) {
        if (KeWaitForSingleObject(&FileObject->Event, Executive, Context->AccessMode, FALSE, NULL) != STATUS_SUCCESS)
            IopCancelAndWait(&FileObject->Event, Irp);
        Status = Result.Status;
    } else {
        Result = Irp->IoStatus;
        IopDequeueIrp(Irp);
        IoFreeIrp(Irp);
    }
    Packet->Information = Result.Information;
    return Status;
}

NTSTATUS IopOpenDevice(PDEVICE_OBJECT Device, PFILE_OBJECT Related, PUNICODE_STRING CompleteName, PUNICODE_STRING Remaining,
                       POBP_OPEN_CONTEXT Context, PVOID *Object)
{
    POPEN_PACKET Packet = Context->ParseContext;
    ACCESS_MASK Wanted = ObpMapAccess(ObpFileType, Context->DesiredAccess);
    PFILE_OBJECT FileObject;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(CompleteName);
    /* Not a file open: only the device object itself can be meant. */
    if (Packet == NULL || Packet->Signature != IOP_OPEN_PACKET) {
        if (Remaining->Length != 0 || Related != NULL)
            return STATUS_OBJECT_PATH_NOT_FOUND;
        if (Context->ObjectType != NULL && Context->ObjectType != ObpDeviceType)
            return STATUS_OBJECT_TYPE_MISMATCH;
        ObfReferenceObject(Device);
        *Object = Device;
        return STATUS_SUCCESS;
    }
    /* Access model: programs run as administrator; what the device's security descriptor gives administrators counts. */
    if (Context->AccessMode != KernelMode && (Context->DesiredAccess & MAXIMUM_ALLOWED) == 0 &&
        (Wanted & ~(IOP_EXTENSION(Device)->AdministratorAccess | SYNCHRONIZE | FILE_READ_ATTRIBUTES)) != 0)
        return STATUS_ACCESS_DENIED;
    if (Context->AccessMode != KernelMode && IOP_EXTENSION(Device)->AdministratorAccess == 0)
        return STATUS_ACCESS_DENIED;
    Status = IopReferenceDeviceForOpen(Device);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = ObpCreateObject(ObpFileType, sizeof(FILE_OBJECT), (PVOID *)&FileObject);
    if (!NT_SUCCESS(Status)) {
        IopDereferenceDevice(Device);
        return Status;
    }
    FileObject->Type = IO_TYPE_FILE;
    FileObject->Size = sizeof(FILE_OBJECT);
    FileObject->Flags = IopFileFlags(Packet->CreateOptions);
    KeInitializeEvent(&FileObject->Lock, SynchronizationEvent, FALSE);
    KeInitializeEvent(&FileObject->Event, NotificationEvent, FALSE);
    InitializeListHead(&FileObject->IrpList);
    FileObject->ReadAccess = (Wanted & (FILE_READ_DATA | FILE_EXECUTE)) != 0;
    FileObject->WriteAccess = (Wanted & (FILE_WRITE_DATA | FILE_APPEND_DATA)) != 0;
    FileObject->DeleteAccess = (Wanted & DELETE) != 0;
    if (Related != NULL) {
        ObfReferenceObject(Related);
        FileObject->RelatedFileObject = Related;
    }
    if (Remaining->Length != 0) {
        FileObject->FileName.Buffer =
            ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, (SIZE_T)Remaining->Length + sizeof(WCHAR), EXP_TAG_NAME);
        if (FileObject->FileName.Buffer == NULL)
            Status = STATUS_INSUFFICIENT_RESOURCES;
        else {
            RtlCopyMemory(FileObject->FileName.Buffer, Remaining->Buffer, Remaining->Length);
            FileObject->FileName.Buffer[Remaining->Length / sizeof(WCHAR)] = 0;
            FileObject->FileName.Length = Remaining->Length;
            FileObject->FileName.MaximumLength = Remaining->Length + sizeof(WCHAR);
        }
    }
    if (NT_SUCCESS(Status)) {
        FileObject->DeviceObject = Device;
        Status = IopSendCreate(Device, FileObject, Context, Packet);
    }
    Packet->FinalStatus = Status;
    if (!NT_SUCCESS(Status)) {
        /* Nobody has it open: no CLEANUP, no CLOSE. */
        FileObject->DeviceObject = NULL;
        ObfDereferenceObject(FileObject);
        IopDereferenceDevice(Device);
        return Status;
    }
    Packet->FileObject = FileObject;
    *Object = FileObject;
    return STATUS_SUCCESS;
}

/* ------------------------------------------------------------------ services */

static NTSTATUS IopCheckCreateParameters(ACCESS_MASK Access, ULONG FileAttributes, ULONG ShareAccess, ULONG Disposition, ULONG Options)
{
    ULONG Synchronous = Options & (FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT);

    if ((FileAttributes & ~FILE_ATTRIBUTE_VALID_FLAGS) != 0 || (ShareAccess & ~FILE_SHARE_VALID_FLAGS) != 0 ||
        Disposition > FILE_MAXIMUM_DISPOSITION || (Options & ~FILE_VALID_OPTION_FLAGS) != 0)
        return STATUS_INVALID_PARAMETER;
    if (Synchronous == (FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT) || (Synchronous != 0 && (Access & SYNCHRONIZE) == 0))
        return STATUS_INVALID_PARAMETER;
    if ((Options & FILE_DELETE_ON_CLOSE) && (Access & DELETE) == 0)
        return STATUS_INVALID_PARAMETER;
    if ((Options & FILE_DIRECTORY_FILE) && (Options & FILE_NON_DIRECTORY_FILE))
        return STATUS_INVALID_PARAMETER;
    return STATUS_SUCCESS;
}

NTSTATUS IopCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK IoStatus,
                       PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG Disposition, ULONG CreateOptions,
                       KPROCESSOR_MODE Mode)
{
    OBP_CAPTURED_ATTRIBUTES Captured;
    OBP_OPEN_CONTEXT Context;
    OPEN_PACKET Packet;
    PVOID Root = NULL;
    PFILE_OBJECT FileObject;
    HANDLE Handle = NULL;
    NTSTATUS Status;

    RtlZeroMemory(&Packet, sizeof(Packet));
    Packet.Signature = IOP_OPEN_PACKET;
    __try {
        if (Mode != KernelMode) {
            ProbeForWrite(FileHandle, sizeof(HANDLE), sizeof(HANDLE));
            ProbeForWrite(IoStatus, sizeof(IO_STATUS_BLOCK), sizeof(PVOID));
            if (AllocationSize != NULL)
                ProbeForRead(AllocationSize, sizeof(LARGE_INTEGER), sizeof(LARGE_INTEGER));
        }
        if (AllocationSize != NULL)
            Packet.AllocationSize = *AllocationSize;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    Status = IopCheckCreateParameters(DesiredAccess, FileAttributes, ShareAccess, Disposition, CreateOptions);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = ObpCaptureAttributes(Attributes, Mode, &Captured);
    if (!NT_SUCCESS(Status))
        return Status;
    if (Captured.RootDirectory != NULL)
        Status = ObpReferenceByHandle(Captured.RootDirectory, 0, NULL, Mode, &Root, NULL);
    if (NT_SUCCESS(Status)) {
        Packet.CreateOptions = CreateOptions;
        Packet.FileAttributes = (USHORT)FileAttributes;
        Packet.ShareAccess = (USHORT)ShareAccess;
        Packet.Disposition = Disposition;
        Context.DesiredAccess = DesiredAccess;
        Context.Attributes = Captured.Attributes;
        Context.AccessMode = Mode;
        Context.ObjectType = NULL;
        Context.ParseContext = &Packet;
        Status = ObpLookupObjectName(Root, &Captured.Name, &Context, NULL, (PVOID *)&FileObject);
        if (NT_SUCCESS(Status) && Packet.FileObject == NULL) {
            /* The name led to something that is no device. */
            ObfDereferenceObject(FileObject);
            Status = STATUS_OBJECT_TYPE_MISMATCH;
        }
    }
    if (Root != NULL)
        ObfDereferenceObject(Root);
    ObpFreeName(&Captured.Name);
    if (!NT_SUCCESS(Status))
        return Status;

    Status = ObpInsertHandleEx(PsGetCurrentProcess(), FileObject, ObpMapAccess(ObpFileType, DesiredAccess), Captured.Attributes, &Handle);
    if (NT_SUCCESS(Status))
        FileObject->Flags |= FO_HANDLE_CREATED;
    ObfDereferenceObject(FileObject);
    if (!NT_SUCCESS(Status))
        return Status;
    __try {
        *FileHandle = Handle;
        IoStatus->Information = Packet.Information;
        IoStatus->Status = Packet.FinalStatus;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return Packet.FinalStatus;
}

NTSTATUS NTAPI NtCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
                            PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG CreateDisposition,
                            ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength)
{
    UNREFERENCED_PARAMETER(EaBuffer);
    UNREFERENCED_PARAMETER(EaLength);
    return IopCreateFile(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, AllocationSize, FileAttributes, ShareAccess,
                         CreateDisposition, CreateOptions, ExGetPreviousMode());
}

NTSTATUS NTAPI NtOpenFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
                          ULONG ShareAccess, ULONG OpenOptions)
{
    return IopCreateFile(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, NULL, 0, ShareAccess, FILE_OPEN, OpenOptions,
                         ExGetPreviousMode());
}

KI_ZW(CreateFile,
      (PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
       PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer,
       ULONG EaLength),
      (FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, AllocationSize, FileAttributes, ShareAccess, CreateDisposition,
       CreateOptions, EaBuffer, EaLength))
KI_ZW(OpenFile,
      (PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess,
       ULONG OpenOptions),
      (FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, ShareAccess, OpenOptions))

NTSTATUS NTAPI IoCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
                            PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG Disposition, ULONG CreateOptions,
                            PVOID EaBuffer, ULONG EaLength, ULONG CreateFileType, PVOID InternalParameters, ULONG Options)
{
    UNREFERENCED_PARAMETER(EaBuffer);
    UNREFERENCED_PARAMETER(EaLength);
    UNREFERENCED_PARAMETER(CreateFileType);
    UNREFERENCED_PARAMETER(InternalParameters);
    return IopCreateFile(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, AllocationSize, FileAttributes, ShareAccess, Disposition,
                         CreateOptions, Options & IO_NO_PARAMETER_CHECKING ? KernelMode : ExGetPreviousMode());
}

NTSTATUS NTAPI IoGetDeviceObjectPointer(PUNICODE_STRING ObjectName, ACCESS_MASK DesiredAccess, PFILE_OBJECT *FileObject,
                                        PDEVICE_OBJECT *DeviceObject)
{
    OBJECT_ATTRIBUTES Attributes;
    IO_STATUS_BLOCK IoStatus;
    HANDLE Handle;
    NTSTATUS Status;

    InitializeObjectAttributes(&Attributes, ObjectName, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL, NULL);
    Status = ZwOpenFile(&Handle, DesiredAccess, &Attributes, &IoStatus, 0, FILE_NON_DIRECTORY_FILE);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = ObpReferenceByHandle(Handle, 0, ObpFileType, KernelMode, (PVOID *)FileObject, NULL);
    if (NT_SUCCESS(Status))
        *DeviceObject = IoGetRelatedDeviceObject(*FileObject);
    ZwClose(Handle);
    return Status;
}
