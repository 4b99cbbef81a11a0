/*
 * services.c: the service control manager as programs see it that install a driver themselves. The list of services is kept here, in the
 * process (on Windows: in the registry, for all processes): a driver that was loaded without CreateService is no service. The file of a
 * driver is found by the service's name, whatever path is given. Kernel drivers only.
 */
#define _KERNEL32_
#include "native.h"

#define SC_SIGNATURE 0x76635353
#define SC_NAME_CHARACTERS 256

typedef struct _SC_SERVICE {
    struct _SC_SERVICE *Next;
    ULONG Handles;
    BOOL Deleted; /* goes when the last handle is closed and it is stopped */
    DWORD Type;
    DWORD StartType;
    DWORD State;
    DWORD ExitCode;
    WCHAR Name[SC_NAME_CHARACTERS];
} SC_SERVICE, *PSC_SERVICE;

/* What an SC_HANDLE points to; Service NULL: the manager itself. */
typedef struct _SC_OBJECT {
    ULONG Signature;
    DWORD Access;
    PSC_SERVICE Service;
} SC_OBJECT, *PSC_OBJECT;

static RTL_CRITICAL_SECTION ScLock = {NULL, -1, 0, NULL, NULL, 0};
static PSC_SERVICE ScServices;

static BOOL ScFail(DWORD Error)
{
    SetLastError(Error);
    return FALSE;
}

/* ------------------------------------------------------------------ handles; lock held */

