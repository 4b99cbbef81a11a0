/** The server without a thread: turns are taken by hand, so that what happens between two of them is known. */
import { expect, test } from 'vitest';
import { LabSession } from './lab-session.ts';
import type { Ask, LabEvent, RunRequest } from './protocol/messages.ts';
import type { MoveRequest } from './protocol/time.ts';
import { LabServer } from './worker-server.ts';

const APP = 'int main(void) { volatile int i; for (i = 0; i < 20000; i++) { } return 5; }';
const REQUEST: RunRequest = { drivers: [], apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: APP }] }] };
const RUN: MoveRequest = { motion: { kind: 'run' }, direction: 'forward' };

class Host {
  readonly posted: LabEvent[] = [];
  readonly server: LabServer;
  ms = 0;
  #ids = 0;
  #wantsTurn = false;

  constructor(newSession?: () => LabSession) {
    const host = {
      // Every look at the clock takes a while: turns end, whatever the speed of this computer.
      now: () => (this.ms += 0.5),
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
