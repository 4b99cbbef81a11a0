/** The page's breakpoints in a machine that a test plays: what is asked, and what each is said to be. */
import { beforeEach, expect, test } from 'vitest';
import type { BreakpointInfo, BreakpointSpec } from '../../kernel-sim/protocol/time';
import {
  addBreakpoint,
  changeBreakpoint,
  linesIn,
  removeAllBreakpoints,
  removeBreakpoint,
  toggleLine,
  useBreakpoints,
} from '../store/breakpoints';
import { useLab } from '../store/lab';
import { editFile, requestOf, textOf, useProject } from '../store/project';
import { noteBuilt } from '../store/project-built';
import { BreakpointSync } from './breakpoint-sync';
import type { ask } from './lab-client';
import { LabError } from './lab-connection';

type Asked = { readonly kind: string; readonly spec?: BreakpointSpec; readonly breakpoint?: number; enabled?: boolean };

let asked: Asked[] = [];
let infos: readonly BreakpointInfo[] = [];
let lastWorker = 0;
let refusal: string | undefined;
/** The only line with code, if one is said. */
let snapTo: number | undefined;

async function play(ask: Asked): Promise<unknown> {
  asked.push(ask);
  if (ask.kind === 'add-breakpoint' && ask.spec) {
    if (refusal !== undefined) throw new LabError(refusal);
    const { where } = ask.spec;
    const isMoved = snapTo !== undefined && where.kind === 'line' && where.line !== snapTo;
    const resolved = `mirror!F+0x8 (driver.c:${snapTo}), waits until mirror.sys is loaded`;
    const info = {
      id: ++lastWorker,
      spec: ask.spec,
      enabled: true,
      resolved: isMoved ? `${resolved}; line ${where.line} has no code` : resolved,
    };
    infos = [...infos, info];
    useLab.setState({ breakpoints: infos });
    return info;
  }
  if (ask.kind === 'remove-breakpoint') infos = infos.filter(({ id }) => id !== ask.breakpoint);
  useLab.setState({ breakpoints: infos });
  return null;
}

const sync = new BreakpointSync(play as typeof ask);

function runs(breakpoints: readonly BreakpointInfo[] = []): void {
  infos = breakpoints;
  lastWorker = Math.max(0, ...breakpoints.map(({ id }) => id));
  noteBuilt(requestOf(useProject.getState().project));
  useLab.setState(({ run }) => ({ run: run + 1, phase: 'building', breakpoints: [] }));
  useLab.setState({ phase: 'running', breakpoints: infos });
}

const line = (number: number): BreakpointSpec => ({ where: { kind: 'line', file: 'driver.c', line: number } });
const kinds = () => asked.map(({ kind }) => kind);
const standing = (id: number) => useBreakpoints.getState().standing.get(id);

beforeEach(async () => {
  useProject.setState(useProject.getInitialState(), true);
  useLab.setState({ ...useLab.getInitialState(), run: useLab.getState().run + 1 });
  removeAllBreakpoints();
  await sync.settled();
  asked = [];
  refusal = undefined;
  snapTo = undefined;
});

test('without a machine nobody is told; what a run began with is found again', async () => {
  const { id } = addBreakpoint(line(40));
  expect(asked).toEqual([]);
  runs([{ id: 7, spec: { where: { file: 'driver.c', line: 40, kind: 'line' } }, enabled: true, resolved: 'there' }]);
  await sync.settled();
  expect(asked).toEqual([]);
  expect(standing(id)).toEqual({ resolved: 'there', isProblem: false, worker: 7 });
  removeBreakpoint(id);
  await sync.settled();
  expect(asked).toEqual([{ kind: 'remove-breakpoint', breakpoint: 7 }]);
});

test('added, switched off and on, changed, removed: the machine follows', async () => {
  runs();
  const { id } = addBreakpoint(line(40));
  await sync.settled();
  expect(standing(id)).toMatchObject({ worker: 1, isProblem: false });
  changeBreakpoint(id, { isEnabled: false });
  changeBreakpoint(id, { isEnabled: true });
  await sync.settled();
  expect(kinds()).toEqual(['add-breakpoint', 'enable-breakpoint', 'enable-breakpoint']);
  changeBreakpoint(id, { spec: { ...line(40), condition: 'x == 1' } });
  removeBreakpoint(id);
  await sync.settled();
  expect(kinds().slice(3)).toEqual(['remove-breakpoint', 'add-breakpoint', 'remove-breakpoint']);
  expect(infos).toEqual([]);
});

test('an edit moves the line on the page and not in the machine, which is asked for lines of the text it runs', async () => {
  runs();
  const first = addBreakpoint(line(40));
  await sync.settled();
  editFile('driver.c', `/* new */\n${textOf(useProject.getState().project, 'driver.c')}`);
  expect(useBreakpoints.getState().breakpoints[0].spec).toEqual(line(41));
  toggleLine('driver.c', 51);
  await sync.settled();
  expect(asked.map(({ spec }) => spec)).toEqual([line(40), line(50)]);
  expect(standing(first.id)?.worker).toBe(1);
});

