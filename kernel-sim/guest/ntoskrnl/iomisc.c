/*
 * iomisc.c: what drivers use now and then: one-second timers, the error log, shutdown registration, share access, names of objects,
 * physical addresses, extended lookaside lists, GUIDs as text.
 */
#include "iop.h"
#include <stdio.h>

/* ------------------------------------------------------------------ a routine once a second, at DISPATCH_LEVEL */

struct _IO_TIMER {
    KTIMER Timer;
    KDPC Dpc;
    PIO_TIMER_ROUTINE Routine;
    PVOID Context;
};

static VOID IopTimerDpc(PKDPC Dpc, PVOID DeferredContext, PVOID SystemArgument1, PVOID SystemArgument2)
{
    PDEVICE_OBJECT Device = DeferredContext;
    PIO_TIMER Timer = Device->Timer;

    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(SystemArgument1);
    UNREFERENCED_PARAMETER(SystemArgument2);
    Timer->Routine(Device, Timer->Context);
}

NTSTATUS NTAPI IoInitializeTimer(PDEVICE_OBJECT DeviceObject, PIO_TIMER_ROUTINE TimerRoutine, PVOID Context)
{
    PIO_TIMER Timer = DeviceObject->Timer;

    if (Timer == NULL) {
        Timer = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Timer), 'iToI');
        if (Timer == NULL)
            return STATUS_INSUFFICIENT_RESOURCES;
        KeInitializeTimerEx(&Timer->Timer, SynchronizationTimer);
        KeInitializeDpc(&Timer->Dpc, IopTimerDpc, DeviceObject);
        DeviceObject->Timer = Timer;
    }
    Timer->Routine = TimerRoutine;
    Timer->Context = Context;
    return STATUS_SUCCESS;
}

VOID NTAPI IoStartTimer(PDEVICE_OBJECT DeviceObject)
{
    LARGE_INTEGER Due;

    Due.QuadPart = -10000000;
    KeSetTimerEx(&DeviceObject->Timer->Timer, Due, 1000, &DeviceObject->Timer->Dpc);
}

VOID NTAPI IoStopTimer(PDEVICE_OBJECT DeviceObject)
{
    KeCancelTimer(&DeviceObject->Timer->Timer);
    KeRemoveQueueDpc(&DeviceObject->Timer->Dpc);
}

VOID IopDeleteTimer(PDEVICE_OBJECT Device)
{
    if (Device->Timer == NULL)
        return;
    IoStopTimer(Device);
    ExFreePool(Device->Timer);
    Device->Timer = NULL;
}

/* ------------------------------------------------------------------ error log: written to the debugger here, there is no event log */

typedef struct _IOP_ERROR_LOG_ENTRY {
    PVOID IoObject;
    ULONG Size;
    ULONG Spare;
    IO_ERROR_LOG_PACKET Packet;
} IOP_ERROR_LOG_ENTRY, *PIOP_ERROR_LOG_ENTRY;

PVOID NTAPI IoAllocateErrorLogEntry(PVOID IoObject, UCHAR EntrySize)
{
    PIOP_ERROR_LOG_ENTRY Entry;

    if (EntrySize < sizeof(IO_ERROR_LOG_PACKET) || EntrySize > ERROR_LOG_MAXIMUM_SIZE)
        return NULL;
    Entry = ExAllocatePool2(POOL_FLAG_NON_PAGED, FIELD_OFFSET(IOP_ERROR_LOG_ENTRY, Packet) + (SIZE_T)EntrySize, 'rEoI');
    if (Entry == NULL)
        return NULL;
    ObfReferenceObject(IoObject);
    Entry->IoObject = IoObject;
    Entry->Size = EntrySize;
    return &Entry->Packet;
}

VOID NTAPI IoFreeErrorLogEntry(PVOID ElEntry)
{
    PIOP_ERROR_LOG_ENTRY Entry = CONTAINING_RECORD(ElEntry, IOP_ERROR_LOG_ENTRY, Packet);

    ObfDereferenceObject(Entry->IoObject);
    ExFreePool(Entry);
}

