/**
 * Instants that the learner has named, per project, kept over visits. A bookmark names an instant of a branch: it is the same moment again as long as the
 * files are the same; its place is kept with it, so that one sees when that is no longer so.
 */
import { create } from 'zustand';
import type { At } from '../../kernel-sim/protocol/time';
import { sameAt } from '../store/instants';
import { useProject } from '../store/project';

export interface Bookmark {
  readonly at: At;
  readonly name: string;
  /** Where the machine stood: `thermo!Control (driver.c:41)`. */
  readonly place: string;
}

interface BookmarksState {
  readonly project: string;
  /** In the order of instants. */
  readonly list: readonly Bookmark[];
}

const KEY = 'ring-zero-lab.bookmarks:';

export const useBookmarks = create<BookmarksState>(() => of(useProject.getState().project.id));

useProject.subscribe(({ project }, before) => {
  if (project.id !== before.project.id) useBookmarks.setState(of(project.id));
});

/** Adds a bookmark, or gives the one at its instant another name. */
export function keepBookmark(bookmark: Bookmark): void {
  change((list) => withBookmark(list, bookmark));
}

export function removeBookmark(at: At): void {
  change((list) => list.filter((one) => !sameAt(one.at, at)));
}

export function bookmarkAt(list: readonly Bookmark[], at: At): Bookmark | undefined {
  return list.find((one) => sameAt(one.at, at));
}

export function withBookmark(list: readonly Bookmark[], bookmark: Bookmark): readonly Bookmark[] {
  return [...list.filter((one) => !sameAt(one.at, bookmark.at)), bookmark].sort(
    (a, b) => a.at.instant - b.at.instant || a.at.branch - b.at.branch,
  );
}

/** What a kept text says; whatever is no bookmark is left out. */
export function bookmarksFrom(text: string | null): readonly Bookmark[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter(isBookmark) : [];
  } catch {
    return [];
  }
}

function isBookmark(value: unknown): value is Bookmark {
  const { at, name, place } = Object(value);
  return (
    Number.isSafeInteger(at?.branch) &&
    Number.isSafeInteger(at?.instant) &&
    [name, place].every((text) => typeof text === 'string')
  );
}

function change(how: (list: readonly Bookmark[]) => readonly Bookmark[]): void {
  useBookmarks.setState(({ list }) => ({ list: how(list) }));
  const { project, list } = useBookmarks.getState();
  try {
    localStorage.setItem(KEY + project, JSON.stringify(list));
  } catch {
    // A browser that keeps nothing: the bookmarks hold for this visit.
  }
}

function of(project: string): BookmarksState {
  try {
    return { project, list: bookmarksFrom(localStorage.getItem(KEY + project)) };
  } catch {
    return { project, list: [] };
  }
}
