/*
 * obname.c: the namespace: hashed directories, symbolic links, the walk from a path to an object. Case does not matter (as on Windows,
 * whose registry setting ObCaseInsensitive is on by default). One fast mutex guards all directories; it is never held while a parse
 * procedure runs.
 */
#include "obp.h"
#include "ki.h"

#define OBP_TAG_ENTRY 'iDbO'

static FAST_MUTEX ObpNamespaceMutex;
POBJECT_DIRECTORY ObpRootDirectory;

VOID ObpInitializeNamespaceLock(VOID)
{
    ExInitializeFastMutex(&ObpNamespaceMutex);
}

VOID ObpLockNamespace(VOID)
{
    ExAcquireFastMutex(&ObpNamespaceMutex);
}

VOID ObpUnlockNamespace(VOID)
{
    ExReleaseFastMutex(&ObpNamespaceMutex);
}

/* ------------------------------------------------------------------ strings */

NTSTATUS ObpCaptureName(PUNICODE_STRING Captured, PUNICODE_STRING Source, KPROCESSOR_MODE Mode)
{
    UNICODE_STRING Name;
    NTSTATUS Status = STATUS_SUCCESS;

    Captured->Length = 0;
    Captured->MaximumLength = 0;
    Captured->Buffer = NULL;
    __try {
        if (Mode != KernelMode)
            ProbeForRead(Source, sizeof(UNICODE_STRING), sizeof(WCHAR));
        Name = *Source;
        if (Name.Length & 1)
            return STATUS_OBJECT_NAME_INVALID;
        if (Mode != KernelMode)
            ProbeForRead(Name.Buffer, Name.Length, sizeof(WCHAR));
        Captured->Buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, (SIZE_T)Name.Length + sizeof(WCHAR), EXP_TAG_NAME);
        if (Captured->Buffer == NULL)
            return STATUS_INSUFFICIENT_RESOURCES;
        RtlCopyMemory(Captured->Buffer, Name.Buffer, Name.Length);
        Captured->Buffer[Name.Length / sizeof(WCHAR)] = 0;
        Captured->Length = Name.Length;
        Captured->MaximumLength = Name.Length + sizeof(WCHAR);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
        ObpFreeName(Captured);
    }
    return Status;
}

VOID ObpFreeName(PUNICODE_STRING Name)
{
    if (Name->Buffer != NULL)
        ExFreePoolWithTag(Name->Buffer, EXP_TAG_NAME);
    Name->Buffer = NULL;
    Name->Length = 0;
    Name->MaximumLength = 0;
}

