/**
 * From place to place by keyboard: each is left by the same key, the editor too, which takes Tab for itself. A place is gone to where it was left, else to
 * its first thing. Places that are folded away are passed over.
 */

interface Place {
  readonly root: () => Element | null;
  /** What takes the focus on the first visit. */
  readonly first: string;
}

const tabs = (label: string): Place => ({
  root: () => document.querySelector(`[role=tablist][aria-label="${label}"]`)?.closest('.pane') ?? null,
  first: '[role=tab][aria-selected=true]',
});

const PLACES: readonly Place[] = [
  { root: () => document.querySelector('.lesson-place'), first: '.lesson-heading, button' },
  { root: () => document.getElementById('source'), first: '.plain-code, .code-editor textarea' },
  tabs('Diagrams'),
  tabs('Debugger'),
  tabs('Results'),
  { root: () => document.querySelector('.transport'), first: '[role=slider]' },
];

/** By place: what had the focus when it was left. */
const left = new Map<Place, Element>();

export function goToPlace(by: 1 | -1): void {
  const { activeElement } = document;
  // A dialog keeps the focus until it is closed.
  if (activeElement?.closest('[role=dialog]')) return;
  const there = PLACES.filter(({ root }) => root() !== null);
  const from = there.findIndex(({ root }) => root()?.contains(activeElement));
  const place = there[from];
  if (place && activeElement) left.set(place, activeElement);
  // From outside of all: to the first, or the last.
  const start = from < 0 && by < 0 ? 0 : from;
  for (let i = 1; i <= there.length; i++) {
    if (take(there.at((start + by * i) % there.length))) return;
  }
}

function take(place: Place | undefined): boolean {
  const root = place?.root();
  if (!place || !root) return false;
  const kept = left.get(place);
  for (const target of [kept && root.contains(kept) ? kept : null, root.querySelector(place.first)]) {
    if (!(target instanceof HTMLElement)) continue;
    target.focus();
    if (document.activeElement === target) return true;
  }
  return false;
}