test('a new line is in no machine yet, and a refusal says why', async () => {
  runs();
  const text = textOf(useProject.getState().project, 'driver.c');
  editFile('driver.c', `${text}\nint more;\n`);
  const { id } = addBreakpoint(line(text.split('\n').length + 1));
  await sync.settled();
  expect(asked).toEqual([]);
  expect(standing(id)).toMatchObject({ isProblem: true, resolved: expect.stringContaining('Run again') });

  refusal = 'there is no code after line 900';
  const other = addBreakpoint(line(9));
  await sync.settled();
  expect(standing(other.id)).toEqual({ resolved: refusal, isProblem: true, worker: undefined });
});

test('on a line without code it goes to the line that the machine has taken for it, or away if there is one', async () => {
  runs();
  snapTo = 42;
  addBreakpoint(line(40));
  await sync.settled();
  expect(useBreakpoints.getState().breakpoints.map(({ spec }) => spec)).toEqual([line(42)]);
  expect(infos.map(({ spec }) => spec)).toEqual([line(42)]);
  addBreakpoint(line(41));
  await sync.settled();
  expect(useBreakpoints.getState().breakpoints).toHaveLength(1);
  expect(infos).toHaveLength(1);
});

test('what another run makes of it counts no more', async () => {
  runs();
  const { id } = addBreakpoint(line(40));
  await sync.settled();
  runs();
  expect(standing(id)).toBeUndefined();
  removeBreakpoint(id);
  await sync.settled();
  expect(kinds()).toEqual(['add-breakpoint']);
});

/** As a command does it: the machine says what it has then, and nobody was asked. */
function command(change: (infos: readonly BreakpointInfo[]) => readonly BreakpointInfo[]): void {
  infos = change(infos);
  lastWorker = Math.max(lastWorker, ...infos.map(({ id }) => id));
  useLab.setState({ breakpoints: infos });
}

const list = () => useBreakpoints.getState().breakpoints.map(({ spec, isEnabled }) => ({ spec, isEnabled }));

test('what was still to be told when another run began is not told to that one', async () => {
  runs();
  const { id } = addBreakpoint(line(40));
  await sync.settled();
  changeBreakpoint(id, { spec: line(44) });
  asked = [];
  runs([{ id: 1, spec: line(44), enabled: true, resolved: 'there' }]);
  await sync.settled();
  expect(asked).toEqual([]);
  expect(infos).toHaveLength(1);
});

test('what a command sets, switches off and clears is so on the page, and the machine is not told again', async () => {
  runs();
  addBreakpoint(line(40));
  await sync.settled();
  asked = [];
  const routine: BreakpointSpec = { where: { kind: 'routine', name: 'MirrorControl' } };
  command((all) => [
    ...all,
    { id: 9, spec: routine, enabled: true, resolved: 'mirror!MirrorControl+0x8 (driver.c:52)' },
  ]);
  expect(list()).toEqual([
    { spec: line(40), isEnabled: true },
    { spec: routine, isEnabled: true },
  ]);
  command((all) => all.map((one) => ({ ...one, enabled: false })));
  expect(list().map(({ isEnabled }) => isEnabled)).toEqual([false, false]);
  command((all) => all.filter(({ id }) => id === 9));
  expect(list()).toEqual([{ spec: routine, isEnabled: false }]);
  await sync.settled();
  expect(asked).toEqual([]);
  const [{ id }] = useBreakpoints.getState().breakpoints;
  expect(standing(id)?.worker).toBe(9);
  removeBreakpoint(id);
  await sync.settled();
  expect(asked).toEqual([{ kind: 'remove-breakpoint', breakpoint: 9 }]);
  expect(list()).toEqual([]);
});

test('a routine that a command stops at has its mark on its line, moves with the text, and a click there removes it', async () => {
  runs();
  const spec: BreakpointSpec = { where: { kind: 'routine', name: 'MirrorControl' } };
  command(() => [{ id: 1, spec, enabled: true, resolved: 'mirror!MirrorControl+0x8 (driver.c:52)' }]);
  const lines = () => {
    const { breakpoints, standing: all } = useBreakpoints.getState();
    return breakpoints.flatMap((one) => linesIn(one, all.get(one.id), 'driver.c'));
  };
  expect(lines()).toEqual([52]);
  editFile('driver.c', `/* new */\n${textOf(useProject.getState().project, 'driver.c')}`);
  expect(lines()).toEqual([53]);
  toggleLine('driver.c', 53);
  await sync.settled();
  expect(list()).toEqual([]);
  expect(infos).toEqual([]);
});

test('a line that a command names is one of the text that runs', () => {
  runs();
  editFile('driver.c', `/* new */\n${textOf(useProject.getState().project, 'driver.c')}`);
  command(() => [{ id: 1, spec: line(40), enabled: true, resolved: 'mirror!F (driver.c:40)' }]);
  expect(list()).toEqual([{ spec: line(41), isEnabled: true }]);
});
