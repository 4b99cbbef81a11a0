/*
 * obobject.c: birth, references and death of objects. An object lives while PointerCount > 0; each handle and the namespace hold one
 * reference each. The last step of dereferencing runs the type's delete procedure at PASSIVE_LEVEL: if the last reference goes above that,
 * or by ObDereferenceObjectDeferDelete, a worker thread takes it over.
 */
#include "obp.h"
#include "ki.h"

static POBJECT_HEADER ObpDeferredList; /* pushed and emptied by interlocked operations */
static WORK_QUEUE_ITEM ObpDeferredItem;

static NTSTATUS ObpAllocateObject(POBJECT_TYPE Type, SIZE_T BodyBytes, PVOID *Body)
{
    POBJECT_HEADER Header;

    *Body = NULL;
    Header = ExAllocatePool2(POOL_FLAG_NON_PAGED, OBP_HEADER_BYTES + BodyBytes, Type != NULL ? Type->PoolTag : 'TjbO');
    if (Header == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    Header->PointerCount = 1;
    Header->Type = Type;
    Header->Signature = OBP_SIGNATURE;
    if (Type != NULL)
        InterlockedIncrement(&Type->TotalObjects);
    *Body = OBP_BODY(Header);
    return STATUS_SUCCESS;
}

NTSTATUS ObpCreateObject(POBJECT_TYPE Type, SIZE_T BodyBytes, PVOID *Body)
{
    NTSTATUS Status = ObpAllocateObject(Type, BodyBytes, Body);

    if (NT_SUCCESS(Status) && Type != NULL)
        ObpTraceCreate(*Body);
    return Status;
}

NTSTATUS ObpCreateNamedObject(POBJECT_TYPE Type, SIZE_T BodyBytes, PVOID Root, PUNICODE_STRING Name, ULONG Attributes, PVOID *Body)
{
    OBP_OPEN_CONTEXT Context;
    NTSTATUS Status;
    PVOID New, Found;

    *Body = NULL;
    if (Name == NULL || Name->Length == 0)
        return ObpCreateObject(Type, BodyBytes, Body);
    Status = ObpAllocateObject(Type, BodyBytes, &New);
    if (!NT_SUCCESS(Status))
        return Status;
    if (Attributes & OBJ_PERMANENT)
        OBP_HEADER(New)->Flags |= OBP_FLAG_PERMANENT;
    Context.DesiredAccess = 0;
    Context.Attributes = Attributes;
    Context.AccessMode = KernelMode;
    Context.ObjectType = Type;
    Context.ParseContext = NULL;
    Status = ObpLookupObjectName(Root, Name, &Context, New, &Found);
    if (Status == STATUS_SUCCESS) {
        ObpTraceCreate(New);
        *Body = New;
        return STATUS_SUCCESS;
    }
    InterlockedDecrement(&Type->TotalObjects);
    OBP_HEADER(New)->Signature = OBP_SIGNATURE_DELETED;
    ExFreePool(OBP_HEADER(New));
    if (Status == STATUS_OBJECT_NAME_EXISTS)
        *Body = Found;
    return Status;
}

/* ------------------------------------------------------------------ references */

LONG_PTR FASTCALL ObfReferenceObject(PVOID Object)
{
    return (LONG_PTR)ObpAdjustPointerCount(Object, 1);
}

LONG_PTR FASTCALL ObfReferenceObjectWithTag(PVOID Object, ULONG Tag)
{
    UNREFERENCED_PARAMETER(Tag);
    return ObfReferenceObject(Object);
}

static VOID ObpDeferDelete(POBJECT_HEADER Header)
{
    POBJECT_HEADER First;

    do {
        First = ObpDeferredList;
        Header->NextToDelete = First;
    } while (InterlockedCompareExchangePointer((PVOID volatile *)&ObpDeferredList, Header, First) != First);
    /* Whoever makes the list non-empty queues the worker; it takes the whole list. */
    if (First == NULL)
        ExQueueWorkItem(&ObpDeferredItem, DelayedWorkQueue);
}

VOID ObpProcessDeferredDeletes(PVOID Unused)
{
    POBJECT_HEADER Header, Next;

    UNREFERENCED_PARAMETER(Unused);
    Header = InterlockedExchangePointer((PVOID volatile *)&ObpDeferredList, NULL);
    while (Header != NULL) {
        Next = Header->NextToDelete;
        ObpRemoveObject(OBP_BODY(Header));
        Header = Next;
    }
}

VOID ObpInitializeDeferredDeletes(VOID)
{
    ExInitializeWorkItem(&ObpDeferredItem, ObpProcessDeferredDeletes, NULL);
}

static LONG_PTR ObpDereference(PVOID Object, BOOLEAN Defer)
{
    POBJECT_HEADER Header = OBP_HEADER(Object);
    POBJECT_TYPE Type = Header->Type;
    LONGLONG Count = ObpAdjustPointerCount(Object, -1);

    if (Count > 0)
        return (LONG_PTR)Count;
    if (Count < 0 || Header->Signature != OBP_SIGNATURE)
        KeBugCheckEx(REFERENCE_BY_POINTER, (ULONG_PTR)Type, (ULONG_PTR)Object, (ULONG_PTR)Header->Signature, (ULONG_PTR)Count);
    if (Defer || KeGetCurrentIrql() != PASSIVE_LEVEL)
        ObpDeferDelete(Header);
    else
        ObpRemoveObject(Object);
    return 0;
}

LONG_PTR FASTCALL ObfDereferenceObject(PVOID Object)
{
    return ObpDereference(Object, FALSE);
}

LONG_PTR FASTCALL ObfDereferenceObjectWithTag(PVOID Object, ULONG Tag)
{
    UNREFERENCED_PARAMETER(Tag);
    return ObpDereference(Object, FALSE);
}

VOID NTAPI ObDereferenceObjectDeferDelete(PVOID Object)
{
    ObpDereference(Object, TRUE);
}

VOID NTAPI ObDereferenceObjectDeferDeleteWithTag(PVOID Object, ULONG Tag)
{
    UNREFERENCED_PARAMETER(Tag);
    ObpDereference(Object, TRUE);
}

/* Runs the delete procedure and gives the memory back. */
VOID ObpRemoveObject(PVOID Object)
{
    POBJECT_HEADER Header = OBP_HEADER(Object);
    POBJECT_TYPE Type = Header->Type;

    Header->Flags |= OBP_FLAG_DELETING;
    ObpTraceDelete(Object);
    if (Type->DeleteProcedure != NULL)
        Type->DeleteProcedure(Object);
    InterlockedDecrement(&Type->TotalObjects);
    if (Header->NameInfo != NULL) {
        ObpFreeName(&Header->NameInfo->Name);
        ExFreePoolWithTag(Header->NameInfo, EXP_TAG_NAME);
        Header->NameInfo = NULL;
    }
    Header->Signature = OBP_SIGNATURE_DELETED;
    ExFreePool(Header);
}

VOID NTAPI ObMakeTemporaryObject(PVOID Object)
{
    POBJECT_HEADER Header = OBP_HEADER(Object);

    Header->Flags &= ~OBP_FLAG_PERMANENT;
    if (Header->HandleCount == 0)
        ObpDeleteName(Object);
}

NTSTATUS NTAPI ObReferenceObjectByPointer(PVOID Object, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode)
{
    UNREFERENCED_PARAMETER(DesiredAccess);
    if (OBP_HEADER(Object)->Type != ObjectType && (AccessMode != KernelMode || ObjectType == ObpSymbolicLinkType))
        return STATUS_OBJECT_TYPE_MISMATCH;
    ObfReferenceObject(Object);
    return STATUS_SUCCESS;
}
