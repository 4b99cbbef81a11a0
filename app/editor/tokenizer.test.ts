import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SAMPLES } from '../samples/samples';
import { expressionAt, functionAround, type TokenKind, tokenLines } from './tokenizer';

const of = (text: string, kind: TokenKind) =>
  tokenLines(text)
    .flat()
    .filter((token) => token.kind === kind)
    .map((token) => token.text);

test('words are keywords or names, numbers are whole', () => {
  const text = 'static ULONG x = 0x1F + 1.5e-3f * sizeof(int); /* no */ // if 7';
  expect(of(text, 'keyword')).toEqual(['static', 'sizeof', 'int']);
  expect(of(text, 'name')).toEqual(['ULONG', 'x']);
  expect(of(text, 'number')).toEqual(['0x1F', '1.5e-3f']);
  expect(of(text, 'comment')).toEqual(['/* no */', '// if 7']);
});

test('comments go over lines; their ends are found', () => {
  const text = 'a /* one\n  if two\nthree */ b; /**/ c /* d';
  expect(of(text, 'comment')).toEqual(['/* one', '  if two', 'three */', '/**/', '/* d']);
  expect(of(text, 'name')).toEqual(['a', 'b', 'c']);
  expect(of('/*/\nif\n*/ x', 'name')).toEqual(['x']);
});

test('strings and characters with what is quoted in them', () => {
  expect(of(String.raw`f(L"a \" /* b", 'x', '\'', "open`, 'string')).toEqual([
    String.raw`L"a \" /* b"`,
    "'x'",
    String.raw`'\''`,
    '"open',
  ]);
});

test('directives and the headers they name', () => {
  const text = '#include <ntddk.h>\n  # define A 1\n#if X < 2';
  expect(of(text, 'directive')).toEqual(['#include', '  # define', '#if']);
  expect(of(text, 'string')).toEqual([' <ntddk.h>']);
});

test('tokens joined are the text, whatever it is', () => {
  const joined = (text: string) =>
    tokenLines(text)
      .map((tokens) => tokens.map((token) => token.text).join(''))
      .join('\n');
  for (const { files } of SAMPLES) for (const text of Object.values(files)) expect(joined(text)).toBe(text);
  const piece = fc.constantFrom('/*', '*/', '//', '"', "'", '\\', '\n', '#', 'if', 'x', '1.', ' ', '{', 'é', '😀');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(joined(pieces.join(''))).toBe(pieces.join(''));
    }),
  );
});

const CODE = `#include <ntddk.h>

static int g;

NTSTATUS Control(PDEVICE_OBJECT Device,
                 PIRP Irp)
{
    if (g) { /* } */
        g = 1;
    }
    return 0;
}
int one(void) { return 1; }
struct s { int a; };
`;

test('the function around a line, with its head', () => {
  const lines = tokenLines(CODE);
  for (const line of [5, 6, 7, 9, 12]) expect(functionAround(lines, line)).toEqual([5, 12]);
  expect(functionAround(lines, 13)).toEqual([13, 13]);
  expect(functionAround(lines, 3)).toBeUndefined();
  expect(functionAround(lines, 99)).toBeUndefined();
});

test('what a hover is about', () => {
  const line = '    Irp->IoStatus.Status = status; f(a . b)';
  const at = (text: string) => expressionAt(line, line.indexOf(text) + 2)?.text;
  expect(at('Irp')).toBe('Irp');
  expect(at('IoStatus')).toBe('Irp->IoStatus');
  expect(at('Status =')).toBe('Irp->IoStatus.Status');
  expect(at('status;')).toBe('status');
  expect(expressionAt(line, line.indexOf('b)') + 1)?.text).toBe('a.b');
  expect(expressionAt(line, 1)).toBeUndefined();
  expect(expressionAt('  x', 3)).toEqual({ text: 'x', from: 3, to: 4 });
});
