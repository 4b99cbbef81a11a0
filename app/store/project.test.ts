import { beforeEach, expect, test } from 'vitest';
import {
  absentImage,
  bringToFront,
  editFile,
  modeOf,
  openCopyOf,
  openProject,
  type Project,
  refreshed,
  requestOf,
  resetProject,
  textOf,
  undoLast,
  useProject,
} from './project';
import { addFile, chooseImage, deleteFile, nameProblem, renameFile, sorted, takeIn } from './project-files';
import { closeSource, showSource, useTabs } from './project-tabs';
import { showPlace } from './selection';

const project = () => useProject.getState().project;
const names = () => project().files.map(({ name }) => name);
const driver = () => textOf(project(), 'driver.c');

const LESSON: Project = {
  id: 'lesson:x',
  title: 'X',
  files: [
    { name: 'driver.c', text: 'int a;', access: 'editable' },
    { name: 'app.c', text: 'int main;', access: 'read-only' },
    { name: 'secret.h', text: '#define S', access: 'hidden' },
  ],
  drivers: [{ name: 'x', sources: ['driver.c'] }],
  apps: [{ name: 'app.exe', sources: ['app.c'] }],
  parallel: false,
  cpus: 1,
  seed: 1,
  limitSeconds: 1,
};

beforeEach(() => {
  useProject.setState(useProject.getInitialState(), true);
  useTabs.setState(useTabs.getInitialState(), true);
});

test('each project keeps its own edits, whichever is opened between', () => {
  editFile('driver.c', 'mine');
  openProject('sample:later');
  expect(driver()).not.toBe('mine');
  editFile('driver.c', 'also mine');
  openProject('sample:mirror');
  expect(driver()).toBe('mine');
  expect(useProject.getState().isEdited).toBe(true);
  expect([...useProject.getState().shelf.keys()]).toEqual(['sample:later']);
});

test('a reset can be undone until the next edit', () => {
  editFile('driver.c', 'mine');
  resetProject();
  expect(useProject.getState().isEdited).toBe(false);
  undoLast();
  expect(driver()).toBe('mine');
  resetProject();
  editFile('driver.c', 'newer');
  expect(useProject.getState().undo).toBeUndefined();
});

test('a deleted file comes back to its place and its image, with the edits made since', () => {
  deleteFile('driver.c');
  editFile('app.c', 'changed since');
  expect(requestOf(project()).drivers).toEqual([]);
  undoLast();
  expect(names()).toEqual(['driver.c', 'app.c']);
  expect(modeOf(project(), 'driver.c')).toBe('kernel');
  expect(textOf(project(), 'app.c')).toBe('changed since');
});

test('a lesson opens as the learner left it; read-only files stay, hidden ones are built', () => {
  openCopyOf(LESSON);
  editFile('driver.c', 'int b;');
  editFile('app.c', 'no');
  openProject('sample:mirror');
  openCopyOf(LESSON);
  expect(project().files.map(({ text }) => text)).toEqual(['int b;', 'int main;', '#define S']);
  expect(requestOf(project()).headers).toEqual({ 'secret.h': '#define S' });
  deleteFile('app.c');
  expect(names()).toContain('app.c');
});

test('what nobody has changed becomes the sample of today', () => {
  const { key, original } = useProject.getState();
  const old = { ...project(), files: project().files.map((file) => ({ ...file, text: 'old sample' })) };
  expect(textOf(refreshed({ key, project: old, original: old }).project, 'app.c')).toContain('main');
  const edited = { ...old, seed: 7 };
  expect(refreshed({ key, project: edited, original: old })).toMatchObject({ project: edited, original });
});

test('files that are added belong to the image that their text looks like', () => {
  addFile({ name: 'queue.c', text: '#include <ntddk.h>' });
  addFile({ name: 'helper.c', text: '#include <windows.h>' });
  addFile({ name: 'shared.h', text: '' });
  expect(['queue.c', 'helper.c', 'shared.h'].map((name) => modeOf(project(), name))).toEqual([
    'kernel',
    'user',
    undefined,
  ]);
  chooseImage('helper.c', 'drivers', 'mirror');
  expect(requestOf(project()).drivers?.[0]?.sources.map(({ name }) => name)).toEqual([
    'driver.c',
    'queue.c',
    'helper.c',
  ]);
  renameFile('queue.c', 'list.c');
  expect(modeOf(project(), 'list.c')).toBe('kernel');
});

test('names and files from outside are looked at before they are taken in', () => {
  expect(nameProblem(project(), 'a.c')).toBeUndefined();
  for (const name of ['', 'a.txt', 'a/b.c', 'DRIVER.c', '.c', `${'x'.repeat(70)}.c`])
    expect(nameProblem(project(), name)).toBeTruthy();
  const { files, problems } = sorted(project(), [
    { name: 'driver.c', text: '\uFEFFnew\r\nlines' },
    { name: 'bin.c', text: 'a\0b' },
    { name: 'big.c', text: 'x'.repeat(500_000) },
    { name: 'read.me', text: '' },
  ]);
  expect(files).toEqual([{ name: 'driver.c', text: 'new\nlines' }]);
  expect(problems).toHaveLength(3);
  const before = driver();
  takeIn(files);
  expect(driver()).toBe('new\nlines');
  undoLast();
  expect(driver()).toBe(before);
});

test('a source that is only passed by gives its tab to the next one', () => {
  showSource('nt', 'a.c', { isPreview: true });
  showSource('nt', 'b.c', { isPreview: true });
  expect(useTabs.getState()).toMatchObject({ active: 'nt!b.c', sources: [{ file: 'b.c', isPreview: true }] });
  showSource('nt', 'b.c');
  showSource('nt', 'c.c', { isPreview: true });
  expect(useTabs.getState().sources.map(({ file }) => file)).toEqual(['b.c', 'c.c']);
  closeSource('nt!c.c');
  expect(useTabs.getState().active).toBe('nt!b.c');
  closeSource('nt!b.c');
  expect(useTabs.getState().active).toBe('app.c');
});

test('whoever asks for a place gets its tab, whatever image was named with it', () => {
  showPlace({ file: 'app.c', line: 3, image: 'app' });
  expect(useTabs.getState().active).toBe('app.c');
  showPlace({ file: 'ntoskrnl/ioctl.c', line: 3, image: 'nt' });
  expect(useTabs.getState()).toMatchObject({ active: 'nt!ntoskrnl/ioctl.c', sources: [{ isPreview: false }] });
});

test('tabs stay with their project; a file that is gone leaves its neighbour in front', () => {
  useTabs.setState({ active: 'app.c' });
  bringToFront({ key: LESSON.id, project: LESSON, original: LESSON });
  expect(useTabs.getState().active).toBe('driver.c');
  openProject('sample:mirror');
  expect(useTabs.getState().active).toBe('app.c');
  deleteFile('app.c');
  expect(useTabs.getState().active).toBe('driver.c');
  addFile({ name: 'new.h', text: '' });
  expect(useTabs.getState().active).toBe('new.h');
});

test('an image whose sources are all empty is named at each of them, and only then', () => {
  expect(absentImage(project(), 'driver.c')).toBeUndefined();
  editFile('driver.c', ' \n');
  expect(absentImage(project(), 'driver.c')).toEqual({ kind: 'driver', name: 'mirror' });
  expect(absentImage(project(), 'app.c')).toBeUndefined();
  editFile('app.c', '');
  expect(absentImage(project(), 'app.c')?.kind).toBe('program');
  expect(absentImage(project(), 'none.h')).toBeUndefined();
});
