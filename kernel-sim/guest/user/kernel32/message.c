/*
 * message.c: FormatMessage. Texts of the errors that programs of the lab meet, in the lab's own words (Windows has others); a code that is
 * not here gets its number. Like the system's they end with a line end.
 */
#include "base.h"
#include <stdlib.h>

typedef struct _BASE_MESSAGE {
    DWORD Code;
    PCSTR Text;
} BASE_MESSAGE;

/* Sorted by code. */
static const BASE_MESSAGE BaseMessages[] = {
    {ERROR_SUCCESS, "The operation succeeded."},
    {ERROR_INVALID_FUNCTION, "The device or driver does not support this request."},
    {ERROR_FILE_NOT_FOUND, "There is no file or device of this name."},
    {ERROR_PATH_NOT_FOUND, "The path to this name does not exist."},
    {ERROR_TOO_MANY_OPEN_FILES, "Too many files are open."},
    {ERROR_ACCESS_DENIED, "Access is denied."},
    {ERROR_INVALID_HANDLE, "The handle is not valid."},
    {ERROR_NOT_ENOUGH_MEMORY, "There is not enough memory for this command."},
    {ERROR_INVALID_DATA, "The data is not valid."},
    {ERROR_OUTOFMEMORY, "There is not enough memory for this operation."},
    {ERROR_NOT_READY, "The device is not ready."},
    {ERROR_BAD_COMMAND, "The device does not know this command."},
    {ERROR_BAD_LENGTH, "The length of the command or of its data is wrong."},
    {ERROR_WRITE_FAULT, "The device could not be written."},
    {ERROR_READ_FAULT, "The device could not be read."},
    {ERROR_GEN_FAILURE, "The device does not work."},
    {ERROR_SHARING_VIOLATION, "Another process is using the file."},
    {ERROR_HANDLE_EOF, "The end of the file was reached."},
    {ERROR_NOT_SUPPORTED, "The request is not supported."},
    {ERROR_FILE_EXISTS, "The file exists."},
    {ERROR_INVALID_PARAMETER, "A parameter is wrong."},
    {ERROR_BROKEN_PIPE, "The pipe has been ended."},
    {ERROR_CALL_NOT_IMPLEMENTED, "This function is not implemented here."},
    {ERROR_SEM_TIMEOUT, "The time for waiting is over."},
    {ERROR_INSUFFICIENT_BUFFER, "The buffer is too small."},
    {ERROR_INVALID_NAME, "The name is not valid."},
    {ERROR_MOD_NOT_FOUND, "The module was not found."},
    {ERROR_PROC_NOT_FOUND, "The procedure was not found."},
    {ERROR_NEGATIVE_SEEK, "A position before the start of the file was asked for."},
    {ERROR_BUSY, "The resource is in use."},
    {ERROR_ALREADY_EXISTS, "It exists already."},
    {ERROR_MORE_DATA, "There is more data than fits."},
    {WAIT_TIMEOUT, "The time for waiting is over."},
    {ERROR_NO_MORE_ITEMS, "There are no more items."},
    {ERROR_NOT_OWNER, "The caller does not own this lock."},
    {433 /* ERROR_NO_SUCH_DEVICE */, "There is no such device."},
    {ERROR_OPERATION_ABORTED, "The request was cancelled, or its thread has ended."},
    {ERROR_IO_INCOMPLETE, "The overlapped request is not complete yet."},
    {ERROR_IO_PENDING, "The overlapped request is on its way."},
    {ERROR_NOACCESS, "A buffer cannot be accessed at this address."},
    {ERROR_SERVICE_ALREADY_RUNNING, "The service is running already."},
    {ERROR_SERVICE_DOES_NOT_EXIST, "There is no service of this name."},
    {ERROR_SERVICE_CANNOT_ACCEPT_CTRL, "The service cannot take control codes now."},
    {ERROR_SERVICE_NOT_ACTIVE, "The service is not running."},
    {ERROR_SERVICE_MARKED_FOR_DELETE, "The service is marked for deletion."},
    {ERROR_SERVICE_EXISTS, "A service of this name exists already."},
    {ERROR_IO_DEVICE, "The device reported an input or output error."},
    {ERROR_DEVICE_NOT_CONNECTED, "The device is not connected."},
    {ERROR_NOT_FOUND, "It was not found."},
    {ERROR_CANCELLED, "The operation was cancelled."},
    {ERROR_NO_SYSTEM_RESOURCES, "The system has not enough resources for this request."},
    {ERROR_TIMEOUT, "The time for the operation is over."},
};

