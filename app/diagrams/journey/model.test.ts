/** Journeys of requests of recorded runs: what is drawn is what the trace tells. */
import { describe, expect, test } from 'vitest';
import type { RequestSituation } from '../../../kernel-sim/protocol/page-queries.ts';
import { sampleOf } from '../../samples/samples.ts';
import { REQUEST_KINDS, requestsOf } from '../shared/requests.ts';
import { AskedRun } from '../shared/testing-request.ts';
import { RecordedRun } from '../shared/testing-run.ts';
import { MOST_STEPS } from './fold.ts';
import { type Course, courseOf, journeyAt, QUIET_KINDS } from './model.ts';
import { JOURNEY_KINDS, type JourneySubject } from './related.ts';
import { journeyLines } from './twin.ts';

function ended(run: RecordedRun): AskedRun {
  run.toEnd();
  return new AskedRun(run);
}

function courseIn(asked: AskedRun, subject: JourneySubject | RequestSituation): Course {
  const stack = asked.viewAt(subject.from, { kind: 'stack', thread: subject.tid });
  return courseOf({
    subject,
    rows: asked.rows(JOURNEY_KINDS, subject.from),
    quiet: asked.columns(Object.keys(QUIET_KINDS), subject.from, Number.POSITIVE_INFINITY),
    stack: 'problem' in stack ? undefined : stack,
    process: 'app.exe',
  });
}

const ways = ({ steps }: Course) => steps.map(({ kind, from, to }) => `${kind} ${from}>${to}`);
const namesOf = ({ lanes }: Course) => lanes.map(({ id }) => id);

describe('a buffered request that is completed at once (mirror)', () => {
  const asked = ended(RecordedRun.ofSample('mirror'));
  const request = asked.requestFor('IRP_MJ_DEVICE_CONTROL');
  const course = courseIn(asked, request);

  test('goes from the program to the driver and back', () => {
    expect(namesOf(course)).toEqual(['app', 'ntdll', 'service', 'io', 'driver:mirror']);
    expect(course.boundary).toBe(2);
    expect(ways(course)).toEqual([
      'call app>ntdll',
      'enter ntdll>service',
      'dispatch service>io',
      'alloc io>io',
      'copy-in app>io',
      'irp-call io>driver:mirror',
      'print driver:mirror>driver:mirror',
      'complete driver:mirror>io',
      'apc-queue io>io',
      'apc io>io',
      'copy-out io>app',
      'free io>io',
      'irp-return driver:mirror>io',
      'service-return io>service',
      'leave service>ntdll',
    ]);
    expect(course.result).toBe('In this run it is completed with STATUS_SUCCESS, Information 20.');
  });

  test('each step is seen at the first state after its event, and what the stack says is its call', () => {
    const [call, enter] = course.steps;
    expect(call).toMatchObject({
      at: request.from,
      label: 'DeviceIoControl',
      note: expect.stringMatching(/^app\.c:\d+$/),
    });
    expect(enter?.at).toBe(request.from + 1);
    const copy = asked.rows(['irp_copy'])[0]?.event.instant ?? Number.NaN;
    expect(course.steps.find(({ kind }) => kind === 'copy-in')?.at).toBe(copy + 1);
  });

  test('what lies between two steps is counted in instructions, time and quiet events', () => {
    const print = course.steps.find(({ kind }) => kind === 'print');
    const complete = course.steps.find(({ kind }) => kind === 'complete');
    expect(complete?.gap).toEqual({
      instructions: (complete?.at ?? 0) - (print?.at ?? 0),
      ns: 10 * ((complete?.at ?? 0) - (print?.at ?? 0)),
      quiet: '2 pool events',
    });
  });

  test('fills as the shown instant moves, and marks what is new since the stop before', () => {
    const keys = course.steps.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    let last = -1;
    for (const { at } of course.steps) {
      const journey = journeyAt(course, at);
      expect(journey.done).toBeGreaterThanOrEqual(last);
      last = journey.done;
      expect(journey.steps.filter(({ state }) => state === 'next')).toHaveLength(journey.done < keys.length ? 1 : 0);
    }
    expect(last).toBe(keys.length);
    expect(journeyAt(course, request.from - 1).done).toBe(0);
    const complete = course.steps.find(({ kind }) => kind === 'complete')?.at ?? 0;
    const isNew = journeyAt(course, complete, complete - 1).steps.filter((step) => step.isNew);
    expect(isNew.map(({ kind }) => kind)).toEqual(['complete']);
  });

  test('the text twin has a line for each step, says where the lab stands and what crosses the boundary', () => {
    const lines = journeyLines(journeyAt(course, request.from + 1), 'Journey of request 2', request.from + 1);
    expect(lines).toHaveLength(course.steps.length + 3);
    expect(lines[0]).toContain(
      'In user mode: app.exe, ntdll. Behind the ring boundary, in kernel mode: system service',
    );
    expect(lines[2]).toContain('from ntdll to system service across the ring boundary, SYSCALL');
    expect(lines[3]).toMatch(/^Here the lab stands now, at instant/);
    expect(lines[4]).toContain('This is the next step.');
  });
});

