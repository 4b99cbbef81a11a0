/*
 * obinit.c: the object types and the directories that exist from the start.
 */
#include "iop.h"

POBJECT_TYPE ObpTypeType, ObpDirectoryType, ObpSymbolicLinkType;
POBJECT_TYPE ObpProcessType, ObpThreadType, ObpEventType, ObpSemaphoreType, ObpMutantType, ObpTimerType;
POBJECT_TYPE ObpFileType, ObpDriverType, ObpDeviceType;

/* As drivers import them. */
POBJECT_TYPE *PsProcessType = &ObpProcessType;
POBJECT_TYPE *PsThreadType = &ObpThreadType;
POBJECT_TYPE *ExEventObjectType = &ObpEventType;
POBJECT_TYPE *ExSemaphoreObjectType = &ObpSemaphoreType;
POBJECT_TYPE *IoFileObjectType = &ObpFileType;
POBJECT_TYPE *IoDriverObjectType = &ObpDriverType;
POBJECT_TYPE *IoDeviceObjectType = &ObpDeviceType;

static ULONG ObpTypeCount;

static const GENERIC_MAPPING ObpPlainMapping = {STANDARD_RIGHTS_READ, STANDARD_RIGHTS_WRITE, STANDARD_RIGHTS_EXECUTE, STANDARD_RIGHTS_REQUIRED};
static const GENERIC_MAPPING ObpDirectoryMapping = {STANDARD_RIGHTS_READ | 3, STANDARD_RIGHTS_WRITE | 0xC, STANDARD_RIGHTS_EXECUTE | 3, STANDARD_RIGHTS_REQUIRED | 0xF};
static const GENERIC_MAPPING ObpLinkMapping = {STANDARD_RIGHTS_READ | 1, STANDARD_RIGHTS_WRITE, STANDARD_RIGHTS_EXECUTE | 1, STANDARD_RIGHTS_REQUIRED | 1};
static const GENERIC_MAPPING ObpEventMapping = {STANDARD_RIGHTS_READ | 1, STANDARD_RIGHTS_WRITE | 2, STANDARD_RIGHTS_EXECUTE | SYNCHRONIZE, STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 3};
static const GENERIC_MAPPING ObpMutantMapping = {STANDARD_RIGHTS_READ | 1, STANDARD_RIGHTS_WRITE, STANDARD_RIGHTS_EXECUTE | SYNCHRONIZE, STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 1};
static const GENERIC_MAPPING ObpProcessMapping = {STANDARD_RIGHTS_READ | 0x410, STANDARD_RIGHTS_WRITE | 0xBEB, STANDARD_RIGHTS_EXECUTE | SYNCHRONIZE | 0x1001, STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0xFFFF};
static const GENERIC_MAPPING ObpFileMapping = {FILE_GENERIC_READ, FILE_GENERIC_WRITE, FILE_GENERIC_EXECUTE, FILE_ALL_ACCESS};

POBJECT_TYPE ObpCreateType(PCWSTR Name, ULONG PoolTag, LONG WaitOffset, ACCESS_MASK SpecificAccess, const GENERIC_MAPPING *Mapping)
{
    POBJECT_TYPE Type;

    if (!NT_SUCCESS(ObpCreateObject(ObpTypeType, sizeof(OBJECT_TYPE), (PVOID *)&Type)))
        return NULL;
    if (ObpTypeType == NULL) { /* the first type is its own type */
        ObpTypeType = Type;
        OBP_HEADER(Type)->Type = Type;
        Type->TotalObjects = 1;
    }
    RtlInitUnicodeString(&Type->Name, Name);
    Type->Index = ++ObpTypeCount;
    Type->WaitOffset = WaitOffset;
    Type->PoolTag = PoolTag;
    Type->ValidAccess = STANDARD_RIGHTS_ALL | SpecificAccess;
    Type->Mapping = *Mapping;
    return Type;
}

