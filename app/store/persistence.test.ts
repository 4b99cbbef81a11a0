import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Journal, type KeptProject, type KeptSession, type ProjectStorage, readAll, Writer } from './persistence';
import { localJournal } from './persistence-journal';
import { oldCopies } from './persistence-storage';
import { openSample } from './project';
import { freshTabs } from './project-tabs';

class MemoryStorage implements ProjectStorage {
  readonly kept = new Map<string, KeptProject>();
  readonly sessions = new Map<string, KeptSession>();
  failure: Error | undefined;
  writes = 0;

  async projects(): Promise<readonly KeptProject[]> {
    return [...this.kept.values()];
  }
  async putProject(project: KeptProject): Promise<void> {
    this.#write();
    this.kept.set(project.key, project);
  }
  async removeProject(key: string): Promise<void> {
    this.#write();
    this.kept.delete(key);
    this.sessions.delete(key);
  }
  async session(key: string): Promise<KeptSession | undefined> {
    return this.sessions.get(key);
  }
  async putSession(session: KeptSession): Promise<void> {
    this.#write();
    this.sessions.set(session.key, session);
  }
  async removeSession(key: string): Promise<void> {
    this.#write();
    this.sessions.delete(key);
  }
  #write(): void {
    if (this.failure) throw this.failure;
    this.writes++;
  }
}

class MemoryLocal implements Storage {
  readonly map = new Map<string, string>();
  isFull = false;
  get length(): number {
    return this.map.size;
  }
  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.map.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.map.set(key, value);
  }
  removeItem(key: string): void {
    this.map.delete(key);
  }
  clear(): void {
    this.map.clear();
  }
}

function kept(stamp: number, text = `text ${stamp}`, id: 'mirror' | 'later' = 'mirror'): KeptProject {
  const opened = openSample(id);
  const project = { ...opened.project, files: opened.project.files.map((file) => ({ ...file, text })) };
  return { ...opened, project, breakpoints: [], tabs: freshTabs(project), stamp };
}

const textOf = (project: KeptProject | undefined) => project?.project.files[0].text;

let storage: MemoryStorage;
let local: MemoryLocal;
let journal: Journal;
let troubles: (string | undefined)[];
let busy: boolean[];
let writer: Writer;

beforeEach(() => {
  vi.useFakeTimers();
  storage = new MemoryStorage();
  local = new MemoryLocal();
  journal = localJournal(local);
  troubles = [];
  busy = [];
  writer = new Writer({
    storage,
    journal,
    onTrouble: (trouble) => troubles.push(trouble),
    onBusy: (isBusy) => busy.push(isBusy),
  });
});
afterEach(() => vi.useRealTimers());

test('an edit is in the storage a quarter of a second later, however many follow it', async () => {
  for (let i = 1; i <= 10; i++) {
    writer.project(kept(i));
    await vi.advanceTimersByTimeAsync(25);
  }
  expect(textOf(storage.kept.get('sample:mirror'))).toBe('text 10');
  expect(storage.writes).toBe(1);
  expect(busy.at(-1)).toBe(false);
});

test('what comes while something is written is written after it', async () => {
  writer.project(kept(1));
  const first = writer.flush();
  writer.project(kept(2));
  await first;
  await vi.advanceTimersByTimeAsync(250);
  expect(textOf(storage.kept.get('sample:mirror'))).toBe('text 2');
  expect(busy.at(-1)).toBe(false);
});

test('the last edit before the page went away comes back from the journal', async () => {
  writer.project(kept(1));
  await writer.flush();
  storage.failure = new Error('the page is gone');
  writer.project(kept(2));
  writer.leave(kept(2));
  await vi.runAllTimersAsync();
  expect(textOf(storage.kept.get('sample:mirror'))).toBe('text 1');

  storage.failure = undefined;
  const all = await readAll(storage, localJournal(local));
  expect(textOf(all.get('sample:mirror'))).toBe('text 2');
  expect(textOf(storage.kept.get('sample:mirror'))).toBe('text 2');
});

test('an older journal does not hide what was written after it', async () => {
  journal.write(kept(3));
  await storage.putProject(kept(4));
  expect(textOf((await readAll(storage, journal)).get('sample:mirror'))).toBe('text 4');
});

test('a full storage is told once, work goes on, and the next change tries again', async () => {
  storage.failure = new DOMException('full', 'QuotaExceededError');
  writer.project(kept(1));
  await vi.advanceTimersByTimeAsync(250);
  expect(troubles).toEqual(['The browser has no room left to keep your files.']);
  expect(busy.at(-1)).toBe(false);

  storage.failure = undefined;
  writer.project(kept(2, 'later', 'later'));
  await vi.advanceTimersByTimeAsync(250);
  expect(troubles.at(-1)).toBeUndefined();
  expect(textOf(storage.kept.get('sample:mirror'))).toBe('text 1');
  expect(textOf(storage.kept.get('sample:later'))).toBe('later');
});

test('a project that was removed stays away, with its session and its journal', async () => {
  const session = { key: 'sample:mirror', request: { drivers: [], apps: [] } };
  const saved = { log: {}, breakpoints: [], at: { branch: 0, instant: 7 }, goesOn: false };
  writer.project(kept(1));
  writer.session('sample:mirror', { ...session, saved });
  await writer.flush();
  expect(storage.sessions.get('sample:mirror')?.saved.at.instant).toBe(7);
  writer.leave(kept(2));
  writer.remove('sample:mirror');
  await writer.flush();
  expect(storage.sessions.size).toBe(0);
  expect((await readAll(storage, journal)).size).toBe(0);
});

test('a journal without room says so and breaks nothing; unknown records are as if they were not there', () => {
  local.isFull = true;
  expect(journal.write(kept(1))).toBe(false);
  local.isFull = false;
  local.setItem('ring-zero-lab.journal:x', '{"key":"x","stamp":1}');
  local.setItem('ring-zero-lab.journal:y', 'no JSON');
  journal.write(kept(1));
  expect(journal.read().map(({ key }) => key)).toEqual(['sample:mirror']);
});

test('copies of an earlier version of the page are taken over', () => {
  const old = {
    sample: 'later',
    edited: { mirror: { 'app.c': 'A', 'driver.c': 'D' }, gone: { 'app.c': 'A' }, null: 7 },
  };
  const { open, copies } = oldCopies(JSON.stringify(old));
  expect(open).toBe('sample:later');
  expect(copies.map(({ key, project }) => [key, ...project.files.map(({ text }) => text)])).toEqual([
    ['sample:mirror', 'D', 'A'],
  ]);
  expect(oldCopies('nonsense')).toEqual({ open: undefined, copies: [] });
  expect(oldCopies(null).copies).toEqual([]);
});