VOID NTAPI IoWriteErrorLogEntry(PVOID ElEntry)
{
    PIO_ERROR_LOG_PACKET Packet = ElEntry;
    PVOID IoObject = CONTAINING_RECORD(ElEntry, IOP_ERROR_LOG_ENTRY, Packet)->IoObject;
    PDRIVER_OBJECT Driver = ((PDRIVER_OBJECT)IoObject)->Type == IO_TYPE_DRIVER ? IoObject : ((PDEVICE_OBJECT)IoObject)->DriverObject;

    DbgPrint("error log: %wZ: error %08lX, final status %08lX, unique %lu\n", &Driver->DriverName, Packet->ErrorCode, Packet->FinalStatus,
             Packet->UniqueErrorValue);
    IoFreeErrorLogEntry(ElEntry);
}

/* ------------------------------------------------------------------ shutdown: registered, but this system only stops, it never shuts down */

NTSTATUS NTAPI IoRegisterShutdownNotification(PDEVICE_OBJECT DeviceObject)
{
    DeviceObject->Flags |= DO_SHUTDOWN_REGISTERED;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI IoRegisterLastChanceShutdownNotification(PDEVICE_OBJECT DeviceObject)
{
    return IoRegisterShutdownNotification(DeviceObject);
}

VOID NTAPI IoUnregisterShutdownNotification(PDEVICE_OBJECT DeviceObject)
{
    DeviceObject->Flags &= ~DO_SHUTDOWN_REGISTERED;
}

/* ------------------------------------------------------------------ share access, for drivers that enforce it themselves */

NTSTATUS NTAPI IoCheckShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess, PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess,
                                  BOOLEAN Update)
{
    FileObject->ReadAccess = (DesiredAccess & (FILE_READ_DATA | FILE_EXECUTE)) != 0;
    FileObject->WriteAccess = (DesiredAccess & (FILE_WRITE_DATA | FILE_APPEND_DATA)) != 0;
    FileObject->DeleteAccess = (DesiredAccess & DELETE) != 0;
    if (!FileObject->ReadAccess && !FileObject->WriteAccess && !FileObject->DeleteAccess)
        return STATUS_SUCCESS;
    FileObject->SharedRead = (DesiredShareAccess & FILE_SHARE_READ) != 0;
    FileObject->SharedWrite = (DesiredShareAccess & FILE_SHARE_WRITE) != 0;
    FileObject->SharedDelete = (DesiredShareAccess & FILE_SHARE_DELETE) != 0;
    if ((FileObject->ReadAccess && ShareAccess->SharedRead < ShareAccess->OpenCount) ||
        (FileObject->WriteAccess && ShareAccess->SharedWrite < ShareAccess->OpenCount) ||
        (FileObject->DeleteAccess && ShareAccess->SharedDelete < ShareAccess->OpenCount) ||
        (ShareAccess->Readers != 0 && !FileObject->SharedRead) || (ShareAccess->Writers != 0 && !FileObject->SharedWrite) ||
        (ShareAccess->Deleters != 0 && !FileObject->SharedDelete))
        return STATUS_SHARING_VIOLATION;
    if (Update)
        IoUpdateShareAccess(FileObject, ShareAccess);
    return STATUS_SUCCESS;
}

/* Adds (Sign 1) or takes away (-1) what a file object holds. */
static VOID IopCountShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess, LONG Sign)
{
    if (!FileObject->ReadAccess && !FileObject->WriteAccess && !FileObject->DeleteAccess)
        return;
    ShareAccess->OpenCount += Sign;
    ShareAccess->Readers += FileObject->ReadAccess ? Sign : 0;
    ShareAccess->Writers += FileObject->WriteAccess ? Sign : 0;
    ShareAccess->Deleters += FileObject->DeleteAccess ? Sign : 0;
    ShareAccess->SharedRead += FileObject->SharedRead ? Sign : 0;
    ShareAccess->SharedWrite += FileObject->SharedWrite ? Sign : 0;
    ShareAccess->SharedDelete += FileObject->SharedDelete ? Sign : 0;
}

VOID NTAPI IoUpdateShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess)
{
    IopCountShareAccess(FileObject, ShareAccess, 1);
}

VOID NTAPI IoRemoveShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess)
{
    IopCountShareAccess(FileObject, ShareAccess, -1);
}

VOID NTAPI IoSetShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess, PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess)
{
    RtlZeroMemory(ShareAccess, sizeof(*ShareAccess));
    IoCheckShareAccess(DesiredAccess, DesiredShareAccess, FileObject, ShareAccess, TRUE);
}

/* ------------------------------------------------------------------ objects */

NTSTATUS NTAPI ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE PreviousMode)
{
    return ObpCloseHandle(Handle, PreviousMode);
}

