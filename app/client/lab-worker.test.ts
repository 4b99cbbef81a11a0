/** The connection over the lab's real worker, built for Node, in a real thread: nothing in here is played. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LabMessage, RunRequest, TraceColumns } from '../../kernel-sim/protocol/messages';
import type { At, MoveRequest } from '../../kernel-sim/protocol/time';
import type { ViewQuery } from '../../kernel-sim/protocol/views';
import { LabConnection, LabError, type LabNews } from './lab-connection';
import { ThreadWorker, workerBundle } from './testing-worker';
import { NO_VIEWS, withChanges } from './watched-views';

const LOOP = 'volatile long g_Count; int main(void) { for (;;) g_Count++; }';
const ASKS = `
#include <stdio.h>
int main(void) {
  char line[80];
  for (int i = 0; i < 3; i++) {
    if (!fgets(line, sizeof line, stdin)) return 9;
    printf("%d: %s", i, line);
  }
  return 3;
}`;
const STEP: MoveRequest = { motion: { kind: 'step', unit: 'statement', how: 'into' }, direction: 'forward' };
const RUN: MoveRequest = { motion: { kind: 'run' }, direction: 'forward' };
const BACK: MoveRequest = { motion: { kind: 'run' }, direction: 'back' };

const program = (text: string): RunRequest => ({
  drivers: [],
  apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text }] }],
});
const sample = (file: string) => ({
  name: file,
  text: readFileSync(new URL(`../samples/mirror/${file}`, import.meta.url), 'utf8'),
});
const MIRROR: RunRequest = {
  drivers: [{ name: 'mirror', sources: [sample('driver.c')] }],
  apps: [{ name: 'app.exe', sources: [sample('app.c')] }],
};

type EventOf<K extends LabNews['kind']> = Extract<LabNews, { kind: K }>;

/** A connection that keeps what it hears, and can be waited on. */
class TestLab {
  readonly events: LabNews[] = [];
  readonly losses: { text: string; isOver: boolean }[] = [];
  /** Put together from output events. */
  readonly printed = { console: '', debug: '' };
  worker!: ThreadWorker;
  readonly connection: LabConnection;
  #runs = 0;
  #waiting: { kind: string; matches(event: LabNews): boolean; resolve(event: LabNews): void }[] = [];

  constructor(bundle: string) {
    this.connection = new LabConnection({
      start: () => {
        this.worker = new ThreadWorker(bundle);
        return this.worker;
      },
      onEvent: (event) => this.#hear(event),
      onLoss: (loss) => this.losses.push(loss),
    });
  }

  async run(request: RunRequest, until: 'end' | 'boot' = 'boot'): Promise<void> {
    this.events.length = 0;
    this.losses.length = 0;
    const report = await this.connection.run(++this.#runs, request, until);
    expect(report.messages).toEqual([]);
  }

  /** The next event of a kind that matches. */
  next<K extends LabNews['kind']>(kind: K, matches: (event: EventOf<K>) => boolean = () => true): Promise<EventOf<K>> {
    return new Promise((resolve) => {
      const waiting = {
        kind,
        matches: matches as (event: LabNews) => boolean,
        resolve: resolve as (event: LabNews) => void,
      };
      this.#waiting.push(waiting);
    });
  }

  /** When a run has come so far. */
  async reaches(instant: number): Promise<void> {
    await this.next('output', ({ progress }) => progress.instant >= instant);
  }

  async move(request: MoveRequest): Promise<At> {
    const answer = await this.connection.ask({ kind: 'move', request });
    if (answer.outcome !== 'stopped') throw new Error('superseded');
    return answer.report.at;
  }

  hash(at?: At): Promise<string> {
    return this.connection.ask({ kind: 'state-hash', ...(at && { at }) });
  }

  /** A run that is typed a line each time it waits for one. */
  async runTyping(lines: readonly string[]): Promise<void> {
    let waits = this.waits();
    await this.run(program(ASKS), 'end');
    for (const line of lines) {
      await waits;
      waits = this.waits();
      await this.connection.ask({ kind: 'input', text: `${line}\n` });
    }
  }

  waits(): Promise<unknown> {
    return this.next('output', ({ progress }) => progress.waitsForInput);
  }

  /** A run of the endless loop that was paused after so many instructions. */
  async loopTo(instant: number): Promise<At> {
    await this.run(program(LOOP), 'end');
    await this.reaches(instant);
    return this.connection.pause();
  }

  #hear(event: LabNews): void {
    this.events.push(event);
    if (event.kind === 'output') {
      this.printed.console = this.printed.console.slice(0, event.keep.console) + event.console;
      this.printed.debug = this.printed.debug.slice(0, event.keep.debug) + event.debug;
    }
    const heard = this.#waiting.filter(({ kind, matches }) => kind === event.kind && matches(event));
    this.#waiting = this.#waiting.filter((waiting) => !heard.includes(waiting));
    for (const { resolve } of heard) resolve(event);
  }
}

