/*
 * file.c: opening, closing and driving devices: CreateFile, DeviceIoControl, ReadFile, WriteFile, overlapped results, cancelling. What the
 * caller sees of a status (return value, last error, count) is decided here: see each function.
 */
#include "base.h"
#include <winioctl.h>

/* ------------------------------------------------------------------ names and opening */

static BOOL BaseIsName(LPCWSTR Name, LPCWSTR Wanted)
{
    return _wcsicmp(Name, Wanted) == 0;
}

/* \\.\X and \\?\X are \??\X; C:\X is \??\C:\X; anything else is in C:\lab. The result is on the process heap. */
static NTSTATUS BaseNtName(LPCWSTR Name, PUNICODE_STRING NtName)
{
    LPCWSTR Prefix;
    SIZE_T Length;

    if (wcsncmp(Name, L"\\\\.\\", 4) == 0 || wcsncmp(Name, L"\\\\?\\", 4) == 0) {
        Prefix = L"\\??\\";
        Name += 4;
    } else if (Name[0] != 0 && Name[1] == ':') {
        Prefix = L"\\??\\";
    } else {
        Prefix = L"\\??\\C:\\lab\\";
    }
    Length = wcslen(Prefix) + wcslen(Name);
    if (Length > UNICODE_STRING_MAX_CHARS - 1) {
        return STATUS_NAME_TOO_LONG;
    }
    NtName->Buffer = RtlAllocateHeap(RtlGetProcessHeap(), 0, (Length + 1) * sizeof(WCHAR));
    if (NtName->Buffer == NULL) {
        return STATUS_NO_MEMORY;
    }
    wcscpy(NtName->Buffer, Prefix);
    wcscat(NtName->Buffer, Name);
    NtName->Length = (USHORT)(Length * sizeof(WCHAR));
    NtName->MaximumLength = NtName->Length + sizeof(WCHAR);
    return STATUS_SUCCESS;
}

static ULONG BaseCreateOptions(DWORD Flags)
{
    ULONG Options = 0;

    if (!(Flags & FILE_FLAG_OVERLAPPED))
        Options |= FILE_SYNCHRONOUS_IO_NONALERT;
    if (Flags & FILE_FLAG_WRITE_THROUGH)
        Options |= FILE_WRITE_THROUGH;
    if (Flags & FILE_FLAG_NO_BUFFERING)
        Options |= FILE_NO_INTERMEDIATE_BUFFERING;
    if (Flags & FILE_FLAG_RANDOM_ACCESS)
        Options |= FILE_RANDOM_ACCESS;
    if (Flags & FILE_FLAG_SEQUENTIAL_SCAN)
        Options |= FILE_SEQUENTIAL_ONLY;
    if (Flags & FILE_FLAG_DELETE_ON_CLOSE)
        Options |= FILE_DELETE_ON_CLOSE;
    Options |= Flags & FILE_FLAG_BACKUP_SEMANTICS ? FILE_OPEN_FOR_BACKUP_INTENT : FILE_NON_DIRECTORY_FILE;
    return Options;
}

/* Last error of an open that failed or, with CREATE_ALWAYS and OPEN_ALWAYS, succeeded: 183 means that it was there before. */
static VOID BaseSetOpenError(DWORD Disposition, NTSTATUS Status, ULONG_PTR Information)
{
    if (!NT_SUCCESS(Status)) {
        RtlSetLastWin32ErrorFromStatus(Status);
        if (Status == STATUS_OBJECT_NAME_COLLISION && Disposition == CREATE_NEW) {
            SetLastError(ERROR_FILE_EXISTS);
        }
    } else if (Disposition == OPEN_ALWAYS) {
        SetLastError(Information == FILE_OPENED ? ERROR_ALREADY_EXISTS : ERROR_SUCCESS);
    } else if (Disposition == CREATE_ALWAYS) {
        SetLastError(Information == FILE_OVERWRITTEN ? ERROR_ALREADY_EXISTS : ERROR_SUCCESS);
    }
}

/* \??\X:... */
static BOOL BaseIsDrivePath(PUNICODE_STRING Name)
{
    return Name->Length > 5 * sizeof(WCHAR) && Name->Buffer[5] == ':';
}

