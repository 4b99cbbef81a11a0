/**
 * Debug output, formatting and counted strings as drivers use them (semantics, "Microsoft C" 10).
 */
import { describe, expect, test } from 'vitest';
import { driverWith, runLab } from '../../lab-testing.ts';

function print(body: string): string[] {
  const { debug, end } = runLab({
    driver: driverWith('return Complete(Irp, STATUS_SUCCESS, 0);', {
      globals: '#include <ntstrsafe.h>',
      entry: `{ ${body} }`,
    }),
    app: 'int main(void) { return 0; }',
  });
  expect(end).toMatchObject({ kind: 'exit' });
  return debug.split('\n').slice(0, -1);
}

const formats = (cases: [string, string, string][]) =>
  test('formats', () => {
    const lines = print(
      cases.map(([format, args]) => `DbgPrint("${format}\\n"${args ? `, ${args}` : ''});`).join('\n'),
    );
    expect(lines).toEqual(cases.map(([, , want]) => want));
  });

describe('DbgPrint', () => {
  formats([
    ['%d %i %u', '-5, 7, 4000000000u', '-5 7 4000000000'],
    ['[%5d|%-5d|%05d|%+d|% d]', '42, 42, 42, 42, 42', '[   42|42   |00042|+42| 42]'],
    ['[%.3d|%5.2d|%.0d]', '7, 3, 0', '[007|   03|]'],
    ['%x %X %#x %#o %#x', '255, 0xabc, 255, 8, 0', 'ff ABC 0xff 010 0'],
    [
      '%I64d %I64x %lld %llu',
      '-1LL, 0x123456789abcdefULL, -2LL, 18446744073709551615ULL',
      '-1 123456789abcdef -2 18446744073709551615',
    ],
    ['%Iu %Ix %zu %I32d', '(SIZE_T)5, (SIZE_T)0xFFFFFFFFFF, (SIZE_T)6, -3', '5 ffffffffff 6 -3'],
    ['%hd %hhd %hu', '70000, 300, 65537', '4464 44 1'],
    ['%p', '(PVOID)0xFFFFE00000001234', 'FFFFE00000001234'],
    ['[%s|%10s|%-6s|%.2s|%*s]', '"a", "b", "c", "defg", 3, "h"', '[a|         b|c     |de|  h]'],
    ['%S %ws %ls %hs', 'L"w1", L"w2", L"w3", "n"', 'w1 w2 w3 n'],
    ['%c %C %lc %hc', "'a', L'b', L'c', 'd'", 'a b c d'],
    ['%s %wZ', 'NULL, NULL', '(null) (null)'],
    ['100%% %q', '', '100% q'],
  ]);

  test('prints counted strings', () => {
    expect(
      print(`UNICODE_STRING U = RTL_CONSTANT_STRING(L"unicode"); ANSI_STRING A; U.Length = 6; RtlInitAnsiString(&A, "ansi");
             DbgPrint("%wZ %Z [%10wZ]\\n", &U, &A, &U);`),
    ).toEqual(['uni ansi [       uni]']);
  });

  test('stops at 512 bytes a call', () => {
    const [line] = print(
      'CHAR Long[700]; RtlFillMemory(Long, 699, 0x61); Long[699] = 0; DbgPrint("%s", Long); DbgPrint("\\n");',
    );
    expect(line).toBe('a'.repeat(512));
  });
});

describe('safe strings', () => {
  test('cut what does not fit and say so', () => {
    expect(
      print(`CHAR A[6]; WCHAR W[8]; size_t Length; NTSTATUS S;
        S = RtlStringCbCopyA(A, sizeof A, "overflow"); DbgPrint("%lX %s\\n", S, A);
        S = RtlStringCbCatA(A, sizeof A, "x"); DbgPrint("%lX %s\\n", S, A);
        S = RtlStringCbPrintfW(W, sizeof W, L"%s-%d", L"ab", 42); DbgPrint("%lX %ws\\n", S, W);
        S = RtlStringCchPrintfW(W, 4, L"%s-%d", L"ab", 42); DbgPrint("%lX %ws\\n", S, W);
        S = RtlStringCbLengthW(W, sizeof W, &Length); DbgPrint("%lX %Iu\\n", S, Length);
        S = RtlStringCchCopyA(A, 0, "x"); DbgPrint("%lX\\n", S);`),
    ).toEqual(['80000005 overf', '80000005 overf', '0 ab-42', '80000005 ab-', '0 6', 'C000000D']);
  });
});

describe('counted strings', () => {
  test('append, compare, convert', () => {
    expect(
      print(`WCHAR Buffer[8]; UNICODE_STRING U = {0, sizeof Buffer, Buffer}, V = RTL_CONSTANT_STRING(L"ABCD"), W; ANSI_STRING A; ULONG N;
        DbgPrint("%lX %wZ\\n", RtlAppendUnicodeToString(&U, L"abcd"), &U);
        DbgPrint("%d %d %d\\n", RtlEqualUnicodeString(&U, &V, TRUE), RtlEqualUnicodeString(&U, &V, FALSE), RtlCompareUnicodeString(&U, &V, FALSE) > 0);
        DbgPrint("%lX\\n", RtlAppendUnicodeToString(&U, L"efghi"));
        RtlInitAnsiString(&A, "narrow"); RtlAnsiStringToUnicodeString(&W, &A, TRUE); DbgPrint("%wZ %u %u\\n", &W, W.Length, W.MaximumLength);
        RtlFreeUnicodeString(&W);
        RtlIntegerToUnicodeString(0xBEEF, 16, &U); DbgPrint("%wZ\\n", &U);
        RtlUnicodeStringToInteger(&U, 16, &N); DbgPrint("%lu\\n", N);
        RtlCopyUnicodeString(&U, &V); DbgPrint("%wZ %d\\n", &U, RtlPrefixUnicodeString(&V, &U, FALSE));`),
    ).toEqual(['0 abcd', '1 0 1', 'C0000023', 'narrow 12 14', 'BEEF', '48879', 'ABCD 1']);
  });

  test('memory is copied, moved, filled and compared', () => {
    expect(
      print(`UCHAR A[64], B[64]; ULONG i;
        for (i = 0; i < 64; i++) A[i] = (UCHAR)i;
        RtlMoveMemory(A + 3, A, 50); DbgPrint("%d %d %d\\n", A[3], A[20], A[52]);
        for (i = 0; i < 64; i++) A[i] = (UCHAR)i;
        RtlMoveMemory(A, A + 3, 50); DbgPrint("%d %d %d\\n", A[0], A[20], A[49]);
        RtlCopyMemory(B, A, 64); B[37] ^= 1; DbgPrint("%Iu %d\\n", RtlCompareMemory(A, B, 64), RtlEqualMemory(A, B, 37));
        RtlFillMemory(B + 1, 61, 0xEE); DbgPrint("%X %X %X\\n", B[1], B[61], B[62] == 0xEE);`),
    ).toEqual(['0 17 49', '3 23 52', '37 1', 'EE EE 0']);
  });
});
