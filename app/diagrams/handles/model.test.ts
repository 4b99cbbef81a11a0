/** The handles diagram over real tables: a device handle that a request uses, events, handles that are opened and closed. */
import { describe, expect, test } from 'vitest';
import type { Read } from '../../../kernel-sim/protocol/views';
import type { FileView } from '../../../kernel-sim/protocol/views-io';
import type { ObjectView } from '../../../kernel-sim/protocol/views-objects';
import { RecordedRun } from '../shared/testing-run';
import { handlesPicture, handlesText, type Instant, neededObjects, visibleHandles } from './model';

function viewsOf(run: RecordedRun, showAll = false) {
  const handles = run.record({ kind: 'handles' });
  const { directory } = run.record({ kind: 'namespace', deep: true });
  const namespace = 'problem' in directory ? undefined : directory;
  const shown = visibleHandles(handles, undefined, showAll);
  const filesOf = (list: readonly string[]) =>
    new Map<string, Read<FileView>>(list.map((address) => [address, run.view({ kind: 'file', address })]));
  const files = filesOf(neededObjects(shown, new Map(), namespace).files);
  const { objects: wanted } = neededObjects(shown, files, namespace);
  const objects = new Map<string, Read<ObjectView>>(
    wanted.map((address) => [address, run.view({ kind: 'object', address })]),
  );
  return { handles, namespace, instant: { handles, files, objects } satisfies Instant };
}

function pictureOf(run: RecordedRun, options: { before?: Instant; usedFile?: string; showAll?: boolean } = {}) {
  const { handles, namespace, instant } = viewsOf(run, options.showAll);
  return handlesPicture(handles, instant, options.before, {
    namespace,
    usedFile: options.usedFile,
    showAll: options.showAll ?? false,
  });
}

describe('a program with a device open', () => {
  const run = RecordedRun.ofSample('mirror');
  run.toRoutine('mirror!MirrorDeviceControl');
  const irp = run.record({ kind: 'irp', address: String(run.lastEvent('irp_call').irp) });
  const usedFile = irp.file && !('problem' in irp.file) ? irp.file.address : '';
  const picture = pictureOf(run, { usedFile });

  test('the handle leads to the file object, that to device and driver', () => {
    expect(picture.title).toBe('Handles of app.exe');
    expect(picture.rows).toEqual([
      expect.objectContaining({ handle: 4, type: 'File', isUsed: true, isNew: false, object: usedFile }),
    ]);
    expect(picture.objects.map(({ type, via, title }) => [type, via, title])).toEqual([
      ['File', 'handle', '\\Device\\Mirror'],
      ['Device', 'file', '\\Device\\Mirror'],
      ['Driver', 'device', '\\Driver\\mirror'],
    ]);
    expect(picture.objects[0]?.counts).toEqual({ pointers: expect.any(Number), handles: 1 });
    expect(picture.objects.every(({ isUsed }) => isUsed)).toBe(true);
  });

  test('the namespace shows the ways to them and the link', () => {
    expect(picture.tree.map(({ path }) => path)).toEqual([
      '\\',
      '\\Device',
      '\\Device\\Mirror',
      '\\Driver',
      '\\Driver\\mirror',
      '\\GLOBAL??',
      '\\GLOBAL??\\Mirror',
    ]);
    expect(picture.tree.find(({ path }) => path === '\\GLOBAL??\\Mirror')?.target).toBe('\\Device\\Mirror');
    expect(picture.tree.filter(({ isGoal }) => isGoal).map(({ path }) => path)).toEqual([
      '\\Device\\Mirror',
      '\\Driver\\mirror',
    ]);
  });

  test('each line begins and ends at something that is drawn', () => {
    const drawn = new Set([
      ...picture.rows.map(({ key }) => key),
      ...picture.objects.map(({ key }) => key),
      ...picture.tree.map(({ path }) => path),
    ]);
    expect(picture.wires).toHaveLength(5);
    for (const { from, to } of picture.wires) expect([drawn.has(from), drawn.has(to)]).toEqual([true, true]);
    expect(new Set(picture.wires.map(({ key }) => key)).size).toBe(picture.wires.length);
  });

  test('the twin says handles, objects, links and which one is used', () => {
    const text = handlesText(picture).join('\n');
    expect(text).toContain('Handles of app.exe: 1 handle open.');
    expect(text).toMatch(/Handle 0x4 refers to the File object .*FILE_READ_DATA.*the current request uses it/);
    expect(text).toMatch(/File object \\Device\\Mirror .* it leads to device \\Device\\Mirror/);
    expect(text).toMatch(/Device object .*in the namespace it is \\Device\\Mirror\./);
    expect(text).toContain('the link \\GLOBAL??\\Mirror leads to \\Device\\Mirror.');
  });
});

test('opened and closed handles are marked, and counts that changed', () => {
  const run = RecordedRun.ofSample('later');
  run.toEvent('handle_open', 'File');
  const before = viewsOf(run);
  const opened = run.toEvent('handle_open', 'Event');
  const picture = pictureOf(run, { before: before.instant });
  expect(picture.rows.map(({ type, isNew }) => [type, isNew])).toEqual([
    ['File', false],
    ['Event', true],
  ]);
  expect(handlesText(picture).join('\n')).toContain('opened since the last stop');
  const open = viewsOf(run);
  run.seek(opened.at.instant);
  run.toEvent('handle_close', 'Event');
  const closed = pictureOf(run, { before: open.instant });
  expect(closed.closed).toEqual(['0x8 (Event)']);
  expect(handlesText(closed).join('\n')).toContain('Handle 0x8 (Event) was closed since the last stop.');
});

test('many handles are folded, but never the one that is used', () => {
  const run = RecordedRun.ofSample('mirror');
  run.toRoutine('mirror!MirrorDeviceControl');
  const { handles } = viewsOf(run);
  const [one] = handles.handles.entries;
  if (!one || 'problem' in one) throw new Error('no handle');
  const many = Array.from({ length: 20 }, (_, i) => ({ ...one, handle: 4 + 4 * i, object: `0x${i}` }));
  const view = { ...handles, handles: { entries: many, cut: '' } };
  const shown = visibleHandles(view, '0x15', false);
  expect(shown).toHaveLength(7);
  expect(shown.at(-1)?.object).toBe('0x15');
  const options = { namespace: undefined, usedFile: '0x15', showAll: false };
  const picture = handlesPicture(view, { handles: view, files: new Map(), objects: new Map() }, undefined, options);
  expect(picture.folded).toBe(13);
  expect(handlesText(picture).join('\n')).toContain('13 more handles not listed.');
  expect(visibleHandles(view, undefined, true)).toHaveLength(20);
});