/* An image of the session (a driver's .sys file) can be opened to see that it is there, not read: the handle is that of an event. */
static NTSTATUS BaseOpenImage(POBJECT_ATTRIBUTES Attributes, PHANDLE Handle)
{
    FILE_BASIC_INFORMATION Information;
    NTSTATUS Status = NtQueryAttributesFile(Attributes, &Information);

    return NT_SUCCESS(Status) ? NtCreateEvent(Handle, EVENT_ALL_ACCESS, NULL, NotificationEvent, TRUE) : Status;
}

HANDLE WINAPI CreateFileW(LPCWSTR lpFileName, DWORD dwDesiredAccess, DWORD dwShareMode, LPSECURITY_ATTRIBUTES lpSecurityAttributes,
                          DWORD dwCreationDisposition, DWORD dwFlagsAndAttributes, HANDLE hTemplateFile)
{
    static const UCHAR Dispositions[] = {0, FILE_CREATE, FILE_OVERWRITE_IF, FILE_OPEN, FILE_OPEN_IF, FILE_OVERWRITE};
    OBJECT_ATTRIBUTES Attributes;
    UNICODE_STRING Name;
    IO_STATUS_BLOCK Iosb;
    HANDLE Handle = INVALID_HANDLE_VALUE;
    ULONG Inherit = lpSecurityAttributes != NULL && lpSecurityAttributes->bInheritHandle ? OBJ_INHERIT : 0;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(hTemplateFile);
    if (dwCreationDisposition < CREATE_NEW || dwCreationDisposition > TRUNCATE_EXISTING) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return INVALID_HANDLE_VALUE;
    }
    if (lpFileName == NULL || *lpFileName == 0) {
        SetLastError(ERROR_PATH_NOT_FOUND);
        return INVALID_HANDLE_VALUE;
    }
    if (BaseIsName(lpFileName, L"CONIN$") || (BaseIsName(lpFileName, L"CON") && !(dwDesiredAccess & GENERIC_WRITE))) {
        return BASE_CONSOLE_INPUT;
    }
    if (BaseIsName(lpFileName, L"CONOUT$") || BaseIsName(lpFileName, L"CON")) {
        return BASE_CONSOLE_OUTPUT;
    }
    Status = BaseNtName(lpFileName, &Name);
    if (!NT_SUCCESS(Status)) {
        RtlSetLastWin32ErrorFromStatus(Status);
        return INVALID_HANDLE_VALUE;
    }
    InitializeObjectAttributes(&Attributes, &Name, OBJ_CASE_INSENSITIVE | Inherit, NULL, NULL);
    if (dwFlagsAndAttributes & FILE_FLAG_DELETE_ON_CLOSE) {
        dwDesiredAccess |= DELETE;
    }
    Iosb.Information = 0;
    Status = NtCreateFile(&Handle, dwDesiredAccess | SYNCHRONIZE | FILE_READ_ATTRIBUTES, &Attributes, &Iosb, NULL,
                          dwFlagsAndAttributes & 0x7FA7, dwShareMode, Dispositions[dwCreationDisposition],
                          BaseCreateOptions(dwFlagsAndAttributes), NULL, 0);
    if (!NT_SUCCESS(Status) && dwCreationDisposition == OPEN_EXISTING && BaseIsDrivePath(&Name)) {
        Status = BaseOpenImage(&Attributes, &Handle);
    }
    BaseFree(Name.Buffer);
    BaseSetOpenError(dwCreationDisposition, Status, Iosb.Information);
    return NT_SUCCESS(Status) ? Handle : INVALID_HANDLE_VALUE;
}

HANDLE WINAPI CreateFileA(LPCSTR lpFileName, DWORD dwDesiredAccess, DWORD dwShareMode, LPSECURITY_ATTRIBUTES lpSecurityAttributes,
                          DWORD dwCreationDisposition, DWORD dwFlagsAndAttributes, HANDLE hTemplateFile)
{
    LPWSTR Wide;
    HANDLE Handle;

    if (!BaseWiden(lpFileName, &Wide)) {
        return INVALID_HANDLE_VALUE;
    }
    Handle = CreateFileW(Wide, dwDesiredAccess, dwShareMode, lpSecurityAttributes, dwCreationDisposition, dwFlagsAndAttributes, hTemplateFile);
    BaseFree(Wide);
    return Handle;
}

DWORD WINAPI GetFileAttributesW(LPCWSTR lpFileName)
{
    FILE_BASIC_INFORMATION Information;
    OBJECT_ATTRIBUTES Attributes;
    UNICODE_STRING Name;
    NTSTATUS Status = BaseNtName(lpFileName, &Name);

    if (NT_SUCCESS(Status)) {
        InitializeObjectAttributes(&Attributes, &Name, OBJ_CASE_INSENSITIVE, NULL, NULL);
        Status = NtQueryAttributesFile(&Attributes, &Information);
        BaseFree(Name.Buffer);
    }
    return BaseResult(Status) ? Information.FileAttributes : INVALID_FILE_ATTRIBUTES;
}

