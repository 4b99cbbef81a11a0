/** Several browser tabs, over a lock manager that a test plays: exclusive locks by name, in line, with abort and steal. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TabLock, type TabMessage } from './persistence-tabs';

interface Request {
  readonly held: (lock: Lock | null) => unknown;
  readonly settle: (error?: unknown) => void;
}

class FakeLocks {
  readonly #holders = new Map<string, Request>();
  readonly #lines = new Map<string, Request[]>();

  request(
    name: string,
    { signal, steal }: { signal?: AbortSignal; steal?: boolean },
    held: Request['held'],
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = { held, settle: (error?: unknown) => (error ? reject(error) : resolve()) };
      if (steal) {
        this.#holders.get(name)?.settle(new DOMException('stolen', 'AbortError'));
        this.#holders.delete(name);
        this.#grant(name, request);
        return;
      }
      const line = this.#lines.get(name) ?? [];
      this.#lines.set(name, line);
      line.push(request);
      signal?.addEventListener('abort', () => {
        const at = line.indexOf(request);
        if (at >= 0) reject(new DOMException('given up', 'AbortError'));
        if (at >= 0) line.splice(at, 1);
      });
      queueMicrotask(() => this.#next(name));
    });
  }

  #next(name: string): void {
    if (this.#holders.has(name)) return;
    const request = this.#lines.get(name)?.shift();
    if (request) this.#grant(name, request);
  }

  #grant(name: string, request: Request): void {
    this.#holders.set(name, request);
    Promise.resolve(request.held({ name, mode: 'exclusive' })).then(() => {
      request.settle();
      if (this.#holders.get(name) !== request) return;
      this.#holders.delete(name);
      this.#next(name);
    });
  }
}

interface TestTab {
  readonly lock: TabLock;
  readonly roles: boolean[];
  isDeaf: boolean;
}

let locks: FakeLocks;
let tabs: TestTab[];

function open(): TestTab {
  const roles: boolean[] = [];
  const others = () => tabs.filter((one) => one !== tab);
  const hear = (message: TabMessage) => {
    if (!tab.isDeaf && message.kind === 'hand-over') tab.lock.giveAway(message.key);
  };
  const lock = new TabLock({
    locks: locks as unknown as LockManager,
    channel: {
      postMessage: (message: TabMessage) => {
        for (const one of others()) hearing.get(one)?.(message);
      },
      addEventListener: () => undefined,
    },
    onMessage: () => undefined,
    onChange: (isWriter) => roles.push(isWriter),
  });
  const tab: TestTab = { lock, roles, isDeaf: false };
  hearing.set(tab, hear);
  tabs.push(tab);
  return tab;
}

let hearing: Map<TestTab, (message: TabMessage) => void>;

async function settled<T>(promise: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return await promise;
}

beforeEach(() => {
  vi.useFakeTimers();
  locks = new FakeLocks();
  tabs = [];
  hearing = new Map();
});
afterEach(() => vi.useRealTimers());

test('the first tab writes, the second one waits and writes when the first is gone', async () => {
  const [first, second] = [open(), open()];
  expect(await settled(first.lock.hold('p'))).toBe(true);
  expect(await settled(second.lock.hold('p'))).toBe(false);
  expect(await settled(open().lock.hold('q'))).toBe(true);
  first.lock.release();
  await vi.runAllTimersAsync();
  expect(second.roles).toEqual([true]);
});

test('a tab that is asked hands the project over, and waits in its turn', async () => {
  const [first, second] = [open(), open()];
  await settled(first.lock.hold('p'));
  await settled(second.lock.hold('p'));
  await settled(second.lock.takeOver('p'));
  expect(first.roles).toEqual([true, false]);
  expect(second.roles).toEqual([true]);
  second.lock.release();
  await vi.runAllTimersAsync();
  expect(first.roles).toEqual([true, false, true]);
});

test('a tab that does not answer loses it', async () => {
  const [first, second] = [open(), open()];
  await settled(first.lock.hold('p'));
  await settled(second.lock.hold('p'));
  first.isDeaf = true;
  await settled(second.lock.takeOver('p'));
  expect(second.roles).toEqual([true]);
  expect(first.roles).toEqual([true, false]);
});

test('who turns to another project lets go of the one before', async () => {
  const [first, second] = [open(), open()];
  await settled(first.lock.hold('p'));
  await settled(first.lock.hold('q'));
  expect(await settled(second.lock.hold('p'))).toBe(true);
});