NTSTATUS ObpCaptureAttributes(POBJECT_ATTRIBUTES Attributes, KPROCESSOR_MODE Mode, POBP_CAPTURED_ATTRIBUTES Captured)
{
    NTSTATUS Status = STATUS_SUCCESS;
    PUNICODE_STRING Name;

    RtlZeroMemory(Captured, sizeof(*Captured));
    if (Attributes == NULL)
        return STATUS_SUCCESS;
    __try {
        if (Mode != KernelMode)
            ProbeForRead(Attributes, sizeof(OBJECT_ATTRIBUTES), sizeof(PVOID));
        if (Attributes->Length != sizeof(OBJECT_ATTRIBUTES))
            return STATUS_INVALID_PARAMETER;
        Captured->RootDirectory = Attributes->RootDirectory;
        Captured->Attributes = Attributes->Attributes;
        Name = Attributes->ObjectName;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    /* A program cannot ask for a kernel handle. */
    if (Mode != KernelMode)
        Captured->Attributes &= ~OBJ_KERNEL_HANDLE;
    if (Name != NULL)
        Status = ObpCaptureName(&Captured->Name, Name, Mode);
    return Status;
}

/* ------------------------------------------------------------------ directories */

static ULONG ObpHashName(PUNICODE_STRING Name)
{
    ULONG Hash = 0;
    USHORT i;

    for (i = 0; i < Name->Length / sizeof(WCHAR); i++)
        Hash = Hash * 31 + RtlUpcaseUnicodeChar(Name->Buffer[i]);
    return Hash;
}

/* The link that points to the entry of Name, or to NULL at the end of its chain. The namespace is locked. */
static POBJECT_DIRECTORY_ENTRY *ObpFindEntry(POBJECT_DIRECTORY Directory, PUNICODE_STRING Name, ULONG Hash)
{
    POBJECT_DIRECTORY_ENTRY *Link = &Directory->HashBuckets[Hash % OBP_DIRECTORY_BUCKETS];
    POBJECT_HEADER_NAME NameInfo;

    while (*Link != NULL) {
        if ((*Link)->HashValue == Hash) {
            NameInfo = OBP_HEADER((*Link)->Object)->NameInfo;
            if (NameInfo != NULL && RtlEqualUnicodeString(&NameInfo->Name, Name, TRUE))
                break;
        }
        Link = &(*Link)->ChainLink;
    }
    return Link;
}

/* Puts Object under Name; the namespace is locked and has no such name. */
static NTSTATUS ObpInsertEntry(POBJECT_DIRECTORY Directory, PUNICODE_STRING Name, PVOID Object)
{
    POBJECT_HEADER_NAME NameInfo;
    POBJECT_DIRECTORY_ENTRY Entry;
    NTSTATUS Status;
    ULONG Hash = ObpHashName(Name);

    NameInfo = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(OBJECT_HEADER_NAME), EXP_TAG_NAME);
    Entry = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(OBJECT_DIRECTORY_ENTRY), OBP_TAG_ENTRY);
    Status = NameInfo == NULL || Entry == NULL ? STATUS_INSUFFICIENT_RESOURCES : ObpCaptureName(&NameInfo->Name, Name, KernelMode);
    if (!NT_SUCCESS(Status)) {
        if (NameInfo != NULL)
            ExFreePoolWithTag(NameInfo, EXP_TAG_NAME);
        if (Entry != NULL)
            ExFreePoolWithTag(Entry, OBP_TAG_ENTRY);
        return Status;
    }
    ObfReferenceObject(Directory);
    ObfReferenceObject(Object);
    NameInfo->Directory = Directory;
    OBP_HEADER(Object)->NameInfo = NameInfo;
    Entry->Object = Object;
    Entry->HashValue = Hash;
    Entry->ChainLink = Directory->HashBuckets[Hash % OBP_DIRECTORY_BUCKETS];
    Directory->HashBuckets[Hash % OBP_DIRECTORY_BUCKETS] = Entry;
    return STATUS_SUCCESS;
}

VOID ObpDeleteName(PVOID Object)
{
    POBJECT_HEADER_NAME NameInfo = OBP_HEADER(Object)->NameInfo;
    POBJECT_DIRECTORY Directory = NULL;
    POBJECT_DIRECTORY_ENTRY *Link, Entry = NULL;

    if (NameInfo == NULL)
        return;
    ObpLockNamespace();
    if (NameInfo->Directory != NULL) {
        Directory = NameInfo->Directory;
        Link = ObpFindEntry(Directory, &NameInfo->Name, ObpHashName(&NameInfo->Name));
        Entry = *Link;
        if (Entry != NULL && Entry->Object == Object) {
            *Link = Entry->ChainLink;
            NameInfo->Directory = NULL;
        } else
            Entry = NULL;
    }
    ObpUnlockNamespace();
    if (Entry == NULL)
        return;
    ExFreePoolWithTag(Entry, OBP_TAG_ENTRY);
    ObfDereferenceObject(Directory);
    ObfDereferenceObject(Object);
}

/* ------------------------------------------------------------------ the walk */

/* Takes the first component off Path (which does not start with '\'); what is left starts with '\' or is empty. */
static VOID ObpSplitComponent(PUNICODE_STRING Path, PUNICODE_STRING Component)
{
    USHORT Count = 0;

    while (Count < Path->Length / sizeof(WCHAR) && Path->Buffer[Count] != L'\\')
        Count++;
    Component->Buffer = Path->Buffer;
    Component->Length = Count * sizeof(WCHAR);
    Component->MaximumLength = Component->Length;
    Path->Buffer += Count;
    Path->Length -= Component->Length;
    Path->MaximumLength = Path->Length;
}

