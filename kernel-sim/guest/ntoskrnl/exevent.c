/*
 * exevent.c: dispatcher objects with handles: events, semaphores, mutants, and waiting for handles. The objects are Ke's own structures in
 * the bodies of executive objects.
 */
#include "iop.h"

/* ------------------------------------------------------------------ creation and opening */

NTSTATUS ExpReturnHandle(PHANDLE Handle, PVOID Object, ACCESS_MASK Access, ULONG Attributes, NTSTATUS Status)
{
    HANDLE New;
    NTSTATUS Inserted = ObpInsertHandleEx(PsGetCurrentProcess(), Object, ObpMapAccess(OBP_HEADER(Object)->Type, Access), Attributes, &New);

    ObfDereferenceObject(Object);
    if (!NT_SUCCESS(Inserted))
        return Inserted;
    __try {
        *Handle = New;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return Status;
}

NTSTATUS ExpCreate(POBJECT_TYPE Type, SIZE_T Bytes, PHANDLE Handle, POBJECT_ATTRIBUTES ObjectAttributes, PULONG Attributes, PVOID *Object)
{
    KPROCESSOR_MODE Mode = ExGetPreviousMode();
    OBP_CAPTURED_ATTRIBUTES Captured;
    PVOID Root = NULL;
    NTSTATUS Status;

    if (Mode != KernelMode) {
        __try {
            ProbeForWrite(Handle, sizeof(HANDLE), sizeof(HANDLE));
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            return GetExceptionCode();
        }
    }
    Status = ObpCaptureAttributes(ObjectAttributes, Mode, &Captured);
    if (NT_SUCCESS(Status) && Captured.RootDirectory != NULL)
        Status = ObpReferenceByHandle(Captured.RootDirectory, 0, ObpDirectoryType, Mode, &Root, NULL);
    if (NT_SUCCESS(Status))
        Status = ObpCreateNamedObject(Type, Bytes, Root, &Captured.Name, Captured.Attributes, Object);
    *Attributes = Captured.Attributes;
    if (Root != NULL)
        ObfDereferenceObject(Root);
    ObpFreeName(&Captured.Name);
    return Status;
}

NTSTATUS ExpOpen(POBJECT_TYPE Type, PHANDLE Handle, ACCESS_MASK Access, POBJECT_ATTRIBUTES ObjectAttributes)
{
    KPROCESSOR_MODE Mode = ExGetPreviousMode();
    OBP_CAPTURED_ATTRIBUTES Captured;
    OBP_OPEN_CONTEXT Context;
    PVOID Object, Root = NULL;
    NTSTATUS Status;

    if (Mode != KernelMode) {
        __try {
            ProbeForWrite(Handle, sizeof(HANDLE), sizeof(HANDLE));
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            return GetExceptionCode();
        }
    }
    Status = ObpCaptureAttributes(ObjectAttributes, Mode, &Captured);
    if (NT_SUCCESS(Status) && Captured.RootDirectory != NULL)
        Status = ObpReferenceByHandle(Captured.RootDirectory, 0, ObpDirectoryType, Mode, &Root, NULL);
    if (NT_SUCCESS(Status)) {
        Context.DesiredAccess = Access;
        Context.Attributes = Captured.Attributes;
        Context.AccessMode = Mode;
        Context.ObjectType = Type;
        Context.ParseContext = NULL;
        Status = ObpLookupObjectName(Root, &Captured.Name, &Context, NULL, &Object);
    }
    if (Root != NULL)
        ObfDereferenceObject(Root);
    ObpFreeName(&Captured.Name);
    return NT_SUCCESS(Status) ? ExpReturnHandle(Handle, Object, Access, Captured.Attributes, STATUS_SUCCESS) : Status;
}

NTSTATUS NTAPI NtCreateEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, EVENT_TYPE EventType,
                             BOOLEAN InitialState)
{
    ULONG Attributes;
    PVOID Event;
    NTSTATUS Status;

    if (EventType != NotificationEvent && EventType != SynchronizationEvent)
        return STATUS_INVALID_PARAMETER;
    Status = ExpCreate(ObpEventType, sizeof(KEVENT), EventHandle, ObjectAttributes, &Attributes, &Event);
    if (!NT_SUCCESS(Status))
        return Status;
    if (Status == STATUS_SUCCESS)
        KeInitializeEvent(Event, EventType, InitialState);
    return ExpReturnHandle(EventHandle, Event, DesiredAccess, Attributes, Status);
}

