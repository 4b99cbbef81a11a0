/*
 * iop.h: I/O manager: open packets, device extensions, driver load and unload, IRP life. Private to ntoskrnl.
 * Protection: device lists, reference counts and extension flags change under IopDatabaseLock (spin lock); a thread's list of IRPs by
 * primitives alone.
 */
#pragma once

#include "obp.h"
#include "ki.h"

/* ------------------------------------------------------------------ objects */

/* Behind every device object: what DeviceObjectExtension points to. The public head is DEVOBJ_EXTENSION. */
typedef struct _EXTENDED_DEVOBJ_EXTENSION {
    CSHORT Type; /* IOP_TYPE_DEVOBJ_EXTENSION */
    USHORT Size;
    PDEVICE_OBJECT DeviceObject;
    PDEVICE_OBJECT AttachedTo; /* the device below */
    ULONG ExtensionFlags;      /* DOE_* */
    ACCESS_MASK AdministratorAccess; /* what the device's security descriptor gives an administrator; programs run as one */
} EXTENDED_DEVOBJ_EXTENSION, *PEXTENDED_DEVOBJ_EXTENSION;

#define IOP_TYPE_DEVOBJ_EXTENSION 0x0D

#define DOE_UNLOAD_PENDING   0x00000001
#define DOE_DELETE_PENDING   0x00000002
#define DOE_REMOVE_PENDING   0x00000004
#define DOE_REMOVE_PROCESSED 0x00000008

#define IOP_EXTENSION(Device) ((PEXTENDED_DEVOBJ_EXTENSION)(Device)->DeviceObjectExtension)

/* A driver object's body: DRIVER_OBJECT, then this. */
typedef struct _IOP_DRIVER {
    DRIVER_OBJECT Object;
    DRIVER_EXTENSION Extension;
    struct _IOP_CLIENT_EXTENSION *ClientExtensions; /* IoAllocateDriverObjectExtension */
    PDRIVER_REINITIALIZE Reinitialize;
    PVOID ReinitializeContext;
} IOP_DRIVER, *PIOP_DRIVER;

typedef struct _IOP_CLIENT_EXTENSION {
    struct _IOP_CLIENT_EXTENSION *Next;
    PVOID ClientIdentification;
    /* the client's bytes follow */
} IOP_CLIENT_EXTENSION, *PIOP_CLIENT_EXTENSION;

/* ------------------------------------------------------------------ open */

/* Travels from NtCreateFile through the object manager's name walk to IopParseDevice, and brings the answer back. */
typedef struct _OPEN_PACKET {
    ULONG Signature; /* IOP_OPEN_PACKET */
    NTSTATUS FinalStatus;
    ULONG_PTR Information;
    PFILE_OBJECT FileObject; /* set iff the driver accepted the open */
    LARGE_INTEGER AllocationSize;
    ULONG CreateOptions;
    USHORT FileAttributes;
    USHORT ShareAccess;
    ULONG Disposition;
} OPEN_PACKET, *POPEN_PACKET;

#define IOP_OPEN_PACKET 0x4E65704F

OBP_PARSE_PROCEDURE IopParseDevice;
OBP_PARSE_PROCEDURE IopParseFile;
OBP_CLOSE_PROCEDURE IopCloseFile;
OBP_DELETE_PROCEDURE IopDeleteFile;
OBP_DELETE_PROCEDURE IopDeleteDriver;
OBP_DELETE_PROCEDURE IopDeleteDevice;

NTSTATUS IopOpenDevice(PDEVICE_OBJECT Device, PFILE_OBJECT Related, PUNICODE_STRING CompleteName, PUNICODE_STRING Remaining,
                       POBP_OPEN_CONTEXT Context, PVOID *Object);
NTSTATUS IopCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK IoStatus,
                       PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG Disposition, ULONG CreateOptions,
                       KPROCESSOR_MODE Mode);
/* One reference less on a device that was opened or pointed to; finishes a pending delete or unload. */
VOID IopDereferenceDevice(PDEVICE_OBJECT Device);
VOID IopDeleteTimer(PDEVICE_OBJECT Device);
NTSTATUS IopReferenceDeviceForOpen(PDEVICE_OBJECT Device);

/* ------------------------------------------------------------------ IRPs */

extern KSPIN_LOCK IopDatabaseLock;
extern KSPIN_LOCK IopCancelLock;