/* Target + Rest in fresh pool. */
static NTSTATUS ObpJoinPath(PUNICODE_STRING Joined, PUNICODE_STRING Target, PUNICODE_STRING Rest)
{
    ULONG Length = (ULONG)Target->Length + Rest->Length;

    if (Length > 0xFFFC)
        return STATUS_NAME_TOO_LONG;
    Joined->Buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, Length + sizeof(WCHAR), EXP_TAG_NAME);
    if (Joined->Buffer == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    RtlCopyMemory(Joined->Buffer, Target->Buffer, Target->Length);
    RtlCopyMemory((PUCHAR)Joined->Buffer + Target->Length, Rest->Buffer, Rest->Length);
    Joined->Buffer[Length / sizeof(WCHAR)] = 0;
    Joined->Length = (USHORT)Length;
    Joined->MaximumLength = (USHORT)(Length + sizeof(WCHAR));
    return STATUS_SUCCESS;
}

/* What to do with an object that stands at the end of the path. Takes over the reference on Found. */
static NTSTATUS ObpFinishLookup(PVOID Found, POBP_OPEN_CONTEXT Context, PVOID Insert, PVOID *Object)
{
    POBJECT_TYPE Type = OBP_HEADER(Found)->Type;
    NTSTATUS Status = STATUS_SUCCESS;

    if (Context->ObjectType != NULL && Type != Context->ObjectType)
        Status = Insert != NULL && (Context->Attributes & OBJ_OPENIF) == 0 ? STATUS_OBJECT_NAME_COLLISION : STATUS_OBJECT_TYPE_MISMATCH;
    else if (Insert != NULL)
        Status = Context->Attributes & OBJ_OPENIF ? STATUS_OBJECT_NAME_EXISTS : STATUS_OBJECT_NAME_COLLISION;
    if (NT_SUCCESS(Status))
        *Object = Found;
    else
        ObfDereferenceObject(Found);
    return Status;
}

/* One pass without links. On STATUS_REPARSE *Reparse is the path to go on with. */
static NTSTATUS ObpWalk(PVOID Start, PUNICODE_STRING CompleteName, UNICODE_STRING Path, POBP_OPEN_CONTEXT Context, PVOID Insert,
                        PVOID *Object, PUNICODE_STRING Reparse)
{
    PVOID Current = Start, Next;
    UNICODE_STRING Component;
    POBJECT_TYPE Type;
    NTSTATUS Status;
    POBJECT_DIRECTORY_ENTRY Entry;

    ObfReferenceObject(Current);
    for (;;) {
        Type = OBP_HEADER(Current)->Type;
        if (Type == ObpSymbolicLinkType &&
            !(Path.Length == 0 && (Context->ObjectType == ObpSymbolicLinkType || (Context->Attributes & OBJ_OPENLINK)))) {
            Status = ObpJoinPath(Reparse, &((POBJECT_SYMBOLIC_LINK)Current)->LinkTarget, &Path);
            ObfDereferenceObject(Current);
            return NT_SUCCESS(Status) ? STATUS_REPARSE : Status;
        }
        if (Type->ParseProcedure != NULL && Insert == NULL) {
            Status = Type->ParseProcedure(Current, CompleteName, &Path, Context, Object);
            ObfDereferenceObject(Current);
            return Status;
        }
        if (Path.Length == 0)
            return ObpFinishLookup(Current, Context, Insert, Object);
        if (Type != ObpDirectoryType) {
            ObfDereferenceObject(Current);
            return STATUS_OBJECT_PATH_NOT_FOUND;
        }
        if (Path.Buffer[0] == L'\\') {
            Path.Buffer++;
            Path.Length -= sizeof(WCHAR);
            Path.MaximumLength = Path.Length;
            if (Path.Length == 0) /* a trailing '\' behind a directory names the directory */
                return ObpFinishLookup(Current, Context, Insert, Object);
        }
        ObpSplitComponent(&Path, &Component);
        if (Component.Length == 0) {
            ObfDereferenceObject(Current);
            return STATUS_OBJECT_NAME_INVALID;
        }

        Next = NULL;
        Status = STATUS_SUCCESS;
        ObpLockNamespace();
        Entry = *ObpFindEntry(Current, &Component, ObpHashName(&Component));
        if (Entry != NULL) {
            Next = Entry->Object;
            ObfReferenceObject(Next);
        } else if (Path.Length != 0)
            Status = STATUS_OBJECT_PATH_NOT_FOUND;
        else if (Insert != NULL)
            Status = ObpInsertEntry(Current, &Component, Insert);
        else
            Status = STATUS_OBJECT_NAME_NOT_FOUND;
        ObpUnlockNamespace();
        ObfDereferenceObject(Current);
        if (Next == NULL) {
            if (NT_SUCCESS(Status))
                *Object = Insert;
            return Status;
        }
        Current = Next;
    }
}

