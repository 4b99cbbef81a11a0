/** Expressions in a driver's routine that really runs: names, types, members, what is refused and how it is said. */
import { beforeAll, describe, expect, test } from 'vitest';
import { appWith, driverWith } from '../lab-testing.ts';
import { type Stopped, stopAt } from '../lab-testing-marker.ts';
import { withFrame } from './context.ts';
import { DebugError } from './error.ts';
import { evaluate, evaluateCondition, evaluateNumber, parse } from './expression.ts';
import { formatValue } from './format.ts';
import { printType } from './types.ts';

const GLOBALS = `
#define MAGIC (0x40 + 2)
#define TWICE(x) ((x) * 2)
#define AGAIN AGAIN + 1
typedef enum _SPEED { SpeedSlow, SpeedFast = 5 } SPEED;
enum { ANON_A = 3, ANON_B };
typedef struct _ENTRY {
    ULONG Bits : 3; LONG Sign : 4; ULONG Rest : 25;
    SPEED Speed; CHAR Name[12]; WCHAR Wide[4];
    union { ULONG64 Whole; struct { ULONG Lo, Hi; }; };
    struct { UCHAR Depth; } Inner[2];
    LIST_ENTRY Link;
    struct _ENTRY *Next; void (*Routine)(void); struct _LATER *Later;
} ENTRY, *PENTRY;
static ENTRY g_Table[4];
ULONG g_Sum = 3; BOOLEAN g_Flag = TRUE; NTSTATUS g_Status = STATUS_DEVICE_NOT_READY; CHAR g_Char = -1; LARGE_INTEGER g_Large; ANSI_STRING g_Ansi = RTL_CONSTANT_STRING("ansi");
static double g_Ratio = 0.1; float g_Part[2] = { 0.1f, -16777216.0f }; struct { float Small; long double Large; } g_Pair = { 3.5f, 1e100 };
static void Helper(void) { g_Sum++; }
`;
const DRIVER = driverWith(
  `
    static ULONG once = 7;
    PENTRY e = &g_Table[1];
    PCSTR text = "he said \\"hi\\"\\n";
    PCWSTR wide = L"wide";
    PVOID bad = (PVOID)0x1234;
    PVOID poison = (PVOID)0xDDDDDDDDDDDDDDDDull;
    PENTRY nowhere = (PENTRY)bad;
    e->Bits = 5; e->Sign = -2; e->Speed = SpeedFast; e->Lo = 1; e->Hi = 2; e->Next = &g_Table[2]; e->Routine = Helper;
    e->Inner[1].Depth = 9;
    g_Large.QuadPart = -5;
    RtlFillMemory(e->Name, 5, 'x'); RtlFillMemory(e->Wide, 4, 0); e->Wide[0] = L'w';
    double ratio = g_Ratio * 3, nothing = 0.0, none = nothing / nothing; float half = 0.5f;
    /*HERE*/ once += g_Sum;
    e->Routine();
    DbgPrint("%s %S %p %p %p", text, wide, bad, poison, nowhere);
    if (ratio > half && none != none) DbgPrint("ratio");
    return Complete(Irp, STATUS_SUCCESS, sizeof(ULONG));
`,
  { globals: GLOBALS },
);

let at: Stopped;
beforeAll(() => {
  at = stopAt({
    driver: DRIVER,
    app: appWith(
      'char in[4] = "abc"; int n = -3; DeviceIoControl(h, IOCTL_LAB(1), in, 4, 0, 0, &got, 0); printf("%d", n);',
    ),
  });
});

function show(text: string, frame = 0): string {
  const context = frame === 0 ? at.context : withFrame(at.context, frame);
  try {
    const v = evaluate(text, context);
    return `${printType(v.type)} = ${formatValue(context, v)}`;
  } catch (e) {
    if (!(e instanceof DebugError)) throw e;
    const where = e.span ? ` [${text.slice(e.span.start, e.span.end)}]` : '';
    return `! ${e.message}${where}`;
  }
}