let lab: TestLab;
beforeAll(async () => {
  lab = new TestLab(await workerBundle());
  await lab.next('ready');
}, 120_000);
afterAll(() => lab.connection.close());

describe('running', () => {
  test('a request runs to its end, telling on the way what it prints', async () => {
    const ended = lab.next('moved');
    await lab.run(MIRROR, 'end');
    const { report } = await ended;
    expect(report).toMatchObject({ reason: 'end', end: { kind: 'exit', status: 0 } });
    expect(lab.printed.console).toBe('sent:     Hello from user mode\nreceived: edom resu morf olleH (20 bytes)\n');
    expect(lab.printed.debug).toContain('Mirror: unloaded');
    expect(await lab.connection.ask({ kind: 'output' })).toMatchObject(lab.printed);
  });

  test('a program that does not build leaves nothing to ask about', async () => {
    const report = await lab.connection.run(1000, program('int main(void) { return undeclared; }'));
    expect(report).toMatchObject({ ok: false, messages: [{ severity: 'error', line: 1 }] });
    await expect(lab.connection.ask({ kind: 'branches' })).rejects.toThrow('nothing has been built and started');
  });

  test('an endless loop is paused, and goes on', async () => {
    await lab.run(program(LOOP), 'end');
    for (let round = 0, from = 0; round < 3; round++) {
      await lab.reaches(from + 300_000);
      const moved = lab.next('moved');
      const at = await lab.connection.pause();
      expect((await moved).report).toMatchObject({ at, reason: 'paused' });
      expect(at.instant).toBeGreaterThan(from);
      from = at.instant;
      void lab.connection.ask({ kind: 'move', request: RUN });
    }
    await lab.connection.stop();
  });

  test('a program that waits for a line goes on when it is typed', async () => {
    const ended = lab.next('moved', ({ report }) => report.reason === 'end');
    await lab.runTyping(['one', 'two', 'three']);
    expect((await ended).report.end).toMatchObject({ kind: 'exit', status: 3 });
    expect(lab.printed.console).toBe('one\n0: one\ntwo\n1: two\nthree\n2: three\n');
  });

  test('what is typed while something runs is there when it is read', async () => {
    const ended = lab.next('moved', ({ report }) => report.reason === 'end');
    await lab.run(program(ASKS), 'end');
    const typed = ['a\n', 'b\n', 'c\n'].map((text) => lab.connection.ask({ kind: 'input', text }));
    await Promise.all(typed);
    await ended;
    expect(lab.printed.console).toBe('a\nb\nc\n0: a\n1: b\n2: c\n');
    expect(await lab.connection.ask({ kind: 'branches' })).toHaveLength(1);
  });

  test('another line in the past makes another branch; what is printed and was typed follows the shown instant', async () => {
    const ended = lab.next('moved', ({ report }) => report.reason === 'end');
    await lab.runTyping(['a', 'b', 'c']);
    const { at: end } = (await ended).report;
    const [begin] = (await lab.connection.ask({ kind: 'events', from: 0, to: end.instant, kinds: ['console'] })).rows;
    await lab.connection.seek({ branch: 0, instant: begin.event.instant });
    expect(lab.printed.console).toBe('a\n');
    await lab.connection.ask({ kind: 'input', text: 'x\n' });
    const again = await lab.move(RUN);
    expect(again.branch).toBe(1);
    expect(lab.printed.console).toBe('a\nx\n0: a\n1: x\n');
    expect(await lab.connection.ask({ kind: 'branches' })).toHaveLength(2);

    await lab.connection.seek(end);
    expect(lab.printed).toMatchObject(
      await lab.connection.ask({ kind: 'output' }).then(({ console, debug }) => ({ console, debug })),
    );
    await lab.connection.ask({ kind: 'drop-branch', branch: 1 });
    await expect(lab.connection.seek(again)).rejects.toThrow('branch 1 was dropped');
  });
});

