import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TraceClock, TraceReader, TraceRecorder, TraceStrings } from './recorder.ts';
import { EVENT_NAMES, EVENTS } from './schema.ts';

const clockAt = (instant: number): TraceClock => ({ instant, t: instant * 10, cpu: 1, tid: 8, pid: 4 });
const statusName = (status: number) => (status === 0 ? 'STATUS_SUCCESS' : `0x${(status >>> 0).toString(16)}`);

test('an event comes back as it was made, over several chunks that share strings', () => {
  const clock = clockAt(7);
  const recorder = new TraceRecorder(clock);
  const reader = new TraceReader(statusName);
  recorder.emit('console', 'hello');
  recorder.emit('irp_complete', -8796093022208, 0, 5n);
  const first = reader.decode(recorder.take());
  clock.instant = 2 ** 40;
  recorder.emit('console', 'hello');
  const second = reader.decode(recorder.take());
  expect(first).toEqual([
    { instant: 7, seq: 0, t: 70, cpu: 1, tid: 8, pid: 4, event: 'console', text: 'hello' },
    {
      ...{ instant: 7, seq: 1, t: 70, cpu: 1, tid: 8, pid: 4, event: 'irp_complete' },
      ...{ irp: '0xFFFFF80000000000', status: 'STATUS_SUCCESS', information: '0x0000000000000005' },
    },
  ]);
  expect(second).toEqual([
    { instant: 2 ** 40, seq: 0, t: 70, cpu: 1, tid: 8, pid: 4, event: 'console', text: 'hello' },
  ]);
});

test('the digest depends on every word, in order', () => {
  const digest = (texts: string[], instant: number) => {
    const recorder = new TraceRecorder(clockAt(instant));
    for (const text of texts) recorder.emit('dbg', text);
    return recorder.digest();
  };
  expect(digest(['a', 'b'], 1)).toBe(digest(['a', 'b'], 1));
  expect(digest(['a', 'b'], 1)).not.toBe(digest(['b', 'a'], 1));
  expect(digest(['a'], 1)).not.toBe(digest(['a'], 2));
});

test('the digest does not depend on what others have put into a shared table of strings', () => {
  const shared = new TraceStrings();
  const digest = (texts: string[], strings?: TraceStrings) => {
    const recorder = new TraceRecorder(clockAt(1), strings);
    for (const text of texts) recorder.emit('dbg', text);
    return recorder.digest();
  };
  const alone = digest(['a', 'b', 'a']);
  digest(['x', 'b', 'y'], shared);
  expect(digest(['a', 'b', 'a'], shared)).toBe(alone);
  expect(digest(['a', 'a', 'b'], shared)).not.toBe(alone);
});

test('a recorder that is put back goes on as it did', () => {
  const clock = clockAt(1);
  const recorder = new TraceRecorder(clock);
  recorder.emit('dbg', 'a');
  const { state } = recorder;
  const goOn = () => {
    recorder.emit('dbg', 'b');
    clock.instant = 2;
    recorder.emit('dbg', 'c');
    return { digest: recorder.digest(), records: recorder.takeRecords().slice() };
  };
  recorder.takeRecords();
  const first = goOn();
  clock.instant = 1;
  recorder.restore(state);
  expect(goOn()).toEqual(first);
  clock.instant = 1;
  recorder.restore(state);
  recorder.keeps = false;
  expect(goOn()).toEqual({ digest: first.digest, records: new Uint32Array() });
});

test('every event of the schema survives the round trip with any values', () => {
  fc.assert(
    fc.property(fc.constantFrom(...EVENT_NAMES), fc.string(), fc.nat(), (name, text, number) => {
      const recorder = new TraceRecorder(clockAt(number));
      const types = Object.values(EVENTS[name].fields);
      recorder.emit(name, ...types.map((type) => (type === 'str' ? text : number)));
      const [event] = new TraceReader(String).decode(recorder.take());
      expect(event.event).toBe(name);
      expect(event.instant).toBe(number);
      for (const [field, type] of Object.entries(EVENTS[name].fields)) {
        if (type === 'str') expect(event[field]).toBe(text);
        else expect(Number(event[field])).toBe(number);
      }
    }),
  );
});