/* The text of an error; Number holds what is made up for one without. */
static PCSTR BaseMessageText(DWORD Code, CHAR Number[32])
{
    ULONG Low = 0, High = RTL_NUMBER_OF(BaseMessages), Middle;

    if ((Code & 0xFFFF0000) == 0x80070000) {
        Code &= 0xFFFF; /* an HRESULT of a Win32 error */
    }
    while (Low < High) {
        Middle = (Low + High) / 2;
        if (BaseMessages[Middle].Code == Code) {
            return BaseMessages[Middle].Text;
        }
        if (BaseMessages[Middle].Code < Code) {
            Low = Middle + 1;
        } else {
            High = Middle;
        }
    }
    strcpy(Number, "Error ");
    _ultoa(Code, Number + 6, 10);
    strcat(Number, ".");
    return Number;
}

/* ------------------------------------------------------------------ text with inserts */

/* Grows on the heap; one place for a terminator is always left. Failed: there was no memory. */
typedef struct _BASE_TEXT {
    PWCHAR Buffer;
    SIZE_T Count;
    SIZE_T Capacity;
    BOOL Failed;
} BASE_TEXT, *PBASE_TEXT;

static VOID BasePut(PBASE_TEXT Text, WCHAR Character)
{
    PWCHAR Larger;

    if (Text->Count + 1 >= Text->Capacity) {
        Larger = Text->Buffer == NULL ? RtlAllocateHeap(RtlGetProcessHeap(), 0, 256 * sizeof(WCHAR))
                                      : RtlReAllocateHeap(RtlGetProcessHeap(), 0, Text->Buffer, Text->Capacity * 2 * sizeof(WCHAR));
        if (Larger == NULL) {
            Text->Failed = TRUE;
            return;
        }
        Text->Capacity = Text->Buffer == NULL ? 256 : Text->Capacity * 2;
        Text->Buffer = Larger;
    }
    Text->Buffer[Text->Count++] = Character;
}

static VOID BaseFlushInsert(PRTLP_FORMAT_SINK Sink)
{
    SIZE_T Index;

    for (Index = 0; Index < Sink->Used; Index++) {
        BasePut(Sink->Context, Sink->Wide[Index]);
    }
    Sink->Used = 0;
}

/* One argument in the printf format between the exclamation marks, or as a string. */
static VOID BaseInsert(PBASE_TEXT Text, LPCWSTR Format, ULONG_PTR *Argument)
{
    WCHAR Buffer[64];
    RTLP_FORMAT_SINK Sink;

    RtlZeroMemory(&Sink, sizeof(Sink));
    Sink.Wide = Buffer;
    Sink.Capacity = RTL_NUMBER_OF(Buffer);
    Sink.Flush = BaseFlushInsert;
    Sink.Context = Text;
    RtlpFormat(&Sink, Format, RTLP_FORMAT_WIDE, (va_list)Argument);
    BaseFlushInsert(&Sink);
}

/* Expands %1 to %99 with their formats, %n and so on. Narrow: strings among the arguments are narrow. */
static VOID BaseExpand(PBASE_TEXT Text, LPCWSTR Source, DWORD Flags, ULONG_PTR *Arguments, BOOL Narrow)
{
    WCHAR Format[32];
    ULONG Index, Number;

    for (; *Source != 0; Source++) {
        if (*Source != '%') {
            BasePut(Text, *Source);
            continue;
        }
        Source++;
        if (*Source >= '1' && *Source <= '9') {
            LPCWSTR Start = Source - 1;

            Number = *Source++ - '0';
            if (*Source >= '0' && *Source <= '9') {
                Number = Number * 10 + *Source++ - '0';
            }
            wcscpy(Format, Narrow ? L"%S" : L"%s");
            if (*Source == '!') {
                Source++;
                for (Index = 1; *Source != 0 && *Source != '!'; Source++) {
                    if (Index < RTL_NUMBER_OF(Format) - 1) {
                        Format[Index++] = Narrow && (*Source | 32) == 's' ? *Source ^ 32 : *Source;
                    }
                }
                Format[Index] = 0;
                Source += *Source == '!';
            }
            if (Flags & FORMAT_MESSAGE_IGNORE_INSERTS) {
                while (Start < Source) {
                    BasePut(Text, *Start++);
                }
            } else if (Arguments != NULL) {
                BaseInsert(Text, Format, &Arguments[Number - 1]);
            }
            Source--;
            continue;
        }
        switch (*Source) {
        case 0:
        case '0':
            return;
        case 'n':
        case 'r':
            BasePut(Text, '\r');
            if (*Source == 'n') {
                BasePut(Text, '\n');
            }
            break;
        case 't':
            BasePut(Text, '\t');
            break;
        default:
            BasePut(Text, *Source);
        }
    }
}