describe('moving', () => {
  test('of many seeks the last one wins, and none hangs', async () => {
    const { instant } = await lab.loopTo(1_000_000);
    const goals = Array.from({ length: 20 }, (_, i) => ({ branch: 0, instant: (i * 7919 * 31) % instant }));
    const answers = await Promise.all(goals.map((at) => lab.connection.seek(at)));
    expect(answers.slice(0, -1)).toEqual(Array(19).fill({ outcome: 'superseded' }));
    expect(answers.at(-1)).toMatchObject({ outcome: 'stopped', report: { at: goals.at(-1), reason: 'sought' } });
    expect(await lab.connection.ask({ kind: 'position' })).toMatchObject({ at: goals.at(-1) });
  });

  test('steps wait for each other and come back to where they began', async () => {
    const at = await lab.loopTo(400_000);
    const steps = await Promise.all(Array.from({ length: 5 }, () => lab.move(STEP)));
    expect(steps.map(({ instant }) => instant)).toEqual([...steps].map(({ instant }) => instant).sort((a, b) => a - b));
    for (let i = 0; i < 5; i++) await lab.move({ ...STEP, direction: 'back' });
    const last = await lab.connection.ask({ kind: 'position' });
    // A step back from between two statements ends at the last one's beginning.
    expect(Math.abs(last.at.instant - at.instant)).toBeLessThan(20);
  });

  test('a motion backwards that is paused ends where it began', async () => {
    const at = await lab.loopTo(3_000_000);
    const hash = await lab.hash();
    const never: MoveRequest = {
      motion: { kind: 'place', place: { kind: 'routine', name: 'KeBugCheckEx' } },
      direction: 'back',
    };
    const moved = lab.connection.ask({ kind: 'move', request: never });
    expect(await lab.connection.pause()).toEqual(at);
    expect(await moved).toMatchObject({ outcome: 'stopped', report: { at, reason: 'paused' } });
    expect(await lab.hash()).toBe(hash);
  });

  test('other instants are looked at while something moves', async () => {
    await lab.loopTo(500_000);
    const order: string[] = [];
    const moved = lab.move(RUN).then(() => order.push('moved'));
    const asked = [100_000, 400_000, 250_000].map(async (instant) => {
      const at = { branch: 0, instant };
      const [view] = await lab.connection.ask({ kind: 'views', at, views: [{ kind: 'processors' }] });
      order.push(`view ${instant}`);
      return view;
    });
    const views = await Promise.all(asked);
    const paused = await lab.connection.pause();
    await moved;
    expect(order).toEqual(['view 100000', 'view 400000', 'view 250000', 'moved']);
    for (const [i, instant] of [100_000, 400_000, 250_000].entries()) {
      await lab.connection.seek({ branch: 0, instant });
      expect((await lab.connection.ask({ kind: 'views', views: [{ kind: 'processors' }] }))[0]).toEqual(views[i]);
    }
    expect(paused.instant).toBeGreaterThan(500_000);
  });

  test('a question that takes long can be cancelled, and others pass it', async () => {
    const at = await lab.loopTo(1_500_000);
    const abort = new AbortController();
    const calls = lab.connection.ask(
      { kind: 'calls', request: { routine: 'KeBugCheckEx', at } },
      { signal: abort.signal },
    );
    expect(await lab.hash({ branch: 0, instant: 1000 })).toMatch(/^[0-9A-F]{16}$/i);
    abort.abort();
    await expect(calls).rejects.toThrow('cancelled');
    expect(await lab.connection.ask({ kind: 'position' })).toMatchObject({ at });
  });

  test('breakpoints stop runs in both directions', async () => {
    await lab.run(MIRROR);
    const spec = { where: { kind: 'routine', name: 'MirrorDeviceControl' } } as const;
    const { id } = await lab.connection.ask({ kind: 'add-breakpoint', spec });
    const hit = await lab.connection.ask({ kind: 'move', request: RUN });
    expect(hit).toMatchObject({ report: { reason: 'breakpoint', breakpoints: [id] } });
    const end = await lab.move(RUN);
    expect(await lab.move(BACK)).toEqual((hit as { report: { at: At } }).report.at);
    expect(end.instant).toBeGreaterThan(0);
    await lab.connection.ask({ kind: 'enable-breakpoint', breakpoint: id, enabled: false });
    expect((await lab.move(BACK)).instant).toBe(0);
    const wrong = { where: { kind: 'routine', name: 'Nowhere' } } as const;
    await expect(lab.connection.ask({ kind: 'set-breakpoints', specs: [spec, wrong] })).rejects.toThrow('Nowhere');
    expect(await lab.connection.ask({ kind: 'breakpoints' })).toMatchObject([{ id, enabled: false }]);
    await expect(lab.connection.ask({ kind: 'remove-breakpoint', breakpoint: 99 })).rejects.toThrow('no breakpoint 99');
  });
});

