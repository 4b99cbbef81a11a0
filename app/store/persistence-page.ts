/**
 * The page's own keeping of work: brings back what an earlier visit left, and writes down what changes in the stores of projects, breakpoints and tabs. A
 * project that another tab has open is only looked at; the first edit makes it a copy with a record of its own, so that no tab overwrites another's.
 */
import { create } from 'zustand';
import { holdIdle } from '../shell/idle';
import { made, useBreakpoints } from './breakpoints';
import { type Journal, type KeptProject, type KeptSession, type ProjectStorage, readAll, Writer } from './persistence';
import { indexedDbStorage, localJournal, takeOldCopies } from './persistence-storage';
import { TabLock, type TabMessage } from './persistence-tabs';
import { isUntouched, refreshed, useProject } from './project';
import { type Tabs, useTabs } from './project-tabs';

interface KeepingState {
  /** Another tab has this project open; this one may look, and an edit makes a copy. */
  readonly isElsewhere: boolean;
  /** Why nothing can be kept. */
  readonly trouble: string | undefined;
  /** What an earlier visit left is back. */
  readonly isReady: boolean;
}

export const useKeeping = create<KeepingState>(() => ({ isElsewhere: false, trouble: undefined, isReady: false }));

/** Of this tab (it outlives a reload), and of the tab that was used last. */
const TAB_KEY = 'ring-zero-lab.project';
const LAST_KEY = 'ring-zero-lab.last-project';

const local = storageOf('localStorage');
const session = storageOf('sessionStorage');

let storage: ProjectStorage;
let journal: Journal;
let writer: Writer;
let lock: TabLock;
/** Of the record that the stores show. */
let stamp = 0;
/** The stores are being filled: what changes now was not changed by the learner. */
let isFilling = false;

/** Settles when everything is there; before that the page shows what the journal has of the project. */
export async function startKeeping(): Promise<void> {
  const ready = holdIdle();
  let unwritten: (() => void) | undefined;
  storage = indexedDbStorage();
  journal = localJournal(local);
  writer = new Writer({
    storage: { ...storage, putProject: putAndTell },
    journal,
    onTrouble: (trouble) => useKeeping.setState({ trouble }),
    onBusy: (isBusy) => {
      if (isBusy) unwritten ??= holdIdle();
      else {
        unwritten?.();
        unwritten = undefined;
      }
    },
  });
  lock = new TabLock({
    locks: navigator.locks,
    channel: typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('ring-zero-lab'),
    onMessage: (message) => void receive(message),
    onChange: (isWriter) => void changeRole(isWriter),
  });
  const key = session?.getItem(TAB_KEY) ?? local?.getItem(LAST_KEY) ?? undefined;
  const late = journal.read().find((kept) => kept.key === key);
  if (late) fill(late);
  watchStores();
  try {
    await load(key);
  } catch {
    useKeeping.setState({ trouble: 'The browser does not let this page keep your files.' });
  }
  await hold();
  useKeeping.setState({ isReady: true });
  ready();
}

/** Makes this tab the one that writes the project. */
export async function takeOver(): Promise<void> {
  await lock.takeOver(useProject.getState().key);
}

export function keepSession(key: string, kept: Omit<KeptSession, 'key'> | undefined): void {
  if (!useKeeping.getState().isElsewhere) writer.session(key, kept && { key, ...kept });
}

export async function keptSession(key: string): Promise<KeptSession | undefined> {
  return await storage.session(key).catch(() => undefined);
}

// ------------------------------------------------------------------ reading

async function load(wanted: string | undefined): Promise<void> {
  const old = takeOldCopies(local);
  const kept = await readAll(storage, journal);
  for (const copy of old.copies) {
    if (kept.has(copy.key)) continue;
    kept.set(copy.key, copy);
    await storage.putProject(copy);
  }
  old.done();
  const { key } = useProject.getState();
  // Whoever has opened something meanwhile keeps it in front.
  const isUnasked = key === useProject.getInitialState().key;
  const front = kept.get((isUnasked ? (wanted ?? old.open) : undefined) ?? key);
  if (front && (front.key !== useProject.getState().key || front.stamp > stamp)) fill(front);
  const { key: open } = useProject.getState();
  for (const record of kept.values()) if (record.key !== open) shelve(record);
  for (const { key: written } of journal.read()) if (written !== open) journal.drop(written);
}

/** Shows a record. */
function fill(kept: KeptProject): void {
  isFilling = true;
  stamp = kept.stamp;
  const opened = refreshed(kept);
  const isOpen = useProject.getState().key === kept.key && useKeeping.getState().isElsewhere;
  useProject.setState({
    ...opened,
    isEdited: !isUntouched(opened),
    undo: undefined,
    shelf: withoutKey(useProject.getState().shelf, kept.key),
  });
  useBreakpoints.setState({
    breakpoints: kept.breakpoints.map(({ spec, isEnabled }) => made(spec, isEnabled)),
    shelf: withoutKey(useBreakpoints.getState().shelf, kept.key),
  });
  // Who only looks at what another tab writes keeps the tab in front.
  if (!isOpen) useTabs.setState({ ...tabsOf(kept.tabs), shelf: withoutKey(useTabs.getState().shelf, kept.key) });
  isFilling = false;
}