/* The whole message on the heap, terminated; NULL and the last error. */
static PWCHAR BaseFormat(DWORD Flags, LPCWSTR Source, DWORD Code, va_list *Arguments, BOOL Narrow, SIZE_T *Count)
{
    BASE_TEXT Text = {0};
    CHAR Number[32];
    PCSTR Message;
    ULONG_PTR *Values = NULL;

    if (Arguments != NULL) {
        Values = Flags & FORMAT_MESSAGE_ARGUMENT_ARRAY ? (ULONG_PTR *)Arguments : (ULONG_PTR *)*Arguments;
    }
    if (Flags & FORMAT_MESSAGE_FROM_STRING) {
        BaseExpand(&Text, Source, Flags, Values, Narrow);
    } else if (Flags & FORMAT_MESSAGE_FROM_SYSTEM) {
        for (Message = BaseMessageText(Code, Number); *Message != 0; Message++) {
            BasePut(&Text, (UCHAR)*Message);
        }
        BasePut(&Text, '\r');
        BasePut(&Text, '\n');
    } else {
        SetLastError(Flags & FORMAT_MESSAGE_FROM_HMODULE ? ERROR_MR_MID_NOT_FOUND : ERROR_INVALID_PARAMETER);
        return NULL;
    }
    if (Text.Failed || Text.Count == 0) {
        BaseFree(Text.Buffer);
        SetLastError(Text.Failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS);
        return NULL;
    }
    Text.Buffer[Text.Count] = 0;
    *Count = Text.Count;
    return Text.Buffer;
}

DWORD WINAPI FormatMessageW(DWORD dwFlags, LPCVOID lpSource, DWORD dwMessageId, DWORD dwLanguageId, LPWSTR lpBuffer, DWORD nSize,
                            va_list *Arguments)
{
    SIZE_T Count;
    PWCHAR Text = BaseFormat(dwFlags, lpSource, dwMessageId, Arguments, FALSE, &Count);

    UNREFERENCED_PARAMETER(dwLanguageId);
    if (Text == NULL) {
        return 0;
    }
    if (dwFlags & FORMAT_MESSAGE_ALLOCATE_BUFFER) {
        *(PWCHAR *)lpBuffer = Text; /* the caller frees it with LocalFree */
        return (DWORD)Count;
    }
    if (Count >= nSize) {
        BaseFree(Text);
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return 0;
    }
    RtlCopyMemory(lpBuffer, Text, (Count + 1) * sizeof(WCHAR));
    BaseFree(Text);
    return (DWORD)Count;
}

DWORD WINAPI FormatMessageA(DWORD dwFlags, LPCVOID lpSource, DWORD dwMessageId, DWORD dwLanguageId, LPSTR lpBuffer, DWORD nSize,
                            va_list *Arguments)
{
    LPWSTR Source = NULL;
    LPSTR Narrow;
    PWCHAR Text;
    SIZE_T Count;
    int Bytes;

    UNREFERENCED_PARAMETER(dwLanguageId);
    if ((dwFlags & FORMAT_MESSAGE_FROM_STRING) && !BaseWiden(lpSource, &Source)) {
        return 0;
    }
    Text = BaseFormat(dwFlags, Source, dwMessageId, Arguments, TRUE, &Count);
    BaseFree(Source);
    if (Text == NULL) {
        return 0;
    }
    Bytes = WideCharToMultiByte(CP_ACP, 0, Text, -1, NULL, 0, NULL, NULL);
    Narrow = lpBuffer;
    if (dwFlags & FORMAT_MESSAGE_ALLOCATE_BUFFER) {
        Narrow = RtlAllocateHeap(RtlGetProcessHeap(), 0, (SIZE_T)Bytes);
        *(LPSTR *)lpBuffer = Narrow;
    } else if ((DWORD)Bytes > nSize) {
        Narrow = NULL;
    }
    if (Narrow == NULL) {
        BaseFree(Text);
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return 0;
    }
    WideCharToMultiByte(CP_ACP, 0, Text, -1, Narrow, Bytes, NULL, NULL);
    BaseFree(Text);
    return (DWORD)Bytes - 1;
}