describe('looking', () => {
  const WATCHED: readonly ViewQuery[] = [
    { kind: 'processors' },
    { kind: 'processes' },
    { kind: 'queues' },
    { kind: 'drivers' },
  ];

  test('changes of watched views, applied, give the views', async () => {
    let records = NO_VIEWS;
    await lab.run(MIRROR);
    await lab.connection.watch(WATCHED);
    const moves: MoveRequest[] = [
      ...Array<MoveRequest>(3).fill({ motion: { kind: 'event', events: ['irp_call'] }, direction: 'forward' }),
      ...Array<MoveRequest>(2).fill({ motion: { kind: 'event', events: ['cs'] }, direction: 'back' }),
      RUN,
      { motion: { kind: 'event', events: ['drv_load'] }, direction: 'back' },
    ];
    for (const request of moves) {
      const at = await lab.move(request);
      // Told before the answer.
      for (const event of lab.events.splice(0)) if (event.kind === 'views') records = withChanges(records, event);
      expect(records.at).toEqual(at);
      expect(records.views).toEqual(await lab.connection.ask({ kind: 'views', views: WATCHED }));
      expect(records.views).toEqual(await lab.connection.ask({ kind: 'views', at, views: WATCHED }));
    }
  });

  test('watched views follow a run, and what is not watched any more is not told', async () => {
    await lab.run(program(LOOP));
    await lab.connection.watch([{ kind: 'processors' }]);
    const followed = lab.next('views', ({ at }) => at.instant > 100_000);
    void lab.connection.ask({ kind: 'move', request: RUN });
    await followed;
    await lab.connection.watch([]);
    lab.events.length = 0;
    const { progress } = await lab.next('output');
    await lab.reaches(progress.instant + 100_000);
    await lab.connection.pause();
    expect(lab.events.filter(({ kind }) => kind === 'views')).toEqual([]);
  });

  test('the trace in windows, by kinds, and in columns', async () => {
    const ended = lab.next('moved');
    await lab.run(MIRROR, 'end');
    const { at } = (await ended).report;
    const window = { preset: 'story', filter: 'irp', from: 2, count: 3 } as const;
    const { total, from, rows } = await lab.connection.ask({ kind: 'trace-rows', window });
    expect({ from, length: rows.length }).toEqual({ from: 2, length: 3 });
    const place = (instant: number) =>
      lab.connection.ask({ kind: 'trace-place', preset: 'story', filter: 'irp', instant });
    const third = rows[0].event.instant;
    expect(await place(third)).toEqual({ before: 2 });
    expect(await place(third + 1)).toEqual({ before: 3 });
    expect(await place(0)).toEqual({ before: 0 });
    expect(await place(at.instant + 1)).toEqual({ before: total });
    const all = { branch: 0, from: 0, to: at.instant + 1 };
    const irps = await lab.connection.ask({ kind: 'events', ...all, kinds: ['irp_call'] });
    expect(irps.rows.length).toBeLessThan(total);
    expect(irps.rows.map(({ summary }) => summary).join('\n')).toContain('IRP_MJ_DEVICE_CONTROL');

    const columns: TraceColumns = await lab.connection.ask({ kind: 'trace-columns', ...all });
    expect(columns.instant).toBeInstanceOf(Float64Array);
    const calls = [...columns.kind].filter((kind) => columns.kinds[kind] === 'irp_call');
    expect(calls).toHaveLength(irps.rows.length);
    await expect(lab.connection.ask({ kind: 'events', ...all, kinds: ['nonsense'] })).rejects.toThrow(
      'no event nonsense',
    );
  });

  test('command lines answer, move, and tell their mistakes', async () => {
    await lab.run(MIRROR);
    await lab.connection.ask({
      kind: 'add-breakpoint',
      spec: { where: { kind: 'routine', name: 'MirrorDeviceControl' } },
    });
    const moved = lab.next('moved');
    const [go, stack] = await lab.connection.ask({ kind: 'command', line: 'g; k' });
    expect((await moved).report).toEqual(go.stop);
    expect(stack.text).toContain('MirrorDeviceControl');
    const [mistake] = await lab.connection.ask({ kind: 'command', line: 'bogus' });
    expect(mistake.error?.text).toContain('bogus');
    const { candidates } = await lab.connection.ask({ kind: 'completion', line: '!last', cursor: 5 });
    expect(candidates.map(({ text }) => text)).toContain('!last-write');
  });
});