/* Writes "\Directory\Name" from the end of a buffer of Room characters; where it starts. */
static ULONG ObpBuildName(PVOID Object, PWCHAR Buffer, ULONG Room)
{
    POBJECT_HEADER_NAME NameInfo;
    ULONG Count, Depth;

    for (Depth = 0; Depth < OBP_MAX_REPARSE; Depth++) {
        NameInfo = OBP_HEADER(Object)->NameInfo;
        if (NameInfo == NULL || NameInfo->Directory == NULL)
            break;
        Count = NameInfo->Name.Length / sizeof(WCHAR);
        if (Count + 1 > Room)
            break;
        Room -= Count;
        RtlCopyMemory(Buffer + Room, NameInfo->Name.Buffer, NameInfo->Name.Length);
        Buffer[--Room] = L'\\';
        Object = NameInfo->Directory;
    }
    return Room;
}

/* A file object's name is its device's, then its own. */
NTSTATUS NTAPI ObQueryNameString(PVOID Object, POBJECT_NAME_INFORMATION ObjectNameInfo, ULONG Length, PULONG ReturnLength)
{
    UNICODE_STRING Rest = {0, 0, NULL};
    WCHAR Path[256];
    ULONG Start, Bytes;

    if (OBP_HEADER(Object)->Type == ObpFileType) {
        Rest = ((PFILE_OBJECT)Object)->FileName;
        Object = ((PFILE_OBJECT)Object)->DeviceObject;
    }
    Start = Object != NULL ? ObpBuildName(Object, Path, RTL_NUMBER_OF(Path)) : RTL_NUMBER_OF(Path);
    Bytes = (RTL_NUMBER_OF(Path) - Start) * sizeof(WCHAR) + Rest.Length;
    *ReturnLength = sizeof(OBJECT_NAME_INFORMATION) + (Bytes != 0 ? Bytes + sizeof(WCHAR) : 0);
    if (Length < *ReturnLength)
        return STATUS_INFO_LENGTH_MISMATCH;
    RtlZeroMemory(ObjectNameInfo, *ReturnLength);
    if (Bytes == 0)
        return STATUS_SUCCESS;
    ObjectNameInfo->Name.Buffer = (PWCHAR)(ObjectNameInfo + 1);
    ObjectNameInfo->Name.Length = (USHORT)Bytes;
    ObjectNameInfo->Name.MaximumLength = (USHORT)(Bytes + sizeof(WCHAR));
    RtlCopyMemory(ObjectNameInfo->Name.Buffer, Path + Start, Bytes - Rest.Length);
    RtlCopyMemory((PUCHAR)ObjectNameInfo->Name.Buffer + Bytes - Rest.Length, Rest.Buffer, Rest.Length);
    return STATUS_SUCCESS;
}

/* ------------------------------------------------------------------ memory */

PHYSICAL_ADDRESS NTAPI MmGetPhysicalAddress(PVOID BaseAddress)
{
    PHYSICAL_ADDRESS Address;

    Address.QuadPart = IopPhysicalAddress(BaseAddress);
    if (Address.QuadPart < 0)
        Address.QuadPart = 0;
    return Address;
}

BOOLEAN NTAPI MmIsAddressValid(PVOID VirtualAddress)
{
    return IopPhysicalAddress(VirtualAddress) >= 0;
}

PVOID NTAPI MmAllocateNonCachedMemory(SIZE_T NumberOfBytes)
{
    return MiAllocatePages((ULONG)BYTES_TO_PAGES(NumberOfBytes), KI_PROTECT_READ | KI_PROTECT_WRITE);
}

VOID NTAPI MmFreeNonCachedMemory(PVOID BaseAddress, SIZE_T NumberOfBytes)
{
    MiFreePages(BaseAddress, (ULONG)BYTES_TO_PAGES(NumberOfBytes));
}

/* ------------------------------------------------------------------ extended lookaside lists */

static PVOID ExpAllocateLookasideEx(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag, PLOOKASIDE_LIST_EX Lookaside)
{
    UNREFERENCED_PARAMETER(Lookaside);
    return ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag);
}

static VOID ExpFreeLookasideEx(PVOID Buffer, PLOOKASIDE_LIST_EX Lookaside)
{
    UNREFERENCED_PARAMETER(Lookaside);
    ExFreePool(Buffer);
}

