import { describe, expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { enumConstants, evaluateConstants, recordLayouts } from './layouts.ts';

const HEADER = `
typedef void *HANDLE; typedef unsigned long ULONG; typedef unsigned short USHORT;
typedef struct _IO { union { long Status; void *Pointer; }; unsigned __int64 Information; } IO, *PIO;
#pragma pack(push, 4)
struct _OUTER { USHORT Type; IO Io; IO Many[2]; ULONG Low : 4; ULONG High : 28; struct { struct { ULONG Deep; } u; }; };
#pragma pack(pop)
typedef struct _OUTER OUTER, ALIAS;
enum KIND { FIRST = 3, SECOND };
#define FLAG 0x80000000
#define STATUS ((long)0xC0000010L)
#define INVALID ((HANDLE)(__int64)-1)
#define CODE(a, b) (((a) << 16) | (b))
#define OFFSET ((long)(__int64)&(((OUTER *)0)->Many[1].Information))
#define TEXT "no number"
#define BIG 0x123456789ABCDEF0ui64
`;
const OPTIONS = { include: () => undefined, defines: [], profile: 'plain' as const };
const { units } = analyze({ ...OPTIONS, sources: [{ name: 'h.c', text: HEADER }] });

describe('tables over headers', () => {
  test('records under all their names, members of members dotted', () => {
    const tables = recordLayouts(units[0]);
    expect([...tables.keys()].sort()).toEqual(['ALIAS', 'IO', 'OUTER', '_IO', '_OUTER']);
    const outer = tables.get('_OUTER');
    expect([outer?.name, outer?.tag, outer?.kind, outer?.size, outer?.align]).toEqual([
      'OUTER',
      '_OUTER',
      'struct',
      60,
      4,
    ]);
    const fields = [...(outer?.fields ?? [])].map(
      ([name, f]) => `${name} ${f.offset} ${f.size}${f.bits ? ` ${f.bits.shift}+${f.bits.width}` : ''}`,
    );
    expect(fields).toEqual([
      'Type 0 2',
      'Io 4 16',
      'Io.Status 4 4',
      'Io.Pointer 4 8',
      'Io.Information 12 8',
      'Many 20 32',
      'Low 52 4 0+4',
      'High 52 4 4+28',
      'u 56 4',
      'u.Deep 56 4',
    ]);
  });

  test('enum constants', () => {
    expect(Object.fromEntries(enumConstants(units[0]))).toEqual({ FIRST: 3, SECOND: 4 });
  });

  test('macros and expressions; what is no constant is left out', () => {
    const values = evaluateConstants({ ...OPTIONS, preamble: HEADER }, [
      'FLAG',
      'STATUS',
      'INVALID',
      'CODE(2, 3)',
      'OFFSET',
      'TEXT',
      'NOTHING',
      'SECOND',
      'BIG',
      'sizeof(OUTER)',
      '(',
      'STATUS + 1',
    ]);
    expect(Object.fromEntries([...values].map(([name, v]) => [name, `${v.value} ${v.type}`]))).toEqual({
      FLAG: '2147483648 unsigned int',
      STATUS: '-1073741808 long',
      INVALID: '18446744073709551615 void *',
      'CODE(2, 3)': '131075 int',
      OFFSET: '44 long',
      SECOND: '4 int',
      BIG: '1311768467463790320 unsigned long long',
      'sizeof(OUTER)': '60 unsigned long long',
      'STATUS + 1': '-1073741807 long',
    });
  });
});
