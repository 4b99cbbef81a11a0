import { describe, expect, test } from 'vitest';
import { TraceLog } from './log.ts';
import { type DecodedEvent, TraceReader, TraceRecorder } from './recorder.ts';

function recorded(names: readonly string[]) {
  const clock = { instant: 0, t: 0, cpu: 0, tid: 4, pid: 4 };
  const recorder = new TraceRecorder(clock);
  const chunks = names.map((name, i) => {
    clock.instant = i;
    if (i % 2) recorder.emit('irql', 0, 2);
    else recorder.emit('tag', name);
    return recorder.take();
  });
  return chunks;
}

function logOf(chunks: readonly Uint32Array[], capacity = 1000): TraceLog<DecodedEvent> {
  const reader = new TraceReader(String);
  const log = new TraceLog((chunk) => reader.decode(chunk), capacity);
  for (const chunk of chunks) log.append(chunk);
  return log;
}

describe('TraceLog', () => {
  test('finds the same events as decoding everything in order', () => {
    const chunks = recorded(['a', '', 'b', '', 'a', '', 'c']);
    const reader = new TraceReader(String);
    const all = chunks.flatMap((chunk) => reader.decode(chunk));
    const log = logOf(chunks);
    expect(log.window('', 0, 99)).toEqual({ total: 7, events: all });
    expect(log.window('', 5, 1).events).toEqual([all[5]]);
  });

  test('filters by name, also what arrives later', () => {
    const chunks = recorded(['a', '', 'b', '', 'c']);
    const log = logOf(chunks.slice(0, 3));
    expect(log.window('ta', 0, 9).events.map((event) => event.name)).toEqual(['a', 'b']);
    for (const chunk of chunks.slice(3)) log.append(chunk);
    expect(log.window('ta', 1, 9)).toMatchObject({ total: 3, events: [{ name: 'b' }, { name: 'c' }] });
    expect(log.window('nothing', 0, 9)).toEqual({ total: 0, events: [] });
  });

  test('drops the oldest half beyond its capacity and counts them', () => {
    const log = logOf(recorded(['a', '', 'b', '', 'c']), 4);
    expect(log.dropped).toBe(3);
    expect(log.length).toBe(2);
    expect(log.window('', 0, 9).events.map((event) => event.instant)).toEqual([3, 4]);
  });
});