describe('a request that a DPC completes later (later)', () => {
  const asked = ended(RecordedRun.ofSample('later'));
  const course = courseIn(asked, asked.requestFor('IRP_MJ_DEVICE_CONTROL'));

  test('returns pending, waits, is completed in the DPC of the timer, wakes up and finishes in its own thread', () => {
    expect(namesOf(course)).toEqual(['app', 'ntdll', 'service', 'io', 'driver:later', 'interrupt']);
    expect(ways(course).slice(6)).toEqual([
      'irp-return driver:later>io',
      'pend io>io',
      'service-return io>service',
      'leave service>ntdll',
      'others ntdll>ntdll',
      'enter ntdll>service',
      'dispatch service>service',
      'wait service>service',
      'timer interrupt>interrupt',
      'dpc-queue interrupt>interrupt',
      'dpc interrupt>driver:later',
      'print driver:later>driver:later',
      'complete driver:later>io',
      'apc-queue io>io',
      'wake io>service',
      'switch service>service',
      'apc service>io',
      'copy-out io>app',
      'free io>io',
      'service-return io>service',
      'leave service>ntdll',
    ]);
  });

  test('the thread is shown waiting while the DPC works', () => {
    const dpc = course.steps.find(({ kind }) => kind === 'dpc');
    expect(dpc?.by).toBe('DPC on CPU 0');
    expect(dpc?.note).toBe('LaterTimerDpc');
    expect(dpc?.standing).toContainEqual(expect.objectContaining({ lane: 'service', waits: true }));
    expect(dpc?.standing).toContainEqual({ actor: 'dpc:0', lane: 'driver:later', waits: false });
    expect(course.steps.at(-1)?.standing).toEqual([expect.objectContaining({ lane: 'ntdll', waits: false })]);
  });

  test('what the thread does meanwhile is one step', () => {
    expect(course.steps.find(({ kind }) => kind === 'others')).toMatchObject({
      label: '1 other system call',
      note: 'NtLabConsoleWrite',
    });
  });
});

describe('requests of several threads (counter)', () => {
  const asked = ended(RecordedRun.ofSample('counter'));

  test('each journey has its own thread only', () => {
    const [one, two] = [3, 4].map((ordinal) => asked.request(ordinal));
    expect(one.tid).not.toBe(two.tid);
    for (const request of [one, two]) {
      const course = courseIn(asked, request);
      const kinds = course.steps.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'complete')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'apc')).toHaveLength(1);
      expect(kinds.at(-1)).toBe('leave');
      expect(course.steps.every(({ by }) => by === '')).toBe(true);
    }
  });

  test('thousands of lock events are a number beside a step', () => {
    const course = courseIn(asked, asked.request(3));
    const complete = course.steps.find(({ kind }) => kind === 'complete');
    expect(complete?.gap?.quiet).toMatch(/4,000 IRQL events, 4,000 spin lock events/);
    expect(course.steps.length).toBeLessThanOrEqual(MOST_STEPS);
  });

  test('a thread that waits for another in the kernel is woken by it', () => {
    const course = courseIn(asked, asked.request(1));
    const wake = course.steps.find(({ kind }) => kind === 'wake');
    expect(wake?.from).toBe(`thread:${asked.request(2).tid}`);
    expect(wake?.to).toBe('io');
  });
});