describe('values', () => {
  test.each([
    ['Code', 'ULONG = 2236420 (0x222004)'],
    ['e->Bits', 'ULONG = 5'],
    ['e->Sign', 'LONG = -2 (0xFFFFFFFE)'],
    ['e->Speed', '_SPEED = SpeedFast (5)'],
    ['e->Name', 'CHAR [12] = "xxxxx"'],
    ['e->Wide', 'WCHAR [4] = L"w"'],
    ['e->Whole', 'ULONG64 = 8589934593 (0x200000001)'],
    ['(*e).Hi', 'ULONG = 2'],
    ['e[0].Inner[1].Depth', 'UCHAR = 9'],
    ['&g_Table[1].Speed', '_SPEED * = 0xFFFFF8001000{X} lab!g_Table+0x{Y}'],
    ['e->Routine', 'void (*)(void) = 0xFFFFF80010001{X} lab!Helper'],
    ['g_Flag', 'BOOLEAN = 1 (TRUE)'],
    ['g_Status', 'NTSTATUS = 0xC00000A3 (STATUS_DEVICE_NOT_READY)'],
    ['g_Char', "CHAR = -1 (0xFF) '\\xff'"],
    ['g_Large', '_LARGE_INTEGER = -5 (0xFFFFFFFFFFFFFFFB)'],
    ['g_Ansi', '_STRING = "ansi"'],
    ['text', 'char * = 0xFFFFF8001000{X} "he said \\"hi\\"\\n"'],
    ['wide', 'wchar_t * = 0xFFFFF8001000{X} L"wide"'],
    ['bad', 'void * = 0x0000000000001234'],
    ['poison', 'void * = 0xDDDDDDDDDDDDDDDD'],
    ['g_Ratio', 'double = 0.1'],
    ['g_Part', 'float [2] = {0.1, -16777216.0}'],
    ['g_Pair', '<unnamed struct> = {Small = 3.5, Large = 1e+100}'],
    ['ratio', 'double = 0.30000000000000004'],
    ['half', 'float = 0.5'],
    ['nothing', 'double = 0.0'],
    ['-nothing', 'double = -0.0'],
    ['none', 'double = nan'],
    ['-none', 'double = nan (0x7FF8000000000000)'],
    ['1 / nothing', 'double = inf'],
    ['-1e308 * 10', 'double = -inf'],
    ['1.5', 'double = 1.5'],
    ['1.5f + 1', 'float = 2.5'],
    ['.5e-3L', 'long double = 0.0005'],
    ['0x1p-3 + 0xe+1', 'double = 15.125'],
    ['(int)(g_Part[1] * half)', 'int = -8388608 (0xFF800000)'],
    ['(float)g_Ratio == g_Part[0]', 'int = 1'],
    ['g_Ratio == g_Part[0]', 'int = 0'],
    ['none == none', 'int = 0'],
    ['half ? ratio : 1', 'double = 0.30000000000000004'],
    ['nothing ? ratio : 1', 'double = 1.0'],
    ['!-nothing || none', 'int = 1'],
    ['(unsigned char)-2.5', 'unsigned char = 254 (0xFE)'],
    ['*(ULONG64 *)&half & 0xffffffff', 'unsigned long long = 1056964608 (0x3F000000)'],
    ['sizeof(long double) + sizeof half', 'unsigned long long = 12 (0xC)'],
    ['*(double *)&g_Ratio', 'double = 0.1'],
    ['once', 'ULONG = 7'],
    ['DeviceName', '_UNICODE_STRING = "\\\\Device\\\\Lab"'],
    [
      'DeviceObject->DriverObject->MajorFunction[0]',
      'NTSTATUS (*)(_DEVICE_OBJECT *, _IRP *) = 0xFFFFF80010001{X} lab!CreateClose',
    ],
    ['Irp->IoStatus.Status', 'NTSTATUS = 0 (STATUS_SUCCESS)'],
    ['Irp->IoStatus', '_IO_STATUS_BLOCK = {{Status = 0 (STATUS_SUCCESS), Pointer = NULL}, Information = 0}'],
    ['e->Next->Next', '_ENTRY * = NULL'],
    ['Control', 'NTSTATUS (_DEVICE_OBJECT *, _IRP *) = 0xFFFFF80010001{X} lab!Control'],
    ['LAB!Control == Control', 'int = 1'],
    ['lab.sys!g_Sum', 'ULONG = 3'],
    ['nt!IofCompleteRequest', 'void (_IRP *, CCHAR) = 0xFFFFF800{X} nt!IofCompleteRequest'],
    ['IofCallDriver == nt!IofCallDriver', 'int = 1'],
  ])('%s', (text, expected) => {
    const pattern = expected
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replaceAll('{X}', '[0-9A-F]+')
      .replaceAll('{Y}', '[0-9a-f]+');

    expect(show(text)).toMatch(new RegExp(`^${pattern.replace(/\{(?=[^0-9])/g, '\\{')}$`));
  });

  test('casts, sizes, constants, macros', () => {
    expect(show('sizeof(IRP)')).toBe('size_t = 208 (0xD0)');
    expect(show('sizeof(*Irp) == sizeof(struct _IRP) && sizeof Irp == 8 && sizeof(e->Name) == 12')).toBe('int = 1');
    expect(show('sizeof(nowhere->Name) + sizeof(*nowhere)')).toBe(show('12 + sizeof(ENTRY)'));
    expect(show('((PIRP)Irp)->Type')).toBe('CSHORT = 6');
    expect(show('((struct _ENTRY *)e)->Lo')).toBe('ULONG = 1');
    expect(show('(unsigned char)-1')).toBe('unsigned char = 255 (0xFF)');
    expect(show('*(PULONG)&g_Sum')).toBe('unsigned long = 3');
    expect(show('(ULONG)-1')).toBe('ULONG = 4294967295 (0xFFFFFFFF)');
    expect(show('(Code)-1')).toBe('unsigned long = 2236419 (0x222003)');
    expect(show('(nt!_IRP *)Irp == Irp')).toBe('int = 1');
    expect(show('(DWORD)1')).toBe('DWORD = 1');
    expect(show('SpeedFast + ANON_B')).toBe('int = 9');
    expect(show('STATUS_PENDING')).toBe('NTSTATUS = 0x00000103 (STATUS_PENDING)');
    expect(show('IRP_MJ_DEVICE_CONTROL == Stack->MajorFunction')).toBe('int = 1');
    expect(show('NULL == 0 && TRUE && !FALSE')).toBe('int = 1');
    expect(show('MAGIC + TWICE(MAGIC + 1)')).toBe('int = 200 (0xC8)');
    expect(show('Code == IOCTL_LAB(1) && NT_SUCCESS(STATUS_PENDING) && !NT_SUCCESS(g_Status)')).toBe('int = 1');
    expect(show('CONTAINING_RECORD(&e->Link, ENTRY, Link) == e')).toBe('int = 1');
    expect(show('FIELD_OFFSET(ENTRY, Inner[1].Depth) == (UCHAR *)&e->Inner[1] - (UCHAR *)e')).toBe('int = 1');
    expect(show('offsetof(IRP, IoStatus.Information)')).toBe('size_t = 56 (0x38)');
  });

  test('pointers step by what they point to', () => {
    expect(show('&g_Table[3] - e')).toBe('long long = 2');
    expect(show('e + 1 == &g_Table[2] && 1 + e > e && e - 1 == g_Table && *(g_Table + 1)->Name == 120')).toBe(
      'int = 1',
    );
    expect(show('(ULONG64)(e + 1) - (ULONG64)e == sizeof(ENTRY)')).toBe('int = 1');
    expect(show('1[g_Table].Lo')).toBe('ULONG = 1');
    expect(show('e && !e->Later ? 2 : 3')).toBe('int = 2');
    expect(show('&e == 0')).toBe('int = 0');
    expect(show('*&Code == Code')).toBe('int = 1');
  });

  test('what WinDbg adds: radix, backtick, registers, pseudo-variables', () => {
    expect(show('0n16 + 0x10')).toBe('int = 32 (0x20)');
    expect(show('fffff800`00001000 == 0xfffff800`00001000')).toBe('int = 1');
    expect(show('@rip == $ip && @$ip == @rip')).toBe('int = 1');
    expect(show('@rip')).toMatch(/^void \* = 0xFFFFF80010001[0-9A-F]{3} lab!Control\+0x/);
    expect(show('$irql')).toBe('KIRQL = 0');
    expect(show('$thread->Tcb.State')).toBe('UCHAR = 2');
    expect(show('@$process->ImageFileName')).toBe('CHAR [64] = "app.exe"');
    expect(show('(ULONG)((PEPROCESS)$process)->UniqueProcessId == $pid && $tid > $pid')).toBe('int = 1');
    expect(evaluateNumber('$instant', at.context)).toBe(BigInt(at.k.machine.instant));
    expect(show('$w0 == (ULONG64)DeviceObject')).toBe('int = 1');
    expect(show('$ra')).toMatch(/nt!IofCallDriver\+0x/);
    expect(show('(ULONG64)$teb > 0 && $peb->Ldr')).toBe('int = 1');
    expect(show('@cr3 == (ULONG64)$process->Pcb.DirectoryTableBase')).toBe('int = 1');
    expect(show('$mode')).toBe('int = 0');
  });

  test("an outer frame has its own names, in its own process's memory", () => {
    const main = at.context.frames.findIndex((f) => f.place?.name.startsWith('app!main'));
    expect(show('n', main)).toBe('int = -3 (0xFFFFFFFD)');
    expect(show('in', main)).toBe('char [4] = "abc"');
    expect(show('argv[0]', main)).toMatch(/"app\.exe"$/);
    expect(show('IOCTL_LAB(1)', main)).toBe('int = 2236420 (0x222004)');
    expect(show('$mode', main)).toBe('int = 3');
    expect(show('@rcx', main)).toBe(
      `! @rcx is not known here: frame ${main} has made a call since, and nobody keeps it [@rcx]`,
    );
    // The trap frame of the system call holds what the stub had.
    const stub = at.context.frames.findIndex((f) => f.place?.name.startsWith('ntdll!NtDeviceIoControlFile'));
    expect(show('@r10', stub)).toBe('unsigned long long = 4');
  });
});