describe('what a screen asks', () => {
  let end: At;
  beforeAll(async () => {
    const ended = lab.next('moved');
    await lab.run(MIRROR, 'end');
    end = (await ended).report.at;
  });

  test('the situation of an instant: the request, the events next to it, who runs', async () => {
    const all = { branch: 0, from: 0, to: Number.POSITIVE_INFINITY };
    const { rows } = await lab.connection.ask({ kind: 'events', ...all, kinds: ['irp_call', 'irp_alloc'] });
    const allocations = rows.filter(({ event }) => event.event === 'irp_alloc');
    const call = rows.find(({ summary }) => summary.includes('IRP_MJ_DEVICE_CONTROL'));
    if (!call) throw new Error('no request');
    const at = { branch: 0, instant: call.event.instant + 1 };
    const { request, before, after, ...stands } = await lab.connection.ask({ kind: 'situation', at });
    const { tid, pid, cpu, irp, ioctl } = call.event;
    expect(stands).toEqual({ at, tid, pid, cpu, process: 'app.exe', mode: 'kernel' });
    const ordinal = 1 + allocations.findIndex(({ event }) => event.irp === irp && event.instant <= call.event.instant);
    expect(request).toMatchObject({ irp, ioctl, driver: 'mirror', major: 'IRP_MJ_DEVICE_CONTROL', tid, pid });
    expect(request?.ordinal).toBeGreaterThanOrEqual(ordinal);
    expect(request?.from).toBeLessThan(request?.allocated ?? 0);
    expect(request?.freed).toBeLessThan(request?.to ?? 0);
    expect(before).toEqual(call);
    expect(after?.event.instant).toBeGreaterThanOrEqual(at.instant);
    expect(before?.sentence).toMatch(/^The driver mirror is called with the IRP .*, control code 0x[0-9A-F]{8}\.$/);

    const boot = await lab.connection.ask({ kind: 'situation', at: { branch: 0, instant: 1000 } });
    expect(boot).toMatchObject({ request: null, before: null, process: '', mode: 'kernel' });
    expect(boot.after?.event.instant).toBeGreaterThan(1000);
    const last = await lab.connection.ask({ kind: 'situation' });
    expect(last).toMatchObject({ at: end, after: null });
    expect(last.before).not.toBeNull();
  });

  test('lanes: what the CPUs did, in no more pieces than can be seen', async () => {
    const lanes = await lab.connection.ask({ kind: 'lanes', from: 0, to: end.instant });
    expect(lanes.from).toBeInstanceOf(Float64Array);
    expect(lanes.processes.map(({ image }) => image)).toContain('app.exe');
    expect(new Set(Array.from(lanes.state, (state) => lanes.states[state]))).toEqual(new Set(lanes.states));
    const coarse = await lab.connection.ask({ kind: 'lanes', from: 0, to: end.instant, pieces: 20 });
    expect(coarse.cpu.length).toBeLessThanOrEqual(20 * coarse.cpus);
    expect(Math.max(...coarse.mixed)).toBe(1);
    await expect(lab.connection.ask({ kind: 'lanes', branch: 7, from: 0, to: 1 })).rejects.toThrow('no branch 7');
  });

  test('lines that were run, of the learner and of the lab', async () => {
    const { lines, first } = await lab.connection.ask({ kind: 'lines-run', file: 'driver.c' });
    const reached = Array.from(lines).filter((_, i) => first[i] <= end.instant);
    expect(reached.length).toBeGreaterThan(10);
    expect(reached.length).toBeLessThan(lines.length);
    const stop = await lab.connection.ask({ kind: 'source-text', file: 'driver.c' });
    const entry = stop.text.split(/\r?\n/).findIndex((line) => line.includes('DriverEntry(')) + 1;
    expect(Math.min(...reached.filter((line) => line > entry))).toBeGreaterThan(0);
    const system = await lab.connection.ask({ kind: 'lines-run', file: 'ntoskrnl/ioirp.c' });
    expect(system.first.some((state) => state > 0)).toBe(true);
    await expect(lab.connection.ask({ kind: 'lines-run', file: 'other.c' })).rejects.toThrow('no source file other.c');
  });

  test('source files and their texts', async () => {
    const files = await lab.connection.ask({ kind: 'source-files' });
    expect(files.filter(({ system }) => !system)).toEqual([
      { file: 'driver.c', image: 'mirror', system: false },
      { file: 'app.c', image: 'app', system: false },
    ]);
    expect(files).toContainEqual({ file: 'ntoskrnl/ioirp.c', image: 'nt', system: true });
    const { text, system } = await lab.connection.ask({ kind: 'source-text', file: 'app.c', image: 'app' });
    expect([text, system]).toEqual([sample('app.c').text, false]);
    const kernel = await lab.connection.ask({ kind: 'source-text', file: 'ntoskrnl/ioirp.c' });
    expect(kernel).toMatchObject({ image: 'nt', system: true, text: expect.stringContaining('IoAllocateIrp') });
    const wrong = { kind: 'source-text', file: 'app.c', image: 'nt' } as const;
    await expect(lab.connection.ask(wrong)).rejects.toThrow('no source file app.c of nt');
  });

  test('sources judged while the run is shown; given up on the way', async () => {
    const check = {
      id: 'calls',
      title: 'It is asked',
      rules: ["some irp_call where major == 'IRP_MJ_DEVICE_CONTROL'"],
    };
    const asked = { kind: 'judge', request: MIRROR, checks: [check], values: ['exit'] } as const;
    const report = await lab.connection.ask({ ...asked, seeds: [1, 2, 3] });
    expect(report.runs.map(({ seed, checks }) => [seed, checks[0].state])).toEqual([1, 2, 3].map((s) => [s, 'passed']));
    const controller = new AbortController();
    const endless = lab.connection.ask({ ...asked, request: program(LOOP), seeds: [1] }, { signal: controller.signal });
    const position = await lab.connection.ask({ kind: 'position' });
    expect(position.at).toEqual(end);
    controller.abort();
    await expect(endless).rejects.toThrow();
  });

  test('to the next visible change, and back', async () => {
    const views: readonly ViewQuery[] = [{ kind: 'drivers' }];
    await lab.connection.seek({ branch: 0, instant: 0 });
    const there = await lab.move({ motion: { kind: 'change', views }, direction: 'forward' });
    const [[before], [after]] = await Promise.all(
      [there.instant - 1, there.instant].map((instant) =>
        lab.connection.ask({ kind: 'views', at: { branch: 0, instant }, views }),
      ),
    );
    expect(after).not.toEqual(before);
    const back = await lab.move({ motion: { kind: 'change', views }, direction: 'back' });
    expect(back.instant).toBe(there.instant - 1);
  });
});