NTSTATUS ObpLookupObjectName(PVOID Root, PUNICODE_STRING Name, POBP_OPEN_CONTEXT Context, PVOID Insert, PVOID *Object)
{
    UNICODE_STRING Path = *Name, Owned = {0, 0, NULL}, Reparse = {0, 0, NULL};
    NTSTATUS Status;
    ULONG Turns;

    *Object = NULL;
    if (Root == NULL) {
        if (Path.Length == 0 || Path.Buffer[0] != L'\\')
            return STATUS_OBJECT_PATH_SYNTAX_BAD;
        Root = ObpRootDirectory;
    } else if (Path.Length != 0 && Path.Buffer[0] == L'\\' && OBP_HEADER(Root)->Type == ObpDirectoryType)
        return STATUS_OBJECT_PATH_SYNTAX_BAD;

    for (Turns = 0; Turns < OBP_MAX_REPARSE; Turns++) {
        Status = ObpWalk(Root, &Path, Path, Context, Insert, Object, &Reparse);
        ObpFreeName(&Owned);
        if (Status != STATUS_REPARSE)
            return Status;
        Root = ObpRootDirectory;
        Owned = Reparse;
        Path = Reparse;
        if (Path.Length == 0 || Path.Buffer[0] != L'\\') {
            ObpFreeName(&Owned);
            return STATUS_OBJECT_NAME_INVALID;
        }
    }
    ObpFreeName(&Owned);
    return STATUS_OBJECT_NAME_NOT_FOUND;
}

/* ------------------------------------------------------------------ directories and links as objects */

NTSTATUS ObpCreateDirectory(PCWSTR Path)
{
    UNICODE_STRING Name;
    PVOID Directory;
    NTSTATUS Status;

    RtlInitUnicodeString(&Name, Path);
    Status = ObpCreateNamedObject(ObpDirectoryType, sizeof(OBJECT_DIRECTORY), NULL, &Name, OBJ_PERMANENT, &Directory);
    if (NT_SUCCESS(Status))
        ObfDereferenceObject(Directory);
    return Status;
}

NTSTATUS ObpCreateSymbolicLink(PUNICODE_STRING Name, PUNICODE_STRING Target)
{
    POBJECT_SYMBOLIC_LINK Link;
    UNICODE_STRING Copy;
    NTSTATUS Status;

    Status = ObpCaptureName(&Copy, Target, KernelMode);
    if (!NT_SUCCESS(Status))
        return Status;
    /* The link is reachable as soon as it is named: until its target is set, it leads to nothing. */
    Status = ObpCreateNamedObject(ObpSymbolicLinkType, sizeof(OBJECT_SYMBOLIC_LINK), NULL, Name, OBJ_PERMANENT, (PVOID *)&Link);
    if (!NT_SUCCESS(Status)) {
        ObpFreeName(&Copy);
        return Status;
    }
    KeQuerySystemTime(&Link->CreationTime);
    ObpLockNamespace();
    Link->LinkTarget = Copy;
    ObpUnlockNamespace();
    ObpTraceLink(Name, Target, TRUE);
    ObfDereferenceObject(Link);
    return STATUS_SUCCESS;
}

NTSTATUS ObpDeleteSymbolicLink(PUNICODE_STRING Name)
{
    OBP_OPEN_CONTEXT Context;
    PVOID Link;
    NTSTATUS Status;

    RtlZeroMemory(&Context, sizeof(Context));
    Context.ObjectType = ObpSymbolicLinkType;
    Context.AccessMode = KernelMode;
    Status = ObpLookupObjectName(NULL, Name, &Context, NULL, &Link);
    if (!NT_SUCCESS(Status))
        return Status;
    ObpTraceLink(Name, &((POBJECT_SYMBOLIC_LINK)Link)->LinkTarget, FALSE);
    ObMakeTemporaryObject(Link);
    ObfDereferenceObject(Link);
    return STATUS_SUCCESS;
}

VOID ObpDeleteSymbolicLinkObject(PVOID Object)
{
    ObpFreeName(&((POBJECT_SYMBOLIC_LINK)Object)->LinkTarget);
}