NTSTATUS NTAPI NtOpenEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
    return ExpOpen(ObpEventType, EventHandle, DesiredAccess, ObjectAttributes);
}

NTSTATUS NTAPI NtCreateSemaphore(PHANDLE SemaphoreHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, LONG InitialCount,
                                 LONG MaximumCount)
{
    ULONG Attributes;
    PVOID Semaphore;
    NTSTATUS Status;

    if (MaximumCount <= 0 || InitialCount < 0 || InitialCount > MaximumCount)
        return STATUS_INVALID_PARAMETER;
    Status = ExpCreate(ObpSemaphoreType, sizeof(KSEMAPHORE), SemaphoreHandle, ObjectAttributes, &Attributes, &Semaphore);
    if (!NT_SUCCESS(Status))
        return Status;
    if (Status == STATUS_SUCCESS)
        KeInitializeSemaphore(Semaphore, InitialCount, MaximumCount);
    return ExpReturnHandle(SemaphoreHandle, Semaphore, DesiredAccess, Attributes, Status);
}

NTSTATUS NTAPI NtCreateMutant(PHANDLE MutantHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, BOOLEAN InitialOwner)
{
    ULONG Attributes;
    PVOID Mutant;
    NTSTATUS Status;

    Status = ExpCreate(ObpMutantType, sizeof(KMUTANT), MutantHandle, ObjectAttributes, &Attributes, &Mutant);
    if (!NT_SUCCESS(Status))
        return Status;
    if (Status == STATUS_SUCCESS)
        KeInitializeMutant(Mutant, InitialOwner);
    return ExpReturnHandle(MutantHandle, Mutant, DesiredAccess, Attributes, Status);
}

NTSTATUS NTAPI NtOpenSemaphore(PHANDLE SemaphoreHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
    return ExpOpen(ObpSemaphoreType, SemaphoreHandle, DesiredAccess, ObjectAttributes);
}

NTSTATUS NTAPI NtOpenMutant(PHANDLE MutantHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
    return ExpOpen(ObpMutantType, MutantHandle, DesiredAccess, ObjectAttributes);
}

/* ------------------------------------------------------------------ operations */

