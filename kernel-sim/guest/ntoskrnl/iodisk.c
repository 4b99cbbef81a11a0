/*
 * iodisk.c: the lab has no file system: the images of a session (drivers, programs, libraries) are files of C:\lab by name only. Whether one
 * is there can be asked, as programs do before they install a driver.
 */
#include "iop.h"

static NTSTATUS IopFindImage(PUNICODE_STRING Name)
{
    static UNICODE_STRING Directory = RTL_CONSTANT_STRING(L"\\??\\C:\\lab\\");

    if (!RtlPrefixUnicodeString(&Directory, Name, TRUE)) {
        return STATUS_OBJECT_PATH_NOT_FOUND;
    }
    return MiFindImage(Name) ? STATUS_SUCCESS : STATUS_OBJECT_NAME_NOT_FOUND;
}

NTSTATUS NTAPI NtQueryAttributesFile(POBJECT_ATTRIBUTES ObjectAttributes, PFILE_BASIC_INFORMATION FileInformation)
{
    OBP_CAPTURED_ATTRIBUTES Captured;
    FILE_BASIC_INFORMATION Basic;
    NTSTATUS Status = ObpCaptureAttributes(ObjectAttributes, ExGetPreviousMode(), &Captured);

    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    Status = IopFindImage(&Captured.Name);
    ObpFreeName(&Captured.Name);
    if (NT_SUCCESS(Status)) {
        RtlZeroMemory(&Basic, sizeof(Basic));
        Basic.FileAttributes = FILE_ATTRIBUTE_NORMAL;
        __try {
            if (ExGetPreviousMode() != KernelMode) {
                ProbeForWrite(FileInformation, sizeof(Basic), sizeof(LARGE_INTEGER));
            }
            *FileInformation = Basic;
        } __except (ExSystemExceptionFilter()) {
            Status = GetExceptionCode();
        }
    }
    return Status;
}