NTSTATUS NTAPI ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PALLOCATE_FUNCTION_EX Allocate, PFREE_FUNCTION_EX Free,
                                           POOL_TYPE PoolType, ULONG Flags, SIZE_T Size, ULONG Tag, USHORT Depth)
{
    UNREFERENCED_PARAMETER(Depth);
    if (Size == 0)
        return STATUS_INVALID_PARAMETER_6;
    RtlZeroMemory(Lookaside, sizeof(*Lookaside));
    InitializeSListHead(&Lookaside->L.ListHead);
    InitializeListHead(&Lookaside->L.ListEntry);
    Lookaside->L.Depth = 4;
    Lookaside->L.MaximumDepth = 256;
    Lookaside->L.Type = (POOL_TYPE)((ULONG)PoolType | (Flags & 1 ? POOL_RAISE_IF_ALLOCATION_FAILURE : 0));
    Lookaside->L.Tag = Tag;
    Lookaside->L.Size = (ULONG)(Size < sizeof(SLIST_ENTRY) ? sizeof(SLIST_ENTRY) : Size);
    Lookaside->L.AllocateEx = Allocate != NULL ? Allocate : ExpAllocateLookasideEx;
    Lookaside->L.FreeEx = Free != NULL ? Free : ExpFreeLookasideEx;
    return STATUS_SUCCESS;
}

VOID NTAPI ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
    PSLIST_ENTRY Entry;

    while ((Entry = ExpPopSList(&Lookaside->L.ListHead)) != NULL)
        Lookaside->L.FreeEx(Entry, Lookaside);
}

VOID NTAPI ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
    ExFlushLookasideListEx(Lookaside);
}

/* ------------------------------------------------------------------ GUIDs */

NTSTATUS NTAPI RtlStringFromGUID(const GUID *Guid, PUNICODE_STRING GuidString)
{
    SIZE_T Bytes = 39 * sizeof(WCHAR);

    GuidString->Buffer = RtlpAllocateString(Bytes);
    if (GuidString->Buffer == NULL)
        return STATUS_NO_MEMORY;
    GuidString->MaximumLength = (USHORT)Bytes;
    GuidString->Length = (USHORT)(Bytes - sizeof(WCHAR));
    _snwprintf(GuidString->Buffer, 39, L"{%08lx-%04hx-%04hx-%02x%02x-%02x%02x%02x%02x%02x%02x}", Guid->Data1, Guid->Data2, Guid->Data3,
               Guid->Data4[0], Guid->Data4[1], Guid->Data4[2], Guid->Data4[3], Guid->Data4[4], Guid->Data4[5], Guid->Data4[6], Guid->Data4[7]);
    return STATUS_SUCCESS;
}

/* The value of Count hexadecimal digits at Text; FALSE if there are other characters. */
static BOOLEAN IopHexDigits(PCWCH Text, ULONG Count, PULONG Value)
{
    *Value = 0;
    for (; Count != 0; Count--, Text++) {
        if (*Text > 0x7F || !isxdigit(*Text))
            return FALSE;
        *Value = *Value * 16 + (ULONG)(*Text <= L'9' ? *Text - L'0' : (*Text | 0x20) - L'a' + 10);
    }
    return TRUE;
}

/* Exactly {01234567-0123-0123-0123-0123456789ab}; *Guid is written only then. */
NTSTATUS NTAPI RtlGUIDFromString(PCUNICODE_STRING GuidString, GUID *Guid)
{
    static const UCHAR Places[8] = {20, 22, 25, 27, 29, 31, 33, 35};
    PCWCH Text = GuidString->Buffer;
    ULONG Part[3], Byte, i;
    GUID Result;

    if (GuidString->Length < 38 * sizeof(WCHAR) || Text[0] != L'{' || Text[9] != L'-' || Text[14] != L'-' || Text[19] != L'-' ||
        Text[24] != L'-' || Text[37] != L'}')
        return STATUS_INVALID_PARAMETER;
    if (!IopHexDigits(Text + 1, 8, &Part[0]) || !IopHexDigits(Text + 10, 4, &Part[1]) || !IopHexDigits(Text + 15, 4, &Part[2]))
        return STATUS_INVALID_PARAMETER;
    Result.Data1 = Part[0];
    Result.Data2 = (USHORT)Part[1];
    Result.Data3 = (USHORT)Part[2];
    for (i = 0; i < RTL_NUMBER_OF(Places); i++) {
        if (!IopHexDigits(Text + Places[i], 2, &Byte))
            return STATUS_INVALID_PARAMETER;
        Result.Data4[i] = (UCHAR)Byte;
    }
    *Guid = Result;
    return STATUS_SUCCESS;
}