describe('a worker that dies', () => {
  test('in the middle of a motion: another one comes to the same place and carries it out', async () => {
    await lab.run(MIRROR);
    const spec = { where: { kind: 'routine', name: 'MirrorDeviceControl' } } as const;
    const { id: gone } = await lab.connection.ask({ kind: 'add-breakpoint', spec });
    const { id } = await lab.connection.ask({ kind: 'add-breakpoint', spec });
    await lab.connection.ask({ kind: 'remove-breakpoint', breakpoint: gone });
    const start = await lab.move({ motion: { kind: 'event', events: ['drv_load'] }, direction: 'forward' });
    const expected = await lab.move(RUN);
    const hash = await lab.hash();
    await lab.connection.seek(start);

    const moved = lab.move(RUN);
    const asked = lab.connection.ask({ kind: 'views', at: start, views: [{ kind: 'drivers' }] });
    await lab.worker.die();
    expect(await moved).toEqual(expected);
    expect(await lab.hash()).toBe(hash);
    expect(await asked).toEqual(await lab.connection.ask({ kind: 'views', at: start, views: [{ kind: 'drivers' }] }));
    expect(await lab.connection.ask({ kind: 'breakpoints' })).toMatchObject([{ id }]);
    expect(lab.losses).toMatchObject([{ isOver: false }]);
  });

  test('of an exception, while a program waits: another one waits there, too, with what was typed', async () => {
    await lab.runTyping(['one']);
    await lab.waits();
    const hash = await lab.hash();
    const branches = await lab.connection.ask({ kind: 'branches' });

    const recovered = lab.waits();
    lab.worker.postMessage('throw');
    await recovered;
    expect(await lab.hash()).toBe(hash);
    expect(await lab.connection.ask({ kind: 'branches' })).toEqual(branches);
    expect(lab.printed.console).toBe('one\n0: one\n');

    const ended = lab.next('moved', ({ report }) => report.reason === 'end');
    await lab.connection.ask({ kind: 'input', text: 'two\n' });
    await lab.connection.ask({ kind: 'input', text: 'three\n' });
    await ended;
    expect(lab.printed.console).toBe('one\n0: one\ntwo\n1: two\nthree\n2: three\n');
    expect(lab.losses).toMatchObject([{ text: 'a test threw this', isOver: false }]);
  });

  test('with branches and knobs: all of them are there again, and the shown instant is the same', async () => {
    const at = await lab.loopTo(600_000);
    await lab.connection.seek({ branch: 0, instant: 300_000 });
    await lab.connection.ask({ kind: 'knob', knob: { name: 'nsPerInstruction', value: 20 } });
    void lab.connection.ask({ kind: 'move', request: RUN });
    await lab.reaches(400_000);
    const paused = await lab.connection.pause();
    expect(paused.branch).toBe(1);
    const ends = [at, paused, { branch: 0, instant: 123_456 }];
    const hashes = await Promise.all(ends.map((end) => lab.hash(end)));
    const branches = await lab.connection.ask({ kind: 'branches' });
    lab.worker.postMessage('throw');
    expect(await Promise.all(ends.map((end) => lab.hash(end)))).toEqual(hashes);
    expect(await lab.connection.ask({ kind: 'branches' })).toEqual(branches);
    expect(await lab.connection.ask({ kind: 'position' })).toMatchObject({ at: paused });
    expect(lab.losses).toHaveLength(1);
  });
});

