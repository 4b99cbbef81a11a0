/** The connection over a worker that a test plays: what is sent, what settles, and what another worker is told. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LabEvent, LabMessage, RunRequest, SavedRun } from '../../kernel-sim/protocol/messages';
import type { StopReport } from '../../kernel-sim/protocol/time';
import { LabConnection, type LabNews, type WorkerLike, type WorkerLoss } from './lab-connection';

const REQUEST: RunRequest = { drivers: [], apps: [] };
const SAVED: SavedRun = { log: { inputs: 'some' }, breakpoints: [], at: { branch: 0, instant: 70 }, goesOn: false };
const REPORT = { ok: true, messages: [], statements: 0 };
const RUN = { motion: { kind: 'run' }, direction: 'forward' } as const;

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  readonly sent: LabMessage[] = [];
  isTerminated = false;

  postMessage(message: LabMessage): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  tell(event: LabEvent): void {
    this.onmessage?.({ data: event });
  }

  die(message = 'out of memory'): void {
    this.onerror?.({ message });
  }

  /** Kinds of what was asked, in order. */
  get kinds(): string[] {
    return this.sent.map((message) => (message.kind === 'ask' ? message.ask.kind : message.kind));
  }

  id(kind: string): number {
    const found = this.sent.findLast((message) => message.kind === 'ask' && message.ask.kind === kind);
    if (!found) throw new Error(`${kind} was not asked`);
    return found.id;
  }

  reply(kind: string, answer: unknown): void {
    this.tell({ kind: 'reply', id: this.id(kind), answer });
  }
}

let workers: FakeWorker[] = [];
let news: LabNews[] = [];
let losses: WorkerLoss[] = [];

function connect(): LabConnection {
  const connection = new LabConnection({
    start: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    onEvent: (event) => news.push(event),
    onLoss: (loss) => losses.push(loss),
  });
  last().tell({ kind: 'ready' });
  return connection;
}

function last(): FakeWorker {
  return workers.at(-1) as FakeWorker;
}

/** A connection to a run that was built and has come to rest. */
function started(saved: Partial<SavedRun> = {}): LabConnection {
  const connection = connect();
  void connection.run(1, REQUEST);
  last().tell({ kind: 'saved', run: 1, saved: { ...SAVED, ...saved } });
  last().reply('run', REPORT);
  return connection;
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  news = [];
  losses = [];
});
afterEach(() => vi.useRealTimers());

test('every ask is answered by its number, in whatever order', async () => {
  const connection = started();
  const stats = connection.ask({ kind: 'stats' });
  const hash = connection.ask({ kind: 'state-hash' });
  last().reply('state-hash', 'AB');
  last().reply('stats', { checkpoints: 1 });
  expect(await hash).toBe('AB');
  expect(await stats).toEqual({ checkpoints: 1 });
  last().tell({ kind: 'reply', id: 99, answer: 'nobody asked' });
});

test('a run of an earlier visit is recovered and stays where it was; if its worker dies, once more', async () => {
  const connection = connect();
  const recovered = connection.recover(1, REQUEST, { ...SAVED, goesOn: true });
  expect(last().sent.at(-1)).toMatchObject({
    ask: { kind: 'recover', run: 1, until: 'boot', saved: { at: SAVED.at } },
  });
  last().tell({ kind: 'saved', run: 1, saved: SAVED });
  last().reply('recover', REPORT);
  expect(await recovered).toEqual(REPORT);
  last().die();
  expect(workers).toHaveLength(2);
  expect(last().sent[0]).toMatchObject({ ask: { kind: 'recover', request: REQUEST, saved: SAVED } });
});

test('a refusal rejects in plain words', async () => {
  const connection = started();
  const sought = connection.seek({ branch: 7, instant: 0 });
  last().tell({ kind: 'refusal', id: last().id('seek'), problem: 'there is no branch 7' });
  await expect(sought).rejects.toThrow('there is no branch 7');
});

test('a cancelled ask rejects at once, and the worker is told', async () => {
  const connection = started();
  const abort = new AbortController();
  const progress: number[] = [];
  const asked = connection.ask(
    { kind: 'branches' },
    { signal: abort.signal, onProgress: (done) => progress.push(done) },
  );
  last().tell({ kind: 'working', id: last().id('branches'), done: 0.5 });
  abort.abort();
  await expect(asked).rejects.toThrow('cancelled');
  expect(progress).toEqual([0.5]);
  expect(last().kinds.at(-1)).toBe('cancel');
  await expect(connection.ask({ kind: 'branches' }, { signal: abort.signal })).rejects.toThrow('cancelled');
});

test('events come through, replies do not', () => {
  started();
  expect(news.map(({ kind }) => kind)).toEqual(['ready', 'saved']);
});

test('another worker builds the same, resumes, and is asked again what had no answer', async () => {
  const connection = started();
  void connection.watch([{ kind: 'drivers' }]);
  last().reply('watch-views', null);
  const sought = connection.seek({ branch: 0, instant: 5 });
  const stats = connection.ask({ kind: 'stats' });
  last().die();
  expect(workers).toHaveLength(2);
  expect(workers[0].isTerminated).toBe(true);
  expect(losses).toEqual([{ text: 'out of memory', isComingBack: true, isOver: false }]);
  expect(last().sent).toMatchObject([{ ask: { kind: 'recover', run: 1, request: REQUEST, saved: SAVED } }]);

  const later = connection.ask({ kind: 'branches' });
  last().tell({ kind: 'ready' });
  expect(last().kinds).toEqual(['recover']);
  last().reply('recover', REPORT);
  expect(last().kinds).toEqual(['recover', 'watch-views', 'seek', 'stats', 'branches']);
  last().reply('seek', { outcome: 'superseded' });
  last().reply('stats', { checkpoints: 2 });
  last().reply('branches', []);
  expect(await Promise.all([sought, stats, later])).toEqual([{ outcome: 'superseded' }, { checkpoints: 2 }, []]);
});

