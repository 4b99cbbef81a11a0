/**
 * What was kept, shown: fills the stores of projects, breakpoints and tabs with a record; for the first picture with that of the journal, at once.
 */
import { create } from 'zustand';
import { made, useBreakpoints } from './breakpoints';
import type { KeptProject } from './persistence';
import { localJournal } from './persistence-journal';
import { isUntouched, type Project, refreshed, useProject } from './project';
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

export const local = storageOf('localStorage');
const session = storageOf('sessionStorage');

/** Of the record that the stores show. */
export const filling: { stamp: number; isUnderWay: boolean; shown: Project | undefined } = {
  stamp: 0,
  /** The stores are being filled: what changes now was not changed by the learner. */
  isUnderWay: false,
  shown: undefined,
};

/** Before the first picture: what the journal has of the project that was open last. */
export function showJournal(): void {
  const key = lastKey();
  const late =
    key === undefined
      ? undefined
      : localJournal(local)
          .read()
          .find((kept) => kept.key === key);
  if (late) fill(late);
}

/** Of the project that this tab, or else the last one, had open. */
export function lastKey(): string | undefined {
  return session?.getItem(TAB_KEY) ?? local?.getItem(LAST_KEY) ?? undefined;
}

export function noteKey(key: string): void {
  session?.setItem(TAB_KEY, key);
  local?.setItem(LAST_KEY, key);
}

/** Shows a record. */
export function fill(kept: KeptProject): void {
  filling.isUnderWay = true;
  filling.stamp = kept.stamp;
  const opened = refreshed(kept);
  filling.shown = opened.project;
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
  filling.isUnderWay = false;
}

/** Puts a record where it is found when its project is opened. */
export function shelve(kept: KeptProject): void {
  const { key, breakpoints, tabs } = kept;
  const opened = refreshed(kept);
  filling.isUnderWay = true;
  if (!isUntouched(opened)) useProject.setState(({ shelf }) => ({ shelf: new Map(shelf).set(key, opened) }));
  const list = breakpoints.map(({ spec, isEnabled }) => made(spec, isEnabled));
  useBreakpoints.setState(({ shelf }) => ({ shelf: new Map(shelf).set(key, list) }));
  useTabs.setState(({ shelf }) => ({ shelf: new Map(shelf).set(key, tabsOf(tabs)) }));
  filling.isUnderWay = false;
}

export function tabsOf({ active, sources, spots }: Tabs): Tabs {
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