VOID IopQueueIrpToThread(PIRP Irp, PETHREAD Thread);
VOID IopDequeueIrp(PIRP Irp);
#define IOP_IRP_HELD 0x80 /* IRP.AllocationFlags: being cancelled, must not be freed */
/* Stage 2 of completion: a special kernel APC of the thread that issued the IRP. */
KKERNEL_ROUTINE IopCompleteRequest;
VOID IopAbortRequest(PKAPC Apc);
VOID IopFinishRequest(PIRP Irp, PFILE_OBJECT FileObject);
/* Calls the driver and does what the kind of file asks for: stage 2 at once, or waiting, or neither. */
NTSTATUS IopPerformRequest(PDEVICE_OBJECT Device, PIRP Irp, PFILE_OBJECT FileObject, KPROCESSOR_MODE Mode, BOOLEAN Synchronous,
                           BOOLEAN Deferred);
NTSTATUS IopAcquireFileLock(PFILE_OBJECT FileObject, KPROCESSOR_MODE Mode);
VOID IopReleaseFileLock(PFILE_OBJECT FileObject);
VOID IopCancelAndWait(PKEVENT Event, PIRP Irp);
/* Takes back what a request that was never sent holds: MDL, buffer, event, IRP; then the file. */
VOID IopCleanupUnsentIrp(PIRP Irp, PFILE_OBJECT FileObject, PKEVENT Event);
/* Thread exit (of the current thread): cancels its IRPs and waits for them, five minutes at most. */
VOID IoCancelThreadIo(PETHREAD Thread);
DRIVER_DISPATCH IopInvalidDeviceRequest;
/* Sends a request without parameters (CLEANUP, CLOSE, FLUSH_BUFFERS) and waits for it. */
NTSTATUS IopSendSimpleRequest(PFILE_OBJECT FileObject, PDEVICE_OBJECT Device, UCHAR MajorFunction, PIO_STATUS_BLOCK Result);

/* ------------------------------------------------------------------ drivers */

NTSTATUS IoInitSystem(VOID);
NTSTATUS IopLoadDriver(PUNICODE_STRING ServiceName);
NTSTATUS IopUnloadDriver(PUNICODE_STRING ServiceName);
VOID IopCheckUnload(PDRIVER_OBJECT Driver);

/* ------------------------------------------------------------------ primitives: a thread's IRPs */

__declspec(primitive) VOID IopLinkIrp(PETHREAD Thread, PIRP Irp);
/* Takes the IRP off its thread's list; FALSE while it is held. */
__declspec(primitive) BOOLEAN IopUnlinkIrp(PIRP Irp);
/* The first IRP of the thread that is not cancelled yet, on FileObject and with status block Request (NULL: any), held until IopReleaseIrp;
 * NULL if there is none. */
__declspec(primitive) PIRP IopHoldIrp(PETHREAD Thread, PFILE_OBJECT FileObject, PIO_STATUS_BLOCK Request);
__declspec(primitive) VOID IopReleaseIrp(PIRP Irp);

/* ------------------------------------------------------------------ primitives: page locks, trace */

/* Locks the pages of the MDL (its process's address space) and writes their frame numbers behind it. STATUS_ACCESS_VIOLATION if a page
 * is missing or does not allow the access; Probe: user addresses only. */
__declspec(primitive) NTSTATUS IopLockMdlPages(PMDL Mdl, ULONG Write, ULONG UserOnly);
__declspec(primitive) VOID IopUnlockMdlPages(PMDL Mdl);
/* Frame numbers of resident system pages, without locking. */
__declspec(primitive) VOID IopFillMdlPages(PMDL Mdl);
/* System address for the pages of an MDL, NULL if there is none left. */
__declspec(primitive) PVOID IopMapMdlPages(PMDL Mdl);
__declspec(primitive) VOID IopUnmapMdlPages(PVOID Address, ULONG Pages);
/* Where the byte is in RAM, -1 if its page is not valid. */
__declspec(primitive) LONGLONG IopPhysicalAddress(PVOID Address);

__declspec(primitive) VOID IopTraceIrpAllocate(PIRP Irp);
__declspec(primitive) VOID IopTraceIrpFree(PIRP Irp);
__declspec(primitive) VOID IopTraceCall(PDEVICE_OBJECT Device, PIRP Irp);
__declspec(primitive) VOID IopTraceReturn(PDRIVER_OBJECT Driver, PIRP Irp, NTSTATUS Status);
__declspec(primitive) VOID IopTraceComplete(PIRP Irp);
__declspec(primitive) VOID IopTraceCompletion(PIRP Irp, PVOID Routine, ULONG Location, NTSTATUS Result);
__declspec(primitive) VOID IopTraceCopy(PIRP Irp, ULONG Bytes, ULONG ToUser);
__declspec(primitive) VOID IopTraceDriverLoad(PDRIVER_OBJECT Driver, NTSTATUS Status);
__declspec(primitive) VOID IopTraceDriverUnload(PDRIVER_OBJECT Driver);
__declspec(primitive) VOID IopTraceDevice(PDEVICE_OBJECT Device, BOOLEAN Created);