test('what comes of a worker that was replaced is not heard', async () => {
  const connection = started();
  const stats = connection.ask({ kind: 'stats' });
  last().die();
  workers[0].reply('stats', 'of the dead');
  workers[0].die();
  expect(workers).toHaveLength(2);
  last().tell({ kind: 'ready' });
  last().reply('recover', REPORT);
  last().reply('stats', 'of the living');
  expect(await stats).toBe('of the living');
});

test('what has killed two workers is not asked a third one', async () => {
  const connection = started();
  const moved = connection.ask({ kind: 'move', request: RUN });
  last().tell({ kind: 'defect', text: 'a list without an end' });
  last().tell({ kind: 'ready' });
  last().reply('recover', REPORT);
  expect(last().kinds).toEqual(['recover', 'move']);
  last().die('again');
  await expect(moved).rejects.toThrow("the lab's worker was lost at this: again");
  last().tell({ kind: 'ready' });
  last().reply('recover', REPORT);
  expect(last().kinds).toEqual(['recover']);
});

test('a run that goes on by itself does so in another worker, once', () => {
  started({ goesOn: true });
  last().die();
  expect(last().sent).toMatchObject([{ ask: { kind: 'recover', until: 'end' } }]);
  last().tell({ kind: 'ready' });
  last().reply('recover', REPORT);
  last().die();
  expect(last().sent).toMatchObject([{ ask: { kind: 'recover', until: 'boot' } }]);
  // It comes back to where it stood, and is not run on.
  expect(losses).toMatchObject([
    { isComingBack: true, isOver: false },
    { isComingBack: true, isOver: true },
  ]);
});

test('a worker that dies while it recovers is given up; the next run has a new one', async () => {
  const connection = started();
  const stats = connection.ask({ kind: 'stats' });
  last().die();
  last().tell({ kind: 'ready' });
  last().die('again');
  await expect(stats).rejects.toThrow("the lab's worker was lost: again");
  expect(losses).toEqual([
    { text: 'out of memory', isComingBack: true, isOver: false },
    { text: 'again', isComingBack: false, isOver: true },
  ]);
  expect(workers).toHaveLength(2);
  const run = connection.run(2, REQUEST);
  expect(workers).toHaveLength(3);
  last().reply('run', REPORT);
  expect(await run).toBe(REPORT);
});

test('a worker that cannot be started is given up', async () => {
  const connection = new LabConnection({
    start: () => {
      workers.push(new FakeWorker());
      return last();
    },
    onEvent: () => {},
    onLoss: (loss) => losses.push(loss),
  });
  last().die('');
  expect(losses).toEqual([{ text: 'the worker could not be started', isComingBack: false, isOver: true }]);
  const asked = connection.ask({ kind: 'stats' });
  last().die('no such file');
  await expect(asked).rejects.toThrow('no such file');
});

test('a worker that does not obey is replaced, and what was to be ended is not begun again', async () => {
  const connection = started();
  const moved = connection.ask({ kind: 'move', request: RUN });
  const paused = connection.pause();
  const rejected = expect(moved).rejects.toThrow('it did not answer to Stop');
  await vi.advanceTimersByTimeAsync(1000);
  await rejected;
  last().tell({ kind: 'ready' });
  last().reply('recover', REPORT);
  expect(last().kinds).toEqual(['recover', 'pause']);
  last().reply('pause', SAVED.at);
  expect(await paused).toEqual(SAVED.at);
  await vi.advanceTimersByTimeAsync(5000);
  expect(workers).toHaveLength(2);
});

test('a worker that obeys in time stays', async () => {
  const connection = started({ goesOn: true });
  const stopped = connection.stop();
  last().reply('stop', null);
  await stopped;
  await vi.advanceTimersByTimeAsync(5000);
  expect(workers).toHaveLength(1);
});

test('a run ends what was asked of the one before; a build that fails leaves nothing to recover', async () => {
  const connection = started();
  const stats = connection.ask({ kind: 'stats' });
  const run = connection.run(2, REQUEST);
  await expect(stats).rejects.toThrow('another run began');
  last().reply('run', { ...REPORT, ok: false });
  await run;
  last().die();
  expect(last().sent).toEqual([]);
  expect(losses.at(-1)?.isOver).toBe(true);
});

test('what was kept of an earlier run is not used for a later one', () => {
  const connection = started();
  void connection.run(2, REQUEST).catch(() => {});
  last().tell({ kind: 'saved', run: 1, saved: SAVED });
  last().die();
  expect(last().sent).toEqual([]);
});

test('a report of a stop is an event like any other', () => {
  started();
  const report = { reason: 'end' } as StopReport;
  last().tell({ kind: 'moved', run: 1, report });
  expect(news.at(-1)).toEqual({ kind: 'moved', run: 1, report });
});
