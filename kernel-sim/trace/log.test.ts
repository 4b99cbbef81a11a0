import { describe, expect, test } from 'vitest';
import { TraceLog } from './log.ts';
import { type DecodedEvent, type FieldValue, TraceReader, TraceRecorder } from './recorder.ts';
import type { EventName } from './schema.ts';

type Emitted = readonly [EventName, ...FieldValue[]];

/** One chunk an event, at instants 0, 1, 2 ... */
function chunksOf(events: readonly Emitted[]): Uint32Array[] {
  const clock = { instant: 0, t: 0, cpu: 0, tid: 4, pid: 4 };
  const recorder = new TraceRecorder(clock);
  return events.map((event, instant) => {
    clock.instant = instant;
    recorder.emit(...event);
    return recorder.take();
  });
}

/** A tag for each name, an IRQL change for each ''. */
function recorded(names: readonly string[]): Uint32Array[] {
  return chunksOf(names.map((name): Emitted => (name === '' ? ['irql', 0, 2] : ['tag', name])));
}

function logOf(chunks: readonly Uint32Array[], capacity = 1000): TraceLog<DecodedEvent> {
  const reader = new TraceReader(String);
  const log = new TraceLog((chunk) => reader.decode(chunk), capacity);
  for (const chunk of chunks) log.append(chunk);
  return log;
}

const all = (text = '') => ({ preset: 'all', text }) as const;
const story = (text = '') => ({ preset: 'story', text }) as const;

describe('TraceLog', () => {
  test('finds the same events as decoding everything in order', () => {
    const chunks = recorded(['a', '', 'b', '', 'a', '', 'c']);
    const reader = new TraceReader(String);
    const events = chunks.flatMap((chunk) => reader.decode(chunk));
    const log = logOf(chunks);
    expect(log.window(all(), 0, 99)).toEqual({ total: 7, events });
    expect(log.window(all(), 5, 1).events).toEqual([events[5]]);
  });

  test('filters by name, also what arrives later', () => {
    const chunks = recorded(['a', '', 'b', '', 'c']);
    const log = logOf(chunks.slice(0, 3));
    expect(log.window(all('ta'), 0, 9).events.map((event) => event.name)).toEqual(['a', 'b']);
    for (const chunk of chunks.slice(3)) log.append(chunk);
    expect(log.window(all('ta'), 1, 9)).toMatchObject({ total: 3, events: [{ name: 'b' }, { name: 'c' }] });
    expect(log.window(all('nothing'), 0, 9)).toEqual({ total: 0, events: [] });
  });

  test('drops the oldest half beyond its capacity and counts them', () => {
    const log = logOf(recorded(['a', '', 'b', '', 'c']), 4);
    expect(log.dropped).toBe(3);
    expect(log.length).toBe(2);
    expect(log.window(all(), 0, 9).events.map((event) => event.instant)).toEqual([3, 4]);
  });
});

describe('the story', () => {
  const BOOT: readonly Emitted[] = [
    ['ob_create', 1, 'Directory', 'Driver'],
    ['link_create', '\\DosDevices', '\\??'],
  ];
  const RUN: readonly Emitted[] = [
    ['ob_create', 2, 'Driver', 'mirror'],
    ['dbg', 'loaded'],
    ['irql', 0, 2],
    ['process_create', 24, 'app.exe'],
    ['irp_call', 5, 6, '\\Driver\\mirror'],
  ];
  const namesIn = (log: TraceLog<DecodedEvent>, text = '') =>
    log.window(story(text), 0, 99).events.map((event) => event.event);

  test('begins with the first driver and leaves out the noise, whenever it is asked', () => {
    expect(namesIn(logOf(chunksOf([...BOOT, ...RUN])))).toEqual(['dbg', 'process_create', 'irp_call']);

    const chunks = chunksOf([...BOOT, ...RUN]);
    const growing = logOf([]);
    for (const chunk of chunks) {
      growing.append(chunk);
      growing.window(story(), 0, 1);
    }
    expect(namesIn(growing)).toEqual(['dbg', 'process_create', 'irp_call']);
  });

  test('begins with the first program when there is no driver', () => {
    expect(namesIn(logOf(chunksOf([...BOOT, ...RUN.slice(3)])))).toEqual(['process_create', 'irp_call']);
    expect(namesIn(logOf(chunksOf(BOOT)))).toEqual([]);
  });

  test('is searched by name, without what it leaves out', () => {
    const log = logOf(chunksOf([...BOOT, ...RUN]));
    expect(namesIn(log, 'ir')).toEqual(['irp_call']);
    expect(namesIn(log, 'irql')).toEqual([]);
  });

  test('goes on when its beginning has been dropped', () => {
    const log = logOf(chunksOf([...BOOT, ...RUN]), 6);
    expect(log.dropped).toBe(4);
    expect(namesIn(log)).toEqual(['process_create', 'irp_call']);
  });
});

test('a process number has the image of its time, even when the event is gone', () => {
  const process = (image: string): Emitted => ['process_create', 24, image];
  const log = logOf(chunksOf([process('a.exe'), ['dbg', ''], process('b.exe'), ['dbg', ''], ['dbg', '']]), 4);
  expect(log.window(all('process'), 0, 9).total).toBe(0);
  expect([0, 1, 2, 99].map((instant) => log.processAt(24, instant))).toEqual(['a.exe', 'a.exe', 'b.exe', 'b.exe']);
  expect(log.processAt(28, 99)).toBe('');
});