test('a request that ends in a crash ends there (null)', () => {
  const asked = ended(RecordedRun.ofSample('null'));
  const course = courseIn(asked, asked.request(3));
  expect(ways(course).slice(4)).toEqual([
    'irp-call io>driver:null',
    'fault driver:null>driver:null',
    'fault driver:null>driver:null',
    'stop driver:null>driver:null',
  ]);
  expect(course.steps.slice(-3).map(({ tone }) => tone)).toEqual(['error', 'error', 'error']);
  expect(course.result).toBe('The system stopped before the request came to its end.');
});

describe('requests that fail', () => {
  const { files } = sampleOf('mirror');
  const app = `
    #include <windows.h>
    #include <winioctl.h>
    int main(void) {
        char out[8]; DWORD n;
        HANDLE h = CreateFileA("\\\\\\\\.\\\\Mirror", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
        DeviceIoControl(h, CTL_CODE(0x8000, 0x800, METHOD_BUFFERED, FILE_WRITE_ACCESS), "ab", 2, out, 8, &n, NULL);
        DeviceIoControl(h, CTL_CODE(0x8000, 0x801, METHOD_OUT_DIRECT, 0), NULL, 0, (void *)0x10000, 8, &n, NULL);
        DeviceIoControl(h, CTL_CODE(0x8000, 0x802, METHOD_BUFFERED, 0), "ab", 2, out, 8, &n, NULL);
        return 0;
    }`;
  const asked = ended(RecordedRun.of({ name: 'mirror', driver: files['driver.c'], app }));
  const entries = requestsOf(asked.rows(REQUEST_KINDS));

  test('the list of requests has the call that was refused before there was an IRP', () => {
    expect(entries.map(({ label, about }) => `${label}: ${about}`)).toEqual([
      'Request 1: CREATE for mirror',
      'NtDeviceIoControlFile refused: STATUS_ACCESS_DENIED',
      'Request 2: no driver was called',
      'Request 3: DEVICE_CONTROL 0x80002008 for mirror',
      'Request 4: CLEANUP for mirror',
      'Request 5: CLOSE for mirror',
    ]);
  });

  test('a refused call turns back in the I/O manager', () => {
    const call = entries[1];
    if (call?.kind !== 'call') throw new Error('no refused call');
    const { tid, from } = call;
    const course = courseIn(asked, {
      irp: undefined,
      tid,
      from,
      allocated: Number.POSITIVE_INFINITY,
      freed: undefined,
    });
    expect(ways(course)).toEqual([
      'call app>ntdll',
      'enter ntdll>service',
      'dispatch service>io',
      'service-return io>service',
      'leave service>ntdll',
    ]);
    expect(course.result).toContain('refused with STATUS_ACCESS_DENIED: there was no IRP');
  });

  test('one whose buffers cannot be locked never reaches a driver', () => {
    const course = courseIn(asked, asked.request(2));
    expect(namesOf(course)).not.toContain('driver:mirror');
    expect(course.result).toBe('The IRP was freed again: it never reached a driver.');
  });

  test('one that the driver rejects comes back with its status', () => {
    const course = courseIn(asked, asked.request(3));
    expect(course.steps.find(({ kind }) => kind === 'complete')).toMatchObject({
      note: 'STATUS_INVALID_DEVICE_REQUEST',
      tone: 'error',
    });
  });
});

test('a journey with very many steps is folded', () => {
  const { files } = sampleOf('mirror');
  const driver = files['driver.c'].replace(
    'status = MirrorText(',
    'for (ULONG line = 0; line < 100; line++) { DbgPrint("line %u\\n", line); }\n    status = MirrorText(',
  );
  expect(driver).not.toBe(files['driver.c']);
  const asked = ended(RecordedRun.of({ name: 'mirror', driver, app: files['app.c'] }));
  const course = courseIn(asked, asked.requestFor('IRP_MJ_DEVICE_CONTROL'));
  expect(course.steps.length).toBeLessThanOrEqual(MOST_STEPS);
  expect(course.steps.find(({ kind }) => kind === 'fold')?.label).toBe('100 more debug lines');
  expect(course.steps.at(-1)?.kind).toBe('leave');
});
