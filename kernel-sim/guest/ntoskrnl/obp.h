/*
 * obp.h: object manager: headers, types, directories, symbolic links, handle tables. Private to ntoskrnl.
 * Layouts are this kernel's own; the counts mean what the documentation says: each handle also holds one pointer reference.
 */
#pragma once

#include "exp.h"

struct _EPROCESS;

/* Not for drivers, so not in the public headers. */
#define DUPLICATE_CLOSE_SOURCE 0x00000001
#define DUPLICATE_SAME_ACCESS  0x00000002

/* ------------------------------------------------------------------ objects */

typedef struct _OBJECT_HEADER_NAME {
    struct _OBJECT_DIRECTORY *Directory; /* holds a reference on it; NULL once the name is taken away */
    UNICODE_STRING Name;                 /* last component */
} OBJECT_HEADER_NAME, *POBJECT_HEADER_NAME;

typedef struct _OBJECT_HEADER {
    LONGLONG PointerCount;
    LONGLONG HandleCount;
    struct _OBJECT_TYPE *Type;
    POBJECT_HEADER_NAME NameInfo; /* NULL: no name */
    ULONG Signature;              /* OBP_SIGNATURE, OBP_SIGNATURE_DELETED */
    ULONG Flags;                  /* OBP_FLAG_* */
    struct _OBJECT_HEADER *NextToDelete;
    /* the body follows, 16-byte aligned */
} OBJECT_HEADER, *POBJECT_HEADER;

#define OBP_SIGNATURE         0x4A624F48 /* "HObJ" */
#define OBP_SIGNATURE_DELETED 0x64624F48
#define OBP_HEADER_BYTES      0x30
#define OBP_FLAG_PERMANENT    0x10
#define OBP_FLAG_KERNEL       0x02
#define OBP_FLAG_DELETING     0x80

#define OBP_HEADER(Object) ((POBJECT_HEADER)((PUCHAR)(Object) - OBP_HEADER_BYTES))
#define OBP_BODY(Header)   ((PVOID)((PUCHAR)(Header) + OBP_HEADER_BYTES))

/* ------------------------------------------------------------------ types */

/* Process: whose handle goes. HandleCount: handles that were open on the object before this one was closed. */
typedef VOID OBP_CLOSE_PROCEDURE(struct _EPROCESS *Process, PVOID Object, ACCESS_MASK GrantedAccess, LONGLONG HandleCount);
/* The last reference went; at PASSIVE_LEVEL. */
typedef VOID OBP_DELETE_PROCEDURE(PVOID Object);
/* A name goes on behind this object: Remaining (starts with '\', or empty) is the object's own affair. Returns a referenced object. */
typedef struct _OBP_OPEN_CONTEXT OBP_OPEN_CONTEXT, *POBP_OPEN_CONTEXT;
typedef NTSTATUS OBP_PARSE_PROCEDURE(PVOID ParseObject, PUNICODE_STRING CompleteName, PUNICODE_STRING Remaining,
                                     POBP_OPEN_CONTEXT Context, PVOID *Object);

typedef struct _OBJECT_TYPE {
    UNICODE_STRING Name;
    ULONG Index;
    LONG WaitOffset; /* of the DISPATCHER_HEADER in the body; OBP_NO_WAIT: handles of this type cannot be waited for */
    ULONG PoolTag;
    ACCESS_MASK ValidAccess;
    GENERIC_MAPPING Mapping;
    LONG TotalObjects;
    LONG TotalHandles;
    OBP_CLOSE_PROCEDURE *CloseProcedure;
    OBP_DELETE_PROCEDURE *DeleteProcedure;
    OBP_PARSE_PROCEDURE *ParseProcedure;
} OBJECT_TYPE;

#define OBP_NO_WAIT (-1)

extern POBJECT_TYPE ObpTypeType, ObpDirectoryType, ObpSymbolicLinkType;
extern POBJECT_TYPE ObpProcessType, ObpThreadType, ObpEventType, ObpSemaphoreType, ObpMutantType, ObpTimerType;
extern POBJECT_TYPE ObpFileType, ObpDriverType, ObpDeviceType;

POBJECT_TYPE ObpCreateType(PCWSTR Name, ULONG PoolTag, LONG WaitOffset, ACCESS_MASK SpecificAccess, const GENERIC_MAPPING *Mapping);

/* ------------------------------------------------------------------ namespace */

#define OBP_DIRECTORY_BUCKETS 37
#define OBP_MAX_REPARSE       32

typedef struct _OBJECT_DIRECTORY_ENTRY {
    struct _OBJECT_DIRECTORY_ENTRY *ChainLink;
    PVOID Object;
    ULONG HashValue;
} OBJECT_DIRECTORY_ENTRY, *POBJECT_DIRECTORY_ENTRY;

