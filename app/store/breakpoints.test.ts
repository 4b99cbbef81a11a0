import { beforeEach, expect, test } from 'vitest';
import {
  addBreakpoint,
  changeBreakpoint,
  detailsOf,
  enabledSpecs,
  lookOf,
  placeOf,
  removeAllBreakpoints,
  toggleLine,
  useBreakpoints,
} from './breakpoints';
import { editFile, openProject, textOf, undoLast, useProject } from './project';
import { deleteFile, renameFile } from './project-files';

const places = () => useBreakpoints.getState().breakpoints.map(({ spec }) => placeOf(spec));
const driver = () => textOf(useProject.getState().project, 'driver.c');

beforeEach(() => {
  useProject.setState(useProject.getInitialState(), true);
  removeAllBreakpoints();
});

test('a line is toggled; a disabled breakpoint takes no part in a run', () => {
  toggleLine('driver.c', 10);
  toggleLine('driver.c', 12);
  expect(places()).toEqual(['driver.c:10', 'driver.c:12']);
  changeBreakpoint(useBreakpoints.getState().breakpoints[1].id, { isEnabled: false });
  expect(enabledSpecs()).toEqual([{ where: { kind: 'line', file: 'driver.c', line: 10 } }]);
  toggleLine('driver.c', 10);
  expect(places()).toEqual(['driver.c:12']);
});

test('breakpoints move with the lines of their file, and are no others for it', () => {
  toggleLine('driver.c', 20);
  toggleLine('app.c', 20);
  const { id, revision } = useBreakpoints.getState().breakpoints[0];
  editFile('driver.c', `/* new */\n${driver()}`);
  expect(places()).toEqual(['driver.c:21', 'app.c:20']);
  expect(useBreakpoints.getState().breakpoints[0]).toMatchObject({ id, revision });
  editFile('driver.c', driver().split('\n').toSpliced(4, 17).join('\n'));
  expect(places()).toEqual(['app.c:20']);
});

test('breakpoints follow a file to its new name, and go with it', () => {
  toggleLine('driver.c', 3);
  renameFile('driver.c', 'control.c');
  expect(places()).toEqual(['control.c:3']);
  deleteFile('control.c');
  expect(places()).toEqual([]);
  undoLast();
  expect(useProject.getState().project.drivers[0].sources).toEqual(['control.c']);
});

test('each project has its own', () => {
  toggleLine('driver.c', 3);
  openProject('sample:later');
  expect(places()).toEqual([]);
  toggleLine('app.c', 7);
  openProject('sample:mirror');
  expect(places()).toEqual(['driver.c:3']);
  openProject('sample:later');
  expect(places()).toEqual(['app.c:7']);
});

test('what becomes a copy keeps them', () => {
  toggleLine('driver.c', 3);
  useProject.setState(({ project }) => ({ key: 'sample:mirror~ab', project: { ...project, title: 'Mirror (copy)' } }));
  expect(places()).toEqual(['driver.c:3']);
});

test('kinds look and read differently', () => {
  const where = { kind: 'line', file: 'a.c', line: 1 } as const;
  const specs = [
    { where },
    { where, condition: 'i == 3' },
    { where, hits: { kind: 'multiple', count: 5 } },
    { where, log: 'i is {i}' },
    { where: { kind: 'data', address: '&(g_Count)', length: 4, access: 'change' } },
    { where: { kind: 'event', event: 'irp_complete' } },
  ] as const;
  expect(specs.map(lookOf)).toEqual(['plain', 'condition', 'hits', 'log', 'data', 'event']);
  expect(specs.map(detailsOf)).toEqual(['', 'if i == 3', 'every 5 hits', 'says "i is {i}" and goes on', '', '']);
  expect(placeOf(specs[4])).toBe('when g_Count changes');
  expect(addBreakpoint(specs[5]).id).toBeGreaterThan(0);
});