describe('mistakes', () => {
  test.each([
    ['Ipr', "there is no 'Ipr' here; did you mean 'Irp'? [Ipr]"],
    ['g_Tabel[1].Lo', "there is no 'g_Tabel' here; did you mean 'g_Table'? [g_Tabel]"],
    ['Irp->IoStatsu.Status', "'_IRP' has no member 'IoStatsu'; did you mean 'IoStatus'? [Irp->IoStatsu]"],
    ['Irp.IoStatus', "this is a pointer ('_IRP *'): write ->IoStatus [Irp.IoStatus]"],
    ['e->Inner[0]->Depth', 'this is no pointer but a struct: write .Depth [e->Inner[0]->Depth]'],
    ['Code = 3', "'=' would write to the machine: looking must not change what happened (to compare write ==) [=]"],
    ['Code += 3', "'+=' would write to the machine: looking must not change what happened [+=]"],
    ['Code++', "'++' would write to the machine: looking must not change what happened [++]"],
    [
      'Control(0, 0)',
      "calling 'Control' would run code in the machine: looking must not change what happened [Control(0, 0)]",
    ],
    ['*(ULONG *)0x1234', 'cannot read 0x0000000000001234: not mapped [*(ULONG *)0x1234]'],
    ['nowhere->Lo', 'cannot read 0x0000000000001254: not mapped [nowhere->Lo]'],
    ['1 + *(int *)poison', 'cannot read 0xDDDDDDDDDDDDDDDD: no canonical address [*(int *)poison]'],
    ['*bad', "'void *' does not say what it points to; cast it: *(ULONG *)(...) [bad]"],
    ['bad + 1', "a step of 'void *' has no size; cast the pointer, to UCHAR * to count bytes [bad]"],
    ['*Code', "'ULONG' is no pointer; cast it to one: *(ULONG *)(...) [Code]"],
    ['e->Later->x', "nothing is known about the members of '_LATER' [e->Later->x]"],
    ['1 / (Code - Code)', 'division by zero [1 / (Code - Code)]'],
    ['*Irp + 1', 'a number or a pointer is needed here, and this is the whole struct _IRP [*Irp]'],
    ['IRP', "'IRP' is a type; a value is needed here, perhaps a cast: (IRP)... [IRP]"],
    ['(struct _IRQ *)0', "there is no struct '_IRQ'; did you mean '_IRP'? [struct _IRQ *]"],
    ['lba!Control', "there is no image 'lba'; did you mean 'lab'? [lba!Control]"],
    ['lab!Contrl', "there is no 'Contrl' in lab; did you mean 'lab!Control'? [lab!Contrl]"],
    ['rip', "there is no 'rip' here; the register is @rip [rip]"],
    ['@rxa', "there is no register or pseudo-variable '@rxa'; did you mean '@rax'? [@rxa]"],
    ['ffff0', "there is no 'ffff0' here; a hexadecimal number is written 0xffff0 [ffff0]"],
    ['08', "'08' starts with 0, so it is octal, but has the digit 8 or 9 [08]"],
    ['1.5.2', "'1.5.2' is not a number [1.5.2]"],
    ['ratio % 2', "'%' needs integers, and one of these is 'double' [ratio % 2]"],
    ['1 << 2.5', "'<<' needs integers, and one of these is 'double' [1 << 2.5]"],
    ['~half', "'~' needs an integer, and this is 'float' [~half]"],
    ['e + 1.5', "'+' cannot be applied to a pointer and a floating-point number [e + 1.5]"],
    ['g_Table[half]', 'an index must be a number [half]'],
    ['(void *)ratio', "'double' cannot be cast to 'void *' [(void *)ratio]"],
    ['(long float)1', "'long float' is no type [long float]"],
    ['1 +', 'the expression ends too early: an operand is missing []'],
    ['(1', "')' is missing behind the expression []"],
    ['a[1', "']' is missing behind the index []"],
    ['1 2', "an operator is missing before '2' [2]"],
    ['', 'there is no expression []'],
    ['"abc"', 'a string has no address in the machine; compare characters instead ["abc"]'],
    ['Code ` 1', "'`' does not belong into an expression [`]"],
    ['TWICE(1, 2)', "the macro 'TWICE' takes 1 arguments: TWICE(x) [TWICE(1, 2)]"],
    ['(IRP)0', "a cast to '_IRP' is not possible in C; write *(_IRP *)&... [(IRP)0]"],
    ['&5', 'this is a value and has no address [5]'],
    ['&e->Bits', 'a bit-field has no address [e->Bits]'],
  ])('%s', (text, message) => {
    expect(show(text)).toBe(`! ${message}`);
  });

  test('a macro that names itself ends', () => {
    expect(show('AGAIN')).toMatch(/nested too deeply/);
  });

  test('what cannot be read says so inside of a value', () => {
    const text = show('*nowhere');
    expect(text).toBe('_ENTRY = <cannot read 0x0000000000001234: not mapped>');
    expect(show('(PCSTR)bad')).toBe('char * = 0x0000000000001234 <cannot read 0x0000000000001234: not mapped>');
  });
});

test('an expression is parsed once and evaluated often; a condition holds or not', () => {
  const condition = parse('(Code) - (Code) == 0 && Irp->Type == 6');
  expect(evaluateCondition(condition, at.context)).toBe(true);
  expect(evaluateCondition(parse('Irp->Cancel'), at.context)).toBe(false);
  expect(() => evaluateCondition(parse('*Irp'), at.context)).toThrow(DebugError);
  // The same text means a cast where the name is a type.
  expect(show('(ULONG) - 1 == 0xFFFFFFFF')).toBe('int = 1');
});