DWORD WINAPI GetFileAttributesA(LPCSTR lpFileName)
{
    LPWSTR Wide;
    DWORD Result;

    if (!BaseWiden(lpFileName, &Wide)) {
        return INVALID_FILE_ATTRIBUTES;
    }
    Result = GetFileAttributesW(Wide);
    BaseFree(Wide);
    return Result;
}

/* ------------------------------------------------------------------ requests */

/* The context that asks for a completion packet: none if the low bit of the event is set. */
static PVOID BasePacketContext(LPOVERLAPPED Overlapped)
{
    return (ULONG_PTR)Overlapped->hEvent & 1 ? NULL : Overlapped;
}

static HANDLE BaseRequestEvent(LPOVERLAPPED Overlapped)
{
    return (HANDLE)((ULONG_PTR)Overlapped->hEvent & ~(ULONG_PTR)1);
}

/* A synchronous request that is pending: waits for the file itself and takes the request's status. */
static NTSTATUS BaseWaitForRequest(HANDLE File, PIO_STATUS_BLOCK Iosb, NTSTATUS Status)
{
    if (Status == STATUS_PENDING) {
        Status = NtWaitForSingleObject(File, FALSE, NULL);
        if (NT_SUCCESS(Status)) {
            Status = Iosb->Status;
        }
    }
    return Status;
}

static NTSTATUS BaseControl(HANDLE File, HANDLE Event, PVOID Context, PIO_STATUS_BLOCK Iosb, DWORD Code, LPVOID In, DWORD InSize, LPVOID Out,
                            DWORD OutSize)
{
    if (DEVICE_TYPE_FROM_CTL_CODE(Code) == FILE_DEVICE_FILE_SYSTEM) {
        return NtFsControlFile(File, Event, NULL, Context, Iosb, Code, In, InSize, Out, OutSize);
    }
    return NtDeviceIoControlFile(File, Event, NULL, Context, Iosb, Code, In, InSize, Out, OutSize);
}

/*
 * TRUE for a success that is not pending. *lpBytesReturned is the request's Information for success and warnings; an error leaves it alone.
 * A synchronous call must give lpBytesReturned: NULL faults here, in the program.
 */
BOOL WINAPI DeviceIoControl(HANDLE hDevice, DWORD dwIoControlCode, LPVOID lpInBuffer, DWORD nInBufferSize, LPVOID lpOutBuffer,
                            DWORD nOutBufferSize, LPDWORD lpBytesReturned, LPOVERLAPPED lpOverlapped)
{
    IO_STATUS_BLOCK Iosb;
    NTSTATUS Status;

    if (lpOverlapped != NULL) {
        lpOverlapped->Internal = (ULONG)STATUS_PENDING;
        Status = BaseControl(hDevice, BaseRequestEvent(lpOverlapped), BasePacketContext(lpOverlapped), (PIO_STATUS_BLOCK)lpOverlapped,
                             dwIoControlCode, lpInBuffer, nInBufferSize, lpOutBuffer, nOutBufferSize);
        if (!NT_ERROR(Status) && lpBytesReturned != NULL) {
            *lpBytesReturned = (DWORD)lpOverlapped->InternalHigh;
        }
        if (NT_SUCCESS(Status) && Status != STATUS_PENDING) {
            return TRUE;
        }
        RtlSetLastWin32ErrorFromStatus(Status);
        return FALSE;
    }
    Status = BaseControl(hDevice, NULL, NULL, &Iosb, dwIoControlCode, lpInBuffer, nInBufferSize, lpOutBuffer, nOutBufferSize);
    Status = BaseWaitForRequest(hDevice, &Iosb, Status);
    if (!NT_ERROR(Status)) {
        *lpBytesReturned = (DWORD)Iosb.Information;
    }
    return BaseResult(Status);
}

typedef NTSTATUS NTAPI BASE_TRANSFER(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Apc, PVOID ApcContext, PIO_STATUS_BLOCK Iosb, PVOID Buffer,
                                     ULONG Length, PLARGE_INTEGER Offset, PULONG Key);

