/*
 * iodriver.c: loading and unloading of drivers. DriverEntry, Unload and reinitialisation run in a system thread; the session's thread is
 * one, a program's request (NtLoadDriver) goes to a worker thread. A driver object lives until nothing refers to it; its image goes with it,
 * or at once when DriverEntry fails (its devices and links then remain and dangle).
 */
#include "iop.h"

#define IOP_TAG_DRIVER 'virD'

static const WCHAR IopServicesPath[] = L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\";
static UNICODE_STRING IopHardwarePath = RTL_CONSTANT_STRING(L"\\REGISTRY\\MACHINE\\HARDWARE\\DESCRIPTION\\SYSTEM");

/* Prefix + Name in pool, with a terminator. */
static NTSTATUS IopConcatenate(PUNICODE_STRING Result, PCWSTR Prefix, PUNICODE_STRING Name, PCWSTR Suffix)
{
    ULONG Length = (ULONG)((wcslen(Prefix) + wcslen(Suffix)) * sizeof(WCHAR)) + Name->Length;

    if (Length > 0xFFFC)
        return STATUS_NAME_TOO_LONG;
    Result->Buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED, Length + sizeof(WCHAR), EXP_TAG_NAME);
    if (Result->Buffer == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    Result->Length = 0;
    Result->MaximumLength = (USHORT)(Length + sizeof(WCHAR));
    RtlAppendUnicodeToString(Result, Prefix);
    RtlAppendUnicodeStringToString(Result, Name);
    RtlAppendUnicodeToString(Result, Suffix);
    return STATUS_SUCCESS;
}

/* A service may be named by its registry path; only the last component counts. */
static VOID IopServiceName(PUNICODE_STRING Path, PUNICODE_STRING Name)
{
    USHORT Start = Path->Length / sizeof(WCHAR);

    while (Start > 0 && Path->Buffer[Start - 1] != L'\\')
        Start--;
    Name->Buffer = Path->Buffer + Start;
    Name->Length = Path->Length - Start * sizeof(WCHAR);
    Name->MaximumLength = Name->Length;
}

/* ------------------------------------------------------------------ load */

static VOID IopFreeImage(PDRIVER_OBJECT Driver)
{
    PVOID Base = Driver->DriverStart;

    Driver->DriverStart = NULL;
    if (Base != NULL)
        MiUnloadSystemImage(Base);
}

static PVOID IopFindLoaderEntry(PVOID Base)
{
    PLIST_ENTRY Entry;

    for (Entry = PsLoadedModuleList.Flink; Entry != &PsLoadedModuleList; Entry = Entry->Flink) {
        if (CONTAINING_RECORD(Entry, KLDR_DATA_TABLE_ENTRY, InLoadOrderLinks)->DllBase == Base)
            return CONTAINING_RECORD(Entry, KLDR_DATA_TABLE_ENTRY, InLoadOrderLinks);
    }
    return NULL;
}

/* The driver object \Driver\NAME, every field set but what DriverEntry sets. */
static NTSTATUS IopCreateDriverObject(PUNICODE_STRING Name, PVOID Base, PVOID Entry, PDRIVER_OBJECT *DriverObject)
{
    UNICODE_STRING Path;
    PIOP_DRIVER Body;
    PDRIVER_OBJECT Driver;
    NTSTATUS Status;
    ULONG Major;

    Status = IopConcatenate(&Path, L"\\Driver\\", Name, L"");
    if (!NT_SUCCESS(Status))
        return Status;
    Status = ObpCreateNamedObject(ObpDriverType, sizeof(IOP_DRIVER), NULL, &Path, OBJ_PERMANENT, (PVOID *)&Body);
    if (!NT_SUCCESS(Status)) {
        ObpFreeName(&Path);
        return Status;
    }
    Driver = &Body->Object;
    Driver->Type = IO_TYPE_DRIVER;
    Driver->Size = sizeof(DRIVER_OBJECT);
    Driver->Flags = DRVO_LEGACY_DRIVER;
    Driver->DriverName = Path;
    Driver->DriverExtension = &Body->Extension;
    Driver->DriverStart = Base;
    Driver->DriverSize = ((PKI_IMAGE_HEADER)Base)->ImageBytes;
    Driver->DriverSection = IopFindLoaderEntry(Base);
    Driver->DriverInit = (PDRIVER_INITIALIZE)Entry;
    Driver->HardwareDatabase = &IopHardwarePath;
    Body->Extension.DriverObject = Driver;
    for (Major = 0; Major <= IRP_MJ_MAXIMUM_FUNCTION; Major++)
        Driver->MajorFunction[Major] = IopInvalidDeviceRequest;
    Status = IopConcatenate(&Body->Extension.ServiceKeyName, L"", Name, L"");
    if (!NT_SUCCESS(Status)) {
        ObMakeTemporaryObject(Driver);
        ObfDereferenceObject(Driver);
        return Status;
    }
    *DriverObject = Driver;
    return STATUS_SUCCESS;
}

