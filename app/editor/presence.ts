/**
 * Whether somebody is at the page: the first movement, key or touch says so. What only matters to one who edits waits for it, so that a page that is only opened
 * is there sooner. Listens from the first script on; nothing is missed while other parts load.
 */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown', 'focusin'] as const;

let isThere = false;
const waiting = new Set<() => void>();

/** Acts at the first sign, or at once if there was one; what it returns ends the waiting. */
export function whenSomebodyIsThere(act: () => void): () => void {
  if (isThere) act();
  else waiting.add(act);
  return () => waiting.delete(act);
}

/** Settles at the first sign. */
export const somebody = new Promise<void>((resolve) => whenSomebodyIsThere(resolve));

export function watchForSomebody(): void {
  const noted = () => {
    for (const sign of SIGNS) window.removeEventListener(sign, noted, true);
    isThere = true;
    for (const act of waiting) act();
    waiting.clear();
  };
  for (const sign of SIGNS) window.addEventListener(sign, noted, { capture: true, passive: true });
}