describe('bad messages', () => {
  beforeAll(async () => {
    const ended = lab.next('moved');
    await lab.run(MIRROR, 'end');
    await ended;
  });

  /** What the worker answers to something that the types forbid. */
  const refused = (ask: unknown) =>
    lab.connection.ask(ask as LabMessage extends { ask: infer A } ? A & { kind: 'stats' } : never).then(
      () => 'answered',
      (error) => (error instanceof LabError ? error.message : 'not a LabError'),
    );

  test.each([
    [{ kind: 'fly' }, 'nothing can be asked by the name "fly"'],
    [{ kind: 'constructor' }, 'nothing can be asked by the name "constructor"'],
    [{}, 'nothing can be asked by the name undefined'],
    [{ kind: 'seek' }, 'seek.at is undefined, not a record'],
    [{ kind: 'seek', at: { branch: 0, instant: 'x' } }, 'seek.at.instant is "x", not a whole number'],
    [{ kind: 'seek', at: { branch: 7, instant: 0 } }, 'there is no branch 7'],
    [{ kind: 'seek', at: { branch: 0, instant: -1 } }, 'lies before boot'],
    [{ kind: 'seek', at: { branch: 0, instant: 1e12 } }, 'lies beyond the end of branch 0'],
    [{ kind: 'views', at: { branch: 9, instant: 0 }, views: [{ kind: 'drivers' }] }, 'there is no branch 9'],
    [{ kind: 'views', views: [{ kind: 'weather' }] }, 'there is no view weather'],
    [{ kind: 'watch-views', views: [{ kind: 'toString' }] }, 'there is no view toString'],
    [{ kind: 'output', at: { branch: 0, instant: 1e12 } }, 'lies beyond the end of branch 0'],
    [{ kind: 'move', request: { motion: { kind: 'swim' }, direction: 'forward' } }, 'motion.kind is "swim"'],
    [
      { kind: 'move', request: { motion: { kind: 'event', events: ['rain'] }, direction: 'forward' } },
      'there is no event rain',
    ],
    [{ kind: 'knob', knob: { name: 'volume', value: 11 } }, 'there is no knob volume'],
    [{ kind: 'add-breakpoint', spec: { where: { kind: 'routine', name: 5 } } }, 'where.name is 5, not a text'],
    [{ kind: 'drop-branch', branch: 0 }, 'branch 0 is the one that is shown'],
    [{ kind: 'run', run: 2, request: { drivers: 'none' }, until: 'end' }, 'request.drivers is "none", not a list'],
    [{ kind: 'recover', run: 2, request: MIRROR, until: 'end', saved: {} }, 'saved.log is undefined, not a record'],
    [
      {
        ...{ kind: 'recover', run: 2, request: { drivers: [], apps: [] }, until: 'end' },
        saved: { log: {}, breakpoints: [{ id: 1e12, enabled: true, spec: { where: { kind: 'routine', name: 'x' } } }] },
      },
      'no breakpoint has such a number',
    ],
  ])('%j is refused', async (ask, words) => {
    expect(await refused(ask)).toContain(words);
  });

  test('garbage is passed over, and the worker lives', async () => {
    await lab.run(MIRROR);
    const hash = await lab.hash();
    for (const garbage of [
      undefined,
      5,
      'stop',
      [],
      {},
      { kind: 'ask' },
      { kind: 'ask', id: 1.5 },
      { kind: 'cancel', id: 3 },
    ]) {
      lab.worker.postMessage(garbage);
    }
    const [view] = await lab.connection.ask({ kind: 'views', views: [{ kind: 'irp', address: 5 } as never] });
    expect(view.record).toHaveProperty('problem');
    expect(await lab.hash()).toBe(hash);
    expect(lab.losses).toEqual([]);
  });
});
