/* Annotations, pragmas and old words: a driver that uses as many as it can, with the run-time library of the kernel. */
#include <ntifs.h>
#include <ntstrsafe.h>
#include <ntintsafe.h>
#include <driverspecs.h>
_Analysis_mode_(_Analysis_code_type_kernel_driver_)
#pragma warning(push)
#pragma warning(disable:4100 4201 4214 28159)
#pragma warning(suppress: 6001)
#pragma prefast(push)
#pragma prefast(disable:__WARNING_ENCODE_MEMBER_FUNCTION_POINTER, "Not valid for kernel mode drivers")
#pragma comment(lib, "ntoskrnl.lib")
#pragma comment(linker, "/SECTION:PAGE,ER")
#pragma region Globals
#pragma section("PAGEX", read, write)
__declspec(allocate("PAGEX")) ULONG g_Paged = 3;
#pragma bss_seg(push, seg1, ".bss1")
ULONG g_Zero;
#pragma bss_seg(pop, seg1)
#pragma const_seg(".rd1")
const ULONG g_Const = 9;
#pragma const_seg()
#pragma endregion
#pragma optimize("", off)
#pragma optimize("", on)
#pragma intrinsic(memcpy, memset)
#pragma function(memcmp)
#pragma strict_gs_check(on)
#pragma runtime_checks("", off)
#pragma check_stack(off)
#pragma auto_inline(off)
#pragma inline_depth(0)
#pragma unknown_pragma foo
#pragma setlocale("C")
#pragma detect_mismatch("a","b")
#pragma execution_character_set("utf-8")
#pragma deprecated(oldfunc)
#pragma message("building")
#pragma push_macro("FOO")
#define FOO 2
#pragma pop_macro("FOO")
#pragma include_alias("stdio.h", "newstdio.h")
#pragma vtordisp(off)
#pragma float_control(precise, on)
#pragma fp_contract (on)
#pragma STDC FP_CONTRACT ON
_IRQL_requires_max_(PASSIVE_LEVEL) _IRQL_requires_same_ _Function_class_(DRIVER_INITIALIZE) _Success_(return >= 0)
DRIVER_INITIALIZE DriverEntry;
__drv_functionClass(DRIVER_UNLOAD) __drv_maxIRQL(PASSIVE_LEVEL) __drv_sameIRQL DRIVER_UNLOAD Unload;
_When_(return==0, _At_(*p, _Post_valid_)) _Must_inspect_result_ _Check_return_ NTSTATUS Get(_Outptr_result_maybenull_ PVOID *p, _In_opt_z_ PCSTR s, _Inout_updates_bytes_to_(n, *n2) PUCHAR b, _In_range_(0, 100) ULONG n, _Out_opt_ PULONG n2, _In_ _Notnull_ PVOID q, _Reserved_ PVOID r, _Frees_ptr_opt_ PVOID z);
_Acquires_lock_(_Global_critical_region_) _Releases_nonreentrant_lock_(*l) __drv_raisesIRQL(DISPATCH_LEVEL) _IRQL_saves_global_(QueuedSpinLock, l) VOID Lk(_Inout_ _Requires_lock_not_held_(*_Curr_) PKSPIN_LOCK l);
__drv_allocatesMem(Mem) __drv_when((a & 1) != 0, __drv_reportError("bad, really (nested, commas)")) PVOID Al(__drv_strictTypeMatch(__drv_typeExpr) POOL_TYPE a, __drv_in_deref(__drv_valueIs(==0;==1)) PULONG v, __in_ecount(n) __drv_aliasesMem PULONG w, __deref_out_ecount_opt(n) PULONG *x, ULONG n);
typedef _Struct_size_bytes_(Size) struct _SZ { ULONG Size; _Field_size_bytes_(Size) PVOID p; _Field_range_(1,3) ULONG q; _Guarded_by_(lock) ULONG g; KSPIN_LOCK lock; } SZ;
_Use_decl_annotations_ VOID Unload(PDRIVER_OBJECT d) { UNREFERENCED_PARAMETER(d); PAGED_CODE(); }
_Kernel_requires_resource_held_(x) typedef NTSTATUS (NTAPI *FN)(_In_ int x);
#pragma code_seg(push, stack1, "PAGE")
NTSTATUS paged(void) { PAGED_CODE(); return STATUS_SUCCESS; }
#pragma code_seg(pop, stack1)
#pragma warning(pop)
static VOID __fastcall fast(ULONG a) { DBG_UNREFERENCED_PARAMETER(a); }
FORCEINLINE ULONG Twice(ULONG a) { return a * 2; }
CFORCEINLINE ULONG Thrice(ULONG a) { return a * 3; }
__inline static ULONG Four(ULONG a) { return a * 4; }
#define TAG 'tseT'
#define TAG2 (ULONG)'2seT'
_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT d, PUNICODE_STRING r)
{
    WCHAR buf[32]; size_t len; ULONG sum; NTSTATUS st; PVOID p; LARGE_INTEGER t = {0}; KIRQL irql; KSPIN_LOCK sl; STRING s; ANSI_STRING as; LIST_ENTRY h; PLIST_ENTRY e; DECLARE_CONST_UNICODE_STRING(cs, L"const"); static const UNICODE_STRING cc = RTL_CONSTANT_STRING(L"abc"); 
    DECLARE_UNICODE_STRING_SIZE(us, 40);
    d->DriverUnload = Unload;
    st = RtlStringCchPrintfW(buf, RTL_NUMBER_OF(buf), L"%s-%d", L"x", 5); NT_VERIFY(NT_SUCCESS(st));
    st = RtlStringCbLengthW(buf, sizeof buf, &len); st = RtlULongAdd(1, 2, &sum);
    p = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, TAG); if (!p) return STATUS_INSUFFICIENT_RESOURCES; ExFreePoolWithTag(p, TAG);
    p = ExAllocatePoolWithTag(NonPagedPoolNx, 100, TAG2); ExFreePool(p);
    KeInitializeSpinLock(&sl); KeAcquireSpinLock(&sl, &irql); KeReleaseSpinLock(&sl, irql);
    RtlInitAnsiString(&as, "ansi"); RtlInitString(&s, "str"); InitializeListHead(&h); for (e = h.Flink; e != &h; e = e->Flink) ; t.QuadPart = -10 * 1000; 
    __analysis_assume(st == 0); _Analysis_assume_(p != NULL); C_ASSERT(sizeof(ULONG) == 4); static_assert(1, "x");
    DbgPrintEx(DPFLTR_IHVDRIVER_ID, DPFLTR_ERROR_LEVEL, "%ws %Z %wZ %wZ %lu %I64d %u%u%u %p\n", buf, &as, &cs, &cc, sum, t.QuadPart, Twice(1), Thrice(1), Four(1), (PVOID)0x1234);
    KdPrintEx((DPFLTR_IHVDRIVER_ID, DPFLTR_INFO_LEVEL, "%d %d %d\n", g_Paged, g_Zero, g_Const)); fast(1); paged(); us.Length = 0; RtlAppendUnicodeToString(&us, L"appended"); DbgPrint("%wZ %s\n", &us, s.Buffer);
    UNREFERENCED_PARAMETER(r);
    return st;
}