typedef struct _OBJECT_DIRECTORY {
    POBJECT_DIRECTORY_ENTRY HashBuckets[OBP_DIRECTORY_BUCKETS];
} OBJECT_DIRECTORY, *POBJECT_DIRECTORY;

typedef struct _OBJECT_SYMBOLIC_LINK {
    LARGE_INTEGER CreationTime;
    UNICODE_STRING LinkTarget;
} OBJECT_SYMBOLIC_LINK, *POBJECT_SYMBOLIC_LINK;

extern POBJECT_DIRECTORY ObpRootDirectory;

/* What an open asks for; IopParseDevice finds the create parameters in ParseContext (a POPEN_PACKET), NULL if the caller is no file open. */
struct _OBP_OPEN_CONTEXT {
    ACCESS_MASK DesiredAccess;
    ULONG Attributes;
    KPROCESSOR_MODE AccessMode;
    POBJECT_TYPE ObjectType; /* NULL: any */
    PVOID ParseContext;
};

/* Walks Name from the root (or Root), follows links, calls parse procedures. On success *Object is referenced. With Insert: the
 * object is put where the last component is missing; a name that exists gives STATUS_OBJECT_NAME_COLLISION, or with OBJ_OPENIF
 * STATUS_OBJECT_NAME_EXISTS and the object that is there. */
NTSTATUS ObpLookupObjectName(PVOID Root, PUNICODE_STRING Name, POBP_OPEN_CONTEXT Context, PVOID Insert, PVOID *Object);
/* Makes Name inaccessible; the object lives on as long as it is referenced. */
VOID ObpDeleteName(PVOID Object);
VOID ObpLockNamespace(VOID);
VOID ObpUnlockNamespace(VOID);
NTSTATUS ObpCaptureName(PUNICODE_STRING Captured, PUNICODE_STRING Source, KPROCESSOR_MODE Mode);
VOID ObpFreeName(PUNICODE_STRING Name);

typedef struct _OBP_CAPTURED_ATTRIBUTES {
    UNICODE_STRING Name; /* in pool; Buffer NULL: no name */
    HANDLE RootDirectory;
    ULONG Attributes;
} OBP_CAPTURED_ATTRIBUTES, *POBP_CAPTURED_ATTRIBUTES;

NTSTATUS ObpCaptureAttributes(POBJECT_ATTRIBUTES Attributes, KPROCESSOR_MODE Mode, POBP_CAPTURED_ATTRIBUTES Captured);

NTSTATUS ObpCreateDirectory(PCWSTR Path);
NTSTATUS ObpCreateSymbolicLink(PUNICODE_STRING Name, PUNICODE_STRING Target);
NTSTATUS ObpDeleteSymbolicLink(PUNICODE_STRING Name);

/* ------------------------------------------------------------------ life */

/* A new object with one pointer reference, the caller's; the body is zeroed. */
NTSTATUS ObpCreateObject(POBJECT_TYPE Type, SIZE_T BodyBytes, PVOID *Body);
/* The same under a name, which the namespace keeps until the last handle goes, or with OBJ_PERMANENT until ObMakeTemporaryObject.
 * With OBJ_OPENIF: STATUS_OBJECT_NAME_EXISTS and the object that has the name already. */
NTSTATUS ObpCreateNamedObject(POBJECT_TYPE Type, SIZE_T BodyBytes, PVOID Root, PUNICODE_STRING Name, ULONG Attributes, PVOID *Body);
NTSTATUS ObInitSystem(VOID);
VOID ObpInitializeNamespaceLock(VOID);
VOID ObpInitializeDeferredDeletes(VOID);
VOID ObpDeleteSymbolicLinkObject(PVOID Object);
/* Generic rights and MAXIMUM_ALLOWED as the type's own. */
ACCESS_MASK ObpMapAccess(POBJECT_TYPE Type, ACCESS_MASK Access);
VOID NTAPI ObMakeTemporaryObject(PVOID Object);
VOID NTAPI RtlMapGenericMask(PACCESS_MASK AccessMask, const GENERIC_MAPPING *Mapping);
/* Drains the objects whose last reference went above PASSIVE_LEVEL (work item). */
VOID ObpProcessDeferredDeletes(PVOID Unused);
VOID ObpRemoveObject(PVOID Object);

/* PointerCount += Delta in one step; the new count. Bug check 0x18 is the caller's when the result is negative. */
__declspec(primitive) LONGLONG ObpAdjustPointerCount(PVOID Object, LONG Delta);
__declspec(primitive) LONGLONG ObpAdjustHandleCount(PVOID Object, LONG Delta);
__declspec(primitive) VOID ObpTraceCreate(PVOID Object);
__declspec(primitive) VOID ObpTraceDelete(PVOID Object);
__declspec(primitive) VOID ObpTraceLink(PUNICODE_STRING Name, PUNICODE_STRING Target, BOOLEAN Created);

