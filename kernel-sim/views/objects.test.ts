/**
 * Views of handles, objects and the namespace against the handles that a program prints.
 */
import { beforeAll, expect, test } from 'vitest';
import { appWith, driverWith } from '../lab-testing.ts';
import { Stage } from '../lab-testing-stage.ts';
import type { Read, ViewKind, ViewQueryOf, ViewRecord } from '../protocol/views.ts';
import { isProblem } from './look.ts';
import { viewOf } from './table.ts';
import { viewText } from './text/table.ts';

const DRIVER = driverWith('    return Complete(Irp, STATUS_SUCCESS, 0);');
const APP = appWith(`
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, L"Bell");
    HANDLE again = OpenEventW(SYNCHRONIZE, FALSE, L"Bell");
    HANDLE mutex = CreateMutexW(NULL, TRUE, NULL);
    HANDLE semaphore = CreateSemaphoreW(NULL, 2, 5, NULL);
    printf("pid=%lu tid=%lu file=%p event=%p again=%p mutex=%p semaphore=%p\\n", GetCurrentProcessId(), GetCurrentThreadId(), h, event,
           again, mutex, semaphore);
    printf("open\\n");
    CloseHandle(again);
    printf("closed\\n");
`);

let stage: Stage;
beforeAll(() => {
  stage = new Stage({ driver: DRIVER, app: APP }).until('open\n');
});

function shown<K extends ViewKind>(query: ViewQueryOf<K>): ViewRecord<K> {
  return sound<ViewRecord<K>>(viewOf(stage.kernel, query));
}

function sound<T>(value: Read<T> | undefined): T {
  if (value === undefined) throw new Error('there is none');
  if (isProblem<T>(value)) throw new Error(value.problem);
  return value;
}

function handle(name: string) {
  const { handles } = shown({ kind: 'handles', process: stage.number('pid'), handle: Number(stage.address(name)) });
  expect(handles.entries).toHaveLength(1);
  return sound(handles.entries[0]);
}

test('a table has the handles that the program was given', () => {
  const view = shown({ kind: 'handles', process: stage.number('pid') });
  const printed = ['file', 'event', 'again', 'mutex', 'semaphore'].map((name) => Number(stage.address(name)));
  expect(view.handles.entries.map((entry) => sound(entry).handle)).toEqual(printed);
  expect(view).toMatchObject({ count: 5, kernel: false, process: { image: 'app.exe' } });
  expect(view.handles.entries.map((entry) => sound(entry).type)).toEqual([
    'File',
    'Event',
    'Event',
    'Mutant',
    'Semaphore',
  ]);
});

test('access is told in the words of the type', () => {
  expect(handle('file')).toMatchObject({ name: '\\Device\\Lab' });
  expect(handle('file').access.names).toContain('FILE_READ_DATA');
  expect(handle('again').access).toEqual({ value: 0x100000, names: ['SYNCHRONIZE'] });
  expect(handle('event').access.names).toEqual([
    ...['QUERY_STATE', 'MODIFY_STATE', 'DELETE', 'READ_CONTROL', 'WRITE_DAC', 'WRITE_OWNER', 'SYNCHRONIZE'],
  ]);
});

test('two handles lead to one object, which counts them', () => {
  const { object, name } = handle('event');
  expect(name).toBe('\\BaseNamedObjects\\Bell');
  expect(handle('again').object).toBe(object);
  const view = shown({ kind: 'object', address: object });
  // Each handle holds a pointer reference; the name holds none of its own beyond that of the directory.
  expect(view).toMatchObject({
    state: 'alive',
    type: 'Event',
    handleCount: 2,
    directory: '\\BaseNamedObjects',
    name: 'Bell',
  });
  expect(view.openHandles.map(({ handle }) => handle)).toEqual(['event', 'again'].map((n) => Number(stage.address(n))));
  expect(viewText('object', view)).toContain('of them 2 handles');
});

test('dispatcher objects have the state that the program gave them', () => {
  const owner = { tid: stage.number('tid') };
  expect(shown({ kind: 'dispatcher', address: handle('mutex').object })).toMatchObject({
    type: 'mutex',
    signaled: false,
    owner,
  });
  expect(shown({ kind: 'dispatcher', address: handle('semaphore').object })).toMatchObject({
    type: 'semaphore',
    signalState: 2,
    limit: 5,
    signaled: true,
  });
  expect(shown({ kind: 'dispatcher', address: handle('event').object })).toMatchObject({
    type: 'synchronization event',
    signaled: false,
    name: '\\BaseNamedObjects\\Bell',
  });
  const thread = shown({ kind: 'thread', thread: stage.number('tid') });
  expect(thread.mutexes.entries).toEqual([handle('mutex').object]);
});

test('the namespace has the device, its link and the event', () => {
  const root = sound(shown({ kind: 'namespace', path: '\\', deep: true }).directory);
  const directory = (name: string) =>
    root.entries?.entries.find((entry) => entry.name === name)?.entries?.entries ?? [];
  expect(directory('Device').map(({ name, type }) => `${name} ${type}`)).toEqual(['Lab Device']);
  expect(directory('GLOBAL??').find(({ name }) => name === 'Lab')).toMatchObject({ target: '\\Device\\Lab' });
  expect(directory('BaseNamedObjects').find(({ name }) => name === 'Bell')).toMatchObject({
    address: handle('event').object,
  });
  const links = sound(shown({ kind: 'namespace', path: '\\DosDevices' }).directory);
  expect(links.entries?.entries.map(({ name }) => name)).toContain('Lab');
  expect(viewOf(stage.kernel, { kind: 'namespace', path: '\\Nowhere' })).toEqual({
    problem: '\\Nowhere does not exist: there is no Nowhere',
  });
});

test('a handle that was closed is not there', () => {
  const closed = new Stage({ driver: DRIVER, app: APP }).until('closed\n');
  const again = Number(closed.address('again'));
  const view = viewOf(closed.kernel, { kind: 'handles', process: closed.number('pid'), handle: again });
  expect(view).toEqual({ problem: `the handle 0x${again.toString(16)} is not open in app.exe` });
});