/* What the system does to a driver whose DriverEntry succeeded. */
static VOID IopReadyDriver(PDRIVER_OBJECT Driver)
{
    PDEVICE_OBJECT Device;
    ULONG Major;
    KIRQL Irql;

    for (Major = 0; Major <= IRP_MJ_MAXIMUM_FUNCTION; Major++) {
        if (Driver->MajorFunction[Major] == NULL)
            Driver->MajorFunction[Major] = IopInvalidDeviceRequest;
    }
    KeAcquireSpinLock(&IopDatabaseLock, &Irql);
    for (Device = Driver->DeviceObject; Device != NULL; Device = Device->NextDevice)
        Device->Flags &= ~DO_DEVICE_INITIALIZING;
    Driver->Flags |= DRVO_INITIALIZED;
    KeReleaseSpinLock(&IopDatabaseLock, Irql);
    MiDiscardInit(Driver->DriverStart);
}

static VOID IopReinitialize(PDRIVER_OBJECT Driver)
{
    PIOP_DRIVER Body = (PIOP_DRIVER)Driver;
    PDRIVER_REINITIALIZE Routine;

    while ((Routine = Body->Reinitialize) != NULL) {
        Body->Reinitialize = NULL;
        Driver->DriverExtension->Count++;
        Routine(Driver, Body->ReinitializeContext, Driver->DriverExtension->Count);
    }
}

NTSTATUS IopLoadDriver(PUNICODE_STRING ServiceName)
{
    UNICODE_STRING Name, File, RegistryPath;
    PDRIVER_OBJECT Driver = NULL;
    PVOID Base, Entry;
    NTSTATUS Status;

    IopServiceName(ServiceName, &Name);
    File.Buffer = NULL;
    RegistryPath.Buffer = NULL;
    Status = IopConcatenate(&File, L"", &Name, L".sys");
    if (NT_SUCCESS(Status))
        Status = IopConcatenate(&RegistryPath, IopServicesPath, &Name, L"");
    if (NT_SUCCESS(Status))
        Status = MiLoadSystemImage(&File, &Base, &Entry);
    if (NT_SUCCESS(Status)) {
        Status = IopCreateDriverObject(&Name, Base, Entry, &Driver);
        if (!NT_SUCCESS(Status)) {
            MiUnloadSystemImage(Base);
            if (Status == STATUS_OBJECT_NAME_COLLISION)
                Status = STATUS_IMAGE_ALREADY_LOADED;
        }
    }
    if (NT_SUCCESS(Status)) {
        Status = Driver->DriverInit(Driver, &RegistryPath);
        IopTraceDriverLoad(Driver, Status);
        if (NT_SUCCESS(Status)) {
            IopReadyDriver(Driver);
            IopReinitialize(Driver);
        } else {
            IopFreeImage(Driver);
            ObMakeTemporaryObject(Driver);
        }
        /* A loaded driver stays through its name; the reference of its creation goes. */
        ObfDereferenceObject(Driver);
    }
    ObpFreeName(&File);
    ObpFreeName(&RegistryPath);
    return Status;
}

