/* What Microsoft's C adds to the language: suffixes, packing, alignment, unnamed members, conventions, __declspec, built-in names. */
#include "check.h"
#include <intrin.h>
#include <initguid.h>
#include <sal.h>
#define CK(c) (cases++, (c) ? 0 : (failures++, printf("line %d: %s\n", __LINE__, #c)))
/* 1 suffixes */
static void suffixes(void){ CK(1i8==1); CK(sizeof(1i8)==1 && sizeof(1ui8)==1 && sizeof(1i16)==2 && sizeof(1ui16)==2 && -1i8 == -1 && sizeof(+1i8)==4); CK(sizeof(1i32)==4); CK(sizeof(1i64)==8); CK(1ui8==1); CK(0xFFui8==255); CK(0xFFFFui16==65535); CK(0xffffffffui32==4294967295u); CK(0x8000000000000000UI64>0); CK(10I64==10); CK(sizeof(1UI64)==8); CK(-1i64 < 0);}
DEFINE_GUID(GUID_TEST, 0x12345678, 0x1234, 0x5678, 1,2,3,4,5,6,7,8);
typedef struct _IN { int a; LIST_ENTRY Link; struct { LIST_ENTRY Inner; int arr[3]; } Sub; } IN_T, *PIN_T;
static void containing(void){ IN_T t; PLIST_ENTRY e=&t.Link; CK(CONTAINING_RECORD(e, IN_T, Link)==&t); e=&t.Sub.Inner; CK(CONTAINING_RECORD(e, IN_T, Sub.Inner)==&t); CK(CONTAINING_RECORD(&t.Sub.arr[2], IN_T, Sub.arr[2])==&t); CK(FIELD_OFFSET(IN_T, Sub.arr[1])==FIELD_OFFSET(IN_T, Sub.arr)+4); CK(RTL_FIELD_SIZE(IN_T, Sub)==sizeof t.Sub); CK(RTL_SIZEOF_THROUGH_FIELD(IN_T, a)==4); }
static void guid(void){ CK(GUID_TEST.Data1==0x12345678 && GUID_TEST.Data4[7]==8); CK(IsEqualGUID(&GUID_TEST,&GUID_TEST)); }
#pragma pack(push, pk, 1)
struct P1 { char a; int b; };
#pragma pack(push, 2)
struct P2 { char a; int b; };
#pragma pack(pop, pk)
struct P8 { char a; __int64 b; };
#pragma pack(4)
struct P4 { char a; __int64 b; };
#pragma pack()
#include <pshpack1.h>
struct Q1 { char a; short b; };
#include <poppack.h>
struct Q8 { char a; short b; };
typedef struct DECLSPEC_ALIGN(16) _AL { char c; } AL;
__declspec(align(32)) static char aligned[5];
struct BF { unsigned char a:3; unsigned short b:3; unsigned int c:3; };
struct BF2 { int a:5, b:5; int :0; int c:3; };
static void layout(void){ CK(sizeof(struct P1)==5); CK(sizeof(struct P2)==6); CK(sizeof(struct P8)==16); CK(sizeof(struct P4)==12); CK(sizeof(struct Q1)==3); CK(sizeof(struct Q8)==4); CK(sizeof(AL)==16); CK(__alignof(AL)==16); CK(((ULONG_PTR)aligned&31)==0); CK(sizeof(struct BF)==8); CK(sizeof(struct BF2)==8); CK(__alignof(int)==4); CK(TYPE_ALIGNMENT(__int64)==8); }
/* anonymous */
struct inner { int x, y; };
typedef struct _OUT { struct inner; union { int u; char c[4]; }; struct { int p, q; } DUMMYSTRUCTNAME; union { struct { int lo, hi; }; __int64 full; } v; } OUT_T;
static void anon(void){ OUT_T o; o.x=1; o.y=2; o.u=0x41424344; o.p=3; CK(o.c[0]=='D'); o.v.lo=1; o.v.hi=2; CK(o.v.full==0x200000001LL); LARGE_INTEGER li; li.QuadPart=5; CK(li.LowPart==5 && li.u.LowPart==5); CK(o.x+o.y+o.p==6);}
static void chars(void){ CK('ab'==0x6162); CK('abcd'==0x61626364); CK(' kdD' == 0x206b6444); CK(sizeof(L'a')==2); CK('\xff'==-1); CK((ULONG)'dcba'==0x64636261);}
enum fwd; enum color { RED, GREEN=5, BLUE }; typedef enum _TE { A1=0x7fffffff } TE;
enum fwd { F1 };
static void types(void){ __int8 a=-1; __int16 b=-1; __int32 c=-1; __int64 d=-1; unsigned __int64 e=~0ui64; _int64 f=1; __wchar_t g=L'x'; CK(a==b&&b==c&&c==d); CK(e>0); CK(f==1); CK(g=='x'); CK(sizeof(__wchar_t)==2); CK(sizeof(enum color)==4); CK(sizeof(long)==4); CK(sizeof(wchar_t)==2);}
struct za { int n; char tail[0]; }; struct fa { int n; int tail[]; };
static void zero(void){ CK(sizeof(struct za)==4); CK(sizeof(struct fa)==4); }
static int __stdcall s1(int a){return a;} static int __fastcall s2(int a){return a;} int (__cdecl *fp1)(int); typedef int (__stdcall *FP)(int); typedef int WINAPI FT(int); static FT s3; static int WINAPI s3(int a){return a+1;} int __vectorcall vc(int a){return a;} static int (CALLBACK *tab[2])(int)={s1,s3}; static void * __cdecl retp(void){return 0;} static FP getfp(void){return s1;}  int (__cdecl *const *pp)(int);
static void conv(void){ FP p=s1; fp1=s2; CK(p(2)==2 && tab[1](3)==4 && getfp()(5)==5 && fp1(6)==6 && vc(1)==1 && retp()==0);}
static void ptrs(void){ int i=5; void * __ptr64 a=&i; int __unaligned *u; UNALIGNED int *uu=&i; char buf[8]={0,1,0,0,0}; u=(int __unaligned*)(buf+1); CK(*u==1); CK(sizeof(a)==8); CK(*uu==5); CK(sizeof(POINTER_64_INT)==8);  int * __restrict r=&i; CK(*r==5); int * _W64 w = &i; CK(*w==5);}
static void misc(void){ __assume(failures>=0); __noop(printf("never\n"), failures++); __noop; CK(__noop(1)==0); __analysis_assume(1); int __identifier(for_)=3; CK(for_==3);  CK(__COUNTER__+1==__COUNTER__); __annotation(L"a", L"b"); CK(strstr(__FUNCSIG__,"misc")!=0); CK(strcmp(__FUNCTION__,"misc")==0); CK(strcmp(__FUNCDNAME__,"misc")==0||1); CK(__alignof(short)==2); CK(sizeof(__func__)==5); wchar_t *wf = __FUNCTIONW__; CK(wf[0]=='m'); __if_exists(RED) { CK(1); } __if_not_exists(NOSUCHTHING) { failures+=0; } __if_exists(NOSUCHTHING) { failures++; } }
__declspec(noinline) __declspec(noreturn) void nr(void); __declspec(noreturn) void nr(void){ ExitProcess(failures); }
__declspec(restrict) void *alloc1(int n); __declspec(noalias) int na(void); __declspec(deprecated("use other")) int dep(void); __declspec(deprecated) int dep2(void); int dep(void){return 1;} int dep2(void){return 2;}
__declspec(selectany) int sel = 4; extern __declspec(dllimport) int WINAPI nothere(void); __declspec(dllexport) int exported(void){return 3;} __declspec(novtable) struct nv {int a;}; __declspec(nothrow) void nt(void); DECLSPEC_NORETURN void nr2(void); __forceinline int fi(int a){return a+1;} static __inline int fi2(int a){return a;} __declspec(safebuffers) void sb(void); __declspec(spectre(nomitigation)) void sp(void); __declspec(guard(nocf)) void gg(void); __declspec(uuid("00000000-0000-0000-0000-000000000000")) struct uu {int a;}; __declspec(code_seg("PAGE")) int cs(void){return 7;} __declspec(allocate(".rdata")) 
const int alc=5;
/* InterlockedAdd takes its value once, as the function that it is. */
static int asked;
static LONG one(void) { asked++; return 1; }
static void adding(void) {
  LONG v = 5; LONG64 w = 5;
  CK(InterlockedAdd(&v, one()) == 6 && asked == 1 && v == 6);
  CK(_InterlockedAdd64(&w, -7) == -2 && InterlockedAddAcquire(&v, 2) == 8 && InterlockedAddRelease64(&w, 3) == 1);
}
int main(void){ suffixes(); adding(); containing(); guid(); layout(); anon(); chars(); types(); zero(); conv(); ptrs(); misc(); CK(dep()+dep2()==3); CK(sel==4); CK(cs()==7); CK(fi(1)==2 && fi2(2)==2 && exported()==3 && alc==5); return REPORT(); }
