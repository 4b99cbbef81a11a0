/**
 * The page's own keeping of work: brings back what an earlier visit left, and writes down what changes in the stores of projects, breakpoints and tabs. A
 * project that another tab has open is only looked at; the first edit makes it a copy with a record of its own, so that no tab overwrites another's.
 * Loaded after the first picture, which persistence-show.ts has filled from the journal.
 */
import { holdIdle } from '../shell/idle';
import { useBreakpoints } from './breakpoints';
import { type Journal, type KeptProject, type KeptSession, type ProjectStorage, readAll, Writer } from './persistence';
import { localJournal } from './persistence-journal';
import { fill, filling, lastKey, local, noteKey, shelve, tabsOf, useKeeping } from './persistence-show';
import { indexedDbStorage, takeOldCopies } from './persistence-storage';
import { TabLock, type TabMessage } from './persistence-tabs';
import { useProject } from './project';
import { useTabs } from './project-tabs';

let storage: ProjectStorage;
let journal: Journal;
let writer: Writer;
let lock: TabLock;

let begin = () => {};
/** A run of a first visit may be over before there is a writer. */
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});

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
  begin();
  const early = useProject.getState().project;
  watchStores();
  try {
    await load(lastKey());
  } catch {
    useKeeping.setState({ trouble: 'The browser does not let this page keep your files.' });
  }
  await hold();
  // Whoever was quicker than all this has changed something already.
  const { project } = useProject.getState();
  if (project !== early && project !== filling.shown) changed(true);
  useKeeping.setState({ isReady: true });
  ready();
}

/** Makes this tab the one that writes the project. */
export async function takeOver(): Promise<void> {
  await lock.takeOver(useProject.getState().key);
}

export function keepSession(key: string, kept: Omit<KeptSession, 'key'> | undefined): void {
  void begun.then(() => {
    if (!useKeeping.getState().isElsewhere) writer.session(key, kept && { key, ...kept });
  });
}

export async function keptSession(key: string): Promise<KeptSession | undefined> {
  await begun;
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
  if (front && (front.key !== useProject.getState().key || front.stamp > filling.stamp)) fill(front);
  const { key: open } = useProject.getState();
  for (const record of kept.values()) if (record.key !== open) shelve(record);
  for (const { key: written } of journal.read()) if (written !== open) journal.drop(written);
}

// ------------------------------------------------------------------ writing

function watchStores(): void {
  useProject.subscribe((state, previous) => {
    if (filling.isUnderWay) return;
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
  if (filling.isUnderWay) return;
  if (useKeeping.getState().isElsewhere) {
    if (isEdit) queueMicrotask(becomeCopy);
    return;
  }
  filling.stamp = Math.max(Date.now(), filling.stamp + 1);
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
    stamp: filling.stamp,
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
  noteKey(key);
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
    if (kept && kept.stamp > filling.stamp) fill(kept);
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
