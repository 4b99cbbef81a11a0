/*
 * console.c: the console: three handles that are no objects, written and read through services of the lab. Text is UTF-8.
 */
#include "base.h"

static HANDLE BaseStandard[3] = {BASE_CONSOLE_INPUT, BASE_CONSOLE_OUTPUT, BASE_CONSOLE_ERROR};

BOOL BaseIsConsole(HANDLE Handle)
{
    return Handle == BASE_CONSOLE_INPUT || Handle == BASE_CONSOLE_OUTPUT || Handle == BASE_CONSOLE_ERROR;
}

HANDLE WINAPI GetStdHandle(DWORD nStdHandle)
{
    DWORD Index = STD_INPUT_HANDLE - nStdHandle;

    if (Index >= RTL_NUMBER_OF(BaseStandard)) {
        SetLastError(ERROR_INVALID_HANDLE);
        return INVALID_HANDLE_VALUE;
    }
    return BaseStandard[Index];
}

/* The C run-time library keeps writing to the console. */
BOOL WINAPI SetStdHandle(DWORD nStdHandle, HANDLE hHandle)
{
    DWORD Index = STD_INPUT_HANDLE - nStdHandle;

    if (Index >= RTL_NUMBER_OF(BaseStandard)) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    BaseStandard[Index] = hHandle;
    return TRUE;
}

static BOOL BaseCheckConsole(HANDLE Handle)
{
    if (BaseIsConsole(Handle)) {
        return TRUE;
    }
    SetLastError(ERROR_INVALID_HANDLE);
    return FALSE;
}

BOOL WINAPI WriteConsoleA(HANDLE hConsoleOutput, const VOID *lpBuffer, DWORD nNumberOfCharsToWrite, LPDWORD lpNumberOfCharsWritten,
                          LPVOID lpReserved)
{
    UNREFERENCED_PARAMETER(lpReserved);
    if (lpNumberOfCharsWritten != NULL) {
        *lpNumberOfCharsWritten = 0;
    }
    if (!BaseCheckConsole(hConsoleOutput) || !BaseResult(NtLabConsoleWrite(lpBuffer, nNumberOfCharsToWrite))) {
        return FALSE;
    }
    if (lpNumberOfCharsWritten != NULL) {
        *lpNumberOfCharsWritten = nNumberOfCharsToWrite;
    }
    return TRUE;
}

BOOL WINAPI WriteConsoleW(HANDLE hConsoleOutput, const VOID *lpBuffer, DWORD nNumberOfCharsToWrite, LPDWORD lpNumberOfCharsWritten,
                          LPVOID lpReserved)
{
    int Bytes = WideCharToMultiByte(CP_UTF8, 0, lpBuffer, (int)nNumberOfCharsToWrite, NULL, 0, NULL, NULL);
    LPSTR Text = RtlAllocateHeap(RtlGetProcessHeap(), 0, (SIZE_T)Bytes + 1);
    BOOL Result;

    if (Text == NULL) {
        return BaseResult(STATUS_NO_MEMORY);
    }
    WideCharToMultiByte(CP_UTF8, 0, lpBuffer, (int)nNumberOfCharsToWrite, Text, Bytes, NULL, NULL);
    Result = WriteConsoleA(hConsoleOutput, Text, (DWORD)Bytes, NULL, lpReserved);
    BaseFree(Text);
    if (lpNumberOfCharsWritten != NULL) {
        *lpNumberOfCharsWritten = Result ? nNumberOfCharsToWrite : 0;
    }
    return Result;
}

BOOL BaseReadConsole(PVOID Buffer, DWORD Length, LPDWORD Read)
{
    ULONG Bytes = 0;
    NTSTATUS Status = NtLabConsoleRead(Buffer, Length, &Bytes);

    *Read = Bytes;
    return BaseResult(Status);
}

BOOL WINAPI ReadConsoleA(HANDLE hConsoleInput, LPVOID lpBuffer, DWORD nNumberOfCharsToRead, LPDWORD lpNumberOfCharsRead, PVOID pInputControl)
{
    UNREFERENCED_PARAMETER(pInputControl);
    return BaseCheckConsole(hConsoleInput) && BaseReadConsole(lpBuffer, nNumberOfCharsToRead, lpNumberOfCharsRead);
}

/* One byte of UTF-8 is at most one wide character, so that what is read always fits. */
BOOL WINAPI ReadConsoleW(HANDLE hConsoleInput, LPVOID lpBuffer, DWORD nNumberOfCharsToRead, LPDWORD lpNumberOfCharsRead, PVOID pInputControl)
{
    LPSTR Text = RtlAllocateHeap(RtlGetProcessHeap(), 0, (SIZE_T)nNumberOfCharsToRead + 1);
    DWORD Bytes = 0;
    BOOL Result;

    if (Text == NULL) {
        return BaseResult(STATUS_NO_MEMORY);
    }
    Result = ReadConsoleA(hConsoleInput, Text, nNumberOfCharsToRead, &Bytes, pInputControl);
    *lpNumberOfCharsRead =
        Bytes == 0 ? 0 : (DWORD)MultiByteToWideChar(CP_UTF8, 0, Text, (int)Bytes, lpBuffer, (int)nNumberOfCharsToRead);
    BaseFree(Text);
    return Result;
}

BOOL WINAPI GetConsoleMode(HANDLE hConsoleHandle, LPDWORD lpMode)
{
    if (!BaseCheckConsole(hConsoleHandle)) {
        return FALSE;
    }
    *lpMode = ENABLE_PROCESSED_INPUT | ENABLE_LINE_INPUT | ENABLE_ECHO_INPUT;
    return TRUE;
}

/* Modes, titles and code pages change nothing here. */
BOOL WINAPI SetConsoleMode(HANDLE hConsoleHandle, DWORD dwMode)
{
    UNREFERENCED_PARAMETER(dwMode);
    return BaseCheckConsole(hConsoleHandle);
}

BOOL WINAPI SetConsoleOutputCP(UINT wCodePageID)
{
    UNREFERENCED_PARAMETER(wCodePageID);
    return TRUE;
}

BOOL WINAPI SetConsoleTitleA(LPCSTR lpConsoleTitle)
{
    UNREFERENCED_PARAMETER(lpConsoleTitle);
    return TRUE;
}

BOOL WINAPI SetConsoleTitleW(LPCWSTR lpConsoleTitle)
{
    UNREFERENCED_PARAMETER(lpConsoleTitle);
    return TRUE;
}

BOOL WINAPI SetConsoleTextAttribute(HANDLE hConsoleOutput, WORD wAttributes)
{
    UNREFERENCED_PARAMETER(wAttributes);
    return BaseCheckConsole(hConsoleOutput);
}

/* Nobody presses Ctrl+C in the lab: Stop ends the machine. */
BOOL WINAPI SetConsoleCtrlHandler(PHANDLER_ROUTINE HandlerRoutine, BOOL Add)
{
    UNREFERENCED_PARAMETER(HandlerRoutine);
    UNREFERENCED_PARAMETER(Add);
    return TRUE;
}