/*
 * ReadFile and WriteFile. The count is zeroed first; it is the request's Information for success and, without an OVERLAPPED, for warnings.
 * The end of the file is a success with no bytes for a synchronous read, an error (38) with an OVERLAPPED.
 */
static BOOL BaseTransfer(BASE_TRANSFER *Service, HANDLE File, PVOID Buffer, DWORD Length, LPDWORD Count, LPOVERLAPPED Overlapped)
{
    IO_STATUS_BLOCK Iosb;
    LARGE_INTEGER Offset;
    NTSTATUS Status;

    if (Count != NULL) {
        *Count = 0;
    }
    if (Overlapped != NULL) {
        Offset.LowPart = Overlapped->Offset;
        Offset.HighPart = (LONG)Overlapped->OffsetHigh;
        Overlapped->Internal = (ULONG)STATUS_PENDING;
        Status = Service(File, BaseRequestEvent(Overlapped), NULL, BasePacketContext(Overlapped), (PIO_STATUS_BLOCK)Overlapped, Buffer, Length,
                         &Offset, NULL);
        if (NT_SUCCESS(Status) && Status != STATUS_PENDING) {
            if (Count != NULL) {
                *Count = (DWORD)Overlapped->InternalHigh;
            }
            return TRUE;
        }
        RtlSetLastWin32ErrorFromStatus(Status);
        return FALSE;
    }
    Status = Service(File, NULL, NULL, NULL, &Iosb, Buffer, Length, NULL, NULL);
    Status = BaseWaitForRequest(File, &Iosb, Status);
    if (Status == STATUS_END_OF_FILE && Service == NtReadFile) {
        return TRUE;
    }
    if (!NT_ERROR(Status)) {
        *Count = (DWORD)Iosb.Information;
    }
    return BaseResult(Status);
}

BOOL WINAPI ReadFile(HANDLE hFile, LPVOID lpBuffer, DWORD nNumberOfBytesToRead, LPDWORD lpNumberOfBytesRead, LPOVERLAPPED lpOverlapped)
{
    if (BaseIsConsole(hFile)) {
        return BaseReadConsole(lpBuffer, nNumberOfBytesToRead, lpNumberOfBytesRead);
    }
    return BaseTransfer(NtReadFile, hFile, lpBuffer, nNumberOfBytesToRead, lpNumberOfBytesRead, lpOverlapped);
}

BOOL WINAPI WriteFile(HANDLE hFile, LPCVOID lpBuffer, DWORD nNumberOfBytesToWrite, LPDWORD lpNumberOfBytesWritten, LPOVERLAPPED lpOverlapped)
{
    if (BaseIsConsole(hFile)) {
        return WriteConsoleA(hFile, lpBuffer, nNumberOfBytesToWrite, lpNumberOfBytesWritten, NULL);
    }
    return BaseTransfer(NtWriteFile, hFile, (PVOID)lpBuffer, nNumberOfBytesToWrite, lpNumberOfBytesWritten, lpOverlapped);
}

/* User APC of a request: the caller's completion routine gets the Win32 error and the count. */
static VOID NTAPI BaseRequestApc(PVOID Routine, PIO_STATUS_BLOCK Iosb, ULONG Reserved)
{
    DWORD Error = NT_SUCCESS(Iosb->Status) ? ERROR_SUCCESS : RtlNtStatusToDosError(Iosb->Status);

    UNREFERENCED_PARAMETER(Reserved);
    ((LPOVERLAPPED_COMPLETION_ROUTINE)Routine)(Error, (DWORD)Iosb->Information, (LPOVERLAPPED)Iosb);
}

/* TRUE once the request is on its way: the routine runs when it is done and this thread waits alertably. hEvent is the caller's own. */
static BOOL BaseTransferEx(BASE_TRANSFER *Service, HANDLE File, PVOID Buffer, DWORD Length, LPOVERLAPPED Overlapped,
                           LPOVERLAPPED_COMPLETION_ROUTINE Routine)
{
    LARGE_INTEGER Offset;
    NTSTATUS Status;

    Offset.LowPart = Overlapped->Offset;
    Offset.HighPart = (LONG)Overlapped->OffsetHigh;
    Overlapped->Internal = (ULONG)STATUS_PENDING;
    Status = Service(File, NULL, BaseRequestApc, (PVOID)Routine, (PIO_STATUS_BLOCK)Overlapped, Buffer, Length, &Offset, NULL);
    if (NT_ERROR(Status)) {
        return BaseResult(Status);
    }
    SetLastError(Status == STATUS_PENDING ? ERROR_SUCCESS : RtlNtStatusToDosError(Status));
    return TRUE;
}