static NTSTATUS ExpReturnLong(PLONG Target, LONG Value)
{
    if (Target == NULL)
        return STATUS_SUCCESS;
    __try {
        if (ExGetPreviousMode() != KernelMode)
            ProbeForWrite(Target, sizeof(LONG), sizeof(LONG));
        *Target = Value;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

#define EXP_SET   0
#define EXP_RESET 1
#define EXP_PULSE 2

static NTSTATUS ExpChangeEvent(HANDLE Handle, PLONG PreviousState, ULONG Operation)
{
    PKEVENT Event;
    LONG Old;
    NTSTATUS Status = ObpReferenceByHandle(Handle, EVENT_MODIFY_STATE, ObpEventType, ExGetPreviousMode(), (PVOID *)&Event, NULL);

    if (!NT_SUCCESS(Status))
        return Status;
    if (Operation == EXP_SET)
        Old = KeSetEvent(Event, 1, FALSE);
    else if (Operation == EXP_RESET)
        Old = KeResetEvent(Event);
    else
        Old = KePulseEvent(Event, 1, FALSE);
    ObfDereferenceObject(Event);
    return ExpReturnLong(PreviousState, Old);
}

NTSTATUS NTAPI NtSetEvent(HANDLE EventHandle, PLONG PreviousState)
{
    return ExpChangeEvent(EventHandle, PreviousState, EXP_SET);
}

NTSTATUS NTAPI NtResetEvent(HANDLE EventHandle, PLONG PreviousState)
{
    return ExpChangeEvent(EventHandle, PreviousState, EXP_RESET);
}

NTSTATUS NTAPI NtClearEvent(HANDLE EventHandle)
{
    return ExpChangeEvent(EventHandle, NULL, EXP_RESET);
}

NTSTATUS NTAPI NtPulseEvent(HANDLE EventHandle, PLONG PreviousState)
{
    return ExpChangeEvent(EventHandle, PreviousState, EXP_PULSE);
}

NTSTATUS NTAPI NtReleaseSemaphore(HANDLE SemaphoreHandle, LONG ReleaseCount, PLONG PreviousCount)
{
    PKSEMAPHORE Semaphore;
    LONG Old = 0;
    NTSTATUS Status;

    if (ReleaseCount <= 0)
        return STATUS_INVALID_PARAMETER;
    Status = ObpReferenceByHandle(SemaphoreHandle, SEMAPHORE_MODIFY_STATE, ObpSemaphoreType, ExGetPreviousMode(), (PVOID *)&Semaphore, NULL);
    if (!NT_SUCCESS(Status))
        return Status;
    __try {
        Old = KeReleaseSemaphore(Semaphore, 1, ReleaseCount, FALSE);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
    }
    ObfDereferenceObject(Semaphore);
    return NT_SUCCESS(Status) ? ExpReturnLong(PreviousCount, Old) : Status;
}

NTSTATUS NTAPI NtReleaseMutant(HANDLE MutantHandle, PLONG PreviousCount)
{
    PKMUTANT Mutant;
    LONG Old = 0;
    NTSTATUS Status = ObpReferenceByHandle(MutantHandle, 0, ObpMutantType, ExGetPreviousMode(), (PVOID *)&Mutant, NULL);

    if (!NT_SUCCESS(Status))
        return Status;
    __try {
        Old = KeReleaseMutant(Mutant, 1, FALSE, FALSE);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
    }
    ObfDereferenceObject(Mutant);
    return NT_SUCCESS(Status) ? ExpReturnLong(PreviousCount, Old) : Status;
}

/* ------------------------------------------------------------------ waiting */

static NTSTATUS ExpCaptureTimeout(PLARGE_INTEGER *Timeout, PLARGE_INTEGER Local)
{
    if (*Timeout == NULL)
        return STATUS_SUCCESS;
    __try {
        if (ExGetPreviousMode() != KernelMode)
            ProbeForRead(*Timeout, sizeof(LARGE_INTEGER), sizeof(ULONG));
        *Local = **Timeout;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    *Timeout = Local;
    return STATUS_SUCCESS;
}

/* The dispatcher object that a handle's object is waited for by. */
static NTSTATUS ExpReferenceWaitable(HANDLE Handle, KPROCESSOR_MODE Mode, PVOID *Object, PVOID *Dispatcher)
{
    NTSTATUS Status = ObpReferenceByHandle(Handle, SYNCHRONIZE, NULL, Mode, Object, NULL);
    LONG Offset;

    if (!NT_SUCCESS(Status))
        return Status;
    Offset = OBP_HEADER(*Object)->Type->WaitOffset;
    if (Offset == OBP_NO_WAIT) {
        ObfDereferenceObject(*Object);
        return STATUS_OBJECT_TYPE_MISMATCH;
    }
    *Dispatcher = (PUCHAR)*Object + Offset;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI NtWaitForSingleObject(HANDLE Handle, BOOLEAN Alertable, PLARGE_INTEGER Timeout)
{
    KPROCESSOR_MODE Mode = ExGetPreviousMode();
    PVOID Object, Dispatcher;
    LARGE_INTEGER Local;
    NTSTATUS Status;

    Status = ExpCaptureTimeout(&Timeout, &Local);
    if (NT_SUCCESS(Status))
        Status = ExpReferenceWaitable(Handle, Mode, &Object, &Dispatcher);
    if (!NT_SUCCESS(Status))
        return Status;
    __try {
        Status = KeWaitForSingleObject(Dispatcher, UserRequest, Mode, Alertable, Timeout);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode(); /* a mutant's count ran over */
    }
    ObfDereferenceObject(Object);
    return Status;
}

NTSTATUS NTAPI NtWaitForMultipleObjects(ULONG Count, PHANDLE Handles, WAIT_TYPE WaitType, BOOLEAN Alertable, PLARGE_INTEGER Timeout)
{
    KPROCESSOR_MODE Mode = ExGetPreviousMode();
    HANDLE Captured[MAXIMUM_WAIT_OBJECTS];
    PVOID Objects[MAXIMUM_WAIT_OBJECTS], Dispatchers[MAXIMUM_WAIT_OBJECTS];
    PKWAIT_BLOCK Blocks = NULL;
    LARGE_INTEGER Local;
    ULONG i, Referenced = 0;
    NTSTATUS Status;

    if (Count == 0 || Count > MAXIMUM_WAIT_OBJECTS)
        return STATUS_INVALID_PARAMETER_1;
    if (WaitType != WaitAll && WaitType != WaitAny)
        return STATUS_INVALID_PARAMETER_3;
    Status = ExpCaptureTimeout(&Timeout, &Local);
    if (!NT_SUCCESS(Status))
        return Status;
    __try {
        if (Mode != KernelMode)
            ProbeForRead(Handles, Count * sizeof(HANDLE), sizeof(HANDLE));
        for (i = 0; i < Count; i++)
            Captured[i] = Handles[i];
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    if (Count > THREAD_WAIT_OBJECTS) {
        Blocks = ExAllocatePool2(POOL_FLAG_NON_PAGED, Count * sizeof(KWAIT_BLOCK), 'tiaW');
        if (Blocks == NULL)
            return STATUS_INSUFFICIENT_RESOURCES;
    }
    for (Referenced = 0; Referenced < Count; Referenced++) {
        Status = ExpReferenceWaitable(Captured[Referenced], Mode, &Objects[Referenced], &Dispatchers[Referenced]);
        if (!NT_SUCCESS(Status))
            break;
    }
    if (NT_SUCCESS(Status)) {
        __try {
            Status = KeWaitForMultipleObjects(Count, Dispatchers, WaitType, UserRequest, Mode, Alertable, Timeout, Blocks);
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            Status = GetExceptionCode();
        }
    }
    for (i = 0; i < Referenced; i++)
        ObfDereferenceObject(Objects[i]);
    if (Blocks != NULL)
        ExFreePool(Blocks);
    return Status;
}

/* ------------------------------------------------------------------ for drivers */

KI_ZW(CreateEvent,
      (PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, EVENT_TYPE EventType, BOOLEAN InitialState),
      (EventHandle, DesiredAccess, ObjectAttributes, EventType, InitialState))
KI_ZW(OpenEvent, (PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes),
      (EventHandle, DesiredAccess, ObjectAttributes))
KI_ZW(SetEvent, (HANDLE EventHandle, PLONG PreviousState), (EventHandle, PreviousState))
KI_ZW(ResetEvent, (HANDLE EventHandle, PLONG PreviousState), (EventHandle, PreviousState))
KI_ZW(ClearEvent, (HANDLE EventHandle), (EventHandle))
KI_ZW(WaitForSingleObject, (HANDLE Handle, BOOLEAN Alertable, PLARGE_INTEGER Timeout), (Handle, Alertable, Timeout))
KI_ZW(WaitForMultipleObjects, (ULONG Count, PHANDLE Handles, WAIT_TYPE WaitType, BOOLEAN Alertable, PLARGE_INTEGER Timeout),
      (Count, Handles, WaitType, Alertable, Timeout))

static PKEVENT ExpNamedEvent(PUNICODE_STRING EventName, PHANDLE EventHandle, EVENT_TYPE Type)
{
    OBJECT_ATTRIBUTES Attributes;
    PKEVENT Event;

    InitializeObjectAttributes(&Attributes, EventName, OBJ_OPENIF | OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL, NULL);
    if (!NT_SUCCESS(ZwCreateEvent(EventHandle, EVENT_ALL_ACCESS, &Attributes, Type, TRUE)))
        return NULL;
    if (!NT_SUCCESS(ObpReferenceByHandle(*EventHandle, 0, ObpEventType, KernelMode, (PVOID *)&Event, NULL)))
        return NULL;
    /* The handle keeps it alive. */
    ObfDereferenceObject(Event);
    return Event;
}

PKEVENT NTAPI IoCreateNotificationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle)
{
    return ExpNamedEvent(EventName, EventHandle, NotificationEvent);
}

PKEVENT NTAPI IoCreateSynchronizationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle)
{
    return ExpNamedEvent(EventName, EventHandle, SynchronizationEvent);
}
