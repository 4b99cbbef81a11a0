/*
 * exp.h: the executive's own structures: pool, work items, formatting. Private to ntoskrnl; learners see pool headers in memory.
 * Layouts here are this kernel's own (the in-band pool header resembles the real one: 16 bytes before each block).
 */
#pragma once

#ifndef _NTOSKRNL_
#define _NTOSKRNL_
#endif
#ifndef _CRTBLD
#define _CRTBLD
#endif
#include <ntddk.h>

/* ------------------------------------------------------------------ pool */

/* Before every pool block of less than a page. Sizes in units of 16 bytes, this header included. */
typedef struct _POOL_HEADER {
    UCHAR PreviousSize; /* of the block below in the same page; 0: first in the page */
    UCHAR PoolIndex;    /* which EXP_POOL_* */
    UCHAR BlockSize;
    UCHAR PoolType; /* EXP_BLOCK_FREE or EXP_BLOCK_USED */
    ULONG PoolTag;
    ULONGLONG Requested; /* bytes that the caller asked for */
} POOL_HEADER, *PPOOL_HEADER;

#define EXP_POOL_NONPAGED    0
#define EXP_POOL_NONPAGED_NX 1
#define EXP_POOL_PAGED       2
#define EXP_POOL_COUNT       3

#define EXP_BLOCK_FREE 0
#define EXP_BLOCK_USED 0x0A

#define EXP_POOL_ALIGN      16
#define EXP_POOL_LISTS      256
#define EXP_POOL_PAGES      2048
/* The block that a fresh page is: its last 16 bytes stay unused, since sizes are bytes. */
#define EXP_PAGE_UNITS      255
#define EXP_PAGE_TOMBSTONE  1

/* One pool. ListHeads[n] chains the free blocks of n units through the 16 bytes after their headers; Summary has a bit for each list that
 * may have blocks. */
typedef struct _POOL_DESCRIPTOR {
    ULONG PoolIndex;
    ULONG Pages;
    ULONGLONG BytesInUse;
    ULONGLONG Allocations;
    ULONGLONG Frees;
    ULONG Summary[EXP_POOL_LISTS / 32];
    LIST_ENTRY ListHeads[EXP_POOL_LISTS];
} POOL_DESCRIPTOR, *PPOOL_DESCRIPTOR;

/* What the pool owns, hashed by page number: pages of small blocks, and allocations of whole pages, which have no header. */
typedef struct _POOL_PAGE {
    PVOID Va;         /* NULL: never used; EXP_PAGE_TOMBSTONE: freed */
    ULONG Pages;      /* 0: a page of small blocks */
    ULONG PoolIndex;
    ULONG PoolTag;
    ULONG Spare;
    ULONGLONG Requested;
} POOL_PAGE, *PPOOL_PAGE;

extern POOL_DESCRIPTOR ExpPool[EXP_POOL_COUNT];
extern POOL_PAGE ExpPoolPages[EXP_POOL_PAGES];

/* Why ExpFreeBlock refuses; the bug check is made by ExFreePoolWithTag. */
typedef struct _EXP_POOL_ERROR {
    ULONG Code; /* 0: freed */
    ULONG P1;
    ULONGLONG P2;
    ULONGLONG P3;
    ULONGLONG P4;
} EXP_POOL_ERROR, *PEXP_POOL_ERROR;

VOID ExpInitializePool(VOID);
/* Allocates one block (zeroed if Zero); NULL when memory is exhausted. Corrupt free lists are reported through Error. */
__declspec(primitive) PVOID ExpAllocateBlock(ULONG PoolIndex, SIZE_T NumberOfBytes, ULONG Tag, ULONG Zero, PEXP_POOL_ERROR Error);
/* Checks the headers around P and frees it; TRUE if it was sound. CheckTag 0: any tag fits. */
__declspec(primitive) BOOLEAN ExpFreeBlock(PVOID P, ULONG CheckTag, ULONG Irql, PEXP_POOL_ERROR Error);

/* ------------------------------------------------------------------ sequenced lists */

__declspec(primitive) PSLIST_ENTRY ExpPopSList(PSLIST_HEADER ListHead);
__declspec(primitive) PSLIST_ENTRY ExpPushSList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry);
__declspec(primitive) PSLIST_ENTRY ExpFlushSList(PSLIST_HEADER ListHead);

/* ------------------------------------------------------------------ formatting */

#define RTLP_LEFT      1
#define RTLP_PLUS      2
#define RTLP_SPACE     4
#define RTLP_ALTERNATE 8
#define RTLP_ZERO      16
#define RTLP_PRECISION 32 /* one was given */

/* One conversion of a format: flags, width, precision, prefix, letter. */
typedef struct _RTLP_FORMAT_SPEC {
    ULONG Flags;
    ULONG Width;
    ULONG Precision;
    ULONG Size;
    ULONG Conversion;
} RTLP_FORMAT_SPEC, *PRTLP_FORMAT_SPEC;

/* Where formatted text goes. Exactly one of Narrow and Wide is set. No terminator is written. */
typedef struct _RTLP_FORMAT_SINK {
    PCHAR Narrow;
    PWCHAR Wide;
    SIZE_T Capacity; /* characters that fit */
    SIZE_T Used;     /* characters in the buffer */
    SIZE_T Count;    /* characters that the text has */
    VOID (*Flush)(struct _RTLP_FORMAT_SINK *Sink); /* NULL, or empties the buffer when it is full */
    /* NULL, or writes one floating conversion, given the bits of a double. */
    VOID (*Float)(struct _RTLP_FORMAT_SINK *Sink, const RTLP_FORMAT_SPEC *Spec, ULONGLONG Bits);
    PVOID Context;
} RTLP_FORMAT_SINK, *PRTLP_FORMAT_SINK;

#define RTLP_FORMAT_WIDE   1 /* the format itself is wide */
#define RTLP_FORMAT_KERNEL 2 /* %wZ and %Z name counted strings */
#define RTLP_FORMAT_RAISED 4 /* above PASSIVE_LEVEL: no wide text */

/* The engine behind DbgPrint, sprintf, RtlStringCbPrintf and, built once more, the user-mode printf family. */
VOID RtlpFormat(PRTLP_FORMAT_SINK Sink, const void *Format, ULONG Flags, va_list Arguments);
/* For what writes floating conversions: a character Count times (if that is above 0), ASCII text. */
VOID RtlpFormatPad(PRTLP_FORMAT_SINK Sink, ULONG Character, LONG Count);
VOID RtlpFormatRun(PRTLP_FORMAT_SINK Sink, PCSTR Text, SIZE_T Length);

/* Length of the whole text; what fits into size characters is in dest, terminated (rtlprintf.c). */
size_t RtlpFormatNarrow(char *dest, size_t size, const char *format, va_list args);
size_t RtlpFormatWide(wchar_t *dest, size_t size, const wchar_t *format, va_list args);

/* ------------------------------------------------------------------ debug output, lab events */

__declspec(primitive) VOID KdpPrintText(PCSTR Text, ULONG Length);
__declspec(primitive) VOID LabpTag(PCSTR Name);
__declspec(primitive) VOID LabpMark(PCSTR Name);

/* ------------------------------------------------------------------ strings that live in pool */

#define EXP_TAG_NAME   'mNbO' /* object names */
#define EXP_TAG_STRING 'grtS'
/* Buffers of RtlAnsiStringToUnicodeString and the like: pool here, the process heap in ntdll. */
PVOID RtlpAllocateString(SIZE_T Bytes);
VOID RtlpFreeString(PVOID Buffer);