BOOL WINAPI ReadFileEx(HANDLE hFile, LPVOID lpBuffer, DWORD nNumberOfBytesToRead, LPOVERLAPPED lpOverlapped,
                       LPOVERLAPPED_COMPLETION_ROUTINE lpCompletionRoutine)
{
    return BaseTransferEx(NtReadFile, hFile, lpBuffer, nNumberOfBytesToRead, lpOverlapped, lpCompletionRoutine);
}

BOOL WINAPI WriteFileEx(HANDLE hFile, LPCVOID lpBuffer, DWORD nNumberOfBytesToWrite, LPOVERLAPPED lpOverlapped,
                        LPOVERLAPPED_COMPLETION_ROUTINE lpCompletionRoutine)
{
    return BaseTransferEx(NtWriteFile, hFile, (PVOID)lpBuffer, nNumberOfBytesToWrite, lpOverlapped, lpCompletionRoutine);
}

BOOL WINAPI FlushFileBuffers(HANDLE hFile)
{
    IO_STATUS_BLOCK Iosb;

    return BaseIsConsole(hFile) || BaseResult(NtFlushBuffersFile(hFile, &Iosb));
}

/* ------------------------------------------------------------------ results and cancelling */

/* Waits on the request's event if it has one, else on the file. Not done and no waiting: 996. */
BOOL WINAPI GetOverlappedResultEx(HANDLE hFile, LPOVERLAPPED lpOverlapped, LPDWORD lpNumberOfBytesTransferred, DWORD dwMilliseconds, BOOL bAlertable)
{
    HANDLE Event = BaseRequestEvent(lpOverlapped);
    NTSTATUS Status;
    DWORD Wait;

    if ((ULONG)lpOverlapped->Internal == (ULONG)STATUS_PENDING) {
        if (dwMilliseconds == 0) {
            SetLastError(ERROR_IO_INCOMPLETE);
            return FALSE;
        }
        Wait = WaitForSingleObjectEx(Event != NULL ? Event : hFile, dwMilliseconds, bAlertable);
        if (Wait == WAIT_FAILED) {
            return FALSE;
        }
        if (Wait == WAIT_TIMEOUT || Wait == WAIT_IO_COMPLETION) {
            SetLastError(Wait);
            return FALSE;
        }
    }
    Status = (NTSTATUS)lpOverlapped->Internal;
    *lpNumberOfBytesTransferred = (DWORD)lpOverlapped->InternalHigh;
    return BaseResult(Status);
}

BOOL WINAPI GetOverlappedResult(HANDLE hFile, LPOVERLAPPED lpOverlapped, LPDWORD lpNumberOfBytesTransferred, BOOL bWait)
{
    return GetOverlappedResultEx(hFile, lpOverlapped, lpNumberOfBytesTransferred, bWait ? INFINITE : 0, FALSE);
}

BOOL WINAPI CancelIo(HANDLE hFile)
{
    IO_STATUS_BLOCK Iosb;

    return BaseResult(NtCancelIoFile(hFile, &Iosb));
}

BOOL WINAPI CancelIoEx(HANDLE hFile, LPOVERLAPPED lpOverlapped)
{
    IO_STATUS_BLOCK Iosb;

    return BaseResult(NtCancelIoFileEx(hFile, (PIO_STATUS_BLOCK)lpOverlapped, &Iosb));
}

BOOL WINAPI CancelSynchronousIo(HANDLE hThread)
{
    IO_STATUS_BLOCK Iosb;

    return BaseResult(NtCancelSynchronousIoFile(hThread, NULL, &Iosb));
}

/* ------------------------------------------------------------------ positions */

BOOL WINAPI SetFilePointerEx(HANDLE hFile, LARGE_INTEGER liDistanceToMove, PLARGE_INTEGER lpNewFilePointer, DWORD dwMoveMethod)
{
    FILE_POSITION_INFORMATION Position;
    IO_STATUS_BLOCK Iosb;

    if (dwMoveMethod == FILE_BEGIN) {
        Position.CurrentByteOffset.QuadPart = 0;
    } else if (dwMoveMethod == FILE_CURRENT) {
        if (!BaseResult(NtQueryInformationFile(hFile, &Iosb, &Position, sizeof(Position), FilePositionInformation))) {
            return FALSE;
        }
    } else {
        SetLastError(ERROR_INVALID_PARAMETER); /* devices have no end */
        return FALSE;
    }
    Position.CurrentByteOffset.QuadPart += liDistanceToMove.QuadPart;
    if (Position.CurrentByteOffset.QuadPart < 0) {
        SetLastError(ERROR_NEGATIVE_SEEK);
        return FALSE;
    }
    if (!BaseResult(NtSetInformationFile(hFile, &Iosb, &Position, sizeof(Position), FilePositionInformation))) {
        return FALSE;
    }
    if (lpNewFilePointer != NULL) {
        *lpNewFilePointer = Position.CurrentByteOffset;
    }
    return TRUE;
}

