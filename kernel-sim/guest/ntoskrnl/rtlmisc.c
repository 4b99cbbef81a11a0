/*
 * rtlmisc.c: bit maps, random numbers, GUIDs, version, access masks; the kernel's allocator for strings.
 */
#include "exp.h"
#include "obp.h"

PVOID RtlpAllocateString(SIZE_T Bytes)
{
    return ExAllocatePool2(POOL_FLAG_PAGED | POOL_FLAG_UNINITIALIZED, Bytes, EXP_TAG_STRING);
}

VOID RtlpFreeString(PVOID Buffer)
{
    ExFreePool(Buffer);
}

/* The kernel has no errno. */
void CrtRangeError(void)
{
}

/* Nor a handler: a driver looks at the result. */
errno_t CrtInvalid(errno_t error)
{
    return error;
}

VOID NTAPI RtlMapGenericMask(PACCESS_MASK AccessMask, const GENERIC_MAPPING *Mapping)
{
    if (*AccessMask & GENERIC_READ)
        *AccessMask |= Mapping->GenericRead;
    if (*AccessMask & GENERIC_WRITE)
        *AccessMask |= Mapping->GenericWrite;
    if (*AccessMask & GENERIC_EXECUTE)
        *AccessMask |= Mapping->GenericExecute;
    if (*AccessMask & GENERIC_ALL)
        *AccessMask |= Mapping->GenericAll;
    *AccessMask &= ~(GENERIC_READ | GENERIC_WRITE | GENERIC_EXECUTE | GENERIC_ALL);
}

/* ------------------------------------------------------------------ bit maps */

VOID NTAPI RtlInitializeBitMap(PRTL_BITMAP BitMapHeader, PULONG BitMapBuffer, ULONG SizeOfBitMap)
{
    BitMapHeader->SizeOfBitMap = SizeOfBitMap;
    BitMapHeader->Buffer = BitMapBuffer;
}

VOID NTAPI RtlSetBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    BitMapHeader->Buffer[BitNumber / 32] |= 1ul << (BitNumber % 32);
}

VOID NTAPI RtlClearBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    BitMapHeader->Buffer[BitNumber / 32] &= ~(1ul << (BitNumber % 32));
}

BOOLEAN NTAPI RtlTestBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    return (BitMapHeader->Buffer[BitNumber / 32] >> (BitNumber % 32)) & 1;
}

VOID NTAPI RtlSetBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToSet)
{
    for (; NumberToSet != 0; NumberToSet--)
        RtlSetBit(BitMapHeader, StartingIndex++);
}

VOID NTAPI RtlClearBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToClear)
{
    for (; NumberToClear != 0; NumberToClear--)
        RtlClearBit(BitMapHeader, StartingIndex++);
}

VOID NTAPI RtlClearAllBits(PRTL_BITMAP BitMapHeader)
{
    memset(BitMapHeader->Buffer, 0, (BitMapHeader->SizeOfBitMap + 31) / 32 * 4);
}

VOID NTAPI RtlSetAllBits(PRTL_BITMAP BitMapHeader)
{
    memset(BitMapHeader->Buffer, 0xFF, (BitMapHeader->SizeOfBitMap + 31) / 32 * 4);
}

static ULONG RtlpFindClear(PRTL_BITMAP Map, ULONG Number, ULONG From, ULONG To)
{
    ULONG Run = 0;

    for (; From < To; From++) {
        Run = RtlTestBit(Map, From) ? 0 : Run + 1;
        if (Run == Number)
            return From + 1 - Number;
    }
    return 0xFFFFFFFF;
}

ULONG NTAPI RtlFindClearBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    ULONG Found;

    if (HintIndex >= BitMapHeader->SizeOfBitMap)
        HintIndex = 0;
    if (NumberToFind == 0)
        return HintIndex & ~7u;
    Found = RtlpFindClear(BitMapHeader, NumberToFind, HintIndex, BitMapHeader->SizeOfBitMap);
    if (Found == 0xFFFFFFFF && HintIndex != 0)
        Found = RtlpFindClear(BitMapHeader, NumberToFind, 0, BitMapHeader->SizeOfBitMap);
    return Found;
}

ULONG NTAPI RtlFindClearBitsAndSet(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    ULONG Found = RtlFindClearBits(BitMapHeader, NumberToFind, HintIndex);

    if (Found != 0xFFFFFFFF)
        RtlSetBits(BitMapHeader, Found, NumberToFind);
    return Found;
}