VOID IopDeleteDriver(PVOID Object)
{
    PIOP_DRIVER Body = Object;
    PIOP_CLIENT_EXTENSION Client;

    IopFreeImage(&Body->Object);
    while ((Client = Body->ClientExtensions) != NULL) {
        Body->ClientExtensions = Client->Next;
        ExFreePool(Client);
    }
    ObpFreeName(&Body->Object.DriverName);
    ObpFreeName(&Body->Extension.ServiceKeyName);
}

/* ------------------------------------------------------------------ unload */

/* May Unload run: no device of the driver is open, pointed to or attached to. The first caller that finds it so gets TRUE. */
static BOOLEAN IopClaimUnload(PDRIVER_OBJECT Driver)
{
    PDEVICE_OBJECT Device;
    BOOLEAN Ready = (Driver->Flags & DRVO_UNLOAD_INVOKED) == 0;
    KIRQL Irql;

    KeAcquireSpinLock(&IopDatabaseLock, &Irql);
    for (Device = Driver->DeviceObject; Device != NULL; Device = Device->NextDevice) {
        IOP_EXTENSION(Device)->ExtensionFlags |= DOE_UNLOAD_PENDING;
        if (Device->ReferenceCount != 0 || Device->AttachedDevice != NULL)
            Ready = FALSE;
    }
    if (Ready)
        Driver->Flags |= DRVO_UNLOAD_INVOKED;
    KeReleaseSpinLock(&IopDatabaseLock, Irql);
    return Ready;
}

static VOID IopRunUnload(PDRIVER_OBJECT Driver)
{
    Driver->DriverUnload(Driver);
    IopTraceDriverUnload(Driver);
    ObMakeTemporaryObject(Driver);
}

typedef struct _IOP_UNLOAD_WORK {
    WORK_QUEUE_ITEM Item;
    PDRIVER_OBJECT Driver;
} IOP_UNLOAD_WORK, *PIOP_UNLOAD_WORK;

static VOID IopUnloadWorker(PVOID Parameter)
{
    PIOP_UNLOAD_WORK Work = Parameter;

    IopRunUnload(Work->Driver);
    ObfDereferenceObject(Work->Driver);
    ExFreePool(Work);
}

/* The last open of a device that waits for the unload of its driver has gone: Unload then runs in a system thread. */
VOID IopCheckUnload(PDRIVER_OBJECT Driver)
{
    PIOP_UNLOAD_WORK Work;

    if (!IopClaimUnload(Driver))
        return;
    Work = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(IOP_UNLOAD_WORK), IOP_TAG_DRIVER);
    if (Work == NULL)
        return;
    ObfReferenceObject(Driver);
    Work->Driver = Driver;
    ExInitializeWorkItem(&Work->Item, IopUnloadWorker, Work);
    ExQueueWorkItem(&Work->Item, DelayedWorkQueue);
}

/* STATUS_SUCCESS also when a device is still open: Unload then waits for it (the service is "stop pending"). */
NTSTATUS IopUnloadDriver(PUNICODE_STRING ServiceName)
{
    UNICODE_STRING Name, Path;
    OBP_OPEN_CONTEXT Context;
    PDRIVER_OBJECT Driver;
    NTSTATUS Status;

    IopServiceName(ServiceName, &Name);
    Status = IopConcatenate(&Path, L"\\Driver\\", &Name, L"");
    if (!NT_SUCCESS(Status))
        return Status;
    RtlZeroMemory(&Context, sizeof(Context));
    Context.AccessMode = KernelMode;
    Context.ObjectType = ObpDriverType;
    Status = ObpLookupObjectName(NULL, &Path, &Context, NULL, (PVOID *)&Driver);
    ObpFreeName(&Path);
    if (!NT_SUCCESS(Status))
        return Status;
    if (Driver->DriverUnload == NULL || (Driver->Flags & DRVO_UNLOAD_INVOKED) != 0)
        Status = STATUS_INVALID_DEVICE_REQUEST;
    else if (IopClaimUnload(Driver))
        IopRunUnload(Driver);
    ObfDereferenceObject(Driver);
    return Status;
}

