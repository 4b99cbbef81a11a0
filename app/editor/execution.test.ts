import { expect, test } from 'vitest';
import type { StopReport } from '../../kernel-sim/protocol/time';
import type { FrameView, LocalsView, VariableView } from '../../kernel-sim/protocol/views-code';
import { linesNotYet, linesSoFar, marksIn } from './execution';
import { fitting, inlineValues, wordsOf } from './inline-values';
import { tokenLines } from './tokenizer';

const SHOWN = { at: { branch: 0, instant: 100 }, file: 'driver.c', line: 41 } as StopReport;
const frame = (index: number, file: string, line: number, learner = true) =>
  ({ index, file, line, learner }) as FrameView;

const FRAMES = [
  frame(0, 'ntoskrnl/iolib.c', 7, false),
  frame(1, 'driver.c', 41),
  frame(2, 'ntoskrnl/ioctl.c', 90, false),
  frame(3, 'app.c', 30),
];
const driver = { file: 'driver.c', isSystem: false };
const execution = { shown: SHOWN, frames: FRAMES, chosen: 0, last: undefined };

test('a line waits in a file while what it called runs elsewhere', () => {
  expect(marksIn(driver, execution)).toEqual([{ kind: 'caller', line: 41 }]);
  expect(marksIn({ file: 'app.c', isSystem: false }, execution)).toEqual([{ kind: 'caller', line: 30 }]);
  expect(marksIn({ file: 'ntoskrnl/iolib.c', isSystem: true }, execution)).toEqual([{ kind: 'next', line: 7 }]);
});

test('the chosen frame says which line is strong', () => {
  expect(marksIn(driver, { ...execution, chosen: 1 })).toEqual([{ kind: 'next', line: 41 }]);
  expect(marksIn(driver, { ...execution, chosen: 3 })).toEqual([]);
});

test('before the stack is known the stop itself says where it is', () => {
  expect(marksIn(driver, { ...execution, frames: undefined })).toEqual([{ kind: 'next', line: 41 }]);
});

test('the line that has just run is marked where it is another one', () => {
  const frames = [frame(0, 'driver.c', 42)];
  const at = (line: number) => marksIn(driver, { ...execution, frames, last: { file: 'driver.c', line } });
  expect(at(41)).toEqual([
    { kind: 'next', line: 42 },
    { kind: 'last', line: 41 },
  ]);
  expect(at(42)).toEqual([{ kind: 'next', line: 42 }]);
});

test('lines that ran so far, from the states in which they were first reached', () => {
  const run = { file: 'a.c', lines: Uint32Array.of(3, 4, 7, 9), first: Float64Array.of(10, 20, Number.NaN, 30) };
  expect(linesSoFar(run, 20)).toEqual([3]);
  expect(linesSoFar(run, 31)).toEqual([3, 4, 9]);
  expect(linesNotYet(run, 21)).toEqual([7, 9]);
});

const CODE = `int other(int a) { return a; }
NTSTATUS Control(PIRP Irp, ULONG length)
{
    ULONG i; /* length */
    i = length + Irp->length;
    if (i == 0)
        i = i + 1 + length + count;
    Irp = i(length);
}`;
const variable = (name: string, value: string, more: Partial<VariableView> = {}) =>
  ({ name, value, changed: false, shadowed: false, ...more }) as VariableView;
const locals = (...variables: VariableView[]): LocalsView => ({ frame: 'f1', routine: 'Control', variables });
const NOW = locals(variable('Irp', '0xFFFF800000001230'), variable('length', '4'), variable('i', '5'));

const shownAt = (line: number, now = NOW, before?: LocalsView, notRun: number[] = []) =>
  inlineValues({ lines: tokenLines(CODE), line, now, before, notRun: new Set(notRun) }).map(
    ({ line: number, values }) =>
      `${number}: ${values.map(({ name, value, changed }) => `${name}=${value}${changed ? '*' : ''}`).join(' ')}`,
  );

test('values stand behind the lines that name them, up to the line about to run', () => {
  expect(shownAt(5)).toEqual(['2: Irp=0xFFFF800000001230 length=4', '5: i=5 length=4 Irp=0xFFFF800000001230']);
});

test('what has not run says nothing; members and calls are no variables; at most three a line', () => {
  expect(shownAt(8, NOW, undefined, [7]).slice(2)).toEqual(['6: i=5', '8: Irp=0xFFFF800000001230 length=4']);
  expect(shownAt(7, locals(...NOW.variables, variable('count', '1'))).at(-1)).toBe('7: i=5 length=4 count=1');
});

test('what changed since the stop before is marked, in the same frame only', () => {
  const before = locals(variable('i', '4'), variable('length', '4'));
  expect(shownAt(6, NOW, before).at(-1)).toBe('6: i=5*');
  expect(shownAt(6, NOW, { ...before, frame: 'f0' }).at(-1)).toBe('6: i=5');
  expect(shownAt(6, locals(variable('i', '1', { shadowed: true }), variable('i', '2', { changed: true })))).toEqual([
    '5: i=2*',
    '6: i=2*',
  ]);
});

test('outside of a function there is nothing; long values are cut, addresses lose their zeros', () => {
  expect(shownAt(99)).toEqual([]);
  const words = (value: string) => wordsOf({ name: 'p', value });
  expect(words('20 (0x14)')).toBe('p = 20');
  expect(words('0 (STATUS_SUCCESS)')).toBe('p = 0 (STATUS_SUCCESS)');
  expect(words('0x00000000001F0040  "Hello from\\n user mode, and more"')).toBe(
    'p = 0x…0040 "Hello from\\n user mode…',
  );
  expect(words('0x0000000000000040')).toBe('p = 0x40');
});

test('values take the room that is left behind a line, and never more', () => {
  const values = [
    { name: 'a', value: '1', changed: false },
    { name: 'b', value: '2', changed: false },
  ];
  const count = (line: string, columns: number) => fitting(values, line, columns).length;
  expect(count('    x = a + b;', 60)).toBe(2);
  expect(count('    x = a + b;', 14 + 2 + 7)).toBe(1);
  expect(count('    x = a + b;', 20)).toBe(0);
  expect(count(`    ${'word '.repeat(8)}end`, 40)).toBe(2);
  expect(fitting([{ name: 'long', value: 'x'.repeat(30), changed: false }, ...values], '  f(a, b);', 40)).toEqual(
    values,
  );
  expect(count('x'.repeat(500), 10)).toBe(0);
  expect(count(`${' '.repeat(30)}word word`, 20)).toBe(0);
});