ULONG NTAPI RtlNumberOfSetBits(PRTL_BITMAP BitMapHeader)
{
    ULONG Count = 0, i;

    for (i = 0; i < BitMapHeader->SizeOfBitMap; i++)
        Count += RtlTestBit(BitMapHeader, i);
    return Count;
}

ULONG NTAPI RtlNumberOfClearBits(PRTL_BITMAP BitMapHeader)
{
    return BitMapHeader->SizeOfBitMap - RtlNumberOfSetBits(BitMapHeader);
}

/* ------------------------------------------------------------------ random numbers: a linear congruential generator modulo 2^31 - 1 */

ULONG NTAPI RtlRandomEx(PULONG Seed)
{
    *Seed = (ULONG)(((ULONGLONG)*Seed * 16807 + 1) % 0x7FFFFFFF);
    return *Seed;
}

ULONG NTAPI RtlRandom(PULONG Seed)
{
    return RtlRandomEx(Seed);
}

/* ------------------------------------------------------------------ version: Windows 10, as the lab's profile says */

NTSTATUS NTAPI RtlGetVersion(PRTL_OSVERSIONINFOW lpVersionInformation)
{
    lpVersionInformation->dwMajorVersion = 10;
    lpVersionInformation->dwMinorVersion = 0;
    lpVersionInformation->dwBuildNumber = 19045;
    lpVersionInformation->dwPlatformId = 2;
    lpVersionInformation->szCSDVersion[0] = 0;
    return STATUS_SUCCESS;
}

/* ------------------------------------------------------------------ time */

#define RTLP_DAY_MS 86400000

static BOOLEAN RtlpIsLeap(ULONG Year)
{
    return Year % 4 == 0 && (Year % 100 != 0 || Year % 400 == 0);
}

static ULONG RtlpMonthDays(ULONG Year, ULONG Month)
{
    static const UCHAR Days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return Days[Month - 1] + (Month == 2 && RtlpIsLeap(Year));
}

/* Days from 1 January 1601 to 1 January of Year. */
static ULONG RtlpYearStart(ULONG Year)
{
    Year -= 1601;
    return Year * 365 + Year / 4 - Year / 100 + Year / 400;
}

VOID NTAPI RtlTimeToTimeFields(PLARGE_INTEGER Time, PTIME_FIELDS TimeFields)
{
    ULONGLONG Milliseconds = (ULONGLONG)Time->QuadPart / 10000;
    ULONG Days = (ULONG)(Milliseconds / RTLP_DAY_MS), InDay = (ULONG)(Milliseconds % RTLP_DAY_MS), Year, Month = 1;

    TimeFields->Weekday = (CSHORT)((Days + 1) % 7);
    TimeFields->Hour = (CSHORT)(InDay / 3600000);
    TimeFields->Minute = (CSHORT)(InDay / 60000 % 60);
    TimeFields->Second = (CSHORT)(InDay / 1000 % 60);
    TimeFields->Milliseconds = (CSHORT)(InDay % 1000);
    Year = 1601 + Days / 366;
    while (RtlpYearStart(Year + 1) <= Days)
        Year++;
    Days -= RtlpYearStart(Year);
    while (Days >= RtlpMonthDays(Year, Month))
        Days -= RtlpMonthDays(Year, Month++);
    TimeFields->Year = (CSHORT)Year;
    TimeFields->Month = (CSHORT)Month;
    TimeFields->Day = (CSHORT)(Days + 1);
}

BOOLEAN NTAPI RtlTimeFieldsToTime(PTIME_FIELDS TimeFields, PLARGE_INTEGER Time)
{
    ULONG Days, Month;

    if (TimeFields->Year < 1601 || TimeFields->Month < 1 || TimeFields->Month > 12 || TimeFields->Day < 1 ||
        TimeFields->Day > (LONG)RtlpMonthDays(TimeFields->Year, TimeFields->Month) || TimeFields->Hour < 0 || TimeFields->Hour > 23 ||
        TimeFields->Minute < 0 || TimeFields->Minute > 59 || TimeFields->Second < 0 || TimeFields->Second > 59 ||
        TimeFields->Milliseconds < 0 || TimeFields->Milliseconds > 999)
        return FALSE;
    Days = RtlpYearStart(TimeFields->Year) + TimeFields->Day - 1;
    for (Month = 1; Month < (ULONG)TimeFields->Month; Month++)
        Days += RtlpMonthDays(TimeFields->Year, Month);
    Time->QuadPart = ((LONGLONG)Days * RTLP_DAY_MS + TimeFields->Hour * 3600000 + TimeFields->Minute * 60000 + TimeFields->Second * 1000 +
                      TimeFields->Milliseconds) * 10000;
    return TRUE;
}
