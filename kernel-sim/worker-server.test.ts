/** The server without a thread: turns are taken by hand, so that what happens between two of them is known. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabSession } from './lab-session.ts';
import type { Ask, AskKind, LabEvent, RunRequest } from './protocol/messages.ts';
import type { JudgeReport } from './protocol/page-queries.ts';
import type { MoveRequest } from './protocol/time.ts';
import { LabServer } from './worker-server.ts';

const APP = 'int main(void) { volatile int i; for (i = 0; i < 20000; i++) { } return 5; }';
const REQUEST: RunRequest = { drivers: [], apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: APP }] }] };
const RUN: MoveRequest = { motion: { kind: 'run' }, direction: 'forward' };

class Host {
  readonly posted: LabEvent[] = [];
  readonly server: LabServer;
  ms = 0;
  /** What every look at the clock takes: turns end, whatever the speed of this computer. */
  tick = 0.5;
  #ids = 0;
  #wantsTurn = false;

  constructor(newSession?: () => LabSession) {
    const host = {
      now: () => (this.ms += this.tick),
      post: (event: LabEvent) => void this.posted.push(structuredClone(event)),
      askTurn: () => {
        this.#wantsTurn = true;
      },
    };
    this.server = newSession ? new LabServer(host, newSession) : new LabServer(host);
  }

  ask(ask: Ask): number {
    this.server.receive({ kind: 'ask', id: ++this.#ids, ask });
    return this.#ids;
  }

  /** False: nothing is left to be done. */
  turn(): boolean {
    if (!this.#wantsTurn) return false;
    this.#wantsTurn = false;
    this.server.turn();
    return true;
  }

  finish(): void {
    while (this.turn());
  }

  /** What came of an ask. */
  outcome(id: number): unknown {
    const replies = this.posted.filter(
      (event) => (event.kind === 'reply' || event.kind === 'refusal') && event.id === id,
    );
    expect(replies.length).toBeLessThanOrEqual(1);
    const [reply] = replies;
    if (reply?.kind === 'reply') return reply.answer;
    return reply?.kind === 'refusal' ? reply.problem : undefined;
  }

  kinds(): string[] {
    return this.posted.splice(0).map(({ kind }) => kind);
  }
}

function booted(newSession?: () => LabSession): Host {
  const host = new Host(newSession);
  host.ask({ kind: 'run', run: 1, request: REQUEST, until: 'boot' });
  host.finish();
  return host;
}

test('a run that is booted says where it is, then waits', () => {
  const host = new Host();
  const id = host.ask({ kind: 'run', run: 1, request: REQUEST, until: 'boot' });
  expect(host.outcome(id)).toMatchObject({ ok: true });
  expect(host.kinds()).toEqual(['diagnostics', 'branches', 'breakpoints', 'saved', 'output', 'moved', 'reply']);
  expect(host.turn()).toBe(false);
});

test('the reply to a list of watched views comes before the first records of it', () => {
  const host = booted();
  host.kinds();
  host.ask({ kind: 'watch-views', views: [{ kind: 'processors' }] });
  host.finish();
  expect(host.kinds().filter((kind) => kind === 'reply' || kind === 'views')).toEqual(['reply', 'views']);
});

test('queries are answered between the slices of what moves; idle is told when nothing is left', () => {
  const host = booted();
  const moved = host.ask({ kind: 'move', request: RUN });
  host.turn();
  const hash = host.ask({ kind: 'state-hash', at: { branch: 0, instant: 100 } });
  for (let i = 0; i < 20 && !host.outcome(hash); i++) host.turn();
  expect(host.outcome(hash)).toMatch(/^[0-9a-f]{16}$/i);
  expect(host.outcome(moved)).toBeUndefined();
  host.finish();
  expect(host.outcome(moved)).toMatchObject({ report: { reason: 'end', end: { status: 5 } } });
  expect(host.kinds().at(-1)).toBe('idle');
});

test('each ask is replied to once, whatever comes between', () => {
  const host = booted();
  const ids = [
    host.ask({ kind: 'move', request: RUN }),
    host.ask({ kind: 'move', request: RUN }),
    host.ask({ kind: 'knob', knob: { name: 'seed', value: 3 } }),
    host.ask({ kind: 'command', line: 'p; p' }),
    host.ask({ kind: 'pause' }),
    host.ask({ kind: 'pause' }),
    host.ask({ kind: 'seek', at: { branch: 0, instant: 0 } }),
    host.ask({ kind: 'state-hash' }),
    host.ask({ kind: 'stop' }),
    host.ask({ kind: 'run', run: 2, request: REQUEST, until: 'end' }),
    host.ask({ kind: 'move', request: RUN }),
  ];
  host.finish();
  for (const id of ids) expect(host.outcome(id)).not.toBeUndefined();
});

test('the same number twice, and a cancel of what is over, change nothing', () => {
  const host = booted();
  const id = host.ask({ kind: 'state-hash' });
  host.server.receive({ kind: 'ask', id, ask: { kind: 'stop' } });
  host.finish();
  host.server.receive({ kind: 'cancel', id });
  expect(host.outcome(id)).toMatch(/^[0-9a-f]{16}$/i);
});

test('a defect in a query is told to who asked; everything goes on', () => {
  class Broken extends LabSession {
    override ask(): never {
      throw new TypeError('cannot read properties of nothing');
    }
  }
  const host = booted(() => new Broken());
  const asked = host.ask({ kind: 'calls', request: { routine: 'main', at: { branch: 0, instant: 0 } } });
  const moved = host.ask({ kind: 'move', request: RUN });
  host.finish();
  expect(host.outcome(asked)).toContain('a defect of the lab: TypeError: cannot read properties of nothing');
  expect(host.outcome(moved)).toMatchObject({ outcome: 'stopped' });
});

test('a defect in the middle of a motion is told as such, and the server does nothing more', () => {
  class Broken extends LabSession {
    override move(request: MoveRequest) {
      const task = super.move(request);
      let steps = 0;
      return {
        ...{ result: undefined as never, progress: 0 },
        step: (instructions: number) => {
          if (++steps > 1) throw new TypeError('half-way');
          return task.step(instructions);
        },
      };
    }
  }
  const host = booted(() => new Broken());
  host.kinds();
  const moved = host.ask({ kind: 'move', request: RUN });
  host.finish();
  expect(host.outcome(moved)).toBeUndefined();
  expect(host.posted.at(-1)).toMatchObject({ kind: 'defect', text: expect.stringContaining('half-way') });
  host.kinds();
  host.ask({ kind: 'branches' });
  host.finish();
  expect(host.kinds()).toEqual([]);
});

test('a build that throws, and a log that is none, leave a server that can run', () => {
  const host = new Host();
  const wrong = host.ask({ kind: 'run', run: 1, request: { ...REQUEST, cpus: 4096 }, until: 'end' });
  host.finish();
  expect(host.outcome(wrong)).not.toBeUndefined();
  const saved = { log: {}, breakpoints: [], at: { branch: 0, instant: 0 }, goesOn: false };
  const recovered = host.ask({ kind: 'recover', run: 2, request: REQUEST, until: 'end', saved });
  host.finish();
  expect(host.outcome(recovered)).toEqual(expect.any(String));
  const good = host.ask({ kind: 'run', run: 3, request: REQUEST, until: 'end' });
  host.finish();
  expect(host.outcome(good)).toMatchObject({ ok: true });
  expect(host.posted.findLast(({ kind }) => kind === 'moved')).toMatchObject({ report: { end: { status: 5 } } });
});

test('when nothing is left to be done, the machine that searches is got ready; it gives way at any moment', () => {
  const ways = [0, 3, 1000].map((turns) => {
    const host = booted();
    host.ask({ kind: 'move', request: RUN });
    while (host.posted.at(-1)?.kind !== 'idle') host.turn();
    host.posted.length = 0;
    let taken = 0;
    while (taken < turns && host.turn()) taken++;
    expect(host.posted).toEqual([]);
    const back = host.ask({
      kind: 'move',
      request: { motion: { kind: 'step', unit: 'statement', how: 'over' }, direction: 'back' },
    });
    host.finish();
    const hash = host.ask({ kind: 'state-hash' });
    host.finish();
    return { taken, back: host.outcome(back), hash: host.outcome(hash) };
  });
  expect(ways.map(({ taken }) => taken)).toEqual([0, 3, expect.any(Number)]);
  expect(ways[2].taken).toBeGreaterThan(3);
  expect(ways[1]).toEqual({ ...ways[0], taken: 3 });
  expect(ways[2]).toEqual({ ...ways[0], taken: ways[2].taken });
  expect(ways[0].back).toMatchObject({ outcome: 'stopped' });
});

describe('judge', () => {
  const LOOP = {
    ...REQUEST,
    apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: 'int main(void) { for (;;) { } }' }] }],
  };
  const CHECK = { id: 'five', title: 'It ends with 5', rules: ['exit == 5'] };
  const judged = (host: Host, request = REQUEST, seeds: readonly number[] = [1]) =>
    host.ask({ kind: 'judge', request, checks: [CHECK], values: ['exit'], seeds });

  test('needs no run, and is the same while one is shown, moves and is followed by another', () => {
    const alone = new Host();
    const first = judged(alone, REQUEST, [1, 2]);
    alone.finish();
    const report = alone.outcome(first) as JudgeReport;
    expect(report.runs.map(({ seed, checks, values }) => [seed, checks[0].state, values])).toEqual([
      [1, 'passed', [5]],
      [2, 'passed', [5]],
    ]);

    const host = booted();
    host.tick = 30;
    const meanwhile = judged(host, REQUEST, [1, 2]);
    host.ask({ kind: 'move', request: RUN });
    for (let i = 0; i < 5; i++) host.turn();
    const again = host.ask({ kind: 'run', run: 2, request: REQUEST, until: 'end' });
    expect(host.outcome(meanwhile)).toBeUndefined();
    host.finish();
    expect(host.outcome(again)).toMatchObject({ ok: true });
    expect(host.outcome(meanwhile)).toEqual(report);
    expect(host.kinds().at(-1)).toBe('idle');
  });

  test('holds up neither motions nor views: of four turns it gets one', () => {
    const host = booted();
    const endless = judged(host, { ...LOOP, limitNs: 60e9 });
    const moved = host.ask({ kind: 'move', request: RUN });
    let turns = 0;
    while (host.outcome(moved) === undefined) turns += Number(host.turn());
    const without = booted();
    const alone = without.ask({ kind: 'move', request: RUN });
    let turnsAlone = 0;
    while (without.outcome(alone) === undefined) turnsAlone += Number(without.turn());
    expect(turns).toBeLessThanOrEqual(Math.ceil((turnsAlone * 4) / 3) + 2);
    expect(host.outcome(endless)).toBeUndefined();
    host.server.receive({ kind: 'cancel', id: endless });
    expect(host.outcome(endless)).toBe('this was cancelled');
    host.finish();
    const after = judged(host);
    host.finish();
    expect(host.outcome(after)).toMatchObject({ runs: [{ end: { status: 5 } }] });
  });

  test('an endless loop is ended by the limit of simulated time, and on the way it is told how far it is', () => {
    const host = new Host();
    host.tick = 30;
    const id = judged(host, { ...LOOP, limitNs: 5e6 });
    host.finish();
    expect(host.outcome(id)).toMatchObject({ runs: [{ end: { kind: 'limit' }, checks: [{ state: 'failed' }] }] });
    const told = host.posted.flatMap((event) => (event.kind === 'working' && event.id === id ? [event.done] : []));
    expect(told.length).toBeGreaterThan(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(told.every((part) => part >= 0 && part < 1)).toBe(true);
  });

  test('a rule that is none is refused in words, a build that fails is an answer', () => {
    const host = new Host();
    const wrong = {
      kind: 'judge',
      request: REQUEST,
      checks: [{ ...CHECK, rules: ['exit =='] }],
      values: [],
      seeds: [1],
    } as const;
    const refused = host.ask(wrong);
    host.finish();
    expect(host.outcome(refused)).toMatch(/^check five: /);
    const broken = judged(host, {
      drivers: [],
      apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: 'int' }] }],
    });
    host.finish();
    expect(host.outcome(broken)).toMatchObject({ build: { ok: false }, runs: [] });
  });
});

test('whatever comes as an ask of the screen is answered or refused, never a defect', () => {
  const host = booted();
  const kinds: readonly AskKind[] = [
    ...(['situation', 'lanes', 'stretch', 'lines-run', 'source-files', 'source-text', 'judge'] as const),
  ];
  const odd = fc.oneof(fc.anything(), fc.integer({ min: -3, max: 60_000 }), fc.constant(Number.POSITIVE_INFINITY));
  const at = fc.oneof(odd, fc.record({ branch: odd, instant: odd }));
  const fields = fc.record(
    {
      at,
      branch: odd,
      from: odd,
      to: odd,
      pieces: odd,
      file: odd,
      image: odd,
      request: odd,
      checks: odd,
      values: odd,
      seeds: odd,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fields, (kind, asked) => {
      const id = host.ask({ ...asked, kind } as unknown as Ask);
      host.finish();
      const outcome = host.outcome(id);
      expect(outcome).not.toBeUndefined();
      expect(String(outcome)).not.toContain('a defect of the lab');
      host.posted.length = 0;
    }),
    { numRuns: 400 },
  );
});