DWORD WINAPI SetFilePointer(HANDLE hFile, LONG lDistanceToMove, PLONG lpDistanceToMoveHigh, DWORD dwMoveMethod)
{
    LARGE_INTEGER Distance, Position;

    Distance.QuadPart = lDistanceToMove;
    if (lpDistanceToMoveHigh != NULL) {
        Distance.LowPart = (ULONG)lDistanceToMove;
        Distance.HighPart = *lpDistanceToMoveHigh;
    }
    if (!SetFilePointerEx(hFile, Distance, &Position, dwMoveMethod)) {
        return INVALID_SET_FILE_POINTER;
    }
    SetLastError(ERROR_SUCCESS);
    if (lpDistanceToMoveHigh != NULL) {
        *lpDistanceToMoveHigh = Position.HighPart;
    }
    return Position.LowPart;
}

DWORD WINAPI GetFileType(HANDLE hFile)
{
    SetLastError(ERROR_SUCCESS);
    UNREFERENCED_PARAMETER(hFile);
    return FILE_TYPE_CHAR;
}

/* ------------------------------------------------------------------ MS-DOS device names */

static NTSTATUS BaseOpenLink(LPCWSTR Name, PHANDLE Link)
{
    OBJECT_ATTRIBUTES Attributes;
    UNICODE_STRING NtName;
    WCHAR Path[MAX_PATH];

    if (wcslen(Name) > MAX_PATH - 8) {
        return STATUS_NAME_TOO_LONG;
    }
    wcscpy(Path, L"\\??\\");
    wcscat(Path, Name);
    RtlInitUnicodeString(&NtName, Path);
    InitializeObjectAttributes(&Attributes, &NtName, OBJ_CASE_INSENSITIVE, NULL, NULL);
    return NtOpenSymbolicLinkObject(Link, 1, &Attributes);
}

/* The target, with the two terminators of a list of one. (Lists of all names, lpDeviceName NULL, are not in this model.) */
DWORD WINAPI QueryDosDeviceW(LPCWSTR lpDeviceName, LPWSTR lpTargetPath, DWORD ucchMax)
{
    UNICODE_STRING Target;
    HANDLE Link;
    NTSTATUS Status;
    DWORD Count;

    if (lpDeviceName == NULL || ucchMax < 2) {
        SetLastError(lpDeviceName == NULL ? ERROR_CALL_NOT_IMPLEMENTED : ERROR_INSUFFICIENT_BUFFER);
        return 0;
    }
    if (!BaseResult(BaseOpenLink(lpDeviceName, &Link))) {
        return 0;
    }
    Target.Length = 0;
    Target.MaximumLength = (USHORT)((ucchMax > 0x7000 ? 0x7000 : ucchMax - 2) * sizeof(WCHAR));
    Target.Buffer = lpTargetPath;
    Status = NtQuerySymbolicLinkObject(Link, &Target, NULL);
    NtClose(Link);
    if (!BaseResult(Status)) {
        return 0;
    }
    Count = Target.Length / sizeof(WCHAR);
    lpTargetPath[Count] = 0;
    lpTargetPath[Count + 1] = 0;
    return Count + 2;
}

DWORD WINAPI QueryDosDeviceA(LPCSTR lpDeviceName, LPSTR lpTargetPath, DWORD ucchMax)
{
    WCHAR Target[MAX_PATH + 2];
    LPWSTR Name;
    DWORD Count;

    if (!BaseWiden(lpDeviceName, &Name)) {
        return 0;
    }
    Count = QueryDosDeviceW(Name, Target, MAX_PATH + 2);
    BaseFree(Name);
    if (Count == 0) {
        return 0;
    }
    Count = (DWORD)WideCharToMultiByte(CP_ACP, 0, Target, (int)Count, lpTargetPath, (int)ucchMax, NULL, NULL);
    return Count;
}