/** Puts a record where it is found when its project is opened. */
function shelve(kept: KeptProject): void {
  const { key, breakpoints, tabs } = kept;
  const opened = refreshed(kept);
  isFilling = true;
  if (!isUntouched(opened)) useProject.setState(({ shelf }) => ({ shelf: new Map(shelf).set(key, opened) }));
  const list = breakpoints.map(({ spec, isEnabled }) => made(spec, isEnabled));
  useBreakpoints.setState(({ shelf }) => ({ shelf: new Map(shelf).set(key, list) }));
  useTabs.setState(({ shelf }) => ({ shelf: new Map(shelf).set(key, tabsOf(tabs)) }));
  isFilling = false;
}

// ------------------------------------------------------------------ writing

function watchStores(): void {
  useProject.subscribe((state, previous) => {
    if (isFilling) return;
    for (const key of previous.shelf.keys()) if (!state.shelf.has(key) && key !== state.key) writer.remove(key);
    if (state.key !== previous.key) void hold();
    else if (state.project !== previous.project) changed(true);
  });
  useBreakpoints.subscribe(({ breakpoints }, previous) => {
    if (breakpoints !== previous.breakpoints) changed(false);
  });
  useTabs.subscribe(({ active, sources, spots }, previous) => {
    if (active !== previous.active || sources !== previous.sources || spots !== previous.spots) changed(false);
  });
  const leave = () => writer.leave(useKeeping.getState().isElsewhere ? undefined : snapshot());
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
}

function changed(isEdit: boolean): void {
  if (isFilling) return;
  if (useKeeping.getState().isElsewhere) {
    if (isEdit) queueMicrotask(becomeCopy);
    return;
  }
  stamp = Math.max(Date.now(), stamp + 1);
  writer.project(snapshot());
}

function snapshot(): KeptProject {
  const { key, project, original } = useProject.getState();
  const { breakpoints } = useBreakpoints.getState();
  return {
    key,
    project,
    original,
    breakpoints: breakpoints.map(({ spec, isEnabled }) => ({ spec, isEnabled })),
    tabs: tabsOf(useTabs.getState()),
    stamp,
  };
}

async function putAndTell(kept: KeptProject): Promise<void> {
  await storage.putProject(kept);
  lock.tell({ kind: 'written', key: kept.key });
}

// ------------------------------------------------------------------ several tabs

/** Goes for the lock of the project that is open now. */
async function hold(): Promise<void> {
  const { key } = useProject.getState();
  session?.setItem(TAB_KEY, key);
  local?.setItem(LAST_KEY, key);
  const isWriter = await lock.hold(key);
  if (useProject.getState().key !== key) return;
  useKeeping.setState({ isElsewhere: !isWriter });
  if (!isWriter) await refresh(key);
}

/** An edit in a tab that may not write: the text goes on as a project of its own. */
function becomeCopy(): void {
  const { key, project } = useProject.getState();
  if (!useKeeping.getState().isElsewhere) return;
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => (byte % 36).toString(36)).join('');
  const base = project.title.replace(/ \(copy.*\)$/, '');
  const title = `${base} (copy ${letters})`;
  useKeeping.setState({ isElsewhere: false });
  useProject.setState({ key: `${key.replace(/~.*/, '')}~${letters}`, project: { ...project, title } });
  changed(true);
}

async function receive(message: TabMessage): Promise<void> {
  const { key } = useProject.getState();
  if (message.kind === 'hand-over') {
    if (message.key !== key || useKeeping.getState().isElsewhere) return;
    writer.project(snapshot());
    await writer.flush();
    lock.giveAway(key);
  } else if (message.key !== key || useKeeping.getState().isElsewhere) {
    await refresh(message.key);
  }
}

/** Another tab has written: what is shown or stands on the shelf here follows. */
async function refresh(key: string): Promise<void> {
  const kept = await latest(key);
  if (!kept) return;
  if (key !== useProject.getState().key) shelve(kept);
  else if (useKeeping.getState().isElsewhere) fill(kept);
}

/** Both roles begin with what the other tab has written last. */
async function changeRole(isWriter: boolean): Promise<void> {
  const { key } = useProject.getState();
  const wasElsewhere = useKeeping.getState().isElsewhere;
  if (isWriter && wasElsewhere) {
    const kept = await latest(key);
    if (useProject.getState().key !== key) return;
    if (kept && kept.stamp > stamp) fill(kept);
  }
  useKeeping.setState({ isElsewhere: !isWriter });
}

async function latest(key: string): Promise<KeptProject | undefined> {
  try {
    return (await readAll(storage, journal)).get(key);
  } catch {
    return undefined;
  }
}

// ------------------------------------------------------------------ helpers

function tabsOf({ active, sources, spots }: Tabs): Tabs {
  return { active, sources, spots };
}

function withoutKey<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const others = new Map(map);
  others.delete(key);
  return others;
}

/** Undefined: the browser does not allow it. */
function storageOf(name: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}