static SC_HANDLE ScOpen(PSC_SERVICE Service, DWORD Access)
{
    PSC_OBJECT Object = HeapAlloc(GetProcessHeap(), 0, sizeof(SC_OBJECT));

    if (Object == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    if (Access & (GENERIC_ALL | MAXIMUM_ALLOWED)) {
        Access = SERVICE_ALL_ACCESS | SC_MANAGER_ALL_ACCESS;
    }
    Object->Signature = SC_SIGNATURE;
    Object->Access = Access;
    Object->Service = Service;
    if (Service != NULL) {
        Service->Handles++;
    }
    return (SC_HANDLE)Object;
}

/* The object of a handle to the manager or to a service that grants Access; NULL and the last error. */
static PSC_OBJECT ScObject(SC_HANDLE Handle, BOOL IsService, DWORD Access)
{
    PSC_OBJECT Object = (PSC_OBJECT)Handle;

    if (Object == NULL || Object->Signature != SC_SIGNATURE || (Object->Service != NULL) != IsService) {
        SetLastError(ERROR_INVALID_HANDLE);
        return NULL;
    }
    if ((Object->Access & Access) != Access) {
        SetLastError(ERROR_ACCESS_DENIED);
        return NULL;
    }
    return Object;
}

static PSC_SERVICE ScFind(LPCWSTR Name)
{
    PSC_SERVICE Service = ScServices;

    while (Service != NULL && _wcsicmp(Service->Name, Name) != 0) {
        Service = Service->Next;
    }
    return Service;
}

/* A deleted service goes with its last handle, once it is stopped. */
static VOID ScCollect(PSC_SERVICE Service)
{
    PSC_SERVICE *Link = &ScServices;

    if (!Service->Deleted || Service->Handles != 0 || Service->State != SERVICE_STOPPED) {
        return;
    }
    while (*Link != Service) {
        Link = &(*Link)->Next;
    }
    *Link = Service->Next;
    HeapFree(GetProcessHeap(), 0, Service);
}

/* ------------------------------------------------------------------ drivers */

typedef NTSTATUS NTAPI SC_LOADER(PUNICODE_STRING Service);

static NTSTATUS ScCallLoader(SC_LOADER *Loader, PSC_SERVICE Service)
{
    static const WCHAR Key[] = L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\";
    WCHAR Path[RTL_NUMBER_OF(Key) + SC_NAME_CHARACTERS];
    UNICODE_STRING Name;

    wcscpy(Path, Key);
    wcscat(Path, Service->Name);
    RtlInitUnicodeString(&Name, Path);
    return Loader(&Name);
}

/* A driver that was asked to stop is gone once it cannot be found to be asked again. */
static VOID ScRefresh(PSC_SERVICE Service)
{
    if (Service->State == SERVICE_STOP_PENDING && ScCallLoader(NtUnloadDriver, Service) == STATUS_OBJECT_NAME_NOT_FOUND) {
        Service->State = SERVICE_STOPPED;
    }
}

static VOID ScStatus(PSC_SERVICE Service, LPSERVICE_STATUS Status)
{
    ScRefresh(Service);
    RtlZeroMemory(Status, sizeof(*Status));
    Status->dwServiceType = Service->Type;
    Status->dwCurrentState = Service->State;
    Status->dwControlsAccepted = Service->State == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP : 0;
    Status->dwWin32ExitCode = Service->ExitCode;
}

static BOOL ScStart(PSC_SERVICE Service)
{
    NTSTATUS Status;

    ScRefresh(Service);
    if (Service->Deleted) {
        return ScFail(ERROR_SERVICE_MARKED_FOR_DELETE);
    }
    if (Service->State != SERVICE_STOPPED) {
        return ScFail(ERROR_SERVICE_ALREADY_RUNNING);
    }
    if (Service->StartType == SERVICE_DISABLED) {
        return ScFail(ERROR_SERVICE_DISABLED);
    }
    Status = ScCallLoader(NtLoadDriver, Service);
    if (Status == STATUS_IMAGE_ALREADY_LOADED) {
        Service->State = SERVICE_RUNNING;
        return ScFail(ERROR_SERVICE_ALREADY_RUNNING);
    }
    if (!NT_SUCCESS(Status)) {
        Service->ExitCode = RtlNtStatusToDosError(Status);
        return ScFail(Service->ExitCode);
    }
    Service->ExitCode = ERROR_SUCCESS;
    Service->State = SERVICE_RUNNING;
    return TRUE;
}

/* Refused (1052) by a driver that has no Unload routine. */
static BOOL ScStop(PSC_SERVICE Service)
{
    NTSTATUS Status;

    ScRefresh(Service);
    if (Service->State == SERVICE_STOPPED) {
        return ScFail(ERROR_SERVICE_NOT_ACTIVE);
    }
    if (Service->State == SERVICE_STOP_PENDING) {
        return ScFail(ERROR_SERVICE_CANNOT_ACCEPT_CTRL);
    }
    Status = ScCallLoader(NtUnloadDriver, Service);
    if (!NT_SUCCESS(Status)) {
        return ScFail(Status == STATUS_INVALID_DEVICE_REQUEST ? ERROR_INVALID_SERVICE_CONTROL : RtlNtStatusToDosError(Status));
    }
    Service->State = SERVICE_STOP_PENDING;
    ScRefresh(Service);
    return TRUE;
}

/* ------------------------------------------------------------------ the manager */

SC_HANDLE WINAPI OpenSCManagerW(LPCWSTR lpMachineName, LPCWSTR lpDatabaseName, DWORD dwDesiredAccess)
{
    UNREFERENCED_PARAMETER(lpMachineName);
    if (lpDatabaseName != NULL && _wcsicmp(lpDatabaseName, SERVICES_ACTIVE_DATABASEW) != 0) {
        SetLastError(ERROR_DATABASE_DOES_NOT_EXIST);
        return NULL;
    }
    return ScOpen(NULL, dwDesiredAccess | SC_MANAGER_CONNECT);
}

static SC_HANDLE ScCreate(LPCWSTR Name, DWORD Access, DWORD Type, DWORD StartType)
{
    PSC_SERVICE Service = ScFind(Name);

    if (Service != NULL) {
        SetLastError(Service->Deleted ? ERROR_SERVICE_MARKED_FOR_DELETE : ERROR_SERVICE_EXISTS);
        return NULL;
    }
    Service = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof(SC_SERVICE));
    if (Service == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    wcscpy(Service->Name, Name);
    Service->Type = Type;
    Service->StartType = StartType;
    Service->State = SERVICE_STOPPED;
    Service->ExitCode = ERROR_SERVICE_NEVER_STARTED;
    Service->Next = ScServices;
    ScServices = Service;
    return ScOpen(Service, Access);
}

SC_HANDLE WINAPI CreateServiceW(SC_HANDLE hSCManager, LPCWSTR lpServiceName, LPCWSTR lpDisplayName, DWORD dwDesiredAccess, DWORD dwServiceType,
                                DWORD dwStartType, DWORD dwErrorControl, LPCWSTR lpBinaryPathName, LPCWSTR lpLoadOrderGroup, LPDWORD lpdwTagId,
                                LPCWSTR lpDependencies, LPCWSTR lpServiceStartName, LPCWSTR lpPassword)
{
    SC_HANDLE Handle = NULL;

    UNREFERENCED_PARAMETER(lpDisplayName);
    UNREFERENCED_PARAMETER(lpLoadOrderGroup);
    UNREFERENCED_PARAMETER(lpdwTagId);
    UNREFERENCED_PARAMETER(lpDependencies);
    UNREFERENCED_PARAMETER(lpServiceStartName);
    UNREFERENCED_PARAMETER(lpPassword);
    if (lpServiceName == NULL || lpBinaryPathName == NULL || (dwServiceType & SERVICE_DRIVER) == 0 || dwStartType > SERVICE_DISABLED ||
        dwErrorControl > SERVICE_ERROR_CRITICAL) {
        ScFail(ERROR_INVALID_PARAMETER);
        return NULL;
    }
    if (*lpServiceName == 0 || wcslen(lpServiceName) >= SC_NAME_CHARACTERS || wcspbrk(lpServiceName, L"\\/") != NULL) {
        ScFail(ERROR_INVALID_NAME);
        return NULL;
    }
    EnterCriticalSection(&ScLock);
    if (ScObject(hSCManager, FALSE, SC_MANAGER_CREATE_SERVICE) != NULL) {
        Handle = ScCreate(lpServiceName, dwDesiredAccess, dwServiceType, dwStartType);
    }
    LeaveCriticalSection(&ScLock);
    return Handle;
}

SC_HANDLE WINAPI OpenServiceW(SC_HANDLE hSCManager, LPCWSTR lpServiceName, DWORD dwDesiredAccess)
{
    PSC_SERVICE Service;
    SC_HANDLE Handle = NULL;

    EnterCriticalSection(&ScLock);
    if (ScObject(hSCManager, FALSE, 0) != NULL) {
        Service = ScFind(lpServiceName);
        if (Service == NULL) {
            SetLastError(ERROR_SERVICE_DOES_NOT_EXIST);
        } else {
            Handle = ScOpen(Service, dwDesiredAccess);
        }
    }
    LeaveCriticalSection(&ScLock);
    return Handle;
}

BOOL WINAPI CloseServiceHandle(SC_HANDLE hSCObject)
{
    PSC_OBJECT Object = (PSC_OBJECT)hSCObject;

    EnterCriticalSection(&ScLock);
    if (Object == NULL || Object->Signature != SC_SIGNATURE) {
        LeaveCriticalSection(&ScLock);
        return ScFail(ERROR_INVALID_HANDLE);
    }
    if (Object->Service != NULL) {
        Object->Service->Handles--;
        ScRefresh(Object->Service);
        ScCollect(Object->Service);
    }
    Object->Signature = 0;
    HeapFree(GetProcessHeap(), 0, Object);
    LeaveCriticalSection(&ScLock);
    return TRUE;
}

/* ------------------------------------------------------------------ services */

BOOL WINAPI StartServiceW(SC_HANDLE hService, DWORD dwNumServiceArgs, LPCWSTR *lpServiceArgVectors)
{
    PSC_OBJECT Object;
    BOOL Result;

    UNREFERENCED_PARAMETER(dwNumServiceArgs);
    UNREFERENCED_PARAMETER(lpServiceArgVectors);
    EnterCriticalSection(&ScLock);
    Object = ScObject(hService, TRUE, SERVICE_START);
    Result = Object != NULL && ScStart(Object->Service);
    LeaveCriticalSection(&ScLock);
    return Result;
}

BOOL WINAPI StartServiceA(SC_HANDLE hService, DWORD dwNumServiceArgs, LPCSTR *lpServiceArgVectors)
{
    UNREFERENCED_PARAMETER(lpServiceArgVectors);
    return StartServiceW(hService, dwNumServiceArgs, NULL);
}

/* Drivers know stop and interrogate. */
BOOL WINAPI ControlService(SC_HANDLE hService, DWORD dwControl, LPSERVICE_STATUS lpServiceStatus)
{
    PSC_OBJECT Object;
    BOOL Result = FALSE;

    EnterCriticalSection(&ScLock);
    Object = ScObject(hService, TRUE, dwControl == SERVICE_CONTROL_STOP ? SERVICE_STOP : SERVICE_INTERROGATE);
    if (Object != NULL) {
        if (dwControl == SERVICE_CONTROL_STOP) {
            Result = ScStop(Object->Service);
        } else if (dwControl == SERVICE_CONTROL_INTERROGATE) {
            Result = Object->Service->State != SERVICE_STOPPED || ScFail(ERROR_SERVICE_NOT_ACTIVE);
        } else {
            ScFail(ERROR_INVALID_SERVICE_CONTROL);
        }
        ScStatus(Object->Service, lpServiceStatus);
    }
    LeaveCriticalSection(&ScLock);
    return Result;
}

BOOL WINAPI DeleteService(SC_HANDLE hService)
{
    PSC_OBJECT Object;
    BOOL Result = FALSE;

    EnterCriticalSection(&ScLock);
    Object = ScObject(hService, TRUE, DELETE);
    if (Object != NULL) {
        Result = !Object->Service->Deleted || ScFail(ERROR_SERVICE_MARKED_FOR_DELETE);
        Object->Service->Deleted = TRUE;
    }
    LeaveCriticalSection(&ScLock);
    return Result;
}

BOOL WINAPI QueryServiceStatus(SC_HANDLE hService, LPSERVICE_STATUS lpServiceStatus)
{
    PSC_OBJECT Object;

    EnterCriticalSection(&ScLock);
    Object = ScObject(hService, TRUE, SERVICE_QUERY_STATUS);
    if (Object != NULL) {
        ScStatus(Object->Service, lpServiceStatus);
    }
    LeaveCriticalSection(&ScLock);
    return Object != NULL;
}

BOOL WINAPI QueryServiceStatusEx(SC_HANDLE hService, SC_STATUS_TYPE InfoLevel, LPBYTE lpBuffer, DWORD cbBufSize, LPDWORD pcbBytesNeeded)
{
    SERVICE_STATUS_PROCESS Status;

    if (InfoLevel != SC_STATUS_PROCESS_INFO) {
        return ScFail(ERROR_INVALID_LEVEL);
    }
    *pcbBytesNeeded = sizeof(Status);
    if (cbBufSize < sizeof(Status)) {
        return ScFail(ERROR_INSUFFICIENT_BUFFER);
    }
    RtlZeroMemory(&Status, sizeof(Status));
    if (!QueryServiceStatus(hService, (LPSERVICE_STATUS)&Status)) {
        return FALSE;
    }
    RtlCopyMemory(lpBuffer, &Status, sizeof(Status));
    return TRUE;
}

/* ------------------------------------------------------------------ narrow names */

/* Name as wide text; FALSE if it is too long. NULL stays NULL. */
static BOOL ScWiden(LPCSTR Name, LPWSTR Buffer, LPCWSTR *Wide)
{
    *Wide = NULL;
    if (Name == NULL) {
        return TRUE;
    }
    *Wide = Buffer;
    return MultiByteToWideChar(CP_ACP, 0, Name, -1, Buffer, SC_NAME_CHARACTERS) != 0 || ScFail(ERROR_INVALID_NAME);
}

SC_HANDLE WINAPI OpenSCManagerA(LPCSTR lpMachineName, LPCSTR lpDatabaseName, DWORD dwDesiredAccess)
{
    WCHAR Buffer[SC_NAME_CHARACTERS];
    LPCWSTR Database;

    UNREFERENCED_PARAMETER(lpMachineName);
    return ScWiden(lpDatabaseName, Buffer, &Database) ? OpenSCManagerW(NULL, Database, dwDesiredAccess) : NULL;
}

SC_HANDLE WINAPI CreateServiceA(SC_HANDLE hSCManager, LPCSTR lpServiceName, LPCSTR lpDisplayName, DWORD dwDesiredAccess, DWORD dwServiceType,
                                DWORD dwStartType, DWORD dwErrorControl, LPCSTR lpBinaryPathName, LPCSTR lpLoadOrderGroup, LPDWORD lpdwTagId,
                                LPCSTR lpDependencies, LPCSTR lpServiceStartName, LPCSTR lpPassword)
{
    WCHAR Buffer[SC_NAME_CHARACTERS];
    LPCWSTR Name;

    UNREFERENCED_PARAMETER(lpDisplayName);
    UNREFERENCED_PARAMETER(lpLoadOrderGroup);
    UNREFERENCED_PARAMETER(lpDependencies);
    UNREFERENCED_PARAMETER(lpServiceStartName);
    UNREFERENCED_PARAMETER(lpPassword);
    if (!ScWiden(lpServiceName, Buffer, &Name)) {
        return NULL;
    }
    return CreateServiceW(hSCManager, Name, NULL, dwDesiredAccess, dwServiceType, dwStartType, dwErrorControl,
                          lpBinaryPathName != NULL ? L"" : NULL, NULL, lpdwTagId, NULL, NULL, NULL);
}

SC_HANDLE WINAPI OpenServiceA(SC_HANDLE hSCManager, LPCSTR lpServiceName, DWORD dwDesiredAccess)
{
    WCHAR Buffer[SC_NAME_CHARACTERS];
    LPCWSTR Name;

    return ScWiden(lpServiceName, Buffer, &Name) ? OpenServiceW(hSCManager, Name, dwDesiredAccess) : NULL;
}