static NTSTATUS ObpCreateLink(PCWSTR Name, PCWSTR Target)
{
    UNICODE_STRING NameString, TargetString;

    RtlInitUnicodeString(&NameString, Name);
    RtlInitUnicodeString(&TargetString, Target);
    return ObpCreateSymbolicLink(&NameString, &TargetString);
}

NTSTATUS ObInitSystem(VOID)
{
    static const PCWSTR Directories[] = {L"\\Device", L"\\Driver", L"\\FileSystem", L"\\GLOBAL??", L"\\BaseNamedObjects", L"\\KernelObjects", L"\\ObjectTypes", L"\\Callback"};
    static const PCWSTR Links[][2] = {
        {L"\\??", L"\\GLOBAL??"},
        {L"\\DosDevices", L"\\??"},
        {L"\\GLOBAL??\\Global", L"\\GLOBAL??"},
        {L"\\GLOBAL??\\GLOBALROOT", L""},
        {L"\\BaseNamedObjects\\Global", L"\\BaseNamedObjects"},
        {L"\\BaseNamedObjects\\Local", L"\\BaseNamedObjects"},
    };
    NTSTATUS Status;
    ULONG i;

    ObpInitializeNamespaceLock();
    ObpInitializeDeferredDeletes();
    ObpTypeType = ObpCreateType(L"Type", 'TjbO', OBP_NO_WAIT, 1, &ObpPlainMapping);
    ObpDirectoryType = ObpCreateType(L"Directory", 'eriD', OBP_NO_WAIT, 0xF, &ObpDirectoryMapping);
    ObpSymbolicLinkType = ObpCreateType(L"SymbolicLink", 'bmyS', OBP_NO_WAIT, 1, &ObpLinkMapping);
    ObpSymbolicLinkType->DeleteProcedure = ObpDeleteSymbolicLinkObject;
    ObpProcessType = ObpCreateType(L"Process", 'corP', 0, 0xFFFF, &ObpProcessMapping);
    ObpProcessType->DeleteProcedure = PspDeleteProcess;
    ObpThreadType = ObpCreateType(L"Thread", 'erhT', 0, 0xFFFF, &ObpProcessMapping);
    ObpThreadType->DeleteProcedure = PspDeleteThread;
    ObpEventType = ObpCreateType(L"Event", 'nevE', 0, 3, &ObpEventMapping);
    ObpSemaphoreType = ObpCreateType(L"Semaphore", 'ameS', 0, 3, &ObpEventMapping);
    ObpMutantType = ObpCreateType(L"Mutant", 'atuM', 0, 1, &ObpMutantMapping);
    ObpTimerType = ObpCreateType(L"Timer", 'emiT', 0, 3, &ObpEventMapping);
    ObpDriverType = ObpCreateType(L"Driver", 'virD', OBP_NO_WAIT, 1, &ObpPlainMapping);
    ObpDriverType->DeleteProcedure = IopDeleteDriver;
    ObpDeviceType = ObpCreateType(L"Device", 'iveD', OBP_NO_WAIT, 0x1FF, &ObpFileMapping);
    ObpDeviceType->ParseProcedure = IopParseDevice;
    ObpDeviceType->DeleteProcedure = IopDeleteDevice;
    ObpFileType = ObpCreateType(L"File", 'eliF', FIELD_OFFSET(FILE_OBJECT, Event), 0x1FF, &ObpFileMapping);
    ObpFileType->ParseProcedure = IopParseFile;
    ObpFileType->CloseProcedure = IopCloseFile;
    ObpFileType->DeleteProcedure = IopDeleteFile;

    Status = ObpCreateObject(ObpDirectoryType, sizeof(OBJECT_DIRECTORY), (PVOID *)&ObpRootDirectory);
    for (i = 0; NT_SUCCESS(Status) && i < RTL_NUMBER_OF(Directories); i++)
        Status = ObpCreateDirectory(Directories[i]);
    for (i = 0; NT_SUCCESS(Status) && i < RTL_NUMBER_OF(Links); i++)
        Status = ObpCreateLink(Links[i][0], Links[i][1]);
    return Status;
}