/* ------------------------------------------------------------------ handles */

typedef struct _HANDLE_TABLE_ENTRY {
    PVOID Object; /* NULL: free, NextFree is valid */
    ACCESS_MASK GrantedAccess;
    ULONG AttributesOrNextFree; /* OBJ_INHERIT; or index of the next free entry */
} HANDLE_TABLE_ENTRY, *PHANDLE_TABLE_ENTRY;

#define OBP_HANDLES_PER_PAGE 256
#define OBP_HANDLE_PAGES     64
#define OBP_KERNEL_HANDLE    0x80000000UL

/* Handle h is entry h / 4 of its table; entry 0 is never used. Kernel handles are those of the System process with the sign bit set. */
typedef struct _HANDLE_TABLE {
    struct _EPROCESS *Process;
    ULONG HandleCount;
    ULONG FirstFree; /* index; 0: none */
    ULONG NextNew;   /* first index that was never used */
    ULONG Spare;
    PHANDLE_TABLE_ENTRY Pages[OBP_HANDLE_PAGES];
} HANDLE_TABLE, *PHANDLE_TABLE;

extern PHANDLE_TABLE ObpKernelHandleTable;

/* The first call (for the System process) also makes the table of kernel handles. */
NTSTATUS ObpCreateHandleTable(struct _EPROCESS *Process);
/* Closes every handle of a process that ends, then frees its table. */
VOID ObpCloseProcessHandles(struct _EPROCESS *Process);
/* References Object for the new handle. Attributes: OBJ_KERNEL_HANDLE puts it into the kernel's table. */
NTSTATUS ObpInsertHandle(struct _EPROCESS *Process, PVOID Object, ACCESS_MASK Access, PHANDLE Handle);
NTSTATUS ObpInsertHandleEx(struct _EPROCESS *Process, PVOID Object, ACCESS_MASK Access, ULONG Attributes, PHANDLE Handle);
NTSTATUS ObpReferenceByHandle(HANDLE Handle, ACCESS_MASK Access, POBJECT_TYPE Type, KPROCESSOR_MODE Mode, PVOID *Object,
                              PACCESS_MASK GrantedAccess);
NTSTATUS ObpCloseHandle(HANDLE Handle, KPROCESSOR_MODE Mode);

/* Index of a fresh entry (its page exists), or 0 when page number *PageNeeded must be allocated first, or -1 when the table is full. */
__declspec(primitive) LONG ObpTakeHandleEntry(PHANDLE_TABLE Table, PVOID Object, ACCESS_MASK Access, ULONG Attributes, PULONG PageNeeded);
/* Copies the entry and references its object in one step; FALSE if the index is not in use. */
__declspec(primitive) BOOLEAN ObpReferenceHandleEntry(PHANDLE_TABLE Table, ULONG Index, PHANDLE_TABLE_ENTRY Entry);
/* Frees the entry and copies what it held; FALSE if it was not in use. */
__declspec(primitive) BOOLEAN ObpFreeHandleEntry(PHANDLE_TABLE Table, ULONG Index, PHANDLE_TABLE_ENTRY Entry);
/* Index of the first entry in use from From on, 0 if there is none. */
__declspec(primitive) ULONG ObpNextHandleEntry(PHANDLE_TABLE Table, ULONG From);
__declspec(primitive) VOID ObpTraceHandle(PHANDLE_TABLE Table, ULONG Handle, PVOID Object, ACCESS_MASK Access, BOOLEAN Opened);

/* ------------------------------------------------------------------ objects by attributes (exevent.c) */

/* Makes (or with OBJ_OPENIF finds) an object as a service asks for it. STATUS_OBJECT_NAME_EXISTS: it was there. */
NTSTATUS ExpCreate(POBJECT_TYPE Type, SIZE_T Bytes, PHANDLE Handle, POBJECT_ATTRIBUTES ObjectAttributes, PULONG Attributes, PVOID *Object);
NTSTATUS ExpOpen(POBJECT_TYPE Type, PHANDLE Handle, ACCESS_MASK Access, POBJECT_ATTRIBUTES ObjectAttributes);
/* Hands out a handle and drops the reference; returns Status if that went well. */
NTSTATUS ExpReturnHandle(PHANDLE Handle, PVOID Object, ACCESS_MASK Access, ULONG Attributes, NTSTATUS Status);

/* NtQueryInformationThread, class 0. */
typedef struct _OBP_THREAD_BASIC_INFORMATION {
    NTSTATUS ExitStatus;
    PVOID TebBaseAddress;
    CLIENT_ID ClientId;
    ULONG_PTR AffinityMask;
    LONG Priority;
    LONG BasePriority;
} OBP_THREAD_BASIC_INFORMATION;