/* ------------------------------------------------------------------ for programs */

typedef struct _IOP_LOAD_WORK {
    WORK_QUEUE_ITEM Item;
    PUNICODE_STRING Name;
    BOOLEAN Unload;
    NTSTATUS Status;
    KEVENT Done;
} IOP_LOAD_WORK, *PIOP_LOAD_WORK;

static VOID IopLoadWorker(PVOID Parameter)
{
    PIOP_LOAD_WORK Work = Parameter;

    Work->Status = Work->Unload ? IopUnloadDriver(Work->Name) : IopLoadDriver(Work->Name);
    KeSetEvent(&Work->Done, IO_NO_INCREMENT, FALSE);
}

static NTSTATUS IopLoadByService(PUNICODE_STRING ServiceName, BOOLEAN Unload)
{
    UNICODE_STRING Name;
    IOP_LOAD_WORK Work;
    NTSTATUS Status;

    Status = ObpCaptureName(&Name, ServiceName, ExGetPreviousMode());
    if (!NT_SUCCESS(Status))
        return Status;
    Work.Name = &Name;
    Work.Unload = Unload;
    KeInitializeEvent(&Work.Done, NotificationEvent, FALSE);
    ExInitializeWorkItem(&Work.Item, IopLoadWorker, &Work);
    ExQueueWorkItem(&Work.Item, DelayedWorkQueue);
    KeWaitForSingleObject(&Work.Done, Executive, KernelMode, FALSE, NULL);
    ObpFreeName(&Name);
    return Work.Status;
}

NTSTATUS NTAPI NtLoadDriver(PUNICODE_STRING DriverServiceName)
{
    return IopLoadByService(DriverServiceName, FALSE);
}

NTSTATUS NTAPI NtUnloadDriver(PUNICODE_STRING DriverServiceName)
{
    return IopLoadByService(DriverServiceName, TRUE);
}

KI_ZW(LoadDriver, (PUNICODE_STRING DriverServiceName), (DriverServiceName))
KI_ZW(UnloadDriver, (PUNICODE_STRING DriverServiceName), (DriverServiceName))

/* ------------------------------------------------------------------ what drivers hang on their object */

NTSTATUS NTAPI IoAllocateDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress, ULONG DriverObjectExtensionSize,
                                               PVOID *DriverObjectExtension)
{
    PIOP_DRIVER Body = (PIOP_DRIVER)DriverObject;
    PIOP_CLIENT_EXTENSION Client;

    *DriverObjectExtension = NULL;
    if (IoGetDriverObjectExtension(DriverObject, ClientIdentificationAddress) != NULL)
        return STATUS_OBJECT_NAME_COLLISION;
    Client = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(IOP_CLIENT_EXTENSION) + (SIZE_T)DriverObjectExtensionSize, IOP_TAG_DRIVER);
    if (Client == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    Client->ClientIdentification = ClientIdentificationAddress;
    Client->Next = Body->ClientExtensions;
    Body->ClientExtensions = Client;
    *DriverObjectExtension = Client + 1;
    return STATUS_SUCCESS;
}

PVOID NTAPI IoGetDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress)
{
    PIOP_CLIENT_EXTENSION Client;

    for (Client = ((PIOP_DRIVER)DriverObject)->ClientExtensions; Client != NULL; Client = Client->Next) {
        if (Client->ClientIdentification == ClientIdentificationAddress)
            return Client + 1;
    }
    return NULL;
}

VOID NTAPI IoRegisterDriverReinitialization(PDRIVER_OBJECT DriverObject, PDRIVER_REINITIALIZE DriverReinitializationRoutine, PVOID Context)
{
    ((PIOP_DRIVER)DriverObject)->Reinitialize = DriverReinitializationRoutine;
    ((PIOP_DRIVER)DriverObject)->ReinitializeContext = Context;
}

NTSTATUS IoInitSystem(VOID)
{
    KeInitializeSpinLock(&IopDatabaseLock);
    KeInitializeSpinLock(&IopCancelLock);
    return STATUS_SUCCESS;
}
