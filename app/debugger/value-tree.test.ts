import { expect, test } from 'vitest';
import type { ValueView, VariableView } from '../../kernel-sim/protocol/views-code';
import { RecordedRun } from '../diagrams/shared/testing-run';
import { rowsOf, wantedInsides } from './value-tree';

const NOTHING = () => undefined;

/** The variables of the mirror driver's dispatch routine, and what an expression holds there. */
function atDispatch(line: number) {
  const run = RecordedRun.ofSample('mirror');
  run.move({ kind: 'place', place: { kind: 'line', file: 'driver.c', line } });
  const locals = run.record({ kind: 'locals', depth: 1 });
  const insides = (expression: string): ValueView | undefined => run.record({ kind: 'watch', expression, depth: 3 });
  return { run, variables: locals.variables, insides };
}

function tree(roots: readonly VariableView[], open: readonly string[], insides: (e: string) => ValueView | undefined) {
  return rowsOf({ roots, before: undefined, open: new Set(open), insides, insidesBefore: NOTHING });
}

test('variables are rows; what is opened shows its members, with the expressions that name them', () => {
  const { run, variables, insides } = atDispatch(118);
  const closed = tree(variables, [], NOTHING);
  expect(closed.map(({ name }) => name)).toEqual([
    'DeviceObject',
    'Irp',
    'stack',
    'inputLength',
    'outputLength',
    'status',
  ]);
  expect(closed[1]).toMatchObject({ level: 1, position: 2, siblings: 6, isExpandable: true, isOpen: false });
  expect(closed[1]?.home).toMatch(/^parameter, /);

  const rows = tree(
    variables,
    ['stack', 'stack/Parameters', 'stack/Parameters/DeviceIoControl', 'Irp', 'Irp/IoStatus'],
    insides,
  );
  const length = rows.find(({ id }) => id === 'stack/Parameters/DeviceIoControl/InputBufferLength');
  expect(length).toMatchObject({ expression: 'stack->Parameters.DeviceIoControl.InputBufferLength', level: 4 });
  // Each expression means what its row shows.
  for (const row of rows.filter(({ expression }) => expression !== undefined))
    expect(run.record({ kind: 'watch', expression: row.expression ?? '', depth: 0 }).value).toBe(row.value);
});

test('members of unnamed records stand in the record around them', () => {
  const { variables, insides } = atDispatch(118);
  const names = tree(variables, ['Irp', 'Irp/IoStatus'], insides)
    .filter(({ id }) => id.startsWith('Irp/IoStatus/'))
    .map(({ name, expression }) => [name, expression]);
  expect(names).toEqual([
    ['Status', 'Irp->IoStatus.Status'],
    ['Pointer', 'Irp->IoStatus.Pointer'],
    ['Information', 'Irp->IoStatus.Information'],
  ]);
});

test('what has not come is asked for, deeper where there are unnamed records', () => {
  const { run, variables } = atDispatch(118);
  const rows = tree(variables, ['Irp', 'Irp/IoStatus'], NOTHING);
  // A variable comes with its members.
  expect(wantedInsides(rows, variables, NOTHING)).toEqual([{ expression: 'Irp->IoStatus', depth: 1 }]);
  expect(rows.find(({ id }) => id === 'Irp/IoStatus')?.isLoading).toBe(true);
  const shallow = (expression: string) =>
    expression === 'Irp->IoStatus' ? run.record({ kind: 'watch', expression, depth: 1 }) : undefined;
  expect(wantedInsides(rows, variables, shallow)).toEqual([{ expression: 'Irp->IoStatus', depth: 3 }]);
});

test('a change is marked with what it was; what another pointer leads to has not changed', () => {
  const value = (name: string, type: string, text: string, children: readonly ValueView[] = []): ValueView => {
    return { name, type, value: text, address: undefined, expandable: children.length > 0, children, more: false };
  };
  const at = (address: string, count: string) => [value('list', 'LIST *', address, [value('count', 'int', count)])];
  const marks = (now: ValueView[], before: ValueView[]) =>
    rowsOf({ roots: now, before, open: new Set(['list']), insides: NOTHING, insidesBefore: NOTHING }).map(
      ({ isChanged, was }) => (isChanged ? was : false),
    );
  expect(marks(at('0x1', '1'), at('0x1', '1'))).toEqual([false, false]);
  expect(marks(at('0x1', '2'), at('0x1', '1'))).toEqual([false, '1']);
  expect(marks(at('0x2', '2'), at('0x1', '1'))).toEqual(['0x1', false]);
});
